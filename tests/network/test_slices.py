"""A network year by year, counted by hand."""

from collections.abc import Callable

import pytest

from mfgraph.network import Edge, Projection
from mfgraph.network.slices import Slice, by_year, changes, undated
from mfgraph.network.told import tell_changes, tell_years

EXAMPLE = "https://example.org/"


@pytest.fixture
def roles(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    return made(
        tie("amina", "BANK", "d", begin="2001", end="2003-06"),
        tie("brahim", "BANK", "d", inside=("2002", "2004")),
        tie("chama", "BANK", "d", inside=("2002-05-01",)),
        tie("dounia", "FUND", "d", inside=("XXXX-09",)),
    )


def _counts(each: Slice) -> tuple[int, ...]:
    groups = (each.begun, each.first_seen, each.ended, each.last_seen, each.may_hold)
    return (each.year, len(each.network.edges), *map(len, groups))


def test_each_year_is_counted(roles: Projection) -> None:
    # year, edges, begun, first seen, ended, last seen, may hold
    assert [_counts(each) for each in by_year(roles)] == [
        (2001, 1, 1, 0, 0, 0, 2),
        (2002, 3, 0, 2, 0, 1, 0),
        (2003, 2, 0, 0, 1, 0, 1),
        (2004, 1, 0, 0, 0, 1, 1),
    ]


def test_turnover_is_the_share_of_new_edges(roles: Projection) -> None:
    found = [each.turnover for each in by_year(roles)]
    assert found == [1.0, pytest.approx(2 / 3), 0.0, 0.0]


def test_what_has_no_year_is_in_no_slice_and_is_said(roles: Projection) -> None:
    assert [edge.iri for edge in undated(roles)] == [f"{EXAMPLE}dounia-FUND"]
    *_, years_note, size, _ = tell_years(roles, by_year(roles), "en")
    assert "1 ties without a year stand outside the table" in years_note
    assert size.startswith("Documents: 1 · period: 2001–2004")


def test_the_change_of_a_measure_is_told_by_node(roles: Projection) -> None:
    bank = next(c for c in changes(by_year(roles), "degree") if c.node == f"{EXAMPLE}BANK")
    # Degrees 1, 3, 2, 1: the largest step is that of 2002.
    assert (bank.first, bank.last, bank.years) == ((2001, 1), (2004, 1), 4)
    assert (bank.step, bank.step_year) == (2, 2002)


def test_a_year_without_edges_has_no_turnover(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    moments = frozenset({"http://www.w3.org/ns/org#Membership"})
    events = made(
        tie("a", "FAIR", "d", inside=("2001",)),
        tie("a", "PRIZE", "d", inside=("2003",)),
        moments=moments,
    )
    assert [each.turnover for each in by_year(events)] == [1.0, None, 1.0]
    assert [len(each.may_hold) for each in by_year(events)] == [0, 0, 0]


def test_changes_are_told_of_those_there_for_more_than_a_year(roles: Projection) -> None:
    told = "\n".join(tell_changes(roles, by_year(roles), "degree", "en"))
    assert f"{EXAMPLE}BANK" in told
    assert "chama" not in told
