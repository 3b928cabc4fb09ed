"""Wrong words and broken files: one clear line, exit 2, nothing changed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
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
        (("why", "http://["), "nothing is called 'http://['"),
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


def test_a_fault_in_a_query_file_names_the_file(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "half.rq"
    path.write_text("SELECT ?x WHERE { ?x ?p")
    assert f"{path}: not SPARQL near line 1, column " in refused("query", str(path))
    path.write_bytes(b"SELECT ?x WHERE {\xff")
    assert f"{path}: not UTF-8: byte 17 is invalid start byte" in refused("query", str(path))


def test_a_command_of_which_more_is_needed_shows_its_help(run: Run) -> None:
    done = run("ingest")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: ")
    assert len(done.stderr.splitlines()) > 5


def listing(environment: dict[str, str], output: int | IO[bytes]) -> tuple[int, str]:
    """The exit code of a command that prints to there, and what it says on standard error."""
    command = [sys.executable, "-m", "mfgraph", "queries"]
    done = subprocess.run(
        command, stdout=output, stderr=subprocess.PIPE, env=environment, text=True, check=False
    )
    return done.returncode, done.stderr


def test_a_reader_that_leaves_is_no_failed_check(environment: dict[str, str]) -> None:
    here, there = os.pipe()
    os.close(here)
    found = listing(environment, there)
    os.close(there)
    assert found == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_of_standard_output(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        found = listing(environment, full)
    said = "mfgraph: standard output: cannot be read or written: No space left on device\n"
    assert found == (2, said)


def test_what_cannot_be_copied_says_why(copy: Workspace, refused: Refused, tmp_path: Path) -> None:
    (copy.root / "queries" / "lost.rq").symlink_to("nowhere.rq")
    folder = tmp_path / "world"
    line = refused("-C", str(copy.root), "generate", "--triples", "5000", "-o", str(folder))
    assert f"{folder}: cannot write: [Errno 2] No such file or directory" in line
    assert not folder.exists()
