"""Ties between bodies: each expected claim and record worked out by hand from a real line."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pyoxigraph import Triple

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters import relations
from mfgraph.ingest.drafts import Draft, SourceRef
from mfgraph.ingest.lines import Line

Make = Callable[[Mapping[str, Any]], Line]
Said = Callable[[Draft], list[str]]
Records = Callable[[Draft], set[Triple]]
Turtle = Callable[[str], set[Triple]]
RELATION = "https://w3id.org/mfgraph/id/relation/"


@pytest.fixture
def told(make_line: Make, source: SourceRef) -> Callable[..., Draft]:
    def draft(subject: str, predicate: str, to: str, **fields: Any) -> Draft:
        data = {
            "id": f"relation/{subject}--{predicate}--{to}".replace("org/", "org-"),
            "fact_id": "f0438",
            "kind": "relation",
            "subject": subject,
            "predicate": predicate,
            "object": to,
            "note": None,
            "locator": "",
        }
        return relations.convert(make_line(data | fields), source)

    return draft


def test_a_shareholding_has_its_share(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "org/kfw",
        "shareholder_of",
        "org/jaida",
        share_percent=25,
        locator="la CDG, 25 % pour la KfW, 20",
    )
    assert said(draft) == [
        "supports relation:kfw--shareholder-of--jaida",
        'relation:kfw--shareholder-of--jaida mf:share "25"^^xsd:decimal',
    ]
    assert records(draft) == turtle(
        """
        relation:kfw--shareholder-of--jaida a mf:OrganisationRelation ;
            mf:relationType relation-type:shareholder-of ;
            mf:relationFrom organization:kfw ;
            mf:relationTo organization:jaida .
        """
    )


def test_a_loan_of_a_month_has_its_amount_and_its_date(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "org/bmci",
        "lent_to",
        "org/attadamoune",
        amount="10 million MAD",
        date="2024-12",
        precision="month",
        locator="un prêt de 10 millions de dirhams octroyé",
    )
    loan = "relation:bmci--lent-to--attadamoune--2024-12"
    assert said(draft) == [
        f"supports {loan} {loan}#amount-10000000-mad",
        f"{loan} schema:amount {loan}#amount-10000000-mad [10]",
        f'{loan} dcterms:date "2024-12"^^edtf:EDTF',
    ]
    assert records(draft) == turtle(
        f"""
        {loan} a mf:OrganisationRelation ;
            mf:relationType relation-type:lent-to ;
            mf:relationFrom organization:bmci ;
            mf:relationTo organization:attadamoune .
        <{RELATION}bmci--lent-to--attadamoune--2024-12#amount-10000000-mad>
            a schema:MonetaryAmount ;
            schema:value "10000000"^^xsd:decimal ; schema:currency "MAD" .
        """
    )


def test_a_project_of_two_dates_is_one_tie_with_two_beginnings(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    sector = "sector/microfinance-maroc"
    first = told(
        "org/undp", "funded", sector, start="1998-02", precision="month", amount="1.7 million USD"
    )
    second = told(
        "org/undp",
        "funded",
        sector,
        start="1997",
        end="2000",
        precision="year",
        amount="1.7 million USD",
        locator="the US $1.7 million technical assistance program (1997-2000)",
    )
    tie = "relation:undp--funded--whole-sector"
    assert said(first)[2:] == [f"{tie}#interval time:hasBeginning {tie}#1998-02"]
    assert said(second) == [
        f"supports {tie} {tie}#amount-1700000-usd {tie}#1997 {tie}#2000",
        f"{tie} schema:amount {tie}#amount-1700000-usd [1.7]",
        f"{tie}#interval time:hasBeginning {tie}#1997",
        f"{tie}#interval time:hasEnd {tie}#2000",
    ]
    expected = turtle(
        f"""
        @prefix t: <{RELATION}undp--funded--whole-sector#> .
        {tie} mf:relationTo actor-group:whole-sector ; time:hasTime t:interval .
        t:interval a time:ProperInterval .
        t:1997 a time:Instant ; dcterms:date "1997"^^edtf:EDTF .
        t:2000 a time:Instant ; dcterms:date "2000"^^edtf:EDTF .
        """
    )
    assert expected <= records(second)


def test_a_day_of_attestation_lies_inside_and_begins_nothing(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "org/attawfiq",
        "subsidiary_of",
        "org/groupe-banque-populaire",
        observed_on="2025-08-11",
        precision="day",
    )
    tie = "relation:attawfiq--subsidiary-of--groupe-banque-populaire"
    assert said(draft) == [f"supports {tie}"]
    assert records(draft) == turtle(
        f"""
        @prefix t: <{RELATION}attawfiq--subsidiary-of--groupe-banque-populaire#> .
        {tie} a mf:OrganisationRelation ;
            mf:relationType relation-type:subsidiary-of ;
            mf:relationFrom organization:attawfiq ;
            mf:relationTo organization:groupe-banque-populaire ;
            time:hasTime t:interval .
        t:interval a time:ProperInterval ; time:inside t:2025-08-11 .
        t:2025-08-11 a time:Instant ; dcterms:date "2025-08-11"^^edtf:EDTF ;
            time:inXSDDate "2025-08-11"^^xsd:date .
        """
    )


@pytest.mark.parametrize(
    ("subject", "predicate", "to", "tie"),
    [
        ("org/cdg", "parent_of", "org/jaida", "jaida--subsidiary-of--cdg"),
        (
            "org/ardi",
            "founded_by",
            "org/groupe-credit-agricole-maroc",
            "groupe-credit-agricole-maroc--founder-of--ardi",
        ),
        (
            "org/al-amana",
            "technical_assistance_from",
            "org/vita",
            "vita--technical-assistance-to--al-amana",
        ),
        (
            "org/bank-al-maghrib",
            "supervises",
            "sector/microfinance-maroc",
            "whole-sector--supervised-by--bank-al-maghrib",
        ),
        (
            "org/fnam",
            "regulated_by",
            "org/bank-al-maghrib",
            "fnam--supervised-by--bank-al-maghrib",
        ),
        ("org/usaid", "facilitated", "law/18-97", "usaid--facilitated-adoption-of--18-97"),
    ],
)
def test_a_tie_has_one_direction_whatever_its_source_names_first(
    told: Callable[..., Draft], said: Said, subject: str, predicate: str, to: str, tie: str
) -> None:
    assert said(told(subject, predicate, to)) == [f"supports relation:{tie}"]


def test_loans_of_two_years_are_two_loans(told: Callable[..., Draft], said: Said) -> None:
    drafts = [
        told("org/ifc", "lent_to", "org/arrawaj", observed_on=day, precision="month")
        for day in ("2016-06", "2022-06")
    ]
    assert [said(each)[0] for each in drafts] == [
        "supports relation:ifc--lent-to--arrawaj--2016-06",
        "supports relation:ifc--lent-to--arrawaj--2022-06",
    ]


def test_two_amounts_of_one_gift_are_told_apart(told: Callable[..., Draft], said: Said) -> None:
    drafts = [
        told("org/usaid", "funded", "org/al-amana", amount=text)
        for text in ("10.5 million USD", ">16 million USD")
    ]
    tie = "relation:usaid--funded--al-amana"
    assert [said(each)[1] for each in drafts] == [
        f"{tie} schema:amount {tie}#amount-10500000-usd",
        f"{tie} schema:amount {tie}#amount-more-than-16000000-usd",
    ]


def test_a_date_is_no_finer_than_its_precision(told: Callable[..., Draft], said: Said) -> None:
    draft = told(
        "org/tamwilcom", "guarantees", "org/attadamoune", date="2024-12-30", precision="month"
    )
    tie = "relation:tamwilcom--guarantees--attadamoune"
    assert said(draft)[1] == f'{tie} dcterms:date "2024-12"^^edtf:EDTF'


def test_a_member_of_a_network_has_a_membership(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "org/al-amana",
        "member_of",
        "org/womens-world-banking",
        observed_on="2012-02",
        precision="month",
    )
    assert said(draft) == ["supports membership:al-amana--womens-world-banking--member"]
    assert records(draft) == turtle(
        """
        @prefix m: <https://w3id.org/mfgraph/id/role/al-amana--womens-world-banking--member#> .
        membership:al-amana--womens-world-banking--member a org:Membership ;
            org:member organization:al-amana ;
            org:organization organization:womens-world-banking ;
            org:role role:member ;
            org:memberDuring m:interval .
        m:interval a time:ProperInterval ; time:inside m:2012-02 .
        m:2012-02 a time:Instant ; dcterms:date "2012-02"^^edtf:EDTF .
        """
    )


def test_a_vacant_post_is_a_claim_about_the_post(told: Callable[..., Draft], said: Said) -> None:
    draft = told(
        "org/fnam", "had_vacant_position", "delegate-general", observed_on="2008", precision="year"
    )
    assert said(draft) == [
        "supports post:fnam--delegate-general#2008",
        "post:fnam--delegate-general mf:vacantDuring post:fnam--delegate-general#2008",
    ]


def test_a_program_run_together_is_named(
    told: Callable[..., Draft], records: Records, turtle: Turtle
) -> None:
    draft = told(
        "org/fondation-cdg",
        "runs_programme_with",
        "org/cms",
        start="2014",
        precision="year",
        programme="Programme National d'Appui aux AGRs via le Microcrédit",
    )
    expected = turtle(
        """
        relation:fondation-cdg--runs-programme-with--cms
            dcterms:isPartOf programme:appui-agr-microcredit .
        """
    )
    assert expected <= records(draft)


def test_a_merger_still_to_come_is_a_tie_and_not_a_change(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "org/zakoura", "merger_status", "org/attawfiq", observed_on="2010", precision="year"
    )
    assert said(draft) == ["supports relation:zakoura--merger-pending-with--attawfiq"]


@pytest.mark.parametrize(
    ("predicate", "fields"),
    [
        ("dislikes", {}),
        ("lent_to", {"amount": "plenty"}),
        ("runs_programme_with", {"programme": "Programme inconnu"}),
        ("had_vacant_position", {}),
    ],
)
def test_what_stands_for_nothing_is_refused(
    told: Callable[..., Draft], predicate: str, fields: dict[str, str]
) -> None:
    with pytest.raises(UnknownTerm):
        told("org/cms", predicate, "org/fnam", **fields)
