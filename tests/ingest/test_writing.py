"""Blocks added to files: what stands is kept as it is, prefixes are declared once, all or none."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from mfgraph.errors import IngestError
from mfgraph.ingest.drafts import Block
from mfgraph.ingest.writing import appended, replace_all
from mfgraph.vocab import term

FNAM = term("organization:fnam")
BLOCK = Block(FNAM, ((term("rdf:type"), (term("org:Organization"),)),))
ORG = "@prefix org:          <http://www.w3.org/ns/org#> ."
ORGANIZATION = "@prefix organization: <https://w3id.org/mfgraph/id/org/> ."
TYPE = Triple(FNAM, term("rdf:type"), term("org:Organization"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "organizations.ttl"


def _triples(text: str) -> set[Triple]:
    return {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)}


def test_a_new_file_has_its_prefixes_and_the_blocks(file: Path) -> None:
    assert appended(file, [("of the register", BLOCK)]) == (
        f"{ORG}\n{ORGANIZATION}\n\n# of the register\norganization:fnam a org:Organization .\n"
    )


def test_only_the_prefixes_that_a_file_lacks_are_added(file: Path) -> None:
    file.write_text(f"# By hand.\n{ORG}\n\norg:x a org:Role . # kept\n", encoding="utf-8")
    assert appended(file, [(None, BLOCK)]) == (
        f"# By hand.\n{ORG}\n{ORGANIZATION}\n\norg:x a org:Role . # kept\n\n"
        "organization:fnam a org:Organization .\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<https://a.ma/x> <https://a.ma/y> 1 .\n",
        "PREFIX org: <http://www.w3.org/ns/org#>\norg:x org:y 1 .",
        "@prefix org: <http://www.w3.org/ns/org#>.\norg:x org:y 1 .\n# the end",
    ],
)
def test_a_file_in_another_style_stays_readable(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert _triples(appended(file, [(None, BLOCK)])) == {*_triples(text), TYPE}


def test_a_prefix_that_stands_for_something_else_is_refused(file: Path) -> None:
    file.write_text("@prefix org: <https://a.ma/> .\norg:x org:y 1 .\n", encoding="utf-8")
    with pytest.raises(IngestError, match=r"organizations.ttl: the prefix org: stands for <https"):
        appended(file, [(None, BLOCK)])


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    good, inside = tmp_path / "a.ttl", tmp_path / "b.ttl"
    good.write_text("before", encoding="utf-8")
    inside.write_text("no folder", encoding="utf-8")
    with pytest.raises(IngestError, match="cannot be written"):
        replace_all({good: "after", inside / "c.ttl": "after"})
    assert good.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.ttl", "b.ttl"]
