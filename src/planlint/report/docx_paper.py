"""Word documents that planlint makes: the paper, its styles, tables, changed words and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from planlint.archive.seal import PENDING, seal
from planlint.model.comparison import Piece
from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.docx_styles import GONE, HEAD, NEW, TEXT, element, set_styles
from planlint.texts import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.table import _Cell as Cell
    from docx.table import _Row as Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LANGUAGES: Final[dict[Language, str]] = {"sv": "sv-SE", "en": "en-GB"}
PLANS: Final = LANGUAGES["sv"]
"""The language of the plan's own words."""
LONG, SHORT, MARGIN = 297, 210, 20
"""A4, and the margin on every side, in millimetres."""
BETWEEN: Final = Mm(10)
"""Between columns."""
_SHADE: Final = "E3EFF0"
_UNUSED: Final = ("/thumbnail", "/stylesWithEffects", "/customXml", "/extended-properties")
"""Parts of python-docx's template, by the ends of their relationships' types, that say what is not so of this file."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is written, and the language that planlint writes in it."""

    document: Document
    language: Language


@dataclass(frozen=True, slots=True)
class Sheet:
    """The ways in which every document is written; each form of report adds its own."""

    paper: Paper

    @property
    def document(self) -> Document:
        """Where it is written."""
        return self.paper.document

    def _paragraph(self, words: str, style: str | None = None) -> Paragraph:
        made: Paragraph = self.document.add_paragraph(words, style)
        return made

    def _write(
        self, cell: Cell, words: str, style: Words = TEXT, *, plans: bool = False, numbers: bool = False
    ) -> None:
        """Words in a cell that has none; numbers are set to the right."""
        paragraph: Paragraph = cell.paragraphs[0]
        self._dress(paragraph, style)
        add_words(paragraph, words, plans=plans)
        if numbers:
            align_right(paragraph)

    def _dress(self, paragraph: Paragraph, style: Words) -> None:
        """Give the paragraph one of planlint's styles: by its id, for by name python-docx looks at every style."""
        paragraph._p.style = self.document.styles[self._in(style)].style_id  # noqa: SLF001 - as below

    def _in(self, words: Words) -> str:
        return words.in_language(self.paper.language)

    def _say(self, key: str, **values: str | int) -> str:
        return say(key, self.paper.language, **values)


def open_paper(title: str, language: Language) -> Paper:
    """An upright page with planlint's styles, whose properties state the title and the language."""
    document = docx.Document()
    for holder in (document.part, document.part.package):
        for key in [key for key, each in holder.rels.items() if each.reltype.endswith(_UNUSED)]:
            del holder.rels[key]
    _state(document, title, language)
    _set_language(document, LANGUAGES[language])
    set_styles(document.styles, language)
    _set_page(document, LONG, SHORT)
    _number_pages(document, language)
    return Paper(document, language)


def save(paper: Paper) -> bytes:
    """The file; the same document gives the same bytes."""
    target = BytesIO()
    paper.document.save(target)
    return seal(target.getvalue())


def lay_across(paper: Paper, margin: int) -> None:
    """Every page stands across, with this margin on every side in millimetres."""
    _set_page(paper.document, SHORT, LONG, margin)


def hyphenate(paper: Paper) -> None:
    """Words may be parted at the end of a line, as narrow columns need."""
    for before in paper.document.settings.element.findall(qn("w:defaultTabStop")):
        before.addnext(element("w:autoHyphenation"))


def turn(paper: Paper) -> None:
    """What follows stands on pages across."""
    paper.document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(paper.document, SHORT, LONG)


def set_columns(paper: Paper, number: int) -> None:
    """What follows stands in so many columns, on the same page where it has room."""
    paper.document.add_section(WD_SECTION.CONTINUOUS)
    between = paper.document.paragraphs[-1].paragraph_format  # holds the break, and shows as nothing
    between.space_after, between.line_spacing = Pt(0), Pt(1)
    for columns in paper.document.sections[-1]._sectPr.findall(qn("w:cols")):  # noqa: SLF001 - as below
        columns.set(qn("w:num"), str(number))
        columns.set(qn("w:space"), str(BETWEEN.twips))


def add_table(paper: Paper, heads: Sequence[str], widths: Sequence[int], about: str, *, numbers: bool = False) -> Table:
    """A table of its head row, which every page repeats.

    `widths` are in millimetres; `about` is for those who hear the table. With `numbers`, all but the first column is
    set to the right.
    """
    table: Table = paper.document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no other way to what it does not know
    for whole in properties.findall(qn("w:tblW")):
        whole.set(qn("w:w"), str(Mm(sum(widths)).twips))
        whole.set(qn("w:type"), "dxa")
    properties.append(element("w:tblCaption", {"w:val": about}))
    row = table.rows[0]
    for mark in ("w:cantSplit", "w:tblHeader"):
        row._tr.get_or_add_trPr().append(element(mark))  # noqa: SLF001 - as above
    for index, (cell, head, width) in enumerate(zip(row.cells, heads, widths, strict=True)):
        table.columns[index].width = cell.width = Mm(width)
        cell.paragraphs[0].text = head
        cell.paragraphs[0].style = HEAD.in_language(paper.language)
        shade = element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _SHADE})
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above
        if numbers and index:
            align_right(cell.paragraphs[0])
    return table


def add_row(table: Table, *, whole: bool = True) -> tuple[Cell, ...]:
    """The cells of a new row; one that is `whole` stands on one page, which a long one must not."""
    row: Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx says no types
    if whole:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001 - as above
    return row.cells


def align_right(paragraph: Paragraph) -> None:
    """Set the words to the right."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def add_words(paragraph: Paragraph, words: str, *, plans: bool = False, style: str | None = None) -> Run:
    """Words at the end of a paragraph; the plan's own are marked with its language."""
    run = paragraph.add_run(words, style)
    if plans:
        run._r.get_or_add_rPr().append(element("w:lang", {"w:val": PLANS}))  # noqa: SLF001 - as above
    return run


def add_pieces(paragraph: Paragraph, pieces: Iterable[Piece], language: Language) -> None:
    """Both texts in one: what is gone struck through, what is new underlined, by character styles."""
    for index, piece in enumerate(pieces):
        if index:
            paragraph.add_run(" ")
        style = None if piece.kind == "same" else {"gone": GONE, "new": NEW}[piece.kind].in_language(language)
        add_words(paragraph, piece.words, plans=True, style=style)


def _state(document: Document, title: str, language: Language) -> None:
    properties = document.core_properties
    properties.title, properties.language, properties.author = title, LANGUAGES[language], "planlint"
    properties.identifier, properties.comments = PENDING, ""
    root = properties._element  # noqa: SLF001 - as above
    for name in ("dcterms:created", "dcterms:modified"):
        for each in root.findall(qn(name)):
            root.remove(each)


def _set_language(document: Document, code: str) -> None:
    for root in (document.styles.element, document.settings.element):
        for name in ("w:lang", "w:themeFontLang"):
            for each in root.iter(qn(name)):
                each.set(qn("w:val"), code)


def _set_page(document: Document, height: int, width: int, margin: int = MARGIN) -> None:
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_height, section.page_width = Mm(height), Mm(width)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(margin)


def _number_pages(document: Document, language: Language) -> None:
    """The page's number and how many there are, at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(f"{say('comparison-page', language)} ")
    _add_field(foot, "PAGE")
    foot.add_run(f" {say('comparison-pages', language)} ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field that programs fill in when they show the page."""
    field = element("w:fldSimple", {"w:instr": instruction})
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - as above
