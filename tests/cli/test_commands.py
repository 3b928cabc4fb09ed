"""Each command does what its help says."""

import csv
import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click
import pytest

import mfgraph
from mfgraph.cli import group
from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_every_command_has_help(run: Run) -> None:
    names = group.list_commands(None)  # type: ignore[arg-type]  # needs no context
    assert len(names) >= 12
    for name in names:
        done = run(name, "--help")
        assert done.returncode == 0
        assert done.stdout.startswith("Usage: ")


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == "mfgraph, version 0.1.0\n"


def test_a_query_from_a_file_from_standard_input_and_from_words_agree(
    run: Run, tmp_path: Path
) -> None:
    text = "PREFIX schema: <https://schema.org/> SELECT ?event WHERE { ?event a schema:Event }"
    path = tmp_path / "events.rq"
    path.write_text(text)
    answers = [
        run("query", str(path), "--format", "csv").stdout,
        run("query", "-", "--format", "csv", stdin=text).stdout,
        run("query", "--query", text, "--format", "csv").stdout,
    ]
    rows = ["event", "https://w3id.org/mfgraph/id/event/rt-protection-clients"]
    assert [answer.split() for answer in answers] == [rows, rows, rows]


def test_construct_gives_turtle(run: Run) -> None:
    text = (
        "PREFIX schema: <https://schema.org/> "
        "CONSTRUCT { ?body schema:foundingDate ?day } WHERE { ?body schema:foundingDate ?day }"
    )
    turtle = run("query", "--query", text).stdout
    assert 'organization:fnam schema:foundingDate "2001-10-04"' in turtle


def test_an_empty_answer_is_explained(run: Run) -> None:
    text = (
        "PREFIX schema: <https://schema.org/>\n"
        "SELECT ?event WHERE {\n  ?event a schema:Event .\n  ?event schema:startDate ?day .\n}"
    )
    done = run("query", "--query", text, "--explain-empty")
    assert done.returncode == 0
    assert "schema:startDate" in done.stderr
    assert "4" in done.stderr


def test_why_as_json_holds_quote_and_offsets(run: Run) -> None:
    record = json.loads(run("why", "org/fnam", "schema:foundingDate", "--format", "json").stdout)
    (proof,) = record["proofs"]
    (excerpt,) = proof["evidence"]
    assert proof["value"] == "2001-10-04"
    assert (excerpt["start"], excerpt["end"]) == (1686, 1749)
    assert excerpt["exact"] == "الفدرالية الوطنية لجمعيات القروض الصغرى تأسست يوم 4 أكتوبر 2001"


def test_why_finds_a_person_by_a_misprint(run: Run) -> None:
    by_misprint = run("why", "المازروي", "--lang", "ar")
    by_name = run("why", "person/mohamed-el-mazouri", "--lang", "ar")
    assert by_misprint.stdout == by_name.stdout
    assert "المازوري" in by_name.stdout


def test_audit_says_all_of_the_seed_rests_on_something(run: Run) -> None:
    done = run("audit")
    assert done.returncode == 0
    assert "coverage: 100 %" in done.stdout
    assert "resting on nothing: 0" in done.stdout


def test_audit_fails_for_a_fact_without_a_claim(copy: Workspace, run: Run) -> None:
    construct = copy.root / "queries/construct/90-invented.rq"
    construct.write_text(
        "#+ order: 90\n#+ target: default\n"
        "PREFIX organization: <https://w3id.org/mfgraph/id/org/>\n"
        "PREFIX schema: <https://schema.org/>\n"
        'CONSTRUCT { organization:cms schema:foundingDate "2007" } WHERE {}\n'
    )
    done = run("-C", str(copy.root), "audit", "--list")
    assert done.returncode == 1
    assert "resting on nothing: 1" in done.stdout
    assert "organization:cms schema:foundingDate 2007" in done.stdout


# What no question to a store that is kept may wait for.
HEAVY: Final = {
    "bz2", "concurrent", "decimal", "difflib", "email", "hashlib", "http", "importlib.metadata",
    "importlib.resources", "lzma", "matplotlib", "mfgraph.claims", "mfgraph.dates",
    "mfgraph.evidence", "mfgraph.export", "mfgraph.history", "mfgraph.locations",
    "mfgraph.network", "mfgraph.queries.explain", "mfgraph.reading", "mfgraph.resolve",
    "mfgraph.store.endpoint", "mfgraph.validate", "mfgraph.verify", "mfgraph.words", "networkx",
    "platformdirs", "pyarrow", "pyshacl", "rdflib", "requests", "shutil", "socket", "tempfile",
    "textwrap", "tomllib", "yaml",
}  # fmt: skip


def loaded_by(environment: dict[str, str], *arguments: str) -> set[str]:
    code = (
        "import sys; from mfgraph.cli import group; "
        "group.main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_a_question_loads_what_it_needs_alone(run: Run, environment: dict[str, str]) -> None:
    run("build")
    asked = ("query", "activity-shares", "--format", "csv")
    # The first who asks reads the header of the question, and all files while they are new.
    assert {"yaml", "mfgraph.store"} <= loaded_by(environment, *asked)
    time.sleep(2.1)
    loaded_by(environment, *asked)
    again = loaded_by(environment, *asked)
    assert "mfgraph.store" in again
    assert again & (HEAVY | {"rich"}) == set()
    table = loaded_by(environment, *asked[:2])
    assert "mfgraph.queries.drawing" in table
    assert table & (HEAVY | {"rich.console"}) <= {"textwrap"}


def test_the_list_of_commands_loads_none_of_them(environment: dict[str, str]) -> None:
    code = (
        "import contextlib, sys; from mfgraph.cli import group\n"
        "with contextlib.suppress(SystemExit): group.main(['--help'])\n"
        "print(*(name for name in sys.modules if name.startswith('mfgraph.')))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "mfgraph.errors mfgraph.cli"
    listed = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")}
    assert set(group.list_commands(None)) <= listed  # type: ignore[arg-type]  # needs no context


@pytest.mark.parametrize("name", group.list_commands(None))  # type: ignore[arg-type]
def test_a_command_is_listed_with_the_help_it_has(name: str) -> None:
    context = click.Context(group)
    listed = group.get_command(context, name)
    _, called, _ = group.resolve_command(context, [name])
    assert listed
    assert called
    assert listed.get_short_help_str(999) == called.get_short_help_str(999) != ""


def test_the_saved_store_answers_as_the_files_do(copy: Workspace, run: Run) -> None:
    fresh = run("-C", str(copy.root), "query", "activity-shares", "--format", "csv").stdout
    run("-C", str(copy.root), "build")
    saved = run("-C", str(copy.root), "query", "activity-shares", "--format", "csv").stdout
    shares = [row["share"] for row in csv.DictReader(io.StringIO(saved))]
    assert shares == ["58", "21", "15", "6"]
    assert saved == fresh


def test_an_answer_is_never_older_than_the_files(copy: Workspace, run: Run) -> None:
    run("-C", str(copy.root), "build")
    path = copy.root / "data/entities/people.ttl"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Youssef Errami", "Youssef ERRAMI"), "utf-8"
    )
    assert (
        "Youssef ERRAMI"
        in run("-C", str(copy.root), "query", "post-holders", "--lang", "fr").stdout
    )


def test_elsewhere_python_opens_the_shipped_dataset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert any(claim.iri.endswith("/almassae-324458-c01") for claim in mfgraph.open().claims())


def test_a_workspace_opens_from_python(seed: Workspace) -> None:
    graph = mfgraph.open(seed.root)
    assert graph.claims()[0].iri.endswith("claim/almassae-324458-c01")
    assert len(graph.claims()) == 55
    assert graph.audit().unsupported == ()
