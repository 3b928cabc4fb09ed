"""Where a figure stands in the cube: about whom, of which period, area and part of the whole.

The place of a figure follows from its key, which is a scope, an indicator and a number, so that
no two of one key's numbers stand in one place until all the places have been taken.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Self

from mfgraph.generate.shared import COUNTRY, periods
from mfgraph.generate.tables import Spoken
from mfgraph.generate.world import World

Part = tuple[str, str, str]
TOTAL: Final[Part] = ("total", "sex-T", "total")
# Indicators do not begin with the same period.
_APART: Final = 7


@dataclass(frozen=True, slots=True)
class Key:
    """A figure: its scope, its indicator, and the how-manieth it is of these."""

    scope: str
    kind: int
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """What a key stands for in the cube."""

    subject: str
    name: Spoken
    period: str
    area: str = COUNTRY
    part: Part = TOTAL
    counterparty: str = "counterparty:none"

    @property
    def mark(self) -> str:
        """What tells a place from the others."""
        return " ".join((self.subject, self.period, self.area, *self.part, self.counterparty))


@dataclass(frozen=True, slots=True)
class Cube:
    """The periods, parts and associations of one world, as the axes of its figures."""

    world: World
    periods: tuple[str, ...]
    parts: tuple[Part, ...]
    large: int

    @classmethod
    def of(cls, world: World) -> Self:
        """The cube of a world."""
        numbers = world.tables.numbers
        parts = tuple((a, s, t) for a, s, t in numbers["parts"]["kinds"])
        large = max(1, int(numbers["large_associations"] * world.count("association")))
        return cls(world, periods(world), parts, large)

    def period(self, number: int) -> str:
        """The period of a number; after the last comes the first."""
        return self.periods[number % len(self.periods)]

    def place(self, key: Key) -> Place:
        """The place of a key."""
        place = _PLACES[key.scope](self, key)
        if self.world.tables.figures[key.kind].dataset != "funding":
            return place
        # Who funds is part of the place, so it follows from the key.
        draw = self.world.draw("funder", key.scope, key.kind, key.number)
        funder = self.world.some("body", draw)
        return replace(place, counterparty=f"organization:{funder.slug}")


def _sector(cube: Cube, key: Key) -> Place:
    again, period = divmod(key.number, len(cube.periods))
    part, area = divmod(again, cube.world.count("city") + 1)
    parts = (TOTAL, *cube.parts)
    return Place(
        "actor-group:whole-sector",
        cube.world.tables.words["sector"],
        cube.period(period + _APART * key.kind),
        area=cube.world.thing("city", area - 1).slug if area else COUNTRY,
        part=parts[part % len(parts)],
    )


def _part(cube: Cube, key: Key) -> Place:
    number, part = divmod(key.number, len(cube.parts))
    return replace(_sector(cube, replace(key, number=number)), part=cube.parts[part])


def _large(cube: Cube, key: Key) -> Place:
    return _association(cube, key, range(cube.large))


def _small(cube: Cube, key: Key) -> Place:
    count = cube.world.count("association")
    return _association(cube, key, range(cube.large, count) or range(count))


def _association(cube: Cube, key: Key, among: range) -> Place:
    again, which = divmod(key.number, len(among))
    about = cube.world.thing("association", among[which])
    part, period = divmod(again, len(cube.periods))
    parts = (TOTAL, *cube.parts)
    return Place(
        f"organization:{about.slug}",
        about.word,
        cube.period(period + which + _APART * key.kind),
        part=parts[part % len(parts)],
    )


_PLACES: Final[Mapping[str, Callable[[Cube, Key], Place]]] = MappingProxyType(
    {"sector": _sector, "part": _part, "large": _large, "small": _small}
)
