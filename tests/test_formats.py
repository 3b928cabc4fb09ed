"""Formats are found by name, suffix and media type, and a wrong one is answered with the list."""

import pytest

from mfgraph.errors import UsageError
from mfgraph.formats import FORMATS, lookup


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("turtle", "turtle"),
        ("Turtle", "turtle"),
        ("ttl", "turtle"),
        (".ttl", "turtle"),
        ("text/turtle", "turtle"),
        ("text/turtle; charset=utf-8", "turtle"),
        ("N-Triples", "ntriples"),
        ("application/n-triples", "ntriples"),
        ("nq", "nquads"),
        ("application/n-quads", "nquads"),
        ("json-ld", "jsonld"),
        ("application/ld+json", "jsonld"),
        ("rdf/xml", "rdfxml"),
        ("application/rdf+xml", "rdfxml"),
        ("TriG", "trig"),
        ("text/csv", "csv"),
        ("void", "void"),
        ("canonical", "canonical"),
        (".void.ttl", "void"),
        ("canonical.nq", "canonical"),
    ],
)
def test_a_format_is_found_by_what_people_call_it(wanted: str, name: str) -> None:
    assert name == lookup(wanted).name


def test_an_unknown_format_is_answered_with_the_nearest_and_the_list() -> None:
    with pytest.raises(UsageError) as caught:
        lookup("turtel")
    assert str(caught.value) == (
        "unknown format 'turtel'; did you mean turtle? formats are turtle, trig, ntriples, "
        "nquads, jsonld, rdfxml, csv, void, canonical"
    )


def test_a_format_like_no_other_gets_the_list_alone() -> None:
    with pytest.raises(UsageError, match="unknown format 'xlsx'; formats are turtle, trig"):
        lookup("xlsx")


def test_names_and_suffixes_are_each_one_formats_own() -> None:
    names = [found.name for found in FORMATS]
    suffixes = [suffix for found in FORMATS for suffix in found.suffixes]
    assert len(names) == len(set(names)) == 9
    assert len(suffixes) == len(set(suffixes))
    assert {f.name for f in FORMATS if f.carries_graphs} == {"trig", "nquads", "canonical"}
