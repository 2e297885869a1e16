"""The text report: what a strategist reads beside the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from planlint.model.outcome import Outcome, Run
from planlint.report.block_text import INDENT, Sheet, advice_lines, block_lines
from planlint.report.blocks import Group, arrange
from planlint.report.coverage import measure
from planlint.report.coverage_text import matrix_lines
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.passage import index_paragraphs
from planlint.report.printable import printable
from planlint.report.summary import document_summary, found, question_lines, run_summary

CHAPTER: Final = "── "


def render_report(run: Run, page: Page, titles: Mapping[str, str], *, quiet: bool = False, matrix: bool = False) -> str:
    """The whole report as text. `titles` are the rules' by code, in the page's language.

    `quiet` leaves out every summary; `matrix` adds goals × interventions and principles × interventions.
    """
    told: set[str] = set()
    lines: list[Line] = []
    for outcome in run.outcomes:
        body = list(_document(outcome, page, titles, told))
        if not quiet and not outcome.error:
            body = [*page.wrap(found([outcome], page), indent=INDENT), *body]
            body += [Line(), *document_summary(outcome, run, page)]
        if outcome.questions and not quiet:
            body += [Line(), *question_lines(outcome, page)]
        if matrix and outcome.plan:
            body += [Line(), *matrix_lines(measure(outcome.plan, outcome.principles), page)]
        if body:
            lines += [*_title(outcome, page), *body, Line()]
    if not quiet:
        lines += run_summary(run, page)
    return page.render(lines)


def _title(outcome: Outcome, page: Page) -> Iterator[Line]:
    """The file, and the plan's own title."""
    yield from page.wrap(line((printable(outcome.path), "bold")), hanging=INDENT)
    if outcome.plan and outcome.plan.control.title:
        yield from page.wrap(printable(outcome.plan.control.title.text), indent=INDENT)


def _document(outcome: Outcome, page: Page, titles: Mapping[str, str], told: set[str]) -> Iterator[Line]:
    if outcome.error:
        trouble = line((page.say("cannot-read"), "red"), f" {printable(outcome.error.message)}")
        yield from page.wrap(trouble, indent=INDENT)
    for fault in outcome.faults:
        yield from page.wrap(page.say("fault", rule=fault.rule, message=printable(fault.message)), indent=INDENT)
    sheet = Sheet(page, titles, index_paragraphs(outcome.plan.texts if outcome.plan else ()))
    for group in arrange(outcome.findings):
        yield from _group(group, sheet, told)


def _group(group: Group, sheet: Sheet, told: set[str]) -> Iterator[Line]:
    page = sheet.page
    yield Line()
    title = printable(group.title) or page.say("whole-document")
    yield from page.wrap(line((title, "bold")), lead=CHAPTER, hanging=len(CHAPTER))
    for index, section in enumerate(group.sections):
        heading = printable(section.title) or (page.say("whole-chapter") if index else "")
        if heading:
            yield Line()
            yield from page.wrap(line((heading, "bold")))
        for block in section.blocks:
            yield Line()
            yield from block_lines(block, section.title, sheet)
            if block.first.rule not in told:
                yield from advice_lines(block.first, page)
            told.add(block.first.rule)
