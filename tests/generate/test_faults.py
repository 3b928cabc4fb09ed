"""Without faults the data conforms; with them, validation reports each one that is listed."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from mfgraph.build import build
from mfgraph.generate import generate
from mfgraph.generate.blocks import blocks
from mfgraph.validate import Severity, validate
from mfgraph.workspace import Workspace

KINDS = tomllib.loads((files("mfgraph.generate") / "faults.toml").read_text("utf-8"))["fault"]


def test_without_faults_nothing_is_wrong(world: Workspace) -> None:
    found = validate(build(world)).results
    assert {r.rule for r in found if r.severity is not Severity.INFO} == set()
    assert len((world.root / "faults.csv").read_text("utf-8").splitlines()) == 1


def test_each_fault_that_is_planted_is_reported(workspace: Workspace, tmp_path: Path) -> None:
    done = generate(tmp_path / "world", workspace, triples=12_000, seed=1, faults=0.01)
    world = Workspace(done.folder)
    reported = _reported(world)
    listed = list(csv.DictReader((world.root / "faults.csv").read_text("utf-8").splitlines()))
    assert len(listed) == done.faults >= len(KINDS)
    assert [row for row in listed if row["subject"] not in reported[row["rule"]]] == []
    assert {(row["rule"], row["change"]) for row in listed} == {
        (kind["rule"], kind["change"]) for kind in KINDS
    }
    assert all((world.root / row["file"]).is_file() for row in listed)


def test_there_are_faults_of_many_rules() -> None:
    assert len({kind["rule"] for kind in KINDS}) >= 35
    assert {kind["block"] for kind in KINDS} <= set(blocks())


def _reported(world: Workspace) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for result in validate(build(world)).results:
        found[result.rule] |= {str(result.focus), str(result.value)}
    return found
