"""Fixtures: the rules and code lists of the seed's workspace with made-up sources that compete."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from mfgraph.reading import read_files
from mfgraph.resolve import Reader, resolve
from mfgraph.store import OxigraphStore
from mfgraph.vocab import ONTOLOGY_GRAPH
from mfgraph.workspace import Workspace

CONTESTS = Path(__file__).parent / "contests.trig"


def made_up(workspace: Workspace) -> Iterator[ox.Quad]:
    yield from (q for q in read_files(workspace) if q.graph_name == ONTOLOGY_GRAPH)
    yield from ox.parse(path=str(CONTESTS), format=ox.RdfFormat.TRIG)


@pytest.fixture(scope="session")
def unresolved(seed: Workspace) -> OxigraphStore:
    return OxigraphStore.of(made_up(seed))


@pytest.fixture(scope="session")
def reader(unresolved: OxigraphStore) -> Reader:
    return Reader(unresolved)


@pytest.fixture(scope="session")
def resolved(seed: Workspace) -> OxigraphStore:
    store = OxigraphStore.of(made_up(seed))
    resolve(store, seed)
    return store
