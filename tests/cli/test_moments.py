"""Looking at the dataset from a day, counting what it is made of, and drawing a series."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mfgraph.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Refused = Callable[..., str]
FOUNDED = (
    "PREFIX organization: <https://w3id.org/mfgraph/id/org/> PREFIX schema: <https://schema.org/> "
    "ASK { organization:fnam schema:foundingDate ?day }"
)
# The event and who took part, the statements, the roles, the figures and their breakdowns.
RECORDS = 1 + 4 + 10 + 2 + 8 + 3


@pytest.mark.parametrize(("day", "holds"), [("2001-10-03", "false"), ("2001-10", "true")])
def test_what_held_on_a_day(run: Run, day: str, holds: str) -> None:
    done = run("query", "--query", FOUNDED, "--as-of", day)
    assert done.stdout == f"{holds}\n"
    assert f"Records left out: {RECORDS} " in done.stderr
    assert f"without a date: {RECORDS})" in done.stderr


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", "المصادر المستبعدة: \u20681\u2069 من أصل \u20681\u2069"),
        ("fr", "Sources écartées\u00a0: 1 sur 1 (dont la parution au plus tard le 2020-12-31"),
        ("en", "Sources left out: 1 of 1 (not known to have appeared by 2020-12-31"),
    ],
)
def test_what_had_appeared_by_a_day_and_what_is_left_out(run: Run, lang: str, said: str) -> None:
    done = run("query", "--query", FOUNDED, "--known-by", "2020", "--lang", lang)
    assert done.stdout == "false\n"
    assert said in done.stderr


def test_a_later_source_takes_part_from_its_day_on(copy: Workspace, run: Run) -> None:
    path = copy.root / "data/sources/almassae-324458.ttl"
    text = path.read_text(encoding="utf-8").replace(
        "source:almassae-324458 a schema:NewsArticle ;",
        'source:almassae-324458 a schema:NewsArticle ;\n    dcterms:date "2015-09"^^edtf:EDTF ;',
        1,
    )
    path.write_text(text, encoding="utf-8")
    answers = {
        day: run("-C", str(copy.root), "query", "--query", FOUNDED, "--known-by", day).stdout
        for day in ("2015-08", "2015-09-29", "2015-09", "2016")
    }
    assert answers == {
        "2015-08": "false\n",
        "2015-09-29": "false\n",
        "2015-09": "true\n",
        "2016": "true\n",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "turtle"),
        ("network", "organizations-events"),
        ("why", "org/fnam"),
        ("audit",),
        ("describe",),
    ],
)
def test_each_command_that_looks_from_a_day_says_what_it_leaves_out(
    run: Run, arguments: tuple[str, ...]
) -> None:
    # The article gives no year, so that a network of its events is empty, and refused as such.
    done = run(*arguments, "--as-of", "2012")
    assert done.returncode == (2 if arguments[0] == "network" else 0), done.stderr
    assert f"Records left out: {RECORDS} " in done.stderr


def test_an_export_of_a_day_holds_what_held(run: Run) -> None:
    then, now = (run("export", "turtle", *options).stdout for options in (("--as-of", "2000"), ()))
    for said in ("schema:foundingDate", "event:rt-protection-clients"):
        assert said not in then
        assert said in now


@pytest.mark.parametrize("option", ["--as-of", "--known-by"])
@pytest.mark.parametrize("text", ["2012-13", "2015-02-29", "yesterday", "2012/2014"])
def test_what_is_no_date_is_refused(refused: Refused, option: str, text: str) -> None:
    line = refused("query", "--query", FOUNDED, option, text)
    assert f"{option[2:]} takes a year, a month or a day, not '{text}'" in line


def test_help_says_what_a_date_means(run: Run) -> None:
    said = " ".join(run("query", "--help").stdout.split())
    assert "a month (2014-06) or a year (2014) for its last day" in said


def test_describe_counts_in_words_and_for_programs(run: Run) -> None:
    french = run("describe", "--lang", "fr").stdout
    assert french.startswith("Taille du jeu de données\n")
    assert "non indiqué" in french
    counts = json.loads(run("describe", "--format", "json").stdout)
    assert counts["dataset-size"]["rows"] == [
        {"sources": 1, "withText": 1, "withoutText": 0, "claims": 55, "facts": 21}
    ]


def test_a_chart_is_drawn_of_the_whole_dataset(
    workspace: Workspace, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "clients.svg"
    done = run("-C", str(workspace.root), "chart", "indicator-over-time", "-o", str(path))
    assert done.stdout == f"{path}\n", done.stderr
    assert "<svg " in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("chart", "activity-shares"), "'activity-shares' declares no chart"),
        (("chart", "indicator-over-time"), "there is nothing to draw"),
        (("chart", "nobody"), "no query is called 'nobody'"),
        (("chart", "indicator-over-time", "--param", "x"), "is not NAME=VALUE"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused(
    refused: Refused, arguments: tuple[str, ...], expected: str
) -> None:
    assert expected in refused(*arguments)
