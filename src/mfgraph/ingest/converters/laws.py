"""Laws: each date of a law is a property of its own; its articles are parts, its limits figures.

A law is dated by its dahir, by the bulletin in Arabic and in French, and by its entry into
force; a draft by when it was tabled, adopted and voted. No text is held: of an article, its
number and what it provides for. Terms of [schema.org](https://schema.org/Legislation), and
ours where it has none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.legislation import Text, text_of
from mfgraph.ingest.converters.observations import Figure, record, voiced
from mfgraph.ingest.converters.printed import printed
from mfgraph.ingest.dates import edtf
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_DATES: Final = MappingProxyType(
    {
        "adopted by government council": "mf:adoptedByGovernment",
        "bill": "mf:tabled",
        "bill approved by the government council": "mf:adoptedByGovernment",
        "decree": "schema:legislationDate",
        "entry into force": "mf:entryIntoForce",
        "promulgation": "mf:promulgated",
        "publication": "mf:published",
        "vote": "mf:votedOn",
    }
)
# How far a draft had come when it carried a limit.
_STAGES: Final = MappingProxyType(
    {"bill": "bill", "bill approved by the government council": "adopted", "vote": "voted"}
)
_EDITIONS: Final = MappingProxyType({"French": r"\bFrench\b", "Arabic": r"\bArabic\b|arabe"})
_NUMBERS: Final = MappingProxyType({"dahir": "mf:dahirNumber", "bo_number": "mf:bulletinNumber"})
_TIES: Final = MappingProxyType(
    {
        "schema:legislationChanges": r"(?:modifiant|complétant)\b.*?\bloi (\d+-\d+)",
        "schema:legislationRepeals": r"remplaçant la loi (\d+-\d+)",
    }
)
_DAY: Final = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?\d{1,2}(?:er)? [a-zéû]+ \d{4}"
)
_SUPERVISION: Final = term("relation:whole-sector--supervised-by--bank-al-maghrib")


def convert(line: Line, source: SourceRef) -> Draft:
    """What one line says of a law: its dates, its parts, and the limits that it sets."""
    if str(line.data["indicator"]).startswith("supervision/"):
        return _supervision(line)
    text = text_of(line)
    records, entities = _ceiling(line, source, text)
    supported = tuple(block.subject for block in records)
    claims = [ClaimDraft(supports=supported)] if supported else []
    claims += [*_dated(line, text), *_numbered(line, text), *_tied(line, text), *_parts(line, text)]
    return Draft(
        claims=tuple(
            voiced(claim, line) for claim in claims or [ClaimDraft(supports=(text.node,))]
        ),
        records=records,
        entities=(*text.entities(), *entities),
    )


def _dated(line: Line, text: Text) -> Iterator[ClaimDraft]:
    event, day = line.data["dims"].get("event"), line.text("ref_period")
    if event and day:
        told = _DAY.search(line.text("locator") or "")
        yield ClaimDraft(
            subject=text.node,
            predicate=_date_property(line, str(event)),
            value=edtf(day),
            as_printed=told[0] if told and day[:4] in told[0] else None,
        )
    bulletin = line.data["dims"].get("bo_date")
    if bulletin and event != "publication":
        yield _said(text.node, _date_property(line, "publication"), edtf(str(bulletin)))


def _date_property(line: Line, event: str) -> NamedNode:
    name = _DATES[event]
    if event == "publication":
        said = f"{line.text('indicator_label_fr')} {line.text('note')}"
        name += next((lang for lang, words in _EDITIONS.items() if re.search(words, said)), "")
    return term(name)


def _numbered(line: Line, text: Text) -> Iterator[ClaimDraft]:
    for word, name in _NUMBERS.items():
        number = line.data["dims"].get(word)
        if number:
            yield _said(text.node, term(name), Literal(str(number)))


def _tied(line: Line, text: Text) -> Iterator[ClaimDraft]:
    for name, words in _TIES.items():
        match = re.search(words, line.text("indicator_label_fr") or "")
        if match:
            yield _said(text.node, term(name), term(f"law:{match[1]}"))


def _parts(line: Line, text: Text) -> Iterator[ClaimDraft]:
    if text.part is None:
        return
    yield _said(text.node, term("schema:hasPart"), text.part)
    about = re.sub(r" \(art\. \w+\)$", "", line.text("indicator_label_fr") or "")
    yield _said(text.part, term("dcterms:description"), Literal(about, language="fr"))


def _ceiling(
    line: Line, source: SourceRef, text: Text
) -> tuple[tuple[Block, ...], tuple[tuple[str, Block], ...]]:
    if line.data["value"] is None:
        return (), ()
    value, phrase = Decimal(str(line.data["value"])), line.text("locator") or ""
    stage = _STAGES.get(line.data["dims"].get("event", ""))
    purpose = line.data["dims"].get("purpose")
    figure = Figure(
        indicator="loan-ceiling",
        value=value,
        unit=str(line.data["unit"]),
        period=line.text("ref_period"),
        organization="org/fnam-members",
        dims={"law": text.name}
        | ({"stage": stage} if stage else {})
        | ({"purpose": purpose} if purpose else {}),
        note=line.text("note"),
        printed=printed(phrase, value, str(line.data["unit"])),
        phrase=phrase,
    )
    block, entities = record(source, figure)
    return (block,), entities


def _supervision(line: Line) -> Draft:
    # Who supervises is a tie of two bodies; the year in which it began is its date.
    block = Block(
        _SUPERVISION,
        (
            (term("rdf:type"), (term("mf:OrganisationRelation"),)),
            (term("mf:relationType"), (term("relation-type:supervised-by"),)),
            (term("mf:relationFrom"), (term("actor-group:whole-sector"),)),
            (term("mf:relationTo"), (term("organization:bank-al-maghrib"),)),
        ),
    )
    year = line.text("ref_period")
    since = [_said(_SUPERVISION, term("dcterms:date"), edtf(f"{year}/.."))] if year else []
    claims = (ClaimDraft(supports=(_SUPERVISION,)), *since)
    return Draft(claims=tuple(voiced(each, line) for each in claims), records=(block,))


def _said(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> ClaimDraft:
    return ClaimDraft(subject=subject, predicate=predicate, value=value)
