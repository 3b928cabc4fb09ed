"""How a name is written in a picture: in which lines, how large, and how much room it takes."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from mfgraph.terms import is_right_to_left

# The width of a letter as a part of its size, on the safe side; Arabic letters are narrower.
_LATIN, _ARABIC = 0.66, 0.56
_LINE: Final = 1.35


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines of a name and the size of its letters in points."""

    text: str
    size: int

    @property
    def width(self) -> float:
        """How wide it is at most, in inches."""
        letter = (_ARABIC if is_right_to_left(self.text) else _LATIN) * self.size / 72
        return max(map(len, self.text.split("\n"))) * letter

    @property
    def height(self) -> float:
        """How high it is, in inches."""
        return len(self.text.split("\n")) * _LINE * self.size / 72


def lettered(name: str, size: int, letters: int) -> Lettering:
    r"""A name in lines of at most so many letters, words whole.

    >>> lettered("Al Amana Microfinance", 9, 12).text
    'Al Amana\nMicrofinance'
    """
    lines = wrap(name, letters, break_long_words=False, break_on_hyphens=False)
    return Lettering("\n".join(lines), size)
