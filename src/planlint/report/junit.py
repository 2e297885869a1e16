"""JUnit XML, for whatever shows test reports: a suite a document, a case a finding.

There is no one schema. What is written is what Jenkins (junit-plugin, `CaseResult`), GitLab ("Unit test reports") and
the readers for GitHub all take: `classname` and `name` name a case, `file` and `line` place it, an element in it tells
how it went, and that element's text is shown. GitLab drops a case with a name that it has seen, so names differ within
a document; they hold no number of a line or a paragraph, so that a case is known again in the next version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from planlint.model.finding import Finding
from planlint.model.outcome import Outcome, Run
from planlint.report.exchange import failures, line_of, reason, title_of, told, whereabouts
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable, printable_piece

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
MOST_NAME: Final = 100
"""Cells of what a finding is about in its case's name."""
MOST_QUOTE: Final = 1_000

Result = Literal["failure", "error", "skipped", "system-out"]
COUNTS: Final[dict[str, Result]] = {"failures": "failure", "errors": "error", "skipped": "skipped"}


@dataclass(frozen=True, slots=True)
class Case:
    """A test as a reader shows it: a name, the element that says how it went, what stands in it, where.

    "system-out" is what a test that passes has to say; one without text says nothing.
    """

    name: str
    result: Result = "system-out"
    text: str = ""
    message: str = ""
    sort: str = ""
    line: int | None = None


def render_junit(run: Run) -> str:
    """The run: what counts against a document fails, what is suppressed is skipped, the rest passes with its words.

    A document that could not be read, and a rule that broke, are errors.
    """
    page = Page(run.language)
    counted = {id(finding) for finding in run.counted}  # by itself: an equal one of another document may not count
    suites = [(outcome, list(_cases(outcome, counted, page))) for outcome in run.outcomes]
    root = etree.Element("testsuites", _counts([case for _, cases in suites for case in cases], "planlint"))
    for outcome, cases in suites:
        path = printable_piece(outcome.path)
        suite = etree.SubElement(root, "testsuite", _counts(cases, path))
        for case, name in zip(cases, _apart(case.name for case in cases), strict=True):
            _add(suite, case, name, path)
    return DECLARATION + etree.tostring(root, encoding="unicode", pretty_print=True)


def _cases(outcome: Outcome, counted: Collection[int], page: Page) -> Iterator[Case]:
    """What can be said of a document; that nothing can is a case too, which passes."""
    failed = list(failures(outcome, page))
    for each in failed:
        name = page.say("exchange-fault", rule=each.rule) if each.rule else page.say("exchange-reading")
        yield Case(name, "error", each.words, each.words, each.code)
    for finding in outcome.findings:
        yield _case(finding, outcome, page, counts=id(finding) in counted)
    if not failed and not outcome.findings:
        yield Case(page.say("no-findings"))


def _case(finding: Finding, outcome: Outcome, page: Page, *, counts: bool) -> Case:
    about = finding.subject.words if finding.subject.type == "intervention" else finding.subject.id
    name = f"{finding.rule} {finding.name}: {middle_out(printable(about), MOST_NAME)}".removesuffix(": ")
    line = line_of(finding.location.place, outcome)
    if finding.suppressed is not None:
        why = reason(finding, page)
        return Case(name, "skipped", why, why, line=line)
    text = "\n".join(_lines(finding, outcome, page))
    if not counts:
        return Case(name, text=text, line=line)
    return Case(name, "failure", text, told(finding, page), finding.severity, line)


def _lines(finding: Finding, outcome: Outcome, page: Page) -> Iterator[str]:
    """Everything about a finding, a line each."""
    yield f"{title_of(finding, page)}: {told(finding, page)}"
    yield f"{page.say('exchange-place')} {whereabouts(finding.location, outcome, page)}"
    if quote := middle_out(printable(finding.location.place.text), MOST_QUOTE):
        yield f"{page.say('exchange-quote')} {page.say('quote-opens')}{quote}{page.say('quote-closes')}"
    yield f"{page.say('why')} {printable(finding.why)}"
    yield f"{page.say('help')} {printable(finding.help)}"


def _counts(cases: Collection[Case], name: str) -> dict[str, str]:
    """The attributes of a suite: its name, and how many of its cases went how."""
    results = Counter(case.result for case in cases)
    return {"name": name, "tests": str(len(cases)), **{key: str(results[result]) for key, result in COUNTS.items()}}


def _apart(names: Iterable[str]) -> Iterator[str]:
    """The names, those that are there already with an ordinal among equals."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _add(suite: etree._Element, case: Case, name: str, path: str) -> None:
    place = {"file": path} if case.line is None else {"file": path, "line": str(case.line)}
    element = etree.SubElement(suite, "testcase", {"classname": path, "name": name, **place})
    if case.text:
        attributes = {"message": case.message, "type": case.sort}
        told = etree.SubElement(element, case.result, {key: value for key, value in attributes.items() if value})
        told.text = case.text
