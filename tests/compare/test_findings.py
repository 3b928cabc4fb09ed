"""Each check finds what does not add up, and leaves alone what does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.compare import Finding, findings
from mfgraph.errors import SyntaxFault
from mfgraph.queries import Library
from mfgraph.store import OxigraphStore
from mfgraph.terms import display
from mfgraph.workspace import Workspace

Told = Callable[..., OxigraphStore]
Make = Callable[..., Any]
URBAN: Final = {"mf:setting": "setting:urban"}
RURAL: Final = {"mf:setting": "setting:rural"}
PERI_URBAN: Final = {"mf:setting": "setting:peri-urban"}
OF_CLIENTS: Final = {"mf:shareBasis": "share-basis:clients"}
AL_AMANA: Final = {"mf:refOrganization": "organization:al-amana"}


@pytest.fixture
def found(seed: Workspace) -> Callable[[OxigraphStore], list[Finding]]:
    return lambda store: findings(store, Library(seed.queries))


def plain(each: Finding) -> tuple[str, str, str, str, str]:
    sides = (each.expected, each.found, each.source, each.against)
    expected, printed, source, against = (display(side) for side in sides)
    return each.name, expected, printed, source, against


def test_a_growth_with_its_sign_lost(told: Told, figure: Make, found: Make) -> None:
    # 840,333 / 868,070 = 0.96805, so -3.2 %.
    store = told(
        figure("fnam", "active-clients", 868070, "2020-12-31"),
        figure("fnam", "active-clients", 840333, "2021-12-31"),
        figure("fnam", "growth-clients", "-3.20", "2021", "percent"),
        figure("copyist", "growth-clients", "3.3", "2021", "percent"),
    )
    (finding,) = found(store)
    assert plain(finding) == (
        "growth-not-from-levels",
        "-3.2",
        "3.3",
        "source:copyist",
        "source:fnam",
    )


def test_a_growth_that_rounding_explains(told: Told, figure: Make, found: Make) -> None:
    # 8.2 / 8.1 may be 8.25 / 8.05, which is +2.48 %, or 8.15 / 8.15, which is none.
    store = told(
        figure("fnam", "outstanding-portfolio", 8100000000, "2020-12-31", "MAD"),
        figure("fnam", "outstanding-portfolio", 8200000000, "2021-12-31", "MAD"),
        figure("fnam", "growth-portfolio", "2.4", "2021", "percent"),
    )
    assert found(store) == []


def test_a_growth_beyond_any_rounding(told: Told, figure: Make, found: Make) -> None:
    store = told(
        figure("fnam", "outstanding-portfolio", 8100000000, "2020-12-31", "MAD"),
        figure("fnam", "outstanding-portfolio", 8200000000, "2021-12-31", "MAD"),
        figure("fnam", "growth-portfolio", "2.6", "2021", "percent"),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("growth-not-from-levels", "1.23", "2.6")


def test_a_growth_that_another_pair_of_levels_gives(told: Told, figure: Make, found: Make) -> None:
    # 795 / 837 thousand is -5.02 %; the rounding of the two allows -4.9 %.
    store = told(
        figure("fnam", "active-clients", 840333, "2021-12-31"),
        figure("fnam", "active-clients", 797112, "2022-12-31"),
        figure("bank", "active-clients", 837000, "2021-12-31"),
        figure("bank", "active-clients", 795000, "2022-12-31"),
        figure("bank", "growth-clients", "-4.9", "2022", "percent"),
    )
    assert found(store) == []


def test_an_average_that_no_figures_give(told: Told, figure: Make, found: Make) -> None:
    # 7.5 billion / 898,000 = 8,352.
    store = told(
        figure("bank", "outstanding-portfolio", 7500000000, "2019-12-31", "MAD"),
        figure("bank", "active-clients", 898000, "2019-12-31"),
        figure("bank", "average-outstanding-per-client", 9000, "2019-12-31", "MAD"),
        figure("press", "average-outstanding-per-client", 8400, "2019-12-31", "MAD"),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("average-not-from-parts", "8352", "9000")


def test_more_than_8000_is_no_fault(told: Told, figure: Make, found: Make) -> None:
    more_than = {"mf:valueQualifier": "value-qualifier:more-than"}
    store = told(
        figure("bank", "outstanding-portfolio", 7500000000, "2019-12-31", "MAD"),
        figure("bank", "active-clients", 898000, "2019-12-31"),
        figure("bank", "average-outstanding-per-client", 7900, "2019-12-31", "MAD", more_than),
    )
    assert found(store) == []


def test_more_clients_than_loans(told: Told, figure: Make, found: Make) -> None:
    store = told(
        figure("press-a", "active-clients", 350000, "2017", more=AL_AMANA),
        figure("press-b", "active-loans", 343114, "2017-12-31", "loans", AL_AMANA),
        figure("press-a", "active-clients", 300000, "2018-12-31", more=AL_AMANA),
        figure("press-b", "active-loans", 343114, "2018-12-31", "loans", AL_AMANA),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("clients-above-loans", "343114", "350000")


def test_an_institution_above_the_sector(told: Told, figure: Make, found: Make) -> None:
    store = told(
        figure("press-a", "active-clients", 800000, "2012-12-31"),
        figure("press-b", "active-clients", 900000, "2012-12-31", more=AL_AMANA),
        figure("press-a", "interest-rate", 10, "2012-12-31", "percent"),
        figure("press-b", "interest-rate", 20, "2012-12-31", "percent", AL_AMANA),
    )
    (finding,) = found(store)
    assert plain(finding) == (
        "institution-above-sector",
        "800000",
        "900000",
        "source:press-b",
        "source:press-a",
    )


def test_parts_that_do_not_sum_to_their_total(told: Told, figure: Make, found: Make) -> None:
    # 518,752 + 278,281 = 797,033; 542,020 + 296,944 = 838,964.
    store = told(
        figure("wire", "active-clients", 797112, "2022-12-31"),
        figure("wire", "clients-by-setting", 518752, "2022-12-31", more=URBAN),
        figure("wire", "clients-by-setting", 278281, "2022-12-31", more=RURAL),
        figure("wire", "active-clients", 838964, "2022-09-30"),
        figure("wire", "clients-by-setting", 542020, "2022-09-30", more=URBAN),
        figure("wire", "clients-by-setting", 296944, "2022-09-30", more=RURAL),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("parts-not-the-total", "797112", "797033")
    assert finding.of_parts


def test_shares_that_exceed_the_whole(told: Told, figure: Make, found: Make) -> None:
    # 60 + 20.6 + 42.4 = 123; 66 + 34 = 100.
    def share(value: str, year: str, of: dict[str, str]) -> object:
        return figure("press", "share-by-setting", value, year, "percent", OF_CLIENTS | of)

    store = told(
        share("60", "2005-09-30", URBAN),
        share("20.6", "2005-09-30", PERI_URBAN),
        share("42.4", "2005-09-30", RURAL),
        share("66", "2021-12-31", URBAN),
        share("34", "2021-12-31", RURAL),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("shares-above-the-whole", "100", "123")


def test_shares_that_leave_something_out(told: Told, figure: Make, found: Make) -> None:
    # 57 + 17 + 16 = 90; two shares alone may leave out what they like.
    def share(source: str, value: int, activity: str) -> object:
        more = {"mf:activity": f"activity:{activity}", "mf:shareBasis": "share-basis:not-stated"}
        return figure(source, "share-by-activity", value, "2016", "percent", more)

    store = told(
        share("daily", 57, "commerce-and-services"),
        share("daily", 17, "crafts"),
        share("daily", 16, "agriculture"),
        share("weekly", 17, "crafts"),
        share("weekly", 16, "agriculture"),
    )
    (finding,) = found(store)
    assert plain(finding)[:4] == ("shares-below-the-whole", "100", "90", "source:daily")


def test_a_share_that_is_not_the_count_over_the_total(
    told: Told, figure: Make, found: Make
) -> None:
    # 384,783 / 1,250,000 = 30.8 %, and 1.25 million may be 1,245,000 to 1,255,000.
    def split(source: str, percent: int) -> tuple[object, ...]:
        return (
            figure(source, "active-clients", 1250000, "2008"),
            figure(source, "clients-by-setting", 384783, "2008", more=RURAL),
            figure(source, "share-by-setting", percent, "2008", "percent", OF_CLIENTS | RURAL),
        )

    (finding,) = found(told(*split("alalam", 29)))
    assert plain(finding)[:3] == ("shares-not-from-counts", "30.8", "29")
    assert found(told(*split("alalam", 31))) == []


def test_a_sum_since_the_beginning_that_falls(told: Told, figure: Make, found: Make) -> None:
    def paid(value: int, until: str) -> object:
        return figure("press", "disbursed-amount-cumulative", value, f"../{until}", "MAD")

    store = told(
        paid(41000000000, "2011-12-31"), paid(40000000000, "2012-10"), paid(55000000000, "2016")
    )
    # 40 billion may be anything up to 45, so that 41 before it is no fault; 39.9 is.
    assert found(store) == []
    store = told(paid(41200000000, "2011-12-31"), paid(39900000000, "2012-10"))
    (finding,) = found(store)
    assert plain(finding)[:3] == ("cumulative-falls", "41200000000", "39900000000")


def test_fewer_beneficiaries_in_all_than_clients(told: Told, figure: Make, found: Make) -> None:
    store = told(
        figure("forum", "beneficiaries-cumulative", 65000, "../2012-10", more=AL_AMANA),
        figure("forum", "active-clients", 220500, "2012-10", more=AL_AMANA),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("cumulative-below-stock", "220500", "65000")


def test_risk_over_more_days_is_less(told: Told, figure: Make, found: Make) -> None:
    def par(days: int, value: str, day: str) -> object:
        return figure("press", f"par{days}", value, day, "percent")

    store = told(
        par(30, "6.74", "2013-12-31"),
        par(90, "5.83", "2013-12-31"),
        par(180, "4.75", "2013-12-31"),
        par(30, "5.17", "2014-09-30"),
        par(90, "5.9", "2014-09-30"),
    )
    (finding,) = found(store)
    assert plain(finding)[:3] == ("risk-out-of-order", "5.17", "5.9")


@pytest.mark.parametrize(
    ("date", "weekday"),
    [
        ("2007-11-08", "Thursday"),
        ("2000-02-29", "Tuesday"),
        ("2000-03-01", "Wednesday"),
        ("2015-01-01", "Thursday"),
        ("2014-12-09", "Tuesday"),
        ("2012-10-12", "Friday"),
        ("2025-05-31", "Saturday"),
        ("2021-08-15", "Sunday"),
        ("1999-04-05", "Monday"),
    ],
)
def test_a_weekday_that_fits_its_date_and_one_that_does_not(
    told: Told, said: Make, found: Make, date: str, weekday: str
) -> None:
    event = "event:rt-protection-clients"
    dated = said("press-a", event, "dcterms:date", date)
    named = said("press-b", event, "mf:weekday", f"time:{weekday}")
    assert [f for f in found(told(dated, named)) if f.name == "weekday-misfit"] == []
    other = "Monday" if weekday != "Monday" else "Tuesday"
    wrong = said("press-b", event, "mf:weekday", f"time:{other}")
    misfits = [f for f in found(told(dated, wrong)) if f.name == "weekday-misfit"]
    assert [plain(f)[1:] for f in misfits] == [
        (f"time:{weekday}", f"time:{other}", "source:press-b", "source:press-a")
    ]


def test_one_number_as_two_measures(told: Told, figure: Make, found: Make) -> None:
    store = told(
        figure("alalam", "active-clients", 1250000, "2008"),
        figure("blog", "beneficiaries-cumulative", 1250000, "../2008-12-31"),
        figure("alalam", "active-clients", 1000000, "2009"),
        figure("blog", "beneficiaries-cumulative", 1000000, "../2009-12-31"),
    )
    (finding,) = found(store)
    assert finding.name == "one-number-two-measures"
    assert finding.found == Literal("1250000", datatype=finding.found.datatype)
    assert isinstance(finding.expected, NamedNode)


def test_news_long_after_the_event(told: Told, said: Make, found: Make) -> None:
    # Every source of these tests is dated 8 April 2016.
    event, near = "event:rt-protection-clients", "event:made-up"
    store = told(
        said("press-a", event, "dcterms:date", "2014-12-09"),
        said("press-b", event, "mf:weekday", "time:Tuesday"),
        said("press-a", near, "dcterms:date", "2015-12-08"),
        said("press-b", near, "mf:weekday", "time:Tuesday"),
    )
    (finding,) = found(store)
    assert plain(finding) == (
        "news-long-after",
        "2014-12-09",
        "2016-04-08",
        "source:press-b",
        "source:press-a",
    )


def test_a_check_that_returns_other_columns_is_refused(tmp_path: Path, told: Told) -> None:
    path = tmp_path / "findings" / "odd.rq"
    path.parent.mkdir()
    path.write_text("#+ finding: {ar: a, fr: b, en: c}\nSELECT ?s { ?s ?p ?o }\n", "utf-8")
    with pytest.raises(SyntaxFault) as caught:
        findings(told(), Library(tmp_path))
    assert caught.value.where == str(path)


def test_the_seed_adds_up(seed_built: Any, found: Make) -> None:
    assert found(seed_built.store) == []
