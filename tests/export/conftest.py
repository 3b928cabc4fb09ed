"""Fixtures: the seed's dataset, built once, and datasets made of a few quads."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Dataset, Quad

from mfgraph.build import Built, build
from mfgraph.store import OxigraphStore
from mfgraph.workspace import Workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built() -> Built:
    return build(Workspace.find(ROOT))


@pytest.fixture(scope="session")
def holding() -> Callable[..., Built]:
    """A dataset whose files say `said` and whose store holds `resolved` as well."""

    def make(said: Iterable[Quad], resolved: Iterable[Quad] = ()) -> Built:
        files = Dataset(said)
        dataset = Built(Workspace.find(ROOT), OxigraphStore.of([*files, *resolved]))
        dataset.__dict__["files"] = files
        return dataset

    return make
