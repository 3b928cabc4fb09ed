"""Every sentence that mfgraph says exists in three languages and fills the same slots in each."""

import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import Final

import pytest

from mfgraph.phrases import phrase
from mfgraph.terms import LANGUAGES

SOURCES: Final = Path(__file__).parents[1] / "src" / "mfgraph"
FILES: Final = sorted((SOURCES / "phrases").glob("*.toml"))
PHRASES: Final = {
    f"{path.stem}.{name}": texts
    for path in FILES
    for name, texts in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
CALL: Final = re.compile(r"""\bphrase\(\s*"([a-z.-]+)\"""")
ARABIC_LETTER: Final = re.compile("[\u0621-\u064a]")

each = pytest.mark.parametrize("key", sorted(PHRASES))


def test_the_files_were_found() -> None:
    areas = {path.stem for path in FILES}
    assert areas >= {"common", "explain", "network", "validate", "why"}
    assert len(PHRASES) >= 55


@each
def test_a_phrase_has_three_languages_and_no_other_key(key: str) -> None:
    assert set(PHRASES[key]) == set(LANGUAGES)
    assert all(text == text.strip() != "" for text in PHRASES[key].values())


@each
def test_a_phrase_has_the_same_slots_in_each_language(key: str) -> None:
    slots = {lang: _slots(text) for lang, text in PHRASES[key].items()}
    assert slots["ar"] == slots["fr"] == slots["en"]


@each
def test_an_arabic_phrase_is_in_arabic_and_the_others_are_not(key: str) -> None:
    texts = {lang: _without_slots(text) for lang, text in PHRASES[key].items()}
    if ARABIC_LETTER.search(texts["ar"]) is None:
        assert not re.search("[A-Za-z]", texts["ar"])
    assert not ARABIC_LETTER.search(texts["fr"] + texts["en"])


@each
def test_values_are_isolated_in_arabic_and_bare_elsewhere(key: str) -> None:
    values = {slot: f"value-{number}" for number, slot in enumerate(_slots(PHRASES[key]["ar"]))}
    arabic, french = phrase(key, "ar", **values), phrase(key, "fr", **values)
    for value in values.values():
        assert f"\u2068{value}\u2069" in arabic
        assert value in french
    assert arabic.count("\u2068") == arabic.count("\u2069") >= len(values)
    assert "\u2068" not in french


@each
def test_no_line_of_french_begins_with_a_colon_or_ends_with_an_opening_mark(key: str) -> None:
    french = phrase(key, "fr", **dict.fromkeys(_slots(PHRASES[key]["fr"]), "value"))
    assert not re.search("« | [:;?!»%]", french)


def test_every_phrase_that_the_code_asks_for_by_name_exists() -> None:
    asked = {
        key
        for path in SOURCES.rglob("*.py")
        for key in CALL.findall(path.read_text(encoding="utf-8"))
    }
    assert len(asked) >= 20
    assert asked - set(PHRASES) == set()


def test_a_value_is_not_read_as_a_template() -> None:
    assert phrase("common.claims", "en", count="{0} {count}") == "{0} {count} claims"


def test_a_missing_value_is_an_error_and_not_an_empty_slot() -> None:
    with pytest.raises(KeyError):
        phrase("common.claims", "fr")


def _slots(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


def _without_slots(text: str) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(text))
