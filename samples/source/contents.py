"""The table of contents as Word caches it: a field in a content control, a row for each numbered section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samples.source.nodes import Node, code, field, mark, node, paragraph, run, value
from samples.source.plan import Section

PAGES: Mapping[str, int] = {
    "1": 4,
    "1.1": 4,
    "1.2": 4,
    "1.3": 4,
    "1.4": 4,
    "2": 5,
    "2.1": 5,
    "2.2": 5,
    "3": 6,
    "3.1": 6,
    "3.2": 6,
    "3.3": 6,
    "3.4": 7,
    "4": 8,
    "4.1": 8,
    "4.2": 10,
    "4.3": 12,
    "4.4": 14,
    "4.5": 16,
    "5": 18,
    "5.1": 18,
    "5.2": 19,
    "5.3": 20,
}
"""The page on which each numbered section stands, as LibreOffice lays the good plan out."""

LAST_PAGE = 21


def table_of_contents(sections: Sequence[Section]) -> Node:
    """The contents, under their own heading."""
    begin = [mark("begin"), code(r'TOC \o "1-2" \h \z'), mark("separate")]
    rows = [_row(section, *(begin if i == 0 else ())) for i, section in enumerate(s for s in sections if s.number)]
    gallery = node("w:docPartObj", value("w:docPartGallery", "Table of Contents"), node("w:docPartUnique"))
    heading = paragraph("Innehllsfrteckningsrubrik", run("Innehållsförteckning"))
    end = paragraph("Eftertabell", mark("end"))
    content = node("w:sdtContent", heading, *rows, end)
    return node("w:sdt", node("w:sdtPr", value("w:id", 20260915), gallery), content)


def _row(section: Section, *before: Node) -> Node:
    """A row: number, title, leader dots, page; the whole row leads to the section."""
    page = field(rf"PAGEREF {section.bookmark} \h", str(PAGES[section.number or ""]))
    words = [run(section.number or ""), _tab(), run(section.title), _tab(), *page]
    row = node("w:hyperlink", {"w:anchor": section.bookmark, "w:history": "1"}, *words)
    return paragraph(f"Innehll{section.level}", *before, row)


def _tab() -> Node:
    return node("w:r", node("w:tab"))
