"""Tables say times, ratios, growth, and why a figure is missing."""

import json
import platform
from pathlib import Path
from typing import Any

from picture import draw
from results import Results, Row
from sections import sections
from tables import cell, growth, memory
from tell import page

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
OURS = ("load", "load", "ours")


def figure(size: int, engine: str, *seconds: float, **more: Any) -> dict[str, Any]:
    found = {"size": size, "measure": "load", "case": "load", "engine": engine, "peak_mb": 50.0}
    return found | {"seconds": list(seconds)} | more


def test_a_cell_is_a_median_its_ratio_and_its_runs() -> None:
    found = Results([figure(10, "ours", 1, 2, 3, 4, 50), figure(10, "theirs", 6, 12)])
    assert cell(found, Row("", *OURS), 10) == "3.00 s"
    theirs = Row("", "load", "load", "theirs", OURS)
    assert cell(found, theirs, 10) == "9.00 s · 3.00 × (2)"


def test_rows_that_differ_are_said() -> None:
    found = Results(
        [figure(10, "ours", *[1.0] * 5, rows=7), figure(10, "theirs", *[1.0] * 5, rows=8)]
    )
    theirs = Row("", "load", "load", "theirs", OURS)
    assert cell(found, theirs, 10) == "1.00 s · 1.00 × **8 rows, not 7**"


def test_what_was_not_measured_says_why() -> None:
    stopped = figure(10, "slow") | {"outcome": "stopped", "note": "over 300 s"}
    later = figure(100, "slow") | {"outcome": "not run", "note": "stopped at 10"}
    broken = figure(10, "broken") | {"outcome": "failed", "note": "…"}
    refused = figure(10, "other") | {"refused": "MaplibException: no such variable"}
    found = Results([stopped, later, broken, refused])
    said = [
        cell(found, Row("", "load", "load", engine), size)
        for engine, size in (("slow", 10), ("slow", 100), ("broken", 10), ("other", 10))
    ]
    assert said == ["over 300 s", "—", "failed", "cannot"]


def test_what_was_stopped_is_at_least_so_many_times_ours() -> None:
    stopped = figure(10, "slow") | {"outcome": "stopped", "note": "over 300 s", "over": 300.0}
    found = Results([figure(10, "ours", *[2.0] * 5), stopped])
    assert cell(found, Row("", "load", "load", "slow", OURS), 10) == "over 300 s · over 150 ×"


def test_a_refusal_is_told_in_the_words_of_who_refused() -> None:
    found = Results([figure(10, "other") | {"refused": "ValueError: it holds one graph"}])
    assert found.refusals("load") == {"other": "ValueError: it holds one graph"}
    assert found.refusals("export") == {}


def test_growth_and_memory_are_those_of_the_greatest_size() -> None:
    results = [figure(10, "ours", 1.0), figure(100, "ours", 100.0, peak_mb=1234.5)]
    found = Results(results)
    assert growth(found, Row("", *OURS)) == "2.00"
    # The ontology does not grow: a hundred times the time for a hundred times the quads.
    quads = {"10": {"quads": 30}, "100": {"quads": 3000}}
    assert growth(Results(results, quads), Row("", *OURS)) == "1.00"
    assert memory(found, Row("", *OURS)) == "1,234 MB"


def test_the_page_is_that_of_the_results() -> None:
    content = json.loads((BENCHMARKS / "results.json").read_text("utf-8"))
    written = (BENCHMARKS.parent / "docs" / "benchmarks.md").read_text("utf-8")
    assert page(content) == written
    assert len([line for line in sections(content) if line.startswith("## ")]) == 8


def test_the_picture_is_the_same_for_the_same_results(tmp_path: Path) -> None:
    content = json.loads((BENCHMARKS / "results.json").read_text("utf-8"))
    for name in ("one.svg", "two.svg"):
        draw(content["results"], tmp_path / name)
    one, two = ((tmp_path / name).read_bytes() for name in ("one.svg", "two.svg"))
    assert one == two
    assert one.count(b"<path") > 50


def test_neither_page_nor_results_name_the_machine() -> None:
    for path in (BENCHMARKS / "results.json", BENCHMARKS.parent / "docs" / "benchmarks.md"):
        text = path.read_text("utf-8")
        assert str(BENCHMARKS.parent) not in text
        assert platform.node() not in text
