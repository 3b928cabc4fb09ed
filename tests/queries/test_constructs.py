"""The derivations: which claim is chosen and why, what is copied up, and what rules conclude."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pytest
import rdflib

from mfgraph.build import Built
from mfgraph.queries import Library
from mfgraph.resolve import resolve, steps
from mfgraph.store import OxigraphStore, Store
from mfgraph.terms import compact
from mfgraph.vocab import CHOICES_GRAPH, DERIVED_GRAPH, source_graph, term

HERE: Final = Path(__file__).parent
DEFAULT: Final = ox.DefaultGraph()
EVENT: Final = "event:rt-protection-clients"
# rdflib's own parser and query engine still call what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\..* is deprecated:DeprecationWarning")

# choice: chosen, passed over, reason
CHOICES: Final = {
    "choice:org-by-status--foundingDate": ("c02", {"c01"}, "claim-status"),
    "choice:org-by-certainty--foundingDate": ("c04", {"c03"}, "certainty"),
    "choice:org-by-mode--foundingDate": ("c06", {"c05"}, "assertion-mode"),
    "choice:org-by-order--foundingDate": ("c07", {"c08"}, "claim-order"),
    "choice:org-agreed--foundingDate": ("c10", {"c09"}, "agreement"),
    "choice:event-made-up--date": ("c11", {"c12", "c13"}, "certainty"),
}
FACTS: Final = {
    ("organization:by-status", "schema:foundingDate"): {"2002-02-02"},
    ("organization:by-certainty", "schema:foundingDate"): {"2004-04-04"},
    ("organization:by-mode", "schema:foundingDate"): {"2006-06-06"},
    ("organization:by-order", "schema:foundingDate"): {"2007-07-07"},
    ("organization:agreed", "schema:foundingDate"): {"2009-09-09"},
    ("event:made-up", "dcterms:date"): {"2011-11"},
    ("organization:undisputed", "schema:foundingDate"): {"2014-04-14"},
    ("organization:undisputed", "org:purpose"): {
        "objective:inclusion",
        "objective:fight-precarity",
    },
}
# From C2, C3, C10 and C30 (who took part, as what), C9 and C29 (who holds which post), C6 (when;
# without a year it has no bounds), C34 (founded on 4 October 2001).
DERIVED: Final = {
    (EVENT, "schema:organizer", "organization:fnam"),
    (EVENT, "schema:organizer", "organization:cms"),
    (EVENT, "schema:performer", "person:mohamed-el-mazouri"),
    (EVENT, "schema:performer", "person:youssef-errami"),
    ("organization:fnam", "mf:partneredWith", "organization:cms"),
    ("organization:cms", "mf:partneredWith", "organization:fnam"),
    ("person:mohamed-el-mazouri", "org:holds", "post:fnam--delegate-general"),
    ("person:youssef-errami", "org:holds", "post:cms--executive-director"),
    (EVENT, "time:hasTime", f"{EVENT}#time"),
    (f"{EVENT}#time", "rdf:type", "time:ProperInterval"),
    (f"{EVENT}#time", "time:hasDateTimeDescription", f"{EVENT}#month"),
    (f"{EVENT}#month", "rdf:type", "time:DateTimeDescription"),
    (f"{EVENT}#month", "time:unitType", "time:unitMonth"),
    (f"{EVENT}#month", "time:month", "--09"),
    ("claim:almassae-324458-c34", "mf:notBefore", "2001-10-04"),
    ("claim:almassae-324458-c34", "mf:notAfter", "2001-10-04"),
}


def short(value: object) -> str:
    if isinstance(value, ox.NamedNode):
        return compact(value.value)
    assert isinstance(value, ox.Literal)
    return value.value


def triples(store: OxigraphStore, graph: ox.NamedNode | ox.DefaultGraph) -> set[tuple[str, ...]]:
    return {(short(q.subject), short(q.predicate), short(q.object)) for q in store.quads(graph)}


@pytest.fixture(scope="module")
def competing(seed_built: Built) -> OxigraphStore:
    """The seed beside a made-up source whose claims compete, resolved."""
    second = ox.parse(path=str(HERE / "competing-claims.ttl"), format=ox.RdfFormat.TURTLE)
    graph = source_graph("made-up")
    quads = [ox.Quad(q.subject, q.predicate, q.object, graph) for q in second]
    store = OxigraphStore.of([*seed_built.files, *quads])
    resolve(store, seed_built.workspace)
    return store


def test_the_seed_leaves_nothing_to_choose(seed_built: Built) -> None:
    assert list(seed_built.store.quads(CHOICES_GRAPH)) == []


def test_each_rule_of_choice(competing: OxigraphStore) -> None:
    expected = set()
    for choice, (chosen, passed, reason) in CHOICES.items():
        expected.add((choice, "rdf:type", "mf:Choice"))
        expected.add((choice, "mf:chosenClaim", f"claim:made-up-{chosen}"))
        expected.update((choice, "mf:passedOver", f"claim:made-up-{c}") for c in passed)
        expected.add((choice, "mf:choiceReason", f"choice-reason:{reason}"))
    assert triples(competing, CHOICES_GRAPH) == expected


def test_facts_follow_the_choices(competing: OxigraphStore) -> None:
    found: dict[tuple[str, str], set[str]] = {key: set() for key in FACTS}
    for subject, predicate, value in triples(competing, DEFAULT):
        if (subject, predicate) in found:
            found[subject, predicate].add(value)
    assert found == FACTS


def test_a_supported_record_is_copied_with_its_interval_and_the_link_to_it(
    competing: OxigraphStore,
) -> None:
    assert {
        ("membership:made-up", "org:memberDuring", "membership:made-up#interval"),
        ("membership:made-up#interval", "time:hasBeginning", "membership:made-up#begin"),
        ("membership:made-up#begin", "time:inXSDDate", "2014-05-01"),
        ("organization:undisputed", "mf:lineOfAction", "line-of-action:made-up"),
    } <= triples(competing, DEFAULT)


def test_a_withdrawn_record_stays_below(competing: OxigraphStore) -> None:
    left_below = {"statement:made-up", "line-of-action:withdrawn"}
    for subject, _, value in triples(competing, DEFAULT):
        assert not left_below & {subject, value}


def test_claims_and_excerpts_stay_below(seed_built: Built) -> None:
    kinds = {
        short(q.object) for q in seed_built.store.quads(DEFAULT) if q.predicate == term("rdf:type")
    }
    assert not kinds & {"mf:Claim", "mf:Excerpt", "mf:Correction", "oa:Annotation", "mf:Choice"}
    assert {"qb:Observation", "mf:ReportedStatement", "skos:Concept", "foaf:Person"} <= kinds


def test_what_rules_derive_from_the_seed(seed_built: Built) -> None:
    store = seed_built.store
    assert isinstance(store, OxigraphStore)
    assert triples(store, DERIVED_GRAPH) == DERIVED
    assert triples(store, DEFAULT) >= DERIVED


def test_only_organizations_that_organize_are_partners(competing: OxigraphStore) -> None:
    partners = {(s, o) for s, p, o in triples(competing, DERIVED_GRAPH) if p == "mf:partneredWith"}
    pairs = [("fnam", "cms"), ("fnam", "al-massae")]
    assert partners == {
        (f"organization:{a}", f"organization:{b}")
        for pair in pairs
        for a, b in (pair, reversed(pair))
    }


def test_a_month_keeps_the_year_that_is_known(competing: OxigraphStore) -> None:
    described = {t for t in triples(competing, DERIVED_GRAPH) if t[0] == "event:made-up#month"}
    assert ("event:made-up#month", "time:month", "--11") in described
    assert ("event:made-up#month", "time:year", "2011") in described


def test_each_derivation_gives_the_same_triples_in_rdflib(
    competing: OxigraphStore,
    seed_built: Built,
    as_rdflib: Callable[[Store], rdflib.Dataset],
) -> None:
    dataset = as_rdflib(competing)
    for step in steps(seed_built.workspace):
        ours = {str(triple) for triple in competing.construct(step.query.text)}
        theirs = dataset.query(step.query.text).graph
        assert theirs is not None
        written = theirs.serialize(format="nt")
        peer = {str(q.triple) for q in ox.parse(input=written, format=ox.RdfFormat.N_TRIPLES)}
        assert ours, step.query.name
        assert peer == ours, step.query.name


def test_as_printed_the_crafts_would_not_sum(seed_built: Built, library: Library) -> None:
    value = term("sdmx-measure:obsValue")
    reading = ox.Literal("75.18", datatype=term("xsd:decimal"))
    printed = ox.Literal("18.75", datatype=term("xsd:decimal"))
    store = OxigraphStore.of(
        ox.Quad(q.subject, q.predicate, printed, q.graph_name)
        if q.predicate == value and q.object == reading
        else q
        for q in seed_built.store.quads()
    )
    rows = [
        [short(cell) for cell in row]
        for row in store.select(library.query("breakdowns-off-total").text)
    ]
    breakdown = "breakdown:almassae-324458--crafts-by-sex"
    assert rows == [[breakdown, "43.57", "100", "-56.43", "2"]]


def test_a_missing_name_falls_back_to_another_language(seed_built: Built, library: Library) -> None:
    english = [
        q
        for q in seed_built.store.quads()
        if q.predicate == term("skos:prefLabel")
        and isinstance(q.object, ox.Literal)
        and q.object.language == "en"
    ]
    assert english
    store = OxigraphStore.of(set(seed_built.store.quads()) - set(english))
    rows = store.select(library.query("event-organizers").text)
    assert [short(row["organizerName"]) for row in rows] == [
        "Fédération nationale des associations de microcrédit",
        "Centre Mohammed VI de soutien à la microfinance solidaire",
    ]
