"""The dates of an event: the day or days that a line gives, planned or kept, and the weekday.

A date that a source does not print whole is a reading: its mode is inferred, with its grounds.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.tables import table
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import ClaimDraft
from mfgraph.ingest.lines import Line
from mfgraph.terms import LANGUAGES
from mfgraph.vocab import term

_TABLE: Final = "events"


def date_claims(line: Line, event: NamedNode, *, off: bool) -> Iterator[ClaimDraft]:
    """The claims of a line about when an event was, how long, and on which day of the week."""
    yield from _date(line, event, off=off)
    period = line.text("period_start"), line.text("period_end")
    if all(period):
        yield _about(event, "dcterms:valid", edtf("/".join(map(str, period))))
    days = line.data.get("duration_days")
    if days:
        length = Literal(f"P{days}D", datatype=term("xsd:duration"))
        yield _about(event, "schema:duration", length)
    weekday = line.text("weekday") or printed_weekday(
        line.text("locator") or "", line.text("start")
    )
    if weekday:
        yield _about(event, "mf:weekday", term(f"time:{weekday}"))


def inferred(
    line: Line,
    event: NamedNode,
    predicate: str,
    value: NamedNode | Literal,
    grounds: Mapping[str, Any],
) -> ClaimDraft:
    """A reading of the curators', which is never certain, with its grounds in each language."""
    return ClaimDraft(
        subject=event,
        predicate=term(predicate),
        value=value,
        mode="inferred",
        asserted_by=term("agent:curator"),
        certainty="probable" if line.text("confidence") == "high" else None,
        grounds={lang: grounds[lang] for lang in LANGUAGES},
    )


def printed_weekday(phrase: str, day: str | None) -> str | None:
    """The weekday that a phrase prints right before the number of a day.

    >>> printed_weekday("La réunion de cette Fédération, mardi 14 octobre", "2008-10-14")
    'Tuesday'
    >>> printed_weekday("les 28 et 29 avril 2006 à Oujda", "2006-04-28") is None
    True
    """
    if not day or day.count("-") != len(("month", "day")):
        return None
    number = int(day.rpartition("-")[2])
    for name, words in table(_TABLE)["weekdays"].items():
        if re.search(rf"\b(?:{'|'.join(words)}) 0?{number}(?:er)?\b", phrase, re.IGNORECASE):
            return str(name)
    return None


def _date(line: Line, event: NamedNode, *, off: bool) -> Iterator[ClaimDraft]:
    planned = line.text("planned_start")
    joined = table(_TABLE)["joined"].get(event.value.rpartition("/")[2])
    if line.text("year_source") == "inferred" and joined:
        yield inferred(line, event, "dcterms:date", edtf(str(joined["value"])), joined)
        return
    value = planned or _printed(line)
    if value is None:
        return
    predicate = "schema:previousStartDate" if planned or off else "dcterms:date"
    grounds = _grounds(line)
    if grounds:
        yield inferred(line, event, predicate, edtf(value), grounds)
    else:
        yield _about(event, predicate, edtf(value), line.text("start_text"))


def _printed(line: Line) -> str | None:
    start, end = line.text("start"), line.text("end")
    if start:
        return f"{start}/{end}" if end else start
    month = line.text("month")
    return line.text("year") or (f"XXXX-{month}" if month else None)


def _grounds(line: Line) -> Mapping[str, Any] | None:
    kinds = table(_TABLE)["inferred"]
    if line.text("year_source") == "inferred":
        return kinds["context"]  # type: ignore[no-any-return] # a TOML table
    note = line.text("note") or ""
    return next((each for each in kinds.values() if re.search(each["pattern"], note)), None)


def _about(
    event: NamedNode, predicate: str, value: NamedNode | Literal, as_printed: str | None = None
) -> ClaimDraft:
    return ClaimDraft(subject=event, predicate=term(predicate), value=value, as_printed=as_printed)
