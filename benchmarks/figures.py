"""Medians, ratios and growth: what is made of measured times, and how it is printed."""

import itertools
import math
import statistics
from collections.abc import Mapping, Sequence

# Runs of one figure, and the seconds after which there are no more of them.
RUNS = 5
ENOUGH = 60.0


def enough(seconds: Sequence[float]) -> bool:
    """Whether a figure has been taken often enough: five times, or for a minute."""
    return len(seconds) >= RUNS or sum(seconds) > ENOUGH


def exponents(times: Mapping[int, float]) -> dict[int, float]:
    """How a time grew from each size to the next: 1 is in step with the data, 2 its square.

    >>> exponents({1000: 2.0, 10_000: 20.0, 100_000: 2000.0})
    {10000: 1.0, 100000: 2.0}
    """
    sizes = sorted(size for size, seconds in times.items() if seconds > 0)
    return {
        size: round(math.log(times[size] / times[before]) / math.log(size / before), 2)
        for before, size in itertools.pairwise(sizes)
    }


def geometric_mean(values: Sequence[float]) -> float:
    """The mean of ratios: twice as fast and half as fast make the same.

    >>> geometric_mean([4.0, 1.0])
    2.0
    """
    return statistics.geometric_mean(values)


def seconds(value: float) -> str:
    """A time with as many digits as it deserves.

    >>> [seconds(value) for value in (0.00012, 0.0345, 1.5, 123.4)]
    ['0.12 ms', '34.5 ms', '1.50 s', '123 s']
    """
    if value < 1:
        return f"{_digits(value * 1000)} ms"
    return f"{_digits(value)} s"


def ratio(value: float, to: float) -> str:
    """How many times one figure is the other.

    >>> [ratio(9.0, 3.0), ratio(1.0, 40.0)]
    ['3.00 ×', '0.025 ×']
    """
    return f"{_digits(value / to)} ×"


def size_name(size: int) -> str:
    """A size as a power of ten where it is one.

    >>> [size_name(size) for size in (10_000, 25_000)]
    ['10⁴', '25,000']
    """
    power = len(str(size)) - 1
    if size != 10**power:
        return f"{size:,}"
    return "10" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(power))


def _digits(value: float) -> str:
    """Three digits that count, and no more behind the point than they need."""
    if value == 0:
        return "0"
    behind = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{min(behind, 3)}f}"
