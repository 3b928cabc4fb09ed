"""Memberships: an organization in a federation, a person in a post, by the days they are known of."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.agents import agent, slug
from mfgraph.ingest.converters.moments import Moments, at, interval
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

# A membership that no source states but that follows from what one says.
_GROUNDS = {
    "ar": "لا يسمي المصدر هذه الجمعية: الفدرالية تضم الجمعيات المرخصة، وهي منها.",
    "fr": "La source ne nomme pas cette association : la fédération réunit les associations agréées, dont elle est.",
    "en": "The source does not name this association: the federation groups the licensed ones, and it is one.",
}


def convert(line: Line, source: SourceRef) -> Draft:  # noqa: ARG001 -- a converter takes both
    """That an organization belongs to another, attested on a day or since one."""
    member, body = agent(str(line.data["member"])), agent(str(line.data["organisation"]))
    mode = "inferred" if line.data.get("derived") else "narrated"
    return membership(member, body, role="member", moments=moments(line), mode=mode)


def membership(
    member: NamedNode, body: NamedNode, *, role: str, moments: Moments, mode: str = "narrated"
) -> Draft:
    """The record of a membership, shared by all sources that attest it, and this line's claims.

    The core of the record is the same in every source; what sources may differ on, when it
    began and ended, stands as claims about its interval.
    """
    subject = term(f"membership:{slug(member)}--{slug(body)}--{role}")
    times = tuple(moments.blocks(subject)) if moments else ()
    during = ((term("org:memberDuring"), (interval(subject),)),) if times else ()
    record = Block(
        subject,
        (
            (term("rdf:type"), (term("org:Membership"),)),
            (term("org:member"), (member,)),
            (term("org:organization"), (body,)),
            (term("org:role"), (term(f"role:{role}"),)),
            *during,
        ),
    )
    ends = tuple(at(subject, text) for text in (moments.start, moments.end) if text)
    grounds = _GROUNDS if mode == "inferred" else {}
    first = ClaimDraft(supports=(subject, *ends), mode=mode, grounds=grounds)
    return Draft(claims=(first, *moments.claims(subject)), records=(record, *times))


def moments(line: Line) -> Moments:
    """When the line says that something held, each date no finer than it was printed."""
    return Moments(
        start=_cut(line, "start", "start_precision"),
        end=_cut(line, "end", "end_precision"),
        inside=_cut(line, "observed_on", "precision"),
    )


def lengths(line: Line, subject: NamedNode) -> Iterator[ClaimDraft]:
    """How long a post was held, or is held by its term, where a line says so in years."""
    for name, predicate in (("duration_years", "schema:duration"), ("term_years", "mf:term")):
        if line.data.get(name):
            length = Literal(f"P{line.data[name]}Y", datatype=term("xsd:duration"))
            yield ClaimDraft(subject=interval(subject), predicate=term(predicate), value=length)


def _cut(line: Line, name: str, precision: str) -> str | None:
    text = line.text(name)
    return edtf(text, line.text(precision) or line.text("precision")).value if text else None
