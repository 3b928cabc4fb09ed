"""What had appeared by a day, and what is known to have held on one."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, parse

import mfgraph
from mfgraph.build import Built, build, load, save
from mfgraph.errors import StoreError, UsageError
from mfgraph.history import holding, published
from mfgraph.moments import Moment
from mfgraph.resolve import resolve
from mfgraph.store import OxigraphStore, Store
from mfgraph.terms import compact
from mfgraph.vocab import CHOICES_GRAPH, DERIVED_GRAPH, source_graph, term
from mfgraph.workspace import Workspace

EXAMPLE: Final = Path(__file__).parent / "moments.trig"
KINDS: Final = (
    "org:Membership", "mf:OrganisationRelation", "schema:Event", "mf:Participation",
    "mf:ReportedStatement", "qb:Observation",
)  # fmt: skip
SOURCE: Final = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix schema: <https://schema.org/> .
@prefix source: <https://w3id.org/mfgraph/id/source/> .
@prefix organization: <https://w3id.org/mfgraph/id/org/> .

source:{slug} a schema:NewsArticle ;
    schema:publisher organization:al-massae .
"""


@pytest.fixture(scope="module")
def whole(seed_built: Built) -> OxigraphStore:
    store = OxigraphStore.of([*seed_built.files, *parse(path=str(EXAMPLE))])
    resolve(store, seed_built.workspace)
    return store


def made_up(store: Store) -> set[str]:
    """The made-up records of the default graph, by their short names without the kind."""
    kinds = {term(kind) for kind in KINDS}
    records = {
        q.subject.value
        for q in store.quads(DefaultGraph())
        if q.predicate == term("rdf:type")
        and q.object in kinds
        and isinstance(q.subject, NamedNode)
    }
    return {compact(iri).replace(":x-", " ") for iri in records if "/x-" in iri}


def said(store: Store, predicate: str, graph: NamedNode | DefaultGraph | None = None) -> set[str]:
    found = store.quads(graph or DefaultGraph())
    return {
        f"{_short(q.subject)} {_short(q.object)}" for q in found if q.predicate == term(predicate)
    }


def _short(node: object) -> str:
    return compact(node.value) if isinstance(node, NamedNode) else str(node)


def at(store: Store, workspace: Workspace, text: str) -> OxigraphStore:
    day = Moment.of(as_of=text).as_of
    assert day is not None
    return holding(store, workspace, day)[0]


ALWAYS: Final = {"relation open"}  # since 2007
IN_2009: Final = {
    "event past", "participation past-first", "participation past-second", "statement past",
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # The year 2009 is not over yet; the role that begins on 3 February has begun.
        ("2009-02-03", {"membership ended"}),
        ("2009-02-02", set()),
        # Before May 2010 is over the first role may not have begun, but it may: from its first day.
        ("2010-04-30", {"membership ended", *IN_2009}),
        ("2010-05-01", {"membership ended", "membership begun", *IN_2009}),
        ("2010-06-30", {"membership ended", "membership begun", *IN_2009}),
        ("2010-07", {"membership begun", *IN_2009}),
        ("2010-12-30", {"membership begun", *IN_2009}),
        # The year that a figure refers to is over.
        ("2010", {"membership begun", "observation year", *IN_2009}),
        ("2011-04-02", {"membership begun", "observation year", "relation day", *IN_2009}),
        ("2011-04-03", {"membership begun", "observation year", *IN_2009}),
        ("2011-06", {"membership begun", "membership attested", "observation year", *IN_2009}),
        ("2011-07-01", {"membership begun", "observation year", *IN_2009}),
        # Until its last day an event of several days is not over.
        ("2011-10-13", {"membership begun", "observation year", *IN_2009}),
        ("2011-10-14", {"membership begun", "observation year", "event lasting", *IN_2009}),
        # The last day on which the first role is attested.
        ("2012-03-01", {"membership begun", "observation year", "event lasting", *IN_2009}),
        ("2012-03-02", {"observation year", "event lasting", *IN_2009}),
        ("2012-06-30", {"observation year", "observation open", "event lasting", *IN_2009}),
        (
            "2013-10",
            {
                "observation year", "observation open", "event lasting", "event future",
                "participation future-first", "participation future-third", "statement future",
                *IN_2009,
            },
        ),
    ],
)  # fmt: skip
def test_records_that_held_on_a_day(
    whole: OxigraphStore, seed: Workspace, day: str, expected: set[str]
) -> None:
    assert made_up(at(whole, seed, day)) == ALWAYS | expected


def test_what_is_left_out_is_counted_with_what_has_no_date(
    whole: OxigraphStore, seed: Workspace
) -> None:
    _, left_out = holding(whole, seed, date(2011, 6, 30))
    dated = {compact(iri) for iri in left_out.dated}
    assert dated == {
        "membership:x-ended", "relation:x-day", "event:x-lasting", "event:x-future",
        "participation:x-future-first", "participation:x-future-third", "statement:x-future",
        "observation:x-open",
    }  # fmt: skip
    undated = {compact(iri) for iri in left_out.undated if "/x-" in iri}
    assert undated == {"membership:x-undated", "relation:x-undated", "observation:x-undated"}
    # The article gives no year: its event with 4 participations and 10 statements, two roles,
    # 8 figures in 3 breakdowns.
    assert len(left_out.undated) - len(undated) == 1 + 4 + 10 + 2 + 8 + 3


def test_rules_conclude_anew_from_what_is_left(whole: OxigraphStore, seed: Workspace) -> None:
    joint = {
        "organization:x-first organization:x-second",
        "organization:x-second organization:x-first",
    }
    later = {"organization:x-first organization:fnam", "organization:fnam organization:x-first"}
    seeds = {"organization:fnam organization:cms", "organization:cms organization:fnam"}
    assert said(whole, "mf:partneredWith") == joint | later | seeds
    for graph in (DefaultGraph(), DERIVED_GRAPH):
        assert said(at(whole, seed, "2012"), "mf:partneredWith", graph) == joint
        assert said(at(whole, seed, "2013"), "mf:partneredWith", graph) == joint | later


def test_a_post_is_held_by_those_whose_membership_holds(
    whole: OxigraphStore, seed: Workspace
) -> None:
    assert len(said(whole, "org:heldBy")) == 3 + 2
    then = at(whole, seed, "2010-06-01")
    assert said(then, "org:heldBy") == {
        "post:x-first--president person:x-ahmed",
        "post:x-first--president person:x-chafik",
    }
    assert said(then, "org:holds") == {
        "person:x-ahmed post:x-first--president",
        "person:x-chafik post:x-first--president",
    }


@pytest.mark.parametrize(
    ("day", "vacant"), [("2010-12-31", 0), ("2011-01-01", 1), ("2011-01", 1), ("2011-02-01", 0)]
)
def test_a_post_is_vacant_when_it_is_said_to_be(
    whole: OxigraphStore, seed: Workspace, day: str, vacant: int
) -> None:
    assert len(said(at(whole, seed, day), "mf:vacantDuring")) == vacant


def test_dated_facts_wait_for_their_day_and_others_do_not(
    whole: OxigraphStore, seed: Workspace
) -> None:
    founded, fnam = "organization:x-first", "organization:fnam"
    for day, bodies in {
        "2001-10-03": set(),
        "2001-10-04": {fnam},
        "2010-04-29": {fnam},
        "2010-04-30": {fnam, founded},
    }.items():
        then = at(whole, seed, day)
        assert {pair.split()[0] for pair in said(then, "schema:foundingDate")} == bodies
        assert "organization:x-first place:casablanca" in said(then, "schema:location")


def test_parts_of_a_record_and_links_to_it_go_with_it(
    whole: OxigraphStore, seed: Workspace
) -> None:
    then = at(whole, seed, "2008")
    for quad in then.quads(DefaultGraph()):
        for node in (quad.subject, quad.object):
            assert "/role/x-" not in str(node)
            assert "/event/x-" not in str(node)


def test_what_sources_said_stays_as_it_was(whole: OxigraphStore, seed: Workspace) -> None:
    then = at(whole, seed, "2008")
    resolved = {DefaultGraph(), DERIVED_GRAPH}
    assert _besides(then.quads(), resolved) == _besides(whole.quads(), resolved)
    assert set(whole.quads(CHOICES_GRAPH)) == set(then.quads(CHOICES_GRAPH))


def _besides(quads: Iterable[Quad], graphs: set[object]) -> set[Quad]:
    return {quad for quad in quads if quad.graph_name not in graphs}


def test_after_the_last_day_only_what_has_no_date_or_has_ended_is_missing(
    whole: OxigraphStore, seed: Workspace
) -> None:
    assert made_up(whole) - made_up(at(whole, seed, "2026")) == {
        "membership begun", "membership attested", "membership ended", "membership undated",
        "relation day", "relation undated", "observation undated",
    }  # fmt: skip


def _add(workspace: Workspace, slug: str, published_on: str) -> None:
    text = SOURCE.format(slug=slug)
    if published_on:
        text += f'source:{slug} dcterms:date "{published_on}"^^edtf:EDTF .\n'
    (workspace.root / f"data/sources/{slug}.ttl").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "slugs"),
    [
        (date(2012, 6, 29), set()),
        (date(2012, 6, 30), {"month"}),
        (date(2012, 12, 30), {"month"}),
        (date(2012, 12, 31), {"month", "year"}),
        (date(2014, 6, 2), {"month", "year", "day"}),
    ],
)
def test_sources_that_had_appeared(copy: Workspace, day: date, slugs: set[str]) -> None:
    for slug, text in {"day": "2014-06-02", "month": "2012-06", "year": "2012", "none": ""}.items():
        _add(copy, slug, text)
    earlier, left_out = published(copy, day)
    assert {path.stem for path in earlier.source_files()} == slugs
    # The article of the seed gives no date, and its stored text goes with it.
    assert earlier.text_files() == ()
    assert left_out.undated == {"none", "almassae-324458"}
    assert left_out.dated == {"day", "month", "year"} - slugs


def test_a_source_that_had_not_appeared_takes_no_part(copy: Workspace) -> None:
    _add(copy, "month", "2012-06")
    built = build(copy, Moment.of(known_by="2012-06"))
    graphs = set(built.store.graphs())
    assert source_graph("month") in graphs
    assert source_graph("almassae-324458") not in graphs
    assert {q.graph_name for q in built.files} <= graphs
    assert said(built.store, "schema:foundingDate") == set()
    # Who the graph speaks of is the editors' knowledge, not the sources'.
    assert built.store.ask("ASK { <https://w3id.org/mfgraph/id/org/fnam> a ?kind }")


def test_the_saved_store_serves_the_present_and_is_filtered_on_a_copy(copy: Workspace) -> None:
    folder = save(build(copy))
    loaded = load(copy, Moment.of(as_of="2000"))
    assert said(loaded.store, "schema:foundingDate") == set()
    assert said(load(copy).store, "schema:foundingDate") != set()
    assert sorted(folder.parent.glob("[!.]*")) == [folder]


@pytest.mark.parametrize("moment", [Moment.of(as_of="2012"), Moment.of(known_by="2012")])
def test_the_store_of_a_moment_is_not_saved(copy: Workspace, moment: Moment) -> None:
    with pytest.raises(StoreError):
        save(build(copy, moment))
    assert not (copy.root / "build").exists()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2014", date(2014, 12, 31)),
        ("2012-02", date(2012, 2, 29)),
        ("2014-06-02", date(2014, 6, 2)),
    ],
)
def test_a_date_means_its_last_day(text: str, day: date) -> None:
    assert Moment.of(text, text) == Moment(as_of=day, known_by=day)
    assert Moment.of() == Moment()


@pytest.mark.parametrize(
    "text",
    ["", "2014-13", "2014-02-30", "0000", "14", "2014~", "2012/2014", "../2014", "XXXX-09", "now",
     "2014-6-2", "٢٠١٤", "2014\n"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        Moment.of(known_by=text)
    assert str(caught.value) == (
        f"known-by takes a year, a month or a day, not {text!r}; "
        "write for example 2014, 2014-06 or 2014-06-02"
    )


def test_the_moment_is_chosen_when_a_dataset_is_opened(seed: Workspace) -> None:
    sources = len(mfgraph.open(seed.root, known_by="1999").built.sources_left_out)
    assert sources == len(seed.source_files())
    assert said(mfgraph.open(seed.root, as_of="2001-10-03").store, "schema:foundingDate") == set()
