"""An empty answer is explained by the pattern that emptied it, its line, and what stood before."""

from typing import Final

import pytest
from pyoxigraph import RdfFormat, parse

from mfgraph.build import Built
from mfgraph.errors import QueryError
from mfgraph.queries.explain import Emptied, describe_emptied, explain_empty
from mfgraph.sparql import own_query
from mfgraph.store import OxigraphStore, Store
from mfgraph.terms import Language

# Three people of two bodies; one of them is said in a graph only.
TRIG: Final = """
@prefix ex: <https://example.org/> .
ex:mazouri a ex:Person ; ex:of ex:fnam ; ex:name "Mohamed El Mazouri" .
ex:errami a ex:Person ; ex:of ex:cms ; ex:name "Youssef Errami" .
ex:third a ex:Person ; ex:of ex:cms .
ex:fnam a ex:Body ; ex:founded 2001 .
ex:cms a ex:Body .
ex:note { ex:c1 a ex:Claim ; ex:about ex:fnam . ex:c2 a ex:Claim ; ex:about ex:cms . }
ex:other { ex:c3 a ex:Claim ; ex:about ex:abroad . }
"""
TOGETHER_IN_ARABIC: Final = (
    "السطر \u20683\u2069: يوجد ما يطابق \u2068?p ex:of ?b\u2069 وحده، "
    "لكن لا شيء يطابقه مع ما قبله. عدد النتائج قبل ذلك: \u20681\u2069."
)
PREFIX: Final = "PREFIX ex: <https://example.org/>\n"


@pytest.fixture(scope="module")
def store() -> Store:
    return OxigraphStore.of(parse(TRIG, format=RdfFormat.TRIG))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            "SELECT * {\n  ?p a ex:Persan ;\n    ex:of ?b .\n}",
            Emptied("pattern", "?p a ex:Persan", 3),
            id="a misspelled class",
        ),
        pytest.param(
            "SELECT * {\n  ?p a ex:Person ;\n    ex:of ?b ;\n    ex:born ?day ;\n    ex:name ?n .\n}",
            Emptied("pattern", "?p ex:born ?day", 5, before=3),
            id="a property that nobody has",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b .\n ?p ex:name ?n .\n ?b ex:founded ?n }",
            Emptied("pattern", "?b ex:founded ?n", 4, before=2, alone=True),
            id="patterns that do not go together",
        ),
        pytest.param(
            "SELECT * { ?p a ex:Person ; ex:of ex:fnam ,\n ex:cms }",
            Emptied("pattern", "?p ex:of ex:cms", 3, before=1, alone=True),
            id="the second of two objects",
        ),
        pytest.param(
            "SELECT * { VALUES ?b { ex:abroad }\n ?p ex:of ?b . }",
            Emptied("pattern", "?p ex:of ?b", 3, before=1, alone=True),
            id="a parameter that nothing has",
        ),
        pytest.param(
            "SELECT * { ?c a ex:Claim }",
            Emptied("pattern", "?c a ex:Claim", 2, in_a_graph=True),
            id="what is said in graphs, asked without them",
        ),
        pytest.param(
            "SELECT * { ?b a ex:Body .\n GRAPH ?g {\n ?c a ex:Claim .\n ?c ex:about ?b ;\n ex:on ?d\n } }",
            Emptied("pattern", "?c ex:on ?d", 6, before=2, graph="?g"),
            id="a pattern inside a graph",
        ),
        pytest.param(
            "SELECT * { ?b a ex:Body .\n GRAPH ex:other {\n ?c a ex:Claim .\n ?c ex:about ?b } }",
            Emptied("pattern", "?c ex:about ?b", 5, before=2, alone=True, graph="ex:other"),
            id="a pattern inside a graph that does not go with those outside",
        ),
        pytest.param(
            "SELECT * { GRAPH ex:other { { ?c a ex:Claim .\n ?c ex:about ex:fnam } } }",
            Emptied("pattern", "?c ex:about ex:fnam", 3, 1, in_a_graph=True, graph="ex:other"),
            id="a pattern in a group inside a graph",
        ),
        pytest.param(
            "SELECT * { ?b a ex:Body .\n GRAPH ex:nowhere {\n ?c a ex:Claim } }",
            Emptied("pattern", "?c a ex:Claim", 4, 2, in_a_graph=True, graph="ex:nowhere"),
            id="a graph that does not exist",
        ),
        pytest.param(
            "SELECT * { ?b a ex:Body . {\n ?p ex:of ?b . { ?p ex:born ?day } } }",
            Emptied("pattern", "?p ex:born ?day", 3, before=3),
            id="a pattern inside nested groups",
        ),
        pytest.param(
            "SELECT * { { ?p ex:born ?a } UNION\n { ?p ex:died ?a } }",
            Emptied("pattern", "{ ?p ex:born ?a } UNION { ?p ex:died ?a }", 2),
            id="both branches of a union",
        ),
        pytest.param(
            "SELECT * { ?p a ex:Person . OPTIONAL { ?p ex:born ?day }\n ?day a ex:Body , ex:Day }",
            Emptied("pattern", "?day a ex:Day", 3, before=6),
            id="a pattern after an optional one that finds nothing",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b .\n { SELECT ?b (COUNT(*) AS ?n) { ?b ex:none ?x } GROUP BY ?b } }",
            Emptied(
                "pattern", "SELECT ?b (COUNT(*) AS ?n) { ?b ex:none ?x } GROUP BY ?b", 3, before=3
            ),
            id="a subquery",
        ),
        pytest.param(
            "SELECT * { FILTER (?n = 'nobody')\n ?p ex:name ?n . ?p ex:of ?b }",
            Emptied("filter", "FILTER (?n = 'nobody')", 2, before=2),
            id="a filter that stands before what it needs",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b .\n FILTER NOT EXISTS { ?p a ex:Person } }",
            Emptied("filter", "FILTER NOT EXISTS { ?p a ex:Person }", 3, before=3),
            id="a filter on what exists",
        ),
        pytest.param(
            "SELECT * { GRAPH ?g { ?c a ex:Claim .\n FILTER (?c = ex:c9) } }",
            Emptied("filter", "FILTER (?c = ex:c9)", 3, before=3, graph="?g"),
            id="a filter inside a graph",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b\n MINUS { ?p a ex:Person } }",
            Emptied("minus", "MINUS { ?p a ex:Person }", 3, before=3),
            id="minus",
        ),
        pytest.param(
            "SELECT ?b (COUNT(*) AS ?n) { ?p ex:of ?b }\nGROUP BY ?b\nHAVING (COUNT(*) > 2)\nLIMIT 9",
            Emptied("having", "HAVING (COUNT(*) > 2)", 4, before=2),
            id="having",
        ),
        pytest.param(
            "SELECT ?b { ?p ex:of ?b }\nGROUP BY ?b HAVING (COUNT(*) > 2)\nOFFSET 5",
            Emptied("having", "HAVING (COUNT(*) > 2)", 3, before=2),
            id="having before an offset that nothing reaches",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b }\nVALUES ?b { ex:abroad }",
            Emptied("values", "VALUES ?b { ex:abroad }", 3, before=3),
            id="values at the end",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b } ORDER BY ?p\nLIMIT 0 OFFSET 1",
            Emptied("limit", "LIMIT 0", 3, before=2),
            id="limit 0",
        ),
        pytest.param(
            "SELECT * { ?p ex:of ?b }\nOFFSET 3 LIMIT 2",
            Emptied("offset", "OFFSET 3", 3, before=3),
            id="offset",
        ),
        pytest.param(
            "ASK {\n ?p a ex:Person ; ex:of\n ex:abroad }",
            Emptied("pattern", "?p ex:of ex:abroad", 3, before=3),
            id="ask",
        ),
        pytest.param(
            "CONSTRUCT { ?p a ex:Agent } WHERE {\n ?p a ex:Agent }",
            Emptied("pattern", "?p a ex:Agent", 3),
            id="construct",
        ),
        pytest.param(
            "CONSTRUCT { ?p ex:knows ?nobody } WHERE { ?p ex:of ?b }",
            Emptied("template", "CONSTRUCT { ?p ex:knows ?nobody }", 2, before=3),
            id="a template that stays unbound",
        ),
        pytest.param(
            "CONSTRUCT { ?p a ex:Agent } WHERE { ?p ex:of ?b } LIMIT 0",
            Emptied("limit", "LIMIT 0", 2, before=3),
            id="construct with limit 0",
        ),
        pytest.param(
            "DESCRIBE ex:abroad",
            Emptied("description", "DESCRIBE ex:abroad", 2),
            id="describe",
        ),
        pytest.param(
            "SELECT * FROM ex:other {\n ?c ex:about ?b .\n ?b a ex:Body }",
            Emptied("pattern", "?b a ex:Body", 4, before=1),
            id="asked of one graph",
        ),
    ],
)
def test_what_empties_a_result_is_named(store: Store, query: str, expected: Emptied) -> None:
    assert explain_empty(store, PREFIX + query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?p a ex:Person }",
        "SELECT (COUNT(*) AS ?n) { ?p a ex:Nothing }",
        "SELECT * {}",
        "ASK { ?p a ex:Person }",
        "CONSTRUCT WHERE { ?p a ex:Person }",
        "DESCRIBE ex:fnam",
    ],
)
def test_what_is_not_empty_needs_no_explanation(store: Store, query: str) -> None:
    assert explain_empty(store, PREFIX + query) is None


def test_a_text_that_looks_like_code_is_a_text(store: Store) -> None:
    query = f"{PREFIX}SELECT * {{ ?p ex:of ?b .\n ?p ex:name '}} # {{' . ?b a ex:Body }}"
    assert explain_empty(store, query) == Emptied("pattern", "?p ex:name '} # {'", 3, before=3)


def test_no_more_than_ten_thousand_solutions_are_counted(store: Store) -> None:
    crowd = " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(5))
    found = explain_empty(store, f"{PREFIX}SELECT * {{ {crowd} FILTER (false) }}")
    assert found == Emptied("filter", "FILTER (false)", 2, before=10_000)
    assert describe_emptied(found, "en").endswith("Solutions before it: 10000+.")


def test_a_query_that_is_not_sparql_is_an_error_of_the_query(store: Store) -> None:
    with pytest.raises(QueryError, match="not SPARQL"):
        explain_empty(store, "SELECT * { ?p a }")


def test_every_pattern_of_a_real_question_is_found(seed_built: Built) -> None:
    # The words of a claim are asked of the default graph, where no claim stands.
    query = own_query("excerpts").replace("GRAPH ?graph", "")
    assert explain_empty(seed_built.store, query) == Emptied(
        "pattern", "?excerpt a mf:Excerpt", 9, before=1, in_a_graph=True
    )


@pytest.mark.parametrize(
    ("emptied", "lang", "sentence"),
    [
        (
            Emptied("pattern", "?p ex:born ?day", 5, before=3),
            "en",
            "Line 5: nothing at all matches ?p ex:born ?day. Solutions before it: 3.",
        ),
        (
            Emptied("pattern", "?p a ex:Persan", 3),
            "fr",
            "Ligne 3\u00a0: rien du tout ne correspond à ?p a ex:Persan.",
        ),
        (
            Emptied("pattern", "?p ex:of ?b", 3, before=1, alone=True),
            "ar",
            TOGETHER_IN_ARABIC,
        ),
        (
            Emptied("pattern", "?c a", 2, in_a_graph=True),
            "en",
            "Line 2: ?c a is found in named graphs only: ask for it with GRAPH ?source { … }.",
        ),
        (
            Emptied("pattern", "?c a", 4, 2, in_a_graph=True, graph="ex:nowhere"),
            "en",
            "Line 4: ?c a is found in other graphs, but not in ex:nowhere. Solutions before it: 2.",
        ),
        (
            Emptied("having", "HAVING (?n > 2)", 4, before=2),
            "en",
            "Line 4: the groups were all filtered away by HAVING (?n > 2). Solutions before it: 2.",
        ),
        (
            Emptied("limit", "LIMIT 0", 3, before=2),
            "fr",
            "Ligne 3\u00a0: LIMIT 0 ne garde aucun résultat. Résultats avant cela\u00a0: 2.",
        ),
    ],
)
def test_the_explanation_is_one_sentence(emptied: Emptied, lang: Language, sentence: str) -> None:
    assert describe_emptied(emptied, lang) == sentence


@pytest.mark.parametrize(
    "cause",
    ["filter", "minus", "having", "values", "offset", "limit", "template", "description"],
)
@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_each_cause_has_its_sentence(cause: str, lang: Language) -> None:
    sentence = describe_emptied(Emptied(cause, "THE CLAUSE", 41), lang)  # type: ignore[arg-type]
    assert "41" in sentence
    assert ("THE CLAUSE" in sentence) is (cause != "template")


def test_a_long_pattern_is_shortened_to_one_line() -> None:
    long = "{ " + "?s ?p ?o .\n" * 100 + "}"
    sentence = describe_emptied(Emptied("pattern", long, 1), "en")
    assert "\n" not in sentence
    assert sentence.endswith(" ….")
    assert len(sentence) < 220
