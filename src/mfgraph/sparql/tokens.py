r"""The tokens of a SPARQL query: enough to tell its code from its strings and comments.

Terminals: [SPARQL 1.1, section 19.8](https://www.w3.org/TR/sparql11-query/#rPN_LOCAL). Where a
text is not SPARQL the tokens are still those of the text, and the store says what is wrong.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"""(?P<skip>\#[^\n\r]*|\s+)
      | (?P<string>\"{3}(?:[^\"\\]|\\.|\"{1,2}(?!\"))*\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
                  |\"(?:[^\"\\\n\r]|\\.)*\"|'(?:[^'\\\n\r]|\\.)*')
      | (?P<iri><[^<>\"{}|^`\\\s]*>)
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:\w(?:[\w.-]*[\w-])?)?:(?:(?:[\w:%-]|\\.)(?:[\w:%-]|\\.|\.(?=[\w:%.\\-]))*)?)
      | (?P<number>[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<mark>\^\^|&&|\|\||!=|<=|>=|.)""",
    re.VERBOSE | re.DOTALL,
)
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")


class Token(NamedTuple):
    """One token, and where in the query it stands; the end is exclusive."""

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(sparql: str) -> tuple[Token, ...]:
    """The tokens of a query, without its comments.

    >>> [token.text for token in tokens('ASK { ?x a org:Post } # { "')]
    ['ASK', '{', '?x', 'a', 'org:Post', '}']
    """
    found = ((str(m.lastgroup), m.group(), *m.span()) for m in _TOKEN.finditer(sparql))
    return tuple(Token(*parts) for parts in found if parts[0] != "skip")


def closing(among: Sequence[Token], start: int) -> int:
    """The place of the bracket that closes the one at `start`, else of the last token.

    >>> closing(tokens("{ ?x a [ ] } ?y"), 0)
    5
    """
    depth = 0
    for at in range(start, len(among)):
        if among[at].kind == "mark":
            depth += (among[at].text in _OPENING) - (among[at].text in _CLOSING)
        if depth == 0:
            return at
    return len(among) - 1


def written(among: Iterable[Token]) -> str:
    """The text of some tokens on one line, spaced as the query spaces them.

    >>> written(tokens("?x  org:member/foaf:name # who" + chr(10) + "?name"))
    '?x org:member/foaf:name ?name'
    """
    text, end = "", -1
    for token in among:
        text += (" " if text and token.start != end else "") + token.text
        end = token.end
    return text
