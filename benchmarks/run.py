"""Measure mfgraph beside its peers, at sizes that grow, and write what was found to a file.

    python benchmarks/run.py --sizes 1e4,1e5 --peers build/peers/bin/python -o benchmarks/results.json

The data of a size are generated once. Every figure is taken in a process of its own, five times
or for a minute, and stands beside the peak of memory of that process. One that says nothing for
--limit seconds is stopped, and not tried at greater sizes. After --budget minutes nothing more
is begun; what was not run is said to be so. `tell.py` makes the page of the results.

At ten million triples most peers have no memory or time left; --only and --engines name what is
to be measured, and who is asked:

    python benchmarks/run.py --sizes 1e6,1e7 --limit 400 --budget 12 --runs 1
        --only build save reopen export --engines mfgraph pyoxigraph -o build/ten-million.json
"""

import argparse
import json
import shlex
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from bench import Bench
from cases import Place
from figures import RUNS
from machine import machine

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measure what is asked for, writing the results after each size."""
    asked = _arguments()
    begin = time.monotonic()
    until = begin + asked.budget * 60
    only, engines = frozenset(asked.only), frozenset(asked.engines)
    bench = Bench(asked.limit, until, only, engines, asked.runs)
    about = machine(asked.peers)
    for size in asked.sizes:
        place = _place(asked, size)
        bench.measure(place)
        _write(asked, bench, about, time.monotonic() - begin)
        if not asked.keep:
            shutil.rmtree(place.folder, ignore_errors=True)
    print(f"{len(bench.results)} figures: {asked.output}")


def _place(asked: argparse.Namespace, size: int) -> Place:
    scripts = Path(sys.executable).parent
    return Place(
        python=sys.executable,
        mfgraph=str(scripts / "mfgraph"),
        peers=str(asked.peers),
        oxigraph=str(asked.peers.parent / "oxigraph"),
        source=ROOT,
        folder=asked.folder / str(size),
        size=size,
    )


def _write(asked: argparse.Namespace, bench: Bench, about: dict[str, Any], seconds: float) -> None:
    content = {
        "command": "python benchmarks/run.py " + " ".join(_shown(asked)),
        "machine": about,
        "sizes": _named(asked.sizes),
        "limit": asked.limit,
        "budget": asked.budget,
        "minutes": round(seconds / 60, 1),
        "facts": bench.facts,
    }
    head = json.dumps(content, indent=1, ensure_ascii=False).removesuffix("\n}")
    # One figure a line, so that two runs can be compared.
    lines = ",\n".join(f"  {json.dumps(found, ensure_ascii=False)}" for found in bench.results)
    beside = asked.output.with_suffix(".new")
    beside.write_text(f'{head},\n "results": [\n{lines}\n ]\n}}\n', encoding="utf-8")
    beside.replace(asked.output)


def _shown(asked: argparse.Namespace) -> list[str]:
    sizes, limit, budget = _named(asked.sizes), asked.limit, asked.budget
    some = [
        f"--{name} {shlex.join(named)}"
        for name, named in (("only", asked.only), ("engines", asked.engines))
        if named
    ]
    return [f"--sizes {sizes}", *some, f"--limit {limit:.0f}", f"--budget {budget:.0f}"]


def _named(sizes: list[int]) -> str:
    powers = {10**power: f"1e{power}" for power in range(3, 10)}
    return ",".join(powers.get(size, str(size)) for size in sizes)


def _sizes(text: str) -> list[int]:
    return sorted(int(float(size)) for size in text.split(","))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=_sizes, default=[10_000, 100_000], metavar="1e4,1e5")
    parser.add_argument("--peers", type=Path, default=ROOT / "build/peers/bin/python")
    parser.add_argument("--limit", type=float, default=300, help="seconds of silence")
    parser.add_argument("--budget", type=float, default=60, help="minutes of the whole")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of one figure, at most")
    parser.add_argument("--only", nargs="*", default=[], metavar="MEASURE")
    parser.add_argument("--engines", nargs="*", default=[], metavar="ENGINE")
    parser.add_argument("--folder", type=Path, default=ROOT / "build/bench")
    parser.add_argument("--keep", action="store_true", help="keep the data")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "benchmarks/results.json")
    return parser.parse_args()


if __name__ == "__main__":
    main()
