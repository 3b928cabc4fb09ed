"""What every store can do: answer SPARQL and hand out its quads.

Reading only. A store is written by the build, as a whole, and never changed after.
"""

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, Triple


class Store(Protocol):
    """A dataset that answers [SPARQL 1.1 queries](https://www.w3.org/TR/sparql11-query/#sparqlDefinition).

    The default graph is the resolved view; `GRAPH ?source { … }` asks who said it.
    Faults of the query are `QueryError`, faults of the store `StoreError`.
    """

    def select(self, query: str) -> QuerySolutions:
        """The solutions of a SELECT."""
        ...

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        ...

    def ask(self, query: str) -> bool:
        """Whether an ASK holds."""
        ...

    def graphs(self) -> list[NamedNode]:
        """The named graphs, sorted by IRI."""
        ...

    def quads(self, graph: NamedNode | DefaultGraph | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        ...
