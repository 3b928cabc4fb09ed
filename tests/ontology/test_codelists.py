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
    "activity": {
        "agriculture",
        "commerce",
        "commerce-and-services",
        "commerce-services-and-crafts",
        "crafts",
        "other",
        "services",
        "total",
    },
    "actor-group": {
        "commercial-banks",
        "microcredit-associations",
        "microfinance-companies",
        "whole-sector",
    },
    "age-group": {"30-49", "total"},
    "assertion-mode": {"computed", "corrected", "inferred", "narrated", "reported"},
    "audience": {"amc-staff", "beneficiaries", "clients", "people-on-limited-income"},
    "certainty": {"certain", "possible", "probable"},
    "certification-type": {"audit", "award", "certification", "label", "rating"},
    "change-type": {"absorption", "merger", "renaming"},
    "choice-reason": {
        "agreement",
        "claim-status",
        "spelled-out",
        "source-kind",
        "own-figure",
        "witnesses",
        "precision",
        "certainty",
        "assertion-mode",
        "quoted-words",
        "publication-date",
        "claim-order",
    },
    "claim-status": {"accepted", "disputed", "preferred", "superseded", "withdrawn"},
    "correction-reason": {
        "digit-reordering",
        "letter-transposition",
        "missing-unit",
        "missing-year",
        "number-slip",
        "orthography",
        "wrong-name",
    },
    "counterparty": {"none"},
    "event-type": {
        "announcement",
        "annual-meeting",
        "board-meeting",
        "campaign",
        "ceremony",
        "conference",
        "exchange",
        "fair",
        "financing",
        "forum",
        "foundation-stone",
        "general-assembly",
        "inauguration",
        "meeting",
        "press-conference",
        "prize",
        "prize-ceremony",
        "protest-caravan",
        "round-table",
        "seminar",
        "signing",
        "staff-convention",
        "summit",
        "symposium",
        "visit",
    },
    "indicator": {
        "active-clients",
        "active-loans",
        "average-loan-amount",
        "average-outstanding-per-client",
        "bank-funded-share",
        "beneficiaries-cumulative",
        "beneficiaries-estimated",
        "branches",
        "certified-institutions",
        "clients-by-loan-type",
        "clients-by-setting",
        "clients-by-sex",
        "clients-in-difficulty",
        "clients-per-agent",
        "clients-per-staff",
        "cost-of-risk",
        "coverage-population",
        "credit-risk",
        "cross-debt-rate",
        "debt",
        "debt-change",
        "default-rate",
        "disbursed-amount",
        "disbursed-amount-cumulative",
        "disbursed-loans",
        "disbursed-loans-cumulative",
        "equity",
        "equity-to-portfolio",
        "err",
        "event-attendance",
        "fair-exhibitors",
        "funding-amount",
        "funding-need",
        "growth-clients",
        "growth-portfolio",
        "illiteracy-rate",
        "institutions",
        "interest-rate",
        "investment-cost",
        "jobs-direct",
        "jobs-indirect",
        "loan-ceiling",
        "lost-revenue",
        "market-share",
        "members",
        "net-income",
        "npl-amount",
        "npl-coverage",
        "npl-rate",
        "outstanding-portfolio",
        "par180",
        "par30",
        "par30-amount",
        "par90",
        "people-trained",
        "portfolio-per-agent",
        "portfolio-per-staff",
        "portfolio-to-gdp",
        "prize-candidates",
        "prize-winners",
        "product-ceiling",
        "repayment-rate",
        "rescheduled-amount",
        "rescheduled-loans",
        "roa",
        "roe",
        "satisfaction-rate",
        "share-by-activity",
        "share-by-age",
        "share-by-loan-type",
        "share-by-purpose",
        "share-by-setting",
        "share-by-sex",
        "share-capital",
        "share-covered-by-certification",
        "share-credit-concentration",
        "share-in-region",
        "share-rescheduled",
        "share-sex-within-activity",
        "share-women",
        "shareholding",
        "staff",
        "staff-field",
        "strategy-actions",
        "target-clients",
        "target-jobs",
        "target-penetration",
        "target-population",
        "target-portfolio",
        "total-assets",
        "training-days",
        "world-rank",
        "write-off-amount",
        "write-off-rate",
    },
    "legal-form": {"non-profit-association"},
    "loan-type": {"individual", "solidarity", "total", "very-small-enterprise"},
    "measure-kind": {
        "average",
        "change",
        "cumulative",
        "flow",
        "rank",
        "rate",
        "rule",
        "share",
        "stock",
        "target",
    },
    "month-part": {"middle"},
    "objective": {"develop-strategies", "fight-precarity", "inclusion", "social-development"},
    "obs-status": {"break", "corrected", "estimated", "forecast", "low-reliability", "normal"},
    "organisation-type": {"newspaper", "support-centre"},
    "participation-role": {
        "attendee",
        "chair",
        "co-organiser",
        "delegation-member",
        "expected-participant",
        "guarantor",
        "honoree",
        "host",
        "inaugurator",
        "interlocutor",
        "jury-chair",
        "jury-member",
        "laureate",
        "mentioned-lender",
        "message-reader",
        "opening-speaker",
        "organiser",
        "participant",
        "partner",
        "party",
        "prize-giver",
        "representative",
        "signatory",
        "speaker",
        "witness",
    },
    "period-type": {"instant", "interval", "month", "open-start", "quarter", "year"},
    "period": {"not-stated"},
    "purpose": {
        "housing",
        "income-generating-activity",
        "micro-enterprise",
        "registered-entrepreneur",
        "registered-or-agricultural",
        "social-housing",
        "total",
    },
    "relation-type": {
        "certified-by",
        "committed-funding-to",
        "contributed-to-creation-of",
        "criticises",
        "facilitated-adoption-of",
        "first-lender-in",
        "founder-of",
        "funded",
        "granted-to",
        "guarantees",
        "implemented-by",
        "lent-to",
        "licensed-by",
        "merger-pending-with",
        "negotiated-guarantee-fund-with",
        "partner-of",
        "runs-programme-with",
        "shared-risk-with",
        "shareholder-of",
        "subsidiary-of",
        "supervised-by",
        "supports",
        "technical-assistance-to",
        "unit-of",
    },
    "role": {
        "board-member",
        "chair-of-board",
        "chair-of-management-board",
        "delegate-director",
        "delegate-general",
        "delegate-president",
        "deputy-treasurer",
        "director",
        "director-general",
        "executive-director",
        "founder-president",
        "general-manager",
        "governor",
        "member",
        "minister",
        "president",
        "president-director-general",
        "royal-adviser",
        "secretary-general",
        "training-officer",
        "treasurer",
        "vice-president",
    },
    "scope": {
        "adopted-by-government",
        "bazar-solidaire-mdiq",
        "bazar-solidaire-mdiq-edition-4",
        "bill",
        "consumer-credit-legal-maximum",
        "cost-of-borrowing",
        "disbursed",
        "edition-1",
        "edition-10",
        "edition-11",
        "edition-2",
        "edition-3",
        "edition-4",
        "edition-5",
        "edition-6",
        "edition-7",
        "edition-8",
        "edition-9",
        "fixed-branches",
        "guarantee",
        "main-branches",
        "mobile-branches",
        "negotiated",
        "per-month",
        "planned",
        "ranking-forbes",
        "ranking-mix",
        "subordinated-loan",
        "top-2",
        "top-3",
        "top-4",
        "top-5",
        "total",
        "training-financial-education",
        "training-of-trainers",
        "training-vse-and-project-holders",
        "two-bank-founded-associations",
        "voted",
        "whole-compact",
    },
    "setting": {"peri-urban", "rural", "rural-and-peri-urban", "total", "urban"},
    "share-basis": {
        "activities-financed",
        "arab-world-clients",
        "arab-world-loans",
        "arab-world-portfolio",
        "assets",
        "beneficiaries-in-crafts",
        "beneficiaries-in-trade",
        "branches",
        "clients",
        "credit",
        "gdp",
        "loans",
        "mena-portfolio",
        "not-stated",
        "population",
        "portfolio",
        "share-capital",
    },
    "source-kind": {
        "blog",
        "copy-site",
        "international",
        "news-agency",
        "official",
        "own",
        "press",
        "standards-body",
        "study",
        "supervisor",
    },
    "speech-act": {"call", "deem", "note", "praise", "present", "stress"},
    "topic": {
        "client-protection",
        "covid-19",
        "fight-poverty",
        "fight-precarity",
        "financed-activities",
        "framework-agreement",
        "gender-approach",
        "good-practices",
        "institutional-transformation",
        "international-standards",
        "loan-deferral",
        "local-economy",
        "major-reforms",
        "multiple-borrowing",
        "partnerships",
        "prudential-rules",
        "recovery-plan",
        "sector-development",
        "sector-relaunch",
        "service-quality",
        "social-performance-management",
        "social-responsibility",
        "universal-standards",
    },
    "unit-counted": {
        "actions",
        "amounts",
        "beneficiaries",
        "branches",
        "clients",
        "days",
        "institutions",
        "jobs",
        "loans",
        "members",
        "not-stated",
        "people",
        "projects",
        "staff",
    },
    "unit": {
        "EUR",
        "MAD",
        "USD",
        "actions",
        "branches",
        "days",
        "institutions",
        "loans",
        "members",
        "percent",
        "persons",
        "rank",
    },
    "value-qualifier": {"about", "at-least", "at-most", "more-than", "nearly"},
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
    # All but agreement, which is no rule: it says that there was nothing to settle.
    "choice-reason": [
        "claim-status",
        "spelled-out",
        "quoted-words",
        "assertion-mode",
        "own-figure",
        "source-kind",
        "witnesses",
        "precision",
        "certainty",
        "publication-date",
        "claim-order",
    ],
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
    # 422 listed above, 30 of standards, 3 of sex.
    found = terms.quads_for_pattern(None, term("rdf:type"), term("skos:Concept"), None)
    assert len(list(found)) == 455


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
    ranked = [c for c in concepts(terms, scheme) if c != term("choice-reason:agreement")]
    found = by_position(terms, ranked)
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
    assert len(concepts(terms, "standard")) == 30
    found = terms.quads_for_pattern(None, term("dcterms:isVersionOf"), None, None)
    versions = {(str(q.subject), str(q.object)) for q in found}
    whole = {
        name: str(term(f"standard:{name}"))
        for name in ("client-protection-principles", "universal-standards")
    }
    assert versions == {
        (str(term(f"standard:{name}-{year}")), whole[name])
        for name, year in [
            ("client-protection-principles", 2008),
            ("client-protection-principles", 2011),
            ("universal-standards", 2012),
            ("universal-standards", 2016),
            ("universal-standards", 2022),
        ]
    }


def test_what_is_related_is_related_both_ways(terms: Store) -> None:
    found = terms.quads_for_pattern(None, term("skos:related"), None, None)
    pairs = {(str(q.subject), str(q.object)) for q in found}
    assert len(pairs) == 16
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
        quoted = "« {} »" if note.language == "fr" else "«{}»"
        assert quoted.format(text[850:890]) in note.value


def test_roles_of_officials_are_roles_of_org(terms: Store) -> None:
    roles = terms.quads_for_pattern(None, term("rdf:type"), term("org:Role"), None)
    assert {q.subject for q in roles} == set(concepts(terms, "role"))
