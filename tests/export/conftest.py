"""Fixtures: datasets made of a few quads."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from mfgraph.build import Built
from mfgraph.reading import read_files
from mfgraph.store import OxigraphStore
from mfgraph.workspace import MARKER, Workspace


@pytest.fixture
def holding(workspace: Workspace, tmp_path: Path) -> Callable[..., Built]:
    """A dataset whose files say `said` and whose store holds `resolved` as well."""

    def make(said: Iterable[Quad], resolved: Iterable[Quad] = ()) -> Built:
        root = tmp_path / "holding"
        shutil.rmtree(root, ignore_errors=True)
        for folder in ("ontology", "data/entities", "data/sources"):
            (root / folder).mkdir(parents=True)
        shutil.copy(workspace.root / MARKER, root)
        shutil.copy(workspace.root / "ontology/context.jsonld", root / "ontology")
        shutil.copytree(workspace.queries, root / "queries")
        for quad in said:
            assert isinstance(quad.graph_name, NamedNode)
            # Its graph is that of the entities, or of the source of that name.
            kind, _, slug = quad.graph_name.value.rpartition("/graph/")[2].partition("/")
            path = root / "data" / ("sources" if slug else kind) / f"{slug or kind}.ttl"
            with path.open("ab") as file:
                triple = Triple(quad.subject, quad.predicate, quad.object)
                serialize([triple], file, format=RdfFormat.N_TRIPLES)
        own = Workspace(root)
        return Built(own, OxigraphStore.of([*read_files(own), *resolved]))

    return make
