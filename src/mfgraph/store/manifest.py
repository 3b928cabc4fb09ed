"""What was published to a server, recorded there beside it, in the graph `graph:published`.

A graph gets its version, a hash of what it says, when all of it was sent; the record gets its
own when all graphs were sent and read back. Until then the server holds no dataset to be asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from mfgraph.errors import StoreError
from mfgraph.vocab import PUBLISHED_GRAPH, RESOLVED_GRAPH, term

_TRIPLES: Final = term("void:triples")
_VERSION: Final = term("dcat:version")


@dataclass(frozen=True, slots=True)
class Part:
    """A published graph: how many triples it has, and which, or nothing if not all were sent."""

    triples: int
    version: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The graphs of a server that mfgraph published, and the version of the whole if it is whole."""

    parts: Mapping[NamedNode, Part] = field(default_factory=lambda: MappingProxyType({}))
    version: str = ""

    @classmethod
    def read(cls, rows: QuerySolutions) -> "Manifest":
        """The manifest of a server, from the rows of `published-graphs.rq`."""
        found: dict[NamedNode, Part] = {}
        for row in rows:
            graph, triples, version = row["graph"], row["triples"], row["version"]
            if isinstance(graph, NamedNode) and isinstance(triples, Literal):
                named = version.value if isinstance(version, Literal) else ""
                found[graph] = Part(int(triples.value), named)
        own = found.pop(PUBLISHED_GRAPH, Part(0))
        return cls(MappingProxyType(found), own.version if own.triples == len(found) else "")

    def named_graphs(self) -> list[NamedNode]:
        """The named graphs by IRI; the resolved view is the default graph and none of them."""
        return sorted(self.parts.keys() - {RESOLVED_GRAPH}, key=lambda graph: graph.value)

    def told(self) -> Iterator[Triple]:
        """The manifest as triples."""
        for graph, part in self.parts.items():
            yield from record(graph, part)
        if self.version:
            yield from record(PUBLISHED_GRAPH, Part(len(self.parts), self.version))

    def refuse_unfinished(self, url: str) -> None:
        """Refuse a server that was not published to, or not to the end.

        Raises:
            StoreError: the server holds no whole dataset.
        """
        if not self.parts:
            found = "the server holds no dataset of mfgraph"
        elif not self.version:
            found = "the dataset there is not published to the end"
        else:
            return
        raise StoreError(found, where=url, hint=f"run 'mfgraph publish {url}'")


def record(graph: NamedNode, part: Part) -> Iterable[Triple]:
    """The triples that record a graph."""
    yield Triple(graph, _TRIPLES, Literal(part.triples))
    if part.version:
        yield Triple(graph, _VERSION, Literal(part.version))
