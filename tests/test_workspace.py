"""A workspace is found from where one stands, and its fingerprint is that of its bytes."""

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

from mfgraph.errors import SyntaxFault, WorkspaceError
from mfgraph.workspace import Workspace

ROOT: Final = Path(__file__).parents[1]


def test_it_is_found_from_any_folder_below(small: Workspace) -> None:
    for below in (".", "data", "data/sources", "ontology"):
        assert Workspace.find(small.root / below).root == small.root


def test_a_nearer_one_wins(small: Workspace) -> None:
    inner = small.root / "data" / "inner"
    inner.mkdir()
    (inner / "mfgraph.toml").touch()
    assert Workspace.find(inner).root == inner


def test_the_current_folder_is_where_the_search_begins(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.root / "data")
    assert Workspace.find().root == small.root


def test_a_variable_names_it_from_anywhere(
    small: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MFGRAPH_WORKSPACE", str(small.root))
    monkeypatch.chdir(tmp_path)
    assert Workspace.find().root == small.root


def test_what_is_given_wins_over_the_variable(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MFGRAPH_WORKSPACE", str(ROOT))
    assert Workspace.find(small.root).root == small.root


def test_without_any_the_shipped_one_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Workspace.find() == Workspace.shipped()
    assert len(Workspace.shipped().source_files()) >= 1


@pytest.mark.parametrize("by_variable", [False, True])
def test_a_named_folder_without_one_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_variable: bool
) -> None:
    if by_variable:
        monkeypatch.setenv("MFGRAPH_WORKSPACE", str(tmp_path))
    with pytest.raises(WorkspaceError) as caught:
        Workspace.find(None if by_variable else tmp_path)
    assert str(caught.value) == (
        f"no workspace here or above: {tmp_path}; name a folder that holds mfgraph.toml"
    )


def test_a_folder_that_does_not_exist_is_an_error_even_inside_one(small: Workspace) -> None:
    # A misspelled folder must not be answered from the workspace around it.
    with pytest.raises(WorkspaceError, match="no workspace here") as caught:
        Workspace.find(small.root / "nowhere")
    assert caught.value.hint == "there is no such folder"


def test_settings_are_what_the_marker_says(small: Workspace) -> None:
    assert small.settings() == {"name": "small"}


@pytest.mark.parametrize("content", [b'name = "small\n', b'name = "caf\xe9"\n'])
def test_a_broken_marker_is_a_fault_of_that_file(small: Workspace, content: bytes) -> None:
    (small.root / "mfgraph.toml").write_bytes(content)
    with pytest.raises(SyntaxFault) as caught:
        small.settings()
    assert caught.value.where == "mfgraph.toml"
    assert caught.value.message.startswith("not TOML: ")


def test_each_kind_of_file_is_listed_in_order_and_nothing_else(small: Workspace) -> None:
    for name in (
        "ontology/a.ttl",
        "ontology/codelists/b.ttl",
        "ontology/shapes/s.ttl",
        "ontology/checks/c.rq",
        "ontology/examples/e.ttl",
        "data/entities/people.ttl",
        "data/entities/notes.md",
        "data/sources/another.ttl",
        "queries/people/post-holders.rq",
        "queries/construct/10-facts.rq",
    ):
        (small.root / name).parent.mkdir(parents=True, exist_ok=True)
        (small.root / name).touch()
    listed = {
        name: [small.relative(path) for path in getattr(small, f"{name}_files")()]
        for name in (
            "ontology",
            "shape",
            "check",
            "example",
            "entity",
            "source",
            "text",
            "query",
        )
    }
    assert listed == {
        "ontology": ["ontology/a.ttl", "ontology/codelists/b.ttl", "ontology/terms.ttl"],
        "shape": ["ontology/shapes/s.ttl"],
        "check": ["ontology/checks/c.rq"],
        "example": ["ontology/examples/e.ttl"],
        "entity": ["data/entities/organizations.ttl", "data/entities/people.ttl"],
        "source": ["data/sources/another.ttl", "data/sources/note.ttl"],
        "text": ["data/sources/note.txt"],
        "query": ["queries/construct/10-facts.rq", "queries/people/post-holders.rq"],
    }


def test_the_build_folder_lies_inside_unless_a_variable_moves_it(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert small.build_dir == small.root / "build"
    monkeypatch.setenv("MFGRAPH_BUILD", "elsewhere")
    assert small.build_dir == Path("elsewhere")


def test_a_path_outside_keeps_its_whole_name(small: Workspace) -> None:
    assert small.relative(Path("/nowhere/x.ttl")) == "/nowhere/x.ttl"


@pytest.mark.parametrize(
    "name",
    [
        "mfgraph.toml",
        "ontology/terms.ttl",
        "data/entities/organizations.ttl",
        "data/sources/note.ttl",
        "data/sources/note.txt",
        "queries/construct/10-facts.rq",
    ],
)
def test_any_byte_of_what_is_built_changes_the_fingerprint(small: Workspace, name: str) -> None:
    path = small.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    before = small.fingerprint()
    path.write_bytes(path.read_bytes() + b"\n")
    assert small.fingerprint() != before


def test_a_new_name_for_the_same_bytes_changes_the_fingerprint(small: Workspace) -> None:
    before = small.fingerprint()
    source = small.root / "data" / "sources" / "note.ttl"
    source.rename(source.with_name("notes.ttl"))
    assert small.fingerprint() != before


def test_two_files_that_swap_their_bytes_change_the_fingerprint(small: Workspace) -> None:
    terms, entities = (
        small.root / "ontology/terms.ttl",
        small.root / "data/entities/organizations.ttl",
    )
    before, content = small.fingerprint(), terms.read_bytes()
    terms.write_bytes(entities.read_bytes())
    entities.write_bytes(content)
    assert small.fingerprint() != before


@pytest.mark.parametrize(
    "name", ["README.md", "queries/people/post-holders.rq", "ontology/shapes/s.ttl"]
)
def test_what_is_not_built_does_not_change_the_fingerprint(small: Workspace, name: str) -> None:
    before = small.fingerprint()
    (small.root / name).parent.mkdir(parents=True, exist_ok=True)
    (small.root / name).write_text("x", encoding="utf-8")
    assert small.fingerprint() == before


def test_neither_time_nor_place_changes_the_fingerprint(small: Workspace, tmp_path: Path) -> None:
    before = small.fingerprint()
    os.utime(small.root / "data" / "sources" / "note.ttl", (1_000_000_000, 1_000_000_000))
    assert small.fingerprint() == before
    shutil.copytree(small.root, tmp_path / "moved")
    assert Workspace(tmp_path / "moved").fingerprint() == before
