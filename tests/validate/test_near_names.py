"""S-32: names one letter apart."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate.near_names import is_one_apart, near_names, near_pairs
from mfgraph.validate.report import Severity

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
EX = "https://example.org/"


def distance(one: str, other: str) -> int:
    """Damerau–Levenshtein (restricted) by the book: a table of edits."""
    rows = [
        [max(i, j) if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same)
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


words = st.text(alphabet="ابتم ", max_size=8)


@given(one=words, other=words)
def test_one_apart_is_distance_one(one: str, other: str) -> None:
    assert is_one_apart(one, other) == (distance(one, other) == 1)


@given(names=st.sets(st.text(alphabet="ابت", min_size=5, max_size=7), max_size=12))
def test_every_near_pair_is_found(names: set[str]) -> None:
    expected = {pair for pair in combinations(sorted(names), 2) if distance(*pair) == 1}
    assert set(near_pairs(dict.fromkeys(names))) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مركز محمد السادس", "مركز محمد الخامس"),
        ("centre mohammed v", "centre mohammed vi"),
        ("region 1", "region 2"),
        ("prix national, 3e edition", "prix national, 8e edition"),
        ("prix national, 1re edition", "prix national, 2e edition"),
        ("الموتمر الثالث", "الموتمر الثالثه"),
        ("fnam", "fnat"),
    ],
)
def test_names_that_count_and_short_names_are_no_pair(one: str, other: str) -> None:
    assert list(near_pairs(dict.fromkeys([one, other]))) == []


def test_a_pair_of_people_is_reported_once_in_three_languages(graphs: Graphs) -> None:
    _, store = graphs(
        """
        ex:a a foaf:Person ; skos:prefLabel "محمد المازوري"@ar ; skos:altLabel "المازوري"@ar .
        ex:b a foaf:Person ; skos:prefLabel "محمد المازروي"@ar .
        ex:c a org:Organization ; skos:prefLabel "محمد المازوزي"@ar .
    """.replace("foaf:Person", "<http://xmlns.com/foaf/0.1/Person>")
    )
    (found,) = near_names(store)
    assert (found.focus, found.value) == (URIRef(EX + "a"), URIRef(EX + "b"))
    assert (found.rule, found.severity) == ("S-32", Severity.INFO)
    assert dict(found.messages)["fr"] == (
        "S-32 «\u00a0محمد المازوري\u00a0» et «\u00a0محمد المازروي\u00a0» ne diffèrent que d'une lettre"
    )
    assert set(dict(found.messages)) == {"ar", "fr", "en"}


def test_two_spellings_of_one_thing_are_no_pair(graphs: Graphs) -> None:
    _, store = graphs("""
        ex:a a org:Organization ; skos:prefLabel "المازوري"@ar ; skos:altLabel "المازروي"@ar .
    """)
    assert list(near_names(store)) == []


def test_subclasses_are_of_the_kind(graphs: Graphs) -> None:
    _, store = graphs("""
        mf:SectorFederation rdfs:subClassOf org:FormalOrganization .
        org:FormalOrganization rdfs:subClassOf org:Organization .
        ex:a a mf:SectorFederation ; skos:prefLabel "Fédération"@fr .
        ex:b a org:Organization ; skos:hiddenLabel "Federations"@fr .
    """)
    assert [str(found.value) for found in near_names(store)] == [EX + "b"]


def test_the_seed_has_no_near_names(seed_built: Built) -> None:
    # The delegate's two spellings are names of one person, and both centers one thing.
    assert list(near_names(OxigraphStore.merged(seed_built.store))) == []
