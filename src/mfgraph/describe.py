"""What the dataset is made of: counts by kind of thing, claim and source.

Each count is a query of `queries/describe/`, in the `order` that its header gives it, under its
`title`.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode

from mfgraph.build import Built
from mfgraph.errors import SyntaxFault
from mfgraph.labels import Labels
from mfgraph.phrases import phrase
from mfgraph.queries import Library, QueryFile, Table, for_reading, table, write_table
from mfgraph.terms import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Section:
    """One count: what it counts, and a row for each kind."""

    name: str
    title: str
    table: Table

    def record(self) -> dict[str, Any]:
        """The count for programs: whole IRIs, numbers as numbers, nothing where none is stated."""
        return {"title": self.title, "rows": self.table.records()}


def describe(built: Built, *, lang: Language = "en") -> tuple[Section, ...]:
    """The counts of a dataset in their order.

    Raises:
        SyntaxFault: a query of `queries/describe/` lacks its title or its order.

    >>> from mfgraph.build import build
    >>> from mfgraph.workspace import Workspace
    >>> size, *_ = describe(build(Workspace.shipped()), lang="fr")
    >>> size.title, size.table.names[0]
    ('Taille du jeu de données', 'sources')
    """
    queries = Library(built.workspace.queries).theme("describe")
    return tuple(
        Section(
            query.name,
            _title(query)[lang],
            table(built.store.select(query.text), query=query, lang=lang),
        )
        for query in sorted(queries, key=_order)
    )


def tell(sections: tuple[Section, ...], labels: Labels, lang: Language) -> Iterator[str]:
    """The counts as a reader wants them, line by line: kinds by their names."""
    for section in sections:
        yield section.title
        written = io.BytesIO()
        write_table(_named(section.table, labels, lang), written)
        yield from written.getvalue().decode().splitlines()


def _named(found: Table, labels: Labels, lang: Language) -> Table:
    labels.load(v.value for row in found.rows for v in row if isinstance(v, NamedNode))
    unstated = Literal(phrase("describe.not-stated", lang))
    rows = tuple(tuple(unstated if v is None else v for v in row) for row in found.rows)
    return for_reading(
        Table(headings=found.headings, names=found.names, rows=rows),
        lambda iri: labels.find(iri, lang),
    )


def _order(query: QueryFile) -> tuple[int, str]:
    order = str(query.header.get("order", ""))
    if not order.isdecimal():
        raise SyntaxFault("the header of a count needs 'order', a number", where=str(query.path))
    return int(order), query.name


def _title(query: QueryFile) -> dict[str, str]:
    title = query.header.get("title")
    if not isinstance(title, dict) or any(not title.get(lang) for lang in LANGUAGES):
        raise SyntaxFault(
            "the header of a count needs 'title', a text in ar, fr and en", where=str(query.path)
        )
    return title
