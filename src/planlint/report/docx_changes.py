"""What became of an element, in a row of a table in Word: its name, what happened, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.comparison_told import Told
from planlint.report.comparison_told_items import Group, Item
from planlint.report.docx_paper import add_pieces, add_words
from planlint.report.docx_styles import HEAD, ITEM, TEXT
from planlint.texts import say

if TYPE_CHECKING:
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph

WHOLE: Final = 600
"""Characters of a row up to which it is kept on one page."""


def write_change(cells: Sequence[Cell], told: Told, language: Language) -> None:
    """Into three cells that are empty."""
    part, became, wording = cells
    _write_name(part.paragraphs[0], told, language)
    if told.home:
        add_words(part.add_paragraph(style=TEXT.in_language(language)), told.home, plans=True)
    paragraph = became.paragraphs[0]
    paragraph.style = TEXT.in_language(language)
    paragraph.add_run(_became(told, language))
    _Wording(wording, language).write(told)


def size(told: Told) -> int:
    """How many characters an element takes, what stands on a line of its own counted as a line."""
    items = [item.pieces for group in told.groups for item in group.items]
    lines = 80 * (len(items) + len(told.groups))
    return lines + sum(len(piece.words) for pieces in (told.words, *items) for piece in pieces)


def _write_name(paragraph: Paragraph, told: Told, language: Language) -> None:
    paragraph.style = HEAD.in_language(language)
    paragraph.add_run(told.sort.in_language(language))
    if told.name:
        add_words(paragraph, f" {told.name}", plans=True)


def _became(told: Told, language: Language) -> str:
    """New, gone, or what changed."""
    became = told.became.in_language(language)
    plain = told.mark != "changed" or became == say("change-changed", language)
    mark = say(f"comparison-{told.mark}", language)
    return mark if plain else f"{mark}: {became}"


@dataclass(frozen=True, slots=True)
class _Wording:
    """The cell that holds an element's words."""

    cell: Cell
    language: Language

    def write(self, told: Told) -> None:
        """The element's own words, then its parts; a dash where nothing of its words changed."""
        paragraph = self.cell.paragraphs[0]
        paragraph.style = self._in(TEXT)
        if told.words:
            add_pieces(paragraph, told.words, self.language)
        elif not told.groups:
            paragraph.add_run("–")
        for number, group in enumerate(told.groups):
            self._group(group, None if told.words or number else paragraph)

    def _group(self, group: Group, first: Paragraph | None) -> None:
        """A part's name and its items; `first` is the paragraph that a cell has from the start."""
        free = first
        if group.name:
            free = None
            over = first or self.cell.add_paragraph()
            over.style = self._in(HEAD)
            over.add_run(self._in(group.name))
        for item in group.items:
            self._item(item, free or self.cell.add_paragraph())
            free = None
        if group.untold:
            self.cell.add_paragraph(say("change-more", self.language, number=group.untold), self._in(ITEM))

    def _item(self, item: Item, paragraph: Paragraph) -> None:
        paragraph.style = self._in(ITEM)
        mark = "–" if item.mark == "same" else f"{say(f'comparison-{item.mark}', self.language)}:"
        lead = f"{self._in(item.lead)} " if item.lead else ""
        paragraph.add_run(f"{mark} {lead}")
        add_pieces(paragraph, item.pieces, self.language)

    def _in(self, words: Words) -> str:
        return words.in_language(self.language)
