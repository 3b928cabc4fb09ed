"""The HTTP side of an endpoint: addresses, credentials, time-outs, and one clear line a fault.

[SPARQL 1.1 Protocol](https://www.w3.org/TR/sparql11-protocol/#query-operation) for questions, and
[Graph Store HTTP Protocol](https://www.w3.org/TR/sparql11-http-rdf-update/) for writing. Only 429
and 503 are tried again, after as long as the server asks. Credentials come from the environment
and are never shown.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from pyoxigraph import DefaultGraph, NamedNode

from mfgraph.errors import QueryError, StoreError, UsageError
from mfgraph.store.profiles import Profile

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session

AUTHORIZATION: Final = "MFGRAPH_ENDPOINT_AUTHORIZATION"
DIGEST: Final = "MFGRAPH_ENDPOINT_DIGEST"
TIMEOUT: Final = "MFGRAPH_ENDPOINT_TIMEOUT"
_CONNECT_SECONDS: Final = 10.0
_ANSWER_SECONDS: Final = 120.0
_TRIES: Final = 5
_LONGEST_WAIT: Final = 60.0
_BUSY: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_TOLD: Final = 200  # characters of a server's own words that a message repeats
_MEANINGS: Final[Mapping[int, tuple[str, str]]] = {
    401: ("the server asks for credentials", f"set {AUTHORIZATION}, or {DIGEST} for digest"),
    403: ("the server does not allow this", "it may be read-only, or the credentials too few"),
    404: ("there is nothing at this address", "check the address and --endpoint-profile"),
    405: ("the server does not do this here", "check --endpoint-profile"),
    406: ("the server cannot answer in the format asked for", "check --endpoint-profile"),
    415: ("the server does not take N-Triples", "check --endpoint-profile"),
    429: ("the server is busy", "try again later"),
    503: ("the server is busy", "try again later"),
}


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
            UsageError: the address is not one of the web, or carries credentials.
        """
        return cls(_checked(url), profile, _session(profile))

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
                method, url, timeout=(_CONNECT_SECONDS, _patience()), allow_redirects=False, **what
            )
        except RequestException as error:
            raise _unreached(error, url) from error
        if not answer.ok and answer.status_code not in fine:
            raise _refused(answer, url)
        if answer.is_redirect:
            raise StoreError(
                f"the server sends us on to {answer.headers['Location']}",
                where=url,
                hint="name that address",
            )
        return answer


def _session(profile: Profile) -> "Session":
    from requests import Session  # noqa: PLC0415  (see above)
    from requests.adapters import HTTPAdapter  # noqa: PLC0415
    from urllib3.util import Retry  # noqa: PLC0415

    class Patient(Retry):
        """Tries again when the server is busy, and never waits for hours."""

        RETRY_AFTER_STATUS_CODES = _BUSY

        def get_retry_after(self, response: Any) -> float | None:
            asked = super().get_retry_after(response)
            return None if asked is None else min(asked, _LONGEST_WAIT)

    retry = Patient(
        total=_TRIES,
        connect=0,
        read=False,  # raised as it is, to be told apart
        redirect=0,
        other=0,
        status=_TRIES,
        status_forcelist=_BUSY,
        allowed_methods=None,  # all that we send may be sent twice
        backoff_factor=0.5,
        raise_on_status=False,
    )
    session = Session()
    session.mount("http://", HTTPAdapter(max_retries=retry))
    session.mount("https://", HTTPAdapter(max_retries=retry))
    session.headers["User-Agent"] = f"mfgraph/{version('mfgraph')}"
    session.auth = _credentials(profile)
    return session


def _credentials(profile: Profile) -> Any:
    """What signs our requests; always something, or requests would look into ~/.netrc."""
    from requests.auth import HTTPDigestAuth  # noqa: PLC0415  (see above)

    header = os.environ.get(AUTHORIZATION)
    user, colon, password = os.environ.get(DIGEST, "").partition(":")
    if profile.authentication == "digest" and colon and not header:
        return HTTPDigestAuth(user, password)

    def sign(request: "PreparedRequest") -> "PreparedRequest":
        if header:
            request.headers["Authorization"] = header
        return request

    return sign


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"an endpoint is an http or https address, not {url!r}")
    if parts.username or parts.password:
        raise UsageError(
            f"the address of {parts.hostname} carries credentials",
            hint=f"take them out and set {AUTHORIZATION}",
        )
    return url.rstrip("/")


def _patience() -> float:
    text = os.environ.get(TIMEOUT)
    try:
        seconds = float(text) if text else _ANSWER_SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise UsageError(f"{TIMEOUT} is a number of seconds, not {text!r}")
    return seconds


def _unreached(error: Exception, url: str) -> StoreError:
    from requests import ConnectTimeout, ReadTimeout  # noqa: PLC0415  (see above)
    from requests.exceptions import ChunkedEncodingError, SSLError  # noqa: PLC0415

    if isinstance(error, ReadTimeout):
        return StoreError(
            f"the server did not answer within {_patience():g} seconds",
            where=url,
            hint=f"ask for less, or set {TIMEOUT} to more seconds",
        )
    if isinstance(error, ChunkedEncodingError):
        return StoreError("the server's answer was cut short", where=url, hint="ask again")
    if isinstance(error, SSLError):
        return StoreError("the server's certificate is not trusted", where=url)
    late = isinstance(error, ConnectTimeout)
    found = "no server answers there" if late else "no server can be reached there"
    return StoreError(found, where=url, hint="check the address, and that the server runs")


def _refused(answer: "Response", url: str) -> StoreError | QueryError:
    status = answer.status_code
    told = " ".join(answer.text.split())[:_TOLD]
    said = f": {told}" if told and "<html" not in told.lower() else ""
    if status == HTTPStatus.BAD_REQUEST:
        return QueryError(f"the server cannot read this (400){said}", where=url)
    if status in _MEANINGS:
        meaning, hint = _MEANINGS[status]
        return StoreError(f"{meaning} ({status}){said}", where=url, hint=hint)
    return StoreError(f"the server failed ({status}){said}", where=url)
