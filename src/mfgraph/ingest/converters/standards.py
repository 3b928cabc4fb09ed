"""Standards: the versions of what the sector measures itself by, their parts and their numbers.

A version is a concept of the code list `standard`; what a source says of it (how many
principles, in which place, since when) is a claim about that concept.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from pyoxigraph import Literal

from mfgraph.ingest.converters.agents import agent
from mfgraph.ingest.converters.calendars import MONTHS
from mfgraph.ingest.converters.observations import Figure, record, voiced
from mfgraph.ingest.converters.printed import printed
from mfgraph.ingest.converters.tables import table
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

# What the value of a line is, by its unit.
_NUMBERED: Final = MappingProxyType(
    {
        "dimensions": "schema:numberOfItems",
        "edition": "schema:version",
        "principles": "schema:numberOfItems",
        "rank": "schema:position",
        "steps": "schema:numberOfItems",
    }
)
_AS_OF: Final = re.compile(r"as of (\w+) (\d{4})")


def convert(line: Line, source: SourceRef) -> Draft | Skipped:
    """What one line says of a standard, its version or the body behind it."""
    told = table("standards").get(str(line.data["indicator"]))
    if told is None:
        return Skipped("no standard is known by this name; add it to converters/standards.toml")
    if "left" in told:
        return Skipped(str(told["left"]))
    draft = _line_of_action(told) if "line-of-action" in told else _about(line, source, told)
    claims = tuple(voiced(claim, line) for claim in draft.claims)
    return Draft(claims=claims, records=draft.records, entities=draft.entities)


def _about(line: Line, source: SourceRef, told: dict[str, Any]) -> Draft:
    claims = list(_told(line, told))
    if "counted" not in told:
        return Draft(claims=tuple(claims))
    block, entities = record(source, _figure(line, told))
    claims.append(ClaimDraft(supports=(block.subject,)))
    return Draft(claims=tuple(claims), records=(block,), entities=entities)


def _told(line: Line, told: dict[str, Any]) -> Iterator[ClaimDraft]:
    if "subject" not in told:
        return
    subject, value = term(told["subject"]), line.data["value"]
    name = _NUMBERED.get(str(line.data["unit"]))
    when = line.text("ref_period")
    if name and value is not None:
        number = Literal(str(value)) if name == "schema:version" else Literal(int(value))
        yield ClaimDraft(subject=subject, predicate=term(name), value=number)
    if "dated" in told and when:
        yield ClaimDraft(subject=subject, predicate=term(told["dated"]), value=edtf(when))
    if "revises" in told:
        revised = term(told["revises"])
        yield ClaimDraft(subject=subject, predicate=term("prov:wasRevisionOf"), value=revised)
    if name is None and "dated" not in told:
        label = Literal(line.text("indicator_label_fr") or "", language="fr")
        yield ClaimDraft(subject=subject, predicate=term("dcterms:description"), value=label)


def _figure(line: Line, told: dict[str, Any]) -> Figure:
    value, phrase = Decimal(str(line.data["value"])), line.text("locator") or ""
    unit = str(line.data["unit"])
    return Figure(
        indicator=told["counted"],
        value=value,
        unit=unit,
        period=_as_of(line.text("note")) or line.text("ref_period"),
        organization=told["organization"],
        dims={"area": str(line.data["ref_area"])},
        note=line.text("note"),
        printed=printed(phrase, value, unit),
        phrase=phrase,
    )


def _as_of(note: str | None) -> str | None:
    match = _AS_OF.search(note or "")
    if match is None or match[1] not in MONTHS["en"]:
        return None
    return f"{match[2]}-{MONTHS['en'].index(match[1]) + 1:02}"


def _line_of_action(told: dict[str, Any]) -> Draft:
    # Its names, in three languages, stand in data/entities/lines-of-action.ttl.
    node = term(f"line-of-action:{told['line-of-action']}")
    line = Block(node, ((term("rdf:type"), (term("mf:LineOfAction"),)),))
    owner = Block(agent(told["organization"]), ((term("mf:lineOfAction"), (node,)),))
    return Draft(claims=(ClaimDraft(supports=(node,)),), records=(line, owner))
