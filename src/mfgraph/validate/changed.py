"""Validation after a change: only what the change can touch is looked at again.

    changed triples ── sights, backward ──> touched nodes, part by part
    touched nodes ──── sights, forward ───> an excerpt of the store
    excerpt ────────── the part itself ───> their results, in place of the earlier ones

Removed triples are followed in the store as it was, added ones in the store as it is. A part of
which it is not known what it looks at, or that a change may touch everywhere, is done anew as a
whole: nothing is guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Self

import pyoxigraph as ox
from rdflib import Graph
from rdflib.term import Identifier

from mfgraph.store import OxigraphStore
from mfgraph.validate.aims import SUBCLASS, Aim, Aims
from mfgraph.validate.engine import targeted
from mfgraph.validate.findings import rule_of
from mfgraph.validate.kept import Kept, about, filed, graph_of, results_of
from mfgraph.validate.likeness import Likeness
from mfgraph.validate.parts import Found, Part, Plan, View
from mfgraph.validate.paths import Term, TooMany
from mfgraph.validate.query_part import QueryPart
from mfgraph.validate.rdf import literals_as_written
from mfgraph.validate.reach import Everywhere, Walker
from mfgraph.validate.report import Report, Target
from mfgraph.validate.rules import Rules
from mfgraph.validate.shapes_part import ShapesPart

# From so many nodes on it is quicker to do a part anew for all.
_MANY: Final = 5_000


@dataclass(frozen=True, slots=True)
class _Scope:
    """Nodes whose results go, and those of them that may have new ones, in an excerpt if any."""

    touched: set[Term]
    open: set[Term]
    excerpt: OxigraphStore | None = None


@dataclass(slots=True)
class Revalidation:
    """A store of one graph, with the results of its validation kept up to date.

    The store belongs to it: it is changed by `after`, and by nobody else.
    """

    store: OxigraphStore
    rules: Rules
    kept: dict[str, Kept] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    renewed: int = 0
    _aims: tuple[Aim, ...] = ()
    _plan: Plan = ((), ())
    _likeness: dict[str, Likeness] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with literals_as_written():
            self._prepare()

    @classmethod
    def resumed(
        cls,
        store: OxigraphStore,
        rules: Rules,
        found: Mapping[str, tuple[Found, ...]],
        counts: Iterable[int],
    ) -> Self:
        """One that goes on from what was found in the same store before."""
        kept = {part.name: filed(found[part.name], part) for part in rules.parts}
        return cls(store, rules, kept, list(counts))

    def after(self, added: Iterable[ox.Triple], removed: Iterable[ox.Triple] = ()) -> Report:
        """The report of the store once some triples are removed and others added.

        It equals that of a full validation of the changed store, without places in files.
        """
        wanted = set(added)
        come = {t for t in wanted if not self._has(t)}
        gone = {t for t in removed if self._has(t)} - wanted
        with literals_as_written():
            if any(triple.predicate == SUBCLASS for triple in (*come, *gone)):
                self._apply(come, gone)
                self.kept.clear()
                self.counts.clear()
                self._prepare()
            else:
                self._follow(come, gone)
        return self.report()

    def report(self) -> Report:
        """The report as it stands, without places in files and without its graph."""
        targets = self._targets()
        return Report(
            results=results_of(chain(*self.found.values()), targets),
            targets=targets,
            checks=tuple(check.name for check in self.rules.checks),
        )

    @property
    def found(self) -> dict[str, tuple[Found, ...]]:
        """What was found, by the name of the part that found it."""
        return {name: tuple(chain(*kept.values())) for name, kept in self.kept.items()}

    def graph(self) -> Graph:
        """The SHACL validation report of what was found."""
        return graph_of(chain(*self.found.values()), self._targets())

    def _prepare(self) -> None:
        shapes = self.rules.shapes
        self._aims = tuple(Aim.of(s, shapes, self.store) for s in targeted(shapes))
        for part in self.rules.parts:
            if isinstance(part, ShapesPart):
                self._plan = part.runner.planned(self.store)
        if not self.counts:
            self.counts = [len(aim.all(self.store)) for aim in self._aims]
        view = self._view()
        for part in self.rules.parts:
            if part.name not in self.kept:
                self._anew(part, view)
            self._learn(part)

    def _follow(self, come: set[ox.Triple], gone: set[ox.Triple]) -> None:
        view = self._view()
        touched = {part.name: _touched(part, gone, view) for part in self.rules.parts}
        moved = {n for t in (*come, *gone) for aim in self._aims for n in aim.may_move(t)}
        before = {node: view.aims.hitting(node) for node in moved}
        self._apply(come, gone)
        view = self._view()
        for node, hit in before.items():
            for at in view.aims.hitting(node) ^ hit:
                self.counts[at] += 1 if at not in hit else -1
        for part in self.rules.parts:
            earlier, now = touched[part.name], _touched(part, come, view)
            touched[part.name] = None if earlier is None or now is None else earlier | now
        self._renew(touched, view)

    def _renew(self, touched: Mapping[str, set[Term] | None], view: View) -> None:
        work: list[tuple[Part, _Scope]] = []
        shared = set(self.store.inner.quads_for_pattern(None, SUBCLASS, None))
        for part in self.rules.parts:
            try:
                scope = self._scope(part, touched[part.name], view)
                if scope.excerpt is None:
                    shared.update(part.needed(scope.open, view))
                work.append((part, scope))
            except TooMany:
                self._anew(part, view)
                self._learn(part)
        excerpt = OxigraphStore.of(shared)
        self.renewed = len(set().union(*(scope.touched for _, scope in work)))
        for part, scope in work:
            store = scope.excerpt or excerpt
            self._replace(part, scope, part.ask(store, view, scope.open) if scope.open else ())

    def _scope(self, part: Part, nodes: set[Term] | None, view: View) -> _Scope:
        if nodes is None or len(nodes) > _MANY:
            raise TooMany
        if not isinstance(part, QueryPart) or not nodes:
            return _Scope(nodes, nodes)
        if part.keys is None:
            return _Scope(nodes, set(part.open(nodes, view)))
        likeness = self._likeness[part.name]
        before = likeness.like(nodes, part.alike)
        excerpt = OxigraphStore.of(set(part.needed(nodes, view)))
        likeness.put(nodes, ((t, key) for t, key in part.keys(excerpt) if t in nodes))
        affected = before | likeness.like(nodes, part.alike)
        around = likeness.like(affected, part.alike)
        # A thing that is only half there would be taken for one of another key.
        excerpt = OxigraphStore.of(set(part.needed(around, view)))
        if any(thing not in around for thing, _ in part.keys(excerpt)):
            raise TooMany
        return _Scope(affected, affected, excerpt)

    def _learn(self, part: Part) -> None:
        if isinstance(part, QueryPart) and part.keys is not None:
            likeness = self._likeness[part.name] = Likeness()
            likeness.put((), part.keys(self.store))

    def _anew(self, part: Part, view: View) -> None:
        self.kept[part.name] = filed(part.ask(self.store, view, None), part)

    def _replace(self, part: Part, scope: _Scope, found: Iterable[Found]) -> None:
        kept = self.kept[part.name]
        for node in scope.touched:
            kept.pop(node, None)
        new = (item for item in found if about(item, part) in scope.open)
        kept.update(filed(new, part))

    def _targets(self) -> tuple[Target, ...]:
        shapes = self.rules.shapes
        return tuple(
            Target(shape, rule_of(shape, shapes), count)
            for shape, count in zip(targeted(shapes), self.counts, strict=True)
            if isinstance(shape, Identifier)
        )

    def _view(self) -> View:
        return View(Walker(self.store), Aims(self._aims, self.store, {}), self._plan)

    def _has(self, triple: ox.Triple) -> bool:
        return ox.Quad(*triple) in self.store.inner

    def _apply(self, come: Iterable[ox.Triple], gone: Iterable[ox.Triple]) -> None:
        for triple in gone:
            self.store.inner.remove(ox.Quad(*triple))
        self.store.inner.extend([ox.Quad(*triple) for triple in come])


def _touched(part: Part, triples: Iterable[ox.Triple], view: View) -> set[Term] | None:
    """The nodes that some triples touch; None for all."""
    try:
        return part.touched(triples, view)
    except Everywhere:
        return None
