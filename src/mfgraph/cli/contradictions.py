"""`mfgraph contradictions`: where sources differ, by kind of difference."""

from pathlib import Path

import click
from pyoxigraph import NamedNode

from mfgraph.cli import options
from mfgraph.compare import KINDS, contradictions
from mfgraph.compare.table import FORMATS, write_contradictions
from mfgraph.compare.words import Writer
from mfgraph.evidence import find
from mfgraph.terms import Language


@click.command("contradictions")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    help="Only differences of this kind; may be repeated.",
)
@click.option("--about", help="Only what speaks of this: a name, kind/slug or prefixed name.")
@click.option(
    "--format", "format_name", type=click.Choice(list(FORMATS)), default="table", show_default=True
)
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    kinds: tuple[str, ...],
    about: str | None,
    format_name: str,
    lang: Language,
    output: Path | None,
) -> None:
    """List every value on which sources differ, with the sources and how far apart they are.

    Told apart are roundings of one value, figures of different definitions, figures of
    different dates, and true conflicts.
    """
    store = options.dataset(ctx).store
    thing = NamedNode(find(store, about)) if about else None
    found = [each for each in contradictions(store, thing) if not kinds or each.kind in kinds]
    with options.destination(output) as file:
        write_contradictions(found, Writer.of(store, lang), format_name, file)
