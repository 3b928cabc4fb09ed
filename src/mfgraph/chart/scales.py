"""Numbers as readers write them: grouped and pointed by language, large ones in millions.

The marks are those of [CLDR](https://cldr.unicode.org/) for `en`, `fr` and `ar-MA`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from mfgraph.phrases import phrase
from mfgraph.terms import Language

# What stands between groups of three digits, and before the decimals.
_MARKS: Final[Mapping[Language, tuple[str, str]]] = MappingProxyType(
    {"ar": (".", ","), "fr": ("\u202f", ","), "en": (",", ".")}
)


def number(value: Decimal, lang: Language) -> str:
    """A number with the marks of a language.

    >>> [number(Decimal("1353000.50"), lang) for lang in ("ar", "en")]
    ['1.353.000,5', '1,353,000.5']
    """
    group, point = _MARKS[lang]
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", group) + (point + decimals if decimals else "")


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers of an axis are divided by, and how that is said."""

    divisor: Decimal = Decimal(1)
    key: str = ""

    def label(self, unit: str, lang: Language) -> str:
        """The name of the axis: the unit, and that it is counted in millions if it is."""
        return phrase(f"chart.{self.key}", lang, unit=unit) if self.key else unit


# A number is said in billions or millions from twice that many on.
_SCALES: Final = (Scale(Decimal(10) ** 9, "billions"), Scale(Decimal(10) ** 6, "millions"))


def scale(largest: Decimal) -> Scale:
    """The scale for an axis whose largest number is this.

    >>> scale(Decimal(8_540_000_000)).key, scale(Decimal(1_353_000)).key
    ('billions', '')
    """
    return next((s for s in _SCALES if largest >= 2 * s.divisor), Scale())
