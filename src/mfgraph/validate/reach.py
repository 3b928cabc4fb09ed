"""Sights followed in a store: from changed triples back to nodes, from nodes on to triples."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from mfgraph.store import OxigraphStore
from mfgraph.validate.paths import Path, Term, TooMany, inverse, walk
from mfgraph.validate.sights import Route, Sight

# A way is tried up to a number of nodes, then the next way, then each again up to more.
_LIMITS: Final = (100, 2_000, 40_000)


class Everywhere(Exception):
    """A change can touch any node."""


@dataclass(frozen=True, slots=True)
class Sighted:
    """Sights by the property they look at, each with those whose sight it is."""

    by_predicate: Mapping[ox.NamedNode | None, tuple[tuple[Sight, tuple[int, ...]], ...]]

    @classmethod
    def of(cls, sights: Iterable[Iterable[Sight]]) -> "Sighted":
        """The sights of several things, which are known by their place in the order."""
        owners: dict[Sight, list[int]] = defaultdict(list)
        for owner, some in enumerate(sights):
            for sight in dict.fromkeys(some):
                owners[sight].append(owner)
        found = defaultdict(list)
        for sight, whose in owners.items():
            found[sight.predicate].append((sight, tuple(whose)))
        return cls({predicate: tuple(some) for predicate, some in found.items()})

    def of_triple(self, triple: ox.Triple) -> Iterator[tuple[Sight, tuple[int, ...]]]:
        """The sights that a triple is in."""
        for predicate in (triple.predicate, None):
            for sight, owners in self.by_predicate.get(predicate, ()):
                if sight.subject in {None, triple.subject} and sight.object in {
                    None,
                    triple.object,
                }:
                    yield sight, owners

    def __iter__(self) -> Iterator[tuple[Sight, tuple[int, ...]]]:
        for some in self.by_predicate.values():
            yield from some


@dataclass(frozen=True, slots=True)
class Walker:
    """Walks in a store that does not change, each done once."""

    store: OxigraphStore
    known: dict[tuple[Path, frozenset[Term]], frozenset[Term]] = field(default_factory=dict)
    refused: dict[tuple[Path, frozenset[Term]], int] = field(default_factory=dict)

    def walk(self, path: Path, starts: frozenset[Term], limit: int) -> frozenset[Term]:
        """The nodes at the end of a way.

        Raises:
            TooMany: there are more than `limit` on the way.
        """
        key = path, starts
        found = self.known.get(key)
        if found is None:
            if self.refused.get(key, 0) >= limit:
                raise TooMany
            try:
                found = self.known[key] = walk(path, starts, self.store, limit)
            except TooMany:
                self.refused[key] = limit
                raise
        return found

    def nodes(self, sight: Sight, triple: ox.Triple) -> frozenset[Term]:
        """The nodes from which a triple is seen.

        Raises:
            Everywhere: they cannot be told, or are too many to tell.
        """
        for limit in _LIMITS:
            for route in sight.routes:
                try:
                    return self.walk(
                        inverse(route.path), frozenset((getattr(triple, route.end),)), limit
                    )
                except TooMany:
                    continue
        raise Everywhere

    def triples(self, sight: Sight, nodes: frozenset[Term]) -> frozenset[ox.Quad]:
        """The triples that are seen from some nodes, or more.

        Raises:
            TooMany: they are too many to take out of the store.
        """
        for limit in _LIMITS:
            for route in sight.routes:
                try:
                    ends = self.walk(route.path, nodes, limit)
                    return frozenset(self._capped(sight, route, ends, limit))
                except TooMany:
                    continue
        if sight.routes:
            raise TooMany
        return frozenset(self._all(sight))

    def _capped(
        self, sight: Sight, route: Route, ends: frozenset[Term], limit: int
    ) -> Iterator[ox.Quad]:
        count = 0
        for end in ends:
            for quad in _matching(sight, route, end, self.store):
                count += 1
                if count > limit:
                    raise TooMany
                yield quad
                if sight.once:
                    break

    def _all(self, sight: Sight) -> Iterator[ox.Quad]:
        found = self.store.inner.quads_for_pattern(sight.subject, sight.predicate, sight.object)
        for count, quad in enumerate(found):
            if count >= _LIMITS[1]:
                raise TooMany
            yield quad


def _matching(sight: Sight, route: Route, end: Term, store: OxigraphStore) -> Iterable[ox.Quad]:
    ask = store.inner.quads_for_pattern
    if route.end == "object":
        return ask(sight.subject, sight.predicate, end)
    if isinstance(end, ox.Literal):
        return ()
    if route.end == "predicate":
        return ask(sight.subject, end, sight.object) if isinstance(end, ox.NamedNode) else ()
    return ask(end, sight.predicate, sight.object)
