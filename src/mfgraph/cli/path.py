"""`mfgraph path`: how one thing is linked to another, with the words that prove each step."""

import json

import click

from mfgraph.cli import options
from mfgraph.evidence import find
from mfgraph.labels import Labels
from mfgraph.network.path import LONGER, MOST, TIES, paths
from mfgraph.network.path_telling import record, tell_paths
from mfgraph.network.proofs import proofs
from mfgraph.terms import Language


@click.command("path")
@click.argument("start")
@click.argument("end")
@click.option(
    "--max",
    "most",
    type=click.IntRange(1, 100),
    default=MOST,
    show_default=True,
    help="How many paths to show, the shortest first.",
)
@click.option(
    "--longer",
    type=click.IntRange(0, 4),
    default=LONGER,
    show_default=True,
    help="How many steps longer than the shortest a path may be.",
)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
@options.moment()
@options.endpoint()
@options.language()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    start: str,
    end: str,
    most: int,
    longer: int,
    format_name: str,
    lang: Language,
) -> None:
    """Show how START is linked to END, with the words that prove each step.

    Both are people, organizations or events: an address, kind/slug, or a name in any language.
    """
    dataset = options.dataset(ctx, lang)
    one, other = find(dataset.store, start), find(dataset.store, end)
    found = paths(dataset.network(TIES), one, other, most=most, longer=longer)
    grounds = proofs(dataset.store, found.ties)
    if format_name == "json":
        click.echo(json.dumps(record(found, grounds, lang), ensure_ascii=False, indent=2))
        return
    for line in tell_paths(found, grounds, Labels(dataset.store), lang):
        click.echo(line)
