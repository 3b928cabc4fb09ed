"""The exact difference of two files of canonical N-Quads, in one pass over both.

Where the files go on alike, they are compared a whole block at a time. All of it is checked to
be what makes a difference of lines a difference of what is said: sorted, each line once, in
the one canonical spelling, and without blank nodes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

from mfgraph.lines import Block, joined

SIZE: Final = 1 << 18  # as much of each file is looked at together
_IRI: Final = rb"<[A-Za-z][A-Za-z0-9+.-]*+:[^>\\\x00-\x20]*+>"
_LITERAL: Final = (
    rb'"[^"\\\x00-\x1f\x7f]*+(?:\\[bfnrt"\\][^"\\\x00-\x1f\x7f]*+)*+"'
    rb"(?:@[a-z0-9-]++|\^\^(?!<http://www\.w3\.org/2001/XMLSchema#string>)%b)?+" % _IRI
)
_LINES: Final = re.compile(
    rb"(?:%b %b (?:%b|%b) (?:%b )?+\.\n)*+" % (_IRI, _IRI, _IRI, _LITERAL, _IRI)
)
Pair = tuple[Block, Block]


class NotCanonicalError(Exception):
    """The lines of a file are not sorted, or spelled otherwise than in canonical N-Quads."""


def differences(
    old: IO[bytes], new: IO[bytes], *, check: bool = True, size: int = SIZE
) -> Iterator[Pair]:
    r"""The lines that the old file has alone, and those that the new file has alone, in order.

    Without `check`, the files are known to be canonical and may name blank nodes.

    Raises:
        NotCanonicalError: by its lines alone, the files cannot be compared.

    >>> import io
    >>> fnam = b"<https://w3id.org/mfgraph/id/org/fnam> <https://schema.org/name> "
    >>> old, new = (io.BytesIO(fnam + name + b" .\n") for name in (b'"FNAM"@en', b'"FNAM"@fr'))
    >>> [(len(gone), len(come)) for gone, come in differences(old, new)]
    [(1, 1)]
    """
    one, other = _Side(old, size), _Side(new, size)
    while one.fill() | other.fill():
        alike = _alike(one.text, other.text)
        if alike:
            if check:
                _check(one.text[:alike])
                one.lines(alike)
            one.skip(alike)
            other.skip(alike)
        else:
            gone, come, text = _apart(one, other)
            if check:
                _check(text)
            yield gone, come


@dataclass(slots=True)
class _Side:
    """One file: what has been read of it and not been compared yet."""

    file: IO[bytes]
    size: int
    text: bytes = b""
    last: bytes = b""
    ended: bool = False

    def fill(self) -> bool:
        """Read on; whether there is anything left."""
        while not self.ended and (len(self.text) < self.size or b"\n" not in self.text):
            more = self.file.read(self.size)
            self.text += more
            self.ended = not more
        return bool(self.text)

    def lines(self, end: int | None = None) -> Block:
        """The whole lines at hand, or those up to a place, once they are seen to be in order."""
        *lines, rest = self.text[:end].split(b"\n")
        if (rest and self.ended) or lines != sorted(lines) or (lines and lines[0] <= self.last):
            raise NotCanonicalError
        return lines

    def skip(self, end: int) -> None:
        """Go on from a place behind a line."""
        if end:
            self.last = self.text[self.text.rfind(b"\n", 0, end - 1) + 1 : end - 1]
            self.text = self.text[end:]


def _alike(one: bytes, other: bytes) -> int:
    """Where the last of the lines ends with which both begin."""
    end = least = min(len(one), len(other))
    if one[:end] != other[:end]:
        least = 0
        while least < end - 1:
            middle = (least + end) // 2
            if one[least:middle] == other[least:middle]:
                least = middle
            else:
                end = middle
    return one.rfind(b"\n", 0, least) + 1


def _apart(one: _Side, other: _Side) -> tuple[Block, Block, bytes]:
    """What either has alone up to the last line that both have got to, and all of it as text."""
    sides = (one, other)
    blocks = [side.lines() for side in sides]
    bounds = [lines[-1] for s, lines in zip(sides, blocks, strict=True) if lines and not s.ended]
    if bounds:
        blocks = [lines[: bisect_right(lines, min(bounds))] for lines in blocks]
    for side, lines in zip(sides, blocks, strict=True):
        side.skip(sum(map(len, lines)) + len(lines))
    gone, come = set(blocks[0]), set(blocks[1])
    added = sorted(come - gone)
    return sorted(gone - come), added, joined([*blocks[0], *added])


def _check(text: bytes) -> None:
    canonical = _LINES.match(text)
    if canonical is None or canonical.end() != len(text):
        raise NotCanonicalError
