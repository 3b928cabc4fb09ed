"""The picture of a benchmark: time and memory by size, one panel a measure."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
from figures import geometric_mean
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.ticker import NullFormatter
from results import Results

# One color an engine, the same in every panel; ours is the strong one.
_COLORS = {
    "mfgraph": "#c1272d",
    "pyoxigraph": "#0000a7",
    "oxigraph": "#5aa1ff",
    "rdflib": "#008176",
    "rdflib + pySHACL": "#008176",
    "pyshacl-turbo": "#5aa1ff",
    "kglab": "#b3b3b3",
    "maplib": "#eecc16",
    "pyoxigraph + networkx": "#0000a7",
}
_STORE = (("build", "build", "mfgraph"), ("load quads", "load", None))
_CHECK = (("validate", "validate", None),)
_PANELS = (
    ("From files to a store, s", _STORE, "time"),
    ("Twelve questions, geometric mean, s", (), "time"),
    ("Export as N-Quads, s", (("export", "nquads", None),), "time"),
    ("Validation, s", _CHECK, "time"),
    ("First answer, s", (("first answer", "first answer", None),), "time"),
    ("Network and PageRank, s", (("network", "network", None),), "time"),
    ("From files to a store, peak MB", _STORE, "peak"),
    ("Validation, peak MB", _CHECK, "peak"),
)
_WIDTH, _HEIGHT = 12.0, 6.0


def draw(results: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Draw the panels into an SVG that is the same for the same results."""
    mpl.rcParams.update({"svg.hashsalt": "mfgraph", "svg.fonttype": "none", "font.size": 8})
    figure, panels = plt.subplots(2, len(_PANELS) // 2, figsize=(_WIDTH, _HEIGHT), sharex=True)
    for axes, (title, series, of) in zip(panels.flat, _PANELS, strict=True):
        _panel(axes, title, _lines(results, series, of) if series else _means(results))
    figure.supxlabel("triples in data/")
    named = dict(pair for axes in panels.flat for pair in _named(axes))
    figure.legend(
        list(named.values()), list(named), loc="upper center", ncols=len(named), frameon=False
    )
    figure.tight_layout(rect=(0, 0, 1, 0.95))
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(figure)


def _lines(
    results: Sequence[Mapping[str, Any]], series: Sequence[tuple[str, str, str | None]], of: str
) -> dict[str, dict[int, float]]:
    found = Results(results)
    take = found.time if of == "time" else found.peak
    lines: dict[str, dict[int, float]] = {}
    for measure, case, only in series:
        for engine in [only] if only else found.engines(measure):
            taken = {size: take(size, measure, case, engine) for size in found.sizes}
            lines[engine] = {size: value for size, value in taken.items() if value}
    return lines


def _means(results: Sequence[Mapping[str, Any]]) -> dict[str, dict[int, float]]:
    found = Results(results)
    names = {r["case"] for r in results if r["measure"] == "questions" and r.get("seconds")}
    names.discard("find and bind")
    lines: dict[str, dict[int, float]] = {}
    for engine in found.engines("questions"):
        for size in found.sizes:
            times = [found.time(size, "questions", name, engine) for name in sorted(names)]
            # A mean of fewer questions would be of others.
            if times and all(times):
                mean = geometric_mean([time for time in times if time])
                lines.setdefault(engine, {})[size] = mean
    return lines


def _panel(axes: Axes, title: str, lines: Mapping[str, Mapping[int, float]]) -> None:
    axes.set_title(title)
    axes.set_xscale("log")
    axes.set_yscale("log")
    for engine, times in sorted(lines.items()):
        if not times:
            continue
        plain = engine.removesuffix(" on disk")
        axes.plot(
            list(times),
            list(times.values()),
            label=engine,
            color=_COLORS.get(plain, "#777777"),
            linestyle="-" if plain == engine else "--",
            linewidth=2.0 if plain == "mfgraph" else 1.0,
            marker="o",
            markersize=3,
        )
    values = [value for times in lines.values() for value in times.values()]
    if values:
        # Whole decades, so that panels can be compared and one size is no special case.
        low, high = math.log10(min(values)), math.log10(max(values))
        axes.set_ylim(10 ** math.floor(low), 10 ** (math.floor(high) + 1))
    axes.grid(visible=True, which="major", linewidth=0.3)
    axes.yaxis.set_minor_formatter(NullFormatter())


def _named(axes: Axes) -> list[tuple[str, Artist]]:
    lines, names = axes.get_legend_handles_labels()
    return list(zip(names, lines, strict=True))
