"""Focus nodes, by all five kinds of target, and shapes that match nothing."""

from collections.abc import Callable

from rdflib import Graph, URIRef

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate import Severity, Target, validate
from mfgraph.validate.engine import of_targets, read_classes, targeted
from mfgraph.validate.engine.focus import Focus
from mfgraph.validate.targets import unmatched

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
EX = "https://example.org/"
DATA = """
    mf:SectorFederation rdfs:subClassOf org:Organization .
    ex:a a org:Organization ; ex:near ex:b .
    ex:b a mf:SectorFederation .
    ex:c a ex:Place .
"""


def nodes(graphs: Graphs, target: str) -> set[str]:
    (_, store), (shapes, _) = graphs(DATA), graphs(f"shape:S-99 a sh:NodeShape ; {target} .")
    (shape,) = targeted(shapes)
    return selected(of_targets(shape, shapes, read_classes(store)), store)


def selected(focus: Focus, store: OxigraphStore) -> set[str]:
    found = [row["this"].value for row in store.select(f"SELECT ?this {{ {focus} }}")]
    assert len(found) == len(set(found)) == focus.count(store)
    return {iri.removeprefix(EX) for iri in found}


def test_target_class_reaches_subclasses(graphs: Graphs) -> None:
    assert nodes(graphs, "sh:targetClass org:Organization") == {"a", "b"}


def test_target_node_counts_without_data(graphs: Graphs) -> None:
    assert nodes(graphs, "sh:targetNode ex:nobody") == {"nobody"}


def test_targets_of_two_kinds_select_a_node_once(graphs: Graphs) -> None:
    target = "sh:targetClass org:Organization ; sh:targetNode ex:a ; sh:targetSubjectsOf ex:near"
    assert nodes(graphs, target) == {"a", "b"}


def test_targets_by_property(graphs: Graphs) -> None:
    assert nodes(graphs, "sh:targetSubjectsOf ex:near") == {"a"}
    assert nodes(graphs, "sh:targetObjectsOf ex:near") == {"b"}


def test_a_class_is_its_own_target(graphs: Graphs) -> None:
    (_, store), (shapes, _) = graphs(DATA), graphs("ex:Place a sh:NodeShape , rdfs:Class .")
    focus = of_targets(URIRef(EX + "Place"), shapes, read_classes(store))
    assert selected(focus, store) == {"c"}
    assert targeted(shapes) == (URIRef(EX + "Place"),)


def test_a_deactivated_shape_is_not_tried(graphs: Graphs) -> None:
    shapes, _ = graphs("ex:s a sh:NodeShape ; sh:targetNode ex:a ; sh:deactivated true .")
    assert targeted(shapes) == ()


def test_a_misspelled_target_is_reported() -> None:
    tried, empty = Target(URIRef(EX + "s"), "s", 3), Target(URIRef(EX + "t"), "t", 0)
    (found,) = unmatched((tried, empty))
    assert (found.focus, found.severity) == (URIRef(EX + "t"), Severity.WARNING)
    assert found.message("en") == (
        "The shape https://example.org/t matches no node of the graph: check its target"
    )


def test_every_shape_has_a_node_in_the_data(built: Built) -> None:
    report = validate(built)
    silent = {str(target.shape).partition("#")[2] for target in report.targets if not target.count}
    assert silent == set()
    assert len(report.targets) >= 55


def test_the_nodes_of_the_seed_are_counted(seed_built: Built) -> None:
    report = validate(seed_built)
    counts = {str(target.shape).partition("#")[2]: target.count for target in report.targets}
    assert (counts["S-15"], counts["S-23"], counts["S-20"]) == (10, 3, 8)
