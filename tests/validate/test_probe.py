"""Twenty small SPARQL constraints, one feature each: every engine finds just the bad node.

Of each probe the first property list is that of a node that breaks the constraint, the second that
of one that does not. Compiled validators have missed the first without a word.
"""

from collections.abc import Callable
from typing import Final

import pytest
from rdflib import Graph

from mfgraph.store import OxigraphStore

Graphs = Callable[[str], tuple[Graph, OxigraphStore]]
Found = Callable[..., frozenset[tuple[object, ...]]]
# What is asked of a node, what is so of the bad node, what is so of the good one.
PROBES: Final = {
    "dates are compared": (
        "$this ex:from ?a ; ex:to ?b . FILTER(?b < ?a)",
        'ex:from "2012-05-02"^^xsd:date ; ex:to "2011-05-02"^^xsd:date',
        'ex:from "2011-05-02"^^xsd:date ; ex:to "2012-05-02"^^xsd:date',
    ),
    "moments are compared across zones": (
        "$this ex:from ?a ; ex:to ?b . FILTER(?b < ?a)",
        'ex:from "2011-05-02T12:00:00Z"^^xsd:dateTime ; ex:to "2011-05-02T12:30:00+01:00"^^xsd:dateTime',
        'ex:from "2011-05-02T12:00:00Z"^^xsd:dateTime ; ex:to "2011-05-02T12:30:00Z"^^xsd:dateTime',
    ),
    "the year of a moment": (
        "$this ex:at ?a . FILTER(YEAR(?a) < 1999)",
        'ex:at "1998-12-31T23:00:00Z"^^xsd:dateTime',
        'ex:at "1999-01-01T00:00:00Z"^^xsd:dateTime',
    ),
    "decimals are added": (
        "$this ex:a ?a ; ex:b ?b . FILTER(?a + ?b != 100)",
        "ex:a 18.75 ; ex:b 24.82",
        "ex:a 75.18 ; ex:b 24.82",
    ),
    "a whole number is divided": (
        "$this ex:a ?a ; ex:b ?b . FILTER(?a / ?b > 0.3)",
        "ex:a 1 ; ex:b 3",
        "ex:a 3 ; ex:b 10",
    ),
    "the distance of two numbers": (
        "$this ex:a ?a ; ex:b ?b . FILTER(ABS(?a - ?b) > 0.5)",
        "ex:a 99.4 ; ex:b 100",
        "ex:a 99.5 ; ex:b 100",
    ),
    "a sequence of properties": (
        "$this ex:a/ex:b ?c . FILTER(?c = 1)",
        "ex:a [ ex:b 1 ]",
        "ex:a [ ex:b 2 ]",
    ),
    "an inverse property": (
        "?a ^ex:b $this . FILTER(?a = 1)",
        "ex:b 1",
        "ex:b 2",
    ),
    "a property any number of times": (
        "$this ex:a+ ?c . FILTER(?c = ex:end)",
        "ex:a [ ex:a [ ex:a ex:end ] ]",
        "ex:a [ ex:b ex:end ]",
    ),
    "one property or another": (
        "$this ex:a|ex:b ?c . FILTER(?c = 1)",
        "ex:b 1",
        "ex:c 1",
    ),
    "values are counted": (
        "{ SELECT $this (COUNT(DISTINCT ?c) AS ?n) { $this ex:a ?c } GROUP BY $this } FILTER(?n > 2)",
        "ex:a 1 , 2 , 3",
        "ex:a 1 , 2",
    ),
    "values are summed": (
        "{ SELECT $this (SUM(?c) AS ?n) { $this ex:a ?c } GROUP BY $this } FILTER(?n != 100)",
        "ex:a 58 , 21 , 15 , 7",
        "ex:a 58 , 21 , 15 , 6",
    ),
    "the least value": (
        "{ SELECT $this (MIN(?c) AS ?n) { $this ex:a ?c } GROUP BY $this } FILTER(?n < 2)",
        "ex:a 1 , 3",
        "ex:a 2 , 3",
    ),
    "a group that is left out": (
        "{ SELECT $this { $this ex:a ?c } GROUP BY $this HAVING(AVG(?c) > 2) }",
        "ex:a 2 , 3",
        "ex:a 1 , 3",
    ),
    "a pattern of Arabic letters": (
        '$this ex:a ?a . FILTER(REGEX(?a, "^[ء-ي ]+$"))',
        'ex:a "الدار البيضاء"',
        'ex:a "الدار 1 البيضاء"',
    ),
    "a pattern whatever the case": (
        '$this ex:a ?a . FILTER(REGEX(?a, "^fnam$", "i"))',
        'ex:a "FNAM"',
        'ex:a "FNAMs"',
    ),
    "the language of a text": (
        '$this ex:a ?a . FILTER(LANG(?a) = "ar")',
        'ex:a "مرحبا"@ar',
        'ex:a "bonjour"@fr',
    ),
    "the datatype of a text": (
        "$this ex:a ?a . FILTER(DATATYPE(?a) = xsd:decimal)",
        "ex:a 1.0",
        "ex:a 1",
    ),
    "what is not there": (
        "$this ex:a ?a . OPTIONAL { ?a ex:b ?b } FILTER(!BOUND(?b))",
        "ex:a [ ex:c 1 ]",
        "ex:a [ ex:b 1 ]",
    ),
    "what does not exist": (
        "$this ex:a ?a . FILTER NOT EXISTS { ?a ex:b ?b . FILTER(?b > 1) }",
        "ex:a [ ex:b 1 ]",
        "ex:a [ ex:b 2 ]",
    ),
}  # fmt: skip
SHAPE: Final = """
    ex: sh:declare [ sh:prefix "ex" ; sh:namespace "https://example.org/"^^xsd:anyURI ] ,
        [ sh:prefix "xsd" ; sh:namespace "http://www.w3.org/2001/XMLSchema#"^^xsd:anyURI ] .
    shape:S-99 a sh:NodeShape ; sh:targetNode ex:bad , ex:good ; sh:sparql [
        sh:prefixes ex: ; sh:message "S-99 bad"@en ; sh:select '''SELECT DISTINCT $this WHERE {{ {} }}''' ] .
"""


@pytest.mark.parametrize("engine", ["default", "pyshacl", "turbo"])
@pytest.mark.parametrize("name", PROBES)
def test_the_bad_node_is_found_and_the_good_one_is_not(
    graphs: Graphs, found: Found, name: str, engine: str
) -> None:
    asked, bad, good = PROBES[name]
    _, store = graphs(f"ex:bad {bad} . ex:good {good} .")
    shapes, _ = graphs(SHAPE.format(asked))
    assert {str(focus) for focus, *_ in found(engine, store, shapes)} == {"https://example.org/bad"}


def test_there_are_twenty_probes() -> None:
    assert len(PROBES) == 20
