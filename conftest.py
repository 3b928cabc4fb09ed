"""Documentation that runs: README, docs/ and the examples in docstrings are tests.

A ```console block is run line by line as a reader would type it, in a folder of its own, and
what it prints must be what the page shows; a line of three dots stands for any lines.
"""

import os
import subprocess
import sys
import textwrap
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from tempfile import TemporaryDirectory

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser


class ConsoleParser(CodeBlockParser):
    """Runs the commands of a console block and compares what they print."""

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        """The difference between what the page shows and what the commands print."""
        with TemporaryDirectory() as folder:
            for command, expected in _sessions(str(example.parsed)):
                printed = _run(command, Path(folder))
                if not _same(expected, printed):
                    return f"$ {command}\nexpected:\n{expected}\nprinted:\n{printed}"
        return None


def _sessions(block: str) -> list[tuple[str, str]]:
    sessions: list[tuple[str, list[str]]] = []
    for line in textwrap.dedent(block).splitlines():
        if line.startswith("$ "):
            sessions.append((line.removeprefix("$ "), []))
        elif sessions:
            sessions[-1][1].append(line)
    return [(command, "\n".join(lines).strip()) for command, lines in sessions]


def _run(command: str, folder: Path) -> str:
    binaries = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{binaries}:{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S602  (the commands are those of our own pages)
        command,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr).strip()


def _same(expected: str, printed: str) -> bool:
    # Spaces around a line are a matter of the table's width, not of what a page shows.
    want, got = (
        "\n".join(line.strip() for line in text.splitlines()) for text in (expected, printed)
    )
    return OutputChecker().check_output(f"{want}\n", f"{got}\n", ELLIPSIS)


pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser(), ConsoleParser()],
        patterns=["README.md", "docs/*.md", "CONTRIBUTING.md"],
    )
    # Before Python 3.13 `**` is one folder in a pattern; a bare name is found in all of them.
    + Sybil(parsers=[DocTestParser(optionflags=ELLIPSIS)], path="src/mfgraph", patterns=["*.py"])
).pytest()
