"""Both engines find the same: ours, set at a time, and pySHACL alone, node by node.

pySHACL parses each query once a node, so the seed is cut down: every kind of thing stays,
most claims, excerpts, topics and terms go. What then hangs in the air is found by both as well.
"""

import re
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
import pytest
from rdflib import SH

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate import ENGINES, Result
from mfgraph.validate.constraints import set_at_a_time
from mfgraph.validate.findings import read_results
from mfgraph.validate.rdf import literals_as_written, to_graph
from mfgraph.validate.report import in_order
from mfgraph.validate.shapes import Shapes, read_shapes, run
from mfgraph.vocab import term

# Of the many only these stay: claims 1-3, 16 and 34, statements 1 and 5, the excerpts of the
# first sentence, and of the ontology the terms about claims.
CUT: Final = re.compile(
    r"id/(claim/[a-z0-9-]+-c(?!0[123]>|16>|34>)\d+"
    r"|(excerpt|mention|correction)/[^/]+/(?!0-104|24-44)\d.*"
    r"|statement/[a-z0-9-]+-s(?![15]>)\d+)"
    r"|def/(topic|standard|audience|legal-form|organisation-type|actor-group)/"
)
LEFT_OUT: Final = frozenset(term(f"rdfs:{name}") for name in ("label", "seeAlso", "isDefinedBy"))


def literal(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=term(datatype))


# Subject, property, the value that goes (None: all), the value that comes (None: none).
FAULTS: Final = (
    ("observation:almassae-324458--share-sex-within-activity--crafts-f",
     "sdmx-measure:obsValue", None, literal("18.75", "xsd:decimal")),
    ("observation:almassae-324458--share-by-activity--commerce",
     "sdmx-measure:obsValue", None, literal("59", "xsd:decimal")),
    ("observation:almassae-324458--share-by-activity--crafts",
     "mf:activity", None, term("topic:partnerships")),
    ("statement:almassae-324458-s1", "mf:speaker", None, term("person:youssef-errami")),
    ("statement:almassae-324458-s5", "mf:speaker", None, None),
    ("claim:almassae-324458-c01", "mf:evidence", None, None),
    ("claim:almassae-324458-c02", "mf:assertionMode", None, term("assertion-mode:inferred")),
    ("claim:almassae-324458-c03", "mf:certainty", None, term("claim-status:accepted")),
    ("organization:fnam", "schema:dissolutionDate", None, literal("1999-12-31", "xsd:date")),
    ("organization:cms", "skos:prefLabel", None, ox.Literal("الفيدرالية الوطنيّة لجمعيات القروض الصغرى", language="ar")),
    ("person:youssef-errami", "skos:prefLabel", None, ox.Literal("Youssef", language="de")),
    ("event:rt-protection-clients\\#day", "time:inXSDDate", None, literal("2000-09-15", "xsd:date")),
    ("membership:mohamed-el-mazouri--fnam--delegate-general", "org:member", None, term("organization:fnam")),
    ("participation:rt-protection-clients--org-cms", "mf:participant", None, term("organization:fnam")),
    ("participation:rt-protection-clients--org-cms", "mf:participationRole", None, term("participation-role:organiser")),
    ("collection:cms--three-pillars", "schema:numberOfItems", None, literal("4", "xsd:integer")),
)  # fmt: skip
EXPECTED: Final = frozenset(
    f"S-{number:02}" for number in (2, 5, 7, 8, 9, 10, 15, 16, 19, 23, 24, 27, 29, 30, 31, 34)
)


def planted(seed_built: Built) -> OxigraphStore:
    store = OxigraphStore.of(
        ox.Quad(quad.subject, quad.predicate, quad.object) for quad in kept(seed_built)
    )
    for subject, predicate, gone, come in FAULTS:
        node = term(subject.replace("\\", ""))
        for quad in list(store.inner.quads_for_pattern(node, term(predicate), gone)):
            store.inner.remove(quad)
        if come is not None:
            store.inner.add(ox.Quad(node, term(predicate), come))
    return store


def kept(seed_built: Built) -> Iterator[ox.Quad]:
    for quad in OxigraphStore.merged(seed_built.store).quads():
        of_a_term = "www.w3.org/2002/07/owl#" in str(quad.object) and "#claim" not in str(quad)
        if not (of_a_term or CUT.search(str(quad.subject)) or quad.predicate in LEFT_OUT):
            yield quad


def essence(result: Result) -> tuple[object, ...]:
    # rdflib adds decimals as Python does, "100.0"; Oxigraph as XPath does, "100".
    said = tuple(re.sub(r"(\.\d*?)0+\b", r"\1", text) for _, text in result.messages)
    value = str(result.value).rstrip("0").rstrip(".") if "." in str(result.value) else result.value
    return result.focus, result.path, str(value), result.component, result.severity, said


@pytest.fixture(scope="module")
def shapes(seed_built: Built) -> Shapes:
    with literals_as_written():
        return read_shapes(seed_built.workspace)


def test_both_engines_find_the_same_faults(seed_built: Built, shapes: Shapes) -> None:
    store = planted(seed_built)
    found = {}
    with literals_as_written():
        data = to_graph(store.quads())
        for engine in ENGINES:
            report = run(data, store, shapes, engine=engine)
            found[engine] = in_order(read_results(report, shapes.graph))
    ours, theirs = ({essence(result) for result in found[engine]} for engine in ENGINES)
    assert ours - theirs == set()
    assert theirs - ours == set()
    assert {result.rule for result in found["default"]} >= EXPECTED
    assert all(len(result.messages) == 3 for result in found["pyshacl"])


def test_every_constraint_of_ours_is_asked_at_once(seed_built: Built, shapes: Shapes) -> None:
    with literals_as_written():
        data = to_graph(OxigraphStore.merged(seed_built.store).quads())
        at_once = {constraint.node for constraint in set_at_a_time(shapes.graph, data)}
    assert at_once == set(shapes.graph.objects(None, SH.sparql))
    assert len(at_once) >= 40
