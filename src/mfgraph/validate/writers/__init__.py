"""Reports written down: as text for people, as JSON, JUnit, SARIF and Turtle for machines."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import IO, Final, Protocol

from mfgraph.errors import UsageError
from mfgraph.terms import Language
from mfgraph.validate.report import Report, Severity
from mfgraph.validate.writers.graph import as_turtle
from mfgraph.validate.writers.junit import as_junit
from mfgraph.validate.writers.record import as_json
from mfgraph.validate.writers.sarif import as_sarif
from mfgraph.validate.writers.text import as_text

Rendering = Callable[[Report, Language, Severity | None], str]


class Writer(Protocol):
    """Writes a report in one format, in UTF-8."""

    def __call__(
        self,
        report: Report,
        file: IO[bytes],
        lang: Language = "en",
        *,
        fail_on: Severity | None = Severity.VIOLATION,
    ) -> None:
        """Write the report; `fail_on` says from which severity on a result is a failure."""


_RENDERINGS: Final[Mapping[str, Rendering]] = MappingProxyType(
    {
        "text": as_text,
        "json": as_json,
        "junit": as_junit,
        "sarif": as_sarif,
        "turtle": as_turtle,
    }
)


def write(
    report: Report,
    form: str,
    *,
    lang: Language = "en",
    fail_on: Severity | None = Severity.VIOLATION,
) -> str:
    """A report in one of the formats, the same for the same report, ending in a line break.

    Messages are in `lang`; JSON and Turtle hold all three languages. `fail_on` says from
    which severity on JUnit counts a failure.

    Raises:
        UsageError: there is no such format.

    >>> print(write(Report(), "text").splitlines()[0])
    Nothing found
    """
    rendering = _RENDERINGS.get(form)
    if rendering is None:
        raise UsageError(f"no report format {form!r}", hint=f"one of {', '.join(_RENDERINGS)}")
    return rendering(report, lang, fail_on)


def _writer(form: str) -> Writer:
    def writer(
        report: Report,
        file: IO[bytes],
        lang: Language = "en",
        *,
        fail_on: Severity | None = Severity.VIOLATION,
    ) -> None:
        file.write(write(report, form, lang=lang, fail_on=fail_on).encode("utf-8"))

    return writer


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {form: _writer(form) for form in _RENDERINGS}
)
