"""`mfgraph validate`: hold the dataset against its shapes and checks."""

from pathlib import Path

import click

from mfgraph.build import Attached, Built
from mfgraph.cli import options
from mfgraph.errors import UsageError
from mfgraph.terms import Language
from mfgraph.validate import ENGINES, WRITERS, Engine, Severity, validate
from mfgraph.validate.since import Since, validate_since


@click.command("validate")
@click.option("--format", "format_name", type=click.Choice(list(WRITERS)), default="text")
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "warning", "info", "none"]),
    default="violation",
    show_default=True,
    help="The least severity that makes the command exit with 1.",
)
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True)
@click.option(
    "--changed",
    is_flag=True,
    help="Look again only at what has changed since the last time; find what a full run finds.",
)
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    format_name: str,
    fail_on: str,
    engine: Engine,
    changed: bool,
    lang: Language,
    output: Path | None,
) -> int:
    """Validate the dataset; each result names the file and line of what it is about."""
    built = options.dataset(ctx).built
    since = _since(built, engine, lang) if changed else None
    report = since.report if since else validate(built, engine=engine)
    threshold = None if fail_on == "none" else Severity[fail_on.upper()]
    with options.destination(output) as file:
        WRITERS[format_name](report, file, lang, fail_on=threshold)
    if since:
        since.keep()
    return int(threshold is not None and not report.conforms(threshold))


def _since(built: Built, engine: Engine, lang: Language) -> Since:
    if engine != ENGINES[0]:
        raise UsageError(
            "--changed goes on from what our own engine found",
            hint=f"leave out --changed or --engine {engine}",
        )
    if isinstance(built, Attached):
        raise UsageError(
            "--changed follows the files of the workspace, not an endpoint",
            hint="leave out --changed or --endpoint",
        )
    since = validate_since(built, lang=lang)
    click.echo(since.told(lang), err=True)
    return since
