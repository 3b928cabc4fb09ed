"""The report: thresholds, order, languages."""

from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from mfgraph.locations import Location
from mfgraph.validate import Report, Result, Severity
from mfgraph.validate.report import in_order


def result(severity: Severity, rule: str = "S-99", focus: str = "https://example.org/a") -> Result:
    return Result(
        focus=URIRef(focus),
        rule=rule,
        severity=severity,
        component="https://example.org/component",
        messages=(("ar", f"{rule} خطأ"), ("fr", f"{rule} faute")),
        location=Location(Path("data/a.ttl"), 3),
    )


@pytest.mark.parametrize(
    ("worst", "fail_on", "conforms"),
    [
        (Severity.VIOLATION, Severity.VIOLATION, False),
        (Severity.VIOLATION, Severity.INFO, False),
        (Severity.VIOLATION, None, True),
        (Severity.WARNING, Severity.VIOLATION, True),
        (Severity.WARNING, Severity.WARNING, False),
        (Severity.INFO, Severity.WARNING, True),
        (Severity.INFO, Severity.INFO, False),
        (None, Severity.INFO, True),
    ],
)
def test_what_conforms_depends_on_the_threshold(
    worst: Severity | None, fail_on: Severity | None, *, conforms: bool
) -> None:
    results = () if worst is None else (result(Severity.INFO), result(worst))
    assert Report(results=results).conforms(fail_on) is conforms


def test_severities_are_ordered_and_read_back() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.VIOLATION
    for severity in Severity:
        assert Severity.of(str(severity.iri)) is severity
        assert Severity.of(severity.word) is severity
    assert Severity.of("https://example.org/Grave") is Severity.VIOLATION


def test_results_are_ordered_by_gravity_then_rule_then_node_and_each_stands_once() -> None:
    info = result(Severity.INFO, "S-01")
    late = result(Severity.VIOLATION, "S-30")
    early = result(Severity.VIOLATION, "S-02", "https://example.org/b")
    first = result(Severity.VIOLATION, "S-02", "https://example.org/a")
    assert in_order([info, late, early, first, late]) == (first, early, late, info)


def test_order_holds_for_any_value() -> None:
    one = result(Severity.INFO)
    assert one.key < Result(one.focus, "S-99", Severity.INFO, "", (), None, Literal("x")).key


def test_a_message_falls_back_to_another_language() -> None:
    assert result(Severity.INFO).message("en") == "S-99 faute"


@pytest.mark.parametrize(
    ("lang", "line"),
    [("fr", "Violations\u00a0: 1 · Avertissements\u00a0: 0 · Remarques\u00a0: 2"),
     ("en", "Violations: 1 · Warnings: 0 · Notes: 2")],
)  # fmt: skip
def test_a_report_introduces_itself_in_its_language(lang: str, line: str) -> None:
    results = (result(Severity.VIOLATION), result(Severity.INFO), result(Severity.INFO, "S-98"))
    assert str(Report(results=results, lang=lang)) == line  # type: ignore[arg-type]  # a parameter
