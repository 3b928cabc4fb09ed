"""Sentences that mfgraph says to people, in Arabic, French and English.

Each area has one file, `phrases/<area>.toml`, with a table a sentence and a line a language. French
is written there with plain spaces; those that must not break are put in here.
"""

from functools import cache
from pathlib import Path

from mfgraph.terms import Language, isolate, unbroken


def phrase(key: str, lang: Language, **values: object) -> str:
    r"""The sentence `area.name` in a language, with its slots filled.

    Inside Arabic, a filled-in number or name is isolated, so that its digits and
    punctuation keep their own order. What is filled into French stays as it is.

    >>> phrase("common.claims", "fr", count=3)
    '3 assertions'
    >>> phrase("why.locator", "fr", phrase="« la FNAM : »")
    'repère\xa0: « la FNAM : »'
    """
    area, _, name = key.partition(".")
    template = _area(area)[name][lang]
    shown = {slot: isolate(str(v)) if lang == "ar" else v for slot, v in values.items()}
    return template.format(**shown)


@cache
def _area(area: str) -> dict[str, dict[str, str]]:
    import tomllib  # noqa: PLC0415  (most answers need no sentence)

    text = Path(__file__).with_name("phrases").joinpath(f"{area}.toml").read_text(encoding="utf-8")
    return {name: said | {"fr": unbroken(said["fr"])} for name, said in tomllib.loads(text).items()}
