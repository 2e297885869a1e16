"""Tables: cells as they stand, in whatever they are wrapped, nested ones too."""

from __future__ import annotations

import pytest

from planlint.model.document import Paragraph, Table, Unread, paragraphs
from planlint.model.text import Text
from planlint.word import read
from planlint.word.blocks import MAX_DEPTH
from tests.word.build import cell, docx, p, row, table


def only(body: str) -> Table:
    (block,) = read(docx(body)).body
    assert isinstance(block, Table)
    return block


def words(of: Table) -> list[list[str]]:
    """The text of each cell, its paragraphs joined by '|'."""
    return [["|".join(paragraph.text for paragraph in paragraphs(c.blocks)) for c in line.cells] for line in of.rows]


def test_rows_and_cells() -> None:
    assert words(only(table(row(cell("a"), cell("b")), row(cell(p("c") + p("d")), cell())))) == [
        ["a", "b"],
        ["c|d", ""],
    ]


def test_content_controls_around_rows_and_cells() -> None:
    wrapped = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
    rows = f"<w:sdt><w:sdtContent>{row(cell('c'), cell('d'))}</w:sdtContent></w:sdt>"
    assert words(only(table(row(cell("a"), wrapped), rows))) == [["a", "b"], ["c", "d"]]


def test_merged_cells_stand_once() -> None:
    spanned = cell("bred", '<w:gridSpan w:val="2"/>')
    top, below = cell("hög", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    first, second = only(table(row(spanned, top), row(cell("a"), cell("b"), below))).rows
    assert [(c.span, c.continues) for c in first.cells] == [(2, False), (1, False)]
    assert [(c.span, c.continues) for c in second.cells] == [(1, False), (1, False), (1, True)]


@pytest.mark.parametrize(("span", "expected"), [("300000000", 63), ("-4", 1), ("0", 1), ("två", 1)])
def test_span_is_bounded(span: str, expected: int) -> None:
    assert only(table(row(cell("x", f'<w:gridSpan w:val="{span}"/>')))).rows[0].cells[0].span == expected


def test_header_rows() -> None:
    rows = (
        row(cell("a"), properties="<w:tblHeader/>"),
        row(cell("b"), properties='<w:tblHeader w:val="0"/>'),
        row(cell("c")),
    )
    assert [line.header for line in only(table(*rows)).rows] == [True, False, False]


def test_nested_table_stands_in_its_cell() -> None:
    outer = only(table(row(cell(p("före") + table(row(cell("inre"))) + p("efter")))))
    before, inner, after = outer.rows[0].cells[0].blocks
    assert isinstance(before, Paragraph)
    assert isinstance(inner, Table)
    assert isinstance(after, Paragraph)
    assert [b.content.paragraph for b in paragraphs(outer.rows[0].cells[0].blocks)] == [0, 1, 2]
    assert words(inner) == [["inre"]]


def test_tables_too_deep_are_said_to_be_unread_and_their_paragraphs_count() -> None:
    inside = p("innerst")
    for _ in range(MAX_DEPTH + 5):
        inside = table(row(cell(inside)))
    document = read(docx(p("före") + inside + p("efter")))
    assert document.unread == (Unread("too-deep", Text("document", 1, 0, "")),)
    assert [(b.content.paragraph, b.text) for b in paragraphs(document.body)] == [(0, "före"), (2, "efter")]
    assert document.paragraphs == 3
