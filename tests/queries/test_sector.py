"""The questions about the whole sector: that all are answered, and by how much hand-made evidence.

The rows themselves are compared in `test_expected.py`. They were worked out from the facts as the
sources give them and from the rules of choice, never from an answer of ours.
"""

from pathlib import Path
from typing import Final

import pytest

from mfgraph.build import Built
from mfgraph.queries import Library, bound

HERE: Final = Path(__file__).parent
OF_THE_SECTOR: Final = sorted(HERE.glob("sector/*/*.csv"))
OF_THE_SEED: Final = sorted(HERE.glob("*/*.csv"))
LONGEST: Final = 40


def question(path: Path) -> str:
    return f"{path.parent.name}/{path.stem.partition('@')[0]}"


def rows(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("# ")][1:]


def test_at_least_forty_questions_have_rows_worked_out_from_the_sources() -> None:
    assert len({question(path) for path in OF_THE_SECTOR}) >= 40


def test_every_question_has_expected_rows(library: Library) -> None:
    asked = {f"{query.theme}/{query.name}" for query in library.questions()}
    assert asked == {question(path) for path in OF_THE_SECTOR + OF_THE_SEED}


@pytest.mark.parametrize("path", OF_THE_SECTOR, ids=lambda path: path.stem)
def test_an_expected_file_says_something_and_can_be_read(path: Path) -> None:
    assert 1 <= len(rows(path)) <= LONGEST


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("people/post-holders-on-day", {"on": "1990-01-01"}),
        ("organizations/names-of", {"name": "محمد الخامس"}),
        ("organizations/founding-dates", {"organization": "organization:cdg"}),
        ("statistics/missing-indicators", {"organization": "organization:fnam"}),
        ("statements/contradicted-statements", {"statement": "statement:almassae-324458-s1"}),
    ],
)
def test_what_no_source_says_has_no_rows(
    built: Built, library: Library, name: str, parameters: dict[str, str]
) -> None:
    assert list(built.store.select(bound(library.query(name), parameters))) == []
