"""A network as tables of columns: nodes with whole numbers, edges between them, a manifest.

triples   the answer of a network query, as columns
facts     what it says of each edge and node, all at once
make      the tables: from a store set at a time, or from a projection
folder    the files: two of Parquet, and a manifest with what they must hold

Nothing here goes through edges one by one in Python, so a network of millions of edges passes.
Needs the extra `parquet`.
"""

from mfgraph.errors import ExportError

try:
    import pyarrow  # noqa: F401, ICN001  (only to say what is missing)
except ImportError as error:
    raise ExportError(
        "a Parquet file needs pyarrow, which is not installed",
        hint="run: pip install 'mfgraph[parquet]'",
    ) from error

from mfgraph.network.tables.folder import contents, read, write
from mfgraph.network.tables.make import of_answer, of_projection, project
from mfgraph.network.tables.tables import Tables

__all__ = ["Tables", "contents", "of_answer", "of_projection", "project", "read", "write"]
