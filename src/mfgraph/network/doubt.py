"""What is printed of a network's sources: how far ranks move with them, and what falls with each."""

from collections.abc import Iterator
from typing import Final

from mfgraph.labels import Labels
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.measures import shown
from mfgraph.network.projection import Projection
from mfgraph.network.reliance import Reliance
from mfgraph.network.report import lines
from mfgraph.network.sensitivity import Interval, Sensitivity, Standing
from mfgraph.network.witnesses import VOICES
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick

# So many outlets are named, the weightiest first.
_MOST_NAMED: Final = 20


def tell_sensitivity(projection: Projection, found: Sensitivity, lang: Language) -> Iterator[str]:
    """The rank of each node beside the ranks that other sources would give it."""
    yield projection.query.title[lang]
    keys = ("value", "rank", "leave-one-out", "bootstrap", *VOICES)
    own = (phrase(f"network.{key}", lang) for key in ("node", "kind"))
    kinds = {n.iri: pick(projection.query.nodes[n.kind], lang) for n in projection.nodes}
    names = projection.labels(lang)
    yield from lines(
        [*own, *(phrase(f"measures.{key}", lang) for key in keys)],
        [(names[s.node], kinds[s.node], *_cells(s)) for s in found.standings],
    )
    yield phrase(
        "measures.sensitivity-note",
        lang,
        name=phrase(f"measures.{found.measure}", lang),
        witnesses=found.witnesses,
        draws=found.draws,
        seed=found.seed,
    )
    yield from ranking_warning(projection, lang)
    yield from notice(projection, lang)


def tell_reliance(found: Reliance, labels: Labels, lang: Language) -> Iterator[str]:
    """What would fall with each outlet, the weightiest first."""
    keys = ("outlet", "edges-gone", "nodes-gone", "pieces-more")
    most = found.outlets[:_MOST_NAMED]
    labels.load(fall.what for fall in most)
    yield from lines(
        [phrase(f"measures.{key}", lang) for key in keys],
        [
            (labels.of(fall.what, lang), str(fall.edges), str(fall.nodes), str(fall.pieces))
            for fall in most
        ],
    )
    if len(found.outlets) > _MOST_NAMED:
        yield phrase("measures.more", lang, count=len(found.outlets) - _MOST_NAMED)
    yield phrase("measures.reliance-note", lang, alone=found.on_one_witness, edges=found.edges)


def _cells(standing: Standing) -> tuple[str, ...]:
    voices = (standing.voices[voice] for voice in VOICES)
    return (
        shown(standing.value),
        str(standing.rank),
        _interval(standing.leave_one_out),
        _interval(standing.bootstrap),
        *("" if rank is None else str(rank) for rank in voices),
    )


def _interval(given: Interval) -> str:
    low, high = given
    return str(low) if low == high else f"{low}–{high}"
