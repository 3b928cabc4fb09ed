"""A report as JSON: all results in all languages, and what was tried."""

import json

from rdflib import URIRef
from rdflib.term import Identifier

from mfgraph.terms import Language
from mfgraph.validate.rdf import literals_as_written
from mfgraph.validate.report import Report, Result, Severity


def as_json(report: Report, lang: Language, fail_on: Severity | None) -> str:
    """A report as one JSON object; `message` is in the language asked for."""
    with literals_as_written():
        return json.dumps(_whole(report, lang, fail_on), ensure_ascii=False, indent=2) + "\n"


def _whole(report: Report, lang: Language, fail_on: Severity | None) -> dict[str, object]:
    return {
        "conforms": report.conforms(fail_on=fail_on),
        "failOn": fail_on.word if fail_on else "never",
        "counts": {severity.word: report.count(severity) for severity in reversed(Severity)},
        "coverage": {
            "shapes": len(report.targets),
            "focusNodes": report.focus_nodes,
            "checks": list(report.checks),
        },
        "targets": [
            {"shape": _term(target.shape), "rule": target.rule, "focusNodes": target.count}
            for target in report.targets
        ],
        "results": [_result(result, lang) for result in report.results],
    }


def _result(result: Result, lang: Language) -> dict[str, object]:
    place = result.location
    return {
        "rule": result.rule,
        "severity": result.severity.word,
        "focusNode": _term(result.focus),
        "path": result.path,
        "value": None if result.value is None else _term(result.value),
        "component": result.component,
        "message": result.message(lang),
        "messages": dict(result.messages),
        "location": place and {"path": place.path.as_posix(), "line": place.line},
    }


def _term(term: Identifier) -> str:
    # An IRI stands bare; a literal keeps its quotes, language and datatype.
    return str(term) if isinstance(term, URIRef) else term.n3()
