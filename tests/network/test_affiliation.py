"""Folding a network of two sides: Newman's weights, the proof of each tie, and chance."""

from collections.abc import Callable

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from mfgraph.errors import UsageError
from mfgraph.network import Edge, Projection
from mfgraph.network.affiliation import drawn_from, kind_named, one_mode

EXAMPLE = "https://example.org/"
PERSON = "http://xmlns.com/foaf/0.1/Person"
Through = Callable[["nx.Graph[str]"], Projection]


@pytest.fixture
def fair(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    """Amina, Brahim and Chama at FAIR; Amina and Brahim at PRIZE too; Dounia alone at TALK."""
    moments = frozenset({"http://www.w3.org/ns/org#Membership"})
    return made(
        tie("amina", "FAIR", "one", inside=("2012-05",)),
        tie("brahim", "FAIR", "one", inside=("2012-05",)),
        tie("chama", "FAIR", "two", inside=("2012-05",)),
        tie("amina", "PRIZE", "two", inside=("2013",)),
        tie("brahim", "PRIZE", "three", inside=("2013",)),
        tie("dounia", "TALK", "one"),
        moments=moments,
    )


def _weights(folded: Projection) -> dict[tuple[str, str], float]:
    graph = folded.collapsed()
    short = {node: node.removeprefix(EXAMPLE) for node in graph}
    return {(short[a], short[b]): graph.edges[a, b]["weight"] for a, b in graph.edges()}


def test_each_event_gives_each_guest_one_acquaintance_in_all(fair: Projection) -> None:
    # Three at the fair: each tie is 1/2. Two at the prize: their tie is 1.
    assert _weights(one_mode(fair, ["officials"])) == {
        ("amina", "brahim"): 1.5,
        ("amina", "chama"): 0.5,
        ("brahim", "chama"): 0.5,
    }


def test_who_was_alone_is_there_without_ties(fair: Projection) -> None:
    graph = one_mode(fair, ["officials"]).collapsed()
    assert graph.degree(f"{EXAMPLE}dounia") == 0


def test_a_tie_keeps_the_claims_and_the_date_of_what_was_shared(fair: Projection) -> None:
    ties = {edge.iri: edge for edge in one_mode(fair, ["officials"]).edges}
    assert len(ties) == 4
    prize = next(edge for iri, edge in ties.items() if iri.startswith(f"{EXAMPLE}PRIZE#"))
    assert prize.claims == (f"{EXAMPLE}amina-PRIZE/two", f"{EXAMPLE}brahim-PRIZE/three")
    assert prize.documents == (f"{EXAMPLE}three", f"{EXAMPLE}two")
    assert prize.inside == ("2013",)


def test_two_who_sat_in_one_body_are_given_no_common_date(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    board = made(
        tie("amina", "BANK", "d", begin="1999", end="2003"),
        tie("brahim", "BANK", "d", begin="2010"),
    )
    (together,) = one_mode(board, ["officials"]).edges
    assert (together.begin, together.inside, together.end) == ("", (), "")


def test_weights_equal_those_of_networkx_on_the_southern_women(projected: Through) -> None:
    plain = nx.davis_southern_women_graph()
    women = nx.relabel_nodes(plain, lambda node: f"{EXAMPLE}{node}".replace(" ", "-"))
    side = [node for node in women if women.nodes[node]["bipartite"] == 0]
    expected = bipartite.collaboration_weighted_projected_graph(women, side)
    folded = one_mode(projected(women), [PERSON]).collapsed()
    assert {frozenset(e) for e in folded.edges()} == {frozenset(e) for e in expected.edges()}
    for tie, given in expected.edges.items():
        assert folded.edges[tie]["weight"] == pytest.approx(given["weight"], abs=1e-9)


def test_what_chance_is_given_is_the_network_of_two_sides(fair: Projection) -> None:
    folded = one_mode(fair, ["officials"])
    drawn, form = drawn_from(folded)
    assert drawn.number_of_nodes() == 7
    assert dict(form(drawn).degree(weight="weight")) == dict(
        folded.collapsed().degree(weight="weight")
    )


def test_the_other_side_is_folded_onto_too(fair: Projection) -> None:
    assert _weights(one_mode(fair, ["منظمات"])) == {("FAIR", "PRIZE"): 2.0}


def test_a_kind_is_named_in_any_language_or_by_its_address(fair: Projection) -> None:
    names = ("officials", "Responsables", "مسؤولون", "foaf:Person", PERSON)
    assert {kind_named(fair.query, name) for name in names} == {PERSON}


def test_an_unknown_kind_is_refused_with_the_nearest(fair: Projection) -> None:
    with pytest.raises(UsageError, match=r"no kind of node 'official'; did you mean officials\?"):
        one_mode(fair, ["official"])


def test_a_name_of_two_kinds_is_refused(fair: Projection, made: Callable[..., Projection]) -> None:
    same = {"org:One": {"en": "bodies"}, "org:Two": {"en": "bodies"}}
    with pytest.raises(
        UsageError, match=r"may mean several kinds .* write one of org:One, org:Two"
    ):
        kind_named(made(*fair.edges, nodes=same).query, "bodies")


def test_a_network_of_one_side_is_not_folded(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    with pytest.raises(UsageError, match="ties nodes of one kind to each other"):
        one_mode(made(tie("A", "B", "d")), ["organizations"])
