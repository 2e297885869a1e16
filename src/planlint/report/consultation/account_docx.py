"""The account of a consultation as a Word document that a municipality can publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planlint.consult.cells import BETWEEN
from planlint.model.consultation import Calendar
from planlint.model.rule import Language
from planlint.model.treatment import Treatment
from planlint.model.words import Words
from planlint.report.consultation.account_rows import HEAD as ROW_HEAD
from planlint.report.consultation.account_rows import WIDTHS, Rows, add_styles
from planlint.report.consultation.account_told import (
    HEADS,
    Account,
    ChapterMade,
    Reasoned,
    Tie,
    tell_account,
)
from planlint.report.docx_changes import WHOLE, size, write_change
from planlint.report.docx_paper import (
    Sheet,
    add_row,
    add_table,
    add_words,
    open_paper,
    save,
    turn,
)
from planlint.report.docx_styles import HEAD, NOTE, TEXT
from planlint.texts import say

if TYPE_CHECKING:
    from docx.table import Table
    from docx.table import _Cell as Cell

MOST_ITEMS: Final = 60
_FACTS: Final = (60, 110)
_COUNTS: Final = (44, 24, 24, 24, 24, 15, 15)
_CHANGES: Final = (54, 38, 115, 50)
_OTHER: Final = (60, 42, 155)
_REASONS: Final = (45, 62, 150)
"""How wide the columns are, in millimetres: together what the page has between its margins."""


def render_account_docx(treatment: Treatment, calendar: Calendar, language: Language) -> bytes:
    """The document. The same treatment gives the same bytes."""
    account = tell_account(treatment, calendar, MOST_ITEMS)
    paper = open_paper(f"{say('account-title', language)}: {account.title}", language)
    add_styles(paper)
    sheet = _Sheet(paper)
    sheet.begin(account)
    turn(paper)
    sheet.changes(account)
    sheet.unmet(account)
    sheet.views(account)
    return save(paper)


@dataclass(frozen=True, slots=True)
class _Sheet(Sheet):
    """What the account is written on."""

    def begin(self, account: Account) -> None:
        """The title, the consultation, and the views in numbers."""
        self._paragraph(f"{self._say('account-title')}: {account.title}", "Title")
        self._paragraph(self._say("account-consultation-lead"))
        self.document.add_heading(self._say("account-consultation"), 1)
        about = self._say("account-consultation")
        table = self._table(("column-fact", "column-value"), _FACTS, about)
        for label, value in account.facts:
            self._fact(table, self._in(label), self._in(value))
        if account.respondents:
            answered = self._say("account-answered", number=len(account.respondents))
            self._fact(table, answered, BETWEEN.join(account.respondents))
        self.document.add_heading(self._say("account-summary"), 1)
        self._counts(account)

    def changes(self, account: Account) -> None:
        """What changed, with the views that it came from, and apart what came from none."""
        if not (account.tied or account.other):
            self.document.add_heading(self._say("account-changes"), 1)
            self._paragraph(self._say("account-no-changes"))
        self._section("account-tied", account.tied)
        self._section("account-other", account.other)
        if account.editorial:
            self._paragraph(self._in(account.editorial), self._in(NOTE))

    def unmet(self, account: Account) -> None:
        """The views that are not met, or in part, by reason."""
        if not account.views:
            return
        self.document.add_heading(self._say("account-unmet"), 1)
        if account.unmet:
            lead = self._paragraph(self._say("account-unmet-lead", title=self._say("account-views")))
            lead.paragraph_format.keep_with_next = True
            self._reasons(account.unmet, "account-unmet")
        else:
            self._paragraph(self._say("account-none-unmet"))
        if account.partly:
            self.document.add_heading(self._say("account-unmet-partly"), 2)
            self._reasons(account.partly, "account-unmet-partly")

    def views(self, account: Account) -> None:
        """Every view with its standpoint, a table for each chapter."""
        self.document.add_heading(self._say("account-views"), 1)
        if not account.chapters:
            self._paragraph(self._say("account-no-views"))
        rows = Rows.on(self.paper)
        for chapter in account.chapters:
            title = self._in(chapter.title)
            add_words(self.document.add_heading(level=2), title, plans=chapter.plans)
            heads = [self._say(f"column-{column}") for column in WIDTHS]
            about = f"{self._say('account-views')}: {title}"
            table = add_table(self.paper, heads, tuple(WIDTHS.values()), about)
            for cell in table.rows[0].cells:
                cell.paragraphs[0].style = self._in(ROW_HEAD)
            rows.add(table, chapter.views)

    def _counts(self, account: Account) -> None:
        """Views by chapter and standpoint; those without one have a column only where there are any."""
        columns = account.columns
        table = add_table(
            self.paper,
            [self._say("column-chapter"), *(self._in(HEADS[each]) for each in columns)],
            [_COUNTS[0], *(_COUNTS[1 + each] for each in columns)],
            self._say("account-by-chapter"),
            numbers=True,
        )
        for chapter in account.chapters:
            self._count(table, self._in(chapter.title), chapter.counts, columns)
        self._count(table, self._say("account-all"), account.counts, columns, HEAD)
        if account.open:
            self._paragraph(self._say("account-open-means"), self._in(NOTE))

    def _count(
        self, table: Table, title: str, numbers: Sequence[int], columns: Sequence[int], style: Words = TEXT
    ) -> None:
        first, *cells = add_row(table)
        self._write(first, title, style)
        for cell, column in zip(cells, columns, strict=True):
            self._write(cell, str(numbers[column]), style, numbers=True)

    def _section(self, key: str, chapters: Sequence[ChapterMade]) -> None:
        """A table of changes for each chapter, with what they came from where they came from something."""
        if not chapters:
            return
        self.document.add_heading(self._say(key), 1)
        for lead in (f"{key}-lead", "comparison-legend"):
            self._paragraph(self._say(lead)).paragraph_format.keep_with_next = True
        widths = _CHANGES if key == "account-tied" else _OTHER
        heads = ("column-part", "column-became", "column-wording", "column-from")[: len(widths)]
        for chapter in chapters:
            title = chapter.title or self._say("whole-document")
            add_words(self.document.add_heading(level=2), title, plans=bool(chapter.title))
            table = self._table(heads, widths, f"{self._say(key)}: {title}")
            for each in chapter.made:
                part, became, wording, *rest = add_row(table, whole=size(each.told) <= WHOLE)
                write_change((part, became, wording), each.told, self.paper.language)
                for cell in rest:
                    self._ties(cell, each.ties)

    def _fact(self, table: Table, label: str, value: str) -> None:
        first, second = add_row(table)
        self._write(first, label)
        self._write(second, value)

    def _ties(self, cell: Cell, ties: Sequence[Tie]) -> None:
        """The views that a change came from, a paragraph each."""
        for index, tie in enumerate(ties):
            words = f"{self._in(tie.says)}: {self._in(tie.bond)}"
            if index:
                cell.add_paragraph(words, self._in(TEXT))
            else:
                self._write(cell, words)

    def _reasons(self, groups: Sequence[Reasoned], about: str) -> None:
        table = self._table(("column-views-no", "column-respondent", "column-reason"), _REASONS, self._say(about))
        for group in groups:
            numbers, respondents, reason = add_row(table, whole=sum(map(len, group.reason)) <= WHOLE)
            self._write(numbers, ", ".join(view.number for view in group.views))
            self._write(respondents, group.respondents, plans=True)
            first, *more = group.reason or (self._say("account-no-reason"),)
            self._write(reason, first, plans=bool(group.reason))
            for line in more:
                add_words(reason.add_paragraph(style=self._in(TEXT)), line, plans=True)

    def _table(self, heads: Sequence[str], widths: Sequence[int], about: str) -> Table:
        return add_table(self.paper, [self._say(head) for head in heads], widths, about)
