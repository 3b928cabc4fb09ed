"""A difference in words: counts first, then sources, values, choices, claims and things."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeVar

from pyoxigraph import DefaultGraph, NamedNode

from mfgraph.diff.difference import Difference
from mfgraph.diff.index import Index
from mfgraph.diff.summary import NEW, OLD, Count, Fates, Flip, Graph, Summary, ValueChange
from mfgraph.phrases import phrase
from mfgraph.terms import Language, Term, compact, display, isolate, pick
from mfgraph.vocab import (
    CHOICES_GRAPH,
    DERIVED_GRAPH,
    ENTITIES_GRAPH,
    GRAPH,
    ID,
    ONTOLOGY_GRAPH,
    term,
)

T = TypeVar("T")
_INDENT: Final = "   "
_NAMES: Final = (term("skos:prefLabel"), term("rdfs:label"), term("dcterms:title"))
_ASSERTED: Final = (
    term("mf:claimSubject"),
    term("mf:claimPredicate"),
    term("mf:claimObject"),
    term("mf:claimValue"),
)
_GRAPHS: Final[Mapping[Graph, str]] = MappingProxyType(
    {
        DefaultGraph(): "resolved-view",
        ENTITIES_GRAPH: "entities",
        ONTOLOGY_GRAPH: "ontology",
        DERIVED_GRAPH: "derived",
        CHOICES_GRAPH: "choices-graph",
    }
)


class Teller:
    """Says a difference in one language, with names from the new version, else the old one.

    At most `limit` of a kind are told, or all where it is 0.
    """

    def __init__(self, indexes: tuple[Index, Index], lang: Language, limit: int) -> None:
        self._indexes, self._lang, self._limit = indexes, lang, limit

    def tell(self, found: Difference, changes: Summary) -> Iterator[str]:
        """The lines of the report: counts, then what they count."""
        yield self._say("versions", old=found.old.name, new=found.new.name)
        yield self._say("compared-whole" if found.whole else "compared-view")
        if found.is_empty:
            yield self._say("equal")
            return
        yield from self._counts(found, changes)
        if found.whole:
            yield from self._section("sources", list(changes.graphs.items()), self._graph)
        yield from self._section("values", changes.values, self._value)
        yield from self._section("choices", changes.flips, self._flip)
        for kind, fates, removed in (
            ("claims", changes.claims, "withdrawn"),
            ("things", changes.entities, "removed"),
        ):
            yield from self._section(f"{kind}-added", fates.added, self._thing)
            yield from self._section(f"{kind}-{removed}", fates.removed, self._thing)
            if kind == "claims":
                yield from self._section(f"{kind}-changed", fates.changed, self._thing)
        counted = [(thing, changes.things[thing]) for thing in changes.entities.changed]
        yield from self._section("things-changed", counted, self._counted)

    def _counts(self, found: Difference, changes: Summary) -> Iterator[str]:
        removed, added = changes.statements
        yield self._say("statements", removed=removed, added=added)
        if found.whole:
            yield self._fates("claims", changes.claims)
        yield self._say("values", count=len(changes.values))
        if found.whole:
            yield self._say("choices", count=len(changes.flips))
        yield self._fates("things", changes.entities)

    def _fates(self, name: str, fates: Fates) -> str:
        sizes = {each: len(getattr(fates, each)) for each in ("removed", "added", "changed")}
        return self._say(name, **sizes)

    def _section(
        self, name: str, items: Sequence[T], tell: Callable[[T], Iterator[str]]
    ) -> Iterator[str]:
        if not items:
            return
        shown = items[: self._limit] if self._limit else items
        yield ""
        yield self._say(f"head-{name}")
        for item in shown:
            yield from (_INDENT + line for line in tell(item))
        if len(shown) < len(items):
            yield _INDENT + self._say("more", count=len(items) - len(shown))

    def _graph(self, item: tuple[Graph, Count]) -> Iterator[str]:
        graph, count = item
        yield self._with_count(self._graph_name(graph), count)

    def _graph_name(self, graph: Graph) -> str:
        if graph in _GRAPHS:
            return self._say(_GRAPHS[graph])
        if not isinstance(graph, NamedNode):
            return str(graph)
        # A graph is called as the source that speaks in it.
        return self._known_as(NamedNode(graph.value.replace(GRAPH, ID, 1)))

    def _value(self, change: ValueChange) -> Iterator[str]:
        about = f"{isolate(self._name(change.thing))} · {isolate(self._name(change.predicate))}"
        old, new = self._all(change.old, self._name), self._all(change.new, self._name)
        if old == new:
            # They look alike, and differ in their datatype.
            old, new = self._all(change.old, str), self._all(change.new, str)
        yield self._say("became", about=about, old=old, new=new)

    def _flip(self, flip: Flip) -> Iterator[str]:
        old, new = self._known_as(flip.old), self._known_as(flip.new)
        yield self._say("became", about=compact(flip.choice.value), old=old, new=new)
        before, now = (rule and self._name(rule) for rule in flip.rules)
        if before and now and before != now:
            yield _INDENT + self._say("rules", old=before, new=now)
        elif now:
            yield _INDENT + self._say("rule", rule=now)
        if flip.is_gone:
            yield _INDENT + self._say("is-gone")
        if flip.is_new:
            yield _INDENT + self._say("is-new")

    def _thing(self, thing: NamedNode) -> Iterator[str]:
        yield self._known_as(thing)

    def _counted(self, item: tuple[NamedNode, Count]) -> Iterator[str]:
        thing, count = item
        yield self._with_count(self._known_as(thing), count)

    def _with_count(self, name: str, count: Count) -> str:
        return self._say("counted", name=name, count=f"+{count[NEW]} −{count[OLD]}")

    def _known_as(self, thing: NamedNode) -> str:
        """A thing by its name, if it has one, and by its short IRI."""
        name, short = self._name(thing), compact(thing.value)
        if name == short:
            name = " · ".join(isolate(self._name(part)) for part in self._asserted(thing))
        return f"{isolate(name)} ({isolate(short)})" if name else short

    def _asserted(self, claim: NamedNode) -> list[Term]:
        """Of a claim of a property: the thing, the property and the value."""
        parts = ((index.values(claim, part) for part in _ASSERTED) for index in self._indexes)
        return next((found for each in parts if (found := [v for vs in each for v in vs])), [])

    def _all(self, values: Iterable[Term], show: Callable[[Term], str]) -> str:
        return " | ".join(isolate(show(value)) for value in values)

    def _name(self, value: Term) -> str:
        if not isinstance(value, NamedNode):
            return display(value)
        texts = (index.texts(value, name) for index in self._indexes for name in _NAMES)
        named = (pick(found, self._lang) for found in texts if found)
        return next(named, "") or compact(value.value)

    def _say(self, sentence: str, **values: object) -> str:
        return phrase(f"diff.{sentence}", self._lang, **values)
