"""Each question returns, in both engines, the rows that were worked out by hand from the sources.

The files beside this module hold what follows from the first article alone, and are asked of the
seed; those under `sector/` are asked of all data. An expected file is CSV: `# name=value` lines give parameters, then come a header and the rows in
their order. IRIs are written short (`organization:fnam`), numbers are compared by value, an
empty cell is an unbound variable, and a cell of prose that ends in … is compared up to there.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, cast

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode

from mfgraph.build import Built
from mfgraph.queries import Library, QueryFile, bound
from mfgraph.terms import expand

HERE: Final = Path(__file__).parent
OF_THE_SEED: Final = sorted(HERE.glob("*/*.csv"))
OF_THE_SECTOR: Final = sorted(HERE.glob("sector/*/*.csv"))
FILES: Final = OF_THE_SEED + OF_THE_SECTOR
QUESTIONS: Final = 30
CASES: Final = 8
NUMBERS: Final = frozenset({"integer", "decimal"})
# rdflib's own parser and query engine still call what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\..* is deprecated:DeprecationWarning")


@dataclass(frozen=True)
class Expected:
    """One expected file: which query, with which parameters, and its rows."""

    query: str
    parameters: dict[str, str]
    header: list[str]
    rows: list[list[str]]


def read(path: Path) -> Expected:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    given = [line[2:].strip().partition("=") for line in lines if line.startswith("# ")]
    header, *rows = csv.reader(io.StringIO("".join(lines[len(given) :])))
    name = f"{path.parent.name}/{path.stem.partition('@')[0]}"
    return Expected(name, {key: value for key, _, value in given}, header, rows)


def comparable(cell: str, kind: str) -> str | Decimal | None:
    """An expected cell as the value that its column's type makes of it."""
    if not cell:
        return None
    if kind in NUMBERS:
        return Decimal(cell)
    if kind == "iri" or (kind == "term" and ":" in cell):
        return expand(cell).value
    return cell


def agrees(found: str | None, cell: str, kind: str) -> bool:
    """Whether an engine's value is what the cell says."""
    expected = comparable(cell, kind)
    if found is None or expected is None:
        return found is expected
    if isinstance(expected, Decimal):
        return Decimal(found) == expected
    if kind == "text" and cell.endswith("…"):
        return found.startswith(cell.removesuffix("…"))
    return found == expected


def in_oxigraph(seed_built: Built, query: str) -> list[list[str | None]]:
    solutions = seed_built.store.select(query)
    return [[_oxigraph_value(row[v]) for v in solutions.variables] for row in solutions]


def _oxigraph_value(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None


def in_rdflib(dataset: rdflib.Dataset, query: str) -> list[list[str | None]]:
    rows: Iterable[Sequence[object]] = dataset.query(query)  # type: ignore[assignment]
    return [[None if term is None else str(term) for term in row] for row in rows]


def assert_rows(found: list[list[str | None]], expected: Expected, query: QueryFile) -> None:
    assert [column.name for column in query.columns] == expected.header
    kinds = [column.type for column in query.columns]
    for number, (row, cells) in enumerate(zip(found, expected.rows, strict=False), start=1):
        for value, cell, column in zip(row, cells, query.columns, strict=True):
            assert agrees(value, cell, column.type), (number, column.name, value, cell)
    assert len(found) == len(expected.rows), found[len(expected.rows) :]
    assert all(len(cells) == len(kinds) for cells in expected.rows)


def test_every_question_of_the_seed_has_its_expected_rows(library: Library) -> None:
    questions = {f"{query.theme}/{query.name}" for query in library.questions()}
    plain = [path for path in OF_THE_SEED if "@" not in path.name]
    assert len({read(path).query for path in plain}) == len(plain) == QUESTIONS
    assert len(OF_THE_SEED) - len(plain) == CASES
    assert {read(path).query for path in FILES} <= questions


def name(path: Path) -> str:
    return path.relative_to(HERE).with_suffix("").as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_rows_in_oxigraph(path: Path, library: Library, request: pytest.FixtureRequest) -> None:
    expected = read(path)
    query = library.query(expected.query)
    asked = request.getfixturevalue("built" if path in OF_THE_SECTOR else "seed_built")
    found = in_oxigraph(cast("Built", asked), bound(query, expected.parameters))
    assert_rows(found, expected, query)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_rows_in_rdflib(path: Path, library: Library, request: pytest.FixtureRequest) -> None:
    expected = read(path)
    query = library.query(expected.query)
    asked = request.getfixturevalue("dataset" if path in OF_THE_SECTOR else "seed_dataset")
    found = in_rdflib(cast("rdflib.Dataset", asked), bound(query, expected.parameters))
    assert_rows(found, expected, query)


@pytest.mark.parametrize(
    ("value", "cell", "kind"),
    [
        ("https://w3id.org/mfgraph/id/org/cms", "organization:fnam", "iri"),
        ("43.57", "100", "decimal"),
        ("أشار", "شدد", "string"),
        ("stress", "", "text"),
        (None, "stress", "text"),
        ("The men's share", "The women's…", "text"),
    ],
)
def test_the_comparison_sees_a_difference(value: str | None, cell: str, kind: str) -> None:
    assert not agrees(value, cell, kind)
