"""The account of a consultation as a web page: one self-contained file, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planlint.consult.cells import BETWEEN
from planlint.model.consultation import Calendar
from planlint.model.rule import Language
from planlint.model.treatment import Treatment
from planlint.report.consultation.account_told import (
    COLUMNS,
    HEADS,
    ORDER,
    ViewTold,
    name_standpoint,
    tell_account,
)
from planlint.report.html.environment import Shell, render
from planlint.texts import say

MOST_ITEMS: Final = 60


def render_account_html(treatment: Treatment, calendar: Calendar, language: Language) -> str:
    """The page; `language` is the one that shows first. The same treatment gives the same bytes."""
    account = tell_account(treatment, calendar, MOST_ITEMS)
    views = [view for chapter in account.chapters for view in chapter.views]
    whose = {name: str(index) for index, name in enumerate(_names(views))}
    return render(
        "account.html.j2",
        Shell(f"{say('account-title', language)} – {account.title}", language),
        told=account,
        columns=COLUMNS,
        heads=HEADS,
        whose={view.index: " ".join(whose[each] for each in _holders(view)) for view in views},
        respondents=tuple(whose),
        standpoints=tuple(
            (each or "open", name_standpoint(each)) for each in ORDER if any(view.standpoint == each for view in views)
        ),
    )


def _names(views: Iterable[ViewTold]) -> Iterable[str]:
    """All who hold a view, each once."""
    return dict.fromkeys(each for view in views for each in _holders(view))


def _holders(view: ViewTold) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in view.respondents.split(BETWEEN.strip()) if (name := each.strip())))
