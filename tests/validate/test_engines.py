"""All engines find the same: ours, set at a time, and pySHACL and turbo, node by node.

pySHACL parses each query once a node, so the seed is cut down: every kind of thing stays,
most claims, excerpts, topics and terms go. What then hangs in the air is found by both as well.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

import pyoxigraph as ox
import pytest

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate import ENGINES
from mfgraph.validate.engine import plan, read_classes, targeted
from mfgraph.validate.rdf import literals_as_written
from mfgraph.validate.shapes import Shapes, read_shapes
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


@pytest.fixture(scope="module")
def shapes(seed_built: Built) -> Shapes:
    with literals_as_written():
        return read_shapes(seed_built.workspace)


def test_all_engines_find_the_same_faults(
    seed_built: Built, shapes: Shapes, found: Callable[..., frozenset[tuple[object, ...]]]
) -> None:
    store = planted(seed_built)
    ours, reference, turbo = (found(e, store, shapes.graph) for e in (*ENGINES, "turbo"))
    assert ours == reference
    assert ours == turbo
    assert {rule for *_, rule, _ in ours} >= EXPECTED
    assert all(isinstance(said, tuple) and len(said) == 3 for *_, said in ours)


def test_every_shape_of_ours_is_translated(seed_built: Built, shapes: Shapes) -> None:
    classes = read_classes(OxigraphStore.merged(seed_built.store))
    with literals_as_written():
        translated, left = plan(targeted(shapes.graph), shapes.graph, classes)
    assert left == ()
    assert len(translated) >= 80
