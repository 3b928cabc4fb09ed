"""Each query file says in its header, truly and in three languages, what it asks and returns."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode

from mfgraph.build import Built
from mfgraph.queries import Library, QueryFile, read
from mfgraph.sparql import slots
from mfgraph.terms import LANGUAGES
from mfgraph.vocab import PREFIXES, term

ROOT: Final = Path(__file__).parents[2] / "queries"
OTHERS: Final = frozenset({"construct", "describe", "export", "findings", "network"})
QUESTIONS: Final = sorted(path for path in ROOT.glob("*/*.rq") if path.parent.name not in OTHERS)
CONSTRUCTS: Final = sorted(ROOT.glob("construct/*.rq"))
CHECKS: Final = sorted(ROOT.glob("findings/*.rq"))
PREFIX: Final = re.compile(r"^PREFIX ([a-z-]+): <([^>]+)>$", re.MULTILINE)
TOTALLY_ORDERED: Final = re.compile(r"^\}\nORDER BY [^{}]+\Z", re.MULTILINE)
ARABIC: Final = re.compile(r"[\u0621-\u064a]")
IN_ARABIC: Final = re.compile(r"\A[^A-Za-z]+\Z")
DATATYPES: Final = {
    "integer": term("xsd:integer"),
    "decimal": term("xsd:decimal"),
    "boolean": term("xsd:boolean"),
    "date": term("xsd:date"),
}

question = pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
construct = pytest.mark.parametrize("path", CONSTRUCTS, ids=lambda path: path.stem)
check = pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.stem)
either = pytest.mark.parametrize(
    "path", QUESTIONS + CONSTRUCTS + CHECKS, ids=lambda path: path.stem
)


def test_the_files_were_found() -> None:
    assert len(QUESTIONS) >= 74
    assert len(CONSTRUCTS) >= 9


def test_names_are_unique() -> None:
    names = Counter(path.stem for path in ROOT.glob("*/*.rq"))
    assert [name for name, times in names.items() if times > 1] == []


@question
def test_question_and_labels_in_three_languages(path: Path) -> None:
    query = read(path)
    texts = (
        [query.question] + [p.label for p in query.parameters] + [c.label for c in query.columns]
    )
    assert query.summary
    assert query.header["tags"]
    for text in texts:
        assert set(text) == set(LANGUAGES)
        assert all(value.strip() for value in text.values())
        assert ARABIC.search(text["ar"])
        assert IN_ARABIC.match(text["ar"])
    assert query.question["ar"].endswith("؟")
    assert query.question["fr"].endswith("\u00a0?")
    assert query.question["en"].endswith("?")


@question
def test_parameters_are_the_slots(path: Path) -> None:
    query = read(path)
    assert [parameter.name for parameter in query.parameters] == sorted_as_declared(query)
    inside = query.text[query.text.index("WHERE") :]
    assert inside.count("VALUES ?") == len(query.parameters)


def sorted_as_declared(query: QueryFile) -> list[str]:
    """The slots of the query's text, in the order in which the header declares them."""
    declared = [parameter.name for parameter in query.parameters]
    found = slots(query.text)
    return sorted(found, key=lambda name: declared.index(name) if name in declared else -1)


@question
def test_columns_are_the_projection(path: Path, built: Built) -> None:
    query = read(path)
    solutions = built.store.select(query.text)
    assert [column.name for column in query.columns] == [v.value for v in solutions.variables]


@question
def test_values_are_of_the_type_of_their_column(path: Path, built: Built) -> None:
    query = read(path)
    for row in built.store.select(query.text):
        for column in query.columns:
            assert_type(row[column.name], column.type)


def assert_type(value: object, kind: str) -> None:
    if value is None or kind in {"string", "text", "term"}:
        assert value is None or kind == "term" or isinstance(value, Literal)
    elif kind == "iri":
        assert isinstance(value, NamedNode)
    else:
        assert isinstance(value, Literal)
        assert value.datatype == DATATYPES[kind]


@question
def test_the_answer_is_ordered(path: Path) -> None:
    assert TOTALLY_ORDERED.search(path.read_text(encoding="utf-8"))


@either
def test_prefixes_are_those_of_the_table_and_all_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    declared = dict(PREFIX.findall(text))
    assert text.count("PREFIX ") == len(declared)
    assert list(declared) == sorted(declared)
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}
    body = text[text.rindex("PREFIX ") :].split("\n", 1)[1]
    assert [p for p in declared if not re.search(rf"(?<![\w?:-]){p}:", body)] == []


@either
def test_no_trap_of_the_engines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "GROUP_CONCAT" not in text  # its order differs between engines
    assert "NOT EXISTS" not in text  # quadratic in Oxigraph where it joins patterns
    assert "SAMPLE" not in text  # any of the values, so a different one at each run


@construct
def test_a_derivation_says_in_three_languages_what_it_derives(path: Path) -> None:
    query = read(path)
    description = query.header["description"]
    assert query.form == "CONSTRUCT"
    assert set(description) == set(LANGUAGES)
    assert ARABIC.search(description["ar"])
    assert all(len(description[lang]) > 40 for lang in LANGUAGES)
    assert path.stem.startswith(f"{int(query.header['order']):02}-")
    assert query.header["target"] in {"default", "derived"}


@check
def test_a_check_says_in_three_languages_what_it_finds(path: Path) -> None:
    query = read(path)
    for texts in (query.header["finding"], query.header["description"]):
        assert set(texts) == set(LANGUAGES)
        assert ARABIC.search(texts["ar"])
    assert all(len(query.header["description"][lang]) > 40 for lang in LANGUAGES)
    assert query.summary
    assert query.header["tags"] == ["findings"]
    for column in query.columns:
        assert set(column.label) == set(LANGUAGES)
        assert IN_ARABIC.match(column.label["ar"])


@check
def test_all_checks_return_the_same_columns(path: Path, built: Built) -> None:
    columns = ["subject", "expected", "found", "source", "against"]
    query = read(path)
    assert [column.name for column in query.columns] == columns
    assert [v.value for v in built.store.select(query.text).variables] == columns
    assert TOTALLY_ORDERED.search(query.text)


def test_questions_are_those_of_the_library(library: Library) -> None:
    assert [query.path for query in library.questions()] == QUESTIONS
