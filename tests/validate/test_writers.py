"""The five formats: each parses, and holds what it should."""

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from mfgraph.build import Built
from mfgraph.errors import UsageError
from mfgraph.locations import Location
from mfgraph.validate import WRITERS, Report, Result, Severity, Target, validate, write

FNAM = URIRef("https://w3id.org/mfgraph/id/org/fnam")
BREAKDOWN = URIRef("https://w3id.org/mfgraph/id/breakdown/almassae-324458--activity-mix")
SHAPE = URIRef("https://w3id.org/mfgraph/shapes#S-23")
SUM = Result(
    focus=BREAKDOWN,
    rule="S-23",
    severity=Severity.VIOLATION,
    component=str(SH.SPARQLConstraintComponent),
    messages=(
        ("ar", "S-23 مجموع النسب 101 لا 100"),
        ("en", "S-23 Shares sum to 101, not 100"),
        ("fr", "S-23 La somme des parts est 101 et non 100"),
    ),
    path="qb:observation/sdmx-measure:obsValue",
    value=Literal("101", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal")),
    location=Location(Path("data/sources/almassae-324458.ttl"), 660),
)
NAME = Result(
    focus=FNAM,
    rule="double-space",
    severity=Severity.INFO,
    component="https://w3id.org/mfgraph/shapes#double-space",
    messages=(("ar", "فراغ مزدوج"), ("en", "Double space"), ("fr", "Espace double")),
    location=Location(Path("data/entities/organizations.ttl"), 9),
)
REPORT = Report(
    results=(SUM, NAME), targets=(Target(SHAPE, "S-23", 3),), checks=("double-space", "no-label")
)


def test_text_groups_by_severity_and_ends_with_what_was_tried() -> None:
    assert write(REPORT, "text") == (
        "Violations: 1\n"
        "  data/sources/almassae-324458.ttl:660: S-23 Shares sum to 101, not 100\n"
        "      breakdown:almassae-324458--activity-mix · qb:observation/sdmx-measure:obsValue"
        " · value: 101\n"
        "\n"
        "Notes: 1\n"
        "  data/entities/organizations.ttl:9: double-space Double space\n"
        "      organization:fnam\n"
        "\n"
        "Violations: 1 · Warnings: 0 · Notes: 1\n"
        "Shapes run: 1 · nodes examined: 3 · hygiene checks: 2\n"
    )


def test_arabic_text_isolates_what_runs_the_other_way() -> None:
    lines = write(REPORT, "text", lang="ar").splitlines()
    assert lines[0] == "المخالفات: \u20681\u2069"
    assert lines[1] == (
        "  \u2068data/sources/almassae-324458.ttl:660\u2069: "
        "\u2068S-23\u2069 مجموع النسب \u2068101\u2069 لا \u2068100\u2069"
    )
    bare = re.sub("\u2068[^\u2069]*\u2069", "", "".join(lines))
    assert not re.search("[A-Za-z0-9]", bare)


def test_an_empty_report_says_what_it_did_not_try() -> None:
    assert write(Report(), "text", lang="fr") == (
        "Aucun écart\nFormes appliquées\u00a0: 0 · nœuds examinés\u00a0: 0 · contrôles d'hygiène\u00a0: 0\n"
    )


def test_json_holds_all_languages() -> None:
    whole = json.loads(write(REPORT, "json", lang="fr"))
    assert whole["conforms"] is False
    assert whole["counts"] == {"violation": 1, "warning": 0, "info": 1}
    assert whole["coverage"] == {
        "shapes": 1, "focusNodes": 3, "checks": ["double-space", "no-label"],
    }  # fmt: skip
    assert whole["targets"] == [{"shape": str(SHAPE), "rule": "S-23", "focusNodes": 3}]
    first = whole["results"][0]
    assert first["messages"]["ar"] == "S-23 مجموع النسب 101 لا 100"
    assert first["message"] == "S-23 La somme des parts est 101 et non 100"
    assert first["focusNode"] == str(BREAKDOWN)
    assert first["value"] == '"101"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert first["location"] == {"path": "data/sources/almassae-324458.ttl", "line": 660}
    assert json.loads(write(REPORT, "json", fail_on=None))["conforms"] is True


def test_junit_has_a_case_a_rule_and_fails_from_the_threshold_on() -> None:
    suites = ET.fromstring(write(REPORT, "junit"))  # noqa: S314  (our own output)
    cases = {case.get("name"): case for case in suites.iter("testcase")}
    assert list(cases) == ["S-13", "S-18", "S-23", "S-32", "double-space", "no-label"]
    assert (suites.get("tests"), suites.get("failures")) == ("6", "1")
    failure = cases["S-23"].find("failure")
    assert failure is not None
    assert failure.get("type") == "violation"
    assert failure.text == (
        "data/sources/almassae-324458.ttl:660: violation: S-23 Shares sum to 101, not 100"
        " [breakdown:almassae-324458--activity-mix]"
    )
    note = cases["double-space"]
    assert note.find("failure") is None
    assert "organizations.ttl:9: info: " in str(note.findtext("system-out"))


@pytest.mark.parametrize(
    ("fail_on", "failures"), [(Severity.INFO, "2"), (Severity.WARNING, "1"), (None, "0")]
)
def test_junit_thresholds(fail_on: Severity | None, failures: str) -> None:
    suites = ET.fromstring(write(REPORT, "junit", fail_on=fail_on))  # noqa: S314  (our own output)
    assert suites.get("failures") == failures


def test_junit_survives_characters_that_xml_has_not() -> None:
    bell = Result(FNAM, "S-99", Severity.VIOLATION, "", (("en", "S-99 \x07 <&>"),))
    suites = ET.fromstring(write(Report(results=(bell,)), "junit"))  # noqa: S314  (our own output)
    failure = next(suites.iter("failure"))
    assert failure.get("message") == "S-99 \ufffd <&>"


def test_sarif_has_its_required_members() -> None:
    log = json.loads(write(REPORT, "sarif", lang="fr"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "mfgraph"
    names = [rule["id"] for rule in driver["rules"]]
    assert len(names) == len(set(names))
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    for result in run["results"]:
        assert names[result["ruleIndex"]] == result["ruleId"]
    first = run["results"][0]
    assert first["message"]["text"] == "S-23 La somme des parts est 101 et non 100"
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "data/sources/almassae-324458.ttl"
    assert physical["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    assert physical["region"] == {"startLine": 660}


def test_sarif_without_a_place_is_still_a_result() -> None:
    nowhere = Result(FNAM, "S-99", Severity.WARNING, "", (("en", "S-99"),))
    (run,) = json.loads(write(Report(results=(nowhere,)), "sarif"))["runs"]
    (location,) = run["results"][0]["locations"]
    assert "physicalLocation" not in location
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "organization:fnam"
    assert run["results"][0]["level"] == "warning"


def test_turtle_is_the_report_graph_and_the_same_twice(seed_built: Built) -> None:
    one, other = (validate(seed_built) for _ in range(2))
    text = write(one, "turtle")
    assert text == write(other, "turtle")
    graph = Graph().parse(data=text, format="turtle")
    (head,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert len(list(graph.objects(head, SH.result))) == len(one.results)
    assert len(graph) == len(one.graph)


def test_writers_write_bytes() -> None:
    assert list(WRITERS) == ["text", "json", "junit", "sarif", "turtle"]
    for form, writer in WRITERS.items():
        file = io.BytesIO()
        writer(REPORT, file, "ar")
        assert file.getvalue().decode("utf-8") == write(REPORT, form, lang="ar")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="no report format 'pdf'; one of text, json"):
        write(REPORT, "pdf")
