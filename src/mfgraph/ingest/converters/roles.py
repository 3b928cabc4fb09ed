"""Roles: who holds which post in which body, and what is known of when."""

from dataclasses import replace

from mfgraph.ingest.converters.agents import agent
from mfgraph.ingest.converters.memberships import lengths, membership, moments
from mfgraph.ingest.converters.moments import interval
from mfgraph.ingest.converters.participations import names
from mfgraph.ingest.converters.tables import code
from mfgraph.ingest.drafts import Block, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_NOTES = ("start_note", "end_note", "observed_on_note")


def convert(line: Line, source: SourceRef) -> Draft:  # noqa: ARG001 -- a converter takes both
    """That a person holds a post, with the claims of its bounds and of the person's name.

    Raises:
        UnknownTerm: the position stands in no table.
    """
    person, body = agent(str(line.data["person"])), agent(str(line.data["organisation"]))
    role = code("roles", "positions", str(line.data["position"]))
    draft = membership(person, body, role=role, moments=moments(line))
    subject = draft.records[0].subject
    first, *others = draft.claims
    told = " ".join(filter(None, (line.text(name) for name in _NOTES)))
    noted = replace(first, grounds={"en": told} if told else {}, as_printed=_title(line))
    spans = tuple(lengths(line, subject))
    claims = (noted, *others, *spans, *names(line, person))
    return Draft(claims=claims, records=_timed(draft.records, spanned=bool(spans)))


def _title(line: Line) -> str | None:
    # The post is our reading of its title. Where the words that we hold of the page do not
    # have it, the title may be the compilers' own.
    titles = (line.data.get("position_label") or {}).values()
    return next((str(title) for title in titles if title in str(line.data["locator"])), None)


def _timed(records: tuple[Block, ...], *, spanned: bool) -> tuple[Block, ...]:
    # A length is said of the interval, which then must be there although no day is known.
    record = records[0]
    if not spanned or len(records) > 1:
        return records
    span = interval(record.subject)
    during = (term("org:memberDuring"), (span,))
    typed = Block(span, ((term("rdf:type"), (term("time:ProperInterval"),)),))
    return (replace(record, pairs=(*record.pairs, during)), typed)
