"""The account of a consultation in brief for the terminal: counts, and what to do before it is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planlint.model.treatment import Treated, Treatment
from planlint.report.comparison_words import short
from planlint.report.consultation.account_said import told_of
from planlint.report.consultation.account_told import ORDER, causes_of, is_told, name_standpoint
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.printable import printable

MOST: Final = 40
"""Views of a list that are shown before it is said how many more there are."""


def render_account_text(treatment: Treatment, page: Page) -> str:
    """What one wants to know before one opens the document."""
    return page.render([*_counts(treatment, page), *_todo(treatment, page)])


def _counts(treatment: Treatment, page: Page) -> Iterator[Line]:
    yield from page.wrap(line((page.say("account-summary"), "bold")))
    for standpoint in ORDER:
        number = treatment.count(standpoint)
        if standpoint or number:
            label = name_standpoint(standpoint).in_language(page.language)
            yield from page.wrap(f"{label}: {number}", indent=2, hanging=2)
    changes = [made for made in treatment.changes if is_told(made)]
    tied = sum(bool(causes_of(made, treatment)) for made in changes)
    told = page.say("account-count-changes", all=len(changes), tied=tied)
    yield from (Line(), *page.wrap(told))


def _todo(treatment: Treatment, page: Page) -> Iterator[Line]:
    views = treatment.views
    lists = {
        "open": [view for view in views if view.row.standpoint is None],
        "reasons": [view for view in views if view.row.standpoint == "not-met" and not view.row.reason.strip()],
        "unseen": [view for view in views if view.doubt == "unseen"],
        "despite": [view for view in views if view.doubt == "despite"],
    }
    for key, listed in lists.items():
        yield from _listed(key, listed, page)
    if not any(lists.values()) and views:
        yield from (Line(), *page.wrap(page.say("account-fine")))


def _listed(key: str, views: Sequence[Treated], page: Page) -> Iterator[Line]:
    if not views:
        return
    yield Line()
    yield from page.wrap(line((f"{page.say(f'account-todo-{key}')} ({len(views)})", "bold")))
    for view in views[:MOST]:
        yield from page.wrap(_row(view, page), indent=2, hanging=2)
    if len(views) > MOST:
        yield from page.wrap(page.say("change-more", number=len(views) - MOST), indent=2)


def _row(view: Treated, page: Page) -> Line:
    """Its number, where it stands, who holds it, and what it says."""
    told = [printable(told_of(view.row, column)) for column in ("element", "respondent", "view", "proposal", "quote")]
    element, respondents, *said = told
    words = next(filter(None, said), printable(told_of(view.row, "kind")))
    number = f"{page.say('column-number')} {printable(view.row.number)}"
    return line((number, "bold"), f" {short(respondents)}, {short(element)}: {short(words)}")
