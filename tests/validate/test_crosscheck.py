"""Three validators that share no code find the same in a whole graph with planted faults.

Every property that a shape speaks of is, at one of the shape's nodes each, left out, given twice,
given as a text, given as a thing that is not described, and taken from where it points. Compiled
validators have been seen to pass over faults in silence; what all three say is no such silence.
"""

import csv
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from mfgraph.build import Built, build
from mfgraph.generate import generate
from mfgraph.store import OxigraphStore
from mfgraph.validate import validate
from mfgraph.validate.engine import of_targets, read_classes, targeted
from mfgraph.validate.rdf import literals_as_written, to_graph
from mfgraph.validate.shapes import read_shapes
from mfgraph.workspace import Workspace

Found = Callable[..., frozenset[tuple[object, ...]]]
NOTHING: Final = ox.NamedNode("https://w3id.org/mfgraph/id/org/nobody-described")
Pattern = tuple[ox.NamedNode, ox.NamedNode]


def missing(store: ox.Store, at: Pattern) -> None:
    for quad in list(store.quads_for_pattern(*at, None)):
        store.remove(quad)


def twice(store: ox.Store, at: Pattern) -> None:
    # Of all, one that does not depend on the order in which the store was filled.
    others = sorted((q.object for q in store.quads_for_pattern(None, at[1], None)), key=str)
    if others:
        store.add(ox.Quad(*at, others[len(others) // 2]))


def a_text(store: ox.Store, at: Pattern) -> None:
    store.add(ox.Quad(*at, ox.Literal("no such value")))


def undescribed(store: ox.Store, at: Pattern) -> None:
    store.add(ox.Quad(*at, NOTHING))


def unreferred(store: ox.Store, at: Pattern) -> None:
    for quad in list(store.quads_for_pattern(None, at[1], at[0])):
        store.remove(quad)


MUTATIONS: Final = (missing, twice, a_text, undescribed, unreferred)


def planted(store: OxigraphStore, shapes: Graph) -> int:
    """Plant the faults; how many of how many properties and kinds."""
    places = list(_places(store, shapes))
    for (node, prop), mutate in zip(places, cycle(MUTATIONS), strict=False):
        mutate(store.inner, (node, prop))
    return len({(prop, n % len(MUTATIONS)) for n, (_, prop) in enumerate(places)})


def _places(store: OxigraphStore, shapes: Graph) -> Iterator[Pattern]:
    classes = read_classes(store)
    for shape in targeted(shapes):
        rows = store.select(f"SELECT ?this WHERE {{ {of_targets(shape, shapes, classes)} }}")
        nodes = sorted(row["this"].value for row in rows)
        properties = sorted(set(_properties(shape, shapes)))
        for n, prop in enumerate(p for p in properties for _ in MUTATIONS):
            if nodes:
                yield ox.NamedNode(nodes[n * 11 % len(nodes)]), ox.NamedNode(prop)


def _properties(shape: Node, shapes: Graph) -> Iterator[str]:
    """The properties on the paths of a shape and of those that it leads to."""
    led = {shape, *shapes.transitive_objects(shape, SH.property)}
    for node in led:
        for path in shapes.objects(node, SH.path):
            for part in shapes.transitive_objects(path, None):
                if isinstance(part, URIRef) and not part.startswith("http://www.w3.org/1999/02"):
                    yield str(part)


@pytest.fixture(scope="module")
def shapes(workspace: Workspace) -> Graph:
    with literals_as_written():
        return read_shapes(workspace).graph


@pytest.fixture(scope="module")
def faulty(built: Built, shapes: Graph) -> OxigraphStore:
    store = OxigraphStore.merged(built.store)
    assert planted(store, shapes) >= 300
    return store


def test_ours_and_a_compiled_one_find_the_same_in_the_whole_graph(
    faulty: OxigraphStore, shapes: Graph, found: Found
) -> None:
    ours, theirs = (found(engine, faulty, shapes) for engine in ("default", "turbo"))
    assert ours - theirs == set()
    assert theirs - ours == set()
    assert len(ours) >= 500
    assert len({rule for *_, rule, _ in ours}) >= 35


def test_ours_and_a_compiled_one_find_what_was_planted_in_a_generated_world(
    workspace: Workspace, tmp_path: Path, found: Found
) -> None:
    generate(tmp_path / "world", workspace, triples=10_000, seed=7, faults=0.02)
    world = Workspace(tmp_path / "world")
    made = build(world)
    with literals_as_written():
        graph = read_shapes(world).graph
    store = OxigraphStore.merged(made.store)
    assert found("default", store, graph) == found("turbo", store, graph)
    with (world.root / "faults.csv").open(encoding="utf-8", newline="") as file:
        faults = list(csv.DictReader(file))
    said = {
        (result.rule, str(term))
        for result in validate(made).results
        for term in (result.focus, result.value)
    }
    assert [fault for fault in faults if (fault["rule"], fault["subject"]) not in said] == []
    assert len(faults) >= 40


def test_ours_and_the_reference_find_the_same_of_the_core(
    faulty: OxigraphStore, shapes: Graph, found: Found
) -> None:
    with literals_as_written():
        core = to_graph(())
        core.addN((*triple, core) for triple in shapes if triple[1] != SH.sparql)
    ours, theirs = (found(engine, faulty, core) for engine in ("default", "pyshacl"))
    assert ours - theirs == set()
    assert theirs - ours == set()
    assert len({component for _, _, _, component, *_ in ours}) >= 10
