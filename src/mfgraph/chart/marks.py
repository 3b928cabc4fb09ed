"""The marks of a chart and its legend: what tells lines apart, and what each mark means."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from mfgraph.chart import Chart
from mfgraph.chart.values import contests
from mfgraph.looks import LOOKS
from mfgraph.phrases import phrase
from mfgraph.pictures import Line2D

# Color, shape of the marks, and line.
Look = tuple[str, str, Literal["-", "--", ":"]]
DASHES: Final[tuple[Literal["-", "--", ":"], ...]] = ("-", "--", ":")
MOST_SERIES: Final = len(LOOKS) * len(DASHES)
MARK: Final = 6.0
_RING: Final = 10.0
_PLAIN: Final[Look] = ("#333333", "o", "-")


def hollow(look: Look) -> dict[str, Any]:
    """How a value that was passed over is drawn."""
    return {
        "color": look[0],
        "marker": look[1],
        "markersize": _RING,  # wider than a held value, which it may surround
        "markerfacecolor": "none",
        "markeredgewidth": 1.2,
    }


def bar(*, is_held: bool = True) -> dict[str, Any]:
    """How the period of a value is drawn."""
    return {"linewidth": 6, "alpha": 0.35 if is_held else 0.15, "solid_capstyle": "butt"}


def looks(made: Chart) -> Mapping[str, Look]:
    """How each series is drawn."""
    # Beyond the first four, a color comes back with another shape and a dashed line.
    found = {}
    for place, series in enumerate(made.series):
        turn, at = divmod(place, len(LOOKS))
        color, marker = LOOKS[at][0], LOOKS[(at + turn) % len(LOOKS)][1]
        found[series] = (color, marker, DASHES[turn])
    return found


def handles(made: Chart) -> list[Line2D]:
    """What the legend shows: the series where there are several, then the marks in use."""
    lines = [
        Line2D(
            [], [], color=color, marker=marker, linestyle=dashes, markersize=MARK,
            label=series or phrase("chart.all", made.lang),
        )
        for series, (color, marker, dashes) in looks(made).items()
        if len(made.series) > 1 or series
    ]  # fmt: skip
    dot = {"color": _PLAIN[0], "marker": _PLAIN[1], "markersize": MARK, "linestyle": "none"}
    marks: list[tuple[str, dict[str, Any]]] = [("held", dot)]
    if contests(made.drawn):
        marks.append(("passed-over", {**hollow(_PLAIN), "linestyle": "none"}))
    if any(value.span for value in made.drawn):
        marks.append(("period", {"color": _PLAIN[0], **bar()}))
    words = [(phrase(f"chart.{key}", made.lang), look) for key, look in marks]
    return [*lines, *(Line2D([], [], label=label, **look) for label, look in words)]


def columns(shown: Sequence[Line2D]) -> int:
    """How many columns a legend has room for."""
    # A line of the legend holds some 110 letters, a handle takes the room of six.
    widest = max(len(str(handle.get_label())) for handle in shown) + 6
    return max(1, min(len(shown), 110 // widest))


def from_the_right(shown: Sequence[Line2D], columns: int) -> list[Line2D]:
    """The handles so that a legend, which fills its columns from the left, reads from the right."""
    rows = -(-len(shown) // columns)
    empty = [Line2D([], [], linestyle="none", label=" ") for _ in range(rows * columns)]
    full = [*shown, *empty[len(shown) :]]
    return [h for at in range(columns - 1, -1, -1) for h in full[at * rows : (at + 1) * rows]]
