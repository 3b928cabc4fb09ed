"""A report for people: the gravest first, each with its place, then what was tried.

In Arabic every file name, code and number is isolated, so that its own direction does not
disturb the line's ([UAX #9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates)).
"""

import re
from collections.abc import Iterator
from typing import Final

from mfgraph.phrases import phrase
from mfgraph.terms import Language, isolate
from mfgraph.validate.report import Report, Result, Severity
from mfgraph.validate.writers.common import headline, place, shown

# A run of Latin letters, digits and their punctuation: a code, a name, a date, a number.
_FOREIGN: Final = re.compile(r"[A-Za-z0-9][\x21-\x7e]*")
_ISOLATED: Final = re.compile("\u2068[^\u2069]*\u2069")


def as_text(report: Report, lang: Language, fail_on: Severity | None) -> str:  # noqa: ARG001  (one signature for all writers)
    """A report as lines of text, grouped by severity."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: Language) -> Iterator[str]:
    for severity in reversed(Severity):
        found = [result for result in report.results if result.severity is severity]
        if found:
            yield phrase(f"validate.{severity.word}s", lang, count=len(found))
            for result in found:
                yield from _result(result, lang)
            yield ""
    yield report.summary(lang)
    yield phrase(
        "validate.coverage",
        lang,
        shapes=len(report.targets),
        nodes=report.focus_nodes,
        checks=len(report.checks),
    )


def _result(result: Result, lang: Language) -> Iterator[str]:
    yield f"  {_fenced(place(result), lang)}: {_in_language(headline(result, lang), lang)}"
    details = [_fenced(shown(result.focus), lang)]
    if result.path is not None:
        details.append(_fenced(result.path, lang))
    if result.value is not None and result.value != result.focus:
        details.append(phrase("validate.value", lang, value=shown(result.value)))
    yield f"      {' · '.join(details)}"


def _fenced(text: str, lang: Language) -> str:
    return isolate(text) if lang == "ar" else text


def _in_language(text: str, lang: Language) -> str:
    if lang != "ar":
        return text
    parts = re.split(f"({_ISOLATED.pattern})", text)
    return "".join(
        part if _ISOLATED.fullmatch(part) else _FOREIGN.sub(lambda m: isolate(m.group()), part)
        for part in parts
    )
