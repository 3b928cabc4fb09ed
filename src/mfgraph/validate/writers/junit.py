"""A report as JUnit XML, which build servers show: one test case a rule.

The format has no standard; the elements are those of the
[Ant task](https://github.com/windyroad/JUnit-Schema/blob/master/JUnit.xsd).
"""

import re
from typing import Final
from xml.etree import ElementTree as ET

from mfgraph.terms import Language
from mfgraph.validate.report import Report, Result, Severity
from mfgraph.validate.writers.common import headline, place, rules, shown

# Characters that XML 1.0 cannot hold, even escaped.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report, lang: Language, fail_on: Severity | None) -> str:
    """A report as one test suite; what is less grave than `fail_on` is output, not failure."""
    suite = ET.Element("testsuite", name="mfgraph validate")
    cases = [_case(suite, rule, report) for rule in rules(report)]
    failing = 0
    for case in cases:
        found = [result for result in report.results if result.rule == case.get("name")]
        grave = [r for r in found if fail_on is not None and r.severity >= fail_on]
        failing += bool(grave)
        _failure(case, grave, lang)
        _output(case, [r for r in found if r not in grave], lang)
    suite.attrib |= {"tests": str(len(cases)), "failures": str(failing), "errors": "0"}
    whole = ET.Element("testsuites", {k: v for k, v in suite.attrib.items() if k != "name"})
    whole.append(suite)
    ET.indent(whole)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(whole, encoding="unicode")}\n'


def _case(suite: ET.Element, rule: str, report: Report) -> ET.Element:
    case = ET.SubElement(suite, "testcase", name=rule, classname="mfgraph.validate")
    tried = [target.count for target in report.targets if target.rule == rule]
    if tried:
        properties = ET.SubElement(case, "properties")
        ET.SubElement(properties, "property", name="focus nodes", value=str(sum(tried)))
    return case


def _failure(case: ET.Element, results: list[Result], lang: Language) -> None:
    if results:
        gravest = max(result.severity for result in results)
        failure = ET.SubElement(
            case, "failure", type=gravest.word, message=_legal(headline(results[0], lang))
        )
        failure.text = _lines(results, lang)


def _output(case: ET.Element, results: list[Result], lang: Language) -> None:
    if results:
        ET.SubElement(case, "system-out").text = _lines(results, lang)


def _lines(results: list[Result], lang: Language) -> str:
    lines = (
        f"{place(r)}: {r.severity.word}: {headline(r, lang)} [{shown(r.focus)}]" for r in results
    )
    return _legal("\n".join(lines))


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
