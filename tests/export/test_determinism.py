"""Two builds of the same files, in two processes that hash differently, give the same bytes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mfgraph.build import Built
from mfgraph.export import EXPORTS, export
from mfgraph.workspace import Workspace

WRITE_ALL = """
import sys
from pathlib import Path
from mfgraph.build import build
from mfgraph.export import EXPORTS, export
from mfgraph.workspace import Workspace

built = build(Workspace(Path(sys.argv[1])))
for name in EXPORTS:
    for full in (False, True):
        export(built, name, Path(sys.argv[2]) / f"{name}-{full}", full=full)
"""


def written_by_a_process(workspace: Workspace, folder: Path, hash_seed: str) -> dict[str, str]:
    folder.mkdir()
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", WRITE_ALL, str(workspace.root), str(folder)]
    subprocess.run(command, check=True, env=environment, timeout=120)
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_processes_that_hash_differently_write_the_same_bytes(
    seed: Workspace, tmp_path: Path
) -> None:
    one = written_by_a_process(seed, tmp_path / "one", "1")
    other = written_by_a_process(seed, tmp_path / "other", "20011004")
    single_files = {f"{name}-{full}" for name in EXPORTS for full in (False, True)}
    assert single_files - {"csv-False", "csv-True"} <= set(one)
    assert "csv-False/claims.csv" in one
    assert one == other


@pytest.mark.parametrize("name", ["turtle", "trig", "jsonld", "canonical", "void"])
def test_writing_twice_gives_the_same_bytes(seed_built: Built, name: str, tmp_path: Path) -> None:
    export(seed_built, name, tmp_path / "first")
    export(seed_built, name, tmp_path / "second")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
