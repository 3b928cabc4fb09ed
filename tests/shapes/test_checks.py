"""Each hygiene check against small graphs: exactly the rows that a fixture announces.

A fixture is `checks/<name>/{valid,invalid}-<why>.ttl`; each line `# expected:` of it gives the
entity, the property and the value of one row, `-` for an unbound one.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml

from mfgraph.vocab import PREFIXES, term

FOLDER = Path(__file__).parent / "checks"
CHECKS = Path(__file__).parents[2] / "ontology" / "checks"
NAMES = sorted(path.stem for path in CHECKS.glob("*.rq"))
FIXTURES = sorted(FOLDER.glob("*/*.ttl"))
LANGUAGES = {"ar", "fr", "en"}


def test_all_checks_are_known_and_each_has_a_severity() -> None:
    profile = tomllib.loads((CHECKS / "profile.toml").read_text(encoding="utf-8"))
    assert len(NAMES) == 27
    assert sorted(profile) == NAMES
    assert set(profile.values()) <= {"violation", "warning", "info"}


def test_each_check_has_a_valid_and_an_invalid_fixture() -> None:
    kinds = {(path.parent.name, path.name.split("-")[0]) for path in FIXTURES}
    assert kinds == {(name, kind) for name in NAMES for kind in ("valid", "invalid")}
    assert len(FIXTURES) == 62


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_check_finds_what_the_fixture_announces(path: Path) -> None:
    lines = re.findall(r"^# expected: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    announced = sorted(tuple(node(word) for word in line.split(" ", 2)) for line in lines)
    assert bool(announced) == path.name.startswith("invalid-")
    assert sorted(rows(path)) == announced


@pytest.mark.parametrize("name", NAMES)
def test_a_check_explains_itself_in_three_languages(name: str) -> None:
    lines = [line for line in text_of(name).splitlines() if line.startswith("#+")]
    header = yaml.safe_load("\n".join(line.removeprefix("#+").removeprefix(" ") for line in lines))
    assert list(header["columns"]) == ["entity", "property", "value"]
    for key in ("title", "problem", "solution"):
        assert set(header[key]) == LANGUAGES
        assert re.search(r"[\u0621-\u064a]", header[key]["ar"])


@pytest.mark.parametrize("name", NAMES)
def test_a_check_uses_the_prefixes_of_the_project_and_orders_its_rows(name: str) -> None:
    found = dict(re.findall(r"^PREFIX ([\w-]+): <(.+)>$", text_of(name), re.MULTILINE))
    assert found.items() <= PREFIXES.items()
    assert text_of(name).endswith("ORDER BY ?entity ?property ?value\n")


def rows(path: Path) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    solutions = store.query(text_of(path.parent.name))
    assert isinstance(solutions, ox.QuerySolutions)
    return [
        tuple(str(row[name] or "-") for name in ("entity", "property", "value"))
        for row in solutions
    ]


def node(text: str) -> str:
    if text == "-" or text.startswith('"'):
        return text
    return str(term(text))


@cache
def text_of(name: str) -> str:
    return (CHECKS / f"{name}.rq").read_text(encoding="utf-8")
