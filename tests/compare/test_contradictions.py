"""What sources differ on is found, and told apart by kind."""

from collections.abc import Callable
from typing import Any

import pytest
from pyoxigraph import NamedNode

from mfgraph.compare import Contradiction, contradictions
from mfgraph.store import OxigraphStore
from mfgraph.terms import compact
from mfgraph.vocab import DEF, term

Told = Callable[..., OxigraphStore]
Make = Callable[..., Any]


def only(store: OxigraphStore) -> Contradiction:
    found = contradictions(store)
    assert len(found) == 1, found
    return found[0]


def comparison(found: Contradiction) -> str:
    assert found.comparison is not None
    return found.comparison.value.removeprefix(f"{DEF}comparison-")


def values(found: Contradiction) -> list[str]:
    return [side.value.identity.partition(" ")[0] for side in found.sides]


def test_agreement_is_no_contradiction(told: Told, figure: Make, said: Make) -> None:
    store = told(
        figure("press-a", "active-clients", 810712, "2012-12-31"),
        figure("press-b", "active-clients", "810712.0", "2012-12-31"),
        said("press-a", "organization:fnam", "schema:foundingDate", "2001"),
        said("press-b", "organization:fnam", "schema:foundingDate", "2001"),
    )
    assert contradictions(store) == []


def test_two_figures_of_one_key(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "active-clients", 810712, "2012-12-31"),
            figure("press-b", "active-clients", 808112, "2012-12-31"),
        )
    )
    assert (found.kind, found.comparison) == ("conflict", None)
    assert values(found) == ["810712", "808112"]
    assert [compact(node.value) for node in found.about] == [
        "indicator:active-clients",
        "actor-group:whole-sector",
        "reference-period:2012-12-31",
    ]
    assert found.spread == pytest.approx((100 * 2600 / 808112, "percent"))  # 0.32 %


def test_one_of_two_is_held_and_copies_are_one_witness(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("copy-1", "active-clients", 797112, "2022-12-31"),
            figure("copy-2", "active-clients", 797112, "2022-12-31"),
            figure("press-a", "active-clients", 797122, "2022-12-31"),
            figure("press-b", "active-clients", 797122, "2022-12-31"),
        )
    )
    sides = {side.value.number: (side.witnesses, side.held) for side in found.sides}
    assert sides == {797112: (1, False), 797122: (2, True)}
    assert len(found.sources) == 4


def test_points_between_percentages(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "growth-clients", "-3.2", "2021", "percent"),
            figure("press-b", "growth-clients", "3.3", "2021", "percent"),
        )
    )
    assert found.kind == "conflict"
    assert found.spread == pytest.approx((6.5, "points"))


def test_a_rounding(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "outstanding-portfolio", 8158000000, "2021-12-31", "MAD"),
            figure("press-b", "outstanding-portfolio", 8160000000, "2021-12-31", "MAD"),
            figure("press-c", "outstanding-portfolio", 8200000000, "2021-12-31", "MAD"),
        )
    )
    assert found.kind == "rounding"


def test_a_rounding_beside_another_value_is_a_conflict(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "outstanding-portfolio", 8020000000, "2020-12-31", "MAD"),
            figure("press-b", "outstanding-portfolio", 8000000000, "2020-12-31", "MAD"),
            figure("press-c", "outstanding-portfolio", 8100000000, "2020-12-31", "MAD"),
        )
    )
    assert found.kind == "conflict"


@pytest.mark.parametrize(
    ("dates", "kind", "spread"),
    [
        (("1997", "1997-04-13"), "rounding", None),
        (("1997", "1996"), "conflict", (366.0, "days")),  # 1996 is a leap year
        (("1997-04-13", "1997-02-13", "1997"), "conflict", (59.0, "days")),
        # From 30 May to 2 June, from 31 May to 1 June: they share days.
        (("2016-05-30/2016-06-02", "2016-05-31/2016-06-01"), "date", (1.0, "days")),
        (("XXXX-09", "2015-09"), "rounding", None),
        (("XXXX-09", "2015-10"), "conflict", None),
    ],
)
def test_dates(
    told: Told,
    said: Make,
    dates: tuple[str, ...],
    kind: str,
    spread: tuple[float, str] | None,
) -> None:
    event = "event:rt-protection-clients"
    found = only(told(*(said(f"press-{d}", event, "dcterms:date", d) for d in dates)))
    assert found.kind == kind
    assert found.about == (term("dcterms:date"), term(event))
    assert found.spread == spread


def test_two_definitions_of_risk(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "par30", "3.98", "2011-12-31", "percent"),
            figure("press-b", "credit-risk", "8.6", "2011-12-31", "percent"),
        )
    )
    assert (found.kind, comparison(found)) == ("definition", "risk")
    assert found.spread == pytest.approx((4.62, "points"))
    assert [side.told for side in found.sides] == [
        (term("indicator:credit-risk"),),
        (term("indicator:par30"),),
    ]


def test_clients_and_loans_of_one_year(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "active-clients", 1353000, "2007"),
            figure("press-b", "active-loans", 1350000, "2007-12-31", "loans"),
        )
    )
    assert (found.kind, comparison(found)) == ("definition", "clients-and-loans")
    assert found.spread is None  # persons and loans have no distance


def test_two_currencies_are_not_converted(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "outstanding-portfolio", 8020000000, "2020-12-31", "MAD"),
            figure("press-b", "outstanding-portfolio", 760000000, "2020-12-31", "USD"),
        )
    )
    assert (found.kind, comparison(found)) == ("definition", "currencies")
    assert found.spread is None


def test_planned_and_paid_years_apart(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure(
                "a", "funding-amount", 46200000, "2007-08-31", "USD", {"mf:scope": "scope:planned"}
            ),
            figure(
                "b",
                "funding-amount",
                42817020,
                "2013-09-15",
                "USD",
                {"mf:scope": "scope:disbursed"},
            ),
        )
    )
    assert (found.kind, comparison(found)) == ("definition", "funding-stages")


def test_a_year_and_a_day_in_it(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "active-clients", 900000, "2021"),
            figure("press-b", "active-clients", 840333, "2021-12-31"),
        )
    )
    assert (found.kind, comparison(found)) == ("date", "periods")


def test_a_year_that_rounds_a_day_in_it(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "active-clients", 840000, "2021"),
            figure("press-b", "active-clients", 840333, "2021-12-31"),
        )
    )
    assert (found.kind, comparison(found)) == ("rounding", "periods")


def test_years_that_follow_are_a_series(told: Told, figure: Make) -> None:
    store = told(
        figure("press-a", "active-clients", 868070, "2020-12-31"),
        figure("press-b", "active-clients", 840333, "2021-12-31"),
        figure("press-a", "disbursed-loans", 100, "2021"),
        figure("press-b", "disbursed-loans", 30, "2021-12"),
    )
    assert contradictions(store) == []


def test_institutions_within_a_year(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "institutions", 10, "2014-09-30", "institutions"),
            figure("press-b", "institutions", 13, "2014-12", "institutions"),
            figure("press-c", "institutions", 12, "2019-12-31", "institutions"),
        )
    )
    assert (found.kind, comparison(found)) == ("date", "institutions")
    assert values(found) == ["13", "10"]


def test_one_detailed_figure_for_two_dates(told: Told, figure: Make) -> None:
    found = only(
        told(
            figure("press-a", "active-clients", 864120, "2014-09-30"),
            figure("press-b", "active-clients", 864120, "2014-12-31"),
            figure("press-c", "active-clients", 900000, "2015-09-30"),
            figure("press-d", "active-clients", 900000, "2015-12-31"),
        )
    )
    assert (found.kind, comparison(found)) == ("date", "same-figure")
    assert values(found) == ["864120", "864120"]


def test_two_titles_within_a_year(told: Told, title: Make) -> None:
    found = only(
        told(
            title("press-a", "delegate-general", "2015-09"),
            title("press-b", "executive-director", "2015-11"),
            title("press-c", "president", "2019"),
        )
    )
    assert (found.kind, comparison(found)) == ("definition", "titles")
    assert {
        compact(side.value.term.value)
        for side in found.sides
        if isinstance(side.value.term, NamedNode)
    } == {
        "role:delegate-general",
        "role:executive-director",
    }


def test_kinds_stand_in_the_order_of_what_needs_a_reader(
    told: Told, figure: Make, said: Make
) -> None:
    store = told(
        figure("press-a", "par30", "3.98", "2011-12-31", "percent"),
        figure("press-b", "credit-risk", "8.6", "2011-12-31", "percent"),
        figure("press-a", "active-clients", 900000, "2021"),
        figure("press-b", "active-clients", 840333, "2021-12-31"),
        said("press-a", "organization:fnam", "schema:foundingDate", "2001"),
        said("press-b", "organization:fnam", "schema:foundingDate", "2001-10-04"),
        said("press-a", "organization:cms", "schema:foundingDate", "2006"),
        said("press-b", "organization:cms", "schema:foundingDate", "2007"),
    )
    kinds = [found.kind for found in contradictions(store)]
    assert kinds == ["conflict", "date", "definition", "rounding"]


def test_only_what_speaks_of_one_thing(told: Told, figure: Make, said: Make) -> None:
    of_cms = {"mf:refOrganization": "organization:cms"}
    store = told(
        figure("press-a", "staff", 20, "2012-12-31", more=of_cms),
        figure("press-b", "staff", 21, "2012-12-31", more=of_cms),
        said("press-a", "organization:cms", "schema:foundingDate", "2006"),
        said("press-b", "organization:cms", "schema:foundingDate", "2007"),
        said("press-a", "organization:fnam", "schema:foundingDate", "2001"),
        said("press-b", "organization:fnam", "schema:foundingDate", "2002"),
    )
    assert len(contradictions(store)) == 3
    about_cms = contradictions(store, term("organization:cms"))
    about = {found.about[0] for found in about_cms}
    assert about == {term("indicator:staff"), term("schema:foundingDate")}
    assert len(contradictions(store, term("indicator:staff"))) == 1
