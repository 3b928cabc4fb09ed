"""What a figure is, and what it becomes when another source tells it.

Percentages are counted in tenths and all else in whole numbers, so that nothing depends on how
a machine rounds.
"""

from typing import Final

from mfgraph.generate.cube import Key
from mfgraph.generate.draws import Draw
from mfgraph.generate.world import World

WHOLE: Final = 1000
# The digits of a number that are not zeros, at most.
_EXACT: Final = 4


def value(world: World, key: Key) -> str:
    """The value of a figure, which follows from its key."""
    draw = world.draw("value", key.scope, key.kind, key.number)
    first, last = world.tables.figures[key.kind].digits
    if not last:
        return tenths(draw.below(WHOLE))
    digits = draw.between(first, last)
    leading = min(digits, _EXACT)
    return str(draw.between(10 ** (leading - 1), 10**leading - 1) * 10 ** (digits - leading))


def again(world: World, key: Key, draw: Draw) -> str:
    """The same figure as another source tells it: the same, rounded, or another."""
    known = value(world, key)
    how = draw.weighted(world.tables.told["again"])
    if how == "same":
        return known
    percent = not world.tables.figures[key.kind].digits[1]
    if how == "rounded":
        return known.partition(".")[0] if percent else _rounded(int(known))
    if percent:
        whole, _, tenth = known.partition(".")
        return tenths((int(whole) * 10 + int(tenth or 0) + draw.between(10, 90)) % WHOLE)
    return str(max(1, int(known) * draw.between(70, 130) // 100))


def tenths(number: int) -> str:
    """A number of tenths as it is printed.

    >>> tenths(125), tenths(120)
    ('12.5', '12')
    """
    whole, tenth = divmod(number, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def _rounded(number: int) -> str:
    unit = 10 ** max(0, len(str(number)) - 2)
    return str(max(1, (number + unit // 2) // unit) * unit)
