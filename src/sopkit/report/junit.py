"""JUnit XML, which most build servers show as tests: a suite for each file, a failed case for each failing finding.

A finding below `fail_on` is no failed test; it stands in the `system-out` of its suite. There are no times and no
dates in it: the same findings give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sopkit.printable import legal_xml
from sopkit.report.location import path_text
from sopkit.report.text import finding_text

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.report.result import CheckResult

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render_junit(result: CheckResult) -> str:
    """Suites in the order of the files; a file that has no failing finding is one passed case."""
    names = dict.fromkeys([*result.files, *(finding.file for finding in result.findings)])
    by_file: dict[str, list[Finding]] = {name: [] for name in names}
    for finding in result.findings:
        by_file[finding.file].append(finding)
    suites = [_suite(result, name, findings) for name, findings in by_file.items()]
    root = Element("testsuites", _totals("sopkit", suites))
    root.extend(suites)
    indent(root)
    return _DECLARATION + tostring(root, encoding="unicode") + "\n"


def _totals(name: str, parts: list[Element]) -> dict[str, str]:
    totals = {key: str(sum(int(part.get(key, "0")) for part in parts)) for key in ("tests", "failures")}
    return {"name": name, **totals, "errors": "0"}


def _suite(result: CheckResult, file: str, findings: list[Finding]) -> Element:
    failing = [finding for finding in findings if result.fails(finding)]
    name = legal_xml(file)
    counts = {"tests": str(len(failing) or 1), "failures": str(len(failing)), "errors": "0"}
    suite = Element("testsuite", {"name": name, **counts})
    if not failing:
        SubElement(suite, "testcase", {"classname": name, "name": name, "file": name})
    for case, finding in zip(_case_names(failing), failing, strict=True):
        element = SubElement(suite, "testcase", {"classname": name, "name": case, "file": name})
        element.append(_failure(result, finding))
    _add_output(suite, [finding_text(result, finding) for finding in findings if not result.fails(finding)])
    return suite


def _case_names(findings: list[Finding]) -> list[str]:
    """Names that do not change when lines move and that are unique in the file: servers follow a test by its name."""
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        name = legal_xml(f"{finding.code} {finding.name} {path_text(finding.path)}".rstrip())
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return names


def _failure(result: CheckResult, finding: Finding) -> Element:
    message = legal_xml(finding.message.pick(result.language))
    failure = Element("failure", {"message": message, "type": finding.severity.value})
    failure.text = legal_xml(finding_text(result, finding))
    return failure


def _add_output(suite: Element, texts: list[str]) -> None:
    if texts:
        SubElement(suite, "system-out").text = legal_xml("\n\n".join(texts))
