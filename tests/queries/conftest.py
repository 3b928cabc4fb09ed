"""Fixtures: the questions, and the datasets in rdflib too, so that each query runs in both."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib

from mfgraph.build import Built
from mfgraph.queries import Library
from mfgraph.store import Store
from mfgraph.workspace import Workspace


@pytest.fixture(scope="session")
def library(workspace: Workspace) -> Library:
    return Library(workspace.queries)


@pytest.fixture(scope="session")
def as_rdflib() -> Callable[[Store], rdflib.Dataset]:
    """A store in rdflib: same named graphs, same default graph, no union."""

    def convert(store: Store) -> rdflib.Dataset:
        found = rdflib.Dataset()
        quads = ox.serialize(store.quads(), format=ox.RdfFormat.N_QUADS)
        found.parse(data=quads, format="nquads")
        return found

    return convert


@pytest.fixture(scope="session")
def dataset(built: Built, as_rdflib: Callable[[Store], rdflib.Dataset]) -> rdflib.Dataset:
    return as_rdflib(built.store)


@pytest.fixture(scope="session")
def seed_dataset(seed_built: Built, as_rdflib: Callable[[Store], rdflib.Dataset]) -> rdflib.Dataset:
    return as_rdflib(seed_built.store)
