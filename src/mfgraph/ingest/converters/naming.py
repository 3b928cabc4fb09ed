"""Names as sources print them: variants, former names, acronyms, misprints."""

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.errors import IngestError
from mfgraph.ingest.drafts import ClaimDraft
from mfgraph.ingest.lines import Line
from mfgraph.terms import is_right_to_left
from mfgraph.vocab import term

# A note that calls the form a slip: it is found by search and shown to nobody as a name.
_SLIP: Final = re.compile(r"\b(error|typo|slip)\b", re.IGNORECASE)


def aliases(line: Line, subject: NamedNode) -> Iterator[ClaimDraft]:
    """The claims that a thing goes by the names in a line's value, acronym and former names."""
    slip = _SLIP.search(line.text("note") or "")
    predicate = term("skos:hiddenLabel" if slip else "skos:altLabel")
    for name in _names(line):
        yield ClaimDraft(subject=subject, predicate=predicate, value=worded(name, line))


def worded(text: str, line: Line) -> Literal:
    """A name with its language: Arabic by its letters, else that of the source.

    An acronym of Latin letters in an Arabic page is French, as the press of the country has it.
    """
    lang = line.text("source_lang") or "fr"
    latin = "fr" if lang == "ar" else lang
    return Literal(text, language="ar" if is_right_to_left(text) else latin)


def needs_value(line: Line) -> None:
    """A property is said with its value; only a name may stand in the line's labels instead.

    Raises:
        IngestError: the line gives a property and no value.
    """
    if line.text("value") is None and line.text("property") != "label":
        raise IngestError("the line has no 'value'")


def _names(line: Line) -> Iterator[str]:
    value = line.text("value")
    if value and line.text("property") in {"label", "label_variant", "former_label"}:
        yield from value.split(" / ")
    acronym = line.text("acronym")
    if acronym:
        yield acronym
    former_names = line.data.get("former_names") or ()
    yield from (former_names,) if isinstance(former_names, str) else former_names
    former = line.text("former_name")
    if former:
        # «Fondation Banque Populaire pour le microcrédit (FBPMC)»: a name and its acronym.
        yield from filter(None, re.split(r"\s*[()]\s*", former))
