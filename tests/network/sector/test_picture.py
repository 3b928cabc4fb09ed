"""The pictures of the sector's networks: no name covers another, in three languages."""

from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from mfgraph.build import Built
from mfgraph.network import choose, project
from mfgraph.network.picture import figure
from mfgraph.terms import LANGUAGES, Language

NAMES = ["officials-organizations", "agents-events", "funding", "partnerships", "affiliations"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_name_covers_another_and_all_are_inside(name: str, lang: Language, built: Built) -> None:
    network = project(built.store, choose(built.workspace, name))
    drawn = figure(network, lang)
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no type for it
    (axes,) = drawn.axes
    boxes = [text.get_window_extent(canvas.renderer) for text in axes.texts]
    # A name a node, the title and the notice.
    assert len(boxes) == len(network.nodes) + 2
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    legend = axes.get_legend()
    assert legend is not None
    named = [text.get_window_extent(canvas.renderer) for text in legend.get_texts()]
    # Each kind of node that there is, and each layer where there are several.
    layers = len(network.layers) if len(network.layers) > 1 else 0
    assert len(named) == len({node.kind for node in network.nodes}) + layers
    for box in (*boxes, *named):
        assert box.x0 > 0
        assert box.y0 > 0
        assert box.x1 < drawn.bbox.width
        assert box.y1 < drawn.bbox.height
