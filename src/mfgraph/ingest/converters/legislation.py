"""Legal texts as facts files name them: laws, decrees and bills, and the articles in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode

from mfgraph.ingest.drafts import Block
from mfgraph.ingest.lines import Line
from mfgraph.vocab import term

STEM: Final = "laws"
# What stands below a text in its name and is no part of it: the limit that it sets.
_LIMITS: Final = re.compile(r"ceiling|tier-\d+")
_NAMES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "law": {"ar": "القانون رقم {}", "fr": "loi n° {}", "en": "Law No. {}"},
        "decree": {"ar": "المرسوم رقم {}", "fr": "décret n° {}", "en": "Decree No. {}"},
        "bill": {"ar": "مشروع القانون رقم {}", "fr": "projet de loi n° {}", "en": "Bill No. {}"},
    }
)
_ARTICLE: Final[Mapping[str, str]] = MappingProxyType(
    {"ar": "{}، المادة {}", "fr": "{}, article {}", "en": "{}, article {}"}
)


@dataclass(frozen=True, slots=True)
class Text:
    """A law, decree or bill, and the part of it that a line is about."""

    kind: str
    number: str
    below: str | None = None

    @property
    def name(self) -> str:
        """The text as a facts file refers to it.

        >>> Text("decree", "2-19-575").name
        'law/decree-2-19-575'
        """
        return f"law/{self.number if self.kind == 'law' else f'{self.kind}-{self.number}'}"

    @property
    def node(self) -> NamedNode:
        """The whole text."""
        return term(f"law:{self.name.removeprefix('law/')}")

    @property
    def part(self) -> NamedNode | None:
        """The part, if the line is about one.

        >>> Text("law", "18-97", "art-2").part.value
        'https://w3id.org/mfgraph/id/law/18-97--art-2'
        """
        return NamedNode(f"{self.node.value}--{self.below}") if self.below else None

    def entities(self) -> tuple[tuple[str, Block], ...]:
        """The text and the article as entities, named by their numbers.

        A text without a number is named by hand in `data/entities/laws.ttl`.
        """
        if not any(char.isdecimal() for char in self.number):
            return ()
        shown = self.number.replace("-", ".") if self.kind == "decree" else self.number
        names = {lang: words.format(shown) for lang, words in _NAMES[self.kind].items()}
        found = [_described(self.node, names)]
        if self.part and self.below and self.below.startswith("art-"):
            number = self.below.removeprefix("art-")
            article = {lang: words.format(names[lang], number) for lang, words in _ARTICLE.items()}
            found.append(_described(self.part, article))
        return tuple((STEM, block) for block in found)


def text_of(line: Line) -> Text:
    """The text that a line is about, by the path in its indicator: `law/18-97/art-2/ceiling`."""
    kind, number, *below = str(line.data["indicator"]).split("/")
    parts = [each for each in below if not _LIMITS.fullmatch(each)]
    article = line.data["dims"].get("article")
    return Text(kind, number, f"art-{article}" if article else next(iter(parts), None))


def _described(node: NamedNode, names: Mapping[str, str]) -> Block:
    labels = tuple(Literal(names[lang], language=lang) for lang in ("ar", "fr", "en"))
    return Block(
        node,
        (
            (term("rdf:type"), (term("schema:Legislation"),)),
            (term("skos:prefLabel"), labels),
        ),
    )
