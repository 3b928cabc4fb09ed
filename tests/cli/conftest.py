"""Commands are run as a user runs them: in a process of their own, on a workspace on disk."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`mfgraph ARGUMENTS…`; the store goes to a folder of the test's own."""

    def mfgraph(*arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        environment = (
            os.environ | {"MFGRAPH_BUILD": str(tmp_path / "build"), "NO_COLOR": "1"} | more
        )
        return subprocess.run(
            [sys.executable, "-m", "mfgraph", *arguments],
            input=stdin,
            env=environment,
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
