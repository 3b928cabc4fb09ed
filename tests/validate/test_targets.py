"""Focus nodes, by all five kinds of target, and shapes that match nothing."""

from collections.abc import Callable

from rdflib import Graph, URIRef

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate import Severity, Target, validate
from mfgraph.validate.targets import focus_nodes, targeted, unmatched

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
EX = "https://example.org/"
DATA = """
    mf:SectorFederation rdfs:subClassOf org:Organization .
    ex:a a org:Organization ; ex:near ex:b .
    ex:b a mf:SectorFederation .
    ex:c a ex:Place .
"""


def nodes(graphs: Graphs, target: str) -> set[str]:
    data, _ = graphs(DATA)
    shapes, _ = graphs(f"shape:S-99 a sh:NodeShape ; {target} .")
    (shape,) = targeted(shapes)
    return {str(node).removeprefix(EX) for node in focus_nodes(shape, shapes, data)}


def test_target_class_reaches_subclasses(graphs: Graphs) -> None:
    assert nodes(graphs, "sh:targetClass org:Organization") == {"a", "b"}


def test_target_node_counts_without_data(graphs: Graphs) -> None:
    assert nodes(graphs, "sh:targetNode ex:nobody") == {"nobody"}


def test_targets_by_property(graphs: Graphs) -> None:
    assert nodes(graphs, "sh:targetSubjectsOf ex:near") == {"a"}
    assert nodes(graphs, "sh:targetObjectsOf ex:near") == {"b"}


def test_a_class_is_its_own_target(graphs: Graphs) -> None:
    data, _ = graphs(DATA)
    shapes, _ = graphs("ex:Place a sh:NodeShape , rdfs:Class .")
    assert focus_nodes(URIRef(EX + "Place"), shapes, data) == {URIRef(EX + "c")}
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
