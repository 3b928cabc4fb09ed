"""Why a query finds nothing: the first of its patterns after which no solution is left.

The patterns of the WHERE are asked one more at a time, `ASK { first }`, `ASK { first second }`
and so on, filters last as [SPARQL 1.1, section 5.2.2](https://www.w3.org/TR/sparql11-query/#scopeFilters)
has it. Where all of them together still hold, it is what comes after: HAVING, OFFSET, LIMIT.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten
from typing import Final, Literal

from mfgraph.phrases import phrase
from mfgraph.queries.header import form_of
from mfgraph.queries.patterns import Element, Group, Parts, elements, parts
from mfgraph.sparql.tokens import written
from mfgraph.store import Store
from mfgraph.terms import Language

Cause = Literal[
    "pattern", "filter", "minus", "having", "values", "offset", "limit", "template", "description"
]
# No more solutions than this are counted: two unrelated patterns can have millions.
_COUNTED: Final = 10_000
_AFTER_WHERE: Final[tuple[Cause, ...]] = ("limit", "offset", "values", "having")
_SHOWN: Final = 160
_IN_GRAPH: Final = "GRAPH ?source { … }"


@dataclass(frozen=True, slots=True)
class Emptied:
    """What empties a result: the pattern, its line in the query, and what stood before it.

    `before` counts the solutions that the pattern met; 0 is said of a pattern that begins the
    query, since nothing stands before it. `alone` says whether the pattern matches without
    the others, and if not, `in_a_graph` whether it does in some named graph; `graph` is the
    one that the query asks it of.
    """

    cause: Cause
    pattern: str
    line: int
    before: int = 0
    alone: bool = False
    in_a_graph: bool = False
    graph: str = ""


def explain_empty(store: Store, query: str) -> Emptied | None:
    """What makes a query's result empty, or nothing where it is not empty.

    Raises:
        QueryError: the text is not SPARQL, or the store cannot answer it.

    >>> from mfgraph.store import OxigraphStore
    >>> explain_empty(OxigraphStore.of([]), "SELECT ?p { ?p a <https://schema.org/Person> }").line
    1
    """
    if not _is_empty(store, query):
        return None
    asked = _Asked(store, query, parts(query))
    return _in_group(asked, asked.parts.where, _Place()) or _after_where(asked)


def describe_emptied(emptied: Emptied, lang: Language) -> str:
    """The sentence for a reader: which line, which pattern, and how it fails."""
    key = emptied.cause if emptied.cause != "pattern" else _failure(emptied)
    said = phrase(
        f"explain.{key}",
        lang,
        line=emptied.line,
        pattern=shorten(emptied.pattern, _SHOWN, placeholder=" …"),
        graph=emptied.graph or _IN_GRAPH,
    )
    if not emptied.before:
        return said
    many = "+" if emptied.before == _COUNTED else ""
    return f"{said} {phrase('explain.before', lang, count=f'{emptied.before}{many}')}"


def _failure(emptied: Emptied) -> str:
    if emptied.alone:
        return "not-together"
    if not emptied.in_a_graph:
        return "nothing"
    return "other-graph" if emptied.graph else "graph-only"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query and the store it was asked of: its groups are asked under the same prologue."""

    store: Store
    query: str
    parts: Parts

    def holds(self, group: str) -> bool:
        return self.store.ask(f"{self.parts.prologue} ASK {self.parts.sources} {{ {group} }}")

    def count(self, group: str) -> int:
        select = f"SELECT * {self.parts.sources} {{ {group} }}"
        return _count(self.store, f"{self.parts.prologue} {select}")

    def count_all(self) -> int:
        return self.count(written(self.parts.where)) if self.parts.where else 0

    def line(self, offset: int) -> int:
        return self.query.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a group stands: behind what elements, and inside which blocks.

    `standing` is a whole group, `opening` and `scope` wait for `closing`.
    """

    standing: str = ""
    opening: str = ""
    scope: str = ""
    closing: str = ""
    graph: str = ""

    def around(self, group: str) -> str:
        return f"{self.opening} {group} {self.closing}"

    def inside(self, kept: str, block: Element) -> "_Place":
        return _Place(
            standing=self.around(kept) if kept else self.standing,
            opening=f"{self.opening} {kept} {block.opening}",
            scope=f"{self.scope} {block.opening}",
            closing=f"}} {self.closing}",
            graph=block.graph or self.graph,
        )


def _in_group(asked: _Asked, group: Group, place: _Place) -> Emptied | None:
    kept = ""
    for element in sorted(elements(group), key=lambda element: element.kind == "filter"):
        if not asked.holds(place.around(f"{kept} {element.text}")):
            inside = place.inside(kept, element)
            finer = _in_group(asked, element.body, inside) if element.body else None
            return finer or _emptied(asked, element, place, kept)
        kept = f"{kept} {element.text}".strip()
    return None


def _emptied(asked: _Asked, element: Element, place: _Place, kept: str) -> Emptied:
    standing = place.around(kept) if kept else place.standing
    only = f"{place.scope} {element.text} {place.closing}"
    plain = element.kind == "pattern"
    alone = plain and asked.holds(only)
    return Emptied(
        cause=element.kind,
        pattern=element.text.removesuffix(" ."),
        line=asked.line(element.first.start),
        before=asked.count(standing) if standing else 0,
        alone=alone,
        in_a_graph=plain and not alone and asked.holds(f"GRAPH ?anyGraph {{ {element.text} }}"),
        graph=place.graph,
    )


def _after_where(asked: _Asked) -> Emptied:
    # What is evaluated last is left out first: the first that lets a row through is the cause.
    left = list(asked.parts.modifiers)
    head = written(asked.parts.head)
    where = f"{{ {written(asked.parts.where)} }}" if asked.parts.where else ""
    for cause in _AFTER_WHERE:
        for clause in [c for c in left if c[0].is_word(cause.upper())]:
            left.remove(clause)
            rest = " ".join(written(other) for other in left)
            query = f"{asked.parts.prologue} {head} {where} {rest}"
            if not _is_empty(asked.store, query):
                select = form_of(query) == "SELECT"
                before = _count(asked.store, query) if select else asked.count_all()
                return Emptied(cause, written(clause), asked.line(clause[0].start), before)
    return _without_statement(asked, head)


def _without_statement(asked: _Asked, head: str) -> Emptied:
    # Patterns that match and yet no triple: a template whose variables stay unbound, or
    # a description of something of which nothing is said.
    described = form_of(head) == "DESCRIBE"
    before = asked.count_all()
    line = asked.line(asked.parts.head[0].start)
    return Emptied("description" if described else "template", head, line, before)


def _is_empty(store: Store, query: str) -> bool:
    form = form_of(query)
    if form == "ASK":
        return not store.ask(query)
    rows: Iterator[object] = store.select(query) if form == "SELECT" else store.construct(query)
    return next(rows, None) is None


def _count(store: Store, query: str) -> int:
    return sum(1 for _ in islice(store.select(query), _COUNTED))
