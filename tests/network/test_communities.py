"""Communities: the same for the same seed in every process, and how far other seeds agree."""

import os
import subprocess
import sys
from collections.abc import Callable

import networkx as nx
import pytest

from mfgraph.network import Edge, Projection
from mfgraph.network.communities import adjusted_rand, communities
from mfgraph.network.told import tell_communities

EXAMPLE = "https://example.org/"
Through = Callable[["nx.Graph[str]"], Projection]


def _club() -> "nx.Graph[str]":
    club: nx.Graph[str] = nx.karate_club_graph()
    return nx.relabel_nodes(club, lambda node: f"{EXAMPLE}{node}")


@pytest.fixture
def cliques(made: Callable[..., Projection], tie: Callable[..., Edge]) -> Projection:
    """Two groups of four that all know one another, with one tie between them."""
    pairs = ["AB", "AC", "AD", "BC", "BD", "CD", "EF", "EG", "EH", "FG", "FH", "GH", "DE"]
    return made(*(tie(*pair, "d") for pair in pairs))


def test_two_cliques_are_two_communities(cliques: Projection) -> None:
    found = communities(cliques)
    assert [sorted(n[-1] for n in group) for group in found.groups] == [list("ABCD"), list("EFGH")]
    assert found.agreement == 1.0
    # 12 of 13 ties within; each group holds 13 of 26 ends: 12/13 - 2 × (13/26)².
    assert found.modularity == pytest.approx(12 / 13 - 1 / 2)
    assert (found.of(f"{EXAMPLE}A"), found.of(f"{EXAMPLE}H")) == (1, 2)


def test_the_modularity_of_the_karate_club_is_near_its_known_maximum(projected: Through) -> None:
    found = communities(projected(_club()))
    # Of the unweighted club it is 0.4198 (Brandes and others 2008); ties here have weights.
    assert 0.41 < found.modularity < 0.46
    assert {node for group in found.groups for node in group} == set(_club())


def test_the_same_seed_finds_the_same_communities(projected: Through) -> None:
    club = projected(_club())
    assert communities(club, seed=1) == communities(club, seed=1)


SCRIPT = """
import networkx as nx
from mfgraph.network.communities import louvain
club = nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"https://example.org/{n}")
print([sorted(group) for group in louvain(club, 7)])
"""


def test_communities_do_not_depend_on_the_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": hash_seed},
        ).stdout
        for hash_seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_agreement_is_counted_beyond_chance() -> None:
    one = [frozenset("abc"), frozenset("def")]
    other = [frozenset("ab"), frozenset("cd"), frozenset("ef")]
    # 2 pairs are together in both, 6 in the one and 3 in the other, of 15: expected 6×3/15.
    assert adjusted_rand(one, other) == pytest.approx((2 - 1.2) / (4.5 - 1.2))


def test_members_are_named_with_how_sure_they_are(cliques: Projection) -> None:
    told = "\n".join(tell_communities(cliques, communities(cliques), "en"))
    assert "(nodes: 8, seed 7): modularity 0.4231, agreement with 20 other seeds 1." in told
    assert told.count(f"{EXAMPLE}A") == 1
