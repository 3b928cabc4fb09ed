"""How many of each kind of thing a number of triples holds, and which source tells what.

Sources are long and short, as the real ones are, and a longer one tells more of everything. The
numbers are whole, so that every machine shares the things out alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from mfgraph.errors import GenerateError
from mfgraph.generate.draws import Draw


@dataclass(frozen=True)
class Plan:
    """What is to be generated: the triples asked for, the sources, and the number of each kind."""

    triples: int
    seed: int
    sources: int
    counts: Mapping[str, int]
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, triples: int, seed: int, numbers: Mapping[str, Any]) -> "Plan":
        """The plan of a number of triples.

        Raises:
            GenerateError: so few triples cannot hold one of everything.
        """
        if triples < numbers["least_triples"]:
            raise GenerateError(
                f"{triples:,} triples cannot hold one of everything",
                hint=f"ask for {numbers['least_triples']:,} or more",
            )
        sources = triples // numbers["triples_a_source"]
        shares = numbers["things"] | numbers["items"]
        counts = {kind: max(1, int(share * sources)) for kind, share in shares.items()}
        for kind, most in numbers["shared"].items():
            # The shared things grow with the root of the whole until all are there.
            counts[kind] = min(most, max(2, int(sources**0.5)))
        draw = Draw(seed, "sizes")
        sizes = sorted(numbers["sizes"], key=lambda _: draw.below(1_000_000))
        return cls(triples, seed, sources, counts, tuple(sizes))

    def ordinals(self, kind: str, source: int) -> range:
        """The things of a kind that a source is the one to tell of."""
        # The kinds do not keep step, or the last source would tell of one of each.
        kinds = tuple(self.counts)
        early = self._whole * kinds.index(kind) // len(kinds)
        first, end = (
            (self.counts[kind] * self._before(at) + early) // self._whole
            for at in (source, source + 1)
        )
        return range(first, end)

    def until(self, source: int, whole: int) -> int:
        """As much of a whole as falls to the sources before this one, by their sizes."""
        return whole * self._before(source) // self._whole

    def _before(self, source: int) -> int:
        rounds, rest = divmod(source, len(self.sizes))
        return rounds * self._sums[-1] + self._sums[rest]

    @cached_property
    def _whole(self) -> int:
        return self._before(self.sources)

    @cached_property
    def _sums(self) -> tuple[int, ...]:
        return (0, *accumulate(self.sizes))
