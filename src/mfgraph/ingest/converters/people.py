"""People: the names that sources give them, and what bears on their public role."""

from typing import Final

from pyoxigraph import Literal

from mfgraph.ingest.converters.agents import agent
from mfgraph.ingest.converters.naming import aliases, needs_value
from mfgraph.ingest.converters.participations import names
from mfgraph.ingest.drafts import ClaimDraft, Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_PRIVATE: Final = frozenset({"born", "died", "birth_place"})


def convert(line: Line, source: SourceRef) -> Draft | Skipped:  # noqa: ARG001 -- takes both
    """What a line says of a person's name or public role; private details are left out."""
    person, told = agent(str(line.data["id"])), str(line.data["property"])
    if told in _PRIVATE:
        return Skipped("a private detail, not of the public role")
    needs_value(line)
    if told == "biography":
        text = Literal(str(line.data["value"]), language="en")
        said = ClaimDraft(subject=person, predicate=term("dcterms:description"), value=text)
        return Draft(claims=(said,))
    if told == "label_variant":
        return Draft(claims=tuple(aliases(line, person)))
    claims = (*names(line, person), *aliases(line, person))
    return Draft(claims=claims) if claims else Skipped("the line gives no name of its own source")
