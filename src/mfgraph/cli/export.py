"""`mfgraph export`: write the dataset in any format."""

from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.errors import UsageError
from mfgraph.export import EXPORTS, export
from mfgraph.terms import Language


@click.command("export")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(list(EXPORTS)))
@click.option("--full", is_flag=True, help="All graphs in one, claims and excerpts included.")
@options.moment()
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context, *, format_name: str, full: bool, lang: Language, output: Path | None
) -> None:
    """Write the dataset as FORMAT: by default the resolved view, to standard output."""
    built = options.dataset(ctx, lang).built
    if output is None and EXPORTS[format_name].is_folder:
        raise UsageError(f"{format_name} is written to a folder", hint="name it with -o")
    if output is not None:
        export(built, format_name, output, full=full)
        return
    with options.destination(None) as file:
        export(built, format_name, file, full=full)
