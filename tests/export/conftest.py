"""Fixtures: datasets made of a few quads."""

from collections.abc import Callable, Iterable

import pytest
from pyoxigraph import Dataset, Quad

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.workspace import Workspace


@pytest.fixture(scope="session")
def holding(workspace: Workspace) -> Callable[..., Built]:
    """A dataset whose files say `said` and whose store holds `resolved` as well."""

    def make(said: Iterable[Quad], resolved: Iterable[Quad] = ()) -> Built:
        files = Dataset(said)
        dataset = Built(workspace, OxigraphStore.of([*files, *resolved]))
        dataset.__dict__["files"] = files
        return dataset

    return make
