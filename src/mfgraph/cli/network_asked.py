"""What `mfgraph network` is asked of each layer of a network, and how that is told."""

from collections.abc import Callable, Iterator
from typing import Final

from mfgraph.api import Dataset
from mfgraph.labels import Labels
from mfgraph.network import Projection, measure, tell
from mfgraph.network.amounts import currencies
from mfgraph.network.centrality import fitting
from mfgraph.network.chance import DRAWS
from mfgraph.network.communities import communities
from mfgraph.network.doubt import tell_reliance, tell_sensitivity
from mfgraph.network.reliance import reliance
from mfgraph.network.scope import Scope
from mfgraph.network.sensitivity import BOOTSTRAPS, sensitivity
from mfgraph.network.slices import by_year
from mfgraph.network.structure import structure
from mfgraph.network.told import (
    tell_amounts,
    tell_changes,
    tell_communities,
    tell_structure,
    tell_years,
)
from mfgraph.network.witnesses import witnesses
from mfgraph.terms import Language

# Instead of the name of a measure: all that mean something.
EVERY: Final = "all"


class Asked:
    """What is asked of a network whose layers are measured one by one."""

    def __init__(
        self,
        dataset: Dataset,
        scope: Scope,
        measures: tuple[str, ...],
        *,
        draws: int | None,
        seed: int,
        lang: Language,
    ) -> None:
        self._dataset, self._scope, self._measures = dataset, scope, measures
        self._draws, self._seed, self._lang = draws, seed, lang

    def told(self, part: Projection, of: str) -> Iterator[str]:
        """The lines that answer, for one layer."""
        tellers: dict[str, Callable[[Projection], Iterator[str]]] = {
            "measures": self._told_measures,
            "structure": self._told_structure,
            "communities": self._told_communities,
            "by-year": self._told_years,
            "sensitivity": self._told_sensitivity,
        }
        return tellers[of](part)

    def _names(self, network: Projection) -> tuple[str, ...]:
        if EVERY in self._measures:
            return fitting(network)
        return self._measures or network.query.measures

    def _told_measures(self, part: Projection) -> Iterator[str]:
        network = self._scope.form(part)
        found = measure(network, self._names(network), draws=self._draws, seed=self._seed)
        yield from tell(found, self._lang)
        if currencies(network):
            yield from tell_amounts(network, self._lang)

    def _told_structure(self, part: Projection) -> Iterator[str]:
        network = self._scope.form(part)
        draws = DRAWS if self._draws is None else self._draws
        yield from tell_structure(
            network, structure(network, draws=draws, seed=self._seed), self._lang
        )

    def _told_communities(self, part: Projection) -> Iterator[str]:
        network = self._scope.form(part)
        yield from tell_communities(network, communities(network, seed=self._seed), self._lang)

    def _told_years(self, part: Projection) -> Iterator[str]:
        network = self._scope.form(part)
        slices = by_year(network)
        yield from tell_years(network, slices, self._lang)
        for name in self._names(network) if self._measures else ():
            yield from tell_changes(network, slices, name, self._lang)

    def _told_sensitivity(self, part: Projection) -> Iterator[str]:
        known = witnesses(self._dataset.store)
        network = self._scope.form(part)
        draws = BOOTSTRAPS if self._draws is None else self._draws
        for name in self._names(network):
            found = sensitivity(
                part, name, known, derive=self._scope.form, draws=draws, seed=self._seed
            )
            yield from tell_sensitivity(network, found, self._lang)
        yield from tell_reliance(reliance(part, known), Labels(self._dataset.store), self._lang)
