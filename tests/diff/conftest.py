"""Fixtures: versions made of lines, and a seed with claims that compete."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.diff import difference
from mfgraph.workspace import Workspace

COMPETING = Path(__file__).parents[1] / "queries/competing-claims.ttl"


@pytest.fixture
def alone(small: Workspace, tmp_path: Path) -> Callable[..., tuple[bytes, bytes]]:
    """The lines that each of two files has alone; a file is given by its suffix and content."""

    def compare(old: tuple[str, str], new: tuple[str, str]) -> tuple[bytes, bytes]:
        paths = []
        for side, (suffix, text) in {"old": old, "new": new}.items():
            paths.append(tmp_path / f"{side}{suffix}")
            paths[-1].write_bytes(text.encode())
        with difference(str(paths[0]), str(paths[1]), small) as found:
            return found.old.alone.read_bytes(), found.new.alone.read_bytes()

    return compare


@pytest.fixture
def competing(copy: Workspace) -> Workspace:
    """The seed with a second source, made up, whose claims compete."""
    shutil.copy(COMPETING, copy.root / "data/sources/made-up.ttl")
    return copy
