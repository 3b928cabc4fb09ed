"""An output appears whole or not at all, and what cannot be written is said in one line."""

import io
from pathlib import Path

import pytest

from mfgraph.build import Built
from mfgraph.errors import ExportError, UsageError
from mfgraph.export import content, export
from mfgraph.export.files import write_folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_holds_the_content_and_nothing_lies_beside_it(
    seed_built: Built, tmp_path: Path
) -> None:
    export(seed_built, "ntriples", tmp_path / "graph.nt")
    assert (tmp_path / "graph.nt").read_bytes() == content(seed_built, "ntriples")
    assert names(tmp_path) == ["graph.nt"]


def test_a_stream_gets_the_same_bytes(seed_built: Built) -> None:
    output = io.BytesIO()
    export(seed_built, "trig", output)
    assert output.getvalue() == content(seed_built, "trig")


def test_an_older_output_is_replaced(seed_built: Built, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("old")
    export(seed_built, "turtle", tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_bytes() == content(seed_built, "turtle")


def test_a_missing_folder_is_named(seed_built: Built, tmp_path: Path) -> None:
    path = tmp_path / "no" / "graph.ttl"
    with pytest.raises(ExportError) as caught:
        export(seed_built, "turtle", path)
    assert str(caught.value) == (
        f"{path}: cannot be written: No such file or directory; make the folder {path.parent} first"
    )
    assert names(tmp_path) == []


def test_a_folder_is_not_overwritten_by_a_file(seed_built: Built, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(ExportError, match=r"graph\.ttl: cannot be written: Is a directory"):
        export(seed_built, "turtle", tmp_path / "graph.ttl")
    assert names(tmp_path) == ["graph.ttl"]


@pytest.mark.parametrize("name", ["turtle", "csv"])
def test_a_path_through_a_file_is_refused(seed_built: Built, name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ExportError, match="cannot be written: Not a directory"):
        export(seed_built, name, tmp_path / "file" / "out")
    assert (tmp_path / "file").read_text() == "mine"


def test_an_unknown_format_writes_nothing(seed_built: Built, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown format 'xls'"):
        export(seed_built, "xls", tmp_path / "graph.xls")
    assert names(tmp_path) == []


def test_tables_need_a_folder(seed_built: Built) -> None:
    with pytest.raises(UsageError, match="name a folder"):
        export(seed_built, "csv", io.BytesIO())
    with pytest.raises(UsageError, match="name a folder"):
        content(seed_built, "csv")


def test_tables_do_not_replace_a_file(seed_built: Built, tmp_path: Path) -> None:
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(ExportError, match="a file of that name is there"):
        export(seed_built, "csv", tmp_path / "tables")
    assert (tmp_path / "tables").read_text() == "mine"


def test_tables_leave_the_other_files_of_a_folder_alone(seed_built: Built, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "people.csv").write_text("old")
    export(seed_built, "csv", tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "people.csv").read_text(encoding="utf-8").startswith("person,name_ar,")


def test_a_new_folder_that_cannot_be_filled_does_not_appear(tmp_path: Path) -> None:
    contents = [("fine.csv", b"x"), ("no/such/folder.csv", b"x")]
    with pytest.raises(ExportError, match="tables: cannot be written"):
        write_folder(contents, tmp_path / "tables")
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_filled_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "fine.csv").write_text("old")
    contents = [("fine.csv", b"new"), ("no/such/folder.csv", b"x")]
    with pytest.raises(ExportError, match="cannot be written"):
        write_folder(contents, tmp_path)
    assert names(tmp_path) == ["fine.csv"]
    assert (tmp_path / "fine.csv").read_text() == "old"
