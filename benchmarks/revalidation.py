"""How long it takes to validate again after one entity has changed, beside a full validation.

    python benchmarks/revalidation.py [WORKSPACE] [ENTITIES]

Of entities drawn by a fixed seed each loses one triple, which then comes back. In the end the
report must be that of the beginning, and that of a full run, or the times mean nothing.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from mfgraph.build import load
from mfgraph.store import OxigraphStore
from mfgraph.validate.changed import Revalidation
from mfgraph.validate.rules import Rules
from mfgraph.vocab import ID
from mfgraph.workspace import Workspace

R = TypeVar("R")


def main() -> None:
    """Print the time of a full validation, and the median and spread of those after a change."""
    workspace = Workspace.find(Path(sys.argv[1]) if sys.argv[1:] else None)
    drawn = int(sys.argv[2]) if len(sys.argv) > 2 else 50  # noqa: PLR2004  (a second argument)
    store = OxigraphStore.merged(load(workspace).store)
    rules, analysis = timed(lambda: Rules.of(workspace))
    work, full = timed(lambda: Revalidation(store, rules))
    first, times = work.report(), []
    for triple in changes(store, drawn):
        for come, gone in (((), (triple,)), ((triple,), ())):
            times.append(timed(partial(work.after, come, gone))[1])
    same = work.report() == first == Revalidation(store, rules).report()
    print(f"{len(store.inner)} triples, {len(first.results)} results; shapes read {analysis:.2f} s")
    print(
        f"full {full:.2f} s; after a change: median {1000 * statistics.median(times):.1f} ms, ",
        end="",
    )
    print(
        f"9 of 10 {1000 * statistics.quantiles(times, n=10)[-1]:.1f} ms, most {1000 * max(times):.1f} ms"
    )
    print(f"ratio {full / statistics.median(times):.0f} ×, results {'equal' if same else 'DIFFER'}")


def changes(store: OxigraphStore, number: int) -> list[ox.Triple]:
    """One triple each of some entities."""
    entities = sorted({str(q.subject) for q in store.quads() if ID in str(q.subject)})
    choice = random.Random(1)  # noqa: S311  (the same ones each time)
    found = []
    for name in choice.sample(entities, min(number, len(entities))):
        said = store.inner.quads_for_pattern(ox.NamedNode(name.strip("<>")), None, None)
        found.append(choice.choice(sorted((quad.triple for quad in said), key=str)))
    return found


def timed(work: Callable[[], R]) -> tuple[R, float]:
    """What some work gives, and how many seconds it takes."""
    begin = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begin


if __name__ == "__main__":
    main()
