"""How long a diff and a canonical form take, ours beside peers, on the same sorted N-Quads.

    python benchmarks/diff.py FILE [runs]

FILE is an export of `mfgraph export nquads`, of any size. The diff is held against a difference
of two sets of lines, which sees neither what is not sorted nor another spelling; the canonical
form against pyoxigraph's `Dataset.canonicalize`. Each run is a process of its own, so that the
memory is its own; both must find the same.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = """
import json, resource, sys, time
begin = time.perf_counter()
{body}
seconds = time.perf_counter() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak, found]))
"""
# One line out of some speaks of something else.
CHANGE = """
lines = open(sys.argv[1], "rb").read().splitlines(keepends=True)
every = max(int(sys.argv[3]), 1)
lines[::every] = [line.replace(b"> <", b"-x> <", 1) for line in lines[::every]]
found = open(sys.argv[2], "wb").write(b"".join(sorted(lines)))
"""
SETS = """
old, new = ({*open(path, "rb")} for path in sys.argv[1:3])
found = [len(old - new), len(new - old)]
"""
OURS = """
from mfgraph.diff.merging import differences
with open(sys.argv[1], "rb", buffering=0) as old, open(sys.argv[2], "rb", buffering=0) as new:
    sizes = [(len(gone), len(come)) for gone, come in differences(old, new)]
found = [sum(side) for side in zip(*sizes)]
"""
CANONICALIZE = """
import hashlib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize
dataset = Dataset(parse(path=sys.argv[1], format=RdfFormat.N_QUADS))
dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
lines = serialize(dataset, format=RdfFormat.N_QUADS).splitlines(keepends=True)
found = hashlib.sha256(b"".join(sorted(lines))).hexdigest()
"""
FORM = """
import hashlib
from pyoxigraph import RdfFormat, parse
from mfgraph.export import canonical_form
found = hashlib.sha256(canonical_form(parse(path=sys.argv[1], format=RdfFormat.N_QUADS))).hexdigest()
"""


def measured(body: str, arguments: list[object]) -> tuple[float, float, object]:
    """The seconds, the peak of memory in MB and the result of one run."""
    command = [sys.executable, "-c", RUN.format(body=body), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own)
    seconds, peak, found = json.loads(done.stdout)
    return seconds, peak, found


def compare(title: str, cases: dict[str, str], paths: list[object], runs: int) -> None:
    """Print the median of each case, run in turns, and its ratio to the first."""
    print(title)
    turns = [{name: measured(body, paths) for name, body in cases.items()} for _ in range(runs)]
    first = statistics.median(turn[next(iter(cases))][0] for turn in turns)
    for name in cases:
        median = statistics.median(turn[name][0] for turn in turns)
        peak = max(turn[name][1] for turn in turns)
        print(f"  {name:28} {median:7.2f} s  {median / first:5.2f} ×  {peak:6.0f} MB")
    results = {json.dumps(found) for turn in turns for _, _, found in turn.values()}
    print(f"  results {'equal' if len(results) == 1 else 'DIFFER'}: {min(results)[:40]}")


def main(path: Path, runs: int) -> None:
    """Measure the diff with few and with many changes, and the canonical form."""
    with path.open("rb") as file:
        count = sum(1 for _ in file)
    with tempfile.TemporaryDirectory() as folder:
        for name, every in (("ten changes", count // 10), ("one line in a hundred", 100)):
            new = Path(folder) / "new.nq"
            measured(CHANGE, [path, new, every])
            cases = {"sets of lines": SETS, "mfgraph diff": OURS}
            compare(f"{count} quads, {name}", cases, [path, new], runs)
    peers = {"pyoxigraph, RDFC-1.0": CANONICALIZE, "mfgraph, canonical form": FORM}
    compare(f"{count} quads, canonical form and SHA-256", peers, [path], runs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)  # noqa: PLR2004
