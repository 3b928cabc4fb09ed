"""`mfgraph generate`: a synthetic workspace of any size."""

from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.generate import generate


@click.command("generate")
@click.option(
    "--triples",
    type=click.IntRange(min=1),
    required=True,
    metavar="N",
    help="How many triples data/ is to hold.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another world.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="A folder that is empty or not there.",
)
@click.option(
    "--faults",
    type=options.Number(0, 1),
    is_flag=False,
    flag_value=0.001,
    default=0.0,
    metavar="RATE",
    help="Plant faults in this share of the things, 0.001 if no number is given, and "
    "list them in faults.csv.",
)
@click.pass_context
def command(ctx: click.Context, *, triples: int, seed: int, output: Path, faults: float) -> None:
    """Write a synthetic ecosystem, with the ontology and questions of the workspace in use.

    The same numbers give the same files. Nothing in it is real, and its names say so.
    """
    done = generate(output, options.workspace(ctx), triples=triples, seed=seed, faults=faults)
    planted = f", {done.faults:,} faults planted" if faults else ""
    click.echo(f"{done.triples:,} triples in {done.sources:,} sources{planted}: {done.folder}")
