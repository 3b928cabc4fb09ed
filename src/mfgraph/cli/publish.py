"""`mfgraph publish`: put the dataset on a SPARQL server."""

import sys

import click

from mfgraph.build import load
from mfgraph.cli import options
from mfgraph.publish import parts, publish
from mfgraph.store.connection import Connection
from mfgraph.store.profiles import profile


@click.command("publish")
@click.argument("url")
@click.option(
    "--profile",
    "kind",
    metavar="NAME",
    envvar="MFGRAPH_ENDPOINT_PROFILE",
    help="What kind of server it is: oxigraph, virtuoso, fuseki … By default one that follows "
    "the standards.",
)
@click.pass_context
def command(ctx: click.Context, *, url: str, kind: str | None) -> None:
    """Put the dataset on the server at URL; what is there already is not sent again.

    A publication that was stopped goes on where it was when called again, and nobody is
    answered from a server that does not hold the whole dataset.
    """
    connection = Connection.to(url, profile(kind))
    wanted = parts(load(options.workspace(ctx)))
    total = sum(len(triples) for triples in wanted.values())
    if sys.stderr.isatty():
        with click.progressbar(length=total, label="triples", file=sys.stderr) as bar:
            done = publish(wanted, connection, bar.update)
    else:
        done = publish(wanted, connection)
    told = "as written" if done.as_written else "by value: the server rewrites literals"
    click.echo(
        f"{done.graphs:,} graphs, {done.triples:,} triples at {url} "
        f"({done.sent:,} graphs sent, {done.removed:,} removed); read back the same, {told}"
    )
