"""Wrong words and broken files: one clear line, exit 2, nothing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.workspace import Workspace

Refused = Callable[..., str]
SOURCE = "data/sources/almassae-324458.ttl"


def test_broken_turtle_names_file_and_line(copy: Workspace, refused: Refused) -> None:
    path = copy.root / "data/entities/people.ttl"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines.insert(5, "person:broken a foaf:Person ; ; ]")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "data/entities/people.ttl:6: not Turtle" in refused("-C", str(copy.root), "build")


def test_an_unknown_term_is_named_with_the_nearest(copy: Workspace, refused: Refused) -> None:
    path = copy.root / "data/entities/organizations.ttl"
    path.write_text(
        path.read_text(encoding="utf-8").replace("skos:altLabel", "skos:altLabl"), "utf-8"
    )
    line = refused("-C", str(copy.root), "build")
    assert "data/entities/organizations.ttl:" in line
    assert "skos:altLabl is not declared" in line
    assert "did you mean skos:altLabel?" in line


def test_a_text_that_is_not_utf8_is_refused(copy: Workspace, refused: Refused) -> None:
    path = copy.root / "data/sources/almassae-324458.txt"
    path.write_bytes(path.read_bytes()[:-1] + b"\xff")
    line = refused("-C", str(copy.root), "build")
    assert "data/sources/almassae-324458.txt" in line
    assert "not UTF-8" in line


def test_an_empty_workspace_is_refused(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "mfgraph.toml").write_text('name = "empty"\n')
    assert "the workspace holds no data" in refused("-C", str(tmp_path), "build")


def test_a_folder_that_is_no_workspace_is_refused(tmp_path: Path, refused: Refused) -> None:
    assert "no workspace here or above" in refused("-C", str(tmp_path / "nowhere"), "build")


def test_a_refused_build_leaves_the_store_that_stood(
    copy: Workspace, run: Callable[..., object], refused: Refused, tmp_path: Path
) -> None:
    run("-C", str(copy.root), "build")
    before = sorted(p.name for p in (tmp_path / "build/stores").glob("[!.]*"))
    (copy.root / SOURCE).write_text("broken", encoding="utf-8")
    refused("-C", str(copy.root), "build")
    assert sorted(p.name for p in (tmp_path / "build/stores").glob("[!.]*")) == before
    assert len(before) == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("query", "activity-share"), "did you mean activity-shares"),
        (("query", "activity-shares", "--param", "lang=de"), "takes ar, fr or en, not 'de'"),
        (
            ("query", "activity-shares", "--param", "source=x y"),
            "takes an address such as org/fnam",
        ),
        (
            ("query", "activity-shares", "--param", "source=org/fnam> } ASK { <x"),
            "takes an address such as org/fnam",
        ),
        (("query", "activity-shares", "--param", "nonsense=1"), "has no parameter 'nonsense'"),
        (("query", "activity-shares", "--param", "source"), "is not NAME=VALUE"),
        (("query",), "say either the NAME of a question or --query"),
        (("query", "--query", "SELECT ?x WHERE { ?x"), "not SPARQL"),
        (("query", "no/such/file.rq"), "no such file: no/such/file.rq"),
        (("query", "--query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"), "gives no csv"),
        (("why", "org/fnamm"), "did you mean organization:fnam?"),
        (("why", "محمد الخامس"), "nothing is called"),
        (("why", "org/fnam", "foaf:nonsense"), "no claim says anything of foaf:nonsense"),
        (("export", "turtel"), "turtel"),
        (("export", "csv"), "csv is written to a folder"),
        (("network", "nobody"), "nobody"),
        (("queries", "--theme", "nope"), "no theme is called 'nope'; there are: discourse, events"),
        (("describe", "--endpoint-profile", "fuseki"), "no server is named; name it with"),
        (("describe", "--endpoint-profile", "nope"), "no endpoint profile is called 'nope'"),
        (("describe", "--endpoint", "http://h/?q"), "'http://h/?q' holds more than a place"),
        (("publish", "http://h/data#x"), "leave out what follows ? or #"),
        (("validate", "--fail-on", "never"), "never"),
        (("nonsense",), "No such command"),
    ],
)
def test_wrong_words_are_refused(
    refused: Refused, arguments: tuple[str, ...], expected: str
) -> None:
    assert expected in refused(*arguments)


def test_an_output_that_cannot_be_written_is_refused(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    line = refused("export", "turtle", "-o", str(tmp_path / "file" / "graph.ttl"))
    assert str(tmp_path / "file") in line
