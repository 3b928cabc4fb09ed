"""What a query brings together by a key that it puts together, and by no triple between them.

The query makes a key of what it finds of each thing, and compares the keys. From its text come the
queries for the keys alone, and what each thing's key depends on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from rdflib import Variable
from rdflib.plugins.sparql.parserutils import CompValue

from mfgraph.sparql.tokens import Token, closing, tokens, written
from mfgraph.store import OxigraphStore
from mfgraph.validate.algebra import algebra
from mfgraph.validate.paths import Term
from mfgraph.validate.query_sights import sights
from mfgraph.validate.sights import Sight, Unreadable


@dataclass(frozen=True, slots=True)
class Keyed:
    """The queries for the keys of things, and what they and the whole query look at."""

    queries: tuple[str, ...]
    sights: tuple[Sight, ...]


def keys(queries: Iterable[str], store: OxigraphStore) -> Iterator[tuple[Term, str]]:
    """Each thing with each key it has, by the queries for the keys."""
    for query in queries:
        for row in store.select(query):
            thing, key = row[0], row[1]
            if isinstance(thing, ox.NamedNode | ox.BlankNode) and key is not None:
                yield thing, str(key)


def keyed(query: str, anchor: str) -> Keyed | None:
    """What a query compares by a computed key, or None where it does nothing of the kind.

    The variable `anchor` must stand for one of the things that are compared.

    Raises:
        Unreadable: it does so in a way that is not known here.

    >>> text = '''SELECT ?one ?other {
    ...   { SELECT ?one ?key { ?one <urn:name> ?name BIND(LCASE(?name) AS ?key) } }
    ...   { SELECT ?other ?key { ?other <urn:name> ?name BIND(LCASE(?name) AS ?key) } } }'''
    >>> keyed(text, "one").queries[1]
    'SELECT DISTINCT ?other ?key WHERE { ?other <urn:name> ?name BIND(LCASE(?name) AS ?key) }'
    """
    whole = algebra(query)
    nested = [node for node in _nested(whole) if _key(node)]
    names = {_key(node) for node in nested}
    if not nested or len(names) > 1:
        return None
    (key,) = names
    bodies = list(_bodies(query, str(key)))
    if len(bodies) != len(nested):
        raise Unreadable("a key is put together in several places")
    members = [_member(node) for node in nested]
    if anchor not in members and not _is_one_of(anchor, members, query):
        raise Unreadable(f"?{anchor} is none of the things that are compared")
    prologue = query[: next(token.start for token in tokens(query) if token.is_word("SELECT"))]
    queries = [
        f"{prologue}SELECT DISTINCT ?{member} ?{key} WHERE {body}"
        for member, body in zip(members, bodies, strict=True)
    ]
    seen = [s for text, m in zip(queries, members, strict=True) for s in sights(algebra(text), m)]
    for node in nested:
        node.p, node.name = None, "values"
    seen += sights(whole, members[0])
    return Keyed(tuple(queries), tuple(dict.fromkeys(seen)))


def _nested(node: Any) -> Iterator[CompValue]:
    """The nested SELECT of a query, outermost first."""
    for part in node.values() if isinstance(node, CompValue) else ():
        if isinstance(part, CompValue) and part.name == "ToMultiSet":
            yield part
        elif isinstance(part, CompValue):
            yield from _nested(part)


def _key(node: CompValue) -> str | None:
    """The variable that a nested SELECT selects or groups by, and puts together itself."""
    project = node.p
    while project is not None and project.name in {"Distinct", "Reduced", "OrderBy"}:
        project = project.p
    if project is None or project.name != "Project":
        return None
    made = {str(part.var) for part in _extended(project.p)}
    chosen = sorted(made & {str(variable) for variable in project.PV} | made & _grouped(project.p))
    return chosen[0] if chosen else None


def _extended(node: Any) -> Iterator[CompValue]:
    # What is put together after the grouping, from aggregates, is no key.
    found: list[CompValue] = []
    while node is not None and node.name in {"Filter", "Extend", "AggregateJoin", "Group"}:
        if node.name == "Group":
            found.clear()
        elif node.name == "Extend":
            found.append(node)
        node = node.p
    yield from found


def _grouped(node: Any) -> set[str]:
    while node is not None and node.name in {"Filter", "Extend", "AggregateJoin", "Group"}:
        if node.name == "Group":
            return {str(part) for part in node.expr or () if isinstance(part, Variable)}
        node = node.p
    return set()


def _member(node: CompValue) -> str:
    """The variable that most triples of a pattern are about."""
    subjects = [str(s) for s in _subjects(node) if isinstance(s, Variable)]
    if not subjects:
        raise Unreadable("a key of nothing")
    return max(dict.fromkeys(subjects), key=subjects.count)


def _subjects(node: Any) -> Iterator[Any]:
    if isinstance(node, CompValue):
        if node.name == "BGP":
            yield from (triple[0] for triple in node.triples)
        for part in node.values():
            yield from _subjects(part)


def _is_one_of(anchor: str, members: Iterable[str], query: str) -> bool:
    """Whether a variable is the first or last of the things that share a key."""
    code = written(tokens(query)).replace(" ", "").replace("$", "?")
    made = re.search(rf"BIND\(IRI\(\?(\w+)\)AS\?{anchor}\)", code)
    return made is not None and any(
        f"({most}(STR(?{member}))AS?{made[1]})" in code
        for most in ("MIN", "MAX")
        for member in members
    )


def _bodies(query: str, key: str) -> Iterator[str]:
    """The text of each group in which a variable is bound by BIND, braces and all."""
    among = tokens(query)
    opened: list[int] = []
    for at, token in enumerate(among):
        if token.text == "{":
            opened.append(at)
        elif token.text == "}":
            opened.pop()
        elif token.is_word("AS") and _is_bind(among, at, key):
            start = opened[-1]
            yield query[among[start].start : among[closing(among, start)].end]


def _is_bind(among: tuple[Token, ...], at: int, key: str) -> bool:
    if among[at + 1].text[1:] != key:
        return False
    depth = 0
    for back in range(at, 0, -1):
        depth += (among[back].text == ")") - (among[back].text == "(")
        if depth < 0:
            return among[back - 1].is_word("BIND")
    return False
