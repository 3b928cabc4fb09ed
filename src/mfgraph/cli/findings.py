"""`mfgraph findings`: what does not add up in the sources."""

from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.compare import findings
from mfgraph.compare.findings import FORMATS, write_findings
from mfgraph.compare.words import Writer
from mfgraph.terms import Language


@click.command("findings")
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default="table", show_default=True
)
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(ctx: click.Context, *, format_name: str, lang: Language, output: Path | None) -> None:
    """Check the arithmetic and the calendar of the sources.

    What fails a check is a finding about a source, no error of the dataset: the source is kept
    as it is printed. The checks are the queries of queries/findings/.
    """
    dataset = options.dataset(ctx)
    found = findings(dataset.store, dataset.library)
    with options.destination(output) as file:
        write_findings(found, Writer.of(dataset.store, lang), format_name, file)
