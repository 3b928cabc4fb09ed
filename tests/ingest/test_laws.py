"""A law keeps each of its dates apart; its articles are parts and its limits are figures."""

from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.converters.laws import convert
from mfgraph.ingest.drafts import ClaimDraft, Draft, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import PREFIXES, term

SOURCE: Final = SourceRef("slideshare-loi-18-97", term("organization:slideshare"), "copy-site")
EDTF: Final = NamedNode(PREFIXES["edtf"] + "EDTF")


def draft(indicator: str, label: str, **data: Any) -> Draft:
    rest: dict[str, Any] = {
        "unit": None,
        "value": None,
        "ref_period": None,
        "dims": {},
        "note": None,
        "locator": "",
        "confidence": "high",
    }
    told = rest | {"indicator": indicator, "indicator_label_fr": label} | data
    return convert(Line(Path("facts.jsonl"), 1, f"law/{indicator}", "law", told), SOURCE)


def triples(found: Draft) -> list[tuple[str, str, str]]:
    """The triple claims of a draft: subject, predicate and value, as written."""
    return [
        (str(c.subject), str(c.predicate), c.value.value)
        for c in found.claims
        if c.subject and c.value
    ]


def said(subject: str, predicate: str, value: str) -> tuple[str, str, str]:
    return (str(term(subject)), str(term(predicate)), value)


def date_claim(found: Draft, predicate: str) -> ClaimDraft:
    return next(claim for claim in found.claims if claim.predicate == term(predicate))


def test_promulgation_and_publication_are_two_dates() -> None:
    found = draft(
        "law/18-97",
        "Loi n° 18-97 relative au micro-crédit",
        ref_period="1999-02-05",
        dims={
            "dahir": "1-99-16",
            "bo_number": "4678",
            "bo_date": "1999-04-01",
            "event": "promulgation",
        },
        locator="1-99-16 du 18 Chaoual 1419 (5 février 1999)",
    )
    assert triples(found) == [
        said("law:18-97", "mf:promulgated", "1999-02-05"),
        said("law:18-97", "mf:published", "1999-04-01"),
        said("law:18-97", "mf:dahirNumber", "1-99-16"),
        said("law:18-97", "mf:bulletinNumber", "4678"),
    ]
    dated = date_claim(found, "mf:promulgated")
    assert dated.as_printed == "5 février 1999"
    assert dated.value == Literal("1999-02-05", datatype=EDTF)


def test_the_arabic_and_the_french_bulletin_are_two_dates() -> None:
    french = draft(
        "law/58-03",
        "Loi n° 58-03",
        ref_period="2004-05-06",
        dims={"event": "publication"},
        note="date of the French Bulletin taken for the date of the law",
        locator="précédent texte (Loi n°58-03 du 6 mai 2004)",
    )
    arabic = draft(
        "law/58-03",
        "Loi n° 58-03 (édition arabe du BO)",
        ref_period="2004-04-26",
        dims={"bo_number": "5207", "bo_date": "2004-04-26", "event": "publication"},
        note="Arabic general edition; law number not printed: inferred from the date",
        locator="Officiel » n. 5207 du 26 avril 2004",
    )
    assert triples(french) == [said("law:58-03", "mf:publishedFrench", "2004-05-06")]
    assert triples(arabic) == [
        said("law:58-03", "mf:publishedArabic", "2004-04-26"),
        said("law:58-03", "mf:bulletinNumber", "5207"),
    ]
    assert {claim.mode for claim in french.claims} == {"narrated"}
    assert {claim.mode for claim in arabic.claims} == {"inferred"}


def test_a_weekday_that_does_not_fit_stays_as_printed() -> None:
    found = draft(
        "law/85-18",
        "Loi n° 85-18 : vote à la Chambre des représentants",
        ref_period="2018-12-27",
        dims={"event": "vote"},
        locator="séance plénière tenue mercredi 27 décembre 2018, le",
    )
    assert triples(found) == [said("law:85-18", "mf:votedOn", "2018-12-27")]
    assert date_claim(found, "mf:votedOn").as_printed == "mercredi 27 décembre 2018"


def test_an_article_is_a_part_and_what_it_provides_for() -> None:
    found = draft(
        "law/18-97/art-21",
        "Adhésion obligatoire à la Fédération",
        ref_period="1999",
        dims={"article": "21"},
        locator="sont tenues d'adhérer à la Fédération des associations",
    )
    part = "https://w3id.org/mfgraph/id/law/18-97--art-21"
    assert triples(found) == [
        said("law:18-97", "schema:hasPart", part),
        (f"<{part}>", str(term("dcterms:description")), "Adhésion obligatoire à la Fédération"),
    ]
    assert [block.subject.value for _, block in found.entities] == [
        "https://w3id.org/mfgraph/id/law/18-97",
        part,
    ]


def test_a_ceiling_is_a_figure_of_the_text_that_sets_it() -> None:
    found = draft(
        "decree/2-25-450/tier-4",
        "Plafond : microfinance companies (SA)",
        unit="MAD",
        value=1200000,
        ref_period="2025",
        dims={"purpose": "microfinance companies (SA)"},
        locator="global de prêts à 1,2 million de dirhams",
    )
    (block,) = found.records
    pairs = dict(block.pairs)
    assert pairs[term("qb:dataSet")] == (term("dataset:ceilings"),)
    assert pairs[term("mf:legalBasis")] == (term("law:decree-2-25-450"),)
    assert pairs[term("mf:refOrganization")] == (term("actor-group:microfinance-companies"),)
    assert pairs[term("mf:asPrinted")] == (Literal("1,2"),)
    value = pairs[term("sdmx-measure:obsValue")][0]
    assert value == Literal("1200000", datatype=term("xsd:decimal"))
    assert [claim.supports for claim in found.claims] == [(block.subject,)]


def test_a_ceiling_in_a_bill_is_not_yet_the_law() -> None:
    found = draft(
        "law/85-18",
        "Projet de loi 85-18 présenté en conseil de gouvernement",
        unit="MAD",
        value=150000,
        ref_period="2018-11",
        dims={"event": "bill"},
        locator="désormais octroyer jusqu’à 150 000 dirhams (15 000",
    )
    (block,) = found.records
    assert dict(block.pairs)[term("mf:scope")] == (term("scope:bill"),)
    assert triples(found) == [said("law:85-18", "mf:tabled", "2018-11")]


def test_what_a_law_changes_is_a_tie_of_two_laws() -> None:
    changed = draft("law/51-20", "Loi n° 51-20 complétant la loi 103-12")
    replaced = draft(
        "bill/34-13", "Projet de loi 34-13 remplaçant la loi 18-97", dims={"event": "bill"}
    )
    assert triples(changed) == [
        said("law:51-20", "schema:legislationChanges", "https://w3id.org/mfgraph/id/law/103-12")
    ]
    assert triples(replaced) == [
        said("law:bill-34-13", "schema:legislationRepeals", "https://w3id.org/mfgraph/id/law/18-97")
    ]


def test_a_bill_without_date_or_number_is_vouched_for() -> None:
    found = draft("bill/merger", "Projet : fusion et filiales SA", dims={"event": "bill"})
    assert [claim.supports for claim in found.claims] == [(term("law:bill-merger"),)]
    assert found.entities == ()


def test_texts_are_named_by_their_numbers() -> None:
    found = draft("decree/2-19-575", "Décret", ref_period="2019-08-07", dims={"event": "decree"})
    assert triples(found) == [said("law:decree-2-19-575", "schema:legislationDate", "2019-08-07")]
    (_, entity), *_ = found.entities
    assert dict(entity.pairs)[term("skos:prefLabel")] == (
        Literal("المرسوم رقم 2.19.575", language="ar"),
        Literal("décret n° 2.19.575", language="fr"),
        Literal("Decree No. 2.19.575", language="en"),
    )


def test_supervision_is_a_tie_with_the_year_it_began() -> None:
    found = draft(
        "supervision/transfer-2007",
        "Transfert de la supervision à Bank Al-Maghrib",
        ref_period="2007",
        locator="Bank Al-Maghrib (BAM), took over supervision in 2007",
    )
    tie = "relation:whole-sector--supervised-by--bank-al-maghrib"
    assert found.records[0].subject == term(tie)
    assert found.claims[0].supports == (term(tie),)
    assert triples(found) == [said(tie, "dcterms:date", "2007/..")]
