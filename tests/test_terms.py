"""Terms at the edge: what a person writes is read as one IRI, and what is shown is read back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from mfgraph.errors import UsageError
from mfgraph.terms import (
    compact,
    display,
    expand,
    is_right_to_left,
    isolate,
    pick,
    to_python,
)
from mfgraph.vocab import PREFIXES

FNAM = "https://w3id.org/mfgraph/id/org/fnam"


@pytest.mark.parametrize(
    ("written", "iri"),
    [
        ("org/fnam", FNAM),
        ("id/org/fnam", FNAM),
        ("organization:fnam", FNAM),
        (FNAM, FNAM),
        (f"<{FNAM}>", FNAM),
        ("schema:foundingDate", "https://schema.org/foundingDate"),
        ("org:Organization", "http://www.w3.org/ns/org#Organization"),
        ("def/topic/partnerships", "https://w3id.org/mfgraph/def/topic/partnerships"),
        (
            "excerpt/almassae-324458-1/0-104#quote",
            "https://w3id.org/mfgraph/id/excerpt/almassae-324458-1/0-104#quote",
        ),
        ("http://example.org/سوق", "http://example.org/سوق"),
    ],
)
def test_what_a_person_writes_is_one_iri(written: str, iri: str) -> None:
    assert NamedNode(iri) == expand(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "fnam",
        "الفيدرالية",
        "organisation:fnam",
        "organization:",
        "org/",
        "Org/FNAM",
        "organization:fnam ; drop",
        "org/fnam> } ; {",
        "https://example.org/a b",
        'https://example.org/"',
        "https://example.org/> }",
        "https://example.org/a\n",
        "org/fnam\n",
        "schema:name\n",
        "javascript:alert(1)",
    ],
)
def test_anything_else_is_refused_with_examples(written: str) -> None:
    with pytest.raises(UsageError) as caught:
        expand(written)
    assert caught.value.hint == "write for example org/fnam, schema:foundingDate or a whole IRI"


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (FNAM, "organization:fnam"),
        ("https://w3id.org/mfgraph/id/role/x--fnam--head", "membership:x--fnam--head"),
        ("https://w3id.org/mfgraph/def/role/speaker", "role:speaker"),
        ("https://w3id.org/mfgraph/ontology#Claim", "mf:Claim"),
        ("https://w3id.org/mfgraph/graph/source/almassae-324458", "graph:source/almassae-324458"),
        ("https://w3id.org/mfgraph/id/org/", "https://w3id.org/mfgraph/id/org/"),
        ("https://example.org/fnam", "https://example.org/fnam"),
        ("https://schema.org/a?b", "https://schema.org/a?b"),
    ],
)
def test_an_iri_is_shown_by_its_longest_fitting_prefix(iri: str, short: str) -> None:
    assert short == compact(iri)


@given(
    st.sampled_from(sorted(PREFIXES.values())),
    st.from_regex(r"[a-z0-9][a-z0-9-]*", fullmatch=True),
)
def test_a_short_name_is_read_back_as_the_same_iri(namespace: str, local: str) -> None:
    assert namespace + local == expand(compact(namespace + local)).value


def test_a_term_is_shown_as_text() -> None:
    assert display(None) == ""
    assert display(NamedNode(FNAM)) == "organization:fnam"
    assert display(Literal("الفدرالية", language="ar")) == "الفدرالية"
    assert display(_typed("75.18", "decimal")) == "75.18"
    assert display(BlankNode("b1")) == "_:b1"


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("75.18", "decimal", Decimal("75.18")),
        ("58", "decimal", Decimal(58)),
        ("41", "integer", 41),
        ("2001-10-04", "date", date(2001, 10, 4)),
        ("true", "boolean", True),
        ("false", "boolean", False),
        ("2001", "gYear", "2001"),
        ("الفدرالية", "string", "الفدرالية"),
    ],
)
def test_a_literal_becomes_an_exact_python_value(text: str, datatype: str, value: object) -> None:
    found = to_python(_typed(text, datatype))
    assert value == found
    assert type(value) is type(found)


def test_other_terms_become_text_and_no_term_becomes_none() -> None:
    assert to_python(NamedNode(FNAM)) == FNAM
    assert to_python(BlankNode("b1")) == "_:b1"
    assert to_python(None) is None


@pytest.mark.parametrize(
    ("texts", "picked"),
    [
        ({"ar": "المغرب", "fr": "Maroc", "en": "Morocco"}, "Maroc"),
        ({"ar": "المغرب", "en": "Morocco"}, "Morocco"),
        ({"ar": "المغرب"}, "المغرب"),
        ({"ar": "المغرب", "de": "Marokko"}, "المغرب"),
        ({"es": "Marruecos", "de": "Marokko"}, "Marokko"),
        ({"": "FNAM"}, "FNAM"),
        ({}, ""),
    ],
)
def test_a_text_falls_back_to_another_language(texts: dict[str, str], picked: str) -> None:
    assert picked == pick(texts, "fr")


def test_an_isolated_text_stands_between_first_strong_and_pop() -> None:
    assert isolate("org:Post") == "\u2068org:Post\u2069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("الفدرالية", True), ("FNAM الفدرالية", True), ("ﻻ", True), ("FNAM 58", False), ("", False)],
)
def test_a_text_with_an_arabic_letter_runs_from_right_to_left(text: str, *, expected: bool) -> None:
    assert expected is is_right_to_left(text)


def _typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}"))
