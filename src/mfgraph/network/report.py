"""What `mfgraph network` prints: the table of measures, and what must be read beside it."""

import io
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal

from mfgraph.network.measures import Measures
from mfgraph.queries import Table, write_table
from mfgraph.terms import Language


def tell(measures: Measures, lang: Language) -> Iterator[str]:
    """The measures of a network, line by line, in a language.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose, measure, project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> events = project(built.store, choose(built.workspace, "organizations-events"))
    >>> next(tell(measure(events), "en"))
    'Organizations and the events they took part in'
    """
    yield measures.projection.query.title[lang]
    yield from lines(measures.columns(lang), measures.rows(lang))
    yield from measures.notes(lang)


def lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table line by line, as wide as its columns."""
    cells = tuple(tuple(Literal(cell) for cell in row) for row in rows)
    names = tuple(str(number) for number, _ in enumerate(headings))
    written = io.BytesIO()
    write_table(Table(headings=tuple(headings), names=names, rows=cells), written)
    yield from written.getvalue().decode().splitlines()
