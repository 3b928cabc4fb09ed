"""What a server's refusal means, and what to do: one clear line for each."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from mfgraph.errors import QueryError, StoreError
from mfgraph.store.session import AUTHORIZATION, DIGEST, TIMEOUT, patience

if TYPE_CHECKING:
    from requests import Response

_TOLD: Final = 200  # characters of a server's own words that a message repeats
_MEANINGS: Final[Mapping[int, tuple[str, str]]] = MappingProxyType(
    {
        401: ("the server asks for credentials", f"set {AUTHORIZATION}, or {DIGEST} for digest"),
        403: ("the server does not allow this", "it may be read-only, or the credentials too few"),
        404: ("there is nothing at this address", "check the address and --endpoint-profile"),
        405: ("the server does not do this here", "check --endpoint-profile"),
        406: ("the server cannot answer in the format asked for", "check --endpoint-profile"),
        415: ("the server does not take N-Triples", "check --endpoint-profile"),
        429: ("the server is busy", "try again later"),
        503: ("the server is busy", "try again later"),
    }
)


def unreached(error: Exception, url: str) -> StoreError:
    """The fault of a request that had no answer."""
    from requests import ConnectTimeout, ReadTimeout  # noqa: PLC0415  (only endpoints need it)
    from requests.exceptions import ChunkedEncodingError, SSLError  # noqa: PLC0415

    if isinstance(error, ReadTimeout):
        return StoreError(
            f"the server did not answer within {patience():g} seconds",
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


def refused(answer: "Response", url: str) -> StoreError | QueryError:
    """The fault of an answer that is a refusal."""
    status = answer.status_code
    told = " ".join(answer.text.split())[:_TOLD]
    said = f": {told}" if told and "<html" not in told.lower() else ""
    if status == HTTPStatus.BAD_REQUEST:
        return QueryError(f"the server cannot read this (400){said}", where=url)
    if status in _MEANINGS:
        meaning, hint = _MEANINGS[status]
        return StoreError(f"{meaning} ({status}){said}", where=url, hint=hint)
    return StoreError(f"the server failed ({status}){said}", where=url)
