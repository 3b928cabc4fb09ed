"""The line at which a thing is described is the line on which its name stands in the file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import NamedNode, parse

from mfgraph.locations import Location, Locations, subjects
from mfgraph.terms import compact
from mfgraph.workspace import Workspace

ROOT: Final = Path(__file__).parents[1]
TRICKY: Final = Path(__file__).with_name("tricky.ttl")
# Counted by hand in tricky.ttl; blank nodes have no address and are left out.
EXPECTED: Final = [
    ("https://example.org/plain", 7),
    ("https://example.org/text", 9),
    ("https://example.org/base/relative", 16),
    ("https://example.org/base/#fragment", 17),
    ("https://example.org/second/relative", 19),
    ("https://example.org/number", 21),
    ("https://example.org/tight", 22),
    ("https://example.org/empty/after", 22),
    ("https://example.org/hash#quote", 24),
    ("https://example.org/other#0-104/24-44", 25),
    ("https://example.org/dotted.name", 27),
    ("https://example.org/percent%20name", 28),
    ("https://example.org/empty/empty-prefix", 29),
    ("https://example.org/", 30),
    ("https://example.org/nested", 32),
    ("https://example.org/tagged", 41),
    ("https://example.org/rebound/plain", 45),
    ("https://example.org/whole#fragment", 47),
    ("https://example.org/rebound/الفدرالية", 49),
    ("https://example.org/rebound/plain", 50),
]
FILES: Final = sorted(
    path for folder in ("data", "ontology") for path in (ROOT / folder).rglob("*.ttl")
)


def test_each_subject_of_the_tricky_file_has_its_line() -> None:
    assert list(subjects(TRICKY.read_text(encoding="utf-8"))) == EXPECTED


def test_the_tricky_file_is_turtle_with_just_these_subjects() -> None:
    assert {iri for iri, _ in EXPECTED} == set(_parsed(TRICKY))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_subject_of_our_files_is_found_where_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines, found = text.splitlines(), list(subjects(text))
    assert {iri for iri, _ in found} == set(_parsed(path))
    for iri, line in found:
        first = lines[line - 1].split()[0].rstrip(",;.")
        assert first in {f"<{iri}>", compact(iri)} or _ends_alike(first, iri)


def test_our_files_were_found() -> None:
    assert len(FILES) >= 40


def test_a_thing_is_located_in_the_file_that_describes_it_first(workspace: Workspace) -> None:
    lines = workspace.locations()
    found = lines.of("https://w3id.org/mfgraph/id/org/fnam")
    assert found is not None
    assert found.path.name == "organizations.ttl"
    text = found.path.read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert text == "organization:fnam a mf:SectorFederation , org:Organization ;"
    where = lines.where("https://w3id.org/mfgraph/id/org/fnam")
    assert where == f"data/entities/organizations.ttl:{found.line}"


def test_the_first_file_wins_and_a_fragment_falls_back_to_its_whole(tmp_path: Path) -> None:
    first, second = tmp_path / "a.ttl", tmp_path / "b.ttl"
    first.write_text("\n<https://example.org/x> a <https://example.org/T> .\n", encoding="utf-8")
    second.write_text("<https://example.org/x> a <https://example.org/T> .\n", encoding="utf-8")
    lines = Locations(tmp_path, (first, second))
    assert lines.of("https://example.org/x") == Location(first, 2)
    assert lines.of("https://example.org/x#quote") == Location(first, 2)
    assert lines.of("https://example.org/y") is None
    assert lines.where("https://example.org/y") is None
    assert Locations(tmp_path, (second, first)).where("https://example.org/x") == "b.ttl:1"


def test_a_broken_file_still_gives_the_subjects_before_the_fault() -> None:
    text = '@prefix ex: <https://example.org/> .\nex:a ex:b "open .\nex:c ex:d ex:e .\n'
    assert next(subjects(text)) == ("https://example.org/a", 2)


def _parsed(path: Path) -> Iterator[str]:
    for quad in parse(path=path):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _ends_alike(token: str, iri: str) -> bool:
    # A prefix of that file only, such as x:0-104\#quote.
    local = token.partition(":")[2].replace("\\", "")
    return bool(local) and iri.endswith(local)
