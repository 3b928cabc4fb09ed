"""One that takes too long is stopped, goes on with the next, and is spared at greater sizes."""

import math
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bench import Bench
from cases import Case, Place

SCRIPT = """
import json, sys, time
for name in sys.argv[1:]:
    print(json.dumps({"begin": name}), flush=True)
    time.sleep(600 if name == "slow" else 0)
    print(json.dumps({"case": name, "seconds": [0.1]}), flush=True)
"""
COMMAND = (sys.executable, "-c", SCRIPT)


def place(folder: Path) -> Place:
    nowhere = {"python": "", "mfgraph": "", "peers": "", "oxigraph": ""}
    return Place(**nowhere, source=folder, folder=folder, size=10)


def bench(*engines: str) -> Bench:
    nothing: frozenset[str] = frozenset()
    return Bench(limit=1.0, until=math.inf, only=nothing, engines=frozenset(engines), runs=1)


def outcomes(found: Bench) -> list[tuple[int, str, str]]:
    return [(r["size"], r["case"], r.get("outcome", "measured")) for r in found.results]


def test_the_next_part_is_measured(tmp_path: Path) -> None:
    found, case = bench(), Case("ask", "peer", COMMAND, ("a", "slow", "c"))
    assert found.take(case, place(tmp_path))
    assert outcomes(found) == [
        (10, "a", "measured"),
        (10, "slow", "stopped"),
        (10, "c", "measured"),
    ]
    assert found.results[1]["over"] == 1.0
    found.take(case, replace(place(tmp_path), size=100))
    assert outcomes(found)[3:] == [
        (100, "slow", "not run"),
        (100, "a", "measured"),
        (100, "c", "measured"),
    ]


def test_who_cannot_load_in_time_is_asked_nothing_more(tmp_path: Path) -> None:
    found = bench()
    assert not found.take(Case("load quads", "peer", (*COMMAND, "slow")), place(tmp_path))
    assert not found.take(Case("ask", "peer", COMMAND, ("a",)), place(tmp_path))
    assert outcomes(found) == [(10, "load quads", "stopped"), (10, "ask", "not run")]
    assert found.results[1]["note"] == "stopped at 10, load quads"


def test_a_case_that_fails_says_why(tmp_path: Path) -> None:
    found = bench()
    command = (sys.executable, "-c", "raise SystemExit('no such store')")
    assert not found.take(Case("ask", "peer", command), place(tmp_path))
    assert (found.results[0]["outcome"], found.results[0]["note"]) == ("failed", "no such store")


def test_the_engines_asked_for_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = Case("generate", "mfgraph", COMMAND, ("g",), needed=True)
    others = [Case("ask", name, COMMAND, (name,)) for name in ("mine", "yours")]
    monkeypatch.setattr("bench.generate", lambda _: needed)
    monkeypatch.setattr("bench.cases", lambda _: others)
    found = bench("mine")
    found.measure(place(tmp_path))
    assert outcomes(found) == [(10, "g", "measured"), (10, "mine", "measured")]
