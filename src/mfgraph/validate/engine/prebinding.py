"""A SPARQL constraint rewritten so that one query answers for all its focus nodes.

SHACL evaluates a constraint once a focus node, with `$this` replaced by the node everywhere
([SHACL, appendix A](https://www.w3.org/TR/shacl/#pre-binding)). Here `$this` is joined with
the pattern of the nodes instead. Join, OPTIONAL, UNION, FILTER and BIND work on each value of a
bound variable apart, so the rows are the same as long as every group that mentions `$this`
binds it before it uses it. A group does so

- by a triple pattern in which `$this` is first mentioned, or else
- by the pattern of the nodes, which is written at its beginning.

What groups must group by `$this` and what selects must select it; nothing may be cut off by
LIMIT. Whatever SHACL forbids (MINUS, VALUES, SERVICE, `AS $this`), and whatever else is in doubt,
is left to the reference validator.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from mfgraph.validate.engine.terms import InDoubt

_TOKEN: Final = re.compile(
    r"""(?P<skip>\s+|\#[^\n]*)
      | (?P<text><[^<>"{}|^`\\\s]*>|\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}
                |\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>[\w.-]*:[\w.%:\\/-]*)
      | (?P<word>[A-Za-z_]+)
      | (?P<open>[{(]) | (?P<close>[})]) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_LEFT_ALONE: Final = frozenset((
    "MINUS", "VALUES", "SERVICE", "FROM", "LIMIT", "OFFSET", "ASK", "CONSTRUCT",
    "$PATH", "$shapesGraph", "$currentShape", "$failure", "$message",
))  # fmt: skip
_AGGREGATES: Final = frozenset(["COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"])
_THIS: Final = "$this"


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands between two braces: words with the depth of their parentheses, and groups."""

    begin: int
    tests: bool = False  # the pattern of EXISTS or NOT EXISTS
    items: list["tuple[str, int] | _Group"] = field(default_factory=list)

    def groups(self) -> list["_Group"]:
        return [item for item in self.items if isinstance(item, _Group)]

    def words(self) -> list[tuple[str, int]]:
        return [item for item in self.items if not isinstance(item, _Group)]

    def mentions(self) -> bool:
        here = any(word == _THIS for word, _ in self.words())
        return here or any(group.mentions() for group in self.groups())

    def selects(self) -> bool:
        return any(word == "SELECT" for word, _ in self.words())

    def binds_first(self) -> bool:
        """Whether the first mention of `$this` is in a triple pattern of the group itself."""
        for item in self.items:
            if isinstance(item, _Group):
                if item.mentions():
                    return False
            elif item[0] == _THIS:
                return item[1] == 0
        return False


def for_all(query: str, nodes: str) -> str:
    """The query with `$this` joined with the nodes, which a graph pattern binds to `?this`.

    Raises:
        InDoubt: that may change its rows.

    >>> for_all("SELECT $this ?value WHERE { $this ?path ?value }", "?this a <urn:Share> .")
    'SELECT $this ?value WHERE { ?this a <urn:Share> .  $this ?path ?value }'
    """
    places = sorted(_places(_parse(query)))
    ends = [*places, len(query)]
    return query[: ends[0]] + "".join(
        f" {nodes} {query[begin:end]}" for begin, end in zip(places, ends[1:], strict=True)
    )


def is_choice(query: str) -> bool:
    """Whether a constraint begins by choosing between groups that each bind `$this`.

    Its rows without the nodes are then those with them and more, so that where there are none,
    no node need be looked at. By a path of no steps a node may be bound that nothing speaks of.

    >>> is_choice("SELECT $this WHERE { { $this <urn:p> 1 } UNION { ?one <urn:q> $this } }")
    True
    >>> is_choice("SELECT $this WHERE { { $this <urn:p> 1 } UNION { FILTER($this != 2) } }")
    False
    """
    root = _parse(query)
    body = _body(root)
    chosen = list(takewhile(_is_alternative, body.items))
    groups = [item for item in chosen if isinstance(item, _Group)]
    binds = all(group.binds_first() and not group.selects() for group in groups)
    may_stay = any(word in {"*", "?"} for group in groups for word, _ in group.words())
    return len(groups) > 1 and binds and not may_stay and list(_places(root)) == [body.begin]


def _is_alternative(item: "tuple[str, int] | _Group") -> bool:
    return isinstance(item, _Group) or item[0] == "UNION"


def _parse(query: str) -> _Group:
    open_groups, depths = [_Group(0)], [0]
    for kind, text, end in _tokens(query):
        here = open_groups[-1]
        if text == "{":
            before = here.items[-1] if here.items else ("", 0)
            group = _Group(end, tests=before[0] == "EXISTS" if isinstance(before, tuple) else False)
            here.items.append(group)
            open_groups.append(group)
            depths.append(0)
        elif text == "}":
            open_groups.pop()
            depths.pop()
            if not open_groups:
                raise InDoubt
        else:
            depths[-1] += (text == "(") - (text == ")")
            word = _normal(kind, text)
            if kind == "variable" and here.items[-1:] == [("GRAPH", depths[-1])]:
                raise InDoubt
            if word == _THIS and here.items[-1:] and here.items[-1] == ("AS", depths[-1]):
                raise InDoubt
            here.items.append((word, depths[-1]))
    if len(open_groups) != 1:
        raise InDoubt
    return open_groups[0]


def _tokens(query: str) -> Iterator[tuple[str, str, int]]:
    for match in _TOKEN.finditer(query):
        kind = str(match.lastgroup)
        if kind not in {"skip", "text", "name"}:
            yield kind, match.group(), match.end()


def _normal(kind: str, text: str) -> str:
    if kind == "variable":
        text = "$" + text[1:]
    word = text.upper() if kind == "word" else text
    if word in _LEFT_ALONE:
        raise InDoubt
    return word


def _places(root: _Group) -> Iterator[int]:
    body = _body(root)
    yield body.begin
    for group in body.groups():
        yield from _within(group, tested=False)
    if body.selects():
        raise InDoubt


def _within(group: _Group, *, tested: bool) -> Iterator[int]:
    if group.selects():
        body = _body(group)
        if tested or body.selects():
            raise InDoubt
        # A nested SELECT is evaluated on its own, so `$this` must be bound in it.
        if not body.binds_first():
            yield body.begin
        for part in body.groups():
            yield from _within(part, tested=False)
    elif group.mentions():
        yield from _mentioning(group, tested=tested)


def _mentioning(group: _Group, *, tested: bool) -> Iterator[int]:
    bound = group.binds_first()
    inside = any(part.mentions() or part.selects() for part in group.groups())
    if group.tests or tested:
        # EXISTS is tried on one solution at a time, which has a value for $this already;
        # deeper inside it, only a triple pattern makes that sure.
        if not bound and (inside or tested):
            raise InDoubt
    elif not bound:
        yield group.begin
    for part in group.groups():
        yield from _within(part, tested=tested or group.tests)


def _body(select: _Group) -> _Group:
    """The WHERE of a SELECT whose clauses keep the nodes apart."""
    groups = select.groups()
    if len(groups) != 1:
        raise InDoubt
    at = select.items.index(groups[0])
    before = [item for item in select.items[:at] if isinstance(item, tuple)]
    after = [item for item in select.items[at + 1 :] if isinstance(item, tuple)]
    start = [word for word, _ in before].index("SELECT") if ("SELECT", 0) in before else None
    if (_THIS, 0) not in before or start is None or not _keeps_apart(before[start:], after):
        raise InDoubt
    return groups[0]


def _keeps_apart(before: list[tuple[str, int]], after: list[tuple[str, int]]) -> bool:
    words = [word for word, _ in after]
    if "GROUP" not in words:
        return _AGGREGATES.isdisjoint(word for word, _ in (*before, *after))
    start = words.index("GROUP")
    ends = [i for i, word in enumerate(words) if word in {"HAVING", "ORDER"} and i > start]
    return (_THIS, 0) in after[start : min(ends, default=len(after))]
