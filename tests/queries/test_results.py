"""An answer keeps its values in every form: for the eye, for Markdown, for another program."""

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import IO, Final

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, parse_query_results

from mfgraph.errors import UsageError
from mfgraph.queries import RESULT_FORMATS, Table, parse, table, write_solutions, write_table
from mfgraph.queries.results import write_markdown
from mfgraph.terms import Language

FSI, PDI = "\u2068", "\u2069"
HEADER: Final = """\
#+ columns:
#+   person: {type: iri, label: {ar: الشخص, fr: personne, en: person}}
#+   share: {type: decimal, label: {ar: النسبة, fr: part}}
"""
QUERY: Final = """\
SELECT ?person ?share ?said WHERE {
  VALUES (?person ?share ?said) {
    (<https://w3id.org/mfgraph/id/person/mohamed-el-mazouri> 58 "القروض الصغرى"@ar)
    (<https://example.org/x> 75.18 "a | b, \\"c\\"\\n\\\\| d")
    (UNDEF -2 UNDEF)
  }
}
"""
FOUND: Final = Table(
    headings=("person", "share"),
    names=("person", "share"),
    rows=((Literal("محمد المازوري", language="ar"), Literal(58)), (Literal("FNAM"), Literal(6))),
)


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("ar", ("الشخص", "النسبة", "said")),
        ("fr", ("personne", "part", "said")),
        ("en", ("person", "part", "said")),
    ],
)
def test_headings_are_in_the_readers_language(lang: Language, headings: tuple[str, ...]) -> None:
    found = table(_solutions(), query=parse(HEADER + QUERY, Path("x.rq")), lang=lang)
    assert found.headings == headings
    assert found.names == ("person", "share", "said")


def test_without_a_header_a_column_is_called_by_its_variable() -> None:
    assert table(_solutions()).headings == ("person", "share", "said")


def test_records_are_python_values() -> None:
    assert table(_solutions()).records() == [
        {
            "person": "https://w3id.org/mfgraph/id/person/mohamed-el-mazouri",
            "share": 58,
            "said": "القروض الصغرى",
        },
        {
            "person": "https://example.org/x",
            "share": Decimal("75.18"),
            "said": 'a | b, "c"\n\\| d',
        },
        {"person": None, "share": -2, "said": None},
    ]


def test_a_cell_in_arabic_is_isolated_and_numbers_stand_to_the_right() -> None:
    lines = [line.rstrip() for line in _written(write_table, FOUND).splitlines() if line.strip()]
    assert lines == [
        " person          share",
        " ─────────────────────",
        f" {FSI}محمد المازوري{PDI}      58",
        " FNAM                6",
    ]


def test_a_missing_number_leaves_its_column_to_the_right() -> None:
    found = Table(("share", "x"), ("share", "x"), ((Literal(6), None), (None, Literal("y"))))
    assert _written(write_table, found).splitlines()[3].startswith("     6")


def test_each_line_of_a_folded_arabic_cell_is_isolated_by_itself() -> None:
    words = "القروض الصغرى " * 20
    found = Table(("said", "n"), ("said", "n"), ((Literal(words), Literal(1)),))
    lines = [line for line in _written(write_table, found).splitlines() if "القروض" in line]
    assert len(lines) == 5
    assert all(line.count(FSI) == line.count(PDI) == 1 for line in lines)
    assert " ".join(line.split(FSI)[1].split(PDI)[0] for line in lines) == words.strip()


def test_nothing_in_a_file_is_cut_off() -> None:
    long = "https://example.org/" + "z" * 150
    found = Table(("iri",) * 4, tuple("abcd"), ((NamedNode(long),) * 4,))
    assert _written(write_table, found).count("z") == 4 * 150
    assert "…" not in _written(write_table, found)


def test_markup_of_the_terminal_is_text() -> None:
    found = Table(("a",), ("a",), ((Literal("[bold]58[/bold] :smile:"),),))
    assert "[bold]58[/bold] :smile:" in _written(write_table, found)


def test_an_empty_table_still_has_its_headings() -> None:
    found = Table(("person", "share"), ("person", "share"), ())
    assert _written(write_table, found).split() == ["person", "share", "─" * 14]
    assert _written(write_markdown, found) == "| person | share |\n| --- | --- |\n"


def test_markdown_escapes_what_would_end_a_cell() -> None:
    assert _written(write_markdown, table(_solutions())) == (
        "| person | share | said |\n"
        "| --- | --- | --- |\n"
        "| person:mohamed-el-mazouri | 58 | القروض الصغرى |\n"
        '| https://example.org/x | 75.18 | a \\| b, "c" \\\\\\| d |\n'
        "|  | -2 |  |\n"
    )


@pytest.mark.parametrize("name", ["json", "xml", "tsv"])
def test_a_result_format_gives_back_the_same_terms(name: str) -> None:
    output = io.BytesIO()
    write_solutions(_solutions(), name, output)
    back = parse_query_results(output.getvalue(), format=RESULT_FORMATS[name])
    assert isinstance(back, QuerySolutions)
    assert table(back) == table(_solutions())


def test_csv_gives_the_plain_values() -> None:
    # CSV has no types: https://www.w3.org/TR/sparql11-results-csv-tsv/#csv
    output = io.BytesIO()
    write_solutions(_solutions(), "csv", output)
    assert output.getvalue().decode() == (
        "person,share,said\r\n"
        "https://w3id.org/mfgraph/id/person/mohamed-el-mazouri,58,القروض الصغرى\r\n"
        'https://example.org/x,75.18,"a | b, ""c""\n\\| d"\r\n'
        ",-2,\r\n"
    )


def test_the_formats_are_those_of_the_specification() -> None:
    assert set(RESULT_FORMATS) == {"csv", "tsv", "json", "xml"}


def test_an_unknown_format_is_answered_with_the_list() -> None:
    with pytest.raises(UsageError) as caught:
        write_solutions(_solutions(), "yaml", io.BytesIO())
    assert str(caught.value) == (
        "no result format is called 'yaml'; use one of table, markdown, csv, tsv, json, xml"
    )


def _solutions() -> QuerySolutions:
    found = Store().query(QUERY)
    assert isinstance(found, QuerySolutions)
    return found


def _written(writer: Callable[[Table, IO[bytes]], None], found: Table) -> str:
    output = io.BytesIO()
    writer(found, output)
    return output.getvalue().decode()
