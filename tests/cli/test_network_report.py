"""`mfgraph network report`: one file, of the networks asked for, under the dataset's name."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", "بيان معارف التمويل الأصغر بالمغرب"),
        ("fr", "Graphe de connaissances de la microfinance au Maroc"),
        ("en", "Knowledge graph of microfinance in Morocco"),
    ],
)
def test_a_report_is_one_file_under_the_name_of_the_dataset(
    lang: str, said: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    scope = ("--scope", "officials-organizations")
    done = run("network", "report", *scope, "--lang", lang, "-o", str(path))
    assert (done.returncode, done.stdout) == (0, f"{path}\n"), done.stderr
    text = path.read_text("utf-8")
    assert said in text
    assert text.count("<section ") == 1


def test_what_cannot_be_reported_is_one_line(refused: Callable[..., str]) -> None:
    line = refused("network", "report", "--scope", "officials-organisations")
    said = "no network is called 'officials-organisations'; did you mean officials-organizations"
    assert line.startswith(f"mfgraph: {said}")
