"""`mfgraph network` as it is called: each form of it, and one line where it is called wrongly."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Refused = Callable[..., str]
OFFICIALS = "officials-organizations"


@pytest.fixture
def printed(run: Run) -> Callable[..., str]:
    def of(*arguments: str) -> str:
        done = run("network", *arguments)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout

    return of


def test_measures_are_told_in_the_language_asked_for(printed: Callable[..., str]) -> None:
    told = printed(OFFICIALS, "--measure", "closeness", "--measure", "pagerank", "--lang", "fr")
    assert "Proximité" in told
    assert "PageRank" in told
    assert "Degré" not in told
    assert "(nœuds\u00a0: 4, liens\u00a0: 2\u00a0; inverse de la distance moyenne" in told


def test_all_measures_are_those_that_mean_something(printed: Callable[..., str]) -> None:
    told = printed(OFFICIALS, "--measure", "all")
    assert "Redundancy" in told
    assert "In-degree" not in told
    assert "Clustering (" not in told


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("--structure", "Two-mode closure"),
        ("--communities", "modularity 0.5, agreement with 20 other seeds 1."),
        ("--by-year", "2 ties without a year stand outside the table"),
        ("--sensitivity", "2 of 2 ties rest on one witness"),
    ],
)
def test_each_form_says_what_it_rests_on(
    option: str, expected: str, printed: Callable[..., str]
) -> None:
    told = printed(OFFICIALS, option)
    assert told.startswith("Officials and the organizations they serve in\n")
    assert expected in told


def test_people_are_tied_by_the_event_they_share(printed: Callable[..., str]) -> None:
    told = printed("agents-events", "--one-mode", "people", "--measure", "strength")
    # Two speakers at one round table: a tie of weight 1.
    rows = [line.split() for line in told.splitlines()]
    assert [row[-1] for row in rows if row[-2:-1] == ["people"]] == ["1", "1"]


def test_files_are_written_where_asked(printed: Callable[..., str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    printed(OFFICIALS, "--format", "pajek", "--format", "cypher", "-o", str(out))
    assert {path.name for path in out.iterdir()} == {f"{OFFICIALS}.net", f"{OFFICIALS}.cypher"}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((OFFICIALS, "--measure", "pageranks"), "did you mean pagerank?"),
        ((OFFICIALS, "--measure", "in-degree"), "its edges have no direction"),
        ((OFFICIALS, "--during", "2008-13"), "'2008-13' is no date of a network"),
        ((OFFICIALS, "--during", "2008"), "none of its edges is known to hold in 2008"),
        ((OFFICIALS, "--one-mode", "person"), "no kind of node 'person'"),
        ((OFFICIALS, "--layer", "loan"), "no kind of edge 'loan'"),
        ((OFFICIALS, "--currency", "MAD"), "no edge of it has an amount"),
        ((OFFICIALS, "--draws", "-1"), "-1 is not in the range x>=0"),
        (("official-organizations",), "did you mean officials-organizations"),
        (("lineage",), "the network lineage is empty"),
    ],
)
def test_wrong_words_are_refused_in_one_line(
    arguments: tuple[str, ...], expected: str, refused: Refused
) -> None:
    assert expected in refused("network", *arguments)
