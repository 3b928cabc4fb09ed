"""What a network query declares, and what is said when it does not."""

from pathlib import Path

import pytest

from mfgraph.errors import NotFound, SyntaxFault
from mfgraph.network import NetworkQuery, choose
from mfgraph.network.measures import NAMES
from mfgraph.queries import Library
from mfgraph.workspace import Workspace

LANGUAGES = {"ar", "fr", "en"}


def test_both_networks_of_the_workspace_declare_all_they_must(workspace: Workspace) -> None:
    found = [NetworkQuery.of(q) for q in Library(workspace.queries).theme("network")]
    assert [q.name for q in found] == ["officials-organizations", "organizations-events"]
    for query in found:
        texts = [query.title, query.left_out, *query.nodes.values(), *query.edges.values()]
        assert all(set(text) == LANGUAGES for text in texts)
        assert set(NAMES) == set(query.reading)
        assert query.weight
        assert query.time
        assert "accepted" in query.claims


def test_both_networks_ask_their_question_in_three_languages(workspace: Workspace) -> None:
    queries = Library(workspace.queries).theme("network")
    assert [set(query.question) for query in queries] == [LANGUAGES, LANGUAGES]


def test_no_relation_of_type_is_ever_an_edge(workspace: Workspace) -> None:
    kinds = [
        k for q in Library(workspace.queries).theme("network") for k in NetworkQuery.of(q).edges
    ]
    assert kinds == [
        "http://www.w3.org/ns/org#Membership",
        "https://w3id.org/mfgraph/ontology#Participation",
    ]


def test_an_unknown_network_is_refused_with_the_list_of_those_there_are(
    workspace: Workspace,
) -> None:
    with pytest.raises(NotFound) as refused:
        choose(workspace, "officials")
    assert (
        str(refused.value) == "no network is called 'officials'; "
        "there are: officials-organizations, organizations-events"
    )


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
