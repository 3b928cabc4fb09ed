"""A child is measured, and stopped where it is silent for too long."""

import sys
from pathlib import Path

from process import run

SAYS = (
    'print(\'{"begin": "a"}\', flush=True); print(\'{"case": "a", "seconds": [0.5]}\', flush=True)'
)


def test_what_a_child_prints_is_its_figures(tmp_path: Path) -> None:
    found = run([sys.executable, "-c", f"print('hello'); {SAYS}"], 60, tmp_path / "log")
    assert found.cases == ({"case": "a", "seconds": [0.5]},)
    assert found.done
    assert found.unfinished is None
    assert found.peak_mb > 1
    assert found.seconds > 0


def test_a_silent_child_is_stopped_and_what_it_said_stands(tmp_path: Path) -> None:
    more = 'print(\'{"begin": "b"}\', flush=True); import time; time.sleep(600)'
    found = run([sys.executable, "-c", f"{SAYS}; {more}"], 0.5, tmp_path / "log")
    assert found.stopped
    assert not found.done
    assert [line["case"] for line in found.cases] == ["a"]
    assert found.unfinished == "b"


def test_a_child_that_fails_says_why(tmp_path: Path) -> None:
    found = run([sys.executable, "-c", "raise SystemExit('no such store')"], 60, tmp_path / "log")
    assert (found.done, found.code, found.complaint) == (False, 1, "no such store")
