"""Certifications: who holds what, granted by whom, and when each source says so."""

from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.certifications import convert
from mfgraph.ingest.drafts import Block, ClaimDraft, Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import DEF, PREFIXES, term

SOURCE: Final = SourceRef("microcapital-smart", term("organization:microcapital"), "press")
EDTF: Final = NamedNode(PREFIXES["edtf"] + "EDTF")


def converted(indicator: str, about: str, **data: Any) -> Draft:
    rest: dict[str, Any] = {
        "unit": None,
        "value": None,
        "ref_period": None,
        "dims": {},
        "note": None,
        "locator": "",
        "confidence": "high",
    }
    told = rest | {"indicator": indicator, "ref_org": about} | data
    found = convert(Line(Path("facts.jsonl"), 1, indicator, "certification", told), SOURCE)
    assert isinstance(found, Draft)
    return found


def dated(subject: NamedNode, text: str) -> ClaimDraft:
    value = Literal(text, datatype=EDTF)
    return ClaimDraft(subject=subject, predicate=term("dcterms:date"), value=value)


def test_a_certification_says_who_holds_it_and_by_which_standard() -> None:
    found = converted("smart-certification", "org/tamwil-el-fellah", ref_period="2016")
    node = term("certification:tamwil-el-fellah--smart-certification")
    assert found.records == (
        Block(
            node,
            (
                (term("rdf:type"), (term("mf:Certification"),)),
                (
                    term("dcterms:type"),
                    (NamedNode(f"{DEF}certification-type/certification"),),
                ),
                (term("schema:about"), (term("organization:tamwil-el-fellah"),)),
                (term("dcterms:conformsTo"), (term("standard:smart-certification"),)),
            ),
        ),
    )
    assert found.claims == (ClaimDraft(supports=(node,)), dated(node, "2016"))


def test_two_sources_of_one_certification_are_one_record() -> None:
    dims = {"certifier": "MicroFinanza Rating"}
    with_date = converted(
        "smart-certification", "org/attawfiq", ref_period="2017", dims=dims, note="year inferred"
    )
    without = converted("smart-certification", "org/attawfiq")
    assert with_date.records[0].subject == without.records[0].subject
    assert [claim.mode for claim in with_date.claims] == ["narrated", "inferred"]
    assert len(without.claims) == 1
    pairs = dict(with_date.records[0].pairs)
    assert pairs[term("mf:certifier")] == (term("organization:microfinanza-rating"),)


def test_ratings_of_two_agencies_are_two() -> None:
    found = converted(
        "rating", "org/attawfiq", ref_period="2013", dims={"certifier": "Fitch Ratings"}
    )
    assert found.records[0].subject == term("certification:attawfiq--rating--fitch-ratings")


def test_the_money_of_an_award_keeps_its_currency() -> None:
    found = converted("award", "org/al-amana", unit="USD", value=10000, ref_period="2014")
    award, amount = found.records
    assert dict(award.pairs)[term("schema:amount")] == (amount.subject,)
    assert amount.subject.value == f"{award.subject.value}#amount"
    assert found.claims[0].supports == (award.subject, amount.subject)
    assert amount.pairs == (
        (term("rdf:type"), (term("schema:MonetaryAmount"),)),
        (term("schema:value"), (Literal("10000", datatype=term("xsd:decimal")),)),
        (term("schema:currency"), (Literal("USD"),)),
    )


def test_a_convention_is_a_tie_and_no_certification() -> None:
    found = converted("smart-convention", "org/cms", ref_period="2015")
    tie = term("relation:cms--partner-of--smart-campaign")
    assert found.records[0].pairs == (
        (term("rdf:type"), (term("mf:OrganisationRelation"),)),
        (term("mf:relationType"), (term("relation-type:partner-of"),)),
        (term("mf:relationFrom"), (term("organization:cms"),)),
        (term("mf:relationTo"), (term("organization:smart-campaign"),)),
    )
    assert found.claims == (ClaimDraft(supports=(tie,)), dated(tie, "2015"))


def test_a_meeting_among_the_standards_dates_the_event() -> None:
    found = converted("sptf-annual-meeting", "org/sptf", ref_period="2016-05-30/2016-06-02")
    assert found.records == ()
    assert found.claims == (dated(term("event:sptf-marrakech-2016"), "2016-05-30/2016-06-02"),)


def test_an_unknown_kind_is_left_with_a_reason() -> None:
    told = {"indicator": "medal", "ref_org": "org/cms", "dims": {}}
    found = convert(Line(Path("facts.jsonl"), 1, "medal", "certification", told), SOURCE)
    assert isinstance(found, Skipped)
