"""The code lists: which codes there are, their names, notations and places."""

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store

from mfgraph.vocab import DEF, PREFIXES, term

CODELISTS = Path(__file__).parents[2] / "ontology" / "codelists"
# As the model lists them; for standard: two standards as a whole, four dated versions, and
# seven principles and seven dimensions.
CODES = {
    "activity": {"agriculture", "commerce", "crafts", "services"},
    "actor-group": {"microcredit-associations"},
    "assertion-mode": {"narrated", "reported", "inferred", "corrected", "computed"},
    "audience": {"amc-staff", "beneficiaries", "people-on-limited-income", "clients"},
    "certainty": {"certain", "probable", "possible"},
    "choice-reason": {"claim-status", "certainty", "assertion-mode", "claim-order", "agreement"},
    "claim-status": {"preferred", "accepted", "disputed", "superseded", "withdrawn"},
    "correction-reason": {
        "digit-reordering",
        "letter-transposition",
        "wrong-name",
        "number-slip",
        "missing-unit",
        "missing-year",
        "orthography",
    },
    "event-type": {"round-table"},
    "indicator": {"share-by-activity", "share-sex-within-activity"},
    "legal-form": {"non-profit-association"},
    "month-part": {"middle"},
    "objective": {"social-development", "fight-precarity", "develop-strategies", "inclusion"},
    "obs-status": {"normal", "corrected"},
    "organisation-type": {"newspaper", "support-centre"},
    "participation-role": {"organiser", "co-organiser", "host", "speaker"},
    "period": {"not-stated"},
    "role": {"delegate-general", "executive-director"},
    "share-basis": {"activities-financed", "beneficiaries-in-crafts", "beneficiaries-in-trade"},
    "speech-act": {"note", "stress", "call", "praise", "deem", "present"},
    "topic": {
        "social-responsibility",
        "client-protection",
        "service-quality",
        "good-practices",
        "partnerships",
        "sector-development",
        "local-economy",
        "fight-precarity",
        "fight-poverty",
        "gender-approach",
        "social-performance-management",
        "major-reforms",
        "international-standards",
        "financed-activities",
    },
    "unit": {"percent"},
    "unit-counted": {"projects", "loans", "clients", "amounts", "not-stated"},
}
PRINCIPLES = [
    "appropriate-product-design-and-delivery",
    "prevention-of-over-indebtedness",
    "transparency",
    "responsible-pricing",
    "fair-and-respectful-treatment",
    "privacy-of-client-data",
    "mechanisms-for-complaint-resolution",
]
DIMENSIONS = [
    "social-strategy",
    "committed-leadership",
    "client-centred-products",
    "client-protection",
    "responsible-human-resource-development",
    "responsible-growth-and-returns",
    "environmental-performance",
]
RANKED = {
    "claim-status": ["preferred", "accepted", "disputed", "superseded", "withdrawn"],
    "certainty": ["certain", "probable", "possible"],
    "assertion-mode": ["narrated", "reported", "corrected", "computed", "inferred"],
    "choice-reason": ["agreement", "claim-status", "certainty", "assertion-mode", "claim-order"],
}
SCHEMES = sorted([*CODES, "sex", "standard"])


def concepts(store: Store, scheme: str) -> list[NamedNode]:
    found = store.quads_for_pattern(None, term("skos:inScheme"), NamedNode(DEF + scheme), None)
    return [q.subject for q in found if isinstance(q.subject, NamedNode)]


def literals(store: Store, subject: NamedNode, predicate: str) -> list[Literal]:
    found = store.quads_for_pattern(subject, term(predicate), None, None)
    return [q.object for q in found if isinstance(q.object, Literal)]


def languages(store: Store, subject: NamedNode, predicate: str) -> list[str]:
    return sorted(value.language or "" for value in literals(store, subject, predicate))


def objects(store: Store, subject: NamedNode, predicate: str) -> list[NamedNode]:
    found = store.quads_for_pattern(subject, term(predicate), None, None)
    return [q.object for q in found if isinstance(q.object, NamedNode)]


def by_position(store: Store, codes: list[NamedNode]) -> list[str]:
    placed = {int(literals(store, c, "schema:position")[0].value): c.value for c in codes}
    assert sorted(placed) == list(range(1, len(codes) + 1))
    return [placed[place] for place in sorted(placed)]


def test_one_file_a_scheme(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("rdf:type"), term("skos:ConceptScheme"), None)
    assert {str(q.subject) for q in found} == {f"<{DEF}{scheme}>" for scheme in SCHEMES}
    assert sorted(path.stem for path in CODELISTS.glob("*.ttl")) == SCHEMES


def test_all_concepts_are_counted(terms: Store) -> None:
    # 83 listed above, 20 of standards, 3 of sex.
    found = terms.quads_for_pattern(None, term("rdf:type"), term("skos:Concept"), None)
    assert len(list(found)) == 106


@pytest.mark.parametrize("scheme", CODES)
def test_codes(terms: Store, scheme: str) -> None:
    found = [c.value.removeprefix(f"{DEF}{scheme}/") for c in concepts(terms, scheme)]
    assert sorted(found) == sorted(CODES[scheme])


def test_codes_of_sex_are_those_of_sdmx(terms: Store) -> None:
    found = {c.value: literals(terms, c, "skos:notation")[0].value for c in concepts(terms, "sex")}
    base = PREFIXES["sdmx-code"]
    assert found == {f"{base}sex-F": "F", f"{base}sex-M": "M", f"{base}sex-T": "T"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_names_and_definitions_in_three_languages(terms: Store, scheme: str) -> None:
    for subject in (NamedNode(DEF + scheme), *concepts(terms, scheme)):
        for predicate in ("skos:prefLabel", "skos:definition"):
            assert languages(terms, subject, predicate) == ["ar", "en", "fr"], subject


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_concept_has_one_scheme_and_a_notation_of_its_own(terms: Store, scheme: str) -> None:
    codes = concepts(terms, scheme)
    for code in codes:
        assert term("skos:Concept") in objects(terms, code, "rdf:type")
        assert objects(terms, code, "skos:inScheme") == [NamedNode(DEF + scheme)]
    notations = [literals(terms, code, "skos:notation") for code in codes]
    assert [len(found) for found in notations] == [1] * len(codes)
    assert len({found[0].value for found in notations}) == len(codes)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_names_tell_the_concepts_of_a_scheme_apart(terms: Store, scheme: str) -> None:
    names = Counter(
        label
        for code in concepts(terms, scheme)
        for label in literals(terms, code, "skos:prefLabel")
    )
    assert max(names.values()) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_concept_stands_at_the_top_or_under_another_of_its_scheme(
    terms: Store, scheme: str
) -> None:
    codes = concepts(terms, scheme)
    for code in codes:
        above = objects(terms, code, "skos:broader")
        top = objects(terms, code, "skos:topConceptOf")
        assert (len(above), len(top)) in {(0, 1), (1, 0)}, code
        assert set(above) <= set(codes)
        assert set(top) <= {NamedNode(DEF + scheme)}


@pytest.mark.parametrize("scheme", RANKED)
def test_ranks_of_the_rules_of_choice(terms: Store, scheme: str) -> None:
    found = by_position(terms, concepts(terms, scheme))
    assert found == [f"{DEF}{scheme}/{code}" for code in RANKED[scheme]]


@pytest.mark.parametrize(
    ("version", "parts"),
    [("client-protection-principles-2011", PRINCIPLES), ("universal-standards-2022", DIMENSIONS)],
)
def test_parts_of_a_dated_standard_in_their_order(
    terms: Store, version: str, parts: list[str]
) -> None:
    found = terms.quads_for_pattern(None, term("skos:broader"), term(f"standard:{version}"), None)
    under = [q.subject for q in found if isinstance(q.subject, NamedNode)]
    assert by_position(terms, under) == [f"{DEF}standard/{version}-{part}" for part in parts]


def test_standards_and_their_versions(terms: Store) -> None:
    assert len(concepts(terms, "standard")) == 20
    found = terms.quads_for_pattern(None, term("dcterms:isVersionOf"), None, None)
    versions = {(str(q.subject), str(q.object)) for q in found}
    whole = {
        name: str(term(f"standard:{name}"))
        for name in ("client-protection-principles", "universal-standards")
    }
    assert versions == {
        (str(term(f"standard:{name}-{year}")), whole[name])
        for name, year in [
            ("client-protection-principles", 2011),
            ("universal-standards", 2012),
            ("universal-standards", 2016),
            ("universal-standards", 2022),
        ]
    }


def test_what_is_related_is_related_both_ways(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("skos:related"), None, None)
    pairs = {(str(q.subject), str(q.object)) for q in found}
    assert len(pairs) == 8
    assert {(b, a) for a, b in pairs} == pairs


def test_crafts_carry_both_printed_names_and_say_that_equating_them_is_ours(terms: Store) -> None:
    crafts = term("activity:crafts")
    names = {label.value for label in literals(terms, crafts, "skos:altLabel")}
    assert names == {"الأنشطة الحرفية", "الحرف التقليدية"}
    assert languages(terms, crafts, "skos:editorialNote") == ["ar", "en", "fr"]


def test_mid_month_is_ten_days_by_our_convention(terms: Store) -> None:
    notes = literals(terms, term("month-part:middle"), "skos:scopeNote")
    assert sorted(note.language or "" for note in notes) == ["ar", "en", "fr"]
    for note in notes:
        assert "11" in note.value
        assert "20" in note.value


def test_the_basis_of_the_activity_shares_quotes_the_source(terms: Store) -> None:
    basis = term("share-basis:activities-financed")
    notes = literals(terms, basis, "skos:scopeNote")
    assert len(notes) == 3
    text = (CODELISTS.parents[1] / "data/sources/almassae-324458.txt").read_text("utf-8")
    for note in notes:
        assert f"«{text[850:890]}»" in note.value


def test_roles_of_officials_are_roles_of_org(terms: Store) -> None:
    roles = terms.quads_for_pattern(None, term("rdf:type"), term("org:Role"), None)
    assert {q.subject for q in roles} == set(concepts(terms, "role"))
