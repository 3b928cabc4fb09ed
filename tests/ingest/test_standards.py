"""What sources say of standards: their versions, how many parts, in which place, since when."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from mfgraph.ingest.converters.standards import convert
from mfgraph.ingest.converters.tables import table
from mfgraph.ingest.drafts import Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import PREFIXES, term

SOURCE: Final = SourceRef("mifida-myanmar", term("organization:mifida"), "copy-site")
EDTF: Final = NamedNode(PREFIXES["edtf"] + "EDTF")
STANDARDS: Final = Path(__file__).parents[2] / "ontology" / "codelists" / "standard.ttl"


def converted(indicator: str, label: str = "", **data: Any) -> Draft | Skipped:
    rest: dict[str, Any] = {
        "unit": None,
        "value": None,
        "ref_area": "GLOBAL",
        "ref_period": None,
        "dims": {},
        "note": None,
        "locator": "",
        "confidence": "high",
    }
    told = rest | {"indicator": indicator, "indicator_label_fr": label} | data
    return convert(Line(Path("facts.jsonl"), 1, indicator, "standard", told), SOURCE)


def triples(found: Draft | Skipped) -> list[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    assert isinstance(found, Draft)
    return [
        (c.subject, c.predicate, c.value)
        for c in found.claims
        if c.subject and c.predicate and c.value
    ]


def test_a_principle_has_its_place_among_the_seven() -> None:
    found = converted("cpp/3-transparency", unit="rank", value=3)
    version = "standard:client-protection-principles-2011"
    assert triples(found) == [
        (term(f"{version}-transparency"), term("schema:position"), Literal(3))
    ]


def test_six_principles_became_seven() -> None:
    first = converted("cpp/original-2008", unit="principles", value=6, ref_period="2008")
    later = converted("cpp/six-2010", unit="principles", value=6, ref_period="2010")
    revised = converted("cpp/revision-2011", unit="principles", value=7, ref_period="2011-09")
    old = term("standard:client-protection-principles-2008")
    new = term("standard:client-protection-principles-2011")
    items, date = term("schema:numberOfItems"), term("dcterms:date")
    assert triples(first) == [(old, items, Literal(6)), (old, date, Literal("2008", datatype=EDTF))]
    assert triples(later) == [(old, items, Literal(6)), (old, date, Literal("2010", datatype=EDTF))]
    assert triples(revised) == [(new, items, Literal(7)), (new, term("prov:wasRevisionOf"), old)]


def test_the_third_edition_has_seven_dimensions() -> None:
    version = term("standard:universal-standards-2022")
    assert triples(converted("usspm/editions", unit="edition", value=3)) == [
        (version, term("schema:version"), Literal("3"))
    ]
    assert triples(converted("usspm/dimensions", unit="dimensions", value=7)) == [
        (version, term("schema:numberOfItems"), Literal(7))
    ]


def test_what_has_no_number_is_described() -> None:
    found = converted("usspm/4a", "Pas de surendettement", ref_period="2022")
    assert triples(found) == [
        (
            term("standard:universal-standards-2022-4a"),
            term("dcterms:description"),
            Literal("Pas de surendettement", language="fr"),
        )
    ]


def test_certified_institutions_are_a_figure_of_its_own_date() -> None:
    found = converted(
        "smart-certification/launch",
        unit="institutions",
        value=120,
        ref_period="2013-01",
        note='"almost 120" as of October 2019',
        locator="join almost 120 others in over 40 countries",
    )
    assert triples(found) == [
        (
            term("standard:smart-certification"),
            term("dcterms:date"),
            Literal("2013-01", datatype=EDTF),
        )
    ]
    assert isinstance(found, Draft)
    pairs = dict(found.records[0].pairs)
    assert pairs[term("sdmx-dimension:refPeriod")] == (term("reference-period:2019-10"),)
    assert pairs[term("sdmx-dimension:refArea")] == (term("place:world"),)
    assert pairs[term("mf:valueQualifier")] == (term("value-qualifier:nearly"),)


def test_a_campaign_that_is_over_at_no_date_gives_no_claim() -> None:
    found = converted("smart-campaign/end", "Fin de la Smart Campaign")
    assert found == Skipped("the page says that the campaign is over and not when")


def test_a_programme_is_a_line_of_action_of_its_body() -> None:
    found = converted("spi/jaida-programme", ref_area="MA", ref_org="org/jaida")
    assert isinstance(found, Draft)
    line = term("line-of-action:jaida--social-performance-management")
    assert found.claims[0].supports == (line,)
    owner = found.records[1]
    assert (owner.subject, owner.pairs) == (
        term("organization:jaida"),
        ((term("mf:lineOfAction"), (line,)),),
    )


def test_an_unknown_standard_is_left_with_a_reason() -> None:
    assert isinstance(converted("iso/9001"), Skipped)


@pytest.mark.parametrize("name", sorted(table("standards")))
def test_every_standard_of_the_table_stands_in_the_list(name: str) -> None:
    subject = table("standards")[name].get("subject", "")
    if subject.startswith("standard:"):
        listed = {quad.subject for quad in parse(path=STANDARDS, format=RdfFormat.TURTLE)}
        assert term(subject) in listed, json.dumps(name)
