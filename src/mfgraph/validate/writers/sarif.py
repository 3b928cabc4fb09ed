"""A report as SARIF, which code hosts show beside the lines of the files.

Follows [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html).
"""

import json
from importlib.metadata import version
from typing import Any, Final

from mfgraph.terms import Language
from mfgraph.validate.report import Report, Result, Severity
from mfgraph.validate.writers.common import headline, rules, shown

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# File names are relative to the root of the workspace.
_ROOT: Final = "WORKSPACE"


def as_sarif(report: Report, lang: Language, fail_on: Severity | None) -> str:
    """A report as a SARIF log of one run."""
    names = rules(report)
    run = {
        "tool": {
            "driver": {
                "name": "mfgraph",
                "semanticVersion": version("mfgraph"),
                "informationUri": "https://w3id.org/mfgraph/",
                "language": lang,
                "rules": [{"id": name} for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": lang,
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the workspace."}}},
        "results": [_result(result, names.index(result.rule), lang) for result in report.results],
        "properties": {
            "conforms": report.conforms(fail_on=fail_on),
            "shapes": len(report.targets),
            "focusNodes": report.focus_nodes,
            "checks": len(report.checks),
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(result: Result, index: int, lang: Language) -> dict[str, Any]:
    return {
        "ruleId": result.rule,
        "ruleIndex": index,
        "level": _LEVELS[result.severity],
        "message": {"text": headline(result, lang)},
        "locations": [_location(result)],
    }


def _location(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = {
        "logicalLocations": [{"fullyQualifiedName": shown(result.focus), "kind": "object"}]
    }
    if result.location is not None:
        found["physicalLocation"] = {
            "artifactLocation": {"uri": result.location.path.as_posix(), "uriBaseId": _ROOT},
            "region": {"startLine": result.location.line},
        }
    return found
