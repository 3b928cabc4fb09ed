"""Degree and betweenness: by hand on the seed, against published graphs, and what is said."""

from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import pytest

from mfgraph.network import Projection, measure, tell
from mfgraph.network.coverage import LEAST, notice, period
from mfgraph.terms import Language, compact

EXAMPLE = "https://example.org/"
Through = Callable[["nx.Graph[str]"], Projection]


def _club() -> "nx.Graph[str]":
    club: nx.Graph[str] = nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"{EXAMPLE}{n}")
    return club


def _women() -> "nx.Graph[str]":
    plain = nx.davis_southern_women_graph()
    women: nx.Graph[str] = nx.relabel_nodes(plain, lambda n: EXAMPLE + n.replace(" ", "-"))
    return women


def test_each_official_of_the_seed_has_one_organization(seed_officials: Projection) -> None:
    found = measure(seed_officials)
    assert list(found["degree"].values()) == [1, 1, 1, 1]
    assert list(found["betweenness"].values()) == [0, 0, 0, 0]


def test_the_round_table_stands_between_the_two_organizations(seed_events: Projection) -> None:
    found = measure(seed_events)
    degree = {compact(iri): value for iri, value in found["degree"].items()}
    betweenness = {compact(iri): value for iri, value in found["betweenness"].items()}
    # Three nodes, two edges: the only pair of others is joined through the event.
    assert degree == {
        "organization:cms": 1,
        "organization:fnam": 1,
        "event:rt-protection-clients": 2,
    }
    assert betweenness == {
        "organization:cms": 0.0,
        "organization:fnam": 0.0,
        "event:rt-protection-clients": 1.0,
    }


def test_two_roles_in_one_organization_are_one_neighbor(example_officials: Projection) -> None:
    assert measure(example_officials)["degree"][f"{EXAMPLE}amina"] == 1


@pytest.mark.parametrize("graph", [_club(), _women()], ids=["karate club", "southern women"])
def test_measures_equal_those_of_networkx_on_the_plain_graph(
    graph: "nx.Graph[str]", projected: Through
) -> None:
    found = measure(projected(graph))
    assert dict(graph.degree()) == found["degree"]
    assert nx.betweenness_centrality(graph) == pytest.approx(found["betweenness"], abs=1e-12)


def test_the_karate_club_has_its_published_measures(projected: Through) -> None:
    found = measure(projected(_club()))
    # The instructor (0) and the officer (33): 16 and 17 ties (Zachary 1977).
    assert (found["degree"][f"{EXAMPLE}0"], found["degree"][f"{EXAMPLE}33"]) == (16, 17)
    assert round(found["betweenness"][f"{EXAMPLE}0"], 3) == 0.438


def test_the_southern_women_have_their_published_measures(projected: Through) -> None:
    found = measure(projected(_women()))
    # Davis, Gardner and Gardner (1941): 18 women, 14 events; 14 women at the eighth event.
    assert (len(found["degree"]), found["degree"][f"{EXAMPLE}E8"]) == (32, 14)
    assert found["degree"][f"{EXAMPLE}Theresa-Anderson"] == 8


def test_a_large_network_is_ordered_by_value_then_address(projected: Through) -> None:
    order = [iri.removeprefix(EXAMPLE) for iri in measure(projected(_club())).order()]
    assert order[:5] == ["33", "0", "32", "2", "1"]
    # The only member with a single tie.
    assert order[-1] == "11"


def test_a_small_network_is_not_ordered_by_value(seed_events: Projection) -> None:
    assert [node.iri for node in seed_events.nodes] == list(measure(seed_events).order())


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("ar", "لا معنى لأي ترتيب بعد"),
        ("fr", "aucun classement n'a encore de sens"),
        ("en", "no ranking means anything yet"),
    ],
)
def test_a_small_network_says_that_no_ranking_means_anything(
    lang: Language, sentence: str, seed_officials: Projection, projected: Through
) -> None:
    assert any(sentence in note for note in measure(seed_officials).notes(lang))
    large = measure(projected(_club()))
    assert len(large.projection.nodes) >= LEAST
    assert not any(sentence in note for note in large.notes(lang))


def test_each_measure_prints_its_n_and_what_it_says_and_hides(seed_officials: Projection) -> None:
    degree, betweenness, *_ = measure(seed_officials).notes("en")
    assert degree.startswith("Degree (nodes: 4, edges: 2; number of different neighbors")
    assert "without being more powerful" in degree
    assert betweenness.startswith("Betweenness (nodes: 4, edges: 2; divided by the number of pairs")
    assert "two times rather than two bodies" in betweenness


@pytest.mark.parametrize(
    ("lang", "number"), [("ar", "\u20684\u2069"), ("fr", "nœuds\u00a0: 4"), ("en", "nodes: 4")]
)
def test_each_measure_prints_its_n_in_every_language(
    lang: Language, number: str, seed_officials: Projection
) -> None:
    notes = measure(seed_officials).notes(lang)
    assert all(number in note for note in notes[:2])


def test_a_ranking_that_is_not_compared_says_so(projected: Through) -> None:
    (said,) = [note for note in measure(projected(_club())).notes("en") if "chance" in note]
    assert said == "Values not compared with chance; ask for it with --draws."


def test_a_network_without_sentences_of_its_own_gets_the_general_ones(
    seed_officials: Projection,
) -> None:
    plain = replace(seed_officials, query=replace(seed_officials.query, reading={}))
    degree, betweenness, *_ = measure(plain).notes("en")
    assert degree.endswith("it follows what the sources print before anything else.")
    assert betweenness.endswith("a single tie missing from the sources can change all of it.")


def test_the_table_has_one_row_a_node_in_the_language_asked_for(seed_events: Projection) -> None:
    found = measure(seed_events)
    assert found.columns("fr") == ("Nœud", "Type", "Degré", "Intermédiarité")
    assert found.rows("fr") == (
        (
            "Centre Mohammed VI de soutien à la microfinance solidaire",
            "organisations",
            "1",
            "0",
        ),
        ("Fédération nationale des associations de microcrédit", "organisations", "1", "0"),
        (
            "Table ronde sur la responsabilité sociale et la protection des clients du secteur du microcrédit",
            "événements",
            "2",
            "1",
        ),
    )


def test_the_notice_counts_documents_and_says_what_is_left_out(seed_officials: Projection) -> None:
    size, left_out = notice(seed_officials, "en")
    assert size == "Documents: 1 · period: not stated · nodes: 4 · edges: 2"
    assert left_out.startswith("Left out: bodies that are members of other bodies")


def test_the_period_runs_from_the_first_to_the_last_year(example_officials: Projection) -> None:
    assert period(example_officials) == ("2010", "2013")
    assert "period: 2010–2013" in notice(example_officials, "en")[0]
    assert "من \u20682010\u2069 إلى \u20682013\u2069" in notice(example_officials, "ar")[0]


def test_a_month_without_a_year_gives_no_period(seed_events: Projection) -> None:
    assert period(seed_events) is None


def test_title_table_and_notes_are_told_in_one_language(seed_events: Projection) -> None:
    lines = list(tell(measure(seed_events), "ar"))
    assert lines[0] == "المنظمات والأحداث التي شاركت فيها"
    table = [line for line in lines if "مائدة مستديرة" in line]
    assert len(table) == 1
    assert table[0].split()[-2:] == ["2", "1"]
    assert lines[-1].startswith("لا يظهر هنا: ")
    assert not any("Degree" in line for line in lines)
