"""A table that is drawn without rich is, to the byte, the table that rich draws."""

import io
import os
import subprocess
import sys
from typing import Final
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from pyoxigraph import Literal

from mfgraph.queries import Table, write_table
from mfgraph.queries.drawing import is_simple

PLAIN: Final = "abé 0159.-قروض٣\u00a0\n[]–"
ODD: Final = PLAIN + "\u0651\u200d\u2068\u2069\u0301日本😀\t\r\x07\x85\u2028"


def _rows(alphabet: str) -> some.SearchStrategy[list[list[str]]]:
    row = some.lists(some.text(alphabet, max_size=80), min_size=3, max_size=3)
    return some.lists(row, min_size=1, max_size=5)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.sampled_from((PLAIN, ODD)).flatmap(_rows))
@example([["which", "share", ""], ["a", "58", ""], ["القروض الصغرى " * 9, "-6.5", "b\n\nc"]])
@example([["", "", ""]])
@example([["a", "\u0301", "\t0"]])
@example([["日本", "a", "b"], ["日本" * 40, "x", "\x07"]])
def test_it_is_as_rich_draws_it(rows: list[list[str]]) -> None:
    head, *body = rows
    found = Table(tuple(head), ("a", "b", "c"), tuple(tuple(map(Literal, row)) for row in body))
    with patch("mfgraph.queries.drawing.is_simple", lambda *_: False):
        by_rich = _written(found)
    assert _written(found) == by_rich


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("القروض الصغرى", True),
        ("٣\xa0é\n–", True),
        ("日本", False),
        ("a\tb", False),
        ("\x1b[1m", False),
    ],
)
def test_what_asks_for_more_than_a_column_is_left_to_rich(text: str, simple: bool) -> None:  # noqa: FBT001
    assert is_simple(["head", text]) is simple


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "TTY_COMPATIBLE"])
def test_who_asks_for_a_terminal_gets_its_styles(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert b"\x1b[1m" not in _written(Table(("share",), ("share",), ()))
    monkeypatch.setenv(variable, "1")
    assert b"\x1b[1m" in _written(Table(("share",), ("share",), ()))


def test_a_plain_table_does_not_load_what_fits_tables() -> None:
    code = (
        "import sys\nfrom mfgraph.queries import Table, write_table\n"
        "write_table(Table(('share',), ('share',), ()), sys.stdout.buffer)\n"
        "print(sorted(name for name in sys.modules if name.startswith('rich')))"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"FORCE_COLOR", "TTY_COMPATIBLE"}
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert "share" in done.stdout
    assert "rich.cells" in done.stdout
    assert "rich.console" not in done.stdout


def _written(found: Table) -> bytes:
    output = io.BytesIO()
    write_table(found, output)
    return output.getvalue()
