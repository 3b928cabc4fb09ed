"""A term goes into its slot and nowhere else, whatever its text tries."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple

from mfgraph.errors import ParameterError
from mfgraph.sparql import bind, defaults, own_query, slots

QUERY: Final = "SELECT ?given WHERE { VALUES ?given { UNDEF } }"
GUARDED: Final = "SELECT ?given WHERE { VALUES ?given { UNDEF } FILTER (?given = 'open') }"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
# The texts that Unicode can encode: a lone surrogate is no character.
TEXT: Final = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "text",
    [
        'a " b',
        "a ' b",
        "a } b",
        "} } #",
        '" } FILTER (true) #',
        '" } ?s ?p ?o VALUES ?given { "',
        "\\",
        '\\" } #',
        '\\\\" } #',
        "a\nb",
        "a\rb",
        "a\tb",
        '"""',
        "'''",
        "\\u0022",
        "\\g<name> \\1",
        "?given",
        "$given",
        "{ UNDEF }",
        "VALUES ?given { UNDEF }",
        "\u2028 \u2029 \u0085 \u0000",
        "الفدرالية «58»",
        "",
    ],
)
def test_a_text_comes_back_as_it_was_given(text: str) -> None:
    assert _answer(QUERY, Literal(text)) == [Literal(text)]


@given(TEXT)
def test_any_text_comes_back_as_it_was_given(text: str) -> None:
    assert _answer(QUERY, Literal(text)) == [Literal(text)]


@given(TEXT)
def test_no_text_gets_past_a_filter(text: str) -> None:
    expected = [Literal(text)] if text == "open" else []
    assert _answer(GUARDED, Literal(text)) == expected


@pytest.mark.parametrize(
    "term",
    [
        NamedNode("https://w3id.org/mfgraph/id/org/fnam"),
        NamedNode("https://example.org/الفدرالية"),
        Literal("الفدرالية", language="ar"),
        Literal("75.18", datatype=NamedNode(f"{XSD}decimal")),
        Literal("2001-10-04", datatype=NamedNode(f"{XSD}date")),
        Literal("not a day } #", datatype=NamedNode(f"{XSD}date")),
    ],
)
def test_a_term_of_any_kind_comes_back_with_its_type(term: NamedNode | Literal) -> None:
    assert _answer(QUERY, term) == [term]


@pytest.mark.parametrize("iri", ["https://example.org/> } ?s ?p ?o . { ?x ?y <", "a b", "x>", ""])
def test_no_iri_can_close_its_brackets(iri: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        NamedNode(iri)


def test_several_terms_fill_one_slot() -> None:
    assert _answer(QUERY, Literal("a"), Literal("b }")) == [Literal("a"), Literal("b }")]


def test_no_term_leaves_the_slot_open() -> None:
    assert bind(QUERY, {"given": []}) == QUERY


def test_a_slot_that_is_not_named_keeps_its_default() -> None:
    query = "SELECT * { VALUES ?a { 1 } VALUES ?b { UNDEF } }"
    assert bind(query, {"b": [Literal("x")]}) == 'SELECT * { VALUES ?a { 1 } VALUES ?b { "x" } }'
    assert bind(query, {}) == query


def test_every_slot_of_a_name_is_filled() -> None:
    query = "SELECT * { { VALUES ?a { 1 } } UNION { values $a { 2 } } }"
    bound = bind(query, {"a": [Literal("x")]})
    assert bound == 'SELECT * { { VALUES ?a { "x" } } UNION { values $a { "x" } } }'


def test_a_name_without_a_slot_is_refused() -> None:
    with pytest.raises(ParameterError, match=r"no slot VALUES \?other \{ … \}"):
        bind(QUERY, {"given": [Literal("x")], "other": [Literal("y")]})


def test_a_default_may_hold_a_brace() -> None:
    query = 'SELECT ?given WHERE { VALUES ?given { "a } b" } }'
    assert bind(query, {"given": [Literal("c")]}) == 'SELECT ?given WHERE { VALUES ?given { "c" } }'


def test_the_lines_of_the_query_stay_where_they_are() -> None:
    query = "SELECT * {\n  VALUES ?given {\n    UNDEF\n  }\n  ?s ?p ?given\n}"
    lines = bind(query, {"given": [Literal("two\nlines")]}).split("\n")
    assert len(lines) == 6
    assert lines[4] == "  ?s ?p ?given"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * { VALUES ?b { 1 } VALUES ?a { 2 } VALUES ?b { 3 } }", ("b", "a")),
        ("SELECT * { values\n ?on\n {\n UNDEF } }", ("on",)),
        ("SELECT * { VALUES (?a ?b) { (1 2) } }", ()),
        ("# VALUES ?a { 1 }\nSELECT * { ?s ?p ?o } # VALUES ?b { 1 }", ()),
        ("SELECT * { ?s ?p 'VALUES ?a { 1 } ' }", ()),
        ("SELECT * { ?s ?p <https://example.org/VALUES#a> }", ()),
        ("", ()),
    ],
)
def test_slots_are_those_of_the_code(query: str, names: tuple[str, ...]) -> None:
    assert slots(query) == names


def test_a_slot_quoted_in_a_text_is_left_alone() -> None:
    query = "SELECT * { VALUES ?a { 1 } FILTER (?t = 'VALUES ?a { 1 }') } # VALUES ?a { 1 }"
    bound = bind(query, {"a": [Literal("' } #")]})
    assert bound == query.replace("{ 1 }", '{ "\' } #" }', 1)


@pytest.mark.parametrize("name", ["claims", "excerpts", "described", "records", "derived"])
def test_our_own_queries_have_the_slot_they_are_bound_by(name: str) -> None:
    assert len(slots(own_query(name))) == 1


def _answer(
    query: str, *terms: NamedNode | Literal
) -> list[NamedNode | BlankNode | Literal | Triple | None]:
    solutions = Store().query(bind(query, {"given": terms}))
    assert isinstance(solutions, QuerySolutions)
    return [row["given"] for row in solutions]


def test_defaults_are_what_stands_in_the_slots_of_the_file() -> None:
    query = """SELECT * {
      VALUES ?role { role:president }
      VALUES ?open { UNDEF }
      VALUES ?text { "a } b"@fr
      }
    }"""
    assert defaults(query) == {"role": "role:president", "text": '"a } b"@fr'}
    assert defaults("SELECT * { ?s ?p ?o }") == {}
