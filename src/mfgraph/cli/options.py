"""What several commands share: the workspace, the language, and where the output goes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

import click

from mfgraph.api import Dataset
from mfgraph.build import load
from mfgraph.errors import ExportError
from mfgraph.terms import LANGUAGES
from mfgraph.workspace import Workspace

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def workspace(ctx: click.Context) -> Workspace:
    """The workspace that `-C` names, or the one found without it."""
    return Workspace.find(ctx.obj)


def dataset(ctx: click.Context) -> Dataset:
    """The dataset of that workspace: from the saved store if it is of these files."""
    return Dataset(load(workspace(ctx)))


def language() -> Decorator:
    """The option `--lang`."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default="en",
        envvar="MFGRAPH_LANG",
        show_default=True,
        help="The language of labels and messages.",
    )


def output() -> Decorator:
    """The option `-o`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        help="Write here instead of to standard output.",
    )


@contextmanager
def destination(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that is replaced whole once everything is written.

    Raises:
        ExportError: the file cannot be written; what stood there before still stands.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as beside:
            yield beside
        Path(beside.name).chmod(0o644)
        Path(beside.name).replace(path)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror}", where=str(path)) from error
