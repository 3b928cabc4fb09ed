"""`mfgraph describe`: what the dataset is made of."""

import json

import click

from mfgraph.cli import options
from mfgraph.describe import tell
from mfgraph.labels import Labels
from mfgraph.terms import Language


@click.command("describe")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
@options.moment()
@options.endpoint()
@options.language()
@click.pass_context
def command(ctx: click.Context, *, format_name: str, lang: Language) -> None:
    """Count things, claims and sources by their kind, mode, certainty, language and year."""
    dataset = options.dataset(ctx, lang)
    sections = dataset.describe(lang=lang)
    if format_name == "json":
        records = {section.name: section.record() for section in sections}
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for line in tell(sections, Labels(dataset.store), lang):
        click.echo(line)
