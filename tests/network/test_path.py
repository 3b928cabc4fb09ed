"""Paths: the shortest first, each step a recorded tie with its words, and what is refused."""

from collections.abc import Callable

import networkx as nx
import pytest

from mfgraph.build import Built
from mfgraph.errors import NotFound, UsageError
from mfgraph.labels import Labels
from mfgraph.network import Projection, choose, project
from mfgraph.network.path import TIES, paths
from mfgraph.network.path_telling import record, tell_paths
from mfgraph.network.proofs import proofs
from mfgraph.terms import LANGUAGES, Language
from mfgraph.vocab import PREFIXES

EXAMPLE = "https://example.org/"
ERRAMI, MAZOURI = (f"{PREFIXES['person']}{n}" for n in ("youssef-errami", "mohamed-el-mazouri"))
FNAM, CMS = (f"{PREFIXES['organization']}{n}" for n in ("fnam", "cms"))
TABLE = f"{PREFIXES['event']}rt-protection-clients"

Network = Callable[["nx.Graph[str]"], Projection]


@pytest.fixture(scope="module")
def ties(seed_built: Built) -> Projection:
    return project(seed_built.store, choose(seed_built.workspace, TIES))


def _square() -> "nx.Graph[str]":
    # a and d are two steps apart by b and by c, and three by e and f.
    pairs = ["ab", "bd", "ac", "cd", "ae", "ef", "fd"]
    return nx.Graph([(EXAMPLE + pair[0], EXAMPLE + pair[1]) for pair in pairs])


def _letters(nodes: tuple[str, ...]) -> str:
    return "".join(node.removeprefix(EXAMPLE) for node in nodes)


def test_the_shortest_come_first_and_longer_ones_only_as_far_as_asked(projected: Network) -> None:
    network = projected(_square())
    ends = (f"{EXAMPLE}a", f"{EXAMPLE}d")
    found = {
        longer: [_letters(c.nodes) for c in paths(network, *ends, longer=longer).chains]
        for longer in (0, 1)
    }
    assert found == {0: ["abd", "acd"], 1: ["abd", "acd", "aefd"]}


def test_that_there_are_more_is_known(projected: Network) -> None:
    network = projected(_square())
    ends = (f"{EXAMPLE}a", f"{EXAMPLE}d")
    assert paths(network, *ends, most=2).has_more
    assert not paths(network, *ends, most=3).has_more
    assert not paths(network, *ends, most=2, longer=0).has_more


def test_a_step_holds_every_tie_of_its_two_ends(projected: Network) -> None:
    twice: nx.Graph[str] = nx.Graph()
    twice.add_edge(f"{EXAMPLE}a", f"{EXAMPLE}b", weight=2)
    (chain,) = paths(projected(twice), f"{EXAMPLE}b", f"{EXAMPLE}a").chains
    (step,) = chain.steps
    assert [tie.iri for tie in step.ties] == [f"{EXAMPLE}edge/0-0", f"{EXAMPLE}edge/0-1"]


def test_the_seeds_ties_are_two_roles_and_four_participations(ties: Projection) -> None:
    ends = sorted((edge.source, edge.target) for edge in ties.edges)
    speakers, organizers = ((ERRAMI, TABLE), (MAZOURI, TABLE)), ((FNAM, TABLE), (CMS, TABLE))
    assert ends == sorted([(ERRAMI, CMS), (MAZOURI, FNAM), *speakers, *organizers])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", ["من يوسف الرامي (person:youssef-errami)", "متدخل", "المصدر: المساء"]),
        (
            "fr",
            ["De Youssef Errami (person:youssef-errami)", "intervenant", "source\u00a0: Al Massae"],
        ),
        ("en", ["From Youssef Errami (person:youssef-errami)", "speaker", "source: Al Massae"]),
    ],
)
def test_a_path_is_told_with_its_words_in_each_language(
    lang: Language, said: list[str], ties: Projection, seed_built: Built
) -> None:
    found = paths(ties, ERRAMI, MAZOURI, longer=0)
    labels, grounds = Labels(seed_built.store), proofs(seed_built.store, found.ties)
    told = "\n".join(tell_paths(found, grounds, labels, lang))
    plain = told.translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert [text for text in said if text not in plain] == []
    # The words on which his being a speaker there rests: «as he pointed out in the course of his talk».
    assert "«كما أشار في معرض حديثه»" in plain
    assert "https://maghress.com/almassae/324458" in plain


def test_a_record_walks_every_step_back_to_its_source(ties: Projection, seed_built: Built) -> None:
    found = paths(ties, ERRAMI, FNAM)
    told = record(found, proofs(seed_built.store, found.ties), "en")
    article = seed_built.workspace.root / "data/sources/almassae-324458.txt"
    text = article.read_text("utf-8")
    chains = told["paths"]
    assert isinstance(chains, list)
    assert [chain["length"] for chain in chains] == [2, 3, 3]
    for tie in (tie for c in chains for step in c["steps"] for tie in step["ties"]):
        assert tie["claims"]
        for claim in tie["claims"]:
            assert claim["source"]["url"] == "https://maghress.com/almassae/324458"
            assert claim["evidence"]
            for quote in claim["evidence"]:
                assert text[quote["start"] : quote["end"]] == quote["exact"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_path_says_that_its_steps_may_be_of_different_times(
    lang: Language, ties: Projection, seed_built: Built
) -> None:
    found = paths(ties, ERRAMI, FNAM)
    last = list(
        tell_paths(found, proofs(seed_built.store, found.ties), Labels(seed_built.store), lang)
    )[-1]
    times = {"ar": "زمن واحد", "fr": "époques différentes", "en": "different times"}
    assert times[lang] in last


def test_what_no_path_can_lead_to_is_said(ties: Projection, projected: Network) -> None:
    with pytest.raises(NotFound, match="no tie of place:casablanca is recorded"):
        paths(ties, ERRAMI, f"{PREFIXES['place']}casablanca")
    with pytest.raises(UsageError, match="person:youssef-errami is both ends"):
        paths(ties, ERRAMI, ERRAMI)
    apart = projected(nx.Graph([(f"{EXAMPLE}a", f"{EXAMPLE}b"), (f"{EXAMPLE}c", f"{EXAMPLE}d")]))
    with pytest.raises(NotFound, match="no chain of recorded ties links"):
        paths(apart, f"{EXAMPLE}a", f"{EXAMPLE}d")
