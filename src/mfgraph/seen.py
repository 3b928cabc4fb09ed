"""The fingerprint of files that have not changed, known without reading them again.

Beside the stores stands what the system said of each file when they were last read: its size, its
inode and its times, among them that of the last change, which no program sets back. While it says
the same, the fingerprint is the same; a single difference, and all files are read.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from mfgraph.errors import ExportError
from mfgraph.files import replace
from mfgraph.version import __version__
from mfgraph.workspace import INPUTS, MARKER, Workspace

# Two changes within one tick of a file system's clock look like one; the slowest ticks every 2 s.
_TICK: Final = 2_000_000_000
_NAME: Final = ".seen"


def known_fingerprint(workspace: Workspace) -> str:
    """The workspace's fingerprint, from what was seen beside the stores if nothing has changed.

    >>> shipped = Workspace.shipped()
    >>> known_fingerprint(shipped) == shipped.fingerprint()
    True
    """
    # Windows keeps no time of the last change; who leaves sources out has no store to find.
    if sys.platform == "win32" or workspace.without or not workspace.stores.is_dir():
        return workspace.fingerprint()
    began = time.time_ns()
    try:
        files = sorted(_files(workspace))
    except OSError:  # a folder that is not there, a link that leads nowhere
        return workspace.fingerprint()
    seen = "\n".join((__version__, *(said for said, _ in files)))
    kept = workspace.stores / _NAME
    known = _recalled(kept, seen)
    if known is None:
        known = workspace.fingerprint()
        if max(changed for _, changed in files) + _TICK < began:
            with suppress(ExportError):  # who may not write reads the files again
                replace(kept, f"{known}\n{seen}".encode())
    return known


def _recalled(kept: Path, seen: str) -> str | None:
    try:
        known, _, then = kept.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return known if then == seen else None


def _files(workspace: Workspace) -> Iterator[tuple[str, int]]:
    """What the system says of each file, and when that file was last changed."""
    marker = workspace.root / MARKER
    yield _told(str(marker), marker.stat())
    for folder in INPUTS:
        yield from _below(f"{workspace.root}/{folder}")


def _below(folder: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            else:
                yield _told(entry.path, entry.stat())


def _told(path: str, stat: os.stat_result) -> tuple[str, int]:
    times = stat.st_mtime_ns, stat.st_ctime_ns
    return f"{path!r} {stat.st_size} {stat.st_dev} {stat.st_ino} {times}", max(times)
