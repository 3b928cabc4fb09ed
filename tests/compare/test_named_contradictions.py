"""The contradictions that those who gathered the facts knew of are all found in the dataset.

Each is listed as they named it, with its values; what the dataset holds of it is in no way
part of the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pytest
from pyoxigraph import NamedNode

from mfgraph.build import Built
from mfgraph.compare import Contradiction, Finding, Kind, contradictions, findings
from mfgraph.queries import Library
from mfgraph.terms import compact, display

SECTOR: Final = "actor-group:whole-sector"


@dataclass(frozen=True)
class Named:
    """A contradiction: what it speaks of, the values that sources give, and its kind."""

    kind: Kind
    about: tuple[str, ...]
    values: frozenset[str]
    comparison: str | None = None


def founded(body: str, *years: str) -> Named:
    about = ("schema:foundingDate", f"organization:{body}")
    return Named("conflict", about, frozenset(years))


def figures(kind: Kind, indicator: str, period: str, *values: str, of: str = SECTOR) -> Named:
    about = (f"indicator:{indicator}", of, f"reference-period:{period}")
    return Named(kind, about, frozenset(values))


def compared(name: str, about: Sequence[str], *values: str, kind: Kind = "definition") -> Named:
    return Named(kind, tuple(about), frozenset(values), f"comparison-{name}")


NAMED: Final = {
    "Al Amana's founding": founded("al-amana", "1997-04-13", "1997-02-13", "1997", "1996", "1998"),
    "Attawfiq's founding": founded("attawfiq", "1998", "1999"),
    "FONDEP's founding (now Arrawaj)": founded("arrawaj", "1996", "1997", "1998"),
    "AMSSF's founding": founded("amssf-mc", "1994", "1989"),
    "Al Karama's founding, and its parent's": founded("al-karama", "1999-06", "1999-07", "1996"),
    "Jaida's founding": founded("jaida", "2007", "2006"),
    "Jaida's first loan to INMAA": figures(
        "conflict", "funding-amount", "2007", "6000000", "5000000", of="organization:inmaa"
    ),
    "Jaida's first loan to Al Karama": figures(
        "conflict", "funding-amount", "2007", "5000000", "6000000", of="organization:al-karama"
    ),
    "the days of the SPTF conference": Named(
        "date",
        ("dcterms:date", "event:sptf-marrakech-2016"),
        frozenset({"2016-05-30/2016-06-02", "2016-05-31/2016-06-01"}),
    ),
    "growth of clients in 2021, its sign lost": figures(
        "conflict", "growth-clients", "2021", "-3.2", "3.3"
    ),
    "growth of the portfolio in 2022": figures(
        "conflict", "growth-portfolio", "2022", "4.69", "1.8"
    ),
    "growth of the portfolio in 2015": figures("conflict", "growth-portfolio", "2015", "6", "8.9"),
    "the portfolio of 2020": figures(
        "conflict", "outstanding-portfolio", "2020-12-31", "8020000000", "8100000000"
    ),
    "the portfolio of 2020 in dollars": compared(
        "currencies",
        ("indicator:outstanding-portfolio", SECTOR, "reference-period:2020-12-31"),
        "8020000000",
        "760000000",
    ),
    "loans of 2007 given as clients": compared(
        "clients-and-loans", (SECTOR,), "1353000", "1350000"
    ),
    "two definitions of risk in 2011": compared(
        "risk", (SECTOR, "reference-period:2011-12-31"), "3.98", "8.6"
    ),
    "the share of crafts": compared(
        "activity-shares", ("indicator:share-by-activity", "activity:crafts"), "21", "17", "20"
    ),
    "the share of agriculture": compared(
        "activity-shares",
        ("indicator:share-by-activity", "activity:agriculture"),
        "6",
        "16",
        "15",
    ),
    "the share of trade": compared(
        "activity-shares", ("indicator:share-by-activity", "activity:commerce"), "58", "33"
    ),
    "the share of services": compared(
        "activity-shares", ("indicator:share-by-activity", "activity:services"), "15", "27"
    ),
    "the project of the MCC, planned and paid": compared(
        "funding-stages", ("indicator:funding-amount", SECTOR), "46200000", "42817020"
    ),
    "the loan of the MCC": figures(
        "conflict",
        "funding-amount",
        "2013-09-15",
        "25000000",
        "30000000",
        of="organization:jaida",
    ),
    "the number of associations in 2014": compared(
        "institutions", ("indicator:institutions", SECTOR), "10", "13", kind="date"
    ),
    "the number of associations from 2006 to 2012": compared(
        "institutions", ("indicator:institutions", SECTOR), "12", "13", kind="date"
    ),
    "El Mazouri's title": compared(
        "titles",
        ("org:role", "person:mohamed-el-mazouri", "organization:fnam"),
        "role:delegate-general",
        "role:delegate-director",
    ),
}


@pytest.fixture(scope="module")
def found(built: Built) -> list[Contradiction]:
    return contradictions(built.store)


@pytest.fixture(scope="module")
def checked(built: Built) -> list[Finding]:
    return findings(built.store, Library(built.workspace.queries))


def values(each: Contradiction) -> set[str]:
    return {_value(side.value.number, side.value.date, side.value.term) for side in each.sides}


def _value(number: Decimal | None, date: str, said: object) -> str:
    if number is not None:
        return f"{number.normalize():f}"
    return date or (compact(said.value) if isinstance(said, NamedNode) else str(said))


def is_that(each: Contradiction, named: Named) -> bool:
    about = {compact(node.value) for node in each.about}
    comparison = each.comparison.value.rpartition("/")[2] if each.comparison else None
    same = each.kind == named.kind and comparison == named.comparison
    return same and set(named.about) <= about and named.values <= values(each)


@pytest.mark.parametrize("name", NAMED)
def test_a_known_contradiction_is_found(found: list[Contradiction], name: str) -> None:
    those = [each for each in found if is_that(each, NAMED[name])]
    assert len(those) == 1, [(e.kind, e.about, values(e)) for e in those]
    assert len({c.claim for side in those[0].sides for c in side.claims}) > 1


@pytest.mark.parametrize(
    ("check", "expected", "printed", "source"),
    [
        # No. 3 of the prize was in December 2014; one page is dated April 2016.
        ("news-long-after", "2014-12-09", "2016-04-08", "brj-maroc"),
        # The urban, peri-urban and rural shares of 2005, and the shares of 2016.
        ("shares-above-the-whole", "100", "123", "la-vie-eco"),
        ("shares-below-the-whole", "100", "90", "la-quotidienne"),
        # The parts of the end of 2022, by setting and by type of loan.
        ("parts-not-the-total", "797112", "797033", "infomaroc"),
        ("growth-not-from-levels", "-3.2", "3.3", "infomediaire"),
    ],
)
def test_a_known_fault_of_arithmetic_is_found(
    checked: list[Finding], check: str, expected: str, printed: str, source: str
) -> None:
    those = [
        each
        for each in checked
        if (each.name, display(each.expected), display(each.found)) == (check, expected, printed)
        and compact(each.source.value).startswith(f"source:{source}")
    ]
    assert those


def test_what_two_sources_copy_is_one_witness(found: list[Contradiction]) -> None:
    # The release of the federation at the end of 2022 stands on three pages: on two 797,112,
    # on one a slip makes it 797,122; the supervisor counts 795,000.
    clients = figures("conflict", "active-clients", "2022-12-31", "797112", "797122", "795000")
    (each,) = [each for each in found if is_that(each, clients)]
    witnesses = {str(side.value.number): side.witnesses for side in each.sides}
    assert witnesses == {"797112": 1, "797122": 1, "795000": 1}
