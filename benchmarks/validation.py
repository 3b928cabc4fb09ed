"""How long validation takes, ours beside pySHACL alone, on the same data and shapes.

    python benchmarks/validation.py [WORKSPACE]

pySHACL parses the text of each SPARQL constraint anew for every node; ours asks each once.
Both must find the same, or the times mean nothing. On all sources pySHACL takes many minutes:
name a workspace of fewer to have an answer sooner.
"""

import sys
import time
from pathlib import Path

from mfgraph.build import build
from mfgraph.validate import ENGINES, validate
from mfgraph.workspace import Workspace


def main() -> None:
    """Print the time of each engine and the ratio of the two."""
    built = build(Workspace.find(Path(sys.argv[1]) if sys.argv[1:] else None))
    times, found = {}, {}
    for engine in ENGINES:
        begin = time.perf_counter()
        report = validate(built, engine=engine)
        times[engine] = time.perf_counter() - begin
        found[engine] = [(r.focus, r.path, r.rule, r.severity) for r in report.results]
        print(f"{engine:10} {times[engine]:8.2f} s  {len(report.results)} results", flush=True)
    same = len({str(results) for results in found.values()}) == 1
    print(
        f"ratio {times['pyshacl'] / times['default']:.0f} ×, results {'equal' if same else 'DIFFER'}"
    )


if __name__ == "__main__":
    main()
