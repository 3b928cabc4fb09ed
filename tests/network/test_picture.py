"""The pictures: nothing covers anything, all is inside, and what is refused is said."""

import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import cast

import networkx as nx
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from PIL import Image

from mfgraph.build import Built
from mfgraph.errors import ExportError, UsageError
from mfgraph.network import DRAWINGS, Projection, draw
from mfgraph.network.picture import figure
from mfgraph.terms import Language

LANGUAGES: list[Language] = ["ar", "fr", "en"]
EXAMPLE = "https://example.org/"


def _renderer(drawn: Figure) -> RendererAgg:
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no type for it
    return cast("RendererAgg", canvas.renderer)


def _texts(drawn: Figure) -> dict[str, Bbox]:
    renderer = _renderer(drawn)
    (axes,) = drawn.axes
    legend = axes.get_legend()
    assert legend is not None
    texts = [*axes.texts, *legend.get_texts()]
    return {text.get_text(): text.get_window_extent(renderer) for text in texts}


@pytest.fixture(params=["officials", "events"])
def network(
    request: pytest.FixtureRequest, seed_officials: Projection, seed_events: Projection
) -> Projection:
    return seed_officials if request.param == "officials" else seed_events


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_the_seeds_pictures_covers_another(network: Projection, lang: Language) -> None:
    texts = _texts(figure(network, lang))
    # Title, legend of two kinds, a name a node, a role an edge, and the notice.
    assert 1 + 2 + len(network.nodes) + len(network.edges) + 1 == len(texts)
    for (one, box), (other, second) in combinations(texts.items(), 2):
        assert not box.overlaps(second), (one, other)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_text_of_the_seeds_pictures_is_inside(network: Projection, lang: Language) -> None:
    drawn = figure(network, lang)
    margin = 0.3 * drawn.dpi
    texts = _texts(drawn)
    # As above: title, legend, nodes, edges and notice.
    assert len(texts) == 1 + 2 + len(network.nodes) + len(network.edges) + 1
    for text, box in texts.items():
        assert box.x0 > margin, text
        assert box.y0 > margin, text
        assert box.x1 < drawn.bbox.width - margin, text
        assert box.y1 < drawn.bbox.height - margin, text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "ar",
            [
                "محمد المازوري",
                "المندوب العام",
                "مسؤولون",
                "الوثائق: \u20681\u2069 · الفترة: \u2068غير مذكورة\u2069",
            ],
        ),
        (
            "fr",
            [
                "Mohamed El Mazouri",
                "délégué général",
                "responsables",
                "Documents\u00a0: 1 · période\u00a0: non indiquée",
            ],
        ),
        (
            "en",
            [
                "Mohamed El Mazouri",
                "delegate general",
                "officials",
                "Documents: 1 · period: not stated",
            ],
        ),
    ],
)
def test_names_roles_legend_and_notice_are_in_the_language_asked_for(
    lang: Language, said: list[str], seed_officials: Projection
) -> None:
    drawn = "\n".join(_texts(figure(seed_officials, lang)))
    assert [sentence for sentence in said if sentence not in drawn] == []


def test_in_arabic_people_stand_on_the_right_and_in_french_on_the_left(
    seed_officials: Projection,
) -> None:
    arabic, french = (_texts(figure(seed_officials, lang)) for lang in LANGUAGES[:2])
    assert arabic["يوسف الرامي"].x0 > arabic["المدير التنفيذي"].x1
    assert french["Youssef Errami"].x1 < french["directeur exécutif"].x0


def test_arabic_letters_are_joined() -> None:
    drawn = Figure()
    drawn.text(0, 0, "ببب")
    drawn.text(0, 0, "ب")
    renderer = _renderer(drawn)
    joined, alone = (text.get_window_extent(renderer).width for text in drawn.texts)
    # Unjoined, three letters are as wide as three times one.
    assert joined < 2.5 * alone


def test_a_picture_is_written_as_png_and_as_svg(seed_officials: Projection, tmp_path: Path) -> None:
    png = draw(seed_officials, tmp_path / "n.png", lang="ar")
    svg = draw(seed_officials, tmp_path / "n.svg", lang="ar")
    with Image.open(png) as image:
        assert image.format == "PNG"
        assert image.info.keys() <= {"dpi"}
        assert image.width == 13 * 150
    text = svg.read_text("utf-8")
    assert "<svg " in text
    assert "<dc:date>" not in text


def test_a_network_of_many_nodes_is_drawn_with_every_node(
    projected: Callable[["nx.Graph[str]"], Projection],
) -> None:
    club = nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"{EXAMPLE}{n}")
    texts = _texts(figure(projected(club), "en"))
    assert {f"{EXAMPLE}{number}" for number in range(34)} <= set(texts)


def test_a_network_too_large_to_read_is_refused(
    projected: Callable[["nx.Graph[str]"], Projection], tmp_path: Path
) -> None:
    star = nx.relabel_nodes(nx.star_graph(300), lambda n: f"{EXAMPLE}{n}")
    with pytest.raises(ExportError, match="a picture of 301 nodes shows nothing"):
        draw(projected(star), tmp_path / "n.png")
    assert list(tmp_path.iterdir()) == []


def test_each_drawing_that_the_package_names_is_written(
    seed_officials: Projection, seed_built: Built, tmp_path: Path
) -> None:
    for suffix in DRAWINGS:
        written = draw(seed_officials, tmp_path / f"n.{suffix}", store=seed_built.store)
        assert written.stat().st_size > 1000


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_two_runs_draw_the_same_bytes(suffix: str, seed_events: Projection, tmp_path: Path) -> None:
    one, other = (draw(seed_events, tmp_path / f"{n}.{suffix}", lang="ar") for n in "ab")
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_covers_another_in_a_larger_network(
    lang: Language, projected: Callable[["nx.Graph[str]"], Projection]
) -> None:
    club = nx.relabel_nodes(nx.karate_club_graph(), lambda n: f"{EXAMPLE}{n}")
    texts = _texts(figure(projected(club), lang))
    names = {text: box for text, box in texts.items() if text.startswith(EXAMPLE)}
    assert len(names) == 34
    for (one, box), (other, second) in combinations(names.items(), 2):
        assert not box.overlaps(second), (one, other)


def test_another_suffix_is_refused(seed_officials: Projection, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        draw(seed_officials, tmp_path / "n.jpg")
    assert str(refused.value) == "no picture is written as '.jpg'; use .png, .svg or .pdf"


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_without_matplotlib_the_message_says_what_to_install() -> None:
    code = """
import sys
sys.modules["matplotlib"] = None
from pathlib import Path
from typing import cast
from mfgraph.network import Projection, choose, draw
from mfgraph.workspace import Workspace
query = choose(Workspace.shipped(), "officials-organizations")
try:
    draw(Projection(query, (), ()), Path("n.png"))
except Exception as error:
    print(type(error).__name__, error)
"""
    assert (
        _run(code) == "ExportError a picture needs matplotlib, which is not installed; "
        "run: pip install 'mfgraph[plot]'"
    )


def test_the_package_does_not_load_matplotlib_until_a_picture_is_asked_for() -> None:
    assert _run("import sys, mfgraph.network; print('matplotlib' in sys.modules)") == "False"
