"""`mfgraph diff`: what changed between two versions of the graph."""

from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.diff import FORMATS, difference, write
from mfgraph.terms import Language


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default="text", show_default=True
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many of a kind the text tells; 0 for all.",
)
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    old: str,
    new: str,
    format_name: str,
    limit: int,
    lang: Language,
    output: Path | None,
) -> int:
    """Say what was added, removed and changed from OLD to NEW.

    Each is the folder of a workspace, an export file (.nq, .nt, .trig or .ttl), or a revision of
    the workspace in git, such as HEAD~1. The command exits with 1 where the two differ. The
    format `patch` is RDF Patch; `added` and `removed` are sorted N-Quads.
    """
    with difference(old, new, options.workspace(ctx)) as found:
        with options.destination(output) as file:
            write(found, format_name, file, lang=lang, limit=limit)
        return int(not found.is_empty)
