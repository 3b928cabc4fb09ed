"""Sums of money: by currency, never converted, with what is not exact and what is not said."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from mfgraph.errors import UsageError
from mfgraph.network import Edge, Projection
from mfgraph.network.amounts import currencies, flows, without_amount
from mfgraph.network.scope import Scope
from mfgraph.network.told import tell_amounts

EXAMPLE = "https://example.org/"


@pytest.fixture
def loans(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    limit = "https://w3id.org/mfgraph/def/value-qualifier/at-most"
    return made(
        tie("A", "B", "d", amount=Decimal("100.50"), currency="MAD"),
        tie("A", "B", "d", iri="second", amount=Decimal(200), currency="MAD", qualifier=limit),
        tie("C", "B", "d", amount=Decimal(7), currency="EUR"),
        tie("B", "C", "d"),
        is_directed=True,
    )


def test_sums_are_kept_by_currency(loans: Projection) -> None:
    found = [(f.currency, f.node[-1], f.given, f.received, f.ties, f.limits) for f in flows(loans)]
    assert found == [
        ("EUR", "B", 0, 7, 1, 0),
        ("EUR", "C", 7, 0, 1, 0),
        ("MAD", "B", 0, Decimal("300.50"), 2, 1),
        ("MAD", "A", Decimal("300.50"), 0, 2, 1),
    ]
    assert currencies(loans) == ("EUR", "MAD")
    assert without_amount(loans) == 1


def test_in_one_currency_each_tie_weighs_its_amount(loans: Projection) -> None:
    dirhams = Scope(currency="MAD").of(loans)
    assert [edge.weight for edge in dirhams.edges] == [100.5, 200.0]
    assert {node.iri[-1] for node in dirhams.nodes} == {"A", "B"}
    assert dirhams.query.measures == ("in-strength", "out-strength")
    assert dirhams.query.title["en"].endswith("(MAD)")


def test_an_unknown_currency_is_refused_with_those_there_are(loans: Projection) -> None:
    with pytest.raises(UsageError, match="no amount in 'USD'; there are: EUR, MAD"):
        Scope(currency="USD").of(loans)


def test_amounts_are_told_as_printed(loans: Projection) -> None:
    told = list(tell_amounts(loans, "en"))
    row = next(line for line in told if "MAD" in line)
    assert row.split() == [f"{EXAMPLE}B", "MAD", "0", "300.50", "2", "1"]
    assert "1 ties have no amount" in told[-1]
