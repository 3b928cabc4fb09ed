"""What `mfgraph network` prints: the table of measures, and what must be read beside it."""

import io
from collections.abc import Iterator

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
    rows = tuple(tuple(Literal(cell) for cell in row) for row in measures.rows(lang))
    table = Table(headings=measures.columns(lang), names=measures.names, rows=rows)
    written = io.BytesIO()
    write_table(table, written)
    yield from written.getvalue().decode().splitlines()
    yield from measures.notes(lang)
