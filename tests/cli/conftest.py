"""Commands are run as a user runs them: in a process of their own, on a workspace on disk.

Where no other is named they run on the seed, by MFGRAPH_WORKSPACE.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(seed: Workspace, tmp_path: Path) -> dict[str, str]:
    own = {"MFGRAPH_WORKSPACE": str(seed.root), "MFGRAPH_BUILD": str(tmp_path / "build")}
    return os.environ | own | {"NO_COLOR": "1"}


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    """`mfgraph ARGUMENTS…`; the store goes to a folder of the test's own."""

    def mfgraph(*arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mfgraph", *arguments],
            input=stdin,
            env=environment | more,
            capture_output=True,
            text=True,
            check=False,
        )

    return mfgraph


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Run a command that must be refused; the one line it prints, without a traceback."""

    def refusal(*arguments: str, **more: str) -> str:
        done = run(*arguments, **more)
        assert done.returncode == 2, done.stdout + done.stderr
        assert done.stdout == ""
        lines = done.stderr.splitlines()
        assert len(lines) == 1, done.stderr
        assert lines[0].startswith("mfgraph: ")
        return lines[0]

    return refusal
