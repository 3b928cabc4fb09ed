"""Where in the files a thing is described: IRI → file and line.

RDF parsers forget lines, so the Turtle is read once more, a statement at a time: its first token
is its subject. Grammar: [Turtle 1.1, section 6.5](https://www.w3.org/TR/turtle/#sec-grammar-grammar).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

_SKIP: Final = r"(?:\#[^\n]*+|\s++)*+"
_WORD: Final = r"[^\s<>\"'(){}\[\];,.:\#\\|^`]"
_IRI: Final = r"<[^<>\s]*+>"
_NAME: Final = rf"{_WORD}*+:(?:{_WORD}|:|\\.|\.(?=[\w:%\\-]))*+"
_STRING: Final = r"""(?:\"{3}(?:[^\"\\]|\\.|\"{1,2}(?!\"))*+\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+'{3}
    |\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+')"""
# One match a statement: a file has a thousand tokens for each line that is looked for. Nothing
# is tried twice (`*+`), so the time grows with the text.
_STATEMENT: Final = re.compile(
    rf"""{_SKIP}(?:
        (?:@prefix|@base|(?i:prefix|base)(?=\s)) {_SKIP}
            (?P<prefix>{_WORD}*+:)?+ {_SKIP} <(?P<namespace>[^<>\s]*+)> {_SKIP} \.?+
      | (?P<subject>{_IRI}|{_NAME})?+
        (?:{_NAME} | {_WORD}++ | [\s(){{}}\[\];,|^`]++ | \.(?=\d) | {_IRI} | \#[^\n]*+ | {_STRING})*+
        \.?+
    )""",
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
    line, counted, end = 1, 0, 0
    while (statement := _STATEMENT.match(turtle, end)) and statement.end() > end:
        end = statement.end()
        if statement["namespace"] is not None:
            prefixes[statement["prefix"] or "<"] = statement["namespace"]
        elif (subject := statement["subject"]) and not subject.startswith("_:"):
            start = statement.start("subject")
            line, counted = line + turtle.count("\n", counted, start), start
            yield _resolve(subject, prefixes), line


def _resolve(token: str, prefixes: dict[str, str]) -> str:
    if token.startswith("<"):
        iri = token.strip("<>")
        return iri if ":" in iri else prefixes.get("<", "") + iri
    prefix, _, local = token.partition(":")
    return prefixes.get(f"{prefix}:", "") + re.sub(r"\\(.)", r"\1", local)
