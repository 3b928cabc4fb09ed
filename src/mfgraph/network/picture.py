"""Draw a network with its names, roles and coverage notice: PNG or SVG, the same bytes each time.

Needs the extra `plot`. From matplotlib 3.11 on, Arabic letters are joined and ordered by
matplotlib itself, so no reshaping is done here.
"""

import io
from itertools import cycle
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from mfgraph.errors import ExportError, UsageError
from mfgraph.network.coverage import notice, ranking_warning
from mfgraph.network.files import refuse_empty, replace
from mfgraph.network.layout import WIDTH, Place, Places, place
from mfgraph.network.projection import Projection
from mfgraph.terms import Language, pick

try:
    import matplotlib as mpl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patheffects import withStroke
except ImportError as error:
    raise ExportError(
        "a picture needs matplotlib, which is not installed",
        hint="run: pip install 'mfgraph[plot]'",
    ) from error

# Told apart by color and by shape, so that a gray print still tells them apart.
_LOOKS: Final = (("#1f5f9e", "o"), ("#c8641b", "s"), ("#3b7d3b", "^"), ("#7a4fa3", "D"))
_METADATA: Final[dict[str, dict[str, Any]]] = {
    # No date and no version of a program: the same network gives the same bytes.
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
}
_STYLE: Final[dict[Any, Any]] = {
    "font.family": "DejaVu Sans",  # it has Arabic, and comes with matplotlib
    "svg.hashsalt": "mfgraph",
    "svg.fonttype": "path",
}


def draw(projection: Projection, path: Path, *, lang: Language = "en") -> Path:
    """Draw a projection as a labeled picture, PNG or SVG by the path's suffix.

    Raises:
        ExportError: the network is empty or too large to draw, or matplotlib is too old.
        UsageError: the suffix is neither .png nor .svg.
    """
    suffix = path.suffix.lower()
    if suffix not in _METADATA:
        raise UsageError(
            f"no picture is written as {path.suffix or path.name!r}", hint="use .png or .svg"
        )
    refuse_empty(projection)
    _require_arabic()
    written = io.BytesIO()
    with mpl.rc_context(_STYLE):
        picture = figure(projection, lang)
        picture.savefig(written, format=suffix[1:], dpi=150, metadata=_METADATA[suffix])
    return replace(path, written.getvalue())


def figure(projection: Projection, lang: Language) -> Figure:
    """The picture as a matplotlib figure, to be changed or placed in another one."""
    places = place(projection, mirrored=lang == "ar")
    drawn = Figure(figsize=(WIDTH, places.height), facecolor="white")
    axes = drawn.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0.0, WIDTH)
    axes.set_ylim(0.0, places.height)
    _edges(axes, projection, places, lang)
    _nodes(axes, projection, places, lang)
    _frame(axes, projection, places, lang)
    return drawn


def _require_arabic() -> None:
    if mpl.__version_info__[:2] < (3, 11):
        raise ExportError(
            f"matplotlib {mpl.__version__} does not join Arabic letters",
            hint="run: pip install --upgrade 'mfgraph[plot]'",
        )


def _edges(axes: Axes, projection: Projection, places: Places, lang: Language) -> None:
    said: dict[tuple[str, str], list[str]] = {}
    for edge in projection.edges:
        names = said.setdefault((edge.source, edge.target), [])
        if (name := projection.edge_label(edge, lang)) not in names:
            names.append(name)
    for (source, target), names in said.items():
        (x1, y1), (x2, y2) = places.at[source], places.at[target]
        width = 0.8 if places.along is None else 1.6
        axes.plot((x1, x2), (y1, y2), color="#8a8a8a", linewidth=width, zorder=1)
        if places.along is not None:
            middle = (x1 + (x2 - x1) * places.along, y1 + (y2 - y1) * places.along)
            ground = {"facecolor": "white", "edgecolor": "none", "pad": 4}
            _say(axes, middle, "\n".join(names), size=11, color="#333333", bbox=ground)


def _nodes(axes: Axes, projection: Projection, places: Places, lang: Language) -> None:
    looks = _looks(projection)
    for node in projection.nodes:
        color, marker = looks[node.kind]
        x, y = places.at[node.iri]
        axes.plot(x, y, marker, color=color, markersize=places.size, markeredgecolor="white")
    for iri, name in projection.labels(lang).items():
        (x, y), shift = places.at[iri], places.shift[iri]
        align = "left" if shift > 0 else "right"
        _say(axes, (x + shift, y), _wrapped(name, places.wrap), size=places.size, ha=align)


def _frame(axes: Axes, projection: Projection, places: Places, lang: Language) -> None:
    title = _wrapped(pick(projection.query.title, lang), 80)
    _say(axes, (WIDTH / 2, places.height - 0.55), title, size=17, weight="bold")
    looks = list(_looks(projection).items())
    axes.legend(
        handles=[
            Line2D([], [], color=color, marker=marker, linestyle="none", markersize=11, label=name)
            for name, (color, marker) in (
                (pick(projection.query.nodes[kind], lang), look)
                for kind, look in (reversed(looks) if lang == "ar" else looks)
            )
        ],
        loc="center",
        bbox_to_anchor=(0.5, 1 - 1.1 / places.height),
        ncols=len(looks),
        frameon=False,
        fontsize=12,
        markerfirst=lang != "ar",
    )
    said = (*notice(projection, lang), *ranking_warning(projection, lang))
    lines = "\n".join(_wrapped(line, 145) for line in said)
    x, align = (WIDTH - 0.5, "right") if lang == "ar" else (0.5, "left")
    _say(axes, (x, 0.35), lines, size=10, color="#444444", ha=align, va="bottom")


def _looks(projection: Projection) -> dict[str, tuple[str, str]]:
    return dict(zip(projection.query.nodes, cycle(_LOOKS), strict=False))


def _say(axes: Axes, at: Place, text: str, **look: Any) -> None:
    aligned: dict[str, Any] = {
        "ha": "center",
        "va": "center",
        "color": "black",
        "linespacing": 1.3,
    } | look
    halo = [withStroke(linewidth=4, foreground="white")]
    axes.text(*at, text, path_effects=halo, zorder=5, multialignment=aligned["ha"], **aligned)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(wrap(text, width, break_long_words=False, break_on_hyphens=False))
