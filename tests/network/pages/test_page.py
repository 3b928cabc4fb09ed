"""The interactive page, looked at in a real browser: what a reader sees, clicks and types."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from mfgraph.build import Built
from mfgraph.folding import fold
from mfgraph.network import Projection
from mfgraph.network.page import page
from mfgraph.terms import LANGUAGES, Language

Open = Callable[[str], Chrome]

TITLES = {
    "ar": "المسؤولون والمنظمات التي يشغلون فيها مناصبهم",
    "fr": "Les responsables et les organisations où ils exercent",
    "en": "Officials and the organizations they serve in",
}


@pytest.fixture(scope="module")
def written(seed_officials: Projection, seed_built: Built) -> str:
    return page(seed_officials, seed_built.store, "en")


def _text(chrome: Chrome, selector: str) -> str:
    return chrome.find_element(By.CSS_SELECTOR, selector).text


def _click(chrome: Chrome, selector: str) -> None:
    chrome.find_element(By.CSS_SELECTOR, selector).click()


def _run(chrome: Chrome, script: str, *given: Any) -> Any:
    return chrome.execute_script(script, *given)


def _names(chrome: Chrome) -> set[str]:
    read = "return [...document.querySelectorAll('.node text')].map(t => [...t.children].map(s => s.textContent).join(' '))"
    return set(_run(chrome, read))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_opens_in_the_language_asked_for(
    lang: Language, seed_officials: Projection, seed_built: Built, opened: Open
) -> None:
    chrome = opened(page(seed_officials, seed_built.store, lang))
    assert _text(chrome, "h1") == TITLES[lang] == chrome.title
    direction = _run(chrome, "return getComputedStyle(document.body).direction")
    assert direction == ("rtl" if lang == "ar" else "ltr")


def test_a_page_asks_the_network_for_nothing_and_complains_of_nothing(
    written: str, opened: Open
) -> None:
    chrome = opened(written)
    assert chrome.get_log("browser") == []  # type: ignore[no-untyped-call]
    sent = [json.loads(e["message"])["message"] for e in chrome.get_log("performance")]  # type: ignore[no-untyped-call]
    asked = {
        m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"
    }
    assert {url.partition(":")[0] for url in asked} == {"file"}
    assert len(asked) == 1


def test_switching_the_language_changes_names_and_direction(written: str, opened: Open) -> None:
    chrome = opened(written)
    assert {"Youssef Errami", "Mohamed El Mazouri"} <= _names(chrome)
    left = _run(chrome, "return document.querySelector('#stage').getBoundingClientRect().left")
    _click(chrome, "[data-lang=ar]")
    assert {"يوسف الرامي", "محمد المازوري"} <= _names(chrome)
    assert _text(chrome, "h1") == TITLES["ar"]
    assert "الوثائق: 1 · الفترة: غير مذكورة" in _text(chrome, "#notice").translate(
        {0x2068: None, 0x2069: None}
    )
    assert _run(chrome, "return document.documentElement.dir") == "rtl"
    # The panel stands at the end of the line, which is now on the left.
    assert (
        _run(chrome, "return document.querySelector('#stage').getBoundingClientRect().left") > left
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [("المازورى", "Mohamed El Mazouri"), ("ERRAMI", "Youssef Errami"), ("يُوسف", "Youssef Errami")],
)
def test_names_are_found_in_any_spelling(
    typed: str, found: str, written: str, opened: Open
) -> None:
    chrome = opened(written)
    chrome.find_element(By.ID, "query").send_keys(typed)
    assert found in _text(chrome, "#found li:first-child")
    chrome.find_element(By.ID, "query").send_keys(Keys.ENTER)
    assert _text(chrome, "#panel h2") == found


def test_a_name_that_nobody_has_is_said_not_to_be_found(written: str, opened: Open) -> None:
    chrome = opened(written)
    chrome.find_element(By.ID, "query").send_keys("zzz")
    assert _text(chrome, "#found") == "Nothing of that name"


def test_a_click_on_an_edge_shows_the_words_that_prove_it(written: str, opened: Open) -> None:
    chrome = opened(written)
    _run(chrome, "document.querySelectorAll('.edge')[1].dispatchEvent(new MouseEvent('click'))")
    said = _text(chrome, "#panel")
    assert "Youssef Errami · executive director" in said
    assert "«يوسف الرامي المدير التنفيدي لمركز محمد السادس لدعم القروض الصغرى التضامنية»" in said
    assert "Al Massae" in said
    link = chrome.find_element(By.CSS_SELECTOR, "#panel .proof a")
    assert link.get_attribute("href") == "https://maghress.com/almassae/324458"


def test_a_node_shows_its_ties_and_each_tie_its_proof_by_keyboard_alone(
    written: str, opened: Open
) -> None:
    chrome = opened(written)
    _run(chrome, "document.querySelector('.node[tabindex=\"0\"]').focus()")
    here = _run(chrome, "return document.activeElement.getAttribute('aria-label')")
    for key in (Keys.ARROW_LEFT, Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.ARROW_DOWN):
        chrome.switch_to.active_element.send_keys(key)
        if _run(chrome, "return document.activeElement.getAttribute('aria-label')") != here:
            break
    there = _run(chrome, "return document.activeElement.getAttribute('aria-label')")
    assert there != here
    chrome.switch_to.active_element.send_keys(Keys.ENTER)
    assert there.startswith(_text(chrome, "#panel h2") + ", ")
    chrome.switch_to.active_element.send_keys(Keys.TAB, Keys.ENTER)
    chrome.switch_to.active_element.send_keys(Keys.ENTER)
    assert "«" in _text(chrome, "#panel .proof blockquote")
    chrome.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert "Choose a node" in _text(chrome, "#panel")


def test_without_a_year_there_is_no_slider_and_edges_are_dotted(written: str, opened: Open) -> None:
    chrome = opened(written)
    assert not chrome.find_element(By.ID, "time").is_displayed()
    assert len(chrome.find_elements(By.CSS_SELECTOR, ".edge.undated")) == 2


def test_a_hidden_kind_takes_its_edges_with_it(written: str, opened: Open) -> None:
    chrome = opened(written)
    assert _text(chrome, "#status") == "Ties that hold: 2"
    _click(chrome, "#legend input")
    assert _text(chrome, "#status") == "Ties that hold: 0"


def test_the_page_folds_as_mfgraph_does(written: str, opened: Open) -> None:
    texts = [
        "الفيدرالية الوطنية لجمعيات القروض الصغرى",
        "الفدراليّة  الوطنيه",
        "أحمد إبراهيم آل ٱلرحمن، مُحمّد ـ المدونى",
        "Fédération-Nationale (FNAM) n° ٧٥ ۴",
        "«Œuvre» L'Économiste ÉCO_2",
    ]
    chrome = opened(written.replace("start();", "start(); window.fold = fold;"))
    assert [_run(chrome, "return fold(arguments[0])", text) for text in texts] == [
        fold(text) for text in texts
    ]


def test_a_name_with_markup_is_text(
    seed_officials: Projection, seed_built: Built, opened: Open
) -> None:
    given = page(seed_officials, seed_built.store, "en").replace(
        '"en":"Youssef Errami"', '"en":"\\u003cimg src=x onerror=document.title=1\\u003e"'
    )
    chrome = opened(given)
    assert "<img src=x onerror=document.title=1>" in _names(chrome)
    assert chrome.title == TITLES["en"]
