"""Writing that never leaves half an output: beside the destination first, then renamed."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mfgraph.errors import ExportError


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, put at the path in one step: a reader sees the old one or the new one.

    Raises:
        ExportError: the path cannot be written; what stood there is unchanged.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _explained(path):
        try:
            with beside.open("wb") as file:
                yield file
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def write_folder(contents: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Put files into a folder: all at once where it is new, one after another where it stands.

    All are written beside first, so that one that cannot be made leaves the folder as it was.
    Other files of a standing folder are left alone.

    Raises:
        ExportError: the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise ExportError("this format is a folder of files", where=str(folder), hint=_OTHER)
    stands = folder.is_dir()
    part = f".{folder.name}.{os.getpid()}.part"
    beside = folder / part if stands else folder.with_name(part)
    with _explained(folder):
        try:
            beside.mkdir()
            for name, content in contents:
                (beside / name).write_bytes(content)
            if stands:
                for written in sorted(beside.iterdir()):
                    written.replace(folder / written.name)
            else:
                beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


_OTHER = "a file of that name is there: name another folder"


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = None if path.parent.is_dir() else f"make the folder {path.parent} first"
        raise ExportError(
            f"cannot be written: {error.strerror}", where=str(path), hint=hint
        ) from error
