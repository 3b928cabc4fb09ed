"""Observations: one figure of one source with all its dimensions, in its whole value and as printed.

Values are stored in their base unit, never in thousands or millions, and no currency is
converted. Follows the [RDF Data Cube](https://www.w3.org/TR/vocab-data-cube/#dsd-obs).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters import indicators, periods
from mfgraph.ingest.converters.dimensions import Coded, coded
from mfgraph.ingest.converters.printed import printed as printed_in
from mfgraph.ingest.converters.qualifiers import qualifier, status
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

_CURRENCIES: Final = ("USD", "EUR")
_INFERRED: Final = re.compile(r"\binferred\b|from context|matched to")
_REPORTED: Final = re.compile(
    r"communicated by|supplied by|statement|\bsaid by\b|words of|declared by"
)
_OF_THE_CENTRE: Final = re.compile(r"(?:communicated|supplied) by the CMS")
_EARLIER: Final = "another stored version of the same page"
# A facts file leaves the whole of some shares to the phrase; "of total loans" and the like.
_WHOLES: Final = MappingProxyType(
    {
        "share-credit-concentration": {"portfolio": r"portfolio|encours", "credit": r"cr[ée]dits"},
        "share-women": {"loans": r"share of loans|of total loans"},
        "share-by-activity": {"activities-financed": r"activities financed|org/fnam-members"},
    }
)
GROUNDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "لا يطبع المصدر كل ما تنسب إليه هذه القيمة؛ وما نقص قرئ من السياق كما تبين الملاحظة.",
        "fr": "La source n'imprime pas tout ce à quoi se rapporte cette valeur ; le reste est lu dans le contexte, comme le dit la note.",
        "en": "The source does not print all that this value refers to; the rest is read from its context, as the note says.",
    }
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the words of a facts file."""

    indicator: str
    value: Decimal
    unit: str
    period: str | None = None
    organization: str | None = None
    dims: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    printed: str | None = None
    phrase: str = ""
    n: int = 0


def observation(  # noqa: PLR0913 -- what makes a figure is named in full where it is made
    source: SourceRef,
    *,
    indicator: str,
    value: Decimal,
    unit: str,
    period: str | None,
    organization: str | None,
    dims: Mapping[str, str],
    note: str | None,
    printed: str | None,
    n: int = 0,
) -> tuple[Block, tuple[tuple[str, Block], ...]]:
    """The record of one figure of a source, and the nodes of its reference period.

    `dims` are the words of a facts file: `{"edition": "5", "sex": "F"}`. `printed` is what the
    source prints for the value. A second figure of the same source under the same key takes
    `n` ≥ 2, so that both have a name.

    Raises:
        UnknownTerm: an indicator, period or dimension has no code.
    """
    figure = Figure(
        indicator=indicator,
        value=value,
        unit=unit,
        period=period,
        organization=organization,
        dims=dims,
        note=note,
        printed=printed,
        phrase=printed or "",
        n=n,
    )
    return record(source, figure)


def record(source: SourceRef, figure: Figure) -> tuple[Block, tuple[tuple[str, Block], ...]]:
    """As `observation`, of a figure that is one already."""
    measure = indicators.indicator(figure.indicator)
    when = periods.period(figure.period, cumulative=measure.kind == "cumulative")
    place = coded(measure, figure.dims, figure.organization)
    subject = term(f"observation:{_slug(source, figure, place, when)}")
    pairs = (
        (term("rdf:type"), (term("qb:Observation"),)),
        (term("qb:dataSet"), (measure.dataset,)),
        (term("mf:indicator"), (measure.node,)),
        *place.pairs(),
        (term("sdmx-dimension:refPeriod"), (when.node,)),
        *_measured(figure),
        (term("dcterms:source"), (term(f"source:{source.slug}"),)),
    )
    return Block(subject, pairs), when.entities


def convert(line: Line, source: SourceRef) -> Draft | Skipped:
    """What one line with a figure says: the observation, and the claim that supports it."""
    note = line.text("note")
    if note and _EARLIER in note:
        return Skipped("an earlier version of the same page; the later version's figure is kept")
    block, entities = record(source, read(line))
    claim = voiced(ClaimDraft(supports=(block.subject,)), line)
    return Draft(claims=(claim,), records=(block,), entities=entities)


def read(line: Line) -> Figure:
    """The figure of a line, with what its phrase prints for it and what it is a share of."""
    unit, value = str(line.data["unit"]), Decimal(str(line.data["value"]))
    phrase = line.text("locator") or ""
    return Figure(
        indicator=str(line.data["indicator"]),
        value=value,
        unit=unit,
        period=line.text("ref_period"),
        organization=line.text("ref_org"),
        dims=_dims(line, phrase),
        note=line.text("note"),
        printed=printed_in(phrase, value, unit),
        phrase=phrase,
    )


def voiced(draft: ClaimDraft, line: Line) -> ClaimDraft:
    """The claim in the voice and mode that the line's note tells: reported, or our reading."""
    note = line.text("note") or ""
    if _INFERRED.search(note):
        return replace(
            draft,
            mode="inferred",
            asserted_by=term("agent:curator"),
            certainty="possible" if line.text("confidence") == "low" else "probable",
            grounds=GROUNDS,
        )
    if _OF_THE_CENTRE.search(note):
        return replace(draft, mode="reported", asserted_by=term("organization:cms"))
    return replace(draft, mode="reported") if _REPORTED.search(note) else draft


def _dims(line: Line, phrase: str) -> dict[str, str]:
    dims = {word: str(value) for word, value in line.data.get("dims", {}).items()}
    wholes = _WHOLES.get(str(line.data["indicator"]), {})
    if "measure" in dims or not wholes:
        return dims
    # Both sources that speak of the associations as a body speak of the activities they finance.
    said = f"{line.text('ref_org')} {phrase} {line.text('note')}"
    whole = next((name for name, words in wholes.items() if re.search(words, said)), None)
    return dims | ({"measure": whole} if whole else {})


def _measured(figure: Figure) -> tuple[tuple[NamedNode, tuple[NamedNode | Literal, ...]], ...]:
    decimal = Literal(f"{figure.value:f}", datatype=term("xsd:decimal"))
    told = qualifier(figure.note, figure.phrase, figure.printed)
    return (
        (term("sdmx-attribute:unitMeasure"), (term(f"unit:{figure.unit}"),)),
        (term("sdmx-attribute:unitMult"), (Literal(0),)),
        (term("sdmx-attribute:obsStatus"), (term(f"obs-status:{status(figure.note)}"),)),
        *(((term("mf:valueQualifier"), (term(f"value-qualifier:{told}"),)),) if told else ()),
        (term("sdmx-measure:obsValue"), (decimal,)),
        *(((term("mf:asPrinted"), (Literal(figure.printed),)),) if figure.printed else ()),
    )


def _slug(source: SourceRef, figure: Figure, place: Coded, when: periods.Period) -> str:
    about = place.values["mf:refOrganization"].value.rsplit("/", 1)[-1]
    currency = figure.unit.lower() if figure.unit in _CURRENCIES else ""
    split = "-".join(part for part in (place.slug, currency) if part)
    parts = (
        source.slug,
        figure.indicator,
        about.replace("whole-sector", "sector"),
        when.slug,
        split,
    )
    name = "--".join(part for part in parts if part)
    return f"{name}-{figure.n}" if figure.n else name
