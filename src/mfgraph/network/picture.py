"""Draw a network with its names, legend and coverage notice: PNG, SVG or PDF, the same bytes always.

Needs the extra `plot`.
"""

import re
from collections import Counter
from html import escape
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from mfgraph.network.boxes import Place
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.files import refuse_empty
from mfgraph.network.layout import TOP, Places, place, scale_of
from mfgraph.network.projection import Projection
from mfgraph.network.strokes import Stroke, strokes
from mfgraph.phrases import phrase
from mfgraph.pictures import (
    LOOKS,
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
_PATH: Final = re.compile(r' d="[^"]*"')
_FINE: Final = re.compile(r"(\.\d\d)\d+")


def draw(projection: Projection, path: Path, *, lang: Language = "en") -> Path:
    """Draw a projection as a labeled picture, PNG, SVG or PDF by the path's suffix.

    Raises:
        ExportError: the network is empty or too large to draw, or matplotlib is too old.
        UsageError: the suffix is none of these.
    """
    refuse_empty(projection)
    return save(lambda: figure(projection, lang), path)


def svg(projection: Projection, lang: Language) -> str:
    """The picture as an SVG element to stand inside a page.

    Raises:
        ExportError: the network is empty or too large to draw, or matplotlib is too old.
    """
    with TemporaryDirectory() as folder:
        path = draw(projection, Path(folder) / "picture.svg", lang=lang)
        text = path.read_text(encoding="utf-8")
    # A hundredth of a point is finer than any print; letters are most of the file.
    text = _PATH.sub(lambda path: _FINE.sub(r"\1", path[0]), text)
    title = escape(pick(projection.query.title, lang))
    return text[text.index("<svg ") :].replace("<svg ", f'<svg role="img" aria-label="{title}" ', 1)


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
    looks = _looks(projection)
    for node in projection.nodes:
        color, marker = looks[node.kind]
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
    handles = [*_node_handles(projection, lang), *_edge_handles(projection, lang)]
    axes.legend(
        handles=handles[::-1] if lang == "ar" else handles,
        loc="center",
        bbox_to_anchor=(0.5, 1 - (TOP - 0.55) * scale / places.height),
        ncols=len(handles),
        frameon=False,
        fontsize=12 * scale,
        markerscale=scale,
        markerfirst=lang != "ar",
    )
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


def _node_handles(projection: Projection, lang: Language) -> list[Line2D]:
    count = Counter(node.kind for node in projection.nodes)
    return [
        Line2D([], [], color=color, marker=marker, linestyle="none", markersize=11, label=name)
        for kind, (color, marker) in _looks(projection).items()
        if count[kind] and (name := pick(projection.query.nodes[kind], lang))
    ]


def _edge_handles(projection: Projection, lang: Language) -> list[Line2D]:
    shown = {s.kind: s for s in strokes(projection, lang)}
    return [
        Line2D([], [], color=stroke.color, linestyle=stroke.style, linewidth=2, label=name)
        for kind, stroke in shown.items()
        if len(shown) > 1 and (name := pick(projection.query.edges[kind], lang))
    ]


def _looks(projection: Projection) -> dict[str, tuple[str, str]]:
    return dict(zip(projection.query.nodes, cycle(LOOKS), strict=False))


def _say(axes: Axes, at: Place, text: str, **look: Any) -> None:
    aligned: dict[str, Any] = {
        "ha": "center",
        "va": "center",
        "color": "black",
        "linespacing": 1.2,
    } | look
    halo = [withStroke(linewidth=3, foreground="white")]
    axes.text(*at, text, path_effects=halo, zorder=5, multialignment=aligned["ha"], **aligned)
