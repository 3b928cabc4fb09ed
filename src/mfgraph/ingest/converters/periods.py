"""Reference periods: the day, month, year or interval that a figure refers to, with its bounds.

A stock stands at an instant, a flow runs over an interval, and a cumulative sum runs over an
interval whose start is open. Each period is a node of its own, shared by all sources:
`time:Instant` for a day, else `time:ProperInterval` with the instants that bound it. A source
that gives no period is no period: the code `period:not-stated` says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.calendars import Span, span, words
from mfgraph.ingest.drafts import Block
from mfgraph.vocab import PREFIXES, term

STEM: Final = "periods"
NOT_STATED: Final = term("period:not-stated")

_TYPE: Final = term("dcterms:type")
_DATE: Final = term("dcterms:date")
_LABEL: Final = term("skos:prefLabel")
_A: Final = term("rdf:type")


@dataclass(frozen=True, slots=True)
class Period:
    """A reference period: what observations point to, and the nodes that describe it."""

    node: NamedNode
    blocks: tuple[Block, ...] = ()

    @property
    def slug(self) -> str:
        """The last part of the period's IRI, for the names of its observations."""
        return self.node.value.rsplit("/", 1)[-1]

    @property
    def entities(self) -> tuple[tuple[str, Block], ...]:
        """The nodes with the file of `data/entities/` that holds them."""
        return tuple((STEM, block) for block in self.blocks)


def period(text: str | None, *, cumulative: bool = False) -> Period:
    """The reference period that a facts file writes as a day, month, quarter, year or `a/b`.

    A sum since the beginning has no stated start, so a single point is where it ends.

    Raises:
        UnknownTerm: the text is none of these.

    >>> period("2007-12-31").node.value
    'https://w3id.org/mfgraph/id/period/2007-12-31'
    >>> period("2005-09-30", cumulative=True).slug
    'until-2005-09-30'
    >>> period(None).slug
    'not-stated'
    """
    if text is None:
        return Period(NOT_STATED)
    start, slash, end = text.partition("/")
    if slash:
        return _interval(span(start), span(end))
    return _until(span(start)) if cumulative else _single(span(start))


def _single(stretch: Span) -> Period:
    node = term(f"reference-period:{stretch.text.lower()}")
    said = _told(stretch.edtf, words(stretch), "instant" if stretch.kind == "day" else stretch.kind)
    if stretch.kind == "day":
        pairs = ((_A, (term("time:Instant"),)), *said, _day(stretch.first))
        return Period(node, (Block(node, pairs),))
    return _bounded(node, said, first=stretch.first, last=stretch.last)


def _until(stretch: Span) -> Period:
    node = term(f"reference-period:until-{stretch.text.lower()}")
    text = words(stretch)
    labels = {
        "ar": f"إلى غاية {text['ar']}",
        "fr": f"jusqu'au {text['fr']}" if stretch.kind == "day" else f"jusqu'à {text['fr']} inclus",
        "en": f"up to {text['en']}"
        if stretch.kind == "day"
        else f"up to and including {text['en']}",
    }
    said = _told(f"../{stretch.edtf}", labels, "open-start")
    return _bounded(node, said, first=None, last=stretch.last)


def _interval(start: Span, end: Span) -> Period:
    node = term(f"reference-period:{start.text.lower()}--{end.text.lower()}")
    first, last = words(start), words(end)
    labels = {
        "ar": f"من {first['ar']} إلى {last['ar']}",
        "fr": f"{first['fr']} – {last['fr']}",
        "en": f"{first['en']} – {last['en']}",
    }
    said = _told(f"{start.edtf}/{end.edtf}", labels, "interval")
    return _bounded(node, said, first=start.first, last=end.last)


def _told(
    edtf: str, labels: Mapping[str, str], kind: str
) -> tuple[tuple[NamedNode, tuple[NamedNode | Literal, ...]], ...]:
    named = tuple(Literal(labels[lang], language=lang) for lang in ("ar", "fr", "en"))
    dated = Literal(edtf, datatype=NamedNode(f"{PREFIXES['edtf']}EDTF"))
    return ((_TYPE, (term(f"period-type:{kind}"),)), (_LABEL, named), (_DATE, (dated,)))


def _bounded(
    node: NamedNode,
    said: tuple[tuple[NamedNode, tuple[NamedNode | Literal, ...]], ...],
    *,
    first: date | None,
    last: date,
) -> Period:
    bounds = [(edge, day) for edge, day in (("Beginning", first), ("End", last)) if day]
    instants = [(NamedNode(f"{node.value}#{edge.lower()}"), edge, day) for edge, day in bounds]
    links = tuple((term(f"time:has{edge}"), (instant,)) for instant, edge, _ in instants)
    whole = Block(node, ((_A, (term("time:ProperInterval"),)), *said, *links))
    ends = (
        Block(instant, ((_A, (term("time:Instant"),)), _day(day))) for instant, _, day in instants
    )
    return Period(node, (whole, *ends))


def _day(day: date) -> tuple[NamedNode, tuple[Literal]]:
    literal = Literal(day.isoformat(), datatype=term("xsd:date"))
    return (term("time:inXSDDate"), (literal,))
