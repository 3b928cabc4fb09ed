"""What the legend of a picture explains: the kinds of node and of line that it shows."""

from collections import Counter
from collections.abc import Mapping
from itertools import cycle

from mfgraph.looks import LOOKS
from mfgraph.network.projection import Projection
from mfgraph.network.strokes import Stroke, strokes
from mfgraph.terms import Language, pick


def looks(projection: Projection) -> Mapping[str, tuple[str, str]]:
    """The color and the shape of each kind of node."""
    return dict(zip(projection.query.nodes, cycle(LOOKS), strict=False))


def node_entries(projection: Projection, lang: Language) -> list[tuple[str, str, str]]:
    """Name, color and shape of each kind of node that there is."""
    count = Counter(node.kind for node in projection.nodes)
    names = projection.query.nodes
    return [
        (pick(names[kind], lang), color, shape)
        for kind, (color, shape) in looks(projection).items()
        if count[kind]
    ]


def line_entries(projection: Projection, lang: Language) -> list[tuple[str, Stroke]]:
    """Name and a line of each kind, where there are several."""
    shown = {stroke.kind: stroke for stroke in strokes(projection, lang)}
    names = projection.query.edges
    if len(shown) == 1:
        return []
    return [(pick(names[kind], lang), stroke) for kind, stroke in shown.items()]
