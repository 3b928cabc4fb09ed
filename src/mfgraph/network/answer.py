"""The answer of a network query as it comes from the store: N-Triples, not yet read."""

from typing import Final

from pyoxigraph import QueryTriples, RdfFormat, serialize

from mfgraph.network.header import NetworkQuery
from mfgraph.store import Store
from mfgraph.vocab import NETWORK

_EDGE: Final = f" <{NETWORK}source> ".encode()


def answer(store: Store, query: NetworkQuery) -> bytes:
    """The triples of a network, one a line, in [N-Triples](https://www.w3.org/TR/n-triples/#n-triples-language).

    Raises:
        QueryError: the query cannot be answered.
    """
    found = store.construct(query.text)
    if isinstance(found, QueryTriples):
        # The store writes them itself: no object is made for each.
        return found.serialize(format=RdfFormat.N_TRIPLES) or b""
    return serialize(found, format=RdfFormat.N_TRIPLES) or b""


def edge_count(given: bytes) -> int:
    """How many edges an answer has, without reading it."""
    return given.count(_EDGE)
