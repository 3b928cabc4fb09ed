"""Choices that a seed settles: the same on every machine and every Python.

Only `Random.random` is drawn from: of all its methods it alone is promised to give the same
sequence for the same seed in later versions of Python.
"""

from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Values, some drawn more often than others."""

    __slots__ = ("_limits", "_values")

    def __init__(self, weights: Mapping[T, int]) -> None:
        self._values = tuple(weights)
        self._limits = tuple(accumulate(weights.values()))

    def at(self, point: float) -> T:
        """The value at a point between 0 and 1."""
        return self._values[bisect(self._limits, int(point * self._limits[-1]))]


class Draw:
    """The stream of choices that belongs to one thing.

    >>> Draw(7, "event", 12).below(1000) == Draw(7, "event", 12).below(1000)
    True
    """

    __slots__ = ("_next",)

    def __init__(self, *key: str | int) -> None:
        self._next = Random("/".join(map(str, key))).random  # noqa: S311  (nothing secret)

    def below(self, limit: int) -> int:
        """A whole number from 0 up to the limit, which is left out."""
        return int(self._next() * limit)

    def low(self, limit: int) -> int:
        """A number below the limit, the low ones oftener: a few things are much spoken of."""
        return int(self._next() * self._next() * limit)

    def between(self, first: int, last: int) -> int:
        """A whole number from the first to the last, both included."""
        return first + self.below(last - first + 1)

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self._next() < share

    def pick(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[self.below(len(values))]

    def weighted(self, table: Weighted[T]) -> T:
        """One of the values of a table, by their weights."""
        return table.at(self._next())
