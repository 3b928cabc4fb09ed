"""Tables folded onto one side are those of the network that is folded in memory."""

from collections.abc import Callable

import pytest

from mfgraph.build import Built
from mfgraph.errors import UsageError
from mfgraph.network import Edge, Projection, choose, project
from mfgraph.network.affiliation import one_mode as in_memory
from mfgraph.network.tables import contents, of_projection, one_mode
from mfgraph.network.tables import project as tabulate

EXAMPLE = "https://example.org/"
SIDES = {
    "agents-events": (["people"], ["organizations"], ["people", "organizations"], ["events"]),
    "organizations-events": (["organizations"], ["events"]),
    "officials-organizations": (["officials"], ["organizations"]),
    "sources-claims": (["sources"], ["facts"]),
}


@pytest.mark.parametrize("name", SIDES)
def test_a_network_of_two_sides_folds_the_same_in_both(name: str, built: Built) -> None:
    query = choose(built.workspace, name)
    whole = project(built.store, query)
    tables = tabulate(built.store, query, lang="ar")
    for kinds in SIDES[name]:
        found = one_mode(tables, query, kinds, lang="ar")
        assert found.edges.num_rows > 0
        assert contents(found) == contents(of_projection(in_memory(whole, kinds), lang="ar")), kinds


def test_who_came_twice_came_once(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    fair = made(
        tie("brahim", "FAIR", "one", inside=("2012-05",)),
        tie("amina", "FAIR", "two", iri="chair", inside=("2012-06",)),
        tie("amina", "FAIR", "three", iri="guest", inside=("2012-05",)),
        tie("chama", "FAIR", "two"),
        tie("dounia", "TALK", "one"),
        moments=frozenset({"http://www.w3.org/ns/org#Membership"}),
    )
    found = one_mode(of_projection(fair), fair.query, ["officials"])
    names = [iri.removeprefix(EXAMPLE) for iri in found.nodes["iri"].to_pylist()]
    assert names == ["amina", "brahim", "chama", "dounia"]
    first, *others = found.edges.to_pylist()
    assert first["iri"] == f"{EXAMPLE}FAIR#example.org-amina--example.org-brahim"
    # Three at the fair, whichever way each came: a tie is 1/2.
    assert (first["weight"], first["claim_count"]) == (0.5, 3)
    assert first["documents"] == [EXAMPLE + name for name in ("one", "three", "two")]
    assert first["time_inside"] == ["2012-05", "2012-06"]
    ends = [(names[edge["source"]], names[edge["target"]]) for edge in others]
    assert ends == [("amina", "chama"), ("brahim", "chama")]


def test_what_cannot_be_folded_is_refused_in_the_same_words(built: Built) -> None:
    for name, kinds in (("ties", ["organizations"]), ("agents-events", ["peoples"])):
        query = choose(built.workspace, name)
        with pytest.raises(UsageError) as found:
            one_mode(tabulate(built.store, query), query, kinds)
        with pytest.raises(UsageError) as expected:
            in_memory(project(built.store, query), kinds)
        assert str(found.value) == str(expected.value)
