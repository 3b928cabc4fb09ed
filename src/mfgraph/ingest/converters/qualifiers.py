"""Qualifiers of a value: "plus de", « près de », «أزيد من» … and the reliability of a figure.

A note quotes the source's word, or the phrase shows it right before the figure. The value
itself is never changed for it.
"""

import re
from types import MappingProxyType
from typing import Final

_PHRASES: Final = MappingProxyType(
    {
        "more-than": r"(?:un peu )?(?<!en )plus (?:de|d['’])|more than|over|dépass\w*|excède|أزيد من|أكثر من|ما يفوق|تجاوز",
        "at-least": r"at least|au moins|لا يقل عن",
        "at-most": r"up to|au plus|au maximum|maximum de",
        "nearly": r"près de|presque|almost|nearly|close to|un peu moins de|قرابة|ما يقارب|ما يناهز",
        "about": (
            r"environ|about|around|approximately|à peu près|quelques?|avoisin\w*(?: les)?|"
            r"autour de|حوالي|نحو|زهاء"
        ),
    }
)
_ANY: Final = re.compile(rf"\b(?:{'|'.join(_PHRASES.values())})", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"([^"]{2,24})"')
_UNQUOTED: Final = MappingProxyType({"at-most": r"upper bound|^maximum"})
# What may stand between the qualifier and its figure.
_FILLER: Final = r"(?:\s|les\b|une?\b|US|\$|€)*"

_STATUS: Final = MappingProxyType(
    {
        "corrected": r"UNIT TRAP: printed|dollar sign|the second must be",
        "forecast": r"\bforecast\b",
        "estimated": r"^estimate\b",
        "break": r"series break",
        "low-reliability": (
            r"implausible|impossible|same reservation|sign error|cannot all be shares|"
            r"does not follow from|contradicts every other|is doubtful"
        ),
    }
)


def qualifier(note: str | None, phrase: str, printed: str | None) -> str | None:
    """The code of value-qualifier that a note or the phrase gives a figure, or nothing.

    A note may quote the word that stands before another figure of the phrase: then the
    phrase decides.

    >>> qualifier(None, "compte plus de 180.000 bénéficiaires", "180.000")
    'more-than'
    >>> qualifier('"plus de"', "350 milles prêts actifs dont plus de 150", "350") is None
    True
    """
    bound = next((code for code, words in _UNQUOTED.items() if re.search(words, note or "")), None)
    if bound:
        return bound
    if printed:
        for code, words in _PHRASES.items():
            if re.search(rf"\b(?:{words}){_FILLER}{re.escape(printed)}", phrase, re.IGNORECASE):
                return code
        if _ANY.search(phrase):
            return None
    return _noted(note or "")


def _noted(note: str) -> str | None:
    quoted = [text.removesuffix(" a million") for text in _QUOTED.findall(note)]
    for code, words in _PHRASES.items():
        if any(re.fullmatch(words, text, re.IGNORECASE) for text in quoted):
            return code
    return None


def status(note: str | None) -> str:
    """The code of obs-status that a note gives a figure; "normal" when it says nothing of it.

    >>> status("series break: 70 % at end 2022")
    'break'
    >>> status(None)
    'normal'
    """
    return next((code for code, words in _STATUS.items() if re.search(words, note or "")), "normal")
