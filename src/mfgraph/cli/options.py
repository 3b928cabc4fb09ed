"""What several commands share: the workspace, the moment, the language, where the output goes."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import isnan
from pathlib import Path
from typing import IO, Any

import click
from click.core import ParameterSource

from mfgraph.api import Dataset
from mfgraph.build import Built, attach, load
from mfgraph.errors import ExportError, ParameterError, UsageError
from mfgraph.moments import Moment
from mfgraph.phrases import phrase
from mfgraph.terms import LANGUAGES, Language
from mfgraph.workspace import Workspace

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Number(click.FloatRange):
    """A number within bounds; `nan`, which no bound keeps out, is none."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number that a word stands for."""
        found: float = super().convert(value, param, ctx)
        if isnan(found):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return found


def workspace(ctx: click.Context) -> Workspace:
    """The workspace that `-C` names, or the one found without it."""
    return Workspace.find(ctx.obj)


def dataset(ctx: click.Context, lang: Language = "en") -> Dataset:
    """The dataset of that workspace: from the saved store if it is of these files.

    With `--endpoint`, the one published there, and of the workspace the questions and shapes. At the
    moment that `moment` has read; what is left out then is said on standard error.
    """
    asked = Moment.of(ctx.meta.get(_AS_OF), ctx.meta.get(_KNOWN_BY))
    built = _built(ctx, asked)
    for line in _left_out(built, lang):
        click.echo(line, err=True)
    return Dataset(built)


def moment() -> Decorator:
    """The options `--as-of` and `--known-by`, which `dataset` takes from the context."""
    as_of = click.option(
        "--as-of",
        metavar="DATE",
        expose_value=False,
        callback=_keep(_AS_OF),
        help="Only what is known to have held on DATE, or to have come about by then. DATE is a "
        "day (2014-06-02), or a month (2014-06) or a year (2014) for its last day.",
    )
    known_by = click.option(
        "--known-by",
        metavar="DATE",
        expose_value=False,
        callback=_keep(_KNOWN_BY),
        help="Only what sources say that had appeared by DATE, which is given in the same way.",
    )
    return lambda command: as_of(known_by(command))


def endpoint() -> Decorator:
    """The options `--endpoint` and `--endpoint-profile`, which `dataset` takes from the context."""
    url = click.option(
        "--endpoint",
        metavar="URL",
        envvar="MFGRAPH_ENDPOINT",
        expose_value=False,
        callback=_keep(_ENDPOINT),
        help="Ask the dataset that 'mfgraph publish' put on this server, not the one here.",
    )
    kind = click.option(
        "--endpoint-profile",
        metavar="NAME",
        envvar="MFGRAPH_ENDPOINT_PROFILE",
        expose_value=False,
        callback=_keep(_PROFILE),
        help="What kind of server it is: oxigraph, virtuoso, fuseki … By default one that "
        "follows the standards.",
    )
    return lambda command: url(kind(command))


def parameters() -> Decorator:
    """The option `--param`, which may be repeated."""
    return click.option(
        "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter."
    )


def read_parameters(given: Sequence[str], option: str = "--param") -> dict[str, str]:
    """The parameters by name, as an option that may be repeated gave them.

    Raises:
        ParameterError: one of them is not NAME=VALUE.
    """
    pairs = [text.partition("=") for text in given]
    for name, equals, _ in pairs:
        if not equals:
            raise ParameterError(f"{option} {name!r} is not NAME=VALUE")
    return {name: value for name, _, value in pairs}


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


_AS_OF, _KNOWN_BY = "mfgraph.as-of", "mfgraph.known-by"
_ENDPOINT, _PROFILE = "mfgraph.endpoint", "mfgraph.endpoint-profile"


def _built(ctx: click.Context, asked: Moment) -> Built:
    url = ctx.meta.get(_ENDPOINT)
    if not url:
        _refuse_lone_profile(ctx)
        return load(workspace(ctx), asked)
    from mfgraph.store.endpoint import connect  # noqa: PLC0415  (only endpoints need HTTP)

    return attach(workspace(ctx), connect(url, ctx.meta.get(_PROFILE)), asked)


def _refuse_lone_profile(ctx: click.Context) -> None:
    # One from the environment may be there for 'mfgraph publish'.
    if ctx.get_parameter_source("endpoint_profile") is ParameterSource.COMMANDLINE:
        from mfgraph.store.profiles import profile  # noqa: PLC0415  (only endpoints have one)

        raise UsageError(
            f"--endpoint-profile {profile(ctx.meta[_PROFILE]).name} is a kind of server, and no "
            "server is named",
            hint="name it with --endpoint URL, or leave the profile out",
        )


def _keep(key: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def keep(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        ctx.meta[key] = value

    return keep


def _left_out(built: Built, lang: Language) -> Iterator[str]:
    if built.moment.known_by is not None:
        gone = built.sources_left_out
        yield phrase(
            "moments.sources-left-out",
            lang,
            count=len(gone),
            total=len(gone) + len(built.workspace.source_files()),
            day=built.moment.known_by,
            undated=len(gone.undated),
        )
    if built.moment.as_of is not None:
        yield phrase(
            "moments.records-left-out",
            lang,
            count=len(built.records_left_out),
            day=built.moment.as_of,
            undated=len(built.records_left_out.undated),
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
    from tempfile import NamedTemporaryFile  # noqa: PLC0415  (slow to load, and few write a file)

    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as beside:
            yield beside
        Path(beside.name).chmod(0o644)
        Path(beside.name).replace(path)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror}", where=str(path)) from error
