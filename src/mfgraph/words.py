"""The words that claims rest on: exact spans of the texts we hold, and locators in pages we do not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import QuerySolution

from mfgraph.sparql import own_query
from mfgraph.store import Store

_DIGITS: Final = re.compile(r"[0-9]{1,9}\Z")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An exact span of a stored text; offsets count code points, the end is exclusive.

    Follows the quote and position selectors of the
    [Web Annotation model, 4.2.4–4.2.5](https://www.w3.org/TR/annotation-model/#text-quote-selector).
    """

    iri: str
    text: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def fault(self, text: str) -> str | None:
        """What is wrong between this excerpt and the stored text, if anything.

        >>> Excerpt("e", "t", 0, 4, "نظمت").fault("نظمت الفيدرالية") is None
        True
        >>> Excerpt("e", "t", 1, 5, "نظمت").fault("نظمت الفيدرالية")
        'the text at 1-5 is «ظمت », not «نظمت»'
        """
        if not 0 <= self.start < self.end <= len(text):
            return f"{self.start}-{self.end} is no span of the text, which ends at {len(text)}"
        found = text[self.start : self.end]
        if found != self.exact:
            return f"the text at {self.start}-{self.end} is «{found}», not «{self.exact}»"
        if not text[: self.start].endswith(self.prefix):
            return f"the prefix «{self.prefix}» does not stand before {self.start}"
        if not text[self.end :].startswith(self.suffix):
            return f"the suffix «{self.suffix}» does not stand after {self.end}"
        return None


@dataclass(frozen=True, slots=True)
class Locator:
    """A phrase by which the place is found in a page whose text is not held.

    At most eight words, with spaces and apostrophes normalized: enough to look it up, and no
    quote.
    """

    iri: str
    source: str
    phrase: str


def excerpts(store: Store) -> Iterator[Excerpt]:
    """The excerpts of a store in the order of their texts."""
    for row in store.select(own_query("excerpts")):
        yield Excerpt(
            iri=text_of(row, "excerpt"),
            text=text_of(row, "text"),
            start=_offset(row, "start"),
            end=_offset(row, "end"),
            exact=text_of(row, "exact"),
            prefix=text_of(row, "prefix"),
            suffix=text_of(row, "suffix"),
        )


def locators(store: Store) -> Iterator[Locator]:
    """The locators of a store by source."""
    for row in store.select(own_query("locators")):
        yield Locator(text_of(row, "locator"), text_of(row, "source"), text_of(row, "phrase"))


def _offset(row: QuerySolution, name: str) -> int:
    # An offset that is missing or no number is no place in the text, and -1 is none either.
    text = text_of(row, name)
    return int(text) if _DIGITS.match(text) else -1


def text_of(row: QuerySolution, name: str) -> str:
    """A cell of a row as text, empty where it has none."""
    value = row[name]
    return "" if value is None else str(value.value)
