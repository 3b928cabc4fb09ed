"""Printed figures: which characters of a phrase print the value that was read from it.

Sources write 8,54 milliards, 932.274, 4 603 994, 64 %, «8ر4 ملايير» (read from the right,
4.8) or a number in words. The value is stored whole; the characters are kept beside it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Final

# A number in letters, as the sources seen so far write it, with the value it says.
_WORDS: Final = MappingProxyType(
    {
        "cinquante mille": 50_000,
        "moitié": 50,
        "trois quarts": 75,
        "un quart": 25,
        "douze": 12,
        "première": 1,
        "thirteen": 13,
        "un million": 1_000_000,
        "ثلاثين": 30,
        "مليون": 1_000_000,
    }
)
_MONEY: Final = frozenset({"MAD", "USD", "EUR"})
_COUNTS: Final = frozenset({"persons", "loans", "members"})
_MAGNITUDE: Final = re.compile(r"mill|billion|Mds|MDH|\d\s?M\b|ألف|آلاف|مليون|ملايين|ملايير|مليار")
_GROUPS: Final = re.compile(r"\d+")
_BETWEEN: Final = re.compile("[ \u00a0\u202f.,ر]|, | ,")
_REVERSED: Final = re.compile(r"(\d+)ر(\d+)")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+\Z")
_WHOLE: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+\Z|\d+[.,]\d+\Z")
_DECIMAL: Final = re.compile(r"(\d{1,3}(?:[ \u00a0\u202f.]\d{3})*|\d+)(?:,|\.|, | ,)(\d+)\Z")
_MIXED: Final = (
    re.compile(r"مليون و ?(?P<thousand>\d+) ألف"),
    re.compile(r"(?P<thousand>\d+) ألف و ?(?P<one>\d+)"),
)


def printed(phrase: str, value: Decimal, unit: str) -> str | None:
    """The characters of the phrase that print the value, or nothing if none does.

    >>> printed("fin 2016 environ 932.274 clients actifs", Decimal(932274), "persons")
    '932.274'
    >>> printed("8ر4 ملايير درهم إلى متم يونيو 2010", Decimal(4_800_000_000), "MAD")
    '8ر4'
    >>> printed("plus d’un million d’emplois", Decimal(1_000_000), "persons")
    'un million'
    """
    sought = abs(value)
    for text, reading in _mixed(phrase):
        if reading == sought:
            return text
    for text in _runs(phrase):
        if any(_says(text, reading, sought, unit, phrase) for reading in _readings(text)):
            return text
    return next(_in_words(phrase, sought), None)


def _says(text: str, reading: Decimal, sought: Decimal, unit: str, phrase: str) -> bool:
    if reading == sought:
        return True
    # "5 millions" says five million and a bare 5 does not, unless the phrase is cut off there.
    several = len(_digits(text).rstrip("0")) > 1
    scaled = several or phrase.endswith(text) or _MAGNITUDE.search(phrase) is not None
    return scaled and any(reading * 10**power == sought for power in _powers(unit))


def _powers(unit: str) -> tuple[int, ...]:
    if unit in _MONEY:
        return (3, 6, 9)
    return (3, 6) if unit in _COUNTS else ()


def _runs(phrase: str) -> Iterator[str]:
    # Longest first; the digits inside a longer number are no number of their own.
    groups = [(match.start(), match.end()) for match in _GROUPS.finditer(phrase)]
    taken: list[range] = []
    for length in range(len(groups), 0, -1):
        for run in _adjacent(groups, length, phrase):
            text = phrase[run.start : run.stop]
            if any(run.start in outer and run.stop - 1 in outer for outer in taken):
                continue
            if _WHOLE.match(text):
                taken.append(run)
            yield text


def _adjacent(groups: list[tuple[int, int]], length: int, phrase: str) -> Iterator[range]:
    for first in range(len(groups) - length + 1):
        run = groups[first : first + length]
        gaps = (phrase[a[1] : b[0]] for a, b in pairwise(run))
        if all(_BETWEEN.fullmatch(gap) for gap in gaps):
            yield range(run[0][0], run[-1][1])


def _readings(text: str) -> Iterator[Decimal]:
    if re.match(r"0\d", text):
        return  # "09" is a day or a month, never a count
    backwards = _REVERSED.fullmatch(text)
    if backwards:
        yield Decimal(f"{backwards[2]}.{backwards[1]}")
    if text.isdecimal() or _THOUSANDS.match(text):
        yield Decimal(_digits(text))
    fraction = _DECIMAL.match(text)
    if fraction:
        yield Decimal(f"{_digits(fraction[1])}.{fraction[2]}")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _mixed(phrase: str) -> Iterator[tuple[str, Decimal]]:
    for pattern in _MIXED:
        for match in pattern.finditer(phrase):
            parts = match.groupdict()
            million = 1_000_000 if match[0].startswith("مليون") else 0
            yield (
                match[0],
                Decimal(million + 1000 * int(parts["thousand"]) + int(parts.get("one", 0))),
            )


def _in_words(phrase: str, sought: Decimal) -> Iterator[str]:
    for words, number in _WORDS.items():
        at = phrase.casefold().find(words)
        if number == sought and at >= 0:
            yield phrase[at : at + len(words)]
