"""What a benchmark found, by size, measure, case and engine."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

OURS = "mfgraph"
ON_DISK = f"{OURS} on disk"
Found = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One line of a table: a measure of an engine, and what it is compared with."""

    label: str
    measure: str
    case: str
    engine: str
    # The engine, and case, that this one's time is divided by.
    beside: tuple[str, str, str] | None = None


class Results:
    """What was found, by size, measure, case and engine."""

    def __init__(
        self, results: Sequence[Found], facts: Mapping[str, Mapping[str, int]] | None = None
    ) -> None:
        self._found = {(r["size"], r["measure"], r["case"], r["engine"]): r for r in results}
        # What became of a measure as a whole, where nothing is said of one of its figures.
        self._wholes = {
            (r["size"], r["measure"], r["engine"]): r
            for r in results
            if r["case"] == r["measure"] and r.get("outcome")
        }
        self.sizes = sorted({r["size"] for r in results})
        self._facts = facts or {}

    def quads(self, size: int) -> int:
        """The quads of the store of a size, which is what grows; the size itself if not known."""
        return self._facts.get(str(size), {}).get("quads", size)

    def peak(self, size: int, measure: str, case: str, engine: str) -> float | None:
        """The peak of memory of the process that took a figure, in MB."""
        one = self.of(size, measure, case, engine)
        return float(one["peak_mb"]) if one.get("seconds") else None

    def engines(self, measure: str) -> list[str]:
        """Who was asked for a measure."""
        return sorted({engine for _, m, _, engine in self._found if m == measure})

    def cases(self, size: int, measure: str, engine: str) -> list[str]:
        """The figures of a measure that an engine was asked for."""
        return [c for s, m, c, e in self._found if (s, m, e) == (size, measure, engine)]

    def refusals(self, measure: str) -> dict[str, str]:
        """What each engine that cannot do a thing said, the first time."""
        return {
            engine: found["refused"]
            for (_, m, _, engine), found in reversed(self._found.items())
            if m == measure and "refused" in found
        }

    def of(self, size: int, measure: str, case: str, engine: str) -> Found:
        """What was found of one figure, or why nothing was."""
        return self._found.get(
            (size, measure, case, engine), self._wholes.get((size, measure, engine), {})
        )

    def time(self, size: int, measure: str, case: str, engine: str) -> float | None:
        """The median of one figure, if it was taken."""
        taken = self.of(size, measure, case, engine).get("seconds")
        return statistics.median(taken) if taken else None
