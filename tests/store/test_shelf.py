"""A store that is kept is found again whole; what is damaged is said, what is left over goes."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mfgraph.errors import StoreError
from mfgraph.store import OxigraphStore, Shelf

PREDICATE: Final = NamedNode("https://example.org/p")
QUADS: Final = tuple(
    Quad(NamedNode(f"https://example.org/{number}"), PREDICATE, Literal(number))
    for number in range(100)
)
# A list of a store's files that was cut short reads, without our record, as an emptier store.
CUT: Final = ("MANIFEST-*", "CURRENT", "*.sst", "OPTIONS-*")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "stores")


def store() -> OxigraphStore:
    return OxigraphStore.of(QUADS)


def names(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir() if path.name != ".lock")


def test_a_store_is_found_under_its_name_alone(shelf: Shelf) -> None:
    assert shelf.find("one") is None
    assert shelf.keep(store(), "one") == shelf.folder / "one"
    found = shelf.find("one")
    assert found is not None
    assert set(found.quads()) == set(QUADS)
    assert shelf.find("two") is None


@pytest.mark.parametrize("pattern", CUT)
@pytest.mark.parametrize("left", [0, 0.5])
def test_a_file_that_was_cut_short_is_named_in_one_line(
    shelf: Shelf, pattern: str, left: float
) -> None:
    file = max(shelf.keep(store(), "one").glob(pattern), key=lambda path: path.stat().st_size)
    os.truncate(file, int(file.stat().st_size * left))
    with pytest.raises(StoreError) as caught:
        shelf.find("one")
    assert str(caught.value) == (
        f"{shelf.folder / 'one'}: cannot read the store: {file.name} is not as it was written; "
        "delete it and run 'mfgraph build'"
    )


def test_a_file_that_is_gone_is_named(shelf: Shelf) -> None:
    file = next(shelf.keep(store(), "one").glob("*.sst"))
    file.unlink()
    with pytest.raises(StoreError, match=f"{file.name} is not as it was written"):
        shelf.find("one")


def test_what_was_not_written_to_its_end_is_no_store(shelf: Shelf) -> None:
    (shelf.keep(store(), "one") / "SIZES").unlink()
    with pytest.raises(StoreError, match="it was not written to its end"):
        shelf.find("one")


def _cut(folder: Path) -> None:
    os.truncate(next(folder.glob("MANIFEST-*")), 10)


def _unmark(folder: Path) -> None:
    (folder / "SIZES").unlink()


def _garble(folder: Path) -> None:
    (folder / "SIZES").write_bytes(b"\xff\n")


@pytest.mark.parametrize("harm", [_cut, _unmark, _garble])
def test_a_damaged_store_is_replaced_by_the_next_build(
    shelf: Shelf, harm: Callable[[Path], None]
) -> None:
    harm(shelf.keep(store(), "one"))
    shelf.keep(store(), "one")
    found = shelf.find("one")
    assert found is not None
    assert set(found.quads()) == set(QUADS)
    assert names(shelf) == ["one"]


def test_what_killed_builds_left_is_cleared_by_the_next(shelf: Shelf) -> None:
    shelf.keep(store(), "one")
    for left in (".new", ".old"):
        (shelf.folder / left).mkdir()
        (shelf.folder / left / "CURRENT").write_text("half a store", encoding="utf-8")
    shelf.keep(store(), "two")
    assert names(shelf) == ["one", "two"]


def test_a_store_that_is_read_goes_on_answering_when_newer_ones_have_come(shelf: Shelf) -> None:
    os.utime(shelf.keep(store(), "0"), (0, 0))
    reader = shelf.find("0")
    assert reader is not None
    for number in (1, 2, 3):
        os.utime(shelf.keep(OxigraphStore.of([]), str(number)), (number, number))
    assert names(shelf) == ["2", "3"]
    assert set(reader.quads()) == set(QUADS)
