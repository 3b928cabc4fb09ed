"""`mfgraph network report`: networks on paper, in one language."""

from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.network import choose, project
from mfgraph.queries import Library
from mfgraph.terms import Language, pick

# Networks that serve other commands: every tie at once, and sources as nodes.
_NOT_REPORTED = frozenset({"ties", "sources-claims"})


@click.command("report")
@click.option(
    "--scope",
    multiple=True,
    help="A network to report on, such as officials-organizations; may be repeated. Without it, "
    "all that have edges.",
)
@options.moment()
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context, *, scope: tuple[str, ...], lang: Language, output: Path | None
) -> None:
    """Write a report on networks as one HTML file, for the screen and for paper."""
    from mfgraph.network.paper import write_report  # noqa: PLC0415  # few need it

    dataset = options.dataset(ctx, lang)
    workspace = dataset.built.workspace
    names = scope or tuple(
        query.name
        for query in Library(workspace.queries).theme("network")
        if query.name not in _NOT_REPORTED
    )
    found = [project(dataset.store, choose(workspace, name)) for name in names]
    networks = [network for network in found if network.edges or scope]
    path = output or workspace.build_dir / "network" / f"report-{lang}.html"
    about = workspace.settings().get("dataset", {})
    heading = (pick(about.get("title", {}), lang), str(about.get("version", "")))
    click.echo(write_report(networks, dataset.store, path, lang=lang, dataset=heading))
