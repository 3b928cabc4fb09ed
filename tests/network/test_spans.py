"""When an edge is known to hold: at least from and to, and open where nothing is known."""

from collections.abc import Callable
from datetime import date

import pytest

from mfgraph.errors import UsageError
from mfgraph.network import Edge, Projection
from mfgraph.network.spans import Span, during, span, year

Made = Callable[..., Projection]
Tie = Callable[..., Edge]


def _known(edge: Edge, *, is_moment: bool = False) -> Span:
    found = span(edge, is_moment=is_moment)
    assert found is not None
    return found


def _years(found: Span) -> list[int]:
    return [number for number in range(1990, 2030) if found.holds_in(year(number))]


def test_a_role_attested_once_held_in_that_year_at_least(tie: Tie) -> None:
    once = _known(tie("a", "B", "d", inside=("2008-04-12",)))
    assert (once.begins, once.ends) == (False, False)
    assert _years(once) == [2008]
    # Nothing says that it did not hold long before and after.
    assert once.may_hold_in(year(1995))
    assert once.may_hold_in(year(2025))


def test_a_role_attested_twice_held_between(tie: Tie) -> None:
    assert _years(_known(tie("a", "B", "d", inside=("2009", "2006-11")))) == [
        2006,
        2007,
        2008,
        2009,
    ]


def test_a_dated_role_holds_from_its_beginning_to_its_end(tie: Tie) -> None:
    dated = _known(tie("a", "B", "d", begin="2001", inside=("2003",), end="2004-12-31"))
    assert _years(dated) == [2001, 2002, 2003, 2004]
    assert (dated.begins, dated.ends) == (True, True)
    assert not dated.may_hold_in(year(2000))
    assert not dated.may_hold_in(year(2005))


def test_a_role_that_began_is_not_known_to_go_on(tie: Tie) -> None:
    began = _known(tie("a", "B", "d", begin="2001-10"))
    assert _years(began) == [2001]
    assert began.may_hold_in(year(2010))
    assert not began.may_hold_in(year(2000))


def test_an_event_holds_on_its_date_and_at_no_other_time(tie: Tie) -> None:
    event = _known(tie("a", "B", "d", inside=("2012-10-11/2013-01-05",)), is_moment=True)
    assert _years(event) == [2012, 2013]
    assert not event.may_hold_in(year(2014))


def test_a_year_is_a_window_in_which_no_month_is_certain(tie: Tie) -> None:
    found = _known(tie("a", "B", "d", inside=("2008",)))
    march = (date(2008, 3, 1), date(2008, 3, 31))
    assert found.holds_in(year(2008))
    assert not found.holds_in(march)
    assert found.may_hold_in(march)


def test_a_beginning_that_is_only_bounded_is_open(tie: Tie) -> None:
    found = _known(tie("a", "B", "d", begin="../2004"))
    assert not found.begins
    assert found.may_hold_in(year(1999))


@pytest.mark.parametrize("given", [{}, {"inside": ("XXXX-09",)}, {"begin": ".."}])
def test_without_a_year_there_is_no_span(given: dict[str, object], tie: Tie) -> None:
    assert span(tie("a", "B", "d", **given)) is None


def test_a_network_during_a_date_has_what_is_known_to_hold_then(made: Made, tie: Tie) -> None:
    roles = made(
        tie("amina", "BANK", "d", begin="2001", end="2004"),
        tie("brahim", "BANK", "d", inside=("2003-05",)),
        tie("chama", "FUND", "d", inside=("2010",)),
        tie("dounia", "FUND", "d"),
    )
    assert [edge.iri[-10:] for edge in during(roles, "2003").edges] == ["amina-BANK", "rahim-BANK"]
    assert [node.iri[-5:] for node in during(roles, "2010").nodes] == ["chama", "/FUND"]
    assert len(during(roles, "2003-05").edges) == 2
    assert len(during(roles, "2003-06").edges) == 1
    assert len(during(roles, "2004/2010").edges) == 2


@pytest.mark.parametrize("when", ["2008-13", "soon", "XXXX-09", "2008/..", ""])
def test_what_is_no_date_is_refused(when: str, made: Made, tie: Tie) -> None:
    with pytest.raises(UsageError, match="is no date of a network; write 2008, 2008-04"):
        during(made(tie("a", "B", "d")), when)
