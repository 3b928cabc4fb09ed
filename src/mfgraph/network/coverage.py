"""The coverage notice of a network: how much it rests on, and what it leaves out."""

import re
from collections.abc import Mapping
from typing import Final

from mfgraph.network.header import Texts
from mfgraph.network.projection import Projection
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick

# Below this many nodes, one more document can turn any order of them around.
LEAST: Final = 30
_YEAR: Final = re.compile(r"-?\d{4}(?!\d)")


def is_small(projection: Projection) -> bool:
    """Whether the network has too few nodes for any ranking to mean something."""
    return len(projection.nodes) < LEAST


def period(projection: Projection) -> tuple[str, str] | None:
    """The first and last year that its edges are dated to, or nothing where none has a year."""
    dates = (
        date for edge in projection.edges for date in (edge.begin, *edge.inside, edge.end) if date
    )
    years = sorted(found.group() for date in dates if (found := _YEAR.match(date)))
    return (years[0], years[-1]) if years else None


def notice(projection: Projection, lang: Language) -> tuple[str, ...]:
    """What a reader must know beside the network: its size, period, and what is left out.

    >>> from mfgraph.network.header import choose
    >>> from mfgraph.workspace import Workspace
    >>> query = choose(Workspace.shipped(), "organizations-events")
    >>> notice(Projection(query, (), ()), "en")[0]
    'Documents: 0 · period: not stated · nodes: 0 · edges: 0'
    """
    counts = {
        "documents": len(projection.documents),
        "nodes": len(projection.nodes),
        "edges": len(projection.edges),
    }
    return told(counts, period(projection), projection.query.left_out, lang)


def told(
    counts: Mapping[str, int], years: tuple[str, str] | None, left_out: Texts, lang: Language
) -> tuple[str, ...]:
    """The notice of counts of documents, nodes and edges, and of the first and last year."""
    size = phrase("network.notice", lang, period=_span(years, lang), **counts)
    return (size, phrase("network.left-out", lang, what=pick(left_out, lang)))


def ranking_warning(projection: Projection, lang: Language) -> tuple[str, ...]:
    """That no ranking means anything yet, where the network is small; else nothing."""
    if not is_small(projection):
        return ()
    return (phrase("network.too-small", lang, nodes=len(projection.nodes), least=LEAST),)


def _span(years: tuple[str, str] | None, lang: Language) -> str:
    if years is None:
        return phrase("network.period-not-stated", lang)
    first, last = years
    if first == last:
        return first
    return phrase("network.period-span", lang, first=first, last=last)
