"""Fixtures: `edit` changes one place of a copy of the seed's files.

`graphs` makes a small data graph and store from Turtle, for tests that need no seed.
"""

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from rdflib import Graph

from mfgraph.store import OxigraphStore
from mfgraph.validate.rdf import literals_as_written, to_graph
from mfgraph.workspace import Workspace

Edit = Callable[[str, str, str], int]
PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix mf: <https://w3id.org/mfgraph/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/mfgraph/shapes#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture
def edit(copy: Workspace) -> Edit:
    """Replace the one place in a file where a text stands; the line it is on."""

    def edited(name: str, old: str, new: str) -> int:
        path = copy.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return edited


@pytest.fixture
def graphs() -> Callable[[str], tuple[Graph, OxigraphStore]]:
    def made(turtle: str) -> tuple[Graph, OxigraphStore]:
        quads = list(ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE))
        store = OxigraphStore.of(quads)
        with literals_as_written():
            return to_graph(store.quads()), store

    return made
