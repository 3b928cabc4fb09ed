"""`mfgraph ingest facts`: what became of each line, on paper; a bad file changes nothing."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., Any]
FOUNDED: dict[str, Any] = {
    "id": "org/fnam",
    "fact_id": "f9001",
    "kind": "organisation",
    "property": "founded",
    "value": "2001",
    "source_url": "https://example.org/news/1",
    "source_outlet": "Al Massae",
    "source_lang": "fr",
    "confidence": "high",
    "locator": "Depuis sa création en 2001, la FNAM est",
}
BORN = FOUNDED | {
    "id": "person/youssef-errami",
    "fact_id": "f9002",
    "kind": "person",
    "property": "born",
}


@pytest.fixture
def facts(tmp_path: Path) -> Callable[..., str]:
    def write(*lines: Mapping[str, Any]) -> str:
        path = tmp_path / "facts.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return str(path)

    return write


def _files(workspace: Workspace) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in (workspace.root / "data").rglob("*") if p.is_file()}


def test_every_line_has_a_row_in_the_report(
    copy: Workspace, run: Run, facts: Callable[..., str], tmp_path: Path
) -> None:
    report, path = tmp_path / "report.csv", facts(FOUNDED, BORN)
    options = ("-C", str(copy.root), "ingest", "facts", path, "--report", str(report))
    done = run(*options)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 lines: claims 1, skipped 1; 2 files written\n"
    url = "https://example.org/news/1"
    private = "a private detail, not of the public role"
    with report.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["key", "kind", "url", "outcome", "reason"],
            ["f9001", "organisation", url, "claims", ""],
            ["f9002", "person", url, "skipped", private],
        ]
    before = _files(copy)
    assert run(*options).stdout == "2 lines: already 1, skipped 1; 0 files written\n"
    assert _files(copy) == before


def test_without_a_report_what_is_skipped_is_named(
    copy: Workspace, run: Run, facts: Callable[..., str]
) -> None:
    done = run("-C", str(copy.root), "ingest", "facts", facts(BORN))
    assert done.stdout == "1 lines: skipped 1; 0 files written\n"
    assert done.stderr == "skipped f9002: a private detail, not of the public role\n"


def test_a_dry_run_writes_nothing(copy: Workspace, run: Run, facts: Callable[..., str]) -> None:
    before = _files(copy)
    done = run("-C", str(copy.root), "ingest", "facts", facts(FOUNDED), "--dry-run")
    assert done.stdout == "1 lines: claims 1; 2 files would be written\n"
    assert _files(copy) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "rumor"}, "facts.jsonl:2: no line is of kind 'rumor'; certification, event"),
        ({"source_url": None}, "facts.jsonl:2: the line has no 'source_url'; fill it in"),
        ({"locator": "a b c d e f g h i"}, "facts.jsonl:2: the locator has 9 words; give at most"),
    ],
)
def test_a_bad_line_is_one_line_and_nothing_is_written(
    copy: Workspace,
    refused: Callable[..., str],
    facts: Callable[..., str],
    change: dict[str, Any],
    said: str,
) -> None:
    before = _files(copy)
    path = facts(FOUNDED, FOUNDED | {"fact_id": "f9003"} | change)
    assert said in refused("-C", str(copy.root), "ingest", "facts", path)
    assert _files(copy) == before
