"""Worlds are generated from the repository's workspace, once a module, and never written to."""

from pathlib import Path

import pytest

from mfgraph.generate import generate
from mfgraph.workspace import Workspace

SMALL = 4_000


@pytest.fixture(scope="session")
def world(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("worlds") / "small"
    generate(folder, workspace, triples=SMALL, seed=5)
    return Workspace(Path(folder))
