"""The one folding of Arabic and Latin text: what two spellings of one name have in common.

Arabic: vowel marks and tatweel go, the forms of alef become one, alef maqsura becomes ya,
teh marbuta becomes ha, and «فيدرالي» is spelled «فدرالي». Latin: accents and case go.
Digits become ASCII, punctuation and runs of space become one space. The folding never
joins two words that differ by a letter: «السادس» and «الخامس» stay apart.
"""

import re
import unicodedata
from typing import Final

_MARKS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_LETTERS: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
)
_FEDERATION: Final = re.compile("فيدرالي")
_NOT_WORD: Final = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The key under which spellings of one name meet.

    >>> fold("الفيدرالية الوطنية") == fold("الفدراليّة  الوطنيه")
    True
    >>> fold("Fédération") == fold("FEDERATION")
    True
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", text)).translate(_LETTERS)
    latin = "".join(_without_accent(char) for char in bare).casefold()
    return _NOT_WORD.sub(" ", _FEDERATION.sub("فدرالي", latin)).strip()


def _without_accent(char: str) -> str:
    # Only letters that carry a mark are taken apart; digits are read by their value, so that
    # «٧٥» meets "75".
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    parts = unicodedata.normalize("NFD", char)
    return "".join(part for part in parts if not unicodedata.combining(part))
