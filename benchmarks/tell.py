"""Make docs/benchmarks.md and its picture of what a run of the benchmark has found.

python benchmarks/tell.py [RESULTS.json]
"""

import json
import sys
from pathlib import Path
from string import Template
from typing import Any

from picture import draw
from sections import sections

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
PICTURE = "benchmarks.svg"


def page(content: dict[str, Any]) -> str:
    """The page of some results."""
    floor = min(found["peak_mb"] for found in content["results"] if found.get("peak_mb"))
    return Template((HERE / "page.md").read_text(encoding="utf-8")).substitute(
        plot=f"![Time and memory by the number of triples]({PICTURE})",
        machine=_machine(content["machine"]),
        command=content["command"],
        sizes=content["sizes"],
        minutes=round(content["minutes"]),
        limit=round(content["limit"]),
        budget=round(content["budget"]),
        floor=round(floor),
        tables="\n".join(sections(content)).rstrip(),
    )


def _machine(about: dict[str, Any]) -> str:
    versions = about["versions"] | about["peers"]
    named = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return (
        f"{about['cores']} cores ({about['processor']}), {about['memory_gb']} GB of memory, "
        f"{about['system']}, Python {about['python']}; {named}. The machine's load when it began: "
        f"{about['load']}."
    )


def main(path: Path) -> None:
    """Write the page and its picture."""
    content = json.loads(path.read_text(encoding="utf-8"))
    (DOCS / "benchmarks.md").write_text(page(content), encoding="utf-8")
    draw(content["results"], DOCS / PICTURE)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else HERE / "results.json")
