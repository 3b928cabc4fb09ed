"""What competing claims say, in a form that can be held one against the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.dates import is_edtf
from mfgraph.resolve.dates import days, depth
from mfgraph.terms import Term
from mfgraph.vocab import PREFIXES, term

_NUMBERS: Final = frozenset({term("xsd:decimal"), term("xsd:integer")})
_DATES: Final = frozenset(
    {
        NamedNode(f"{PREFIXES['edtf']}EDTF"),
        term("xsd:date"),
        term("xsd:gYear"),
        term("xsd:gYearMonth"),
    }
)


# How a source rounds where it says so: "more than" from above, "nearly" from below.
_ROUNDINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "": (ROUND_HALF_UP,),
        "about": (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING),
        "at-least": (ROUND_FLOOR,),
        "more-than": (ROUND_FLOOR,),
        "at-most": (ROUND_CEILING,),
        "nearly": (ROUND_HALF_UP, ROUND_CEILING),
    }
)


# Where rounding loses more than a twentieth, two numbers are two numbers: 10 is not 13 rounded.
_LOST: Final = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a claim: a number with its unit, a date as given, or something else.

    `term` is what the data holds. Where that is an instant or a sum of money, `date` or
    `number` and `unit` are what the instant or the sum says; of a place, `inside` are the
    places around it.
    """

    term: Term
    number: Decimal | None = None
    unit: str = ""
    date: str = ""
    qualifier: str = ""
    inside: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        said: Term,
        *,
        date: Term | None = None,
        amount: Term | None = None,
        unit: Term | None = None,
        qualifier: Term | None = None,
        inside: Iterable[str] = (),
    ) -> "Value":
        """The value that a claim gives, with what its instant, sum or observation adds."""
        shown = amount if amount is not None else said
        number = Decimal(_text(shown)) if _is(shown, _NUMBERS) else None
        return cls(
            term=said,
            number=number,
            unit=_text(unit),
            date=_text(date) or (_text(said) if _is_date(said) else ""),
            qualifier=_text(qualifier).rpartition("/")[2],
            inside=frozenset(inside),
        )

    @property
    def identity(self) -> str:
        """The same for values that say the same: `58` and `58.0`, two instants of one date.

        >>> Value.of(Literal(58)).identity == Value.of(
        ...     Literal("58.0", datatype=term("xsd:decimal"))
        ... ).identity
        True
        """
        if self.number is not None:
            return f"{self.number.normalize():f} {self.unit}".strip()
        return self.date or str(self.term)

    @property
    def precision(self) -> int:
        """Significant digits of a number, depth of a date; other values are all alike.

        >>> Value.of(Literal(1350000)).precision, Value.of(Literal(797112)).precision
        (3, 6)
        """
        if self.number is not None:
            return len(self.number.normalize().as_tuple().digits)
        return depth(self.date) if self.date else 0

    def covers(self, other: "Value") -> bool:
        """Whether the other says the same more finely: a day of this month, digits of this number.

        >>> Value(Literal("2012-10"), date="2012-10").covers(Value(Literal("x"), date="2012-10-11"))
        True
        >>> Value(Literal(8200), number=Decimal(8200)).covers(
        ...     Value(Literal(8158), number=Decimal(8158))
        ... )
        True
        """
        if self.number is not None and other.number is not None:
            finer = self.unit == other.unit and self.precision < other.precision
            return finer and self.rounds(other.number)
        if self.date and other.date:
            mine, theirs = days(self.date), days(other.date)
            finer = self.precision < other.precision
            return bool(finer and mine and theirs and mine.contains(theirs))
        return isinstance(self.term, NamedNode) and self.term.value in other.inside

    def rounds(self, number: Decimal) -> bool:
        """Whether this number is the other, rounded to as many digits as this one has."""
        assert self.number is not None  # noqa: S101  (asked of numbers only)
        last = Decimal(1).scaleb(int(self.number.normalize().as_tuple().exponent))
        near = last <= 1 or abs(self.number - number) <= _LOST * abs(number)
        ways = _ROUNDINGS.get(self.qualifier, (ROUND_HALF_UP,))
        return near and any(number.quantize(last, rounding=way) == self.number for way in ways)


def _is(said: Term, datatypes: frozenset[NamedNode]) -> bool:
    return isinstance(said, Literal) and said.datatype in datatypes


def _is_date(said: Term) -> bool:
    return _is(said, _DATES) and isinstance(said, Literal) and is_edtf(said.value)


def _text(said: Term | None) -> str:
    return said.value if isinstance(said, Literal | NamedNode) else ""
