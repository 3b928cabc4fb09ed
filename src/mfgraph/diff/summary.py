"""What changed, in the terms of the graph: sources, claims, values that hold, choices, things."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from mfgraph.claims import LIVE
from mfgraph.diff.index import Index
from mfgraph.terms import Term
from mfgraph.vocab import term

Graph = NamedNode | BlankNode | DefaultGraph
_TYPE: Final = term("rdf:type")
_CLAIM: Final = term("mf:Claim")
_STATUS: Final = term("mf:claimStatus")
_CHOSEN: Final = term("mf:chosenClaim")
_REASON: Final = term("mf:choiceReason")
OLD, NEW = 0, 1
# Statements, or values, of the old version and of the new one.
Count = list[int]
Pair = tuple[list[Term], list[Term]]
Key = tuple[NamedNode, NamedNode, str | None]


@dataclass(frozen=True, slots=True)
class Fates:
    """Which things of one kind are gone, which are new, and which say something else."""

    removed: tuple[NamedNode, ...]
    added: tuple[NamedNode, ...]
    changed: tuple[NamedNode, ...]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A property of a thing with the values that it lost and those that it got instead."""

    thing: NamedNode
    predicate: NamedNode
    old: tuple[Term, ...]
    new: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Flip:
    """A choice that fell on another claim, and the deciding rule, before and after.

    `is_gone` says that the claim chosen before is no longer live, `is_new` that the one chosen
    now was not live before: without either, a rule or another claim made the difference.
    """

    choice: NamedNode
    old: NamedNode
    new: NamedNode
    rules: tuple[NamedNode | None, NamedNode | None]
    is_gone: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The differences between two versions: of each graph and thing, how many statements."""

    graphs: Mapping[Graph, Count]
    things: Mapping[NamedNode, Count]
    claims: Fates
    entities: Fates
    values: tuple[ValueChange, ...]
    flips: tuple[Flip, ...]

    @property
    def statements(self) -> tuple[int, int]:
        """How many statements were removed and added, in all graphs."""
        counts = list(self.graphs.values())
        return sum(count[OLD] for count in counts), sum(count[NEW] for count in counts)


def summary(removed: Iterable[Quad], added: Iterable[Quad], old: Index, new: Index) -> Summary:
    """What removed and added statements amount to; the indexes are of all that was said."""
    tally = _Tally()
    for side, quads in ((OLD, removed), (NEW, added)):
        for quad in quads:
            tally.take(quad, side)
    about = tally.told | tally.things.keys()
    claims = {thing for thing in about if _CLAIM in _types(thing, old, new)}
    # What rules conclude of a claim, such as the days its date may mean, changes with it.
    entities = tally.things.keys() - claims
    return Summary(
        graphs={graph: tally.graphs[graph] for graph in sorted(tally.graphs, key=_place)},
        things=tally.things,
        claims=_fates(claims, (old, new), _is_live),
        entities=_fates(entities, (old, new), lambda thing, index: index.knows(thing)),
        values=tuple(change for change in _changes(tally.values) if change.thing not in claims),
        flips=tuple(_flips(tally.chosen, old, new)),
    )


@dataclass(slots=True)
class _Tally:
    """Statements counted and sorted by what they are about, as they come."""

    graphs: dict[Graph, Count] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    things: dict[NamedNode, Count] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    told: set[NamedNode] = field(default_factory=set)
    values: dict[Key, Pair] = field(default_factory=lambda: defaultdict(lambda: ([], [])))
    chosen: dict[NamedNode, Pair] = field(default_factory=lambda: defaultdict(lambda: ([], [])))

    def take(self, quad: Quad, side: int) -> None:
        """Count a statement that one side has alone."""
        self.graphs[quad.graph_name][side] += 1
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode):
            return
        if quad.predicate == _CHOSEN:
            self.chosen[subject][side].append(value)
        if not isinstance(quad.graph_name, DefaultGraph):
            self.told.add(subject)
            return
        self.things[subject][side] += 1
        language = value.language if isinstance(value, Literal) else None
        self.values[subject, quad.predicate, language][side].append(value)


def _types(thing: NamedNode, old: Index, new: Index) -> list[Term]:
    return [*old.values(thing, _TYPE), *new.values(thing, _TYPE)]


def _is_live(claim: NamedNode, index: Index) -> bool:
    return not LIVE.isdisjoint(index.values(claim, _STATUS))


def _fates(
    things: Iterable[NamedNode],
    indexes: tuple[Index, Index],
    is_there: Callable[[NamedNode, Index], bool],
) -> Fates:
    fates: dict[tuple[bool, bool], list[NamedNode]] = defaultdict(list)
    for thing in sorted(things, key=str):
        was, stands = (is_there(thing, index) for index in indexes)
        fates[was, stands].append(thing)
    changed = sorted([*fates[True, True], *fates[False, False]], key=str)
    return Fates(tuple(fates[True, False]), tuple(fates[False, True]), tuple(changed))


def _changes(values: Mapping[Key, Pair]) -> Iterator[ValueChange]:
    for (thing, predicate, _), (old, new) in values.items():
        if old and new:
            yield ValueChange(thing, predicate, tuple(old), tuple(new))


def _flips(chosen: Mapping[NamedNode, Pair], old: Index, new: Index) -> Iterator[Flip]:
    for choice, (before, after) in chosen.items():
        for one, other in zip(before, after, strict=False):
            if isinstance(one, NamedNode) and isinstance(other, NamedNode):
                yield Flip(
                    choice,
                    one,
                    other,
                    rules=(_rule(choice, old), _rule(choice, new)),
                    is_gone=not _is_live(one, new),
                    is_new=not _is_live(other, old),
                )


def _rule(choice: NamedNode, index: Index) -> NamedNode | None:
    return next((v for v in index.values(choice, _REASON) if isinstance(v, NamedNode)), None)


def _place(graph: Graph) -> str:
    return "" if isinstance(graph, DefaultGraph) else str(graph)
