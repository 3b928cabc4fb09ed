"""Fixtures: `edit` changes one place of a copy of the seed's files.

`graphs` makes a small data graph and store from Turtle, for tests that need no seed. `found` is
what an engine finds: ours, pySHACL, or turbo, a compiled validator that shares no code with either.
"""

import re
from collections.abc import Callable, Mapping
from typing import get_args

import pyoxigraph as ox
import pyshacl_turbo
import pytest
import rdflib_turbo
from rdflib import Graph
from rdflib.term import Node

from mfgraph.store import OxigraphStore
from mfgraph.validate import Engine, Result
from mfgraph.validate.findings import read_results
from mfgraph.validate.rdf import literals_as_written, to_graph
from mfgraph.validate.reference import reworded
from mfgraph.validate.shapes import Shapes, run
from mfgraph.workspace import Workspace

Edit = Callable[[str, str, str], int]
Essence = tuple[object, ...]
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


@pytest.fixture
def found() -> Callable[..., frozenset[Essence]]:
    def by_engine(
        engine: str,
        store: OxigraphStore,
        shapes: Graph,
        focus: Mapping[Node, list[Node]] | None = None,
    ) -> frozenset[Essence]:
        with literals_as_written():
            if engine in get_args(Engine):
                whole = Shapes(shapes, {"shapes.ttl": shapes})
                report = run(store, whole, engine=engine, focus=focus)  # type: ignore[arg-type]  # one of them
            else:
                report = _by_turbo(store, shapes)
            return frozenset(essence(result) for result in read_results(report, shapes))

    return by_engine


def essence(result: Result) -> Essence:
    # rdflib adds decimals as Python does, "100.0"; Oxigraph as XPath does, "100".
    said = tuple((la, re.sub(r"(\.\d*?)0+\b", r"\1", text)) for la, text in result.messages)
    value = str(result.value).rstrip("0").rstrip(".") if "." in str(result.value) else result.value
    return (
        result.focus, result.path, str(value), result.component, result.severity, result.rule, said
    )  # fmt: skip


def _by_turbo(store: OxigraphStore, shapes: Graph) -> Graph:
    data = rdflib_turbo.Dataset()
    triples = store.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    data.parse(data=bytes(triples or b"").decode(), format="nt")
    _, report, _ = pyshacl_turbo.validate(data, shacl_graph=shapes, advanced=False)
    return reworded(report, shapes)
