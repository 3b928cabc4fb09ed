"""Files that appear whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from mfgraph.errors import ExportError


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
