"""The parts of a query: its WHERE, cut into the single patterns that a result depends on.

Grammar: [SPARQL 1.1, section 19.8](https://www.w3.org/TR/sparql11-query/#rGroupGraphPatternSub).
It is read loosely, since only queries that a store has accepted come here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from mfgraph.queries.header import FORMS
from mfgraph.sparql.tokens import Token, closing, tokens, written

Kind = Literal["pattern", "filter", "minus"]
Group = Sequence[Token]
_MODIFIERS: Final = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")
_BLOCKS: Final = ("FILTER", "BIND", "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "VALUES", "SELECT")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a group: what it says, and the token at which it begins.

    A GRAPH block and a plain group carry their own tokens and the text that opens them; a
    GRAPH block also says which graph it asks.
    """

    text: str
    first: Token
    kind: Kind = "pattern"
    opening: str = ""
    graph: str = ""
    body: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A query in parts: tokens of its head (with FROM), its WHERE and its modifiers."""

    prologue: str
    head: tuple[Token, ...]
    where: tuple[Token, ...]
    modifiers: tuple[tuple[Token, ...], ...]

    @property
    def sources(self) -> str:
        """The FROM clauses, which say of which graphs the query is asked."""
        starts = [at for at, token in enumerate(self.head) if token.is_word("FROM")]
        return written(self.head[starts[0] :]) if starts else ""


def parts(query: str) -> Parts:
    """The parts of a query that a store accepts.

    >>> found = parts("SELECT ?x WHERE { ?x a org:Post } ORDER BY ?x LIMIT 3")
    >>> written(found.where), [written(m) for m in found.modifiers]
    ('?x a org:Post', ['ORDER BY ?x', 'LIMIT 3'])
    """
    code = tokens(query)
    form = next(at for at, token in enumerate(code) if token.is_word(*FORMS))
    start = _where(code, form)
    end = closing(code, start) if start < len(code) else len(code)
    head = code[form : start - 1] if code[start - 1].is_word("WHERE") else code[form:start]
    return Parts(
        prologue=query[: code[form].start],
        head=head,
        where=code[start + 1 : end],
        modifiers=tuple(_clauses(code[end + 1 :])),
    )


def elements(group: Group) -> Iterator[Element]:
    """The elements of a group in their order; `;` and `,` are written out.

    >>> [
    ...     e.text
    ...     for e in elements(tokens("?m org:role ?r ; org:member ?a , ?b . FILTER (?a != ?b)"))
    ... ]
    ['?m org:role ?r .', '?m org:member ?a .', '?m org:member ?b .', 'FILTER (?a != ?b)']
    """
    at = 0
    while at < len(group):
        if group[at].text == ".":
            at += 1
        elif _opens_block(group[at]):
            end = _block_end(group, at)
            yield _block(group[at:end])
            at = end
        else:
            found, at = _triples(group, at)
            yield from found


def _where(code: Group, form: int) -> int:
    # The template of a CONSTRUCT stands before WHERE, expressions of a SELECT in brackets.
    at = form + 1
    if code[form].is_word("CONSTRUCT") and code[at].text == "{":
        at = closing(code, at) + 1
    while at < len(code) and code[at].text != "{":
        at = (closing(code, at) if code[at].text == "(" else at) + 1
    return at


def _clauses(rest: Group) -> Iterator[tuple[Token, ...]]:
    starts, at = [], 0
    while at < len(rest):
        if rest[at].is_word(*_MODIFIERS):
            starts.append(at)
        at = closing(rest, at) + 1
    for start, end in pairwise([*starts, len(rest)]):
        yield tuple(rest[start:end])


def _opens_block(token: Token) -> bool:
    return token.text == "{" or token.is_word(*_BLOCKS)


def _block_end(group: Group, at: int) -> int:
    if group[at].is_word("SELECT"):
        return len(group)
    opens = ("{",) if group[at].is_word("VALUES") else ("{", "(")
    start = next(i for i in range(at, len(group)) if group[i].text in opens)
    end = closing(group, start) + 1
    while group[at].text == "{" and end < len(group) and group[end].is_word("UNION"):
        end = closing(group, end + 1) + 1
    return end


def _block(block: Group) -> Element:
    first, text = block[0], written(block)
    if first.is_word("FILTER"):
        return Element(text, first, "filter")
    if first.is_word("MINUS"):
        return Element(text, first, "minus")
    start = next((at for at, token in enumerate(block) if token.text == "{"), 0)
    plain = first.text == "{" and closing(block, 0) == len(block) - 1
    if not plain and not first.is_word("GRAPH"):
        return Element(text, first)
    return Element(
        text,
        first,
        opening=written(block[: start + 1]),
        graph=written(block[1:start]),
        body=tuple(block[start + 1 : -1]),
    )


def _triples(group: Group, at: int) -> tuple[list[Element], int]:
    # One subject with all its verbs and objects; `[ … ]` may stand without any.
    subject = group[at : (end := _node_end(group, at))]
    first, at, found = group[at], end, list[Element]()
    while at < len(group) and group[at].text != "." and not _opens_block(group[at]):
        verb = group[at : (end := _path_end(group, at))]
        first = verb[0] if found else first
        while True:
            thing = group[end : (at := _node_end(group, end))]
            text = " ".join(written(part) for part in (subject, verb, thing))
            found.append(Element(f"{text} .", first))
            if at == len(group) or group[at].text != ",":
                break
            end = at + 1
            first = group[end]
        while at < len(group) and group[at].text == ";":
            at += 1
    return found or [Element(f"{written(subject)} .", first)], at


def _node_end(group: Group, at: int) -> int:
    end = closing(group, at) + 1
    if end < len(group) and group[end].kind == "language":
        return end + 1
    return end + 2 if end < len(group) and group[end].text == "^^" else end


def _path_end(group: Group, at: int) -> int:
    # Property paths: https://www.w3.org/TR/sparql11-query/#rPath
    while group[at].text in {"^", "!"}:
        at += 1
    at = closing(group, at) + 1
    while group[at].text in {"?", "*", "+"}:
        at += 1
    return _path_end(group, at + 1) if group[at].text in {"/", "|"} else at
