"""A store on a SPARQL server: any that speaks SPARQL 1.1 Protocol, with the profile it needs.

Only what `mfgraph publish` put there is asked, and only once all of it is there. Reading needs
no more than the query address: graphs are read by CONSTRUCT, and counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

import pyoxigraph as ox

from mfgraph.errors import StoreError
from mfgraph.sparql import bind, own_query
from mfgraph.store import answers
from mfgraph.store.base import Store
from mfgraph.store.connection import Connection
from mfgraph.store.dialect import spoken
from mfgraph.store.manifest import Manifest
from mfgraph.store.oxigraph import OxigraphStore
from mfgraph.store.profiles import profile
from mfgraph.vocab import PUBLISHED_GRAPH, RESOLVED_GRAPH


@dataclass(frozen=True, slots=True)
class EndpointStore:
    """A dataset that `mfgraph publish` put on a server."""

    connection: Connection
    manifest: Manifest

    @classmethod
    def open(cls, url: str, profile_name: str | None = None) -> Self:
        """The dataset on the server at an address.

        Raises:
            UsageError: the address or the profile is none.
            StoreError: the server does not answer, or holds no whole dataset.
        """
        store = cls.of(Connection.to(url, profile(profile_name)))
        store.manifest.refuse_unfinished(url)
        return store

    @classmethod
    def of(cls, connection: Connection) -> Self:
        """What was published to a server so far, whole or not."""
        record = Manifest.read(_bare(connection).select(own_query("published-graphs")))
        return cls(connection, record)

    def select(self, query: str) -> ox.QuerySolutions:
        """The solutions of a SELECT."""
        body, headers = self._answer(query, answers.SOLUTIONS)
        # Read to the end once, to see that there is one, before anybody uses the first.
        rows = answers.count(answers.solutions(body, self._url), self._url)
        self._refuse_limited(headers, rows)
        return answers.solutions(body, self._url)

    def construct(self, query: str) -> Iterator[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        body, headers = self._answer(query, answers.TRIPLES)
        found = answers.triples(body, self._url)
        self._refuse_limited(headers, len(found))
        return iter(found)

    def ask(self, query: str) -> bool:
        """Whether an ASK holds."""
        body, _ = self._answer(query, answers.SOLUTIONS)
        return answers.boolean(body, self.connection.profile.ask_column, self._url)

    def graphs(self) -> list[ox.NamedNode]:
        """The named graphs, sorted by IRI."""
        return self.manifest.named_graphs()

    def quads(self, graph: ox.NamedNode | ox.DefaultGraph | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all.

        Raises:
            StoreError: the server gives another number of them than were published.
        """
        every: list[ox.NamedNode | ox.DefaultGraph] = [ox.DefaultGraph(), *self.graphs()]
        for each in every if graph is None else [graph]:
            yield from (
                ox.Quad(t.subject, t.predicate, t.object, each) for t in self._triples(each)
            )

    def held(self, name: ox.NamedNode) -> list[ox.Triple]:
        """The triples that the server holds under the name of a published graph, counted or not."""
        query = own_query("view-triples")
        if name != RESOLVED_GRAPH:
            query = bind(own_query("graph-triples"), {"graph": [name]})
        return list(self.construct(query))

    def _triples(self, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Triple]:
        of_view = isinstance(graph, ox.DefaultGraph)
        name = RESOLVED_GRAPH if isinstance(graph, ox.DefaultGraph) else graph
        if name not in self.manifest.parts or (not of_view and name == RESOLVED_GRAPH):
            return []
        found = self.held(name)
        expected = self.manifest.parts[name].triples
        if len(found) != expected:
            raise StoreError(
                f"the server gives {len(found):,} triples of {name}, and {expected:,} were published",
                where=self._url,
                hint=f"publish again: 'mfgraph publish {self._url}'",
            )
        return found

    def _answer(self, query: str, accept: str) -> tuple[bytes, Mapping[str, Any]]:
        asked = spoken(query, self.connection.profile, self._named())
        answer = self.connection.ask(asked.text, accept, asked.parameters)
        return answer.content, answer.headers

    def _named(self) -> list[ox.NamedNode]:
        return self.graphs() if self.manifest.parts else [PUBLISHED_GRAPH]

    def _refuse_limited(self, headers: Mapping[str, str], rows: int) -> None:
        answers.refuse_limited(headers, rows, self.connection.profile.cut_headers, self._url)

    @property
    def _url(self) -> str:
        return self.connection.url


def connect(url: str, profile_name: str | None = None) -> Store:
    """The dataset on a server: asked there, or copied and asked here if the profile says so."""
    store = EndpointStore.open(url, profile_name)
    if store.connection.profile.evaluates == "here":
        return OxigraphStore.of(store.quads())
    return store


def _bare(connection: Connection) -> EndpointStore:
    """A server of which nothing is known yet but where its record would be."""
    return EndpointStore(connection, Manifest())
