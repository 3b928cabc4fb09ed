"""The drawing in a report, in a real browser: every name is text, inside, and covers no other."""

from collections.abc import Callable
from importlib.resources import files
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from mfgraph.build import Built
from mfgraph.network import Edge, Projection, choose, project
from mfgraph.network.diagram import diagram, legend
from mfgraph.network.layout import place
from mfgraph.network.paper import report
from mfgraph.terms import LANGUAGES, Language

BOXES = """
return [...document.querySelectorAll("figure > svg text")].map(text => {
  const box = text.getBoundingClientRect();
  return [text.textContent, [box.left, box.top, box.right, box.bottom]];
});
"""
STAGE = "const b = document.querySelector('figure > svg').getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom];"


def _drawn(projection: Projection, lang: Language = "en") -> ET.Element:
    return ET.fromstring(diagram(projection, place(projection, lang), lang))  # noqa: S314  (our own)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["agents-events", "funding", "lineage"])
def test_every_name_is_text_that_covers_no_other(
    name: str, lang: Language, built: Built, opened: Callable[[str], Chrome]
) -> None:
    network = project(built.store, choose(built.workspace, name))
    style = (files("mfgraph.network") / "assets" / "report.css").read_text("utf-8")
    drawing = diagram(network, place(network, lang), lang)
    chrome = opened(f"<!DOCTYPE html><style>{style}</style><figure>{drawing}</figure>")
    found = chrome.execute_script(BOXES)
    left, top, right, bottom = chrome.execute_script(STAGE)
    said = " ".join(text for text, _ in found)
    for node in network.nodes:
        assert network.labels(lang)[node.iri].split()[0] in said
    for text, box in found:
        assert left <= box[0] < box[2] <= right, text
        assert top <= box[1] < box[3] <= bottom, text
    # Lines of one name stand close, so a line's box is counted by its letters, without leading.
    for (text, one), (other, second) in combinations(found, 2):
        apart = one[2] <= second[0] or second[2] <= one[0]
        deep = min(one[3], second[3]) - max(one[1], second[1])
        assert apart or deep < 0.45 * (one[3] - one[1]), (text, other)


def test_arabic_lines_are_turned_and_others_are_not(seed_officials: Projection) -> None:
    directions = {
        lang: {text.get("direction") for text in _drawn(seed_officials, lang).iter("text")}
        for lang in LANGUAGES
    }
    assert directions == {"ar": {"rtl"}, "fr": {None}, "en": {None}}


def test_an_arrow_ends_at_its_target(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    loan = made(tie("A", "B", "d"), is_directed=True)
    places = place(loan)
    arrow = next(p for p in _drawn(loan).iter("path") if p.get("fill") == "#8a8a8a")
    x, y = map(float, arrow.attrib["d"].removeprefix("M").split("L")[0].split())
    target = next(at for iri, at in places.at.items() if iri.endswith("/B"))
    gap = ((x / 72 - target[0]) ** 2 + (places.height - y / 72 - target[1]) ** 2) ** 0.5
    radius = next(r for iri, r in places.radius.items() if iri.endswith("/B"))
    assert 0 < gap - radius < 0.05


def test_a_tie_with_itself_is_a_ring(
    made: Callable[..., Projection], tie: Callable[..., Edge]
) -> None:
    renamed = made(tie("A", "A", "d"), tie("A", "B", "d"))
    rings = [c for c in _drawn(renamed).iter("circle") if c.get("fill") == "none"]
    assert len(rings) == 1


def test_the_legend_names_what_is_drawn(built: Built) -> None:
    funding = project(built.store, choose(built.workspace, "funding"))
    named = [name for _, name in legend(funding, "en")]
    assert named[:2] == ["organizations", "groups of actors"]
    assert set(named[2:]) == {
        layer.query.edges[e.kind]["en"] for layer in funding.layers for e in layer.edges
    }
    assert all(sample.startswith("<svg ") for sample, _ in legend(funding, "en"))


def test_a_wide_picture_has_a_page_of_its_own_and_can_be_sent_by_mail(
    built: Built, opened: Callable[[str], Chrome]
) -> None:
    events, lineage = (
        project(built.store, choose(built.workspace, name)) for name in ("agents-events", "lineage")
    )
    told = report((events, lineage), built.store, "fr")
    figures = opened(told).find_elements(By.TAG_NAME, "figure")
    assert [figure.get_attribute("class") for figure in figures] == ["wide", ""]
    # Its letters were outlines once, and it took more than four megabytes.
    assert len(told.encode()) < 150_000
