"""The driver, on the least of worlds and with what this environment has of the peers."""

import json
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parents[2] / "benchmarks" / "run.py"
HERE = (RUN, "--sizes", "4000", "--runs", "1", "--peers", sys.executable)


def test_it_measures_and_says_what_it_could_not(tmp_path: Path) -> None:
    output = tmp_path / "results.json"
    where = ("--folder", tmp_path / "bench", "-o", output)
    only = ("--only", "build", "load quads", "export")
    subprocess.run([sys.executable, *HERE, *where, *only], check=True, capture_output=True)
    content = json.loads(output.read_text("utf-8"))
    found = {(r["measure"], r["case"], r["engine"]): r for r in content["results"]}
    assert content["sizes"] == "4000"
    assert content["facts"]["4000"]["quads"] > 10_000
    assert found["build", "build", "mfgraph"]["rows"] == content["facts"]["4000"]["quads"]
    for part in ("load_files", "verify", "resolve"):
        assert len(found["build", part, "mfgraph"]["seconds"]) == 1
    for engine in ("pyoxigraph", "pyoxigraph on disk", "rdflib"):
        assert len(found["load quads", "load", engine]["seconds"]) == 1
        assert found["load quads", "load", engine]["peak_mb"] > 10
    assert len(found["load quads", "load quads", "oxigraph"]["seconds"]) == 1
    assert found["export", "export", "kglab"]["outcome"] == "failed"
    assert len(found["export", "turtle", "mfgraph"]["seconds"]) == 1
    # The data of a size are not kept.
    assert list((tmp_path / "bench").iterdir()) == []


def test_nothing_is_begun_when_the_time_is_over(tmp_path: Path) -> None:
    output = tmp_path / "results.json"
    where = ("--folder", tmp_path / "bench", "-o", output, "--budget", "0")
    subprocess.run([sys.executable, *HERE, *where], check=True, capture_output=True)
    (only,) = json.loads(output.read_text("utf-8"))["results"]
    assert (only["measure"], only["outcome"], only["note"]) == (
        "generate",
        "not run",
        "no time left",
    )
