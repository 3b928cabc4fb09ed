"""What a caller writes for a parameter is read as its type or refused with an example."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.errors import ParameterError, UsageError
from mfgraph.queries import Parameter, bound, parse
from mfgraph.queries.header import ParameterType
from mfgraph.queries.parameters import read_value

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
HEADER: Final = """\
#+ parameters:
#+   organization: {type: iri, required: true}
#+   on: {type: date}
"""
QUERY: Final = parse(
    f"{HEADER}ASK {{ VALUES ?organization {{ UNDEF }} VALUES ?on {{ UNDEF }} }}",
    Path("queries/people/post-holders.rq"),
)
LISTING: Final = (
    "it takes organization (an address such as org/fnam), on (a day such as 2001-10-04)"
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("iri", "org/fnam", NamedNode("https://w3id.org/mfgraph/id/org/fnam")),
        ("iri", "schema:name", NamedNode("https://schema.org/name")),
        ("string", "القروض الصغرى", Literal("القروض الصغرى")),
        ("string", '" } #', Literal('" } #')),
        ("string", "", Literal("")),
        ("date", "2001-10-04", Literal("2001-10-04", datatype=NamedNode(f"{XSD}date"))),
        ("date", "2000-02-29", Literal("2000-02-29", datatype=NamedNode(f"{XSD}date"))),
        ("year", "2001", Literal("2001", datatype=NamedNode(f"{XSD}gYear"))),
        ("integer", "41", Literal("41", datatype=NamedNode(f"{XSD}integer"))),
        ("integer", "-041", Literal("-41", datatype=NamedNode(f"{XSD}integer"))),
        ("decimal", "75.18", Literal("75.18", datatype=NamedNode(f"{XSD}decimal"))),
        ("decimal", "-58", Literal("-58", datatype=NamedNode(f"{XSD}decimal"))),
        ("decimal", "٧٥", Literal("75", datatype=NamedNode(f"{XSD}decimal"))),
        ("boolean", "true", Literal("true", datatype=NamedNode(f"{XSD}boolean"))),
        ("boolean", "false", Literal("false", datatype=NamedNode(f"{XSD}boolean"))),
        ("language", "ar", Literal("ar")),
    ],
)
def test_a_text_is_read_as_its_type(
    kind: ParameterType, text: str, value: NamedNode | Literal
) -> None:
    assert read_value(Parameter("given", kind), text) == value


@pytest.mark.parametrize(
    ("kind", "text", "example"),
    [
        ("iri", "fnam", "an address such as org/fnam"),
        ("iri", "https://example.org/> } #", "an address such as org/fnam"),
        ("date", "4 October 2001", "a day such as 2001-10-04"),
        ("date", "2001-10", "a day such as 2001-10-04"),
        ("date", "2001-02-29", "a day such as 2001-10-04"),
        ("date", "2001-10-04T00:00", "a day such as 2001-10-04"),
        ("year", "01", "a year such as 2001"),
        ("year", "2001-10", "a year such as 2001"),
        ("year", "2001\n", "a year such as 2001"),
        ("integer", "4.5", "a whole number"),
        ("integer", "", "a whole number"),
        ("decimal", "75,18", "a number such as 75.18"),
        ("decimal", "NaN", "a number such as 75.18"),
        ("decimal", "Infinity", "a number such as 75.18"),
        ("decimal", "1e999999999", "a number such as 75.18"),
        ("decimal", "75.18 } #", "a number such as 75.18"),
        ("boolean", "True", "true or false"),
        ("boolean", "yes", "true or false"),
        ("language", "de", "ar, fr or en"),
        ("language", "AR", "ar, fr or en"),
        ("string", "\udcff", "a text"),
    ],
)
def test_a_text_of_another_type_is_refused_with_an_example(
    kind: ParameterType, text: str, example: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        read_value(Parameter("given", kind), text)
    assert str(caught.value) == f"parameter 'given' takes {example}, not {text!r}"


@pytest.mark.parametrize(
    ("given", "organization", "day"),
    [
        (
            {"organization": "org/fnam", "on": "2001-10-04"},
            "<https://w3id.org/mfgraph/id/org/fnam>",
            f'"2001-10-04"^^<{XSD}date>',
        ),
        (
            {"organization": "org/cms"},
            "<https://w3id.org/mfgraph/id/org/cms>",
            "UNDEF",
        ),
    ],
)
def test_values_go_into_their_slots(given: Mapping[str, str], organization: str, day: str) -> None:
    expected = f"ASK {{ VALUES ?organization {{ {organization} }} VALUES ?on {{ {day} }} }}"
    assert bound(QUERY, given) == HEADER + expected


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"organization": "org/fnam", "since": "2001"},
            f"'post-holders' has no parameter 'since'; {LISTING}",
        ),
        ({}, f"'post-holders' needs --param organization=…; {LISTING}"),
        ({"on": "2001-10-04"}, f"'post-holders' needs --param organization=…; {LISTING}"),
        (
            {"organization": "org/fnam", "on": "yesterday"},
            "parameter 'on' takes a day such as 2001-10-04, not 'yesterday'",
        ),
    ],
)
def test_a_wrong_call_is_refused_with_what_the_question_takes(
    given: Mapping[str, str], message: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        bound(QUERY, given)
    assert str(caught.value) == message


def test_a_question_without_parameters_says_so() -> None:
    with pytest.raises(UsageError) as caught:
        bound(parse("ASK {}", Path("--query")), {"on": "2001-10-04"})
    assert str(caught.value) == "'--query' has no parameter 'on'; it takes none"


def test_a_parameter_without_a_slot_is_refused() -> None:
    query = parse("#+ parameters: {on: date}\nASK {}", Path("x.rq"))
    with pytest.raises(ParameterError, match=r"no slot VALUES \?on"):
        bound(query, {"on": "2001-10-04"})
