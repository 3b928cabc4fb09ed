"""A sorted file of lines, in which those of one beginning are found by bisection."""

import mmap
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from mfgraph.terms import Term


class Index:
    """Quads looked up on disk, in a file of canonical N-Quads."""

    def __init__(self, path: Path) -> None:
        # An empty file cannot be mapped.
        with path.open("rb") as file:
            self._text = (
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                if path.stat().st_size
                else None
            )

    def knows(self, thing: NamedNode) -> bool:
        """Whether anything is said of a thing."""
        return next(self._starting(f"{thing} ".encode()), None) is not None

    def values(self, thing: NamedNode, predicate: NamedNode) -> list[Term]:
        """The values of one property of a thing in all graphs, sorted, each as often as said."""
        lines = b"\n".join(self._starting(f"{thing} {predicate} ".encode()))
        return [quad.object for quad in parse(lines, format=RdfFormat.N_QUADS)]

    def texts(self, thing: NamedNode, predicate: NamedNode) -> dict[str, str]:
        """The texts of one property of a thing, by language."""
        found = (v for v in self.values(thing, predicate) if isinstance(v, Literal))
        return {text.language or "": text.value for text in found}

    def close(self) -> None:
        """Let go of the file."""
        if self._text is not None:
            self._text.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _starting(self, beginning: bytes) -> Iterator[bytes]:
        if self._text is None:
            return
        start = self._place(self._text, beginning)
        while self._text[start : start + len(beginning)] == beginning:
            end = self._text.find(b"\n", start)
            yield self._text[start:end]
            start = end + 1

    @staticmethod
    def _place(text: mmap.mmap, beginning: bytes) -> int:
        """Where the first line stands that is not less than this one."""
        low, high = 0, len(text)
        while low < high:
            start = text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = text.find(b"\n", start) + 1
            if text[start:end] < beginning:
                low = end
            else:
                high = start
        return low
