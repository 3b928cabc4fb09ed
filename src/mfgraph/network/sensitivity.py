"""How much of a ranking rests on one source: leave each out, hear one voice only, draw anew."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType
from typing import Final

from mfgraph.network.centrality import centrality, values
from mfgraph.network.chance import SEED
from mfgraph.network.projection import Projection
from mfgraph.network.witnesses import VOICES, Witness, Witnesses

BOOTSTRAPS: Final = 200
# One draw in twenty is cut off at either end.
_TAIL: Final = 0.05
_NOISE: Final = 9  # digits after which two values are the same

Interval = tuple[int, int]
Ranks = Mapping[str, int]
_Derive = Callable[[Projection], Projection]


@dataclass(frozen=True, slots=True)
class Standing:
    """The rank of a node among those of its kind, and how far it moves with the sources.

    `leave_one_out` is the best and the worst rank when any one witness is left out;
    `bootstrap` is where nine draws in ten of as many witnesses, with repeats, put it: a node
    that nobody left names comes last in either. `voices` is its rank where only the official
    sources, or only the press, are heard, or nothing where they do not speak of it.
    """

    node: str
    value: float
    rank: int
    leave_one_out: Interval
    bootstrap: Interval
    voices: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The standings of a measure, in order of rank, and on how many witnesses they rest."""

    measure: str
    witnesses: int
    draws: int
    seed: int
    standings: tuple[Standing, ...]


def sensitivity(
    projection: Projection,
    measure: str,
    known: Witnesses,
    *,
    derive: _Derive = lambda network: network,
    draws: int = BOOTSTRAPS,
    seed: int = SEED,
) -> Sensitivity:
    """How the ranks by a measure move with the sources.

    Copies of one release are put together first. `derive` makes the network that is measured
    of the one whose edges fall, such as a projection onto one side of it.

    Raises:
        UsageError: the measure has no meaning in this network.
    """
    whole = known.put_together(projection)
    centrality(derive(whole), measure)
    behind = known.behind(projection)
    take = _Taking(whole, measure, derive)
    heard = {witness.iri for witness in behind}
    full, found = take.ranks(heard), take.values(heard)
    without = [take.ranks(heard - {left.iri}) for left in behind]
    drawn = _drawn(behind, take, draws=draws, seed=seed)
    voices = {v: take.ranks({w.iri for w in behind if w.is_heard(v)}) for v in VOICES}
    last = _last(derive(whole))
    standings = [
        Standing(
            node,
            value,
            full[node],
            leave_one_out=_between([each.get(node, last[node]) for each in (full, *without)], 0),
            bootstrap=_between([each.get(node, last[node]) for each in (full, *drawn)], _TAIL),
            voices={voice: heard_ranks.get(node) for voice, heard_ranks in voices.items()},
        )
        for node, value in found.items()
    ]
    order = sorted(standings, key=lambda standing: (standing.rank, standing.node))
    return Sensitivity(measure, len(behind), draws, seed, tuple(order))


def ranks(projection: Projection, found: Mapping[str, float]) -> dict[str, int]:
    """The rank of each node among those of its kind: 1 for the highest value, shared by equals."""
    given: dict[str, int] = {}
    for kind in projection.query.nodes:
        of_kind = [n.iri for n in projection.nodes if n.kind == kind and n.iri in found]
        order = sorted((round(found[node], _NOISE) for node in of_kind), reverse=True)
        first = {value: order.index(value) + 1 for value in set(order)}
        given |= {node: first[round(found[node], _NOISE)] for node in of_kind}
    return given


@dataclass(frozen=True)
class _Taking:
    """Takes one measure on what is left of a network, once for the same edges."""

    whole: Projection
    measure: str
    derive: _Derive

    def values(self, heard: set[str]) -> Mapping[str, float]:
        left = self._left(heard)
        return values(left, self.measure) if left.edges else {}

    def ranks(self, heard: set[str]) -> Ranks:
        """The ranks where only these witnesses are heard, of those whom they name."""
        left = self._left(heard)
        if not left.edges:
            return {}
        return MappingProxyType(ranks(left, values(left, self.measure)))

    def _left(self, heard: set[str]) -> Projection:
        kept = (edge for edge in self.whole.edges if heard.intersection(edge.documents))
        return self.derive(self.whole.kept(kept))


def _drawn(behind: tuple[Witness, ...], take: _Taking, *, draws: int, seed: int) -> list[Ranks]:
    random = Random(seed)  # noqa: S311  (for drawing sources, not for secrets)
    iris = [witness.iri for witness in behind]
    return [take.ranks(set(random.choices(iris, k=len(iris)))) for _ in range(draws)]


def _last(projection: Projection) -> dict[str, int]:
    """The last rank among the nodes of each node's kind: that of one whom no source names."""
    sizes = Counter(node.kind for node in projection.nodes)
    return {node.iri: sizes[node.kind] for node in projection.nodes}


def _between(found: list[int], tail: float) -> Interval:
    given = sorted(found)
    cut = round(tail * (len(given) - 1))
    return given[cut], given[len(given) - 1 - cut]
