"""Indicators: in which dataset each stands, what kind of measure it is, and what it counts.

The names and definitions are in `ontology/codelists/indicator.ttl`; here is only what the
reading of a facts file needs, one table an indicator in `indicators.toml`.
"""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from mfgraph.errors import UnknownTerm
from mfgraph.ingest.converters.tables import table
from mfgraph.vocab import term


@dataclass(frozen=True, slots=True)
class Indicator:
    """What the values of one indicator are.

    `kind` is a code of measure-kind: a stock stands at an instant, a flow runs over an
    interval, a cumulative sum over one whose start is open. `basis` is set for shares
    alone: the whole that a share is a share of where the source names no other.
    """

    code: str
    family: str
    kind: str
    counted: str | None = None
    basis: str | None = None

    @property
    def node(self) -> NamedNode:
        """The concept of the code list."""
        return term(f"indicator:{self.code}")

    @property
    def dataset(self) -> NamedNode:
        """The dataset whose structure its observations follow."""
        return term(f"dataset:{self.family}")


def indicator(code: str) -> Indicator:
    """The indicator of that code.

    Raises:
        UnknownTerm: the code list has no such indicator.

    >>> indicator("outstanding-portfolio").kind
    'stock'
    >>> indicator("share-women").basis
    'clients'
    """
    if code not in codes():
        raise UnknownTerm(
            f"no indicator is called {code!r}",
            hint="add it to ontology/codelists/indicator.ttl and converters/indicators.toml",
        )
    return Indicator(code=code, **table("indicators")[code])


def codes() -> tuple[str, ...]:
    """The codes of all indicators, sorted."""
    return tuple(sorted(table("indicators")))
