"""Draw a chart: a filled mark for the value held, hollow ones for the others, a thin line between.

Needs the extra `plot`. In Arabic time runs from right to left. Lengths are in inches, from the
lower left corner of the picture.
"""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from mfgraph.chart import Chart
from mfgraph.chart.marks import (
    MARK,
    MOST_SERIES,
    Look,
    bar,
    columns,
    from_the_right,
    handles,
    hollow,
    looks,
)
from mfgraph.chart.scales import Scale, number, scale
from mfgraph.chart.values import Value, contests
from mfgraph.errors import ExportError
from mfgraph.pictures import Axes, Figure, Line2D, MaxNLocator, save, wrapped
from mfgraph.terms import Language

WIDTH: Final = 13.0
_PANEL, _GAP = 4.6, 0.75
_SIDE, _FAR_SIDE = 1.5, 0.5
_LINE: Final = 0.185  # one line of the notes
_LEGEND_ROW: Final = 0.3
_RIGHT_TO_LEFT: Final = "\u200f"  # right-to-left mark


@dataclass(frozen=True, slots=True)
class _Layout:
    """The heights of a picture's parts, from the bottom up."""

    notes: str
    title: str
    subtitle: str
    legend_rows: int
    panels: int

    @property
    def bottom(self) -> float:
        return 0.35 + _LINE * (self.notes.count("\n") + 1) + 0.8

    @property
    def head(self) -> float:
        lines = 0.32 * (self.title.count("\n") + 1) + 0.26 * (self.subtitle.count("\n") + 1)
        return 0.3 + lines + 0.15 + _LEGEND_ROW * self.legend_rows + 0.2

    @property
    def height(self) -> float:
        return self.bottom + self.panels * _PANEL + (self.panels - 1) * _GAP + self.head


def draw(made: Chart, path: Path) -> Path:
    """Draw a chart, PNG or SVG by the path's suffix."""
    if len(made.series) > MOST_SERIES:
        raise ExportError(
            f"{len(made.series)} lines cannot be told apart (the most is {MOST_SERIES})",
            hint="narrow the question with --param",
        )
    return save(lambda: figure(made), path)


def figure(made: Chart) -> Figure:
    """The chart as a matplotlib figure, to be changed or placed in another one."""
    shown = handles(made)
    ncols = columns(shown)
    layout = _Layout(
        notes="\n".join(_lines(note, 155, made.lang) for note in made.notes()),
        title=_lines(made.title, 80, made.lang),
        subtitle=_lines(made.subtitle, 110, made.lang),
        legend_rows=-(-len(shown) // ncols),
        panels=len(made.units),
    )
    drawn = Figure(figsize=(WIDTH, layout.height), facecolor="white")
    first: Axes | None = None
    for place, unit in enumerate(reversed(made.units)):
        bottom = layout.bottom + place * (_PANEL + _GAP)
        left = (_FAR_SIDE if made.lang == "ar" else _SIDE) / WIDTH
        across = 1 - (_SIDE + _FAR_SIDE) / WIDTH
        scaled = (left, bottom / layout.height, across, _PANEL / layout.height)
        axes = drawn.add_axes(scaled, sharex=first)
        _panel(axes, made, unit)
        first = first or axes
    if first is not None:
        first.set_xlabel(made.x_label, fontsize=11, labelpad=8)
    _frame(drawn, made, layout, shown, ncols)
    return drawn


def _panel(axes: Axes, made: Chart, unit: str) -> None:
    here = [value for value in made.drawn if value.unit == unit]
    largest, least = (pick(value.number for value in here) for pick in (max, min))
    sized = scale(max(abs(largest), abs(least)))
    styles = looks(made)
    for series in made.series:
        _line(axes, [v for v in here if v.series == series], sized, styles[series])
    if least >= 0 < largest:
        axes.set_ylim(0, float(largest / sized.divisor) * 1.07)
    axes.set_ylabel(wrapped(sized.label(unit, made.lang), 40), fontsize=11, labelpad=8)
    axes.yaxis.set_major_formatter(lambda at, _: number(Decimal(f"{at:.6g}"), made.lang))
    axes.xaxis.set_major_locator(MaxNLocator(nbins=16, integer=True))
    axes.xaxis.set_major_formatter(lambda at, _: f"{at:.0f}")
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.set_axisbelow(True)
    for side in ("top", "left" if made.lang == "ar" else "right"):
        axes.spines[side].set_visible(False)
    if made.lang == "ar":
        axes.yaxis.set_label_position("right")
        axes.yaxis.tick_right()
        if not axes.xaxis_inverted():  # panels share their axis of time
            axes.invert_xaxis()


def _line(axes: Axes, given: Sequence[Value], sized: Scale, look: Look) -> None:
    color, marker, dashes = look
    competing = contests(given)
    held = sorted((v for v in given if v.is_held), key=lambda v: (v.day, v.number))
    # A year's figure does not lie between those of two days.
    for joined in ([v for v in held if v.span], [v for v in held if not v.span]):
        axes.plot(
            [_year(v.day) for v in joined],
            [_at(v, sized) for v in joined],
            color=color,
            marker=marker,
            linestyle=dashes,
            linewidth=1.3,
            markersize=MARK,
            zorder=3,
        )
    for values in competing.values():
        heights = [_at(v, sized) for v in values]
        at = _year(values[0].day)
        axes.plot((at, at), (min(heights), max(heights)), color=color, linewidth=0.9, zorder=2)
        for value in values:
            if not value.is_held:
                axes.plot(at, _at(value, sized), linestyle="none", zorder=4, **hollow(look))
    for value in given:
        if value.span:
            ends = [_year(day) for day in value.span]
            height = _at(value, sized)
            axes.plot(ends, (height, height), color=color, **bar(is_held=value.is_held))


def _frame(
    drawn: Figure, made: Chart, layout: _Layout, shown: Sequence[Line2D], ncols: int
) -> None:
    height, is_arabic = layout.height, made.lang == "ar"
    top = 1 - 0.3 / height
    look: dict[str, Any] = {"ha": "center", "va": "top", "linespacing": 1.3}
    drawn.text(0.5, top, layout.title, fontsize=16, weight="bold", **look)
    below = top - 0.32 * (layout.title.count("\n") + 1) / height
    drawn.text(0.5, below, layout.subtitle, fontsize=12, color="#333333", **look)
    below -= (0.26 * (layout.subtitle.count("\n") + 1) + 0.1) / height
    drawn.legend(
        handles=from_the_right(shown, ncols) if is_arabic else list(shown),
        loc="upper center",
        bbox_to_anchor=(0.5, below),
        ncols=ncols,
        frameon=False,
        fontsize=10.5,
        markerfirst=not is_arabic,
        borderaxespad=0,
    )
    x, align = (1 - 0.5 / WIDTH, "right") if is_arabic else (0.5 / WIDTH, "left")
    drawn.text(
        x, 0.3 / height, layout.notes, fontsize=9.5, color="#444444", ha=align, va="bottom",
        multialignment=align, linespacing=1.35,
    )  # fmt: skip


def _lines(text: str, width: int, lang: Language) -> str:
    # A line may begin with a number or a name that is fenced: its direction is said first.
    lines = wrapped(text, width).splitlines()
    return "\n".join(f"{_RIGHT_TO_LEFT}{line}" if lang == "ar" else line for line in lines)


def _year(day: date) -> float:
    """A day as a year with a fraction: what the axis of time counts in."""
    length = 366 if isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1) / length


def _at(value: Value, sized: Scale) -> float:
    return float(value.number / sized.divisor)
