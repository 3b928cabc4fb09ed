"""Events: each expected claim and record worked out by hand from a real line."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pyoxigraph import Triple

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters import counts, events
from mfgraph.ingest.converters.eventdates import printed_weekday
from mfgraph.ingest.drafts import Draft, SourceRef
from mfgraph.ingest.lines import Line

Make = Callable[[Mapping[str, Any]], Line]
Said = Callable[[Draft], list[str]]
Records = Callable[[Draft], set[Triple]]
Turtle = Callable[[str], set[Triple]]


@pytest.fixture
def told(make_line: Make, source: SourceRef) -> Callable[..., Draft]:
    def draft(slug: str, event_type: str, **fields: Any) -> Draft:
        data = {
            "id": f"event/{slug}",
            "fact_id": "f0274",
            "kind": "event",
            "event_type": event_type,
            "source_lang": "fr",
            "confidence": "high",
            "note": None,
            "locator": "",
        }
        return events.convert(make_line(data | fields), source)

    return draft


def test_a_signing_has_its_day_its_name_and_its_parties(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "accord-cadre-2005",
        "signing",
        start="2005-12-15",
        precision="day",
        parties=["org/fnam", "org/gouvernement-maroc"],
        label={"fr": "Accord-cadre État–FNAM"},
        label_source={"fr": "this source"},
        locator="l'accord-cadre État-FNAM, le 15 décembre 2005, avec le",
    )
    assert said(draft) == [
        "supports event:accord-cadre-2005",
        'event:accord-cadre-2005 dcterms:date "2005-12-15"^^edtf:EDTF',
        'event:accord-cadre-2005 skos:prefLabel "Accord-cadre État–FNAM"@fr',
        "supports participation:accord-cadre-2005--org-fnam--party",
        "supports participation:accord-cadre-2005--org-gouvernement-maroc--party",
    ]
    assert records(draft) == turtle(
        """
        event:accord-cadre-2005 a schema:Event ; dcterms:type event-type:signing .
        participation:accord-cadre-2005--org-fnam--party a mf:Participation ;
            mf:participant organization:fnam ;
            mf:inEvent event:accord-cadre-2005 ;
            mf:participationRole participation-role:party .
        participation:accord-cadre-2005--org-gouvernement-maroc--party a mf:Participation ;
            mf:participant organization:gouvernement-maroc ;
            mf:inEvent event:accord-cadre-2005 ;
            mf:participationRole participation-role:party .
        """
    )


def test_an_amount_and_a_period_of_validity_are_claims_about_the_event(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    agreed = told(
        "accord-cadre-2005",
        "framework agreement",
        amount="200 million MAD",
        locator="forme de subvention de 200 MDH étalée sur",
    )
    node = "<https://w3id.org/mfgraph/id/event/accord-cadre-2005#amount-200000000-mad>"
    assert said(agreed) == [
        "supports event:accord-cadre-2005 event:accord-cadre-2005#amount-200000000-mad",
        "event:accord-cadre-2005 schema:amount event:accord-cadre-2005#amount-200000000-mad [200]",
    ]
    assert records(agreed) == turtle(
        f"""
        event:accord-cadre-2005 a schema:Event ; dcterms:type event-type:signing .
        {node} a schema:MonetaryAmount ;
            schema:value "200000000"^^xsd:decimal ; schema:currency "MAD" .
        """
    )
    covered = told(
        "accord-cadre-2005",
        "framework agreement",
        period_start="2006",
        period_end="2010",
        precision="year",
    )
    assert said(covered)[1:] == [
        'event:accord-cadre-2005 dcterms:valid "2006/2010"^^edtf:EDTF',
    ]


def test_an_edition_of_the_prize_stands_in_its_series_with_its_counts(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told(
        "pnme-8",
        "prize ceremony",
        start="2021-11-19",
        precision="day",
        city="Fès",
        edition=8,
        laureates=31,
        women=18,
        locator="La 8e édition du Prix national du micro-entrepreneur",
    )
    assert said(draft) == [
        "supports event:pnme-8",
        'event:pnme-8 dcterms:date "2021-11-19"^^edtf:EDTF',
        "event:pnme-8 schema:location place:fes",
        "supports observation:lavieeco-1--prize-winners--cms--2021-11-19--edition-8",
        "supports observation:lavieeco-1--prize-winners--cms--2021-11-19--f-edition-8",
    ]
    expected = turtle(
        """
        event:pnme-8 a schema:Event ; dcterms:type event-type:prize-ceremony ;
            schema:superEvent series:prix-national-micro-entrepreneur ; mf:edition 8 .
        observation:lavieeco-1--prize-winners--cms--2021-11-19--f-edition-8
            a qb:Observation ; mf:indicator indicator:prize-winners ;
            mf:refOrganization organization:cms ; mf:scope scope:edition-8 ;
            sdmx-dimension:sex sdmx-code:sex-F ; sdmx-measure:obsValue "18"^^xsd:decimal .
        """
    )
    assert expected <= records(draft)


def test_the_day_of_a_month_is_not_taken_for_the_printed_count(
    make_line: Make,
) -> None:
    line = make_line(
        {
            "id": "event/pnme-11",
            "fact_id": "f0324",
            "kind": "event",
            "edition": 11,
            "start": "2025-05-09",
            "women": 9,
            "locator": "جرى يومه الجمعة 09 ماي 2025 بسلا تتويج",
        }
    )
    assert [figure["printed"] for figure in counts.figures(line)] == [None]


def test_counts_of_other_events_are_about_who_holds_them(make_line: Make) -> None:
    fair = {
        "id": "event/foire-mohammedia-2025",
        "fact_id": "f0301",
        "kind": "event",
        "start": "2025-03",
        "end": "2025-03-31",
        "organisers": ["org/cms"],
        "exhibitors": 70,
    }
    task_force = {
        "id": "event/sptf-marrakech-2016",
        "fact_id": "f0362",
        "kind": "event",
        "year": "2016",
        "attendance": 300,
    }
    found = [
        (each["indicator"], int(each["value"]), each["organization"], each["period"], each["dims"])
        for data in (fair, task_force)
        for each in counts.figures(make_line(data))
    ]
    assert found == [
        ("fair-exhibitors", 70, "org/cms", "2025-03", {}),
        ("event-attendance", 300, "org/sptf", "2016", {}),
    ]


@pytest.mark.parametrize(
    ("slug", "fields", "expected"),
    [
        # a month, a year alone, an interval of days, and one that starts with a bare month
        ("symposium-skhirat-2012", {"start": "2012-10", "precision": "month"}, "2012-10"),
        ("mea-2006", {"year": "2006", "precision": "year"}, "2006"),
        (
            "symposium-skhirat-2012",
            {"start": "2012-10-11", "end": "2012-10-12", "precision": "day"},
            "2012-10-11/2012-10-12",
        ),
        (
            "bazar-solidaire-5",
            {"start": "2025-07", "end": "2025-08-24", "precision": "month"},
            "2025-07/2025-08-24",
        ),
    ],
)
def test_a_date_keeps_the_precision_it_has(
    told: Callable[..., Draft], said: Said, slug: str, fields: dict[str, str], expected: str
) -> None:
    draft = told(slug, "symposium", **fields)
    assert said(draft)[1] == f'event:{slug} dcterms:date "{expected}"^^edtf:EDTF'


def test_a_month_without_a_year_keeps_the_words_of_the_source(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "rt-protection-clients",
        "round table",
        start_text="خلال أيلول/سبتمبر الجاري",
        month="09",
        year=None,
        year_inferred="2015",
        city="Casablanca",
        organisers=["org/fnam"],
        partners=["org/cms"],
        source_lang="ar",
    )
    assert said(draft) == [
        "supports event:rt-protection-clients",
        'event:rt-protection-clients dcterms:date "XXXX-09"^^edtf:EDTF [خلال أيلول/سبتمبر الجاري]',
        "event:rt-protection-clients schema:location place:casablanca",
        "supports participation:rt-protection-clients--org-fnam",
        "supports participation:rt-protection-clients--org-cms",
    ]


def test_the_inferred_month_of_the_round_table_is_a_reading_of_the_curators(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "rt-protection-clients",
        "round table",
        month=None,
        year="2015",
        year_source="inferred",
        precision="year",
        confidence="medium",
        organisers=["org/fnam", "org/cms"],
        label={"fr": "Table ronde «La responsabilité sociale et la protection des clients»"},
        label_source={"fr": "this source"},
        topics=[
            "La responsabilité sociale et la protection des clients",
            "gestion de la performance sociale",
        ],
    )
    name = '"Table ronde «La responsabilité sociale et la protection des clients»"@fr'
    assert said(draft) == [
        "supports event:rt-protection-clients",
        'event:rt-protection-clients dcterms:date "2015-09"^^edtf:EDTF (inferred)',
        "event:rt-protection-clients dcterms:subject topic:social-responsibility",
        "event:rt-protection-clients dcterms:subject topic:client-protection",
        "event:rt-protection-clients dcterms:subject topic:social-performance-management",
        f"event:rt-protection-clients skos:altLabel {name}",
        "supports participation:rt-protection-clients--org-fnam",
        "supports participation:rt-protection-clients--org-cms",
    ]
    dated = draft.claims[1]
    assert dated.asserted_by is not None
    assert dated.asserted_by.value.endswith("/id/agent/curator")
    assert sorted(dated.grounds) == ["ar", "en", "fr"]
    assert all("120758" in ground for ground in dated.grounds.values())


def test_a_year_read_from_the_weekday_is_inferred_and_not_certain(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "pnme-4",
        "prize ceremony",
        start="2016-04-07",
        precision="day",
        edition=4,
        note="Thursday 7 April = 2016. Planned for 17 December 2015, postponed after …",
        locator="Les lauréats de la 4e édition du Prix",
    )
    assert said(draft)[1:] == ['event:pnme-4 dcterms:date "2016-04-07"^^edtf:EDTF (inferred)']
    assert draft.claims[1].certainty == "probable"
    assert "weekday" not in draft.claims[1].grounds["en"]
    assert "day of the week" in draft.claims[1].grounds["en"]


def test_a_day_put_off_is_no_date_of_the_event(told: Callable[..., Draft], said: Said) -> None:
    postponed = told(
        "pnme-4",
        "prize ceremony (postponed)",
        planned_start="2015-12-17",
        precision="day",
        edition=4,
        locator="cérémonie, initialement prévue le 17 décembre dernier, avait",
    )
    announced = told(
        "pnme-4",
        "prize ceremony (announced)",
        planned_start="2015-12",
        precision="month",
        city="Oujda",
        edition=4,
        locator="de remise des prix est prévue à Oujda",
    )
    assert said(postponed)[1:] == [
        'event:pnme-4 schema:previousStartDate "2015-12-17"^^edtf:EDTF',
        "event:pnme-4 schema:eventStatus schema:EventRescheduled",
    ]
    assert said(announced)[1:] == [
        'event:pnme-4 schema:previousStartDate "2015-12"^^edtf:EDTF',
        "event:pnme-4 schema:eventStatus schema:EventScheduled",
        "event:pnme-4 mf:plannedLocation place:oujda",
    ]


def test_an_assembly_called_off_and_held_later_has_a_planned_day_only(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "fnam-ag-2008",
        "general assembly (planned, cancelled)",
        start="2008-03-01",
        precision="day",
        organisers=["org/fnam"],
        confidence="medium",
        note="First date; La Vie éco 3181 reports its cancellation. Year from the weekday.",
        locator="L’assemblée générale élective prévue samedi 1er mars",
    )
    assert said(draft)[1:4] == [
        'event:fnam-ag-2008 schema:previousStartDate "2008-03-01"^^edtf:EDTF (inferred)',
        "event:fnam-ag-2008 mf:weekday time:Saturday",
        "event:fnam-ag-2008 schema:eventStatus schema:EventRescheduled (inferred)",
    ]


def test_an_announced_event_keeps_its_date_and_its_status(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "al-karama-forum-2006",
        "forum (announced)",
        start="2006-04-28",
        end="2006-04-29",
        precision="day",
        city="Oujda",
        organisers=["org/al-karama"],
        locator="les 28 et 29 avril 2006 à Oujda",
    )
    assert said(draft) == [
        "supports event:al-karama-forum-2006",
        'event:al-karama-forum-2006 dcterms:date "2006-04-28/2006-04-29"^^edtf:EDTF',
        "event:al-karama-forum-2006 schema:eventStatus schema:EventScheduled",
        "event:al-karama-forum-2006 schema:location place:oujda",
        "supports participation:al-karama-forum-2006--org-al-karama",
    ]


def test_a_venue_lies_in_its_city_and_several_cities_are_no_location(
    told: Callable[..., Draft], said: Said
) -> None:
    prize = told("pnme-5", "prize ceremony", city="Casablanca", place="org/cms", weekday="Tuesday")
    assert said(prize)[1:] == [
        "event:pnme-5 mf:weekday time:Tuesday",
        "event:pnme-5 schema:location site:cms-casablanca",
        "site:cms-casablanca schema:containedInPlace place:casablanca",
    ]
    visit = told("maxima-2023", "visit", city="Casablanca, Rabat")
    assert said(visit)[1:] == [
        "event:maxima-2023 dcterms:spatial place:casablanca",
        "event:maxima-2023 dcterms:spatial place:rabat",
    ]


def test_a_theme_stays_in_the_language_of_its_source(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told("pnme-6", "prize ceremony", theme="الاستمرارية", source_lang="ar")
    assert said(draft)[1:] == ['event:pnme-6 mf:theme "الاستمرارية"@ar']


def test_a_tribute_is_a_part_of_the_ceremony_and_honors_someone(
    told: Callable[..., Draft], said: Said, records: Records, turtle: Turtle
) -> None:
    draft = told("pnme-11", "tribute", edition=11, honoured="person/zoulikha-nasri")
    assert said(draft)[1:] == ["supports participation:pnme-11--person-zoulikha-nasri--honoree"]
    assert turtle("event:pnme-11 dcterms:type event-type:prize-ceremony .") <= records(draft)


def test_the_name_of_the_series_is_not_the_name_of_its_first_edition(
    told: Callable[..., Draft], said: Said
) -> None:
    draft = told(
        "pnme-1",
        "prize ceremony",
        start="2012",
        edition=1,
        label={
            "fr": "Prix national du micro-entrepreneur (PNME)",
            "ar": "الجائزة الوطنية لأصحاب المشاريع الصغرى",
        },
        label_source={"fr": "this source", "ar": "another line of this file"},
    )
    name = '"Prix national du micro-entrepreneur (PNME)"@fr'
    assert said(draft)[2:] == [f"series:prix-national-micro-entrepreneur skos:altLabel {name}"]


@pytest.mark.parametrize(
    ("phrase", "day", "weekday"),
    [
        ("jeudi 24 décembre, une convention de", "2020-12-24", "Thursday"),
        ("L’assemblée générale élective prévue samedi 1er mars", "2008-03-01", "Saturday"),
        ("جرى يومه الجمعة 09 ماي 2025 بسلا تتويج", "2025-05-09", "Friday"),
        ("activités aura lieu, mardi 9 décembre, à la", "2014-12-09", "Tuesday"),
        ("un mardi, et le 9 décembre", "2014-12-09", None),
        ("mardi 19 décembre", "2014-12-09", None),
        ("ont signé, jeudi, une convention de partenariat visant", "2021-03", None),
    ],
)
def test_a_weekday_counts_where_it_is_printed_before_the_day(
    phrase: str, day: str, weekday: str | None
) -> None:
    assert printed_weekday(phrase, day) == weekday


@pytest.mark.parametrize(
    "fields",
    [
        {"event_type": "picnic"},
        {"event_type": "forum (rumored)"},
        {"event_type": "forum", "city": "Atlantis"},
        {"event_type": "forum", "place": "sous un arbre"},
        {"event_type": "forum", "topics": ["gossip"]},
        {"event_type": "forum", "amount": "a lot of money"},
    ],
)
def test_a_word_that_stands_for_nothing_is_refused(
    told: Callable[..., Draft], fields: dict[str, Any]
) -> None:
    with pytest.raises(UnknownTerm):
        told("x", **fields)
