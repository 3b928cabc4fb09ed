"""One query for all focus nodes gives what one query a node gives, or is not attempted."""

from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mfgraph.validate.engine.prebinding import for_all, is_choice
from mfgraph.validate.engine.terms import InDoubt

LIST = "VALUES ?this { <urn:a> }"


def compact(query: str) -> str:
    return " ".join(query.split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            "SELECT $this { $this ?p ?o FILTER (?o != $this) }",
            f"SELECT $this {{ {LIST} $this ?p ?o FILTER (?o != $this) }}",
            id="a filter in the group that binds",
        ),
        pytest.param(
            "SELECT $this { { ?o ?p 1 FILTER (?o = $this) } UNION { $this ?p 2 } }",
            f"SELECT $this {{ {LIST} {{ {LIST} ?o ?p 1 FILTER (?o = $this) }} "
            "UNION { $this ?p 2 } }",
            id="a branch that only filters gets the list",
        ),
        pytest.param(
            "SELECT $this { ?o ?p 1 OPTIONAL { ?o ?q 2 OPTIONAL { $this ?r ?o } } }",
            f"SELECT $this {{ {LIST} ?o ?p 1 OPTIONAL {{ {LIST} ?o ?q 2 "
            "OPTIONAL { $this ?r ?o } } }",
            id="an OPTIONAL that reaches $this only inside another",
        ),
        pytest.param(
            "SELECT $this { { SELECT $this (COUNT(?o) AS ?n) { ?o a 1 } GROUP BY $this } }",
            f"SELECT $this {{ {LIST} {{ SELECT $this (COUNT(?o) AS ?n) {{ {LIST} ?o a 1 }} "
            "GROUP BY $this } }",
            id="a nested SELECT that binds nothing",
        ),
        pytest.param(
            "SELECT $this { FILTER NOT EXISTS { ?x ?p ?o FILTER (?o = $this) } }",
            f"SELECT $this {{ {LIST} FILTER NOT EXISTS {{ ?x ?p ?o FILTER (?o = $this) }} }}",
            id="the filter of EXISTS sees the solution",
        ),
        pytest.param(
            'SELECT $this { $this ex:VALUES "MINUS {" } # SERVICE',
            f'SELECT $this {{ {LIST} $this ex:VALUES "MINUS {{" }} # SERVICE',
            id="words in names, strings and comments are no keywords",
        ),
    ],
)
def test_the_list_stands_where_this_must_be_bound(query: str, expected: str) -> None:
    assert compact(for_all(query, LIST)) == expected


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT $this { $this ?p ?o MINUS { $this ?p 1 } }", id="MINUS"),
        pytest.param("SELECT $this { VALUES ?o { 1 } $this ?p ?o }", id="VALUES"),
        pytest.param("SELECT $this { SERVICE <urn:s> { $this ?p ?o } }", id="SERVICE"),
        pytest.param("SELECT $this { GRAPH ?g { $this ?p ?o } }", id="GRAPH"),
        pytest.param("SELECT $this { $this ?p ?o } LIMIT 1", id="LIMIT"),
        pytest.param("SELECT ?value { $this ?p ?value }", id="$this is not selected"),
        pytest.param("SELECT * { $this ?p ?value }", id="everything is selected"),
        pytest.param("SELECT $this { BIND (1 AS $this) }", id="AS $this"),
        pytest.param("SELECT $this { $this $PATH ?o }", id="$PATH"),
        pytest.param("SELECT $this { $currentShape ?p $this }", id="$currentShape"),
        pytest.param("SELECT $this ?failure { $this ?p ?failure }", id="?failure"),
        pytest.param(
            "SELECT $this (COUNT(?o) AS ?n) { $this ?p ?o } GROUP BY ?p", id="group without $this"
        ),
        pytest.param("SELECT $this (COUNT(?o) AS ?n) { $this ?p ?o }", id="count without group"),
        pytest.param(
            "SELECT $this { $this ?p ?x { SELECT ?x { ?x ?p ?o } } }", id="nested without $this"
        ),
        pytest.param(
            "SELECT $this { $this ?p ?x { SELECT $this ?x { ?x ?p $this } LIMIT 1 } }",
            id="nested and cut off",
        ),
        pytest.param(
            "SELECT $this { $this ?p ?x FILTER EXISTS { { ?y ?p ?x FILTER (?y = $this) } } }",
            id="a filter two groups deep in EXISTS",
        ),
        pytest.param("SELECT $this { $this ?p ?o ", id="a brace is missing"),
        pytest.param("ASK { $this ?p ?o }", id="not a SELECT"),
    ],
)
def test_what_is_in_doubt_is_left_to_the_reference_validator(query: str) -> None:
    with pytest.raises(InDoubt):
        for_all(query, LIST)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("{ $this ?p ?o } UNION { ?o ?p $this }", True),
        ("{ $this ?p ?o } UNION { ?o ?p $this } FILTER NOT EXISTS { ?o ?p 1 }", True),
        ("{ $this ?p ?o }", False),
        ("$this ?p ?o { ?o ?p 1 } UNION { ?o ?p 2 }", False),
        ("{ $this ?p ?o } UNION { ?o ?p 1 }", False),
        ("{ $this ?p ?o } UNION { FILTER($this != ?o) }", False),
        ("OPTIONAL { $this ?p ?o } { $this ?p 1 } UNION { $this ?p 2 }", False),
        ("{ $this <urn:p>* ?o } UNION { $this <urn:q> ?o }", False),
        ("{ $this <urn:p>? ?o } UNION { $this <urn:q> ?o }", False),
        ("{ $this ?p ?o } UNION { SELECT $this { $this ?p 1 } }", False),
        ("{ $this ?p 1 } UNION { $this ?p 2 } OPTIONAL { ?a ?b ?c FILTER(?a = $this) }", False),
    ],
)
def test_a_choice_is_one_between_groups_that_each_bind_the_node(
    group: str, expected: object
) -> None:
    assert is_choice(f"SELECT $this WHERE {{ {group} }}") is expected


NODES = [f"<urn:n{i}>" for i in range(4)]
nodes = st.sampled_from(NODES)
variables = st.sampled_from(["?a", "?b", "?c"])
ends = st.one_of(variables, st.just("$this"), nodes)
triples = st.builds("{} {} {} .".format, ends, st.sampled_from(["<urn:p>", "<urn:q>"]), ends)
tests_ = st.builds(
    "FILTER ({} {} {})".format,
    st.one_of(variables, st.just("$this")),
    st.sampled_from(["=", "!="]),
    st.one_of(variables, nodes, st.just("$this")),
)
bound = st.builds("FILTER ({}BOUND({}))".format, st.sampled_from(["", "!"]), variables)


def elements(group: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    part = st.one_of(
        triples,
        tests_,
        bound,
        st.builds("OPTIONAL {{ {} }}".format, group),
        st.builds("{{ {} }} UNION {{ {} }}".format, group, group),
        st.builds("FILTER NOT EXISTS {{ {} }}".format, group),
        st.builds("FILTER EXISTS {{ {} }}".format, group),
        st.builds("{{ {} }}".format, group),
    )
    return st.lists(part, min_size=1, max_size=3).map(" ".join)


groups = st.recursive(st.one_of(triples, tests_), elements, max_leaves=6)
datasets = st.sets(
    st.tuples(st.integers(0, 3), st.sampled_from("pq"), st.integers(0, 3)), max_size=8
)


def stored(data: set[tuple[int, str, int]]) -> ox.Store:
    store = ox.Store()
    store.extend(
        ox.Quad(ox.NamedNode(f"urn:n{s}"), ox.NamedNode(f"urn:{p}"), ox.NamedNode(f"urn:n{o}"))
        for s, p, o in data
    )
    return store


def for_all_nodes(query: str) -> str | None:
    """The query about all the nodes at once; nothing where it is in doubt."""
    try:
        return for_all(query, f"VALUES ?this {{ {' '.join(NODES)} }}")
    except InDoubt:
        return None


def rows(store: ox.Store, query: str) -> Counter[tuple[str, ...]]:
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return Counter(tuple(str(row[name]) for name in sorted(names)) for row in solutions)


@pytest.fixture(scope="module")
def asked() -> Iterator[list[str]]:
    """The queries that were not in doubt; there must be many, or little was compared."""
    found: list[str] = []
    yield found
    assert len(found) >= 200


@settings(max_examples=400, deadline=None)
@given(group=groups, data=datasets)
def test_all_at_once_gives_the_rows_of_one_by_one(
    asked: list[str], group: str, data: set[tuple[int, str, int]]
) -> None:
    query = f"SELECT $this ?a ?b ?c WHERE {{ {group} }}"
    together = for_all_nodes(query)
    if together is None:
        return
    asked.append(query)
    store = stored(data)
    apart: Counter[tuple[str, ...]] = Counter()
    for node in NODES:
        # Pre-binding as SHACL defines it: the node stands wherever $this stood.
        alone = f"SELECT ?a ?b ?c WHERE {{ {group.replace('$this', node)} }}"
        for row, times in rows(store, alone).items():
            apart[*row, node] += times
    assert rows(store, together) == apart


@pytest.fixture(scope="module")
def chosen() -> Iterator[list[str]]:
    """The queries that were choices, for the same reason."""
    found: list[str] = []
    yield found
    assert len(found) >= 30


choices = st.builds(
    "{{ {} {} }} UNION {{ {} {} }} {}".format, triples, groups, triples, groups, groups
)


@settings(max_examples=400, deadline=None)
@given(group=choices, data=datasets)
def test_a_choice_gives_the_same_rows_without_the_nodes(
    chosen: list[str], group: str, data: set[tuple[int, str, int]]
) -> None:
    query = f"SELECT $this ?a ?b ?c WHERE {{ {group} }}"
    together = for_all_nodes(query)
    if together is not None and is_choice(query):
        chosen.append(query)
        store = stored(data)
        assert rows(store, query) == rows(store, together)
