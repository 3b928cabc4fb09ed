"""`mfgraph validate`: hold the dataset against its shapes and checks."""

from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.terms import Language
from mfgraph.validate import ENGINES, WRITERS, Engine, Severity, validate


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
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    format_name: str,
    fail_on: str,
    engine: Engine,
    lang: Language,
    output: Path | None,
) -> int:
    """Validate the dataset; each result names the file and line of what it is about."""
    report = validate(options.dataset(ctx).built, engine=engine)
    threshold = None if fail_on == "none" else Severity[fail_on.upper()]
    with options.destination(output) as file:
        WRITERS[format_name](report, file, lang, fail_on=threshold)
    return int(threshold is not None and not report.conforms(threshold))
