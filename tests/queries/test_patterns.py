"""A query cut into its elements and put together again is the same question."""

from pathlib import Path
from typing import Final

import pytest

from mfgraph.build import Built
from mfgraph.queries.patterns import Element, elements, parts
from mfgraph.sparql.tokens import tokens, written

QUERIES: Final = sorted((Path(__file__).parents[2] / "queries").glob("*/*.rq"))
GROUPED: Final = """\
SELECT (COUNT(*) AS ?n) (EXISTS { ?x a ?y } AS ?e) FROM <g> WHERE { ?a ?b ?c }
GROUP BY ?a HAVING (COUNT(*) > 1) (?a != 2) ORDER BY DESC(?n) ?a LIMIT 5 OFFSET 1
"""


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("?m a ex:M ; ex:p ?a , ?b ; .", ["?m a ex:M .", "?m ex:p ?a .", "?m ex:p ?b ."]),
        ("?m ex:p/^ex:q*|!ex:r ?a . ?a a <T>", ["?m ex:p/^ex:q*|!ex:r ?a .", "?a a <T> ."]),
        ("?m (ex:p | ex:q)+ ?a ; ex:r? 5.", ["?m (ex:p | ex:q)+ ?a .", "?m ex:r? 5 ."]),
        (
            "?m ?p 'x'@ar , '1'^^xsd:int , -2",
            ["?m ?p 'x'@ar .", "?m ?p '1'^^xsd:int .", "?m ?p -2 ."],
        ),
        ("?m ex:p [ ex:q ?a ; ex:r ( 1 2 ) ] .", ["?m ex:p [ ex:q ?a ; ex:r ( 1 2 ) ] ."]),
        ("[ ex:q ?a ] . [] ex:r true", ["[ ex:q ?a ] .", "[] ex:r true ."]),
        (
            "?a ex:p ?b FILTER (?a > 1) ?a ex:q ?c",
            ["?a ex:p ?b .", "FILTER (?a > 1)", "?a ex:q ?c ."],
        ),
        (
            "FILTER NOT EXISTS { ?a ex:p '}' } FILTER regex(?a, '(') FILTER ex:f(?a)",
            ["FILTER NOT EXISTS { ?a ex:p '}' }", "FILTER regex(?a, '(')", "FILTER ex:f(?a)"],
        ),
        (
            "VALUES ?a { 1 2 } VALUES (?a ?b) { (1 UNDEF) } BIND (?a + 1 AS ?c)",
            ["VALUES ?a { 1 2 }", "VALUES (?a ?b) { (1 UNDEF) }", "BIND (?a + 1 AS ?c)"],
        ),
        (
            "{ ?a ex:p 1 } UNION { ?a ex:p 2 } UNION { } OPTIONAL { ?a ex:q ?b } MINUS { ?a a ex:T }",
            [
                "{ ?a ex:p 1 } UNION { ?a ex:p 2 } UNION { }",
                "OPTIONAL { ?a ex:q ?b }",
                "MINUS { ?a a ex:T }",
            ],
        ),
        ("GRAPH ?g { ?a ex:p ?b . }", ["GRAPH ?g { ?a ex:p ?b . }"]),
        ("SELECT ?a { ?a ex:p ?b } GROUP BY ?a", ["SELECT ?a { ?a ex:p ?b } GROUP BY ?a"]),
        ("# nothing . here\n", []),
        ("", []),
    ],
)
def test_a_group_is_cut_into_its_elements(group: str, expected: list[str]) -> None:
    assert [element.text for element in elements(tokens(group))] == expected


def test_an_element_begins_where_its_own_words_begin() -> None:
    text = "?m a ex:M ;\n  ex:p ?a ,\n    ?b ."
    assert [text.count("\n", 0, e.first.start) for e in elements(tokens(text))] == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "opening", "body"),
    [
        ("GRAPH ex:g { ?a ex:p ?b }", "GRAPH ex:g {", "?a ex:p ?b"),
        ("{ ?a ex:p ?b }", "{", "?a ex:p ?b"),
        ("{ ?a ex:p ?b } UNION { ?a ex:q ?b }", "", ""),
        ("OPTIONAL { ?a ex:p ?b }", "", ""),
        ("?a ex:p ?b", "", ""),
    ],
)
def test_a_block_that_can_be_entered_carries_its_body(text: str, opening: str, body: str) -> None:
    (found,) = elements(tokens(text))
    assert (found.opening, written(found.body)) == (opening, body)


def test_kinds_are_told_apart() -> None:
    group = tokens("?a ex:p 1 . FILTER (?a) MINUS { ?a ex:q 1 } BIND (1 AS ?b)")
    assert [element.kind for element in elements(group)] == [
        "pattern",
        "filter",
        "minus",
        "pattern",
    ]


@pytest.mark.parametrize(
    ("query", "where", "modifiers", "sources"),
    [
        ("SELECT * { ?a ?b ?c }", "?a ?b ?c", [], ""),
        (
            GROUPED,
            "?a ?b ?c",
            [
                "GROUP BY ?a",
                "HAVING (COUNT(*) > 1) (?a != 2)",
                "ORDER BY DESC(?n) ?a",
                "LIMIT 5",
                "OFFSET 1",
            ],
            "FROM <g>",
        ),
        ("CONSTRUCT { ?a a ?b } WHERE { ?a ?b ?c }", "?a ?b ?c", [], ""),
        ("CONSTRUCT FROM NAMED <g> WHERE { ?a ?b ?c }", "?a ?b ?c", [], "FROM NAMED <g>"),
        ("ASK { ?a ?b ?c } VALUES ?a { 1 }", "?a ?b ?c", ["VALUES ?a { 1 }"], ""),
        ("DESCRIBE <x>", "", [], ""),
    ],
)
def test_a_query_is_parted(query: str, where: str, modifiers: list[str], sources: str) -> None:
    found = parts(f"PREFIX ask: <https://example.org/#>\n{query}")
    assert found.prologue == "PREFIX ask: <https://example.org/#>\n"
    assert written(found.where) == where
    assert [written(clause) for clause in found.modifiers] == modifiers
    assert found.sources == sources


def test_the_queries_were_found() -> None:
    assert len(QUERIES) >= 50


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_our_queries_cut_and_joined_have_the_same_solutions(seed_built: Built, path: Path) -> None:
    found = parts(path.read_text(encoding="utf-8"))
    pieces = list(elements(found.where))
    filters = [piece for piece in pieces if piece.kind == "filter"]
    joined = [_entered(piece) for piece in pieces if piece.kind != "filter"]
    whole = _solutions(seed_built, found.prologue, written(found.where))
    assert len(pieces) >= 1
    assert (
        _solutions(seed_built, found.prologue, " ".join([*joined, *(f.text for f in filters)]))
        == whole
    )


def _entered(element: Element) -> str:
    if not element.body:
        return element.text
    inner = sorted(elements(element.body), key=lambda piece: piece.kind == "filter")
    return f"{element.opening} {' '.join(_entered(piece) for piece in inner)} }}"


def _solutions(seed_built: Built, prologue: str, where: str) -> list[str]:
    solutions = seed_built.store.select(f"{prologue} SELECT * {{ {where} }}")
    names = sorted(variable.value for variable in solutions.variables)
    return sorted(" ".join(f"{name}={row[name]}" for name in names) for row in solutions)
