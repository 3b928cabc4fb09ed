"""What a network query declares, and what is said when it does not."""

from pathlib import Path

import pytest

from mfgraph.errors import NotFound, SyntaxFault
from mfgraph.network import NetworkQuery, choose
from mfgraph.network.measures import NAMES
from mfgraph.queries import Library
from mfgraph.terms import compact
from mfgraph.workspace import Workspace

LANGUAGES = {"ar", "fr", "en"}


NETWORKS = {
    "affiliations",
    "agents-events",
    "funding",
    "lineage",
    "officials-organizations",
    "organizations-events",
    "partnerships",
    "sources-claims",
    "speakers-topics",
    "ties",
}
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.fixture(scope="module")
def queries(workspace: Workspace) -> list[NetworkQuery]:
    return [NetworkQuery.of(query) for query in Library(workspace.queries).theme("network")]


def test_the_networks_of_the_workspace_are_these(queries: list[NetworkQuery]) -> None:
    assert {query.name for query in queries} == NETWORKS


def test_every_network_declares_all_it_must(queries: list[NetworkQuery]) -> None:
    assert len(queries) == len(NETWORKS)
    for query in queries:
        texts = [query.title, query.left_out, *query.nodes.values(), *query.edges.values()]
        assert all(set(text) == LANGUAGES for text in texts), query.name
        assert set(query.reading) <= set(NAMES), query.name
        assert set(query.measures) <= set(NAMES), query.name
        assert query.weight, query.name
        assert query.time, query.name
        assert "accepted" in query.claims, query.name


def test_every_network_asks_its_question_in_three_languages(workspace: Workspace) -> None:
    asked = {q.name: set(q.question) for q in Library(workspace.queries).theme("network")}
    assert asked == dict.fromkeys(NETWORKS, LANGUAGES)


def test_no_relation_of_type_is_ever_an_edge(queries: list[NetworkQuery]) -> None:
    kinds = {kind for query in queries for kind in query.edges}
    assert "http://www.w3.org/ns/org#Membership" in kinds
    assert TYPE not in kinds


def test_what_happens_on_its_date_is_declared(queries: list[NetworkQuery]) -> None:
    moments = {query.name: {compact(kind) for kind in query.moments} for query in queries}
    assert moments["agents-events"] == {"mf:Participation"}
    assert moments["lineage"] == {"org:ChangeEvent"}
    # A role lasts, and so does a loan.
    assert moments["officials-organizations"] == moments["funding"] == set()


def test_an_unknown_network_is_refused_with_the_nearest(workspace: Workspace) -> None:
    with pytest.raises(NotFound) as refused:
        choose(workspace, "agent-events")
    assert str(refused.value).startswith(
        "no network is called 'agent-events'; did you mean agents-events, "
    )


def test_a_name_like_no_network_is_refused_with_all_there_are(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="there are: affiliations, agents-events, funding, lineage"):
        choose(workspace, "xyz")


HEADER = """#+ network:
#+   title: {ar: أ, fr: b, en: c}
#+   nodes: {"foaf:Person": {ar: أ, fr: b, en: c}}
#+   edges: {"org:Membership": {ar: أ, fr: b, en: c}}
#+   weight: one
#+   time: none
#+   claims: accepted
#+   left-out: {ar: أ, fr: b, en: c}
"""
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CONSTRUCT, "this is not a network query"),
        (HEADER + "SELECT * { ?s ?p ?o }", "this is not a network query"),
        (HEADER.replace("#+   weight: one\n", "") + CONSTRUCT, "'network' lacks weight"),
        (
            HEADER.replace("title: {ar: أ, fr: b, en: c}", "title: x") + CONSTRUCT,
            "not a text in ar",
        ),
        (HEADER.replace("foaf:", "nobody:") + CONSTRUCT, "unknown prefix 'nobody'"),
        (
            HEADER.replace('{"foaf:Person": {ar: أ, fr: b, en: c}}', "x") + CONSTRUCT,
            "table of kinds",
        ),
        (HEADER + "#+   moments: [schema:Event]\n" + CONSTRUCT, "not a list of its kinds of edge"),
        (HEADER + "#+   moments: org:Membership\n" + CONSTRUCT, "not a list of its kinds of edge"),
        (HEADER + "#+   moments: [nobody:Event]\n" + CONSTRUCT, "unknown prefix 'nobody'"),
    ],
)
def test_a_broken_header_is_refused_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "broken.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SyntaxFault, match=message) as refused:
        NetworkQuery.read(path)
    assert str(path) == refused.value.where


def test_a_network_is_directed_only_where_its_header_says_so(tmp_path: Path) -> None:
    path = tmp_path / "loans.rq"
    path.write_text(HEADER + "#+   directed: yes\n" + CONSTRUCT, encoding="utf-8")
    assert NetworkQuery.read(path).is_directed
    path.write_text(HEADER + CONSTRUCT, encoding="utf-8")
    assert not NetworkQuery.read(path).is_directed
