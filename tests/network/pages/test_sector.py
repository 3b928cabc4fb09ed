"""The pages of the sector's networks in a real browser: over time, and read on paper."""

import base64
from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from mfgraph.build import Built
from mfgraph.network import choose, project
from mfgraph.network.page import page
from mfgraph.network.paper import report
from mfgraph.terms import LANGUAGES, Language

Open = Callable[[str], Chrome]
YEAR = """
const year = document.getElementById("year");
year.value = arguments[0];
year.dispatchEvent(new Event("input"));
"""


def _run(chrome: Chrome, script: str, *given: Any) -> Any:
    return chrome.execute_script(script, *given)


@pytest.fixture(scope="module")
def officials(built: Built) -> str:
    network = project(built.store, choose(built.workspace, "officials-organizations"))
    return page(network, built.store, "en")


def _shown(chrome: Chrome, name: str) -> str:
    """How the tie of Sijilmassi with the federation is shown: solid, dashed, or not at all."""
    script = """
    const tie = [...document.querySelectorAll(".edge")].find(e =>
      e.querySelector("title").textContent.includes(arguments[0]));
    return tie.getAttribute("class");
    """
    return str(_run(chrome, script, name))


def test_a_presidency_is_shown_over_the_years(officials: str, opened: Open) -> None:
    chrome = opened(officials)
    tie = "Tariq Sijilmassi · president · National Federation"
    # President from 12 April 2008, attested to December 2014; no source says when it ended.
    assert "open" in _shown(chrome, tie).split()
    for year, look in ((2007, "absent"), (2009, "open"), (2014, "open"), (2016, "may")):
        _run(chrome, YEAR, year)
        assert look in _shown(chrome, tie).split(), year
    # Lamrini, president from 2001 to 12 April 2008: both ends are known.
    tie = "Rida Lamrini · president · National Federation"
    for year, look in ((2000, "absent"), (2005, "exact"), (2010, "absent")):
        _run(chrome, YEAR, year)
        assert look in _shown(chrome, tie).split(), year


def test_what_is_shown_of_a_year_is_counted(officials: str, opened: Open) -> None:
    chrome = opened(officials)
    _run(chrome, YEAR, 2009)
    shown = [e for e in chrome.find_elements(By.CSS_SELECTOR, ".edge") if e.is_displayed()]
    may = [e for e in shown if "may" in str(e.get_attribute("class")).split()]
    said = chrome.find_element(By.ID, "status").text
    assert said == (
        f"Ties that hold: {len(shown) - len(may)} · "
        f"Ties that may hold, which no source states or excludes: {len(may)}"
    )
    assert 0 < len(may) < len(shown)


def test_a_chosen_tie_that_does_not_hold_in_the_year_fades_nothing(
    officials: str, opened: Open
) -> None:
    chrome = opened(officials)
    choose_it = """
    const tie = [...document.querySelectorAll(".edge")].find(e =>
      e.querySelector("title").textContent.includes("Rida Lamrini · president · National"));
    tie.dispatchEvent(new MouseEvent("click"));
    """
    _run(chrome, choose_it)
    for year, fades in ((2005, True), (2010, False)):
        _run(chrome, YEAR, year)
        assert bool(chrome.find_elements(By.CSS_SELECTOR, ".edge.faded")) is fades, year


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_that_are_shown_cover_no_other(lang: Language, built: Built, opened: Open) -> None:
    network = project(built.store, choose(built.workspace, "agents-events"))
    chrome = opened(page(network, built.store, lang))
    boxes = _run(
        chrome,
        "return [...document.querySelectorAll('.node.named text')].map(t => {"
        "const b = t.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })",
    )
    assert len(boxes) >= 15
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or one[0] >= other[2]
            assert apart or one[3] <= other[1] + 3 or one[1] + 3 >= other[3]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_of_the_sector_prints(lang: Language, built: Built, opened: Open) -> None:
    names = ("officials-organizations", "funding")
    networks = [project(built.store, choose(built.workspace, name)) for name in names]
    chrome = opened(report(networks, built.store, lang))
    assert chrome.get_log("browser") == []  # type: ignore[no-untyped-call]
    rank = {"ar": "الرتبة", "fr": "Rang", "en": "Rank"}[lang]
    headings = [
        cell.text for cell in chrome.find_elements(By.CSS_SELECTOR, "#officials-organizations th")
    ]
    # One for degree and one for betweenness; the second network is too small to rank.
    assert headings.count(rank) == 2
    assert rank not in [c.text for c in chrome.find_elements(By.CSS_SELECTOR, "#funding th")]
    assert base64.b64decode(chrome.print_page()).startswith(b"%PDF-")
