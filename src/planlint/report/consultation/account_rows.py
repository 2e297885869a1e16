"""The rows of the account's table of views in Word: there may be thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor

from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.comparison_told_items import own_words
from planlint.report.consultation.account_said import SaidLine
from planlint.report.consultation.account_told import COLUMNS, ViewTold
from planlint.report.docx_paper import PLANS, Paper
from planlint.report.docx_styles import GONE, NEW
from planlint.report.docx_xml import Element, add, make, write

if TYPE_CHECKING:
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.table import Table

WIDTHS: Final[Mapping[str, int]] = dict(zip(COLUMNS, (12, 28, 33, 70, 34, 46, 34), strict=True))
"""How wide the table's columns are, in millimetres: together what the page has between its margins."""
WHOLE: Final = 700
"""Characters of a row up to which it is kept on one page."""
CELL: Final = own_words("account-style-cell")
HEAD: Final = own_words("account-style-head")
_LEAD: Final = own_words("account-style-lead")
_QUIET: Final = RGBColor(0x59, 0x59, 0x59)
_SIZE: Final = Pt(9)
_MARKS: Final = {"gone": GONE, "new": NEW}


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in a cell; other people's are in Swedish, whatever the document's language."""

    words: str
    style: Words | None = None
    theirs: bool = False


def add_styles(paper: Paper) -> None:
    """The styles of the table's cells: its text, its headings, and what stands before somebody's words."""
    styles = paper.document.styles
    for words in (CELL, HEAD):
        made = cast("ParagraphStyle", styles.add_style(words.in_language(paper.language), WD_STYLE_TYPE.PARAGRAPH))
        made.base_style = styles["Normal"]
        made.font.size = _SIZE
        made.font.bold = words is HEAD or None
        made.paragraph_format.space_after = Pt(2)
    lead = cast("CharacterStyle", styles.add_style(_LEAD.in_language(paper.language), WD_STYLE_TYPE.CHARACTER))
    lead.font.color.rgb = _QUIET


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes the rows of a table."""

    language: Language
    styles: Mapping[str, str]
    """The ids of the styles by their Swedish names."""

    @classmethod
    def on(cls, paper: Paper) -> Rows:
        """For tables of a document that has the styles."""
        names = paper.document.styles
        used = (CELL, HEAD, _LEAD, GONE, NEW)
        return cls(paper.language, {each.sv: names[each.in_language(paper.language)].style_id for each in used})

    def add(self, table: Table, views: Iterable[ViewTold]) -> None:
        """A row for each view, after those that there are."""
        root = table._tbl  # noqa: SLF001 - python-docx has no other way to what it does not know
        for view in views:
            root.append(self._row(view))

    def _row(self, view: ViewTold) -> Element:
        row = make("tr")
        if _size(view) <= WHOLE:
            add(add(row, "trPr"), "cantSplit")
        for column, lines in self._cells(view).items():
            cell = add(row, "tc")
            add(add(cell, "tcPr"), "tcW", w=str(Mm(WIDTHS[column]).twips), type="dxa")
            style = HEAD if column in {"number", "standpoint"} else CELL
            for runs in lines or [[]]:
                paragraph = add(cell, "p")
                add(add(paragraph, "pPr"), "pStyle", val=self.styles[style.sv])
                for run in runs:
                    self._write(add(paragraph, "r"), run)
        return row

    def _cells(self, view: ViewTold) -> Mapping[str, list[list[_Run]]]:
        """By column, the lines of its cell."""
        return {
            "number": [[_Run(view.number)]],
            "respondent": [[_Run(view.respondents, theirs=True)]],
            "element": [[_Run(view.element, theirs=True)]],
            "view": [list(self._said(line)) for line in view.said],
            "standpoint": [[_Run(view.verdict.in_language(self.language))]],
            "reason": [[_Run(line, theirs=True)] for line in view.reason],
            "led-to": [[_Run(each.in_language(self.language))] for each in view.led_to],
        }

    def _said(self, line: SaidLine) -> Iterator[_Run]:
        if line.lead:
            yield _Run(line.lead.in_language(self.language), _LEAD)
        for index, piece in enumerate(line.pieces):
            if index or line.lead:
                yield _Run(" ")
            yield _Run(piece.words, _MARKS.get(piece.kind), theirs=True)

    def _write(self, element: Element, run: _Run) -> None:
        foreign = run.theirs and self.language != "sv"
        if run.style or foreign:
            looks = add(element, "rPr")
            if run.style:
                add(looks, "rStyle", val=self.styles[run.style.sv])
            if foreign:
                add(looks, "lang", val=PLANS)
        write(element, run.words)


def _size(view: ViewTold) -> int:
    """Characters of its longest cell."""
    said = sum(len(piece.words) for line in view.said for piece in line.pieces)
    return max(said, sum(map(len, view.reason)), len(view.respondents))
