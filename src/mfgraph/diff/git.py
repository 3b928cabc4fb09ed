"""The files of a workspace as they were in a revision of git."""

import os
import subprocess
import tarfile
from pathlib import Path
from typing import Final

from mfgraph.errors import UsageError, WorkspaceError
from mfgraph.workspace import MARKER, Workspace

# What git says of a revision that it does not have, and what there is to do then.
_NONE: Final = "fatal: Needed a single revision"
_UNKNOWN: Final = "'git log' lists the revisions there are; name one, a folder or an export file"


def checked_out(revision: str, workspace: Workspace, folder: Path) -> Workspace:
    """The workspace of a revision, put into a folder that does not exist yet.

    Raises:
        UsageError: git is not installed, or knows no such revision.
        WorkspaceError: there was no workspace in that place then.
    """
    commit = _git(
        revision, workspace, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
    )
    archive = _git(revision, workspace, "archive", "--format=tar", commit.decode().strip())
    folder.mkdir()
    path = folder.with_suffix(".tar")
    path.write_bytes(archive)
    with tarfile.open(path) as tar:
        tar.extractall(folder, filter="data")
    path.unlink()
    if not (folder / MARKER).is_file():
        raise WorkspaceError(f"no {MARKER} in that revision", where=revision)
    return Workspace(folder)


def _git(revision: str, workspace: Workspace, *arguments: str) -> bytes:
    """What a command of git prints when it is run in the workspace's folder."""
    try:
        done = subprocess.run(  # noqa: S603  (a revision is never taken for an option)
            ["git", "-C", str(workspace.root), *arguments],  # noqa: S607  (the reader's own git)
            env=os.environ | {"LC_ALL": "C"},  # what it says is read below
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError(
            f"{revision!r} is neither a folder nor a file, and git is not installed",
            hint="name a workspace or an export file",
        ) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise UsageError(
            f"{revision!r} is neither a folder nor a file, nor a revision of {workspace.root}",
            hint=_UNKNOWN if said == _NONE else f"git says: {said}",
        )
    return done.stdout
