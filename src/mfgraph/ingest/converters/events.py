"""Events: what kind they are, of which series, when and where they were, and who took part.

Several lines may tell of one event. Each is its own source's claim: a day, a place or a subject
stands as a claim about the event, and who organized it or signed there as a participation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters import counts, participations
from mfgraph.ingest.converters.amounts import Amount, amount
from mfgraph.ingest.converters.eventdates import date_claims, inferred
from mfgraph.ingest.converters.eventplaces import place_claims
from mfgraph.ingest.converters.tables import code, table
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_TABLE: Final = "events"
_TYPE: Final = re.compile(r"(?P<kind>.+?)(?: \((?P<status>.+)\))?")
_EDITION: Final = re.compile(r"(?P<series>.+)-\d+")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a line calls an event: the code of its type, and whether it was only planned."""

    code: str
    status: Mapping[str, Any] | None = None

    @property
    def off(self) -> bool:
        """Whether the day that the line gives was planned and not kept."""
        return bool(self.status and self.status.get("off"))


def convert(line: Line, source: SourceRef) -> Draft:
    """What one event line says, in the order: that it was, when, where, about what, with whom.

    Raises:
        UnknownTerm: a type, status, city, place, topic or amount stands in no table.
    """
    event = term(f"event:{_slug(line)}")
    told = kind(str(line.data["event_type"]))
    sums = tuple(_amounts(line))
    parts = tuple(participations.named(line))
    counted = counts.convert(line, source)
    claims = (
        ClaimDraft(supports=(event, *(each.node(event) for each in sums))),
        *date_claims(line, event, off=told.off),
        *_status(line, event, told),
        *place_claims(line, event, off=told.off),
        *_subjects(line, event),
        *_names(line, event),
        *(each.claim(event, line.text("locator") or "") for each in sums),
        *(ClaimDraft(supports=(part.subject,)) for part in parts),
        *counted.claims,
    )
    records = (_record(line, event, told), *(each.block(event) for each in sums), *parts)
    return Draft(claims=claims, records=(*records, *counted.records), entities=counted.entities)


def kind(words: str) -> Kind:
    """The type and the status that the words of a line stand for.

    >>> kind("prize ceremony (postponed)").code, kind("prize ceremony (postponed)").off
    ('prize-ceremony', True)
    >>> kind("forum (announced)").off
    False
    """
    found = _TYPE.fullmatch(words)
    name, status = (found["kind"], found["status"]) if found else (words, None)
    whole = table(_TABLE)["part-of"].get(name)
    return Kind(
        whole or code(_TABLE, "types", name), code(_TABLE, "status", status) if status else None
    )


def series(event: str) -> NamedNode | None:
    """The series that an event is an edition of, by its name.

    >>> series("pnme-8").value
    'https://w3id.org/mfgraph/id/series/prix-national-micro-entrepreneur'
    """
    found = _EDITION.fullmatch(event)
    name = table(_TABLE)["series"].get(found["series"]) if found else None
    return term(f"series:{name}") if name else None


def _slug(line: Line) -> str:
    return str(line.data["id"]).removeprefix("event/")


def _record(line: Line, event: NamedNode, told: Kind) -> Block:
    whole = series(_slug(line))
    edition = line.data.get("edition")
    return Block(
        event,
        (
            (term("rdf:type"), (term("schema:Event"),)),
            (term("dcterms:type"), (term(f"event-type:{told.code}"),)),
            *(((term("schema:superEvent"), (whole,)),) if whole else ()),
            *(((term("mf:edition"), (Literal(int(edition)),)),) if edition else ()),
        ),
    )


def _status(line: Line, event: NamedNode, told: Kind) -> Iterator[ClaimDraft]:
    if told.status:
        value = term(f"schema:{told.status['value']}")
        grounds = told.status.get("grounds")
        if grounds:
            yield inferred(line, event, "schema:eventStatus", value, grounds)
        else:
            yield ClaimDraft(subject=event, predicate=term("schema:eventStatus"), value=value)


def _subjects(line: Line, event: NamedNode) -> Iterator[ClaimDraft]:
    codes = (code(_TABLE, "topics", topic) for topic in line.data.get("topics", ()))
    for topic in dict.fromkeys(each for group in codes for each in group):
        yield ClaimDraft(
            subject=event, predicate=term("dcterms:subject"), value=term(f"topic:{topic}")
        )
    theme = line.text("theme")
    if theme:
        value = Literal(theme, language=line.text("source_lang"))
        yield ClaimDraft(subject=event, predicate=term("mf:theme"), value=value)


def _names(line: Line, event: NamedNode) -> Iterator[ClaimDraft]:
    named = table(_TABLE)["label-of"].get(_slug(line))
    other = _slug(line) in table(_TABLE)["named-otherwise"]
    predicate = "skos:altLabel" if named or other else "skos:prefLabel"
    return participations.names(line, term(named) if named else event, predicate)


def _amounts(line: Line) -> Iterator[Amount]:
    phrase = line.text("locator") or ""
    if line.text("amount"):
        yield amount(str(line.data["amount"]), phrase)
    if line.data.get("investment_mad"):
        yield amount(f"{line.data['investment_mad']} MAD", phrase)
