"""`mfgraph network spark`: a network's tables measured on Apache Spark."""

from pathlib import Path

import click

from mfgraph.cli.options import Number, read_parameters


@click.command("spark")
@click.argument("tables")
@click.option(
    "--master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help="Where Spark runs: local[2], spark://host:7077, yarn …",
)
@click.option(
    "--conf",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of Spark, such as spark.driver.memory=8g; may be repeated.",
)
@click.option(
    "--tolerance",
    type=Number(min=0, min_open=True),
    default=1e-7,
    show_default=True,
    help="PageRank ends when a step moves less than this in all.",
)
@click.option("-o", "--output", required=True, metavar="FOLDER", help="A folder to be made.")
def command(
    tables: str, master: str, settings: tuple[str, ...], tolerance: float, output: str
) -> None:
    """Measure the network of the manifest TABLES on Spark: degree, PageRank, components, triangles.

    'mfgraph network NAME --format parquet' writes the manifest and its tables.
    """
    from mfgraph.network.spark.start import measure, session  # noqa: PLC0415  (an extra)

    given = read_parameters(settings, "--conf")
    manifest = _checked(tables) if "://" not in tables else tables
    with session(master, given) as spark:
        found = measure(spark, manifest, output, tolerance=tolerance)
    click.echo(
        f"{found.nodes} nodes, {found.edges} edges; PageRank came to rest in "
        f"{found.pagerank_steps} steps, components in {found.component_rounds}"
    )
    click.echo(output)


def _checked(tables: str) -> str:
    """The manifest of tables on this machine, whose files are what it says they are."""
    from mfgraph.network.tables.folder import check, manifest_path, read_manifest  # noqa: PLC0415

    path = manifest_path(Path(tables))
    manifest = read_manifest(path)
    for name in ("nodes", "edges"):
        check(path.parent / manifest[name]["file"], manifest[name])
    return str(path.resolve())
