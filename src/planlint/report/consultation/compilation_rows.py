"""The rows of the compilation's table in Word: there may be thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor

from planlint.consult.cells import told_cells
from planlint.model.comparison import Piece
from planlint.model.consultation import Entry
from planlint.model.filled import STANDPOINTS, TOLD, Column
from planlint.model.rule import Language
from planlint.report.consultation.compilation_told import MARKED, compare_words, tell_remarks
from planlint.report.docx_paper import PLANS, Paper
from planlint.report.docx_styles import GONE, NEW
from planlint.report.docx_xml import Element, add, make, write
from planlint.texts import say

if TYPE_CHECKING:
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.table import Table

WIDTHS: Final[Mapping[Column, int]] = {
    "number": 14, "respondent": 25, "element": 26, "kind": 21, "quote": 37, "view": 35, "proposal": 37,
    "standpoint": 24, "reason": 27, "change": 13, "responsible": 14,
}  # fmt: skip
"""The table's columns with their widths in millimetres: together what the page has between its margins."""
WHOLE: Final = 700
"""Characters of a cell up to which its row is kept on one page."""
_QUIET: Final = RGBColor(0x59, 0x59, 0x59)
_RED: Final = RGBColor(0xA3, 0x16, 0x1F)
_STYLES: Final = {"cell": (8, None), "head": (8, None), "id": (6.5, _QUIET), "remark": (7.5, _RED)}
"""Paragraph styles with their sizes in points, and their colours where they are not the text's."""


def add_styles(paper: Paper) -> None:
    """The styles of the table's cells, and of a standpoint that is not chosen yet."""
    styles = paper.document.styles
    for key, (size, color) in _STYLES.items():
        made = cast("ParagraphStyle", styles.add_style(_style(key, paper.language), WD_STYLE_TYPE.PARAGRAPH))
        made.base_style = styles["Normal"]
        made.font.size = Pt(size)
        made.font.bold = key == "head" or None
        if color is not None:
            made.font.color.rgb = color
        made.paragraph_format.space_after = Pt(1)
    choice = cast("CharacterStyle", styles.add_style(_style("choice", paper.language), WD_STYLE_TYPE.CHARACTER))
    choice.font.color.rgb = _QUIET


def head_style(language: Language) -> str:
    """The style of the table's head row."""
    return _style("head", language)


@dataclass(frozen=True, slots=True)
class Rows:
    """Writes the rows of a table."""

    language: Language
    styles: Mapping[str, str]
    """The ids of the styles, by what they are for."""

    @classmethod
    def on(cls, paper: Paper) -> Rows:
        """For tables of a document that has the styles."""
        names = paper.document.styles
        ids = {key: names[_style(key, paper.language)].style_id for key in (*_STYLES, "choice")}
        marks = {"gone": GONE.in_language(paper.language), "new": NEW.in_language(paper.language)}
        return cls(paper.language, ids | {key: names[style].style_id for key, style in marks.items()})

    def add(self, table: Table, entries: Iterable[Entry]) -> None:
        """A row for each entry, after those that there are."""
        root = table._tbl  # noqa: SLF001 - python-docx has no other way to what it does not know
        for entry in entries:
            root.append(self._row(entry))

    def _row(self, entry: Entry) -> Element:
        told = dict(zip(TOLD, told_cells(entry, self.language), strict=True))
        row = make("tr")
        if max(map(len, told.values())) <= WHOLE:
            add(add(row, "trPr"), "cantSplit")
        for column in WIDTHS:
            cell = add(row, "tc")
            add(add(cell, "tcPr"), "tcW", w=str(Mm(WIDTHS[column]).twips), type="dxa")
            if column == "standpoint":
                self._choice(cell, entry)
                continue
            if column in MARKED and (both := compare_words(told["quote"], told["proposal"])):
                self._marked(cell, both[MARKED[column]])
                continue
            self._paragraph(cell, "cell", told.get(column, str(entry.number) if column == "number" else ""))
            if column == "number":
                self._paragraph(cell, "id", entry.id)
            if column == "kind":
                for remark in tell_remarks(entry):
                    self._paragraph(cell, "remark", remark.in_language(self.language))
        return row

    def _marked(self, cell: Element, pieces: Sequence[Piece]) -> None:
        """What the plan says or what is wanted, with the words marked that the other one does not have."""
        paragraph = self._paragraph(cell, "cell")
        for index, piece in enumerate(pieces):
            if index:
                write(add(paragraph, "r"), " ")
            run = add(paragraph, "r")
            if piece.kind != "same":
                add(add(run, "rPr"), "rStyle", val=self.styles[piece.kind])
            write(run, piece.words)

    def _paragraph(self, cell: Element, style: str, words: str = "") -> Element:
        paragraph = add(cell, "p")
        add(add(paragraph, "pPr"), "pStyle", val=self.styles[style])
        if words:
            run = add(paragraph, "r")
            if style == "cell" and self.language != "sv":
                add(add(run, "rPr"), "lang", val=PLANS)
            write(run, words)
        return paragraph

    def _choice(self, cell: Element, entry: Entry) -> None:
        """A list to choose a standpoint from, with nothing chosen."""
        control = add(self._paragraph(cell, "cell"), "sdt")
        properties = add(control, "sdtPr")
        add(properties, "alias", val=say("standpoint-for", self.language, number=entry.number))
        add(properties, "tag", val=f"standpoint-{entry.id}")
        add(properties, "id", val=str(entry.number))
        add(properties, "showingPlcHdr")
        choices = add(properties, "dropDownList")
        for standpoint in STANDPOINTS:
            words = say(f"standpoint-{standpoint}", self.language)
            add(choices, "listItem", displayText=words, value=words)
        run = add(add(control, "sdtContent"), "r")
        add(add(run, "rPr"), "rStyle", val=self.styles["choice"])
        write(run, say("choose-standpoint", self.language))


def column_heads(columns: Iterable[Column], language: Language) -> Sequence[str]:
    """What stands over columns; a table is known again by these words."""
    return [say(f"column-{column}", language) for column in columns]


def _style(key: str, language: Language) -> str:
    return say(f"compilation-style-{key}", language)
