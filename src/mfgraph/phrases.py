"""Sentences that mfgraph says to people, in Arabic, French and English.

Each area has one file, `phrases/<area>.toml`, with a table a sentence and a line a language.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mfgraph.terms import Language, isolate


def phrase(key: str, lang: Language, **values: object) -> str:
    """The sentence `area.name` in a language, with its slots filled.

    Inside Arabic, a filled-in number or name is isolated, so that its digits and
    punctuation keep their own order.

    >>> phrase("common.claims", "fr", count=3)
    '3 assertions'
    """
    area, _, name = key.partition(".")
    template: str = _area(area)[name][lang]
    shown = {slot: isolate(str(v)) if lang == "ar" else v for slot, v in values.items()}
    return template.format(**shown)


@cache
def _area(area: str) -> dict[str, Any]:
    text = files("mfgraph").joinpath("phrases", f"{area}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
