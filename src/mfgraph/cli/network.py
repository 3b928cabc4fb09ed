"""`mfgraph network`: project the dataset onto a network, measure it, write and draw it."""

from collections.abc import Sequence
from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.network import DRAWINGS, FILES, draw, measure, tell, write
from mfgraph.terms import Language


@click.command("network")
@click.argument("name")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([*FILES, *DRAWINGS]),
    help="Write this too, into the folder of -o; may be repeated.",
)
@options.moment()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    name: str,
    formats: Sequence[str],
    lang: Language,
    output: Path | None,
) -> None:
    """Measure the network NAME, such as officials-organizations, and write it if asked."""
    dataset = options.dataset(ctx, lang)
    projection = dataset.network(name)
    for line in tell(measure(projection), lang):
        click.echo(line)
    folder = output or dataset.built.workspace.build_dir / "network"
    for chosen in formats:
        if chosen in DRAWINGS:
            click.echo(draw(projection, folder / f"{projection.name}.{chosen}", lang=lang))
        else:
            for path in write(projection, folder, [chosen], lang=lang):
                click.echo(path)
