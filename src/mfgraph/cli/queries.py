"""`mfgraph queries`: the questions that can be asked, in the reader's language."""

from collections.abc import Collection

import click

from mfgraph.cli import options
from mfgraph.errors import NotFound
from mfgraph.queries import Library
from mfgraph.terms import Language, pick


@click.command("queries")
@click.option("--theme", help="Only the questions of one theme, such as people.")
@options.language()
@click.pass_context
def command(ctx: click.Context, theme: str | None, lang: Language) -> None:
    """List the questions, with the parameters each takes."""
    questions = Library(options.workspace(ctx).queries).questions()
    _refuse_unknown(theme, {query.theme for query in questions})
    shown = ""
    for query in questions:
        if theme not in {None, query.theme}:
            continue
        if query.theme != shown:
            shown = query.theme
            click.echo(f"\n{shown}")
        taken = "".join(f" [--param {p.name}=…]" for p in query.parameters if p.name != "lang")
        click.echo(f"  {query.name}{taken}\n      {pick(query.question, lang)}")


def _refuse_unknown(theme: str | None, themes: Collection[str]) -> None:
    if theme is not None and theme not in themes:
        raise NotFound(
            f"no theme is called {theme!r}", hint=f"there are: {', '.join(sorted(themes))}"
        )
