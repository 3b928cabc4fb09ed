"""The worked examples: one a class of ours, made of what is on file."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse

from mfgraph.vocab import MF, PREFIXES, term

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "ontology" / "examples"
NAMES = [
    "Breakdown",
    "Certification",
    "Choice",
    "Claim",
    "Correction",
    "Excerpt",
    "LineOfAction",
    "Locator",
    "MicrocreditAssociation",
    "OrganisationRelation",
    "Participation",
    "ReportedStatement",
    "SectorFederation",
]
# The article gives no association by its name, and no property two claims.
BEYOND_THE_SEED = {"Choice", "MicrocreditAssociation"}


def triples(name: str) -> set[Triple]:
    path = EXAMPLES / f"{name}.ttl"
    return {q.triple for q in parse(path=str(path), format=RdfFormat.TURTLE)}


def test_one_file_a_class() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.ttl")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_example_holds_its_class(name: str) -> None:
    kinds = {t.object for t in triples(name) if t.predicate == term("rdf:type")}
    assert NamedNode(MF + name) in kinds


@pytest.mark.parametrize("name", sorted(set(NAMES) - BEYOND_THE_SEED))
def test_an_example_says_only_what_is_on_file(name: str, data: Store) -> None:
    on_file = {q.triple for q in data}
    audience = term("dcterms:audience")
    invented = triples(name) - on_file
    assert {t for t in invented if t.predicate != audience} == set()


def test_quotations_of_the_examples_are_in_the_stored_text(examples: Store) -> None:
    text = (ROOT / "data" / "sources" / "almassae-324458.txt").read_text("utf-8")
    quotes = list(examples.quads_for_pattern(None, term("oa:exact"), None, None))
    assert len(quotes) >= 9
    for quote in quotes:
        assert isinstance(quote.subject, NamedNode)
        span = quote.subject.value.removesuffix("#quote").rpartition("/")[2]
        start, end = (int(number) for number in span.split("-"))
        assert quote.object == Literal(text[start:end])


def test_the_example_of_a_choice_follows_the_rules(terms: Store, examples: Store) -> None:
    choice = term("choice:event-rt-protection-clients--date")
    chosen, passed, reason = (
        next(examples.quads_for_pattern(choice, term(p), None, None)).object
        for p in ("mf:chosenClaim", "mf:passedOver", "mf:choiceReason")
    )

    def rank(claim: object, predicate: str) -> int:
        assert isinstance(claim, NamedNode)
        code = next(examples.quads_for_pattern(claim, term(predicate), None, None)).object
        assert isinstance(code, NamedNode)
        place = next(terms.quads_for_pattern(code, term("schema:position"), None, None)).object
        assert isinstance(place, Literal)
        return int(place.value)

    assert rank(chosen, "mf:claimStatus") == rank(passed, "mf:claimStatus")
    assert rank(chosen, "mf:certainty") < rank(passed, "mf:certainty")
    assert reason == NamedNode(PREFIXES["choice-reason"] + "certainty")
