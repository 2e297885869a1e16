"""How much of the text is in which language, as the file states it; and what a table's style sets off."""

from __future__ import annotations

import pytest

from planlint.model.document import Table
from planlint.word import read
from tests.word.build import STYLES, cell, docx, p, r, row, styled, table


def defaults(language: str) -> str:
    return f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'


def language(tag: str) -> str:
    return f'<w:lang w:val="{tag}"/>'


ENGLISH = defaults("en-US") + STYLES
SWEDISH_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Svensk"><w:name w:val="svensk"/><w:rPr><w:lang w:val="sv-SE"/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Ord"><w:name w:val="ord"/><w:rPr><w:lang w:val="sv-SE"/></w:rPr>'
    "</w:style>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("fyra"), {"en-US": 4}),
        (p(r("fyra", language("sv-SE")) + r("one")), {"sv-SE": 4, "en-US": 3}),
        (p(r("fyra", language("x-none"))), {"en-US": 4}),
        (p(r("fyra", '<w:lang w:eastAsia="sv-SE"/>')), {"en-US": 4}),
        (styled("Svensk", r("sex")) + p(r("sju", '<w:rStyle w:val="Ord"/>')), {"sv-SE": 6}),
        (styled("Svensk", r("en", language("en-GB"))), {"en-GB": 2}),
        (p(f"<w:del>{r('bort')}</w:del>" + r("kvar", "<w:b/>")), {"en-US": 4}),
        (table(row(cell(p(r("i cell", language("sv")))))), {"sv": 6}),
        (p(), {}),
    ],
)
def test_characters_by_language(body: str, expected: dict[str, int]) -> None:
    document = read(docx(body, styles=ENGLISH + SWEDISH_STYLES))
    assert (document.languages, document.properties.language) == (expected, "en-US")


def test_text_that_states_no_language() -> None:
    assert read(docx(p("fyra"))).languages == {"": 4}


TABLE_STYLES = (
    '<w:style w:type="table" w:styleId="A"><w:name w:val="a"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    '</w:tblStylePr><w:tblStylePr w:type="firstCol"/></w:style>'
    '<w:style w:type="table" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/><w:tblStylePr w:type="firstCol">'
    "<w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"
)


@pytest.mark.parametrize(
    ("properties", "row_and_column"),
    [
        ('<w:tblStyle w:val="A"/><w:tblLook w:val="04A0"/>', (True, False)),
        ('<w:tblStyle w:val="B"/><w:tblLook w:val="04A0"/>', (True, True)),
        ('<w:tblStyle w:val="B"/><w:tblLook w:val="04A0" w:firstRow="0"/>', (False, True)),
        ('<w:tblStyle w:val="B"/><w:tblLook w:firstColumn="1"/>', (False, True)),
        ('<w:tblStyle w:val="B"/><w:tblLook w:val="0400"/>', (False, False)),
        ('<w:tblStyle w:val="B"/><w:tblLook w:val="oklart"/>', (False, False)),
        ('<w:tblStyle w:val="B"/>', (False, False)),
        ('<w:tblStyle w:val="C"/><w:tblLook w:val="04A0"/>', (False, False)),
        ("", (False, False)),
    ],
)
def test_what_a_tables_style_sets_off(properties: str, row_and_column: tuple[bool, bool]) -> None:
    body = table(row(cell("a")), properties=f"<w:tblPr>{properties}</w:tblPr>")
    (made,) = read(docx(body, styles=STYLES + TABLE_STYLES)).body
    assert isinstance(made, Table)
    assert (made.first_row, made.first_column) == row_and_column


@pytest.mark.parametrize(
    ("shading", "shaded"),
    [("D9E2F3", True), ("auto", False), ("FFFFFF", False), (None, False)],
)
def test_cells_with_a_background(shading: str | None, shaded: bool) -> None:  # noqa: FBT001
    stated = '<w:shd w:val="clear"/>' if shading is None else f'<w:shd w:val="clear" w:fill="{shading}"/>'
    (made,) = read(docx(table(row(cell("a", stated), cell("b"))))).body
    assert isinstance(made, Table)
    assert [one.shaded for one in made.rows[0].cells] == [shaded, False]
