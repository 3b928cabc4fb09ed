"""The eight figures: of what each is a share, what they sum to, and what the source leaves out."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

Said = Mapping[str, tuple[str, ...]]
Seed = Mapping[str, Said]

OBSERVATION = "observation/almassae-324458--"
BREAKDOWN = "breakdown/almassae-324458--"
CORRECTION = "correction/almassae-324458-1/"


def _of(article: Seed, kind: str) -> dict[str, Said]:
    return {s: said for s, said in article.items() if kind in said.get("rdf:type", ())}


def _value(said: Said) -> Decimal:
    (value,) = said["sdmx-measure:obsValue"]
    assert value.endswith("^^xsd:decimal")
    return Decimal(value.removesuffix("^^xsd:decimal").strip('"'))


def _sum(article: Seed, breakdown: str) -> Decimal:
    return sum((_value(article[o]) for o in article[breakdown]["qb:observation"]), start=Decimal(0))


@pytest.mark.parametrize(
    ("slug", "share_of", "value", "printed"),
    [
        ("share-by-activity--commerce", ("commerce", "T", "activities-financed"), "58", "58"),
        ("share-by-activity--crafts", ("crafts", "T", "activities-financed"), "21", "21"),
        ("share-by-activity--services", ("services", "T", "activities-financed"), "15", "15"),
        ("share-by-activity--agriculture", ("agriculture", "T", "activities-financed"), "6", "6"),
        (
            "share-sex-within-activity--crafts-f",
            ("crafts", "F", "beneficiaries-in-crafts"),
            "75.18",
            "18 . 75",
        ),
        (
            "share-sex-within-activity--crafts-m",
            ("crafts", "M", "beneficiaries-in-crafts"),
            "24.82",
            "24.82",
        ),
        (
            "share-sex-within-activity--commerce-m",
            ("commerce", "M", "beneficiaries-in-trade"),
            "52.77",
            "52.77",
        ),
        (
            "share-sex-within-activity--commerce-f",
            ("commerce", "F", "beneficiaries-in-trade"),
            "47.23",
            "47.23",
        ),
    ],
)
def test_a_figure_says_what_it_is_a_share_of(
    article: Seed, slug: str, share_of: tuple[str, str, str], value: str, printed: str
) -> None:
    said = article[OBSERVATION + slug]
    activity, sex, basis = share_of
    assert said["mf:indicator"] == (f"def/indicator/{slug.partition('--')[0]}",)
    assert said["mf:activity"] == (f"def/activity/{activity}",)
    assert said["sdmx-dimension:sex"] == (f"sdmx-code:sex-{sex}",)
    assert said["mf:shareBasis"] == (f"def/share-basis/{basis}",)
    assert said["sdmx-measure:obsValue"] == (f'"{value}"^^xsd:decimal',)
    assert said["mf:asPrinted"] == (f'"{printed}"',)


def test_what_was_counted_and_when_is_recorded_as_not_stated(article: Seed) -> None:
    observations = _of(article, "qb:Observation")
    assert len(observations) == 8
    for said in observations.values():
        assert said["mf:unitCounted"] == ("def/unit-counted/not-stated",)
        assert said["sdmx-dimension:refPeriod"] == ("def/period/not-stated",)
        assert said["sdmx-dimension:refArea"] == ("place/morocco",)
        assert said["sdmx-attribute:unitMeasure"] == ("def/unit/percent",)
        assert said["qb:dataSet"] == ("dataset/shares",)
        assert said["dcterms:source"] == ("source/almassae-324458",)


def test_the_four_activities_exhaust_what_is_financed(article: Seed) -> None:
    mix = article[f"{BREAKDOWN}activity-mix"]
    assert sorted(_value(article[o]) for o in mix["qb:observation"]) == [6, 15, 21, 58]
    assert _sum(article, f"{BREAKDOWN}activity-mix") == 100


@pytest.mark.parametrize(
    ("breakdown", "women", "men"),
    [("crafts-by-sex", "75.18", "24.82"), ("trade-by-sex", "47.23", "52.77")],
)
def test_women_and_men_make_a_hundred(article: Seed, breakdown: str, women: str, men: str) -> None:
    shares = {
        article[o]["sdmx-dimension:sex"][0]: _value(article[o])
        for o in article[BREAKDOWN + breakdown]["qb:observation"]
    }
    assert shares == {"sdmx-code:sex-F": Decimal(women), "sdmx-code:sex-M": Decimal(men)}
    assert _sum(article, BREAKDOWN + breakdown) == 100


def test_a_breakdown_fixes_what_its_observations_share(article: Seed) -> None:
    breakdowns = _of(article, "mf:Breakdown")
    assert set(article["dataset/shares"]["qb:slice"]) == set(breakdowns)
    assert len(breakdowns) == 3
    for said in breakdowns.values():
        assert said["mf:expectedTotal"] == ('"100"^^xsd:decimal',)
        fixed = [p for p in said if p.startswith("sdmx-dimension:")]
        fixed += [
            p
            for p in said
            if p in {"mf:indicator", "mf:shareBasis", "mf:unitCounted", "mf:activity"}
        ]
        for observation in said["qb:observation"]:
            assert all(article[observation][p] == said[p] for p in fixed), observation
    assert "mf:activity" not in article[f"{BREAKDOWN}activity-mix"]
    assert "sdmx-dimension:sex" not in article[f"{BREAKDOWN}crafts-by-sex"]


def test_the_garbled_figure_keeps_its_printed_form_its_reading_and_the_reason(
    article: Seed,
) -> None:
    said = article[f"{OBSERVATION}share-sex-within-activity--crafts-f"]
    assert said["sdmx-measure:obsValue"] == ('"75.18"^^xsd:decimal',)
    assert said["mf:asPrinted"] == ('"18 . 75"',)
    assert said["sdmx-attribute:obsStatus"] == ("def/obs-status/corrected",)
    others = _of(article, "qb:Observation").values()
    assert [o["sdmx-attribute:obsStatus"][0] for o in others].count("def/obs-status/normal") == 7
    correction = article[f"{CORRECTION}1192-1200"]
    assert correction["oa:bodyValue"] == ('"75.18"',)
    assert correction["mf:correctionReason"] == ("def/correction-reason/digit-reordering",)
    assert all("24" in note and "43" in note for note in correction["rdfs:comment"])
    quote = article["excerpt/almassae-324458-1/1192-1200#quote"]
    assert quote["oa:exact"] == ('".18 . 75"',)


def test_the_figure_without_a_unit_says_so(article: Seed) -> None:
    said = article[f"{OBSERVATION}share-sex-within-activity--commerce-m"]
    assert sorted(note[-3:] for note in said["rdfs:comment"]) == ["@ar", "@en", "@fr"]
