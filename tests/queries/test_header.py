"""The header of a query file is read as it is written, and a wrong one names file and fault."""

from pathlib import Path
from typing import Final

import pytest

from mfgraph.errors import SyntaxFault
from mfgraph.queries import parse, read
from mfgraph.queries.header import form_of

PATH: Final = Path("queries/people/post-holders.rq")
TEXT: Final = """\
#+ summary: Who held which seat
#+ question:
#+   ar: من شغل أي منصب؟
#+   fr: Qui a occupé quel poste ?
#+   en: Who held which seat?
#+ tags: [people]
#+ parameters:
#+   organization:
#+     type: iri
#+     required: true
#+     label: {ar: المنظمة, fr: organisation, en: organization}
#+   on: {type: date}
#+   lang: language
#+ columns:
#+   person: {type: iri, label: {ar: الشخص, fr: personne, en: person}}
#+   yes: boolean
#+ order: 010

# Not the header: ASK
SELECT ?person ?yes
WHERE { VALUES ?organization { UNDEF } ?person ?yes ?organization }
"""


def test_a_header_is_read_as_it_is_written() -> None:
    query = parse(TEXT, PATH)
    assert (query.name, query.theme, query.form) == ("post-holders", "people", "SELECT")
    assert query.summary == "Who held which seat"
    assert query.question["ar"] == "من شغل أي منصب؟"
    # French is written with plain spaces, and read with those that do not break.
    assert query.question["fr"] == "Qui a occupé quel poste\u00a0?"
    assert query.header["tags"] == ["people"]
    assert query.text == TEXT
    organization, on, lang = query.parameters
    assert (organization.name, organization.type, organization.required) == (
        "organization",
        "iri",
        True,
    )
    assert organization.label["fr"] == "organisation"
    assert (on.type, on.required, dict(on.label)) == ("date", False, {})
    assert lang.type == "language"
    person, yes = query.columns
    assert (person.name, person.type, person.label["ar"]) == ("person", "iri", "الشخص")
    assert (yes.name, yes.type) == ("yes", "boolean")


def test_words_that_yaml_takes_for_values_stay_words() -> None:
    # YAML 1.1 reads `on` and `yes` as true and 010 as eight.
    query = parse(TEXT, PATH)
    assert [parameter.name for parameter in query.parameters][1] == "on"
    assert [column.name for column in query.columns][1] == "yes"
    assert query.header["order"] == "010"


def test_a_query_needs_no_header() -> None:
    query = parse("ASK { ?s ?p ?o }", Path("--query"))
    assert (query.form, query.parameters, query.columns) == ("ASK", (), ())
    assert (query.summary, dict(query.question)) == ("", {})


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ summary: [open", "the header is not YAML: "),
        ("#+ - a\n#+ - b", "the header is not a table of keys"),
        ("#+ just words", "the header is not a table of keys"),
        ("#+ parameters: [a, b]", "'parameters' in the header is not a table of names"),
        ("#+ columns: person", "'columns' in the header is not a table of names"),
        ("#+ parameters: {on: day}", "parameter 'on' has no known type"),
        ("#+ parameters: {on: {required: true}}", "parameter 'on' has no known type"),
        ("#+ columns: {person: {label: x}}", "column 'person' has no type"),
        ("#+ columns: {person: [iri]}", "column 'person' has no type"),
    ],
)
def test_a_wrong_header_is_a_fault_of_its_file(header: str, message: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        parse(f"{header}\nASK {{}}", PATH)
    assert caught.value.where == "queries/people/post-holders.rq"
    assert caught.value.message.startswith(message)


def test_an_unknown_type_is_answered_with_the_known_ones() -> None:
    with pytest.raises(SyntaxFault) as caught:
        parse("#+ parameters: {on: day}\nASK {}", PATH)
    assert caught.value.hint == (
        "use one of iri, string, date, year, integer, decimal, boolean, language"
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("select * {}", "SELECT"),
        ("PREFIX org: <http://www.w3.org/ns/org#> ASK { ?x a org:Post }", "ASK"),
        ("PREFIX ask: <http://e.org/ASK#> BASE <http://e.org/ASK> DESCRIBE ask:x", "DESCRIBE"),
        ("# SELECT\nCONSTRUCT { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }", "CONSTRUCT"),
        ("#+ summary: DESCRIBE\n#+ ASK: x\n\n  ASK { ?s ?p 'SELECT' }", "ASK"),
        ("PREFIX e: <http://e.org/#>CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("nothing of the kind", "SELECT"),
    ],
)
def test_the_form_is_the_first_of_four_words(text: str, form: str) -> None:
    assert form_of(text) == form


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "people" / "post-holders.rq"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    assert read(path) == parse(TEXT, path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.rq"
    with pytest.raises(SyntaxFault, match="cannot be read"):
        read(path)
    path.write_bytes(b"#+ summary: caf\xe9\nASK {}")
    with pytest.raises(SyntaxFault) as caught:
        read(path)
    assert caught.value.where == str(path)
