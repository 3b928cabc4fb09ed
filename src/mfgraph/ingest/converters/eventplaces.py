"""The places of an event: the venue where a line names one, else the city."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode

from mfgraph.ingest.converters.tables import code
from mfgraph.ingest.drafts import ClaimDraft
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_TABLE: Final = "events"


def place_claims(line: Line, event: NamedNode, *, off: bool) -> Iterator[ClaimDraft]:
    """The claims of a line about where an event was, or was to be.

    An event in several cities has no one location: they are its spatial coverage.

    Raises:
        UnknownTerm: the city or the place stands in no table.
    """
    cities = [term(code(_TABLE, "cities", name)) for name in _split(line.text("city"))]
    place = line.text("place")
    venue = term(code(_TABLE, "venues", place)) if place else None
    where = [venue] if venue else cities
    for each in where:
        yield ClaimDraft(subject=event, predicate=term(_property(line, where, off=off)), value=each)
    if venue and len(cities) == 1:
        yield ClaimDraft(subject=venue, predicate=term("schema:containedInPlace"), value=cities[0])


def _property(line: Line, where: list[NamedNode], *, off: bool) -> str:
    if off or line.text("planned_start"):
        return "mf:plannedLocation"
    return "schema:location" if len(where) == 1 else "dcterms:spatial"


def _split(cities: str | None) -> list[str]:
    return cities.split(", ") if cities else []
