"""A fingerprint that is recalled is the one that reading all files gives, whatever was done to them."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.seen import known_fingerprint
from mfgraph.workspace import INPUTS, MARKER, Workspace

SOURCE = "data/sources/almassae-324458.ttl"


@pytest.fixture(autouse=True)
def stores(copy: Workspace) -> Path:
    copy.stores.mkdir(parents=True)
    return copy.stores


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files have lain there for a while: their times are told from any change to come."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Workspace) -> str:
        raise AssertionError("the files are read")

    monkeypatch.setattr(Workspace, "fingerprint", refuse)


@pytest.mark.usefixtures("later")
def test_files_that_have_not_changed_are_not_read_again(
    copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = copy.fingerprint()
    assert known_fingerprint(copy) == read
    unread(monkeypatch)
    assert known_fingerprint(copy) == read


def rewrite_in_place(root: Path) -> None:
    """As many bytes, and the time set back."""
    path = root / SOURCE
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"schema", b"SCHEMA", 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def swap_names(root: Path) -> None:
    one, other, between = root / SOURCE, root / MARKER, root / "between"
    one.rename(between)
    other.rename(one)
    between.rename(other)


CHANGES: dict[str, Callable[[Path], object]] = {
    "as many bytes, the time set back": rewrite_in_place,
    "a file more": lambda root: (root / "data/sources/new.ttl").write_text("# new\n"),
    "a folder more": lambda root: shutil.copytree(root / "ontology", root / "ontology/deeper"),
    "a file less": lambda root: (root / SOURCE).unlink(),
    "another name": lambda root: (root / SOURCE).rename(root / "data/sources/other.ttl"),
    "two names that change places": swap_names,
    "the marker": lambda root: (root / MARKER).write_text('name = "other"\n'),
}


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_no_change_goes_unseen(
    copy: Workspace, stores: Path, change: Callable[[Path], object]
) -> None:
    before = known_fingerprint(copy)
    assert (stores / ".seen").is_file()
    change(copy.root)
    assert known_fingerprint(copy) == copy.fingerprint() != before


def test_files_changed_a_moment_ago_are_read_each_time(copy: Workspace, stores: Path) -> None:
    path = copy.root / SOURCE
    text = path.read_bytes()
    for number in range(20):
        path.write_bytes(text + b"# %02d\n" % number)
        assert known_fingerprint(copy) == copy.fingerprint()
    assert not (stores / ".seen").exists()


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("content", [b"", b"\xff", b"0123456789abcdef", b"0123456789abcdef\n"])
def test_a_damaged_memory_is_none(copy: Workspace, stores: Path, content: bytes) -> None:
    (stores / ".seen").write_bytes(content)
    assert known_fingerprint(copy) == copy.fingerprint()


@pytest.mark.usefixtures("later")
def test_a_link_that_leads_nowhere_does_no_harm(copy: Workspace) -> None:
    (copy.root / "data/sources/gone.ttl").symlink_to("nowhere")
    assert known_fingerprint(copy) == copy.fingerprint()


@pytest.mark.usefixtures("later")
def test_nothing_is_written_where_no_store_is_kept(copy: Workspace, stores: Path) -> None:
    stores.rmdir()
    assert known_fingerprint(copy) == copy.fingerprint()
    assert not stores.exists()


def test_all_that_a_store_is_built_from_is_looked_at() -> None:
    shipped = Workspace.shipped()
    inputs = [shipped.relative(path) for path in shipped.inputs()]
    assert len(inputs) > 100
    assert all(name == MARKER or name.startswith(INPUTS) for name in inputs)
