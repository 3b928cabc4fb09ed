"""Which part of a network, and in which form, is measured: one layer, one time, one side."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from mfgraph.errors import UsageError
from mfgraph.network.affiliation import kind_named, one_mode
from mfgraph.network.amounts import currencies
from mfgraph.network.files import refuse_empty
from mfgraph.network.header import nearest
from mfgraph.network.projection import Projection
from mfgraph.network.spans import during


@dataclass(frozen=True, slots=True)
class Scope:
    """What a reader asks for of a network; by default all of it, as its query gives it.

    `layer` is a kind of edge and `onto` are kinds of node, by name in any language or by IRI;
    `when` is a date during which edges are known to hold; `currency` makes each edge weigh
    its amount in it.
    """

    layer: str = ""
    when: str = ""
    currency: str = ""
    onto: tuple[str, ...] = ()

    def of(self, projection: Projection) -> Projection:
        """That part of a network, not yet folded onto one side.

        Raises:
            UsageError: a kind, a date or a currency is none of this network.
            ExportError: nothing is left of it.
        """
        refuse_empty(projection)
        part = _layer(projection, self.layer) if self.layer else projection
        if self.when:
            part = during(part, self.when)
            refuse_empty(part, f"none of its edges is known to hold in {self.when}")
        return _in_currency(part, self.currency) if self.currency else part

    @property
    def form(self) -> Callable[[Projection], Projection]:
        """What makes the network that is measured of the one whose edges have sources."""
        return partial(one_mode, kinds=self.onto) if self.onto else _as_it_is


def _as_it_is(projection: Projection) -> Projection:
    return projection


def _layer(projection: Projection, name: str) -> Projection:
    kind = kind_named(projection.query, name, of="edges")
    alone = projection.kept(edge for edge in projection.edges if edge.kind == kind)
    refuse_empty(alone, f"none of its edges is of the kind {name}")
    return next(layer for layer in projection.layers if kind in layer.query.edges)


def _in_currency(projection: Projection, currency: str) -> Projection:
    known = currencies(projection)
    if currency not in known:
        hint = nearest(currency, known) if known else "no edge of it has an amount"
        raise UsageError(f"{projection.name} has no amount in {currency!r}", hint=hint)
    paid = projection.in_currency(currency)
    titles = {lang: f"{text} ({currency})" for lang, text in projection.query.title.items()}
    measures = ("in-strength", "out-strength") if projection.query.is_directed else ("strength",)
    return replace(paid, query=replace(paid.query, title=titles, measures=measures))
