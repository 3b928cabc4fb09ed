"""Measures of a network's nodes, each with its n, what it says, where it misleads, and chance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mfgraph.network.affiliation import drawn_from
from mfgraph.network.centrality import CENTRALITIES, Centrality, centrality
from mfgraph.network.chance import DRAWS, SEED, Chance, against, is_too_large
from mfgraph.network.coverage import is_small, notice, ranking_warning
from mfgraph.network.projection import Projection
from mfgraph.phrases import phrase
from mfgraph.terms import Language, pick

NAMES = tuple(CENTRALITIES)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of every node that has one, by the node's IRI, and what chance gives it."""

    name: str
    values: Mapping[str, float]
    chance: Mapping[str, Chance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of one projection, with the sentences that must be read beside them."""

    projection: Projection
    measures: tuple[Measure, ...]
    draws: int = 0
    seed: int = SEED

    def __getitem__(self, name: str) -> Mapping[str, float]:
        return next(m.values for m in self.measures if m.name == name)

    def order(self) -> tuple[str, ...]:
        """The nodes from the highest to the lowest; in order of kind and IRI if they are few.

        A small network has no ranking, so its rows do not look like one.
        """
        nodes = [node.iri for node in self.projection.nodes]
        if is_small(self.projection):
            return tuple(nodes)
        return tuple(
            sorted(nodes, key=lambda iri: ([-m.values.get(iri, 0.0) for m in self.measures], iri))
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of a table by name: the node, its kind, each measure, z and chance."""
        return ("node", "kind", *(name for m in self.measures for name in _names(m)))

    def columns(self, lang: Language) -> tuple[str, ...]:
        """The headings of a table in a language."""
        own = (phrase(f"network.{name}", lang) for name in ("node", "kind"))
        return (*own, *(heading for m in self.measures for heading in _headings(m, lang)))

    def rows(self, lang: Language) -> tuple[tuple[str, ...], ...]:
        """One row a node: name, kind, and its value in each measure."""
        names, kinds = self.projection.labels(lang), self.projection.query.nodes
        kind_of = {node.iri: pick(kinds[node.kind], lang) for node in self.projection.nodes}
        return tuple(
            (names[iri], kind_of[iri], *(cell for m in self.measures for cell in _cells(m, iri)))
            for iri in self.order()
        )

    def notes(self, lang: Language) -> tuple[str, ...]:
        """What each measure says here and where it misleads, then the coverage notice."""
        said = tuple(reading(self.projection, m.name, lang) for m in self.measures)
        warning = ranking_warning(self.projection, lang)
        order = (phrase("network.row-order", lang),) if warning else ()
        return (*said, *self._compared(lang), *warning, *order, *notice(self.projection, lang))

    def _compared(self, lang: Language) -> tuple[str, ...]:
        if any(m.chance for m in self.measures):
            return (phrase("measures.compared", lang, draws=self.draws, seed=self.seed),)
        comparable = any(CENTRALITIES[m.name].is_compared for m in self.measures)
        if is_small(self.projection) or not comparable or self.draws:
            return ()
        if not is_too_large(self.projection.collapsed()):
            return (phrase("measures.no-draws", lang),)
        size = {"nodes": len(self.projection.nodes), "edges": len(self.projection.edges)}
        return (phrase("measures.not-compared", lang, **size),)


def measure(
    projection: Projection,
    names: Iterable[str] = (),
    *,
    draws: int | None = 0,
    seed: int = SEED,
) -> Measures:
    """Some measures of every node of a projection: by default those its header names.

    Each is compared with `draws` random networks of the same degrees; without a number, with
    a hundred unless the network is too small to rank or too large to compare quickly.

    Raises:
        QueryError: its edges are of several kinds, which no measure may add up.
        UsageError: no measure has that name, or it has no meaning in this network.

    >>> from mfgraph.build import build
    >>> from mfgraph.network import choose, project
    >>> from mfgraph.workspace import Workspace
    >>> built = build(Workspace.shipped())
    >>> query = choose(built.workspace, "officials-organizations")
    >>> measure(project(built.store, query)).columns("en")
    ('Node', 'Kind', 'Degree', 'Betweenness')
    """
    graph = projection.collapsed()
    if draws is None:
        draws = 0 if is_small(projection) or is_too_large(graph) else DRAWS
    found = []
    for name in dict.fromkeys(names) or projection.query.measures:
        taken = centrality(projection, name)
        compared = draws > 0 and taken.is_compared
        chance = _chance(projection, taken, draws=draws, seed=seed) if compared else {}
        found.append(Measure(name, taken.take(graph), chance))
    return Measures(projection, tuple(found), draws, seed)


def _chance(
    projection: Projection, taken: Centrality, *, draws: int, seed: int
) -> dict[str, Chance]:
    drawn, form = drawn_from(projection)
    return against(drawn, lambda graph: taken.take(form(graph)), draws=draws, seed=seed)


def reading(projection: Projection, name: str, lang: Language) -> str:
    """A measure with its n, how it is computed, what it says here and where it misleads."""
    own = projection.query.reading.get(name)
    return phrase(
        "network.measure",
        lang,
        name=phrase(f"measures.{name}", lang),
        nodes=len(projection.nodes),
        edges=len(projection.edges),
        how=phrase(f"measures.{name}-how", lang),
        reading=pick(own, lang) if own else phrase(f"measures.{name}-reading", lang),
    )


def shown(value: float | None) -> str:
    """A number as a table shows it: four digits that count, or nothing."""
    if value is None:
        return ""
    return f"{value:.4g}" if value % 1 else f"{value:.0f}"


def _names(given: Measure) -> tuple[str, ...]:
    return (given.name, *(f"{given.name}-{more}" for more in ("z", "chance") if given.chance))


def _headings(given: Measure, lang: Language) -> tuple[str, ...]:
    more = (phrase(f"measures.{key}", lang) for key in ("z", "chance") if given.chance)
    return (phrase(f"measures.{given.name}", lang), *more)


def _cells(given: Measure, iri: str) -> tuple[str, ...]:
    value = shown(given.values.get(iri))
    if not given.chance:
        return (value,)
    found = given.chance.get(iri)
    return (value, *chance_cells(found))


def chance_cells(found: Chance | None) -> tuple[str, str]:
    """The score z with one decimal and the share as it is; blank where there is nothing to compare."""
    if found is None:
        return ("", "")
    # Adding zero turns -0.0 into 0.0.
    return ("" if found.z is None else f"{round(found.z, 1) + 0.0:.1f}", f"{found.share:.2f}")
