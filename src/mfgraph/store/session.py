"""The HTTP session of an endpoint: who we are, how long we wait, and when we ask again.

Only 429 and 503 are tried again, after as long as the server asks. Credentials come from the
environment and are never shown.
"""

import os
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from mfgraph.errors import UsageError
from mfgraph.store.profiles import Profile
from mfgraph.version import __version__

# requests takes longer to import than most questions take to answer, and few name an endpoint.
if TYPE_CHECKING:
    from requests import PreparedRequest, Session

AUTHORIZATION: Final = "MFGRAPH_ENDPOINT_AUTHORIZATION"
DIGEST: Final = "MFGRAPH_ENDPOINT_DIGEST"
TIMEOUT: Final = "MFGRAPH_ENDPOINT_TIMEOUT"
_ANSWER_SECONDS: Final = 120.0
_TRIES: Final = 5
_LONGEST_WAIT: Final = 60.0
_BUSY: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def session(profile: Profile) -> "Session":
    """A session in which a busy server is asked again, and each request is signed."""
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
    made = Session()
    made.mount("http://", HTTPAdapter(max_retries=retry))
    made.mount("https://", HTTPAdapter(max_retries=retry))
    made.headers["User-Agent"] = f"mfgraph/{__version__}"
    made.auth = _credentials(profile)
    return made


def patience() -> float:
    """How many seconds an answer may take.

    Raises:
        UsageError: the environment gives something else than a number of seconds.
    """
    text = os.environ.get(TIMEOUT)
    try:
        seconds = float(text) if text else _ANSWER_SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise UsageError(f"{TIMEOUT} is a number of seconds, not {text!r}")
    return seconds


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
