"""What each body gave and received, currency by currency: nothing is converted or added across."""

from dataclasses import dataclass
from decimal import Decimal

from mfgraph.network.projection import Edge, Projection


@dataclass(frozen=True, slots=True)
class Flow:
    """What passed from, or to, one node in one currency.

    `ties` are those with an amount; `limits` counts the amounts among them that are not
    exact, such as "up to": their sum is no more exact than they are.
    """

    node: str
    currency: str
    given: Decimal
    received: Decimal
    ties: int
    limits: int


def flows(projection: Projection) -> tuple[Flow, ...]:
    """The sums of a directed network, by currency and then by what was received.

    A share of capital is a percentage (`%`) and is summed like an amount.
    """
    found = []
    for currency in currencies(projection):
        paid = [e for e in projection.edges if e.currency == currency and e.amount is not None]
        ends = sorted({end for edge in paid for end in (edge.source, edge.target)})
        of_currency = [_flow(node, currency, paid) for node in ends]
        found += sorted(of_currency, key=lambda f: (-f.received, -f.given, f.node))
    return tuple(found)


def currencies(projection: Projection) -> tuple[str, ...]:
    """The currencies in which a network's amounts are printed."""
    return tuple(sorted({edge.currency for edge in projection.edges if edge.currency}))


def without_amount(projection: Projection) -> int:
    """How many ties have no amount that any source gives."""
    return sum(edge.amount is None for edge in projection.edges)


def _flow(node: str, currency: str, paid: list[Edge]) -> Flow:
    given = [edge for edge in paid if edge.source == node]
    received = [edge for edge in paid if edge.target == node]
    both = [*given, *(edge for edge in received if edge.source != node)]
    return Flow(
        node,
        currency,
        given=sum((edge.amount or Decimal() for edge in given), Decimal()),
        received=sum((edge.amount or Decimal() for edge in received), Decimal()),
        ties=len(both),
        limits=sum(bool(edge.qualifier) for edge in both),
    )
