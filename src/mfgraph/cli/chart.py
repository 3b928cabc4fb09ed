"""`mfgraph chart`: draw a question as a series over time, with the values on which sources differ."""

from collections.abc import Sequence
from pathlib import Path

import click

from mfgraph.chart import draw
from mfgraph.cli import options
from mfgraph.terms import Language


@click.command("chart")
@click.argument("name", metavar="QUERY")
@options.parameters()
@options.moment()
@options.endpoint()
@options.language()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The picture to write, .png or .svg; by default QUERY.png in the build folder.",
)
@click.pass_context
def command(
    ctx: click.Context,
    *,
    name: str,
    params: Sequence[str],
    lang: Language,
    output: Path | None,
) -> None:
    """Draw the question QUERY, such as indicator-over-time, whose header declares a chart."""
    dataset = options.dataset(ctx, lang)
    made = dataset.chart(name, lang=lang, **options.read_parameters(params))
    folder = dataset.built.workspace.build_dir / "chart"
    click.echo(draw(made, output or folder / f"{made.name}.png"))
