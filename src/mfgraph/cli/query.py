"""`mfgraph query`: ask a question of the library, or one of your own."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import click
from pyoxigraph import NamedNode, RdfFormat, serialize

from mfgraph.api import Dataset, in_language
from mfgraph.cli import options
from mfgraph.errors import NotFound, QueryError, UsageError
from mfgraph.labels import Labels
from mfgraph.phrases import phrase
from mfgraph.queries import (
    READABLE,
    RESULT_FORMATS,
    QueryFile,
    bound,
    for_reading,
    parse,
    read,
    table,
    write_solutions,
)
from mfgraph.terms import Language
from mfgraph.vocab import PREFIXES

_STDIN = "-"


@click.command("query")
@click.argument("name", required=False)
@click.option("--query", "text", help="SPARQL to run, instead of a question of the library.")
@options.parameters()
@click.option(
    "--format",
    "format_name",
    type=click.Choice([*READABLE, *RESULT_FORMATS, "turtle"]),
    help="By default a table, or Turtle for CONSTRUCT.",
)
@click.option("--explain-empty", is_flag=True, help="If nothing is found, say why.")
@options.moment()
@options.endpoint()
@options.language()
@options.output()
@click.pass_context
def command(
    ctx: click.Context,
    *,
    name: str | None,
    text: str | None,
    params: Sequence[str],
    format_name: str | None,
    explain_empty: bool,
    lang: Language,
    output: Path | None,
) -> None:
    """Ask the question NAME (see 'mfgraph queries'), a .rq file, or '-' for standard input."""
    dataset = options.dataset(ctx, lang)
    query = _chosen(dataset, name, text)
    sparql = bound(query, in_language(query, options.read_parameters(params), lang))
    try:
        with options.destination(output) as file:
            _answer(dataset, query, sparql, _format(query, format_name), lang, file)
    except QueryError as error:
        error.where = error.where or str(query.path)
        raise
    if explain_empty:
        _explain(dataset, sparql, lang)


def _chosen(dataset: Dataset, name: str | None, text: str | None) -> QueryFile:
    if (name is None) == (text is None):
        raise UsageError(
            "say either the NAME of a question or --query", hint="see 'mfgraph queries'"
        )
    if text is not None:
        return parse(text, Path("--query"))
    if name == _STDIN:
        return parse(sys.stdin.read(), Path("standard-input"))
    path = Path(str(name))
    if path.suffix == ".rq" and path.is_file():
        return read(path)
    if path.suffix == ".rq" and len(path.parts) > 2:  # noqa: PLR2004  (more than theme/name.rq)
        raise NotFound(f"no such file: {path}")
    return dataset.library.query(str(name))


def _format(query: QueryFile, wished: str | None) -> str:
    graph = query.form in {"CONSTRUCT", "DESCRIBE"}
    chosen = wished or ("turtle" if graph else "table")
    if graph != (chosen == "turtle"):
        fitting = "turtle" if graph else "a table or a SPARQL result format"
        raise UsageError(f"a {query.form} query gives no {chosen}", hint=f"use {fitting}")
    return chosen


def _answer(
    dataset: Dataset, query: QueryFile, sparql: str, chosen: str, lang: Language, file: IO[bytes]
) -> None:
    if query.form == "ASK":
        file.write(f"{str(dataset.store.ask(sparql)).lower()}\n".encode())
    elif chosen == "turtle":
        triples = sorted(dataset.store.construct(sparql), key=str)
        serialize(triples, file, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    elif chosen in RESULT_FORMATS:
        write_solutions(dataset.store.select(sparql), chosen, file)
    else:
        found = table(dataset.store.select(sparql), query=query, lang=lang)
        labels = Labels(dataset.store)
        labels.load(v.value for row in found.rows for v in row if isinstance(v, NamedNode))
        READABLE[chosen](for_reading(found, lambda iri: labels.find(iri, lang)), file)
        if not found.rows:
            click.echo(phrase("common.nothing-found", lang), err=True)


def _explain(dataset: Dataset, sparql: str, lang: Language) -> None:
    from mfgraph.queries.explain import describe_emptied, explain_empty  # noqa: PLC0415

    emptied = explain_empty(dataset.store, sparql)
    if emptied is not None:
        click.echo(describe_emptied(emptied, lang), err=True)
