"""Each rule of choice decides once, and what is chosen is what holds."""

from typing import Final

import pyoxigraph as ox
import pytest

from mfgraph.errors import UnknownTerm, WorkspaceError
from mfgraph.reading import read_files
from mfgraph.resolve import Reader, choices, choose, resolve, rules
from mfgraph.store import OxigraphStore
from mfgraph.terms import compact
from mfgraph.vocab import CHOICES_GRAPH, PREFIXES, source_graph, term
from mfgraph.workspace import Workspace

# choice: claim chosen, claims passed over, reason
CHOICES: Final = {
    "org-status--foundingDate": ("press-a-c01", {"supervisor-c01"}, "claim-status"),
    "org-fuller--foundingDate": ("press-a-c02", {"supervisor-c02"}, "spelled-out"),
    "org-standing--foundingDate": ("press-a-c03", {"supervisor-c03", "own-c03"}, "source-kind"),
    "org-kind--foundingDate": ("supervisor-c04", {"press-a-c04", "press-b-c04"}, "source-kind"),
    "org-own-figure--foundingDate": ("own-c05", {"press-a-c05", "press-b-c05"}, "own-figure"),
    "org-witnesses--foundingDate": (
        "press-a-c06",
        {"press-b-c06", "copy-1-c06", "copy-2-c06"},
        "witnesses",
    ),
    "org-precision--foundingDate": ("press-b-c07", {"press-a-c07"}, "precision"),
    "org-certainty--foundingDate": ("press-b-c08", {"press-a-c08"}, "certainty"),
    "org-mode--foundingDate": ("press-b-c09", {"press-a-c09"}, "assertion-mode"),
    "org-quoted--foundingDate": ("quoting-c10", {"early-c10"}, "quoted-words"),
    "org-published--foundingDate": ("late-c11", {"early-c11"}, "publication-date"),
    "org-order--foundingDate": ("press-a-c12", {"press-b-c12"}, "claim-order"),
    "org-agreed--foundingDate": ("supervisor-c13", {"press-a-c13"}, "agreement"),
    "org-rival--foundingDate": ("press-b-c14", {"press-a-c14", "press-c-c14"}, "witnesses"),
    "event-hall--location": ("press-a-c15", {"supervisor-c15"}, "spelled-out"),
    "role-made-up-interval--hasBeginning": ("own-c16", {"press-a-c16"}, "own-figure"),
    "event-sum--amount": ("press-a-c17", {"press-b-c17"}, "claim-order"),
}
KEY: Final = "dataset-made-up--indicator-clients--period-{}-12-31--unit-persons--obsValue"
FIGURES: Final = {
    KEY.format(2012): ("press-a-c20", {"press-b-c20"}, "spelled-out"),
    KEY.format(2014): ("supervisor-c22", {"press-a-c22"}, "agreement"),
    KEY.format(2015): ("own-c23", {"press-a-c23"}, "own-figure"),
}


def objects(store: OxigraphStore, subject: str, predicate: str) -> set[str]:
    found = store.inner.quads_for_pattern(term(subject), term(predicate), None, CHOICES_GRAPH)
    return {compact(q.object.value) for q in found if isinstance(q.object, ox.NamedNode)}


def held(store: OxigraphStore, subject: str, predicate: str) -> set[str]:
    found = store.inner.quads_for_pattern(term(subject), term(predicate), None, ox.DefaultGraph())
    return {q.object.value for q in found if isinstance(q.object, ox.NamedNode | ox.Literal)}


@pytest.mark.parametrize("name", [*CHOICES, *FIGURES])
def test_each_contest_is_settled_by_its_rule(resolved: OxigraphStore, name: str) -> None:
    chosen, passed, reason = (CHOICES | FIGURES)[name]
    choice = f"choice:{name}"
    assert objects(resolved, choice, "rdf:type") == {"mf:Choice"}
    assert objects(resolved, choice, "mf:chosenClaim") == {f"claim:{chosen}"}
    assert objects(resolved, choice, "mf:passedOver") == {f"claim:{c}" for c in passed}
    assert objects(resolved, choice, "mf:choiceReason") == {f"choice-reason:{reason}"}


def test_nothing_else_is_contested(resolved: OxigraphStore) -> None:
    kinds = resolved.inner.quads_for_pattern(None, term("rdf:type"), None, CHOICES_GRAPH)
    found = {q.subject.value for q in kinds if isinstance(q.subject, ox.NamedNode)}
    assert found == {PREFIXES["choice"] + name for name in (*CHOICES, *FIGURES)}


def test_every_rule_of_the_data_decides_here() -> None:
    reasons = {reason for _, _, reason in (*CHOICES.values(), *FIGURES.values())}
    assert reasons == {
        "agreement",
        "assertion-mode",
        "certainty",
        "claim-order",
        "claim-status",
        "own-figure",
        "precision",
        "publication-date",
        "quoted-words",
        "source-kind",
        "spelled-out",
        "witnesses",
    }


def test_what_was_chosen_holds_and_no_other(resolved: OxigraphStore) -> None:
    assert held(resolved, "organization:witnesses", "schema:foundingDate") == {"2002"}
    assert held(resolved, "organization:standing", "schema:foundingDate") == {"1994-12"}
    assert held(resolved, "event:hall", "schema:location") == {term("place:hall").value}
    interval = PREFIXES["membership"] + "made-up#interval"
    found = resolved.inner.quads_for_pattern(
        ox.NamedNode(interval), term("time:hasBeginning"), None, ox.DefaultGraph()
    )
    beginnings = [q.object.value for q in found if isinstance(q.object, ox.NamedNode)]
    assert beginnings == [f"{PREFIXES['membership']}made-up#2009"]


def test_the_cube_has_one_figure_a_key(resolved: OxigraphStore) -> None:
    kinds = resolved.inner.quads_for_pattern(
        None, term("rdf:type"), term("qb:Observation"), ox.DefaultGraph()
    )
    found = {compact(q.subject.value) for q in kinds if isinstance(q.subject, ox.NamedNode)}
    assert found == {
        "observation:a-2012",
        "observation:a-2013",
        "observation:b-2012-loans",
        "observation:s-2014",
        "observation:o-2015",
    }


def test_a_figure_passed_over_stays_with_its_source(resolved: OxigraphStore) -> None:
    quads = resolved.inner.quads_for_pattern(term("observation:b-2012"), None, None, None)
    assert {q.graph_name for q in quads} == {source_graph("press-b")}


def test_what_else_a_passed_over_claim_supports_is_kept(resolved: OxigraphStore) -> None:
    assert held(resolved, "statement:beside", "rdf:type") == {term("mf:ReportedStatement").value}


def test_a_choice_between_figures_says_which_it_looked_at(resolved: OxigraphStore) -> None:
    used = objects(resolved, f"choice:{KEY.format(2012)}", "prov:used")
    assert used == {"observation:a-2012", "observation:b-2012"}


def test_the_order_is_that_of_the_data(copy: Workspace, unresolved: OxigraphStore) -> None:
    path = copy.root / "ontology/resolution.ttl"
    text = path.read_text(encoding="utf-8")
    swapped = text.replace("schema:position 6 ;", "schema:position 7 ;", 1)
    before, _, after = swapped.rpartition("schema:position 7 ;")
    path.write_text(f"{before}schema:position 6 ;{after}", "utf-8")
    ontology = [q for q in read_files(copy) if "/graph/ontology" in str(q.graph_name)]
    stated = [q for q in unresolved.quads() if "/graph/source/" in str(q.graph_name)]
    store = OxigraphStore.of([*ontology, *stated])
    made = {choice.contest.name: choice for choice in choices(store, copy)}
    # Witnesses now come before the kind of source: two papers outweigh the supervisor.
    chosen = made["org-kind--foundingDate"]
    assert compact(chosen.chosen.claim.value) == "claim:press-a-c04"
    assert chosen.reason == term("choice-reason:witnesses")


def test_an_unknown_rule_is_named_with_its_line(copy: Workspace) -> None:
    path = copy.root / "ontology/resolution.ttl"
    text = path.read_text(encoding="utf-8")
    line = text.count("\n") + 1
    path.write_text(f"{text}choice-reason:by-chance schema:position 13 .\n", "utf-8")
    store = OxigraphStore.of(read_files(copy))
    with pytest.raises(UnknownTerm) as caught:
        resolve(store, copy)
    assert caught.value.where == f"ontology/resolution.ttl:{line}"
    assert caught.value.message == "no rule of choice is called 'by-chance'"
    assert "claim-order" in (caught.value.hint or "")


def test_rules_that_leave_two_claims_alike_are_refused(
    reader: Reader, unresolved: OxigraphStore, seed: Workspace
) -> None:
    without_last = rules(unresolved, seed)[:-1]
    contest = next(c for c in reader.contests() if c.name == "org-order--foundingDate")
    with pytest.raises(WorkspaceError, match="claim:press-a-c12") as caught:
        choose(contest, without_last)
    assert "claim-order" in (caught.value.hint or "")
