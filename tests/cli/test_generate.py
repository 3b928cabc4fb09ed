"""`mfgraph generate`: a workspace that other commands take, or one line that says why not."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
Refused = Callable[..., str]


def test_other_commands_take_what_it_writes(run: Run, tmp_path: Path) -> None:
    world = str(tmp_path / "world")
    done = run("generate", "--triples", "4000", "-o", world)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"triples in 27 sources: {world}\n")
    asked = ("query", "members", "--param", "organization=org/federation", "--format", "csv")
    members = run("-C", world, *asked)
    assert "Synthetic Association" in members.stdout
    assert run("-C", world, "contradictions").returncode == 0


def test_faults_without_a_number_are_few(run: Run, tmp_path: Path) -> None:
    world = tmp_path / "world"
    done = run("generate", "--triples", "4000", "--faults", "-o", str(world))
    assert "faults planted" in done.stdout
    lines = (world / "faults.csv").read_text("utf-8").splitlines()
    assert lines[0] == "file,subject,rule,change"
    assert 40 < len(lines) < 60


def test_what_cannot_be_made_is_refused_in_one_line(refused: Refused, tmp_path: Path) -> None:
    few = refused("generate", "--triples", "10", "-o", str(tmp_path / "world"))
    assert few == "mfgraph: 10 triples cannot hold one of everything; ask for 4,000 or more"
    (tmp_path / "mine").write_text("")
    full = refused("generate", "--triples", "4000", "-o", str(tmp_path))
    assert full.endswith(
        "there is something here already; name a folder that is empty or not there"
    )
    rates = (["--triples", "4000", "--faults", rate] for rate in ("2", "nan"))
    for wrong in (["--triples", "many"], *rates, []):
        assert refused("generate", *wrong, "-o", str(tmp_path / "world")).startswith("mfgraph: ")
