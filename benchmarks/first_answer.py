"""How long a question takes from a cold start, beside an empty interpreter and rdflib.

    python benchmarks/first_answer.py [runs]

Each figure is a whole process: start, import, open, ask, print.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mfgraph

QUERY = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
WITH_RDFLIB = (
    "import sys, rdflib; "
    "graph = rdflib.Graph().parse(sys.argv[1]); "
    "print(list(graph.query(sys.argv[2])))"
)


def seconds(command: list[str], runs: int) -> float:
    """The median time of a command over some runs."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main(runs: int) -> None:
    """Print the medians and their ratios to an empty interpreter."""
    python = [sys.executable, "-c"]
    subprocess.run([sys.executable, "-m", "mfgraph", "build"], check=True, capture_output=True)
    with tempfile.TemporaryDirectory() as folder:
        turtle = Path(folder) / "graph.ttl"
        mfgraph.open().export("turtle", turtle)
        cases = {
            "empty interpreter": [*python, "pass"],
            "mfgraph query": [sys.executable, "-m", "mfgraph", "query", "--query", QUERY],
            "rdflib, the same view": [*python, WITH_RDFLIB, str(turtle), QUERY],
        }
        found = {name: seconds(command, runs) for name, command in cases.items()}
    for name, median in found.items():
        ratio = median / found["empty interpreter"]
        print(f"{name:24} {median:7.3f} s  {ratio:6.1f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
