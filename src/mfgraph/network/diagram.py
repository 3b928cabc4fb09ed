"""The drawing of a network inside a page: lines, marks and names as SVG, with letters that stay letters.

A browser joins and orders Arabic itself, prints text as text and finds it again; a picture of
the same network with each letter as an outline is some thirty times as large.
"""

from collections.abc import Iterator, Mapping
from math import hypot
from typing import Final
from xml.etree import ElementTree as ET

from mfgraph.network.boxes import Place
from mfgraph.network.legend import line_entries, looks, node_entries
from mfgraph.network.places import BOTTOM, TOP, Name, Places, scale_of
from mfgraph.network.projection import Projection
from mfgraph.network.strokes import Stroke, strokes
from mfgraph.terms import Language, is_right_to_left, pick

# Lengths are in points, from the upper left corner.
_POINTS: Final = 72
_LINE: Final = 1.2
_ARROW: Final = 9.0
_EDGE_SIZE: Final = 11
_SAMPLE: Final = 16
_ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}


def diagram(projection: Projection, places: Places, lang: Language) -> str:
    """The lines, marks and names of a network as an SVG element; its legend stands beside it."""
    scale = scale_of(places.width)
    upper, lower = TOP * scale, places.height - BOTTOM * scale
    size = (0, upper * _POINTS, places.width * _POINTS, (lower - upper) * _POINTS)
    drawn = ET.Element(
        "svg",
        {"role": "img", "aria-label": pick(projection.query.title, lang), "direction": "ltr"},
        viewBox=" ".join(map(_number, size)),
    )
    drawn.extend(element for s in strokes(projection, lang) for element in _stroke(s, places))
    look = looks(projection)
    for node in projection.nodes:
        color, shape = look[node.kind]
        at, radius = _at(places, places.at[node.iri]), places.radius[node.iri] * _POINTS
        drawn.append(_mark(shape, at, radius, color))
    drawn.extend(line for name in places.names.values() for line in _name(name, places))
    return ET.tostring(drawn, encoding="unicode")


def legend(projection: Projection, lang: Language) -> Iterator[tuple[str, str]]:
    """A sample as an SVG element, and the name, of each kind of node and of line."""
    middle = (_SAMPLE / 2, _SAMPLE / 2)
    for name, color, shape in node_entries(projection, lang):
        yield _sample(_SAMPLE, _mark(shape, middle, 6.0, color)), name
    for name, stroke in line_entries(projection, lang):
        line = _part("path", _look(stroke, 2.0), d=f"M0 8H{2 * _SAMPLE}")
        yield _sample(2 * _SAMPLE, line), name


def _sample(width: int, mark: ET.Element) -> str:
    given = {"width": str(width), "height": str(_SAMPLE), "aria-hidden": "true"}
    drawn = ET.Element("svg", given)
    drawn.append(mark)
    return ET.tostring(drawn, encoding="unicode")


def _stroke(stroke: Stroke, places: Places) -> Iterator[ET.Element]:
    source, target = (_at(places, places.at[end]) for end in (stroke.source, stroke.target))
    width = stroke.width if places.along is None else 2 * stroke.width
    look = _look(stroke, width)
    if stroke.is_loop:
        # A tie of a node with itself, such as a new name: a ring on its shoulder.
        shoulder = places.radius[stroke.source] * _POINTS
        yield _circle((source[0] + shoulder, source[1] - shoulder), 7.0, look)
        return
    bow = _bow(source, target, stroke.bend)
    if stroke.has_arrow:
        tip = _toward(target, bow, places.radius[stroke.target] * _POINTS + 1.5)
        target = _toward(tip, bow, _ARROW - 1)
        yield _part("path", {"fill": stroke.color}, d=_arrow(tip, bow))
    yield _part("path", look, d=f"M{_pair(source)}Q{_pair(bow)} {_pair(target)}")
    if places.along is not None:
        middle = tuple(a + (b - a) * places.along for a, b in zip(source, target, strict=True))
        yield from _lines(list(stroke.names), (middle[0], middle[1]), _EDGE_SIZE, "middle")


def _look(stroke: Stroke, width: float) -> dict[str, str]:
    look = {"fill": "none", "stroke": stroke.color, "stroke-width": _number(width)}
    if stroke.style == "solid":
        return look
    _, dashes = stroke.style
    return {**look, "stroke-dasharray": " ".join(_number(dash * width) for dash in dashes)}


def _bow(source: Place, target: Place, bend: float) -> Place:
    """The point that a bent line is drawn to, half way and aside."""
    (x1, y1), (x2, y2) = source, target
    return (x1 + x2) / 2 - bend * (y2 - y1), (y1 + y2) / 2 + bend * (x2 - x1)


def _toward(here: Place, there: Place, length: float) -> Place:
    (x1, y1), (x2, y2) = here, there
    part = length / (hypot(x2 - x1, y2 - y1) or 1.0)
    return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part


def _arrow(tip: Place, bow: Place) -> str:
    x, y = _toward(tip, bow, _ARROW)
    across, up = (x - tip[0]) * 0.4, (y - tip[1]) * 0.4
    return f"M{_pair(tip)}L{_pair((x - up, y + across))} {_pair((x + up, y - across))}z"


def _mark(shape: str, at: Place, radius: float, color: str) -> ET.Element:
    x, y = at
    look = {"fill": color, "stroke": "#fff"}
    if shape == "o":
        return _circle(at, radius, look)
    corners = _CORNERS[shape]
    path = " ".join(_pair((x + across * radius, y + down * radius)) for across, down in corners)
    return _part("path", look, d=f"M{path}z")


_CORNERS: Final = {
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "^": ((0, -1), (1, 1), (-1, 1)),
    "D": ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
}


def _name(name: Name, places: Places) -> Iterator[ET.Element]:
    lines = name.text.split("\n")
    x, y = _at(places, name.at)
    # From the middle of the lines, below or above the place that they touch.
    half = len(lines) * name.size * _LINE / 2
    y += {"top": half, "center": 0.0, "bottom": -half}[name.down]
    yield from _lines(lines, (x, y), name.size, _ANCHORS[name.across])


def _lines(lines: list[str], at: Place, size: int, anchor: str) -> Iterator[ET.Element]:
    x, y = at
    for number, text in enumerate(lines):
        down = (number - (len(lines) - 1) / 2) * size * _LINE + size * 0.35
        written = {**_written(text, anchor), "font-size": str(size)}
        line = _part("text", written, x=_number(x), y=_number(y + down))
        line.text = text
        yield line


def _written(text: str, anchor: str) -> dict[str, str]:
    """The direction of a line, and the end of it that stands at its place."""
    if not is_right_to_left(text):
        return {"text-anchor": anchor}
    turned = {"start": "end", "end": "start"}.get(anchor, anchor)
    return {"direction": "rtl", "text-anchor": turned}


def _part(tag: str, look: Mapping[str, str], **given: str) -> ET.Element:
    return ET.Element(tag, {**given, **look})


def _circle(at: Place, radius: float, look: Mapping[str, str]) -> ET.Element:
    return _part("circle", look, cx=_number(at[0]), cy=_number(at[1]), r=_number(radius))


def _at(places: Places, at: Place) -> Place:
    return at[0] * _POINTS, (places.height - at[1]) * _POINTS


def _pair(at: Place) -> str:
    return f"{_number(at[0])} {_number(at[1])}"


def _number(value: float) -> str:
    # A tenth of a point is finer than any print.
    return f"{round(value, 1) + 0.0:g}"
