"""Which things have a key in common, or keys that are alike, kept up to date.

Two figures of one key, two names that sound the same are tied by no triple. A change of one thing
leads from here to those that it may now be, or no longer be, confused with.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mfgraph.store import OxigraphStore
from mfgraph.validate.paths import Term

Keys = Callable[[OxigraphStore], Iterable[tuple[Term, str]]]
Alike = Callable[[str, "Likeness"], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Which things have which keys."""

    of_key: dict[str, set[Term]] = field(default_factory=lambda: defaultdict(set))
    of_thing: dict[Term, set[str]] = field(default_factory=lambda: defaultdict(set))
    letters: set[str] = field(default_factory=set)

    def put(self, things: Iterable[Term], keys: Iterable[tuple[Term, str]]) -> None:
        """Give some things the keys they have now, and no others."""
        for thing in things:
            for key in self.of_thing.pop(thing, ()):
                self._drop(thing, key)
        for thing, key in keys:
            self.of_key[key].add(thing)
            self.of_thing[thing].add(key)
            self.letters.update(key)

    def like(self, things: Iterable[Term], alike: Alike) -> set[Term]:
        """The things themselves, and all that have a key like one of theirs."""
        found = set(things)
        keys = {key for thing in found for key in self.of_thing.get(thing, ())}
        for key in keys:
            for other in alike(key, self):
                found |= self.of_key.get(other, set())
        return found

    def _drop(self, thing: Term, key: str) -> None:
        things = self.of_key[key]
        things.discard(thing)
        if not things:
            del self.of_key[key]


def same(key: str, _: Likeness) -> tuple[str]:
    """A key is like itself alone."""
    return (key,)
