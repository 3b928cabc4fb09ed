"""Which nodes and edges the projections give, on the seed and on a made-up store."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from mfgraph.build import Built
from mfgraph.errors import QueryError
from mfgraph.network import Edge, NetworkQuery, Node, Projection, choose, project
from mfgraph.network.edges import of_triples
from mfgraph.queries import Library
from mfgraph.store import Store
from mfgraph.terms import compact
from mfgraph.workspace import Workspace

EXAMPLE = "https://example.org/"
NET = "https://w3id.org/mfgraph/network#"


def _ties(projection: Projection) -> list[tuple[str, str, str, list[str]]]:
    return [
        (compact(e.source), compact(e.target), compact(e.role), [compact(c) for c in e.claims])
        for e in projection.edges
    ]


def test_the_seed_ties_two_officials_to_two_organizations(seed_officials: Projection) -> None:
    assert [compact(node.iri) for node in seed_officials.nodes] == [
        "person:mohamed-el-mazouri",
        "person:youssef-errami",
        "organization:cms",
        "organization:fnam",
    ]
    assert _ties(seed_officials) == [
        (
            "person:mohamed-el-mazouri",
            "organization:fnam",
            "role:delegate-general",
            ["claim:almassae-324458-c09"],
        ),
        (
            "person:youssef-errami",
            "organization:cms",
            "role:executive-director",
            ["claim:almassae-324458-c29"],
        ),
    ]


def test_the_seed_ties_both_organizations_to_the_round_table(seed_events: Projection) -> None:
    assert [compact(node.iri) for node in seed_events.nodes] == [
        "organization:cms",
        "organization:fnam",
        "event:rt-protection-clients",
    ]
    table = "event:rt-protection-clients"
    assert [
        (
            "organization:cms",
            table,
            "participation-role:co-organiser",
            ["claim:almassae-324458-c03"],
        ),
        ("organization:fnam", table, "participation-role:organiser", ["claim:almassae-324458-c02"]),
    ] == _ties(seed_events)


def test_every_claim_of_the_seeds_edges_comes_from_the_one_article(
    seed_officials: Projection, seed_events: Projection
) -> None:
    article = ("https://w3id.org/mfgraph/id/source/almassae-324458",)
    assert article == seed_officials.documents
    assert article == seed_events.documents


def test_the_seeds_edges_are_dated_to_a_september_without_a_year(
    seed_officials: Projection, seed_events: Projection
) -> None:
    edges = (*seed_officials.edges, *seed_events.edges)
    assert [(e.begin, e.inside, e.end) for e in edges] == [("", ("XXXX-09",), "")] * 4


def test_the_seeds_names_and_roles_stand_in_three_languages(seed_officials: Projection) -> None:
    fnam = "https://w3id.org/mfgraph/id/org/fnam"
    delegate = seed_officials.edges[0]
    assert seed_officials.labels("ar")[fnam] == "الفيدرالية الوطنية لجمعيات القروض الصغرى"
    assert (
        seed_officials.labels("fr")[fnam] == "Fédération nationale des associations de microcrédit"
    )
    assert seed_officials.edge_label(delegate, "ar") == "المندوب العام"
    assert seed_officials.edge_label(delegate, "fr") == "délégué général"
    assert seed_officials.edge_label(delegate, "en") == "delegate general"


def test_only_roles_of_people_with_a_live_claim_are_edges(example_officials: Projection) -> None:
    assert [edge.iri.removeprefix(EXAMPLE) for edge in example_officials.edges] == [
        "amina-auditor",
        "amina-chair",
        "brahim-chair",
    ]


def test_an_edge_keeps_its_live_claims_from_every_source(example_officials: Projection) -> None:
    chair = example_officials.edges[1]
    assert (f"{EXAMPLE}c1", f"{EXAMPLE}c5") == chair.claims
    assert (f"{EXAMPLE}document-one", f"{EXAMPLE}document-two") == chair.documents


def test_an_edge_keeps_its_bounds_where_they_are_dated(example_officials: Projection) -> None:
    auditor, chair, fund_chair = example_officials.edges
    assert (chair.begin, chair.inside, chair.end) == ("2010-01-15", ("2011-06-01",), "2013-12-31")
    assert (auditor.begin, auditor.inside, auditor.end) == ("", (), "")
    assert (fund_chair.begin, fund_chair.inside, fund_chair.end) == ("", ("2012-05",), "")


def test_people_at_an_event_are_left_out_of_organizations_and_events(
    example: Store, workspace: Workspace
) -> None:
    events = project(example, choose(workspace, "organizations-events"))
    assert [(f"{EXAMPLE}bank", f"{EXAMPLE}fair", ("2012-05",))] == [
        (edge.source, edge.target, edge.inside) for edge in events.edges
    ]


def test_a_merger_that_a_copy_and_a_document_tell_rests_on_both(
    example: Store, workspace: Workspace
) -> None:
    (merger,) = project(example, choose(workspace, "lineage")).edges
    assert (f"{EXAMPLE}fund", f"{EXAMPLE}bank") == (merger.source, merger.target)
    # c7 quotes a copy of the first document, c8 points into the third itself.
    assert (f"{EXAMPLE}c7", f"{EXAMPLE}c8") == merger.claims
    assert (f"{EXAMPLE}document-one", f"{EXAMPLE}document-three") == merger.documents


def test_parallel_edges_are_kept_and_merged_only_on_demand(example_officials: Projection) -> None:
    amina, bank = f"{EXAMPLE}amina", f"{EXAMPLE}bank"
    assert {f"{EXAMPLE}amina-auditor", f"{EXAMPLE}amina-chair"} == set(
        example_officials.graph()[amina][bank]
    )
    merged = example_officials.collapsed()
    assert merged.edges[amina, bank] == {"weight": 2.0, "n_edges": 2}
    assert merged.number_of_edges() == 2


def test_weights_and_parallel_edges_of_the_karate_club_come_back(
    projected: Callable[["nx.Graph[str]"], Projection],
) -> None:
    club = nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"{EXAMPLE}{n}")
    through = projected(club)
    merged = through.collapsed()
    # Zachary (1977): 34 members, 78 ties whose weights sum to 231.
    assert (len(through.nodes), len(through.edges)) == (34, 231)
    assert merged.number_of_edges() == 78
    assert _weights(club) == _weights(merged)


def _weights(graph: "nx.Graph[str]") -> dict[frozenset[str], float]:
    return {frozenset((a, b)): float(given["weight"]) for a, b, given in graph.edges(data=True)}


def test_edges_of_two_kinds_are_never_added_up(example_officials: Projection) -> None:
    first, *others = example_officials.edges
    mixed = replace(
        example_officials, edges=(replace(first, kind=f"{EXAMPLE}loan", weight=1000.0), *others)
    )
    with pytest.raises(QueryError, match="edges of 2 kinds cannot be merged"):
        mixed.collapsed()


def test_a_directed_network_keeps_the_direction_of_its_edges(officials: NetworkQuery) -> None:
    lender, borrower = (Node(f"{EXAMPLE}{n}", next(iter(officials.nodes))) for n in "ab")
    loan = Edge(f"{EXAMPLE}loan", lender.iri, borrower.iri, next(iter(officials.edges)), (), ())
    loans = Projection(replace(officials, is_directed=True), (lender, borrower), (loan,))
    assert [(lender.iri, borrower.iri)] == list(loans.collapsed().edges())
    assert loans.graph().is_directed()
    assert not loans.graph().has_edge(borrower.iri, lender.iri)


EDGE = {
    ("e", "kind"): "http://www.w3.org/ns/org#Membership",
    ("e", "source"): f"{EXAMPLE}a",
    ("e", "target"): f"{EXAMPLE}b",
    ("e", "weight"): "1",
    ("e", "claim"): f"{EXAMPLE}c",
    ("c", "document"): f"{EXAMPLE}d",
    ("a", "kind"): "http://xmlns.com/foaf/0.1/Person",
    ("b", "kind"): "http://www.w3.org/ns/org#Organization",
}


def _triples(facts: dict[tuple[str, str], str]) -> list[Triple]:
    return [
        Triple(
            NamedNode(EXAMPLE + subject),
            NamedNode(NET + name),
            NamedNode(value) if value.startswith("http") else Literal(value),
        )
        for (subject, name), value in facts.items()
    ]


@pytest.mark.parametrize(
    ("without", "message"),
    [
        (("e", "target"), "e has no net:target"),
        (("e", "kind"), "e has no net:kind"),
        (("e", "weight"), "e has no net:weight"),
        (("e", "claim"), "no net:claim stands behind the edge"),
        (("c", "document"), "c has no net:document"),
        (("b", "kind"), "b has no net:kind"),
    ],
)
def test_an_incomplete_edge_is_refused(
    officials: NetworkQuery, without: tuple[str, str], message: str
) -> None:
    facts = {key: value for key, value in EDGE.items() if key != without}
    with pytest.raises(QueryError, match=message) as refused:
        of_triples(_triples(facts), officials)
    assert refused.value.where == "officials-organizations"


def test_a_node_of_an_undeclared_kind_is_refused(officials: NetworkQuery) -> None:
    facts = EDGE | {("b", "kind"): "https://schema.org/Event"}
    with pytest.raises(QueryError, match="is a schema:Event, which the header does not declare"):
        of_triples(_triples(facts), officials)


def test_an_edge_with_two_targets_is_refused(officials: NetworkQuery) -> None:
    second = Triple(NamedNode(f"{EXAMPLE}e"), NamedNode(f"{NET}target"), NamedNode(f"{EXAMPLE}a"))
    with pytest.raises(QueryError, match="has several net:target"):
        of_triples([*_triples(EDGE), second], officials)


def test_a_query_of_the_library_is_projected(seed_built: Built, seed_officials: Projection) -> None:
    query = Library(seed_built.workspace.queries).query("officials-organizations", theme="network")
    assert project(seed_built.store, query) == seed_officials


def test_a_query_file_of_ones_own_is_projected(seed_built: Built, tmp_path: Path) -> None:
    own = tmp_path / "mine.rq"
    shipped = seed_built.workspace.queries / "network" / "organizations-events.rq"
    own.write_text(
        shipped.read_text(encoding="utf-8").replace("net:weight 1 ", "net:weight 3 "),
        encoding="utf-8",
    )
    mine = project(seed_built.store, own)
    assert (mine.name, [edge.weight for edge in mine.edges]) == ("mine", [3.0, 3.0])
