"""Figures as sources print them become whole values with all their dimensions."""

from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.observations import convert, observation
from mfgraph.ingest.converters.printed import printed
from mfgraph.ingest.converters.qualifiers import qualifier, status
from mfgraph.ingest.drafts import Block, Draft, Skipped, SourceRef
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

SOURCE: Final = SourceRef("lavieeco-1542", term("organization:la-vie-eco"), "press")
CENTRE: Final = term("organization:cms")
# What a line of the facts files says beside what the tests give.
REST: Final[dict[str, Any]] = {
    "ref_area": "MA",
    "ref_org": None,
    "ref_period": None,
    "dims": {},
    "confidence": "high",
    "note": None,
    "locator": "",
}


def line(indicator: str, value: object, unit: str, **data: Any) -> Line:
    said = REST | {"indicator": indicator, "value": value, "unit": unit} | data
    return Line(Path("facts.jsonl"), 1, f"stat/{indicator}", "observation", said)


def drafted(told: Line) -> Draft:
    draft = convert(told, SOURCE)
    assert isinstance(draft, Draft)
    return draft


def said(told: Line) -> dict[str, tuple[NamedNode | Literal, ...]]:
    (block,) = drafted(told).records
    return by_name(block)


def by_name(block: Block) -> dict[str, tuple[NamedNode | Literal, ...]]:
    return {predicate.value: objects for predicate, objects in block.pairs}


def value_of(told: Line, name: str) -> str | None:
    found = said(told).get(term(name).value)
    return found[0].value if found else None


def test_a_figure_has_every_dimension_of_its_family() -> None:
    told = line(
        "outstanding-portfolio",
        44500000,
        "MAD",
        ref_org="org/al-amana",
        ref_period="2005-09-30",
        locator="Fondep (44,5 MDH), Ismaïlia (7,5 MDH)",
    )
    (block,) = drafted(told).records
    assert block.subject == term(
        "observation:lavieeco-1542--outstanding-portfolio--al-amana--2005-09-30"
    )
    assert block.pairs == (
        (term("rdf:type"), (term("qb:Observation"),)),
        (term("qb:dataSet"), (term("dataset:levels"),)),
        (term("mf:indicator"), (term("indicator:outstanding-portfolio"),)),
        (term("mf:refOrganization"), (term("organization:al-amana"),)),
        (term("mf:activity"), (term("activity:total"),)),
        (term("sdmx-dimension:sex"), (term("sdmx-code:sex-T"),)),
        (term("mf:setting"), (term("setting:total"),)),
        (term("mf:loanType"), (term("loan-type:total"),)),
        (term("mf:purpose"), (term("purpose:total"),)),
        (term("mf:ageGroup"), (term("age-group:total"),)),
        (term("sdmx-dimension:refArea"), (term("place:morocco"),)),
        (term("mf:counterparty"), (term("counterparty:none"),)),
        (term("mf:scope"), (term("scope:total"),)),
        (term("mf:unitCounted"), (term("unit-counted:amounts"),)),
        (term("sdmx-dimension:refPeriod"), (term("reference-period:2005-09-30"),)),
        (term("sdmx-attribute:unitMeasure"), (term("unit:MAD"),)),
        (term("sdmx-attribute:unitMult"), (Literal(0),)),
        (term("sdmx-attribute:obsStatus"), (term("obs-status:normal"),)),
        (
            term("sdmx-measure:obsValue"),
            (Literal("44500000", datatype=term("xsd:decimal")),),
        ),
        (term("mf:asPrinted"), (Literal("44,5"),)),
        (term("dcterms:source"), (term("source:lavieeco-1542"),)),
    )


def test_the_claim_supports_the_figure() -> None:
    draft = drafted(line("institutions", 12, "institutions", ref_period="2003", locator="Douze"))
    (claim,) = draft.claims
    assert claim.supports == (draft.records[0].subject,)
    assert claim.mode == "narrated"
    assert [stem for stem, _ in draft.entities] == ["periods"] * 3


def test_thousands_misprinted_as_milliards() -> None:
    told = line(
        "outstanding-portfolio",
        4603994000,
        "MAD",
        ref_period="2012-12-31",
        note='UNIT TRAP: printed "4 603 994 milliards"; the number is in thousands of MAD',
        locator="de crédit de 4 603 994 milliards de",
    )
    assert value_of(told, "sdmx-measure:obsValue") == "4603994000"
    assert value_of(told, "mf:asPrinted") == "4 603 994"
    assert value_of(told, "sdmx-attribute:obsStatus") == term("obs-status:corrected").value


def test_two_currencies_are_two_figures() -> None:
    dollars = line(
        "outstanding-portfolio",
        763000000,
        "USD",
        ref_period="2019-12-31",
        locator="encours de 763 millions de dollars (soit 7,4",
    )
    dirhams = line(
        "outstanding-portfolio",
        7400000000,
        "MAD",
        ref_period="2019-12-31",
        locator="7,4 milliard de dirham marocain) et 905 456",
    )
    assert value_of(dollars, "sdmx-measure:obsValue") == "763000000"
    assert value_of(dollars, "sdmx-attribute:unitMeasure") == term("unit:USD").value
    assert value_of(dirhams, "sdmx-measure:obsValue") == "7400000000"
    subjects = {
        drafted(told).records[0].subject.value.rpartition("/")[2] for told in (dollars, dirhams)
    }
    assert subjects == {
        "lavieeco-1542--outstanding-portfolio--sector--2019-12-31",
        "lavieeco-1542--outstanding-portfolio--sector--2019-12-31--usd",
    }


def test_a_cumulative_sum_has_an_open_start() -> None:
    told = line(
        "disbursed-amount-cumulative",
        7700000000,
        "MAD",
        ref_period="2005-09-30",
        locator="un peu plus de 7, 7 milliards de",
    )
    period = value_of(told, "sdmx-dimension:refPeriod")
    assert period == term("reference-period:until-2005-09-30").value
    assert value_of(told, "mf:asPrinted") == "7, 7"
    assert value_of(told, "mf:valueQualifier") == term("value-qualifier:more-than").value


@pytest.mark.parametrize(
    ("locator", "note", "indicator", "measure", "basis", "counted"),
    [
        ("en urbain avec 66% qu’en rural à 34%", None, "share-by-setting", "clients", "clients", "clients"),
        ("plus de 52,7% des points de vente sont", None, "share-by-setting", "branches", "branches", "branches"),
        ("78% sont concentrés au niveau du milieu", None, "share-by-setting", "credit", "credit", "not-stated"),
        ("environ 88% de ces crédits a été destiné", None, "share-by-purpose", None, "credit", "not-stated"),
        ("dont 75,58", None, "share-women", None, "clients", "clients"),
        ("les trois quarts des micro-crédits", "FEMIP report; share of loans", "share-women", None, "loans", "loans"),
        ("women received about 51% of total loans", None, "share-women", None, "loans", "loans"),
        ("almost 90% of portfolio outstanding", None, "share-credit-concentration", None, "portfolio", "amounts"),
        ("97% des crédits sont distribués", None, "share-credit-concentration", None, "credit", "not-stated"),
        ("elle contrôle plus de 70% du secteur", None, "share-credit-concentration", None, "not-stated", "not-stated"),
        ("(40 percent of the market)", None, "market-share", None, "not-stated", "not-stated"),
        ("commerce et les services (57%)", None, "share-by-activity", None, "not-stated", "not-stated"),
    ],
)  # fmt: skip
def test_a_share_says_of_what_or_that_nobody_says(
    locator: str, note: str | None, indicator: str, measure: str | None, basis: str, counted: str
) -> None:
    dims = {"measure": measure} if measure else {}
    told = line(indicator, 50, "percent", dims=dims, note=note, locator=locator)
    assert value_of(told, "mf:shareBasis") == term(f"share-basis:{basis}").value
    assert value_of(told, "mf:unitCounted") == term(f"unit-counted:{counted}").value
    assert value_of(told, "qb:dataSet") == term("dataset:shares").value


def test_the_seed_printed_twice_is_of_the_activities_financed() -> None:
    told = line(
        "share-by-activity",
        21,
        "percent",
        ref_org="org/fnam-members",
        dims={"activity": "crafts"},
        locator="يتبعها الأنشطة الحرفية لما نسبته 21 في المائة",
    )
    assert value_of(told, "mf:shareBasis") == term("share-basis:activities-financed").value
    associations = term("actor-group:microcredit-associations").value
    assert value_of(told, "mf:refOrganization") == associations
    assert value_of(told, "sdmx-dimension:refPeriod") == term("period:not-stated").value


@pytest.mark.parametrize(
    ("phrase", "value", "unit", "characters"),
    [
        ("L’encours du Microcrédit en 2021 a atteint 8.16", "8160000000", "MAD", "8.16"),
        ("fin 2016 environ 932.274 clients actifs contre 905.990", "905990", "persons", "905.990"),
        ("8ر4 ملايير درهم إلى متم يونيو 2010 (430", "4800000000", "MAD", "8ر4"),
        ("end of last year (2008) 1,250 million beneficiaries", "1250000", "persons", "1,250"),
        ("amélioré de 7 ,68% par rapport à 2015", "7.68", "percent", "7 ,68"),
        ("6 147,96 DH contre 5 694,58 DH une", "5694.58", "MAD", "5 694,58"),
        ("ce qui équivaut à une baisse de 3.20%", "-3.2", "percent", "3.20"),
        ("$42,817,020Total Disbursed", "42817020", "USD", "42,817,020"),
        ("Au cours de 2010, 12 AMC", "12", "institutions", "12"),
        ("795 mille, en baisse de 4,9%, dont 47%", "795000", "persons", "795"),
        ("لثلاثين من الرجال والنساء من المقاولين الصغار", "30", "persons", "ثلاثين"),
        ("384 ألف و783 أي ما يمثل29 بالمائة من", "384783", "persons", "384 ألف و783"),
        ("من مجموع المستفيدين «مليون و250 ألف»", "1250000", "persons", "مليون و250 ألف"),
        ("Thirteen microcredit institutions were established", "13", "institutions", "Thirteen"),
        ("la Fondation Zakoura se classe première et Al", "1", "rank", "première"),
        ("de 6 et 5 millions", "5000000", "MAD", "5"),
    ],
)
def test_the_characters_that_print_a_value(
    phrase: str, value: str, unit: str, characters: str
) -> None:
    assert printed(phrase, Decimal(value), unit) == characters


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        # Of a figure that the phrase does not hold, no part of another may stand for it.
        ("passé la barre des 50 000 clients actifs", "50", "percent"),
        ("3,2 millions de bénéficiaires contre 800 000 actuellement", "2000000", "persons"),
        ("fin 2022, contre 8,16 MMDH à fin 2021", "8540000000", "MAD"),
        ("les 8 agences de la ville", "8000", "persons"),
        ("جرى يومه الجمعة 09 ماي 2025", "9", "persons"),
        ("2021, en baisse de 4,7% (1770 points de", "1687", "branches"),
    ],
)
def test_nothing_prints_a_value_that_is_not_there(phrase: str, value: str, unit: str) -> None:
    assert printed(phrase, Decimal(value), unit) is None


@pytest.mark.parametrize(
    ("note", "phrase", "characters", "code"),
    [
        (None, "On comptabilise plus de 1 300 points de", "1 300", "more-than"),
        ('"plus de"', "350 milles prêts actifs dont plus de 150", "150", "more-than"),
        ('"plus de"', "350 milles prêts actifs dont plus de 150", "350", None),
        ('"almost"', "almost 308,000 clients to 1,353,000 clients", "308,000", "nearly"),
        ('net portfolio, "dépassant"', "dirhams et une part de marché", None, "more-than"),
        ('"close to"; other sources 1.25 million for 2008', "1 million clients", "1", "nearly"),
        ('"about a million", cumulative wording', "تمويل صغير", None, "about"),
        (None, "نهاية 2021 إلى نحو 797.122 زبونا", "797.122", "about"),
        (None, "أكثر من 600 ألف مقترض، من أصل حوالي", "600", "more-than"),
        (None, "en plus de 86 agences mobiles", "86", None),
        (None, "sector support financial cover $ 100 million", "100", None),
        (
            '"près de 900.000" in Les Échos quotidien',
            "contre 800 000 actuellement",
            "800 000",
            None,
        ),
        ("upper bound of 1.5 to 2", "tournent autour de 1,5 à 2% par", "2", "at-most"),
        (None, "montant maximum de 20 millions", "20", "at-most"),
        (None, "providing at least $33 million of", "33", "at-least"),
        (None, "un peu moins de 40% du marché", "40", "nearly"),
    ],
)
def test_a_qualifier_belongs_to_its_own_figure(
    note: str | None, phrase: str, characters: str | None, code: str | None
) -> None:
    assert qualifier(note, phrase, characters) == code


@pytest.mark.parametrize(
    ("note", "code"),
    [
        (None, "normal"),
        ("FNAM says 4.69 % for the same year", "normal"),
        ('UNIT TRAP: Arabic wire notation "8ر4" is 4.8, right to left', "normal"),
        ('source prints "zones urbaines" for both; the second must be rural', "corrected"),
        ('"$ 100 million dirhams": stray dollar sign', "corrected"),
        ("series break: 70 % at end 2022", "break"),
        ('"devrait": forecast; 1.07 billion six months later', "forecast"),
        ("estimate", "estimated"),
        ("60 + 20.6 + 42.4 = 123: cannot all be shares of one whole", "low-reliability"),
        ("sign error: FNAM -3.20 % for the same year", "low-reliability"),
    ],
)
def test_what_a_note_says_of_a_figure(note: str | None, code: str) -> None:
    assert status(note) == code


def test_figures_that_a_body_gave_the_press_are_its_own_words() -> None:
    told = line(
        "par30",
        6.74,
        "percent",
        ref_period="2013-12-31",
        note="figures communicated by the CMS (Observatory)",
        locator="de 5,68%, il a terminé 2013 à 6,74%",
    )
    (claim,) = drafted(told).claims
    assert (claim.mode, claim.asserted_by) == ("reported", CENTRE)
    assert value_of(told, "qb:dataSet") == term("dataset:risk").value


def test_an_inferred_year_is_a_reading_with_its_ground() -> None:
    told = line("active-clients", 270000, "persons", ref_period="2017", note="year inferred")
    (claim,) = drafted(told).claims
    assert (claim.mode, claim.certainty) == ("inferred", "probable")
    assert claim.asserted_by == term("agent:curator")
    assert set(claim.grounds) == {"ar", "fr", "en"}


def test_the_earlier_version_of_a_page_is_left_with_a_reason() -> None:
    told = line(
        "disbursed-amount-cumulative",
        649370442,
        "USD",
        note="another stored version of the same page: 650,052,711",
    )
    left = convert(told, SOURCE)
    assert isinstance(left, Skipped)
    assert "earlier version" in left.reason


def test_a_count_of_an_event_is_an_observation() -> None:
    block, entities = observation(
        SOURCE,
        indicator="prize-winners",
        value=Decimal(20),
        unit="persons",
        period="2016",
        organization="org/cms",
        dims={"edition": "5", "sex": "F"},
        note=None,
        printed="20",
    )
    assert block.subject == term("observation:lavieeco-1542--prize-winners--cms--2016--f-edition-5")
    found = by_name(block)
    assert found[term("mf:scope").value] == (term("scope:edition-5"),)
    assert found[term("sdmx-dimension:sex").value] == (term("sdmx-code:sex-F"),)
    assert entities[0][1].subject == term("reference-period:2016")


def test_a_second_figure_under_one_key_takes_a_number() -> None:
    block, _ = observation(
        SOURCE,
        indicator="institutions",
        value=Decimal(13),
        unit="institutions",
        period="2014-12",
        organization=None,
        dims={},
        note=None,
        printed=None,
        n=2,
    )
    assert block.subject.value.endswith("--institutions--sector--2014-12-2")


def test_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(UnknownTerm, match="no indicator is called 'clients'"):
        convert(line("clients", 1, "persons"), SOURCE)
