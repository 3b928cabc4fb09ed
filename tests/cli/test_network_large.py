"""`mfgraph network` by an engine, from a manifest, and where either is asked for what it cannot."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

Run = Callable[..., subprocess.CompletedProcess[str]]
OFFICIALS = "officials-organizations"


def test_an_engine_measures_and_writes_and_its_manifest_is_measured_again(
    run: Run, tmp_path: Path
) -> None:
    asked = ("--measure", "pagerank", "--measure", "betweenness", "--engine", "networkit")
    done = run("network", OFFICIALS, *asked, "--format", "parquet", "-o", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Engine: networkit · seed: 7" in done.stdout
    rows = pq.read_table(tmp_path / f"{OFFICIALS}.measures.parquet").to_pylist()
    assert list(rows[0])[4:] == ["pagerank", "betweenness", "betweenness_error"]
    assert abs(sum(row["pagerank"] for row in rows) - 1) < 1e-9
    again = run("network", str(tmp_path / f"{OFFICIALS}.manifest.json"), "--lang", "ar")
    assert again.returncode == 0, again.stderr
    assert "المكون" in again.stdout


def test_an_engine_folds_the_tables_that_are_written_without_it(run: Run, tmp_path: Path) -> None:
    asked = ("network", "sources-claims", "--one-mode", "facts", "--format", "parquet", "-o")
    here, there = tmp_path / "memory", tmp_path / "columns"
    for done in (run(*asked, str(here)), run(*asked, str(there), "--engine", "networkx")):
        assert done.returncode == 0, done.stderr
    names = [path.name for path in here.iterdir()]
    assert len(names) == 3
    for name in names:
        assert (here / name).read_bytes() == (there / name).read_bytes(), name


def test_any_whole_number_is_a_seed_of_every_engine(run: Run) -> None:
    for engine in ("networkx", "networkit"):
        done = run("network", OFFICIALS, "--engine", engine, "--seed", "-3")
        assert done.returncode == 0, done.stderr
        assert f"Engine: {engine} · seed: -3" in done.stdout


def test_what_an_engine_cannot_do_is_one_line(run: Run, tmp_path: Path) -> None:
    engine = ("network", OFFICIALS, "--engine", "networkit")
    spark = ("network", "spark", str(tmp_path), "-o", str(tmp_path / "out"))
    calls = {
        "an engine does not take --structure; leave out --engine": (*engine, "--structure"),
        "not written as graphml; take --format parquet, or leave out --engine": (
            *engine,
            "--format",
            "graphml",
        ),
        "engines have no measure called 'closeness'": (*engine, "--measure", "closeness"),
        "no edge tables lie here": ("network", str(tmp_path / "no.manifest.json")),
        "--conf 'bad' is not NAME=VALUE": (*spark, "--conf", "bad"),
        "'nan' is not a number": (*spark, "--tolerance", "nan"),
    }
    for message, call in calls.items():
        done = run(*call)
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr
        assert len(done.stderr.splitlines()) == 1
