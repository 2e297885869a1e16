"""The compilation as a Word document that a municipality fills in and publishes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from docx.oxml.ns import qn
from docx.shared import Mm

from planlint.consult.cells import told_cells
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import TOLD
from planlint.model.rule import Language
from planlint.report.consultation.compilation_rows import WIDTHS, Rows, add_styles, column_heads, head_style
from planlint.report.consultation.compilation_told import (
    Account,
    Count,
    Section,
    compare_words,
    list_numbers,
    plan_title,
    tell,
)
from planlint.report.consultation.compilation_trials import TrialsTold, Verdict
from planlint.report.docx_paper import (
    Sheet,
    add_pieces,
    add_row,
    add_table,
    add_words,
    hyphenate,
    lay_across,
    open_paper,
    save,
    set_columns,
)
from planlint.report.docx_styles import NOTE, element
from planlint.texts import say

if TYPE_CHECKING:
    from docx.table import Table
    from docx.table import _Cell as Cell

MARGIN: Final = 12
"""On every side, in millimetres: eleven columns need the room."""
MOST_ROWS: Final = 200
"""Rows of a table on the first pages; the table of views has them all."""
LONGEST: Final = 400
"""Characters of a quote or a proposal on the first pages."""
_GAP: Final = Mm(0.8)
"""Between a border and the words where room is short: beside them in the table of views, over and under counts."""
_SHORT: Final = 20
"""Rows that a table has at most to stand in one column."""
_COUNTS: Final = (66, 17)
_CLASHES: Final = (14, 24, 45, 95, 95)
_VERDICTS: Final = (22, 18, 100, 48, 53, 32)
_BASIS: Final = (70, 85, 26, 26, 26, 40)
"""How wide the columns are, in millimetres."""


def render_compilation_docx(compilation: Compilation, language: Language) -> bytes:
    """The document. The same compilation gives the same bytes."""
    paper = open_paper(f"{say('compilation-title', language)}: {plan_title(compilation)}", language)
    lay_across(paper, MARGIN)
    hyphenate(paper)
    add_styles(paper)
    account = tell(compilation)
    sheet = _Sheet(paper)
    sheet.begin(account)
    sheet.open_questions(account)
    if account.trials:
        sheet.trials(account.trials)
    sheet.views(account)
    sheet.basis(account)
    return save(paper)


@dataclass(frozen=True, slots=True)
class _Sheet(Sheet):
    """What the compilation is written on."""

    def begin(self, account: Account) -> None:
        """The title, what was sent out, and the answers in numbers."""
        self._paragraph(f"{self._say('compilation-title')}: {account.title}", "Title")
        facts = account.facts[1:]  # the title has said the first one
        self._paragraph(" · ".join(f"{self._in(label)}: {value}" for label, value in facts))
        self.document.add_heading(self._say("compilation-numbers"), 1)
        set_columns(self.paper, 3)
        self._counts("column-fact", "compilation-numbers", account.numbers)
        for head, about, counts in (
            ("column-kind", "compilation-by-kind", account.kinds),
            ("column-respondent", "compilation-by-respondent", account.respondents),
            ("column-chapter", "compilation-by-chapter", account.chapters),
        ):
            if counts:
                self.document.add_heading(self._say(about), 2)
                self._counts(head, about, counts)
            if head == "column-respondent" and len(account.respondents) > 1:
                self._paragraph(self._say("compilation-shared"), self._in(NOTE))
        set_columns(self.paper, 1)

    def open_questions(self, account: Account) -> None:
        """Who has not answered, what could not be read, what came late, and what contradicts what."""
        missing = account.missing or ((self._say("compilation-all-answered"),) if account.invited else ())
        self._list("compilation-missing", missing)
        self._list("compilation-unread", [f"{path}: {self._in(why)}" for path, why in account.unread])
        self._list("compilation-late", map(self._in, account.late))
        self._list("compilation-foreign", account.foreign)
        if account.clashes:
            self._clashes(account.clashes)

    def trials(self, told: TrialsTold) -> None:
        """What the rules say of the plan with the changes that are wanted."""
        self.document.add_heading(self._say("compilation-trials"), 1)
        self._paragraph(self._say("compilation-trials-lead"))
        self._paragraph(self._say("compilation-trials-sent", number=told.sent))
        if told.counts is not None:
            self._paragraph(self._say("compilation-trials-together", **told.counts))
        if told.contradicted:
            numbers = list_numbers(told.contradicted)
            self._paragraph(self._say("compilation-trials-contradicted", numbers=numbers))
        if not (told.introduced or told.solved):
            self._paragraph(self._say("compilation-trials-none"))
        if told.differs:
            self._paragraph(self._say("diff-hint"))
        for key, verdicts in (("introduced", told.introduced), ("solved", told.solved)):
            if verdicts:
                self.document.add_heading(f"{self._say(f'compilation-{key}')} ({len(verdicts)})", 2)
                self._verdicts(verdicts, f"compilation-{key}")

    def views(self, account: Account) -> None:
        """A table for each chapter, and one for what is not placed."""
        self.document.add_heading(self._say("compilation-views"), 1).paragraph_format.page_break_before = True
        if not account.tables:
            self._paragraph(self._say("compilation-no-views"))
            return
        self._paragraph(self._say("compilation-how-to-fill"))
        self._paragraph(self._say("compilation-keep"))
        self._paragraph(self._say("compilation-legend"))
        rows = Rows.on(self.paper)
        for section in account.tables:
            self._section(section, rows)
            if section is account.unplaced:
                self._paragraph(self._say("compilation-not-placed-lead"), self._in(NOTE))

    def basis(self, account: Account) -> None:
        """The files that the table was made from, and the line by which a changed table is seen."""
        self.document.add_heading(self._say("table-basis"), 1)
        self._paragraph(self._say("table-basis-lead")).paragraph_format.keep_with_next = True
        heads = ("column-respondent", "column-file", "column-revisions", "column-comments", "column-views")
        table = self._table((*heads, "column-digest"), _BASIS, "table-basis")
        for each in account.basis:
            numbers = (each.revisions, each.comments, each.views)
            self._fill(table, (self._in(each.whose), each.path, *numbers, each.digest), right=(2, 3, 4))
        self._paragraph(self._in(account.digest), self._in(NOTE))

    def _section(self, section: Section, rows: Rows) -> None:
        title = self._in(section.title)
        add_words(self.document.add_heading(level=2), title, plans=section.plans)
        heads = column_heads(WIDTHS, self.paper.language)
        table = add_table(self.paper, heads, tuple(WIDTHS.values()), f"{self._say('compilation-views')}: {title}")
        for cell in table.rows[0].cells:
            cell.paragraphs[0].style = head_style(self.paper.language)
        _tighten(table, "left", "right")
        rows.add(table, section.entries)

    def _counts(self, head: str, about: str, counts: Iterable[Count]) -> None:
        table = self._table((head, "column-number-of"), _COUNTS, about, numbers=True)
        _tighten(table, "top", "bottom")
        for count in counts:
            self._fill(table, (self._in(count.name), str(count.number)), right=(1,))
        if len(table.rows) <= _SHORT:
            for row in table.rows[:-1]:
                for cell in row.cells:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True

    def _clashes(self, clashes: Sequence[Entry]) -> None:
        """What wants the same words to be something else: the words, and what each wants instead."""
        self.document.add_heading(self._say("compilation-conflicts"), 1)
        self._paragraph(self._say("compilation-conflicts-lead")).paragraph_format.keep_with_next = True
        heads = ("column-number", "column-contradicts", "column-respondent", "column-quote", "column-proposal")
        table = self._table(heads, _CLASHES, "compilation-conflicts")
        for entry in clashes[:MOST_ROWS]:
            told = dict(zip(TOLD, told_cells(entry, self.paper.language), strict=True))
            quote, wanted = told["quote"], told["proposal"] or told["kind"]
            both = compare_words(quote, wanted) if max(len(quote), len(wanted)) <= LONGEST else {}
            plain = ("", "") if both else (_cut(quote), _cut(wanted))
            row = self._fill(table, (str(entry.number), list_numbers(entry.against), told["respondent"], *plain))
            for cell, pieces in zip(row[-2:], both.values(), strict=False):
                add_pieces(cell.paragraphs[0], pieces, self.paper.language)
        self._more(len(clashes))

    def _verdicts(self, verdicts: Sequence[Verdict], about: str) -> None:
        keys = ("column-grade", "column-code", "column-finding", "column-cause", "column-whose", "column-together")
        table = self._table(keys, _VERDICTS, about)
        for each in verdicts[:MOST_ROWS]:
            remark = each.remark
            grade = self._say(f"severity-{remark.severity}")
            cause = self._in(remark.cause) if remark.cause else "–"
            whose = "; ".join(each.whose) or self._say("compilation-only-together")
            together = self._say("yes" if each.together else "matrix-no")
            self._fill(table, (grade, remark.rule, self._in(remark.says), cause, whose, together))
        self._more(len(verdicts))

    def _more(self, number: int) -> None:
        if number > MOST_ROWS:
            self._paragraph(self._say("change-more", number=number - MOST_ROWS), self._in(NOTE))

    def _list(self, key: str, items: Iterable[str]) -> None:
        """A heading and its items; nothing where there are none."""
        for index, item in enumerate(items):
            if not index:
                self.document.add_heading(self._say(key), 2)
            self._paragraph(item, "List Bullet")

    def _table(self, heads: Sequence[str], widths: Sequence[int], about: str, *, numbers: bool = False) -> Table:
        said = [self._say(head) for head in heads]
        return add_table(self.paper, said, widths, self._say(about), numbers=numbers)

    def _fill(self, table: Table, words: Sequence[str], right: Sequence[int] = ()) -> Sequence[Cell]:
        """A row of words; those of some columns set to the right."""
        cells: tuple[Cell, ...] = add_row(table)
        for index, (cell, said) in enumerate(zip(cells, words, strict=True)):
            self._write(cell, said, numbers=index in right)
        return cells


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _tighten(table: Table, *sides: Literal["top", "bottom", "left", "right"]) -> None:
    """Less room on some sides of the words than in other tables."""
    margins = element("w:tblCellMar")
    for side in sides:
        margins.append(element(f"w:{side}", {"w:w": str(_GAP.twips), "w:type": "dxa"}))
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no other way to what it does not know
    for look in properties.findall(qn("w:tblLook")):
        look.addprevious(margins)
