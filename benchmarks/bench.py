"""One run of the benchmark: case by case, with a limit for each and an end for all."""

import shutil
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from cases import Case, Place, cases, generate
from figures import enough
from process import Run, run


@dataclass
class Bench:
    """One run of the benchmark: what is to be measured, and what has been."""

    limit: float
    until: float
    only: frozenset[str]
    engines: frozenset[str]
    runs: int
    results: list[dict[str, Any]] = field(default_factory=list)
    facts: dict[str, dict[str, int]] = field(default_factory=dict)
    # Who was stopped at which measure, or part of one, and at which size.
    slow: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def measure(self, place: Place) -> None:
        """All cases of one size."""
        place.folder.mkdir(parents=True, exist_ok=True)
        for case in (generate(place), *cases(place)):
            if self._is_wanted(case) and not self.take(case, place) and case.needed:
                return

    def _is_wanted(self, case: Case) -> bool:
        # Without these no other can be measured, or no other of a peer.
        needed = {"generate", "save", "prepare", "load quads"}
        needed |= {"unite"} if "validate" in self.only else set()
        asked = not self.only or case.measure in self.only | needed
        return asked and (not self.engines or case.needed or case.engine in self.engines)

    def take(self, case: Case, place: Place) -> bool:
        """One case at one size, as far as it goes; whether it came to its end."""
        if slow := self._is_slow(case):
            self._note(case, place, "not run", slow)
        elif time.monotonic() > self.until:
            self._note(case, place, "not run", "no time left")
        else:
            print(f"{place.size:>12,}  {case.measure:14} {case.engine}", flush=True)
            return self._run(replace(case, parts=tuple(self._parts(case, place))), place)
        return False

    def _is_slow(self, case: Case) -> str | None:
        # Who cannot load in time can do nothing with what is loaded.
        for measure in ("load quads", "load view", case.measure):
            if (measure, case.engine, measure) in self.slow:
                return f"stopped at {self.slow[measure, case.engine, measure]:,}, {measure}"
        return None

    def _parts(self, case: Case, place: Place) -> Iterator[str]:
        for part in case.parts:
            stopped_at = self.slow.get((case.measure, case.engine, part))
            if stopped_at is None:
                yield part
            else:
                self._note(case, place, "not run", f"stopped at {stopped_at:,}", part)

    def _run(self, case: Case, place: Place) -> bool:
        runs: list[Run] = []
        while not runs or self._is_to_be_repeated(case, runs):
            if case.fresh is not None:
                shutil.rmtree(case.fresh, ignore_errors=True)
            log = place.folder / "errors.log"
            runs.append(run((*case.command, *case.parts), self.limit, log, self.until))
        last = runs[-1]
        for line in last.lines:
            self.facts.setdefault(str(place.size), {}).update(line.get("facts", {}))
        for name, seconds, more in _figures(case, runs):
            self._add(case, place, name, seconds=seconds, peak_mb=_peak(runs), **more)
        return last.done or self._failed(case, place, last)

    def _is_to_be_repeated(self, case: Case, runs: list[Run]) -> bool:
        if not runs[-1].done or time.monotonic() > self.until:
            return False
        return len(runs) < min(case.runs, self.runs) and not enough(
            [found.seconds for found in runs]
        )

    def _failed(self, case: Case, place: Place, last: Run) -> bool:
        part = last.unfinished if last.unfinished in case.parts else None
        at = part or case.measure
        if not last.stopped:
            self._note(case, place, "failed", last.complaint[:160], at)
        elif time.monotonic() > self.until:
            self._note(case, place, "not run", "no time left", at)
        else:
            self.slow[case.measure, case.engine, at] = place.size
            self._note(case, place, "stopped", f"over {self.limit:.0f} s", at)
            self.results[-1]["over"] = self.limit
        rest = case.parts[case.parts.index(part) + 1 :] if part else ()
        return bool(rest) and self.take(replace(case, parts=rest), place)

    def _note(
        self, case: Case, place: Place, outcome: str, note: str, name: str | None = None
    ) -> None:
        print(f"{'':>12}  {case.measure:14} {case.engine}: {outcome}, {note}", flush=True)
        self._add(case, place, name or case.measure, outcome=outcome, note=note)

    def _add(self, case: Case, place: Place, name: str, **found: Any) -> None:
        self.results.append(
            {"size": place.size, "measure": case.measure, "case": name, "engine": case.engine}
            | found
        )


def _figures(case: Case, runs: list[Run]) -> list[tuple[str, list[float], dict[str, Any]]]:
    if case.whole:
        rows = next((line.get("rows") for found in runs for line in found.cases), None)
        done = [round(found.seconds, 6) for found in runs if found.done]
        return [(case.measure, done, {"rows": rows})] if done else []
    names = dict.fromkeys(line["case"] for found in runs for line in found.cases)
    return [(name, *_of(name, runs)) for name in names]


def _of(name: str, runs: list[Run]) -> tuple[list[float], dict[str, Any]]:
    lines = [line for found in runs for line in found.cases if line["case"] == name]
    seconds = [round(second, 6) for line in lines for second in line["seconds"]]
    more = {key: lines[-1][key] for key in ("rows", "refused") if lines[-1].get(key) is not None}
    return seconds, more


def _peak(runs: list[Run]) -> float:
    return round(statistics.median(found.peak_mb for found in runs), 1)
