"""The queries that mfgraph itself asks of any dataset, and the binding of terms into a query."""

from pathlib import Path

from mfgraph.sparql.binding import bind, defaults, slots
from mfgraph.sparql.insertion import insertion

__all__ = ["bind", "defaults", "insertion", "own_query", "slots"]


def own_query(name: str) -> str:
    """The text of one of mfgraph's own queries, `sparql/<name>.rq`."""
    return Path(__file__).with_name(f"{name}.rq").read_text(encoding="utf-8")
