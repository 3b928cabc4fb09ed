"""Sights: triples that may bear on what is found about a node, and the ways from it to them.

Read backward, a sight tells which nodes a changed triple can touch; read forward, which triples
are needed to find what is to be found about some nodes. A triple that no way leads to is looked
at from everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import pyoxigraph as ox

from mfgraph.validate.paths import HERE, Chain, Either, Path, Repeat, Step, chained, inverse, length

End = Literal["subject", "predicate", "object"]
# So many ways from one place to another are kept, the shortest.
ROUTES: Final = 6


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a node to one end of a triple."""

    path: Path
    end: End


@dataclass(frozen=True, slots=True)
class Sight:
    """Triples that a query or shape looks at: those of a property (None: of any).

    With `subject` or `object` only those that have it. Where `once` is set, it is only asked
    whether there is one. Without routes the triples are looked at from everywhere.
    """

    predicate: ox.NamedNode | None
    subject: ox.NamedNode | None = None
    object: ox.NamedNode | None = None
    routes: tuple[Route, ...] = ()
    once: bool = False


class Unreadable(Exception):
    """What a query looks at is not known; it must be asked of the whole store."""


def along(path: Path, starts: Iterable[Path], ends: Iterable[Path] = ()) -> Iterator[Sight]:
    """The sights of each step of a way, given ways to its beginning and to its end."""
    firsts, lasts = tuple(starts), tuple(ends)
    for step, before, after in _elements(path):
        near: End = "subject" if step.forward else "object"
        far: End = "object" if step.forward else "subject"
        found = [Route(chained(way, before), near) for way in firsts]
        found += [Route(chained(way, inverse(after)), far) for way in lasts]
        found.sort(key=lambda route: length(route.path))
        yield Sight(step.predicate, routes=tuple(found[:ROUTES]))


def _elements(path: Path) -> Iterator[tuple[Step, Path, Path]]:
    """Each step of a way, with the ways before and after it."""
    match path:
        case Step():
            yield path, HERE, HERE
        case Chain(parts):
            for at, part in enumerate(parts):
                start, end = chained(*parts[:at]), chained(*parts[at + 1 :])
                yield from _framed(part, start, end)
        case Either(parts):
            for part in parts:
                yield from _elements(part)
        case Repeat(part, many):
            again = path if many else HERE
            yield from _framed(part, again, again)


def _framed(path: Path, start: Path, end: Path) -> Iterator[tuple[Step, Path, Path]]:
    for step, before, after in _elements(path):
        yield step, chained(start, before), chained(after, end)
