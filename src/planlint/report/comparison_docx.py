"""What changed between two versions as a Word document that a municipality can publish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.model.comparison import Comparison
from planlint.report.comparison_told import Account, Chapter, Remark, Row, editorial_words, tell
from planlint.report.docx_changes import WHOLE, size, write_change
from planlint.report.docx_paper import (
    Sheet,
    add_pieces,
    add_row,
    add_table,
    add_words,
    open_paper,
    save,
    turn,
)
from planlint.report.docx_styles import HEAD, ITEM, NOTE
from planlint.texts import say

MOST_ITEMS: Final = 60
MOST_REMARKS: Final = 200
_VERSIONS: Final = (22, 62, 86)
_NUMBERS: Final = (62, 16, 14, 16, 18, 20, 24)
_CHANGES: Final = (60, 42, 155)
_REMARKS: Final = (26, 22, 144, 65)
"""How wide the columns are, in millimetres: together what the page has between its margins."""


def render_comparison_docx(comparison: Comparison) -> bytes:
    """The document, in the language of the new version's run. The same comparison gives the same bytes."""
    language = comparison.new.language
    account = tell(comparison, MOST_ITEMS)
    paper = open_paper(f"{say('comparison-title', language)} – {account.title}", language)
    sheet = _Sheet(paper)
    sheet.begin(account)
    if account.chapters or account.new or account.gone:
        turn(paper)
    sheet.changes(account.chapters)
    sheet.findings(account)
    return save(paper)


@dataclass(frozen=True, slots=True)
class _Sheet(Sheet):
    """What the comparison is written on."""

    def begin(self, account: Account) -> None:
        """The titles, the versions, the changes in numbers, and the links to look at again."""
        self._paragraph(self._say("comparison-title"), "Title")
        add_words(self.document.add_paragraph(style="Subtitle"), account.title, plans=True)
        self._versions(account)
        self.document.add_heading(self._say("compare-summary"), 1)
        if account.rows:
            self._numbers(account.rows)
        else:
            self._paragraph(self._say("compare-identical"))
        found = {"new": len(account.new), "gone": len(account.gone), "left": account.left}
        self._paragraph(self._say("findings-count", **found))
        if account.editorial:
            self._paragraph(self._in(editorial_words(account)))
        if account.reviews:
            self.document.add_heading(self._say("links-to-review"), 1)
        for review in account.reviews:
            asked = self._paragraph(self._in(review.says))
            asked.paragraph_format.keep_with_next = bool(review.words)
            if review.words:
                add_pieces(self.document.add_paragraph(style="Quote"), review.words, self.paper.language)

    def changes(self, chapters: Sequence[Chapter]) -> None:
        """A table for each chapter."""
        if not chapters:
            return
        self.document.add_heading(self._say("comparison-changes"), 1)
        self._paragraph(self._say("comparison-legend"))
        heads = [self._say(f"column-{column}") for column in ("part", "became", "wording")]
        for chapter in chapters:
            title = chapter.title or self._say("whole-document")
            add_words(self.document.add_heading(level=2), title, plans=bool(chapter.title))
            table = add_table(self.paper, heads, _CHANGES, f"{self._say('comparison-changes')}: {title}")
            for told in chapter.elements:
                write_change(add_row(table, whole=size(told) <= WHOLE), told, self.paper.language)

    def findings(self, account: Account) -> None:
        """Findings that are new, with causes, and those that are gone."""
        if not (account.new or account.gone):
            return
        self.document.add_heading(self._say("findings-title"), 1)
        self._paragraph(self._say("comparison-findings-lead", left=account.left))
        if account.differs:
            self._paragraph(self._say("diff-hint"))
        for key, remarks in (("findings-new", account.new), ("findings-gone", account.gone)):
            if remarks:
                title = f"{self._say(key)} ({len(remarks)})"
                self.document.add_heading(title, 2)
                self._remarks(remarks, f"{self._say('findings-title')}: {title}")

    def _versions(self, account: Account) -> None:
        heads = [self._say(f"column-{column}") for column in ("version", "file", "about")]
        table = add_table(self.paper, heads, _VERSIONS, self._say("comparison-versions"))
        for side in account.sides:
            version, file, about = add_row(table)
            self._write(version, self._in(side.lead).rstrip(":"), HEAD)
            self._write(file, side.path)
            self._write(about, " · ".join(map(self._in, side.facts)))
        if account.frameworks:
            self._paragraph(self._in(account.frameworks), self._in(NOTE))

    def _numbers(self, rows: Iterable[Row]) -> None:
        columns = ("part", "before", "now", "new", "gone", "changed", "same")
        heads = [self._say(f"column-{column}") for column in columns]
        table = add_table(self.paper, heads, _NUMBERS, self._say("comparison-numbers"), numbers=True)
        for row in rows:
            name, *cells = add_row(table)
            self._write(name, self._in(row.name))
            for way in row.ways:
                name.add_paragraph(self._in(way), self._in(ITEM))
            numbers = (row.old, row.new, row.added, row.removed, row.changed, row.same)
            for cell, number in zip(cells, numbers, strict=True):
                self._write(cell, str(number), numbers=True)
        self._paragraph(self._say("comparison-only-changed"), self._in(NOTE))

    def _remarks(self, remarks: Sequence[Remark], about: str) -> None:
        heads = [self._say(f"column-{column}") for column in ("grade", "code", "finding", "cause")]
        caused = any(remark.cause for remark in remarks)
        widths = _REMARKS if caused else (*_REMARKS[:2], _REMARKS[2] + _REMARKS[3])
        table = add_table(self.paper, heads[: len(widths)], widths, about)
        for remark in remarks[:MOST_REMARKS]:
            cause = self._in(remark.cause) if remark.cause else "–"
            told = (self._say(f"severity-{remark.severity}"), remark.rule, self._in(remark.says), cause)
            for cell, words in zip(add_row(table), told, strict=False):
                self._write(cell, words)
        if len(remarks) > MOST_REMARKS:
            self._paragraph(self._say("change-more", number=len(remarks) - MOST_REMARKS), self._in(NOTE))
