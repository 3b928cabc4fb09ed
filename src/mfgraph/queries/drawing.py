"""A table drawn as rich draws it, where none of its cells asks for more than a column.

rich fits a table to a window, and folds what is too wide. It takes longer to load than most
questions take to answer, and a table that goes to a file or a program has no window.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from rich.cells import cell_len

from mfgraph.terms import is_right_to_left, isolate

# A cell by its lines, and a row by its cells.
Row = Sequence[Sequence[str]]
_CONTROLS: Final = frozenset(map(chr, (*range(32), *range(127, 160), 0x2028, 0x2029)))


def folded(text: str, width: int) -> list[str]:
    """The lines of a cell; one in Arabic is isolated, so it must end where its isolate does."""
    lines = wrap(text, width, break_on_hyphens=False) or [""]
    return [isolate(line) if is_right_to_left(line) else line for line in lines]


def is_simple(texts: Iterable[str]) -> bool:
    """Whether each character of the texts takes one cell, and none of them steers a terminal."""
    characters = set[str]().union(*texts) - {"\n"}
    return not characters & _CONTROLS and all(cell_len(one) == 1 for one in characters)


def drawn(rows: Sequence[Row], right: Sequence[bool]) -> Iterator[str]:
    """The lines of a table whose first row is its head; `right` has the columns set to the right.

    >>> list(drawn([[["who"], ["share"]], [["crafts", "work"], ["58"]]], [False, True]))
    ['                ', ' who      share ', ' ────────────── ', ' crafts      58 ', ' work           ', '                ']
    """
    head, *body = rows
    widths = [_width(cells) for cells in zip(*rows, strict=True)]
    inside = sum(widths) + 3 * (len(widths) - 1)
    yield " " * (inside + 2)
    yield from _row(head, widths, right)
    yield f" {'─' * inside} "
    for row in body:
        yield from _row(row, widths, right)
    yield " " * (inside + 2)


def _row(row: Row, widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    for line in zip_longest(*row, fillvalue=""):
        cells = map(_padded, line, widths, right)
        yield f" {'   '.join(cells)} "


def _padded(text: str, width: int, is_right: bool) -> str:  # noqa: FBT001  (one of a row of them)
    gap = " " * (width - cell_len(text))
    return gap + text if is_right else text + gap


def _width(cells: Sequence[Sequence[str]]) -> int:
    return max(cell_len(line) for cell in cells for line in cell)
