"""Where in the files a thing is described: IRI → file and line.

RDF parsers forget lines, so the Turtle is read once more, as tokens only: the first token
of each statement is its subject. Grammar: [Turtle 1.1, section 6.5](https://www.w3.org/TR/turtle/#sec-grammar-grammar).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

_TOKEN: Final = re.compile(
    r"""(?P<skip>\#[^\n]*|\s+)
      | (?P<string>\"{3}(?:[^\"\\]|\\.|\"{1,2}(?!\"))*\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
                  |\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')
      | (?P<iri><[^<>\s]*>)
      | (?P<directive>@prefix|@base|(?i:prefix|base)(?=\s))
      | (?P<name>[^\s<>\"'(){}\[\];,.:#\\|^`]*:(?:[^\s<>\"'(){}\[\];,.#\\|^`]|\\.|\.(?=[\w:%\\-]))*)
      | (?P<open>[\[(]) | (?P<close>[\])])
      | (?P<end>\.(?!\d)) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Location:
    """A line of a file."""

    path: Path
    line: int


@dataclass(frozen=True)
class Locations:
    """The lines at which the subjects of some Turtle files are described.

    The files are read when the first line is asked for: a build without faults asks none.
    """

    root: Path
    paths: tuple[Path, ...]

    def of(self, iri: str) -> Location | None:
        """Where an IRI is first described; a fragment falls back to the thing it is part of.

        A selector `…/0-104#quote` that has no block of its own is found with its excerpt.
        """
        whole, _, _ = iri.partition("#")
        return self._index.get(iri) or self._index.get(whole)

    def where(self, iri: str) -> str | None:
        """The line as messages name it, `data/entities/people.ttl:12`."""
        found = self.of(iri)
        return f"{found.path.relative_to(self.root).as_posix()}:{found.line}" if found else None

    @cached_property
    def _index(self) -> dict[str, Location]:
        index: dict[str, Location] = {}
        for path in self.paths:
            for iri, line in subjects(path.read_text(encoding="utf-8", errors="replace")):
                index.setdefault(iri, Location(path, line))
        return index


def subjects(turtle: str) -> Iterator[tuple[str, int]]:
    r"""Each statement's subject with the line it stands on, in the order of the text.

    >>> text = "@prefix ex: <https://example.org/> .\n\nex:fnam a ex:Federation ."
    >>> list(subjects(text))
    [('https://example.org/fnam', 3)]
    """
    prefixes: dict[str, str] = {}
    for line, statement in _statements(turtle):
        kind, first = statement[0]
        if kind == "directive":
            _declare(statement, prefixes)
        elif kind in {"iri", "name"} and not first.startswith("_:"):
            yield _resolve(first, prefixes), line


def _statements(turtle: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    # Only the first tokens of a statement matter: its subject, or a prefix and its IRI.
    line, begin, depth = 1, 1, 0
    statement: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(turtle):
        kind, text = str(match.lastgroup), match.group()
        if kind not in {"skip", "end"} or depth:
            begin = begin if statement else line
            if len(statement) < 3:  # noqa: PLR2004  (a directive's three words)
                statement.append((kind, text))
        depth += (kind == "open") - (kind == "close")
        if statement and depth == 0 and (kind == "end" or _sparql_directive_ends(statement)):
            yield begin, statement
            statement = []
        line += text.count("\n")


def _sparql_directive_ends(statement: list[tuple[str, str]]) -> bool:
    # PREFIX and BASE in SPARQL's spelling close without a dot.
    kind, word = statement[0]
    return kind == "directive" and not word.startswith("@") and statement[-1][0] == "iri"


def _declare(statement: Iterable[tuple[str, str]], prefixes: dict[str, str]) -> None:
    words = [text for _, text in statement]
    iri = words[-1].strip("<>")
    prefixes[words[1] if words[0].lower().endswith("prefix") else "<"] = iri


def _resolve(token: str, prefixes: dict[str, str]) -> str:
    if token.startswith("<"):
        iri = token.strip("<>")
        return iri if ":" in iri else prefixes.get("<", "") + iri
    prefix, _, local = token.partition(":")
    return prefixes.get(f"{prefix}:", "") + re.sub(r"\\(.)", r"\1", local)
