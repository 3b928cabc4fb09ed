"""Draw a network with its names, legend and coverage notice: PNG, SVG or PDF, the same bytes always.

Needs the extra `plot`.
"""

from math import ceil
from pathlib import Path
from typing import Any, Final

from mfgraph.network.boxes import Place
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.files import refuse_empty
from mfgraph.network.layout import place
from mfgraph.network.legend import line_entries, looks, node_entries
from mfgraph.network.places import TOP, Places, scale_of
from mfgraph.network.projection import Projection
from mfgraph.network.strokes import Stroke, strokes
from mfgraph.phrases import phrase
from mfgraph.pictures import (
    Axes,
    FancyArrowPatch,
    Figure,
    Line2D,
    save,
    withStroke,
    wrapped,
)
from mfgraph.terms import Language, pick

# A letter of the notice is about so many inches wide.
_LETTER: Final = 0.085
# The same of the legend, and what stands before and after each of its names.
_LEGEND_LETTER, _HANDLE = 0.1, 0.85


def draw(projection: Projection, path: Path, *, lang: Language = "en") -> Path:
    """Draw a projection as a labeled picture, PNG, SVG or PDF by the path's suffix.

    Raises:
        ExportError: the network is empty or too large to draw, or matplotlib is too old.
        UsageError: the suffix is none of these.
    """
    refuse_empty(projection)
    return save(lambda: figure(projection, lang), path)


def figure(projection: Projection, lang: Language) -> Figure:
    """The picture as a matplotlib figure, to be changed or placed in another one."""
    places = place(projection, lang)
    drawn = Figure(figsize=(places.width, places.height), facecolor="white")
    axes = drawn.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0.0, places.width)
    axes.set_ylim(0.0, places.height)
    for stroke in strokes(projection, lang):
        _edge(axes, stroke, places)
    _nodes(axes, projection, places)
    _frame(axes, projection, places, lang)
    return drawn


def _edge(axes: Axes, stroke: Stroke, places: Places) -> None:
    if stroke.is_loop:
        _loop(axes, stroke, places)
        return
    ends, gap = (places.at[stroke.source], places.at[stroke.target]), 72 * 0.02
    axes.add_patch(
        FancyArrowPatch(
            *ends,
            arrowstyle="-|>,head_length=5,head_width=2.5" if stroke.has_arrow else "-",
            connectionstyle=f"arc3,rad={stroke.bend}",
            shrinkA=72 * places.radius[stroke.source],
            shrinkB=72 * places.radius[stroke.target] + gap,
            color=stroke.color,
            linewidth=stroke.width if places.along is None else 2 * stroke.width,
            linestyle=stroke.style,
            zorder=1,
        )
    )
    if places.along is not None:
        (x1, y1), (x2, y2) = ends
        middle = (x1 + (x2 - x1) * places.along, y1 + (y2 - y1) * places.along)
        ground = {"facecolor": "white", "edgecolor": "none", "pad": 4}
        _say(axes, middle, "\n".join(stroke.names), size=11, color="#333333", bbox=ground)


def _loop(axes: Axes, stroke: Stroke, places: Places) -> None:
    # A tie of a node with itself, such as a new name: a ring on its shoulder.
    x, y = places.at[stroke.source]
    reach = places.radius[stroke.source]
    axes.plot(
        x + reach,
        y + reach,
        "o",
        markerfacecolor="none",
        markeredgecolor=stroke.color,
        markeredgewidth=stroke.width,
        markersize=14,
        zorder=1,
    )


def _nodes(axes: Axes, projection: Projection, places: Places) -> None:
    look = looks(projection)
    for node in projection.nodes:
        color, marker = look[node.kind]
        x, y = places.at[node.iri]
        size = 144 * places.radius[node.iri]
        axes.plot(x, y, marker, color=color, markersize=size, markeredgecolor="white", zorder=3)
    for name in places.names.values():
        _say(axes, name.at, name.text, size=name.size, ha=name.across, va=name.down)


def _frame(axes: Axes, projection: Projection, places: Places, lang: Language) -> None:
    scale = scale_of(places.width)
    title = wrapped(pick(projection.query.title, lang), 80)
    at = (places.width / 2, places.height - 0.55 * scale)
    _say(axes, at, title, size=17 * scale, weight="bold")
    middle = (0.5, 1 - (TOP - 0.55) * scale / places.height)
    _legend(axes, middle, places.width, _entries(projection, lang), lang)
    lines = "\n".join(
        wrapped(line, int((places.width - 1) / (_LETTER * scale)))
        for line in _said(projection, places, lang)
    )
    x, align = (places.width - 0.5, "right") if lang == "ar" else (0.5, "left")
    _say(axes, (x, 0.35), lines, size=10 * scale, color="#444444", ha=align, va="bottom")


def _said(projection: Projection, places: Places, lang: Language) -> list[str]:
    said = [*notice(projection, lang), *ranking_warning(projection, lang)]
    sizes = [phrase("picture.sizes", lang)] if places.along is None else []
    return [*said[:1], *sizes, *said[1:]]


def _legend(axes: Axes, at: Place, width: float, entries: list[Line2D], lang: Language) -> None:
    scale = scale_of(width)
    ncols = _columns([str(entry.get_label()) for entry in entries], (width - 1) / scale)
    axes.legend(
        handles=_in_rows(entries, ncols, mirrored=lang == "ar"),
        loc="center",
        bbox_to_anchor=at,
        ncols=ncols,
        frameon=False,
        fontsize=12 * scale,
        markerscale=scale,
        markerfirst=lang != "ar",
    )


def _entries(projection: Projection, lang: Language) -> list[Line2D]:
    nodes = [
        Line2D([], [], color=color, marker=shape, linestyle="none", markersize=11, label=name)
        for name, color, shape in node_entries(projection, lang)
    ]
    lines = [
        Line2D([], [], color=stroke.color, linestyle=stroke.style, linewidth=2, label=name)
        for name, stroke in line_entries(projection, lang)
    ]
    return [*nodes, *lines]


def _columns(names: list[str], width: float) -> int:
    """How many names of a legend stand in a row, so that none is cut."""
    widest = max(len(name) for name in names) * _LEGEND_LETTER + _HANDLE
    rows = ceil(len(names) / max(int(width / widest), 1))
    return ceil(len(names) / rows)


def _in_rows(entries: list[Line2D], ncols: int, *, mirrored: bool) -> list[Line2D]:
    """The entries in the order in which matplotlib, which fills columns, shows them in rows."""
    rows = [entries[n : n + ncols] for n in range(0, len(entries), ncols)]
    read = [row[::-1] if mirrored else row for row in rows]
    return [row[n] for n in range(ncols) for row in read if n < len(row)]


def _say(axes: Axes, at: Place, text: str, **look: Any) -> None:
    aligned: dict[str, Any] = {
        "ha": "center",
        "va": "center",
        "color": "black",
        "linespacing": 1.2,
    } | look
    halo = [withStroke(linewidth=3, foreground="white")]
    axes.text(*at, text, path_effects=halo, zorder=5, multialignment=aligned["ha"], **aligned)
