"""`mfgraph build`: read, check and resolve the files, and keep the store on disk."""

import click

from mfgraph.build import build, save
from mfgraph.cli import options


@click.command("build")
@click.option("--check", is_flag=True, help="Build in memory only; write nothing.")
@click.pass_context
def command(ctx: click.Context, *, check: bool) -> None:
    """Build the store from the files of the workspace.

    Every quote is compared with its stored text. With one fault nothing is written and the
    store that stood before goes on standing.
    """
    workspace = options.workspace(ctx)
    built = build(workspace)
    triples = sum(1 for _ in built.store.quads())
    sources = len(workspace.source_files())
    click.echo(f"{triples:,} quads from {sources} source{'s' * (sources != 1)}")
    if not check:
        click.echo(f"store: {save(built)}")
