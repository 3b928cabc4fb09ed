"""Names that mean nothing, in three languages, and each unlike the others.

A word is four syllables for its number, and a fifth that their sum settles. So two words differ
in two letters at least: only a name that was altered on purpose is near another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from mfgraph.generate.tables import Spoken
from mfgraph.terms import LANGUAGES

# Each kind of thing has words of its own.
_KINDS: Final = (
    "association",
    "body",
    "outlet",
    "person",
    "event",
    "series",
    "law",
    "city",
    "site",
    "line",
    "programme",
)
_SYLLABLES: Final = 4
# Prime to the number of words, so that neighbors in number are no neighbors in sound.
_STEP: Final = 1_000_003


@dataclass(frozen=True)
class Names:
    """The names of all things, from the table of words."""

    words: Mapping[str, Any]

    def word(self, kind: str, number: int) -> Spoken:
        """The word that tells a thing from the others of its kind."""
        place = _KINDS.index(kind) + number * len(_KINDS)
        return self._spoken(self._digits(place))

    def near(self, kind: str, number: int) -> Spoken:
        """A word that is that of another thing but for its last letter."""
        place = _KINDS.index(kind) + number * len(_KINDS)
        *digits, last = self._digits(place)
        return self._spoken([*digits, (last + len(self._consonants)) % len(self._syllables)])

    def given(self, number: int) -> Spoken:
        """The first name of a person; many share one."""
        return self._spoken([number % 41, (number * 7 + 3) % 40])

    def name(self, kind: str, **words: Spoken) -> Spoken:
        """The whole name of a thing, from the word that is its own."""
        forms = self.words["names"][kind]
        return {
            lang: forms[lang].format(**{place: said[lang] for place, said in words.items()})
            for lang in LANGUAGES
        }

    def _digits(self, place: int) -> list[int]:
        base = len(self._syllables)
        rest, digits = (place + 1) * _STEP % base**_SYLLABLES, []
        for _ in range(_SYLLABLES):
            rest, digit = divmod(rest, base)
            digits.append(digit)
        return [*digits, sum(digits) % base]

    def _spoken(self, digits: list[int]) -> Spoken:
        latin = "".join(self._syllables[digit][0] for digit in digits).capitalize()
        arabic = "".join(self._syllables[digit][1] for digit in digits)
        return {"ar": arabic, "fr": latin, "en": latin}

    @cached_property
    def _consonants(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self.words["syllables"]["consonants"]
        return found

    @cached_property
    def _syllables(self) -> tuple[tuple[str, str], ...]:
        # Syllables of one consonant stand as far apart as there are consonants.
        vowels = self.words["syllables"]["vowels"].items()
        return tuple((c + v, ar + long) for v, long in vowels for c, ar in self._consonants.items())
