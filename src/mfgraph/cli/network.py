"""`mfgraph network`: project the dataset onto a network, measure it, write and draw it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click
from pyoxigraph import RdfFormat, parse

from mfgraph.api import Dataset
from mfgraph.cli import options
from mfgraph.cli.network_asked import Asked
from mfgraph.cli.network_forms import WithForms
from mfgraph.cli.network_large import Wanted, of_answer, of_manifest, write_tables
from mfgraph.errors import UsageError
from mfgraph.network import DRAWINGS, FILES, Projection, choose, draw, write
from mfgraph.network.answer import answer, edge_count
from mfgraph.network.chance import SEED
from mfgraph.network.edges import of_triples
from mfgraph.network.engines import ENGINES, LARGE, SOURCES
from mfgraph.network.files import MANIFEST
from mfgraph.network.scope import Scope
from mfgraph.terms import Language


@click.command("network", cls=WithForms)
@click.argument("name")
@click.option(
    "--measure",
    "measures",
    multiple=True,
    metavar="MEASURE",
    help="Take this measure of each node, such as pagerank, or all that mean something; may be "
    "repeated.",
)
@click.option("--layer", default="", metavar="KIND", help="Only the edges of this kind.")
@click.option("--currency", default="", metavar="CODE", help="Weigh edges by amounts in it.")
@click.option("--during", default="", metavar="DATE", help="Only what is known to hold in DATE.")
@click.option(
    "--one-mode",
    "onto",
    multiple=True,
    metavar="KIND",
    help="Tie the nodes of this kind by what they share, in Newman's weighting; may be repeated.",
)
@click.option("--structure", "of", flag_value="structure", help="Measure the network as a whole.")
@click.option("--communities", "of", flag_value="communities", help="Find its communities.")
@click.option("--by-year", "of", flag_value="by-year", help="Show it year by year.")
@click.option(
    "--sensitivity",
    "of",
    flag_value="sensitivity",
    help="Show how ranks move, and what falls, with the sources.",
)
@click.option("--draws", type=click.IntRange(min=0), help="Random networks or draws to compare.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="The seed of all chance.")
@click.option(
    "--engine",
    "by",
    type=click.Choice([*ENGINES]),
    help="Measure by this engine; networks of 100,000 edges and more are by networkit.",
)
@click.option(
    "--sources",
    type=click.IntRange(min=1),
    default=SOURCES,
    show_default=True,
    help="From how many nodes an engine estimates betweenness.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([*FILES, *DRAWINGS]),
    help="Write this too, into the folder of -o; may be repeated.",
)
@options.moment()
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    name: str,
    measures: Sequence[str],
    layer: str,
    currency: str,
    during: str,
    onto: tuple[str, ...],
    of: str | None,
    draws: int | None,
    seed: int,
    by: str | None,
    sources: int,
    formats: Sequence[str],
    lang: Language,
    output: Path | None,
) -> None:
    """Measure the network NAME, such as officials-organizations, and write it if asked.

    NAME may be the manifest that '--format parquet' wrote. 'mfgraph network report' puts
    several networks on paper, 'mfgraph network spark' measures one on Apache Spark.
    """
    scope = Scope(layer, during, currency, onto)
    wanted = Wanted(tuple(measures), by or "", sources, seed, lang)
    if name.endswith(MANIFEST):
        _refuse_forms(of, formats, "or name the network itself")
        _echo(of_manifest(Path(name), scope, wanted, output))
        return
    dataset = options.dataset(ctx, lang)
    query = choose(dataset.built.workspace, name)
    given = answer(dataset.store, query)
    folder = output or dataset.built.workspace.build_dir / "network"
    is_large = edge_count(given) >= LARGE
    if by or (is_large and of is None):
        _refuse_forms(of, formats, _TABLES if is_large else "or leave out --engine")
        _echo(of_answer(given, query, scope, wanted, dataset.built, folder if formats else None))
        return
    part = scope.of(of_triples((quad.triple for quad in parse(given, RdfFormat.N_TRIPLES)), query))
    ask = Asked(dataset, scope, tuple(measures), draws=draws, seed=seed, lang=lang)
    for alone in part.layers:
        _echo(ask.told(alone, of or "measures"))
    whole = scope.form(part)
    if "parquet" in formats:
        _echo(write_tables(whole, scope, dataset.built, folder, lang))
    _write(whole, dataset, folder, [name for name in formats if name != "parquet"], lang)


def _echo(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)


_TABLES: Final = (
    f"the one form for {LARGE:,} edges and more: two tables, which most tools for graphs read"
)


def _refuse_forms(of: str | None, formats: Sequence[str], instead: str) -> None:
    """Stop where an engine is asked for what only networkx and a network in memory give."""
    if of is not None:
        raise UsageError(f"an engine does not take --{of}", hint="leave out --engine")
    for other in (name for name in formats if name != "parquet"):
        raise UsageError(
            f"a network measured by an engine is not written as {other}",
            hint=f"take --format parquet, {instead}",
        )


def _write(
    projection: Projection,
    dataset: Dataset,
    folder: Path,
    formats: Sequence[str],
    lang: Language,
) -> None:
    for chosen in formats:
        if chosen in DRAWINGS:
            path = folder / f"{projection.name}.{chosen}"
            click.echo(draw(projection, path, lang=lang, store=dataset.store))
        else:
            for path in write(projection, folder, [chosen], lang=lang):
                click.echo(path)
