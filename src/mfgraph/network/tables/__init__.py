"""A network as tables of columns: nodes with whole numbers, edges between them, a manifest.

triples   the answer of a network query, as columns
facts     what it says of each edge and node, all at once
names     what its nodes, roles and kinds are called
answered  the tables of what a store answers
folded    a network of two sides folded onto one of them
held      the tables of a network in memory
tables    what each of their columns holds
folder    the files: two of Parquet, and a manifest with what they must hold

Only `held` goes through edges one by one in Python, so a network of millions of edges passes.
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

from mfgraph.network.tables.answered import of_answer, project
from mfgraph.network.tables.folded import one_mode
from mfgraph.network.tables.folder import contents, read, write
from mfgraph.network.tables.held import of_projection
from mfgraph.network.tables.tables import Tables

__all__ = [
    "Tables",
    "contents",
    "of_answer",
    "of_projection",
    "one_mode",
    "project",
    "read",
    "write",
]
