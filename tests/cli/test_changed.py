"""`mfgraph validate --changed` prints what a full run prints, and says what it looked at again."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
PEOPLE = "data/entities/people.ttl"
FORMATS = ("json", "turtle")


@pytest.fixture
def here(run: Run, copy: Workspace) -> Run:
    """Commands on files of the test's own."""

    def mfgraph(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run("-C", str(copy.root), *arguments)

    return mfgraph


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_fault_that_comes_and_goes(here: Run, copy: Workspace) -> None:
    first = here("validate", "--changed")
    assert first.returncode == 0
    assert first.stderr == "No earlier validation: everything was examined\n"
    assert first.stdout == here("validate").stdout

    # A space at the end of a name is untidy; a line above moves the place of all that follows.
    path = copy.root / PEOPLE
    replace(path, '"Youssef Errami"@fr', '"Youssef Errami "@fr')
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    second = here("validate", "--changed", "--fail-on", "warning")
    assert second.returncode == 1
    assert re.fullmatch(
        r"Files changed since the last validation: 1 · nodes examined again: [1-9]\d*\n",
        second.stderr,
    )
    assert "untidy-text" in second.stdout
    assert second.stdout == here("validate").stdout

    replace(path, '"Youssef Errami "@fr', '"Youssef Errami"@fr')
    assert "untidy-text" not in here("validate", "--changed").stdout


def test_the_formats_are_those_of_a_full_run(here: Run, copy: Workspace) -> None:
    assert here("validate", "--changed").returncode == 0
    replace(copy.root / PEOPLE, '"Youssef Errami"@fr', '"Youssef Errami"@de')
    for form in FORMATS:
        changed, full = (here("validate", "--format", form, *more) for more in (("--changed",), ()))
        assert changed.stdout == full.stdout
        assert changed.returncode == full.returncode == 1
    rules = {r["rule"] for r in json.loads(here("validate", "--format", "json").stdout)["results"]}
    assert "S-02" in rules


def test_other_rules_mean_a_full_run(here: Run, copy: Workspace) -> None:
    assert here("validate", "--changed").returncode == 0
    replace(
        copy.root / "ontology/checks/profile.toml",
        'untidy-text = "warning"',
        'untidy-text = "info"',
    )
    again = here("validate", "--changed", "--lang", "fr")
    assert again.stderr == (
        "Aucune validation antérieure avec ces formes, ces contrôles et cette ontologie\u00a0:"
        " tout a été examiné\n"
    )


def test_a_damaged_state_is_as_good_as_none(here: Run, tmp_path: Path) -> None:
    expected = here("validate", "--changed").stdout
    (state,) = (tmp_path / "build" / "validated").glob("*/state.json")
    state.write_text("{", encoding="utf-8")
    again = here("validate", "--changed")
    assert (again.returncode, again.stdout) == (0, expected)
    assert "everything was examined" in again.stderr


def test_the_reference_goes_on_from_nothing(refused: Callable[..., str]) -> None:
    assert "--changed goes on from" in refused("validate", "--changed", "--engine", "pyshacl")
