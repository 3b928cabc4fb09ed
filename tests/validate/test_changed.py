"""After any edits, the report that is kept up to date is the one that a full validation gives.

Edits are drawn at random: triples that come, go or are replaced, types, dates, names and figures
that change, links that are turned elsewhere, things that go or are copied with all that is said
of them. They follow one another in one store, several at a time, and the reports are compared on
the way. The store is the first article's with what it needs of the code lists, small enough to
be validated in full each time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mfgraph.build import Built
from mfgraph.store import OxigraphStore
from mfgraph.validate import Report, Result
from mfgraph.validate.changed import Revalidation
from mfgraph.validate.checks import Check, read_checks, run_check
from mfgraph.validate.findings import read_results
from mfgraph.validate.near_names import near_names
from mfgraph.validate.rdf import literals_as_written
from mfgraph.validate.report import in_order
from mfgraph.validate.rules import Rules
from mfgraph.validate.shapes import Shapes, read_shapes, run
from mfgraph.validate.stored_text import edtf_dates, stored_texts
from mfgraph.validate.targets import targets, unmatched
from mfgraph.vocab import term

# Ill-typed numbers are among what is drawn; rdflib's word on them is not for whoever validates.
pytestmark = pytest.mark.filterwarnings("error:Serializing weird numerical")
Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Change = tuple[list[ox.Triple], list[ox.Triple]]
TYPE: Final = term("rdf:type")
LEFT_OUT: Final = frozenset(
    term(name)
    for name in ("rdfs:comment", "rdfs:seeAlso", "rdfs:isDefinedBy", "skos:definition")
)  # fmt: skip
# Said of any two things, these bring the rarer shapes and checks to speak.
LINKS: Final = tuple(
    term(name)
    for name in (
        "dcterms:isVersionOf", "dcterms:source", "mf:claimSubject", "mf:evidence", "mf:inEvent",
        "mf:onBehalfOf", "mf:passedOver", "mf:supports", "oa:hasSource", "org:member",
        "owl:differentFrom", "prov:wasDerivedFrom", "qb:observation", "rdfs:subClassOf",
        "schema:publisher", "sdmx-dimension:refPeriod", "skos:inScheme", "time:hasEnd",
    )
)  # fmt: skip
WORDS: Final = ("", " ", "2001", "2001-10", "2001-10-04", "1999-12-31", "18.75", "-3", "150", "0")
DATATYPES: Final = tuple(
    term(name) for name in ("xsd:date", "xsd:decimal", "xsd:integer", "xsd:boolean", "edtf:EDTF")
)


@dataclass(frozen=True)
class Edit:
    """One edit, and the numbers by which it finds its place in the store as it then is."""

    kind: str
    which: int
    other: int

    def of(self, world: "World") -> Change:
        """The triples that come and those that go."""
        at, there = world.triple(self.which), world.triple(self.other)
        return EDITS[self.kind](self, world, at, there)


@dataclass(repr=False)
class World:
    """A store under edit, with its full validation to compare with."""

    revalidation: Revalidation
    full: Callable[[OxigraphStore], Report]
    first: tuple[ox.Triple, ...]
    subjects: tuple[ox.NamedNode, ...] = ()
    edits: int = 0
    rules: set[str] = field(default_factory=set)

    def __repr__(self) -> str:
        return f"a world of {len(self.first)} triples"

    @property
    def store(self) -> OxigraphStore:
        return self.revalidation.store

    def triple(self, number: int) -> ox.Triple:
        # Every other time a thing is chosen first, so that things of few triples come up as well.
        if number % 2:
            mine = self.of(self.subjects[number % len(self.subjects)])
            if mine:
                return mine[number % len(mine)]
        return self.first[number % len(self.first)]

    def of(self, subject: Subject) -> list[ox.Triple]:
        quads = self.store.inner.quads_for_pattern(subject, None, None)
        return sorted((quad.triple for quad in quads), key=str)

    def about(self, thing: Subject) -> list[ox.Triple]:
        quads = self.store.inner.quads_for_pattern(None, None, thing)
        return sorted((quad.triple for quad in quads), key=str)

    def apply(self, edits: Sequence[Edit]) -> Report:
        changes = [edit.of(self) for edit in edits]
        self.edits += len(edits)
        return self.revalidation.after(
            chain.from_iterable(come for come, _ in changes),
            chain.from_iterable(gone for _, gone in changes),
        )

    def compare(self, report: Report) -> None:
        expected = self.full(self.store)
        assert set(expected.results) - set(report.results) == set(), "missed"
        assert set(report.results) - set(expected.results) == set(), "not taken back"
        assert report == expected
        self.rules |= {result.rule for result in report.results}

    def back(self) -> Report:
        """All that was edited undone, as one change."""
        first, now = set(self.first), {quad.triple for quad in self.store.quads()}
        return self.revalidation.after(first - now, now - first)


def go(_: Edit, __: World, at: ox.Triple, ___: ox.Triple) -> Change:
    return [], [at]


def come_back(_: Edit, __: World, ___: ox.Triple, there: ox.Triple) -> Change:
    return [there], []


def turn(_: Edit, __: World, at: ox.Triple, there: ox.Triple) -> Change:
    return [ox.Triple(at.subject, at.predicate, there.object)], [at]


def move(_: Edit, __: World, at: ox.Triple, there: ox.Triple) -> Change:
    return [ox.Triple(there.subject, at.predicate, at.object)], [at]


def link(edit: Edit, _: World, at: ox.Triple, there: ox.Triple) -> Change:
    predicate = LINKS[(edit.which + edit.other) % len(LINKS)]
    return [ox.Triple(at.subject, predicate, there.subject)], []


def retype(_: Edit, world: World, at: ox.Triple, there: ox.Triple) -> Change:
    types = [t for t in world.of(there.subject) if t.predicate == TYPE]
    gone = [t for t in world.of(at.subject) if t.predicate == TYPE]
    return [ox.Triple(at.subject, TYPE, t.object) for t in types[:1]], gone[:1]


def reword(edit: Edit, world: World, at: ox.Triple, _: ox.Triple) -> Change:
    """A letter, a date or a figure changed in a literal."""
    return _literal(world, at, edit.which, lambda old: _reworded(old, edit.other))


def retag(edit: Edit, world: World, at: ox.Triple, _: ox.Triple) -> Change:
    """Another language or datatype for the same characters."""
    return _literal(world, at, edit.which, lambda old: _retagged(old, edit.other))


def vanish(_: Edit, world: World, at: ox.Triple, __: ox.Triple) -> Change:
    return [], world.of(at.subject)


def vanish_everywhere(_: Edit, world: World, at: ox.Triple, __: ox.Triple) -> Change:
    return [], world.of(at.subject) + world.about(at.subject)


def copy(edit: Edit, world: World, at: ox.Triple, _: ox.Triple) -> Change:
    twin = ox.NamedNode(f"{at.subject.value}-{edit.other % 3}")  # type: ignore[union-attr]
    return [ox.Triple(twin, t.predicate, t.object) for t in world.of(at.subject)], []


def replace_everywhere(_: Edit, world: World, at: ox.Triple, there: ox.Triple) -> Change:
    gone = world.about(at.subject)[:6]
    return [ox.Triple(t.subject, t.predicate, there.subject) for t in gone], gone


EDITS: Final[dict[str, Callable[[Edit, World, ox.Triple, ox.Triple], Change]]] = {
    made.__name__: made
    for made in (
        go, come_back, turn, move, link, retype, reword, retag, vanish, vanish_everywhere, copy,
        replace_everywhere,
    )
}  # fmt: skip


def _literal(
    world: World, at: ox.Triple, which: int, new: Callable[[ox.Literal], ox.Literal]
) -> Change:
    found = [t for t in world.of(at.subject) if isinstance(t.object, ox.Literal)]
    if not found:
        return [], []
    old = found[which % len(found)]
    assert isinstance(old.object, ox.Literal)
    return [ox.Triple(old.subject, old.predicate, new(old.object))], [old]


def _reworded(old: ox.Literal, number: int) -> ox.Literal:
    at = number % (len(old.value) + 1)
    word = WORDS[number % len(WORDS)] or old.value[:at] + old.value[at + 1 :]
    word = old.value + word if word == " " else word
    if old.language:
        return ox.Literal(word, language=old.language)
    return ox.Literal(word, datatype=old.datatype)


def _retagged(old: ox.Literal, number: int) -> ox.Literal:
    if number % 2:
        return ox.Literal(old.value, language=("ar", "fr", "en", "de")[number % 4])
    return ox.Literal(old.value, datatype=DATATYPES[number % len(DATATYPES)])


def edits(most: int) -> st.SearchStrategy[list[list[Edit]]]:
    """Steps that follow one another, each of a few edits made at once."""
    numbers = st.integers(0, 1_000_000)
    edit = st.builds(Edit, st.sampled_from(sorted(EDITS)), numbers, numbers)
    return st.lists(st.lists(edit, min_size=5, max_size=12), min_size=most - 1, max_size=most)


ALWAYS_THE_SAME = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # what fails is read off the edits; to make them fewer takes minutes
    suppress_health_check=list(HealthCheck),
)


def kept(built: Built) -> Iterator[ox.Quad]:
    """Of the article's graph, the things themselves and what they need of the code lists."""
    quads = list(OxigraphStore.merged(built.store).quads())
    ours = "https://w3id.org/mfgraph/id/"
    needed = {str(q.object) for q in quads if ours in str(q.subject) and "-c2" not in str(q)}
    for quad in quads:
        name = str(quad.subject)
        few = ours not in name or not any(f"-c{number}" in name for number in (2, 4, 5, 6))
        of_a_list = "/mfgraph/def/" in name and name not in needed
        of_a_term = ours not in name and "/mfgraph/def/" not in name
        bare = quad.predicate == TYPE or quad.predicate == term("rdfs:subClassOf")
        if few and not of_a_list and quad.predicate not in LEFT_OUT and (bare or not of_a_term):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def full_validation(
    built: Built, shapes: Shapes, checks: tuple[Check, ...], store: OxigraphStore
) -> Report:
    """What `validate` does, part by part, on a store that has no files."""
    with literals_as_written():
        tried = tuple(targets(shapes.graph, store))
        found: list[Iterable[Result]] = [run_check(c, store, built.workspace) for c in checks]
        results = chain(
            read_results(run(store, shapes), shapes.graph),
            unmatched(tried),
            near_names(store),
            stored_texts(store, built.workspace),
            edtf_dates(store),
            *found,
        )
        return Report(in_order(results), tried, tuple(check.name for check in checks))


@pytest.fixture(scope="module")
def world(seed_built: Built) -> Iterator[World]:
    with literals_as_written():
        shapes, checks = read_shapes(seed_built.workspace), read_checks(seed_built.workspace)
    store = OxigraphStore.of(kept(seed_built))
    first = tuple(sorted((quad.triple for quad in store.quads()), key=str))
    found = World(
        Revalidation(store, Rules.of(seed_built.workspace)),
        lambda edited: full_validation(seed_built, shapes, checks, edited),
        first,
        tuple(dict.fromkeys(t.subject for t in first if isinstance(t.subject, ox.NamedNode))),
    )
    yield found
    assert found.edits >= 2000
    assert len(found.rules) >= 50


def test_the_world_is_small_and_of_all_kinds(world: World) -> None:
    kinds = {str(t.subject).split("/")[5] for t in world.first if "/mfgraph/id/" in str(t.subject)}
    assert kinds >= {
        "org", "person", "post", "role", "event", "participation", "place", "source", "text",
        "excerpt", "claim", "statement", "observation", "breakdown", "dataset", "line-of-action",
        "collection", "mention", "correction",
    }  # fmt: skip
    assert 1000 < len(world.first) < 4000


def test_what_goes_and_comes_at_once_stays(world: World) -> None:
    before, (first, *_) = world.revalidation.report(), world.first
    assert world.revalidation.after(iter([first]), iter([first])) == before
    assert ox.Quad(*first) in world.store.inner


@settings(ALWAYS_THE_SAME, max_examples=40)
@given(edits(8))
def test_any_edits_give_the_report_of_a_full_validation(
    world: World, steps: list[list[Edit]]
) -> None:
    before = world.revalidation.report()
    for number, step in enumerate(steps):
        report = world.apply(step)
        if number == len(steps) // 2:
            world.compare(report)
    world.compare(world.revalidation.report())
    assert world.back() == before
