"""The report: what stands in it, and that it is laid out for paper in a real browser."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from mfgraph.build import Built
from mfgraph.network import Projection
from mfgraph.network.paper import report, write_report
from mfgraph.terms import LANGUAGES, Language

TITLES = {"ar": "تقرير عن الشبكات", "fr": "Rapport sur les réseaux", "en": "Report on networks"}
SMALL = {
    "ar": "لا معنى لأي ترتيب بعد",
    "fr": "aucun classement n'a encore de sens",
    "en": "no ranking means anything yet",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_of_the_seed_says_what_it_rests_on(
    lang: Language,
    seed_officials: Projection,
    seed_events: Projection,
    seed_built: Built,
    opened: Callable[[str], Chrome],
) -> None:
    chrome = opened(report((seed_officials, seed_events), seed_built.store, lang))
    assert chrome.get_log("browser") == []  # type: ignore[no-untyped-call]
    said = chrome.find_element(By.TAG_NAME, "body").text
    assert chrome.find_element(By.TAG_NAME, "h1").text == TITLES[lang] == chrome.title
    assert SMALL[lang] in said
    assert len(chrome.find_elements(By.CSS_SELECTOR, "section")) == 2
    assert len(chrome.find_elements(By.CSS_SELECTOR, "figure svg[role=img]")) == 2
    # One article stands behind each of the two.
    links = chrome.find_elements(By.CSS_SELECTOR, ".sources a")
    assert [link.get_attribute("href") for link in links] == [
        "https://maghress.com/almassae/324458"
    ] * 2


def test_a_small_network_is_told_without_ranks(
    seed_officials: Projection, seed_built: Built, opened: Callable[[str], Chrome]
) -> None:
    chrome = opened(report((seed_officials,), seed_built.store, "en"))
    headings = [cell.text for cell in chrome.find_elements(By.CSS_SELECTOR, "th")]
    assert "Rank" not in headings
    assert {"Node", "Kind", "Value"} <= set(headings)
    # In two columns all nodes are of one size.
    assert "size of a node" not in chrome.find_element(By.TAG_NAME, "body").text


def test_the_report_prints(
    seed_officials: Projection, seed_built: Built, opened: Callable[[str], Chrome]
) -> None:
    chrome = opened(report((seed_officials,), seed_built.store, "ar"))
    assert base64.b64decode(chrome.print_page()).startswith(b"%PDF-")


def test_two_runs_give_the_same_bytes(
    seed_officials: Projection, seed_built: Built, tmp_path: Path
) -> None:
    one, other = (
        write_report((seed_officials,), seed_built.store, tmp_path / name, lang="fr").read_bytes()
        for name in ("one.html", "other.html")
    )
    assert one == other
