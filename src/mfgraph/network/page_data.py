"""What the interactive page of a network knows: names, places, spans, and the proof of each edge."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from mfgraph.evidence.editing import Source
from mfgraph.folding import fold
from mfgraph.labels import Labels
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.layout import plain, points
from mfgraph.network.path_telling import when
from mfgraph.network.projection import Edge, Projection
from mfgraph.network.proofs import Proof, proofs
from mfgraph.network.spans import Span, spans, year, years
from mfgraph.sparql import own_query
from mfgraph.store import Store
from mfgraph.terms import LANGUAGES, Language, compact, listed

Said = dict[str, str]
_BEND: Final = 0.14
_RADIUS: Final = (4.0, 1.8)


def page_data(projection: Projection, store: Store) -> dict[str, Any]:
    """All that a page shows, as JSON takes it, in three languages."""
    grounds, known = proofs(store, projection.edges), spans(projection)
    ground = _Ground.of(grounds, Labels(store))
    query = projection.query
    return {
        "title": dict(query.title),
        "notice": _said(
            lambda lang: [*notice(projection, lang), *ranking_warning(projection, lang)]
        ),
        "say": _phrases(),
        "kinds": [dict(texts) for texts in query.nodes.values()],
        "layers": [dict(texts) for texts in query.edges.values()],
        "directed": query.is_directed,
        "years": _years(projection, known),
        **_nodes(projection, store),
        "edges": _edges(projection, known, ground),
        "claims": ground.claims,
        "sources": ground.sources,
    }


def _said(tell: Callable[[Language], Any]) -> dict[str, Any]:
    return {lang: tell(lang) for lang in LANGUAGES}


def _phrases() -> dict[str, Said]:
    text = files("mfgraph").joinpath("phrases", "page.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _nodes(projection: Projection, store: Store) -> dict[str, Any]:
    graph, kinds = plain(projection), list(projection.query.nodes)
    packed, keys = points(projection), _keys(store)
    names = _said(projection.labels)
    nodes = [
        {
            "short": compact(node.iri),
            "kind": kinds.index(node.kind),
            "names": {lang: names[lang][node.iri] for lang in LANGUAGES},
            "keys": sorted(keys[node.iri] | {fold(names[lang][node.iri]) for lang in LANGUAGES}),
            "at": _upside_down(packed.at[node.iri], packed.height),
            "radius": round(_RADIUS[0] + _RADIUS[1] * graph.degree(node.iri) ** 0.5, 2),
        }
        for node in projection.nodes
    ]
    iris = [node.iri for node in projection.nodes]
    order = sorted(range(len(iris)), key=lambda number: (-graph.degree(iris[number]), number))
    size = {"width": round(packed.width, 4), "height": round(packed.height, 4)}
    return {"nodes": nodes, "order": order, **size}


def _upside_down(at: tuple[float, float], height: float) -> tuple[float, float]:
    return round(at[0], 4), round(height - at[1], 4)


def _keys(store: Store) -> Mapping[str, set[str]]:
    """Every name under which a thing is known, folded, by the thing's IRI."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.select(own_query("names")):
        thing, name = row["thing"], row["name"]
        if isinstance(thing, NamedNode) and isinstance(name, Literal):
            found[thing.value].add(fold(name.value))
    return found


def _years(projection: Projection, known: Mapping[str, Span]) -> dict[str, Any]:
    told = years(known.values())
    numbered = [(n, known[e.iri]) for n, e in enumerate(projection.edges) if e.iri in known]
    holds = {str(y): [n for n, s in numbered if s.holds_in(year(y))] for y in told}
    may = {
        str(y): [n for n, s in numbered if s.may_hold_in(year(y)) and n not in holds[str(y)]]
        for y in told
    }
    first, last = (told[0], told[-1]) if told else (None, None)
    return {"first": first, "last": last, "holds": holds, "may": may}


def _edges(
    projection: Projection, known: Mapping[str, Span], ground: "_Ground"
) -> list[dict[str, Any]]:
    number_of = {node.iri: number for number, node in enumerate(projection.nodes)}
    kinds, between = list(projection.query.edges), defaultdict[frozenset[str], int](int)
    told = []
    for edge in projection.edges:
        pair = frozenset((edge.source, edge.target))
        bend = _bend(between[pair]) * (1 if edge.source < edge.target else -1)
        between[pair] += 1
        place = {"source": number_of[edge.source], "target": number_of[edge.target], "bend": bend}
        claims = [ground.numbers[claim] for claim in edge.claims if claim in ground.numbers]
        span = _span(known.get(edge.iri))
        kind = kinds.index(edge.kind)
        said = _told(edge, projection)
        told.append({**place, **said, "kind": kind, "span": span, "claims": claims})
    return told


def _told(edge: Edge, projection: Projection) -> dict[str, Any]:
    return {
        "label": _said(lambda lang: projection.edge_label(edge, lang)),
        "when": _said(lambda lang: _when(edge, projection, lang)),
    }


def _bend(number: int) -> float:
    """The first runs straight, the next to one side, the one after to the other."""
    return round(_BEND * ((number + 1) // 2) * (1 if number % 2 else -1), 2) + 0.0


def _when(edge: Edge, projection: Projection, lang: Language) -> str:
    return listed(when(edge, projection, lang), lang)


def _span(known: Span | None) -> str:
    if known is None:
        return "undated"
    return "exact" if known.begins and known.ends else "open"


@dataclass(frozen=True, slots=True)
class _Ground:
    """The claims and sources of a page, each once, and the number of each claim."""

    numbers: Mapping[str, int]
    claims: list[dict[str, Any]]
    sources: list[dict[str, Any]]

    @classmethod
    def of(cls, grounds: Mapping[str, Proof], labels: Labels) -> "_Ground":
        documents = {proof.source.iri: proof.source for proof in grounds.values()}
        place = {iri: number for number, iri in enumerate(sorted(documents))}
        claims = [_claim(grounds[iri], place, labels) for iri in sorted(grounds)]
        numbers = {iri: number for number, iri in enumerate(sorted(grounds))}
        return cls(numbers, claims, [_source(documents[iri], labels) for iri in place])


def _claim(proof: Proof, place: Mapping[str, int], labels: Labels) -> dict[str, Any]:
    claim = proof.claim
    quotes = [("quote", excerpt.exact) for excerpt in claim.evidence]
    judged = [iri for iri in (claim.mode, claim.certainty) if iri]
    return {
        "short": compact(claim.iri),
        "words": [*quotes, *(("locator", locator.phrase) for locator in claim.locators)],
        "judged": _said(lambda lang: " · ".join(labels.of(iri, lang) for iri in judged)),
        "source": place[proof.source.iri],
    }


def _source(source: Source, labels: Labels) -> dict[str, Any]:
    publisher = _said(lambda lang: labels.of(source.publisher, lang))
    return {"title": source.title, "publisher": publisher, "url": source.url, "date": source.date}
