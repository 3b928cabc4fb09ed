"""Ways through a store: from some nodes along properties to others, forward or backward.

A way is a [SPARQL property path](https://www.w3.org/TR/sparql11-query/#propertypaths) that may
also take a step along any property. It leads to at least all the nodes of the path it stands
for: `+` is walked as `*`, and a negated property set as a step along any property.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from mfgraph.store import OxigraphStore

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Step:
    """One triple further: along a property, or along any where it is None."""

    predicate: ox.NamedNode | None
    forward: bool = True


@dataclass(frozen=True, slots=True)
class Chain:
    """One way after the other; none of them leads nowhere else."""

    parts: "tuple[Path, ...]" = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Any one of some ways."""

    parts: "tuple[Path, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A way taken not at all or once, and again where there may be `many`."""

    part: "Path"
    many: bool = True


Path = Step | Chain | Either | Repeat
HERE: Final = Chain()


class TooMany(Exception):
    """A way leads to more nodes than somebody wants to look at."""


def chained(*paths: Path) -> Path:
    """One way after the other, without needless nesting.

    >>> chained(HERE, Step(None)) == Step(None)
    True
    """
    parts = [p for path in paths for p in (path.parts if isinstance(path, Chain) else (path,))]
    return parts[0] if len(parts) == 1 else Chain(tuple(parts))


def inverse(path: Path) -> Path:
    """The same way walked from its end to its beginning."""
    match path:
        case Step(predicate, forward):
            return Step(predicate, not forward)
        case Chain(parts):
            return Chain(tuple(inverse(part) for part in reversed(parts)))
        case Either(parts):
            return Either(tuple(inverse(part) for part in parts))
        case Repeat(part, many):
            return Repeat(inverse(part), many)


def length(path: Path) -> int:
    """How hard a way is to walk, at a guess: a step along any property counts as four."""
    match path:
        case Step(predicate, _):
            return 1 if predicate else 4
        case Chain(parts):
            return sum(map(length, parts))
        case Either(parts):
            return max(map(length, parts), default=0)
        case Repeat(part, _):
            return 2 * length(part)


def walk(path: Path, starts: Iterable[Term], store: OxigraphStore, limit: int) -> frozenset[Term]:
    """The nodes to which a way leads from any of some others, in any graph of the store.

    Raises:
        TooMany: there are more than `limit` on the way.
    """
    nodes = frozenset(starts)
    match path:
        case Step():
            return frozenset(_capped(_stepped(path, nodes, store), limit))
        case Chain(parts):
            for part in parts:
                nodes = walk(part, nodes, store, limit)
            return nodes
        case Either(parts):
            return frozenset[Term]().union(*(walk(part, nodes, store, limit) for part in parts))
        case Repeat(part, many):
            once = nodes | walk(part, nodes, store, limit)
            return _closure(part, once, store, limit) if many else once


def _closure(
    path: Path, nodes: frozenset[Term], store: OxigraphStore, limit: int
) -> frozenset[Term]:
    found, new = nodes, nodes
    while new:
        new = walk(path, new, store, limit) - found
        found |= new
        if len(found) > limit:
            raise TooMany
    return found


def _stepped(step: Step, nodes: Iterable[Term], store: OxigraphStore) -> Iterator[Term]:
    ask = store.inner.quads_for_pattern
    for node in nodes:
        if not step.forward:
            yield from (quad.subject for quad in ask(None, step.predicate, node))
        elif not isinstance(node, ox.Literal):
            yield from (quad.object for quad in ask(node, step.predicate, None))


def _capped(found: Iterator[Term], limit: int) -> Iterator[Term]:
    for count, term in enumerate(found):
        if count >= limit:
            raise TooMany
        yield term
