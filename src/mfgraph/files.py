"""Files that appear whole or not at all, and a lock that one process holds at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mfgraph.errors import ExportError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def replace(path: Path, content: bytes) -> Path:
    """Put a file in its place whole: written beside it, then renamed.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise ExportError(f"cannot write: {error.strerror}", where=str(path)) from error
    return path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for a file's lock and hold it; a process that ends, however it does, gives it back.

    Raises:
        OSError: the file cannot be made, or its system has no locks.
    """
    with path.open("ab") as file:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
