"""A server at an address: asked, and written to, as its profile says.

[SPARQL 1.1 Protocol](https://www.w3.org/TR/sparql11-protocol/#query-operation) for questions, and
[Graph Store HTTP Protocol](https://www.w3.org/TR/sparql11-http-rdf-update/) for writing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from pyoxigraph import DefaultGraph, NamedNode

from mfgraph.errors import StoreError, UsageError
from mfgraph.store.profiles import Profile
from mfgraph.store.refusals import refused, unreached
from mfgraph.store.session import AUTHORIZATION, patience, session

if TYPE_CHECKING:
    from requests import Response, Session

_CONNECT_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Connection:
    """A server at an address, spoken to as its profile says."""

    url: str
    profile: Profile
    _session: "Session" = field(repr=False, compare=False)

    @classmethod
    def to(cls, url: str, profile: Profile) -> "Connection":
        """A connection to be used; nothing is sent yet.

        Raises:
            UsageError: the address is not one of the web, or carries credentials, a query or a part.
        """
        return cls(_checked(url), profile, session(profile))

    def ask(self, query: str, accept: str, extra: Mapping[str, Any]) -> "Response":
        """The whole answer to a query, in the format asked for.

        Raises:
            QueryError: the server cannot read the query.
            StoreError: the server does not answer, or not wholly.
        """
        url = self.profile.query.format(url=self.url)
        headers = {"Accept": accept}
        if self.profile.method == "get":
            return self._send("GET", url, params={"query": query, **extra}, headers=headers)
        if self.profile.method == "post-form":
            return self._send("POST", url, data={"query": query, **extra}, headers=headers)
        direct = headers | {"Content-Type": "application/sparql-query"}
        return self._send("POST", url, params=extra, data=query.encode(), headers=direct)

    def put(self, graph: NamedNode | DefaultGraph, triples: bytes) -> None:
        """Make N-Triples the whole content of a graph."""
        self._write("PUT", graph, triples)

    def add(self, graph: NamedNode | DefaultGraph, triples: bytes) -> None:
        """Add N-Triples to a graph."""
        self._write("POST", graph, triples)

    def delete(self, graph: NamedNode) -> None:
        """Remove a graph; one that is not there is no fault."""
        self._send(
            "DELETE",
            self._graphs,
            params=self._named(graph),
            fine=frozenset({HTTPStatus.NOT_FOUND}),
        )

    def _write(self, method: str, graph: NamedNode | DefaultGraph, triples: bytes) -> None:
        headers = {"Content-Type": "application/n-triples"}
        self._send(method, self._graphs, params=self._named(graph), data=triples, headers=headers)

    @property
    def _graphs(self) -> str:
        return self.profile.graphs.format(url=self.url)

    def _named(self, graph: NamedNode | DefaultGraph) -> dict[str, str]:
        if isinstance(graph, DefaultGraph):
            return {"default": ""}
        return {self.profile.graph_parameter: graph.value}

    def _send(
        self, method: str, url: str, *, fine: frozenset[int] = frozenset(), **what: Any
    ) -> "Response":
        from requests import RequestException  # noqa: PLC0415  (only endpoints need it)

        try:
            # A redirect would turn POST into GET and could take the credentials elsewhere.
            answer = self._session.request(
                method, url, timeout=(_CONNECT_SECONDS, patience()), allow_redirects=False, **what
            )
        except RequestException as error:
            raise unreached(error, url) from error
        if not answer.ok and answer.status_code not in fine:
            raise refused(answer, url)
        if answer.is_redirect:
            raise StoreError(
                f"the server sends us on to {answer.headers['Location']}",
                where=url,
                hint="name that address",
            )
        return answer


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"an endpoint is an http or https address, not {url!r}")
    if parts.username or parts.password:
        raise UsageError(
            f"the address of {parts.hostname} carries credentials",
            hint=f"take them out and set {AUTHORIZATION}",
        )
    if parts.query or parts.fragment:
        # The protocols put their own words there: a question, or the name of a graph.
        raise UsageError(
            f"the address {url!r} holds more than a place", hint="leave out what follows ? or #"
        )
    return url.rstrip("/")
