"""The tables of a report: the first of each measure, with how far their ranks move."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from mfgraph.network.centrality import values
from mfgraph.network.coverage import is_small
from mfgraph.network.markup import element, table
from mfgraph.network.measures import reading, shown
from mfgraph.network.projection import Projection
from mfgraph.network.sensitivity import Interval, Sensitivity, Standing, sensitivity
from mfgraph.network.witnesses import Witnesses
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick

# So many of each kind are named.
TOP: Final = 10


def tables(network: Projection, known: Witnesses, lang: Language) -> Iterator[str]:
    """A heading, a table and its reading for each measure of each layer of a network.

    A layer with too few nodes to rank is told in order of kind and name, without ranks.
    """
    for layer in network.layers:
        for name in layer.query.measures:
            yield _heading(layer, name, lang, is_layer=layer is not network)
            if is_small(layer):
                yield _unranked(layer, name, lang)
            else:
                yield from _ranked(layer, sensitivity(layer, name, known), lang)
            yield _note(reading(layer, name, lang))


def _heading(layer: Projection, name: str, lang: Language, *, is_layer: bool) -> str:
    told = phrase(
        "report.measure-title",
        lang,
        name=phrase(f"measures.{name}", lang),
        nodes=len(layer.nodes),
        edges=len(layer.edges),
    )
    (kind,) = layer.query.edges.values() if is_layer else ({},)
    return element("h3", f"{pick(kind, lang)} · {told}" if kind else told)


def _note(text: str) -> str:
    return element("p", text).replace("<p>", '<p class="note">', 1)


def _unranked(layer: Projection, name: str, lang: Language) -> str:
    found, names = values(layer, name), layer.labels(lang)
    rows = [
        (names[node.iri], pick(layer.query.nodes[node.kind], lang), shown(found.get(node.iri)))
        for node in layer.nodes
        if found.get(node.iri)
    ]
    return table(_headings(lang, "value"), rows, words=2)


def _ranked(layer: Projection, found: Sensitivity, lang: Language) -> Iterator[str]:
    kinds = {node.iri: node.kind for node in layer.nodes}
    by_kind: dict[str, list[Standing]] = defaultdict(list)
    for standing in found.standings:
        by_kind[kinds[standing.node]].append(standing)
    names = layer.labels(lang)
    rows = [
        (
            names[each.node],
            pick(layer.query.nodes[kind], lang),
            shown(each.value),
            str(each.rank),
            _interval(each.leave_one_out, lang),
            _interval(each.bootstrap, lang),
        )
        for kind in layer.query.nodes
        for each in by_kind[kind][:TOP]
        if each.value
    ]
    yield table(_headings(lang, "value", "rank", "leave-one-out", "bootstrap"), rows, words=2)
    yield _note(
        phrase("report.top", lang, shown=TOP)
        + " "
        + phrase(
            "measures.sensitivity-note",
            lang,
            name=phrase(f"measures.{found.measure}", lang),
            witnesses=found.witnesses,
            draws=found.draws,
            seed=found.seed,
        )
    )


def _interval(found: Interval, lang: Language) -> str:
    low, high = found
    return str(low) if low == high else phrase("report.interval", lang, low=low, high=high)


def _headings(lang: Language, *keys: str) -> list[str]:
    own = [phrase(f"network.{key}", lang) for key in ("node", "kind")]
    return [*own, *(phrase(f"measures.{key}", lang) for key in keys)]
