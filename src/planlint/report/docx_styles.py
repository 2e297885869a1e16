"""The styles of Word documents that planlint makes, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.comparison_told_items import own_words

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.styles.styles import Styles

GONE: Final = own_words("comparison-style-gone")
NEW: Final = own_words("comparison-style-new")
"""Character styles of words that are gone (struck through) and new (underlined)."""
TEXT: Final = own_words("comparison-style-text")
HEAD: Final = own_words("comparison-style-head")
ITEM: Final = own_words("comparison-style-item")
NOTE: Final = own_words("comparison-style-note")
"""Paragraph styles in tables: text, what stands over something, an item of a list; and what stands below a table.

None is kept with what follows: LibreOffice then keeps the whole table so.
"""

_FONT: Final = "Calibri"
_INK: Final = RGBColor(0x0B, 0x55, 0x63)
_RED: Final = RGBColor(0xA3, 0x16, 0x1F)
_BLACK: Final = RGBColor(0x1B, 0x22, 0x26)
_LINE: Final = "7C858B"
_GAP: Final = Mm(1.5)
"""Between a cell's border and its words."""
_SIZES: Final = {
    "Normal": (10.5, _BLACK),
    "Title": (24, _INK),
    "Subtitle": (14, _BLACK),
    "Heading 1": (16, _INK),
    "Heading 2": (13, _INK),
    "Quote": (10.5, _BLACK),
    "Footer": (9, _BLACK),
}
"""In points, and their colours."""
_TABLES: Final = {"Normal Table", "Table Grid"}
_FACES: Final = ("ascii", "hAnsi", "cs", "eastAsia")


def set_styles(styles: Styles, language: Language) -> None:
    """Give python-docx's template planlint's looks, and take out the table styles that are not used."""
    _drop_tables(styles)
    for name, (size, color) in _SIZES.items():
        style = cast("ParagraphStyle", styles[name])
        _set_font(style, size, color)
    cast("ParagraphStyle", styles["Normal"]).paragraph_format.space_after = Pt(6)
    for each in (TEXT, HEAD, ITEM, NOTE):
        _add_table_style(styles, each, language)
    for words, color in ((GONE, _RED), (NEW, _INK)):
        made = cast("CharacterStyle", _add(styles, words.in_language(language), WD_STYLE_TYPE.CHARACTER))
        made.font.color.rgb = color
        made.font.strike = words is GONE or None
        made.font.underline = words is NEW or None
    _set_grid(styles)


def element(name: str, attributes: Mapping[str, str] | None = None) -> BaseOxmlElement:
    """An element of WordprocessingML, by names with their prefixes."""
    made = cast("BaseOxmlElement", OxmlElement(name))
    for attribute, value in (attributes or {}).items():
        made.set(qn(attribute), value)
    return made


def _add(styles: Styles, name: str, kind: WD_STYLE_TYPE) -> object:
    return styles.add_style(name, kind)  # type: ignore[no-untyped-call]  # python-docx says no types


def _drop_tables(styles: Styles) -> None:
    for each in list(styles.element.iterchildren(qn("w:style"))):
        name = each.find(qn("w:name"))
        if each.get(qn("w:type")) == "table" and name.get(qn("w:val")) not in _TABLES:
            styles.element.remove(each)


def _set_font(style: ParagraphStyle, size: float, color: RGBColor) -> None:
    """The face, in place of the theme's, the size and the colour."""
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), color
    style.font.italic = False
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    faces = style.element.rPr.rFonts
    for attribute in list(faces.attrib):
        del faces.attrib[attribute]
    for face in _FACES:
        faces.set(qn(f"w:{face}"), _FONT)


def _add_table_style(styles: Styles, name: Words, language: Language) -> None:
    style = cast("ParagraphStyle", _add(styles, name.in_language(language), WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = styles["Normal"]
    style.font.size = Pt(10)
    style.font.bold = name is HEAD or None
    layout = style.paragraph_format
    layout.space_after, layout.line_spacing = Pt(2), 1.1
    if name is NOTE:
        layout.space_before = layout.space_after = Pt(6)
    if name is ITEM:
        layout.left_indent, layout.first_line_indent = Mm(4), -Mm(4)


def _set_grid(styles: Styles) -> None:
    """Room around the words in every cell, and lines that do not shout."""
    properties = styles["Table Grid"].element.find(qn("w:tblPr"))
    for border in properties.find(qn("w:tblBorders")):
        border.set(qn("w:color"), _LINE)
    for gap in properties.findall(qn("w:tblCellMar")):
        properties.remove(gap)
    margins = element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{side}", {"w:w": str(_GAP.twips), "w:type": "dxa"}))
    properties.append(margins)
