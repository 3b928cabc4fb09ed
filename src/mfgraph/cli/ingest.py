"""`mfgraph ingest`: take sourced facts into the files of the workspace."""

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import click

from mfgraph.cli import options
from mfgraph.ingest import Ingested, ingest


@click.group("ingest")
def command() -> None:
    """Take sourced facts into data/, each once; edits by hand survive."""


@command.command("facts")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--report", type=click.Path(path_type=Path), help="Write what became of each line.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.pass_context
def facts(ctx: click.Context, *, paths: Sequence[Path], report: Path | None, dry_run: bool) -> None:
    """Take in facts files (JSON Lines; see docs/facts-format.md)."""
    workspace = options.workspace(ctx)
    done = ingest(paths, workspace, dry=dry_run)
    counts = (
        ", ".join(f"{outcome} {count}" for outcome, count in sorted(done.counts().items()))
        or "none"
    )
    verb = "would be written" if dry_run else "written"
    click.echo(f"{len(done.rows)} lines: {counts}; {len(done.written)} files {verb}")
    for row in done.rows:
        if row.outcome == "skipped" and report is None:
            click.echo(f"skipped {row.key}: {row.reason}", err=True)
    if report is not None:
        with options.destination(report) as file:
            file.write(_csv(done).encode())


def _csv(done: Ingested) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(["key", "kind", "url", "outcome", "reason"])
    writer.writerows(astuple(row) for row in done.rows)
    return output.getvalue()
