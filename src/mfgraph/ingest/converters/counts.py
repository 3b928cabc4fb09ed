"""Counts of an event line: laureates, women among them, candidates, exhibitors, people present."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from mfgraph.ingest.converters.observations import observation
from mfgraph.ingest.converters.printed import printed
from mfgraph.ingest.converters.tables import table
from mfgraph.ingest.drafts import ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line

_TABLE: Final = "events"
_UNIT: Final = "persons"


def convert(line: Line, source: SourceRef) -> Draft:
    """The figures in the fields of an event line, each an observation with its claim.

    They are figures of the body that holds the event, in the period of the event; an edition of
    the national prize is their scope.
    """
    found = [observation(source, **figure) for figure in figures(line)]
    return Draft(
        claims=tuple(ClaimDraft(supports=(block.subject,)) for block, _ in found),
        records=tuple(block for block, _ in found),
        entities=tuple(entity for _, entities in found for entity in entities),
    )


def figures(line: Line) -> Iterator[dict[str, Any]]:
    """The figures in the words that an observation is made from."""
    for name, told in table(_TABLE)["counts"].items():
        if line.data.get(name) is None:
            continue
        value = Decimal(str(line.data[name]))
        yield {
            "indicator": told["indicator"],
            "value": value,
            "unit": _UNIT,
            "period": period(line),
            "organization": _about(line),
            "dims": _edition(line) | ({"sex": told["sex"]} if "sex" in told else {}),
            "note": None,
            "printed": _printed(line, value),
        }


def period(line: Line) -> str | None:
    """The period of an event: its day, month or year, or the days from its first to its last."""
    start, end = line.text("start"), line.text("end")
    if start and end and not end.startswith(start):
        return f"{start}/{end}"
    return start or line.text("year")


def _printed(line: Line, value: Decimal) -> str | None:
    found = printed(line.text("locator") or "", value, _UNIT)
    # A leading zero writes the day of a date: «الجمعة 09 ماي».
    return None if found and found.startswith("0") else found


def _about(line: Line) -> str | None:
    about = table(_TABLE)["counts-about"]
    organizers = line.data.get("organisers") or [None]
    event = _event(line)
    found: str | None = about.get(event) or about.get(_series(event)) or organizers[0]
    return found


def _edition(line: Line) -> dict[str, str]:
    by_edition = _series(_event(line)) in table(_TABLE)["counts-by-edition"]
    return {"edition": str(line.data["edition"])} if by_edition and line.data.get("edition") else {}


def _event(line: Line) -> str:
    return str(line.data["id"]).removeprefix("event/")


def _series(event: str) -> str:
    return event.rpartition("-")[0]
