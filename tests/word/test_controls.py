"""Content controls: the prompt of one that nobody has filled in is marked as such."""

from __future__ import annotations

import pytest

from planlint.model.document import Mark, paragraphs
from planlint.word import read
from tests.word.build import cell, docx, p, r, row, table

UNFILLED = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"


def control(inside: str, properties: str = UNFILLED) -> str:
    return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "body",
    [
        p(r("Ansvarig: ") + control(r("Skriv ", "<w:b/>") + r("namn")) + r(".")),
        control(p(r("Ansvarig: ")), "") + control(p("Skriv namn")),
        table(row(cell("Ansvarig: "), control(cell("Skriv namn")))),
        table(row(control(control(cell("Skriv namn"), "<w:sdtPr/>")))),
    ],
    ids=["in a line", "around a paragraph", "around a cell", "around another"],
)
def test_the_prompt_of_an_unfilled_control_is_marked(body: str) -> None:
    marked = [
        paragraph.text[mark.start : mark.end]
        for paragraph in paragraphs(read(docx(body)).body)
        for mark in paragraph.marks
        if mark.kind == "placeholder"
    ]
    assert marked == ["Skriv namn"]


def test_a_filled_control_and_what_follows_one_that_is_not_are_not_marked() -> None:
    off = "<w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr>"
    body = p(control(r("Kim Ek"), "<w:sdtPr/>") + control(r(", registrator"), off)) + control(p("?")) + p("efter")
    found = [paragraph.marks for paragraph in paragraphs(read(docx(body)).body)]
    assert found == [(), (Mark(0, 1, "placeholder"),), ()]
