"""The answer form as a Word document that respondents fill in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor

from planlint.consult.form import (
    COLUMNS,
    HEAD_FIELDS,
    FormChapter,
    FormRow,
    list_chapters,
    name_plan,
    plan_digest,
    tell_how,
    tell_kinds,
    tell_other_ways,
    tell_plan,
)
from planlint.model.consultation import Calendar, Sent
from planlint.model.rule import Language
from planlint.report.docx_choice import PROMPT, Choice, add_choice
from planlint.report.docx_paper import Paper, Sheet, add_row, add_table, add_words, lay_across, open_paper, save
from planlint.report.docx_styles import HEAD, NOTE, TEXT
from planlint.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.styles.style import CharacterStyle
    from docx.table import Table

MARGIN: Final = 15
_WHO: Final = (60, 207)
_WIDTHS: Final = (21, 62, 31, 83, 70)
"""In millimetres: together what the page has between its margins."""
_QUIET: Final = RGBColor(0x59, 0x59, 0x59)
_SMALL: Final = 8
"""Points of an id, which is for the program."""


def render_form_docx(sent: Sent, language: Language, calendar: Calendar) -> bytes:
    """The form. The same plan, language and calendar give the same bytes."""
    title = say("form-title", language, title=name_plan(sent))
    paper = open_paper(title, language)
    lay_across(paper, MARGIN)
    form = _Form(paper, _add_prompt_style(paper), count(1))
    paper.document.add_paragraph(title, "Title")
    for line in tell_plan(sent, calendar, language):
        paper.document.add_paragraph(line)
    form.ask_who()
    form.tell_how(sent)
    form.note(say("form-checksum", language, digest=plan_digest(sent)))
    form.head("form-views", 1)
    for chapter in list_chapters(sent, language):
        form.add_chapter(chapter)
    return save(paper)


@dataclass(frozen=True, slots=True)
class _Form(Sheet):
    """What the form is written on. `prompt` is the id of a prompt's style; `numbers` tell content controls apart."""

    prompt: str
    numbers: Iterator[int]

    def head(self, key: str, level: int) -> None:
        """A heading."""
        self.document.add_heading(self._say(key), level)

    def note(self, words: str) -> None:
        """A line in small letters."""
        self.document.add_paragraph(words, self._in(NOTE))

    def ask_who(self) -> None:
        """The table in which respondents say who they are."""
        self.head("form-who", 1)
        table = add_table(self.paper, (self._say("form-fact"), self._say("form-value")), _WHO, self._say("form-who"))
        for field in HEAD_FIELDS:
            label, value = add_row(table)
            self._write(label, self._say(f"form-{field}"), HEAD)
            self._dress(value.paragraphs[0], TEXT)

    def tell_how(self, sent: Sent) -> None:
        """The instructions."""
        self.head("form-how", 1)
        for point in tell_how(self.paper.language):
            self.document.add_paragraph(point, "List Bullet")
        self.document.add_paragraph(self._say("form-how-kinds"), "List Bullet")
        for kind, meaning in tell_kinds(self.paper.language):
            words = self._say("form-kind", kind=kind, meaning=meaning)
            item = self.document.add_paragraph(style="List Bullet 2")
            item.add_run(kind).bold = True
            item.add_run(words.removeprefix(kind))
        self.document.add_paragraph(tell_other_ways(sent, self.paper.language))

    def add_chapter(self, chapter: FormChapter) -> None:
        """The chapter's heading, and its rows to fill in."""
        add_words(self.document.add_heading(level=2), chapter.title, plans=chapter.plans)
        heads = [self._say(f"form-column-{column}") for column in COLUMNS]
        table = add_table(self.paper, heads, _WIDTHS, self._say("form-table", chapter=chapter.title))
        for row in chapter.rows:
            self._add_row(table, row, chapter)

    def _add_row(self, table: Table, row: FormRow, chapter: FormChapter) -> None:
        cells = dict(zip(COLUMNS, add_row(table), strict=True))
        for cell in cells.values():
            self._dress(cell.paragraphs[0], TEXT)
        identifier = cells["id"].paragraphs[0].add_run(row.key)
        identifier.font.size, identifier.font.color.rgb = Pt(_SMALL), _QUIET
        name = add_words(cells["section"].paragraphs[0], row.name, plans=chapter.plans)
        name.bold = row.whole or None
        if row.words:
            paragraph = cells["section"].add_paragraph()
            self._dress(paragraph, TEXT)
            add_words(paragraph, row.words, plans=True)
        choices = [kind for kind, _ in tell_kinds(self.paper.language)]
        title = self._say("form-kind-of", section=row.name)
        choice = Choice(title, f"kind-{row.key}", self._say("form-choose"), choices)
        add_choice(cells["kind"].paragraphs[0], choice, next(self.numbers), self.prompt)


def _add_prompt_style(paper: Paper) -> str:
    """The style of prompts, as Word has it; gives its id."""
    made = cast("CharacterStyle", paper.document.styles.add_style(PROMPT, WD_STYLE_TYPE.CHARACTER))
    made.font.color.rgb = _QUIET
    return str(made.style_id)
