"""The JSON-LD context: short names that lead back to the same triples."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from mfgraph.vocab import MF, PREFIXES, term

PATH = Path(__file__).parents[2] / "ontology" / "context.jsonld"


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    context: dict[str, Any] = json.loads(PATH.read_text("utf-8"))["@context"]
    return context


def curie(value: str | dict[str, str]) -> str:
    return value if isinstance(value, str) else value["@id"]


def short(names: dict[str, Any]) -> dict[str, str | dict[str, str]]:
    """The names of terms: neither keywords, nor the two aliases, nor prefixes."""
    return {
        key: value
        for key, value in names.items()
        if not key.startswith("@") and key not in {"id", "type"} and key not in PREFIXES
    }


def test_version_and_aliases(names: dict[str, Any]) -> None:
    assert names["@version"] == 1.1
    assert (names["id"], names["type"]) == ("@id", "@type")


def test_no_key_stands_twice() -> None:
    keys = re.findall(r'^ {4}"([^"]+)":', PATH.read_text("utf-8"), re.MULTILINE)
    assert len(keys) > 150
    assert len(keys) == len(set(keys))


def test_prefixes_are_those_of_the_one_table(names: dict[str, Any]) -> None:
    prefixes = {key: value for key, value in names.items() if str(value).startswith("http")}
    assert len(prefixes) > 20
    assert {key: PREFIXES[key] for key in prefixes} == prefixes


def test_two_names_never_stand_for_one_term(names: dict[str, Any]) -> None:
    terms_named = [curie(value) for value in short(names).values()]
    assert len(terms_named) == len(set(terms_named))


def test_every_name_leads_to_a_declared_term(names: dict[str, Any], terms: Store) -> None:
    declared = {q.subject for q in terms}
    for key, value in short(names).items():
        assert term(curie(value)) in declared, key


def test_all_terms_of_ours_are_named_by_their_own_names(
    names: dict[str, Any], terms: Store
) -> None:
    ours = {q.subject.value for q in terms if q.subject.value.startswith(MF)}
    assert len(ours) == 80
    for iri in ours:
        assert curie(names[iri.removeprefix(MF)]) == f"mf:{iri.removeprefix(MF)}"


def test_object_properties_read_strings_as_addresses(names: dict[str, Any], terms: Store) -> None:
    kind = term("owl:ObjectProperty")
    resources = {q.subject for q in terms.quads_for_pattern(None, term("rdf:type"), kind, None)}
    checked = 0
    for key, value in short(names).items():
        if term(curie(value)) in resources:
            assert isinstance(value, dict), key
            assert value["@type"] == "@id", key
            checked += 1
    assert checked > 70


def test_words_in_languages_are_kept_by_language(names: dict[str, Any]) -> None:
    for key in ("label", "comment", "prefLabel", "altLabel", "definition", "title"):
        assert names[key]["@container"] == "@language"


CLAIM = {
    "id": "https://w3id.org/mfgraph/id/claim/almassae-324458-c34",
    "type": "Claim",
    "claimSubject": "https://w3id.org/mfgraph/id/org/fnam",
    "claimPredicate": "schema:foundingDate",
    "claimValue": {"type": "edtf:EDTF", "@value": "2001-10-04"},
    "asPrinted": "4 أكتوبر 2001",
    "evidence": "https://w3id.org/mfgraph/id/excerpt/almassae-324458-1/1686-1749",
    "assertedBy": "https://w3id.org/mfgraph/id/org/al-massae",
    "assertionMode": "https://w3id.org/mfgraph/def/assertion-mode/narrated",
    "claimStatus": "https://w3id.org/mfgraph/def/claim-status/accepted",
    "certainty": "https://w3id.org/mfgraph/def/certainty/certain",
}
LINE_OF_ACTION = {
    "id": "https://w3id.org/mfgraph/id/line-of-action/cms--training",
    "type": "LineOfAction",
    "prefLabel": {
        "ar": "تكوين العاملين في جمعيات القروض الصغرى",
        "fr": "Formation du personnel des associations de microcrédit",
        "en": "Training of the staff of microcredit associations",
    },
    "audience": "https://w3id.org/mfgraph/def/audience/amc-staff",
}
OBSERVATION = {
    "id": "https://w3id.org/mfgraph/id/observation/almassae-324458--share-sex-within-activity--crafts-f",
    "type": "Observation",
    "dataSet": "https://w3id.org/mfgraph/id/dataset/shares",
    "indicator": "https://w3id.org/mfgraph/def/indicator/share-sex-within-activity",
    "activity": "https://w3id.org/mfgraph/def/activity/crafts",
    "refOrganization": "https://w3id.org/mfgraph/def/actor-group/microcredit-associations",
    "setting": "https://w3id.org/mfgraph/def/setting/total",
    "loanType": "https://w3id.org/mfgraph/def/loan-type/total",
    "purpose": "https://w3id.org/mfgraph/def/purpose/total",
    "ageGroup": "https://w3id.org/mfgraph/def/age-group/total",
    "counterparty": "https://w3id.org/mfgraph/def/counterparty/none",
    "scope": "https://w3id.org/mfgraph/def/scope/total",
    "unitMult": 0,
    "sex": "sdmx-code:sex-F",
    "refArea": "https://w3id.org/mfgraph/id/place/morocco",
    "refPeriod": "https://w3id.org/mfgraph/def/period/not-stated",
    "shareBasis": "https://w3id.org/mfgraph/def/share-basis/beneficiaries-in-crafts",
    "unitCounted": "https://w3id.org/mfgraph/def/unit-counted/not-stated",
    "unitMeasure": "https://w3id.org/mfgraph/def/unit/percent",
    "obsStatus": "https://w3id.org/mfgraph/def/obs-status/corrected",
    "obsValue": "75.18",
    "asPrinted": "18 . 75",
    "source": "https://w3id.org/mfgraph/id/source/almassae-324458",
    "wasDerivedFrom": "https://w3id.org/mfgraph/id/statement/almassae-324458-s7",
}


@pytest.mark.parametrize(
    "node", [CLAIM, LINE_OF_ACTION, OBSERVATION], ids=lambda node: str(node["type"])
)
def test_a_node_in_short_names_is_the_example_in_turtle(
    names: dict[str, Any], examples: Store, node: dict[str, Any]
) -> None:
    document = json.dumps({"@context": names, **node})
    read = {q.triple for q in parse(input=document.encode(), format=RdfFormat.JSON_LD)}
    about = examples.quads_for_pattern(NamedNode(node["id"]), None, None, None)
    assert read == {q.triple for q in about}
