"""Images: what counts as one, where it stands, what describes it; and what else takes the room of text."""

from __future__ import annotations

import pytest

from planlint.model.document import Image, paragraphs
from planlint.word import read
from tests.word.build import cell, docx, p, r, row, table

URI = "http://schemas.openxmlformats.org/drawingml/2006/"
DECORATIVE = '<a:extLst><a:ext uri="x"><adec:decorative val="{}"/></a:ext></a:extLst>'


def picture(described: str = "") -> str:
    return f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="bild.png" {described}/></pic:nvPicPr></pic:pic>'


def drawing(kind: str, inside: str = "", placed: str = "inline", described: str = "", within: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:{placed}><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Bild 1" {described}>{within}'
        f'</wp:docPr><a:graphic><a:graphicData uri="{URI}{kind}">{inside}</a:graphicData></a:graphic></wp:{placed}>'
        "</w:drawing></w:r>"
    )


FACE = "<v:shape><v:imagedata/></v:shape>"


def shape(inside: str = "<v:imagedata/>", stated: str = "") -> str:
    return f"<w:r><w:pict><v:shape {stated}>{inside}</v:shape></w:pict></w:r>"


def embedded(program: str, face: str = FACE) -> str:
    return f'<w:r><w:object>{face}<o:OLEObject ProgID="{program}"/></w:object></w:r>'


def images(body: str) -> list[Image]:
    return [image for paragraph in paragraphs(read(docx(body)).body) for image in paragraph.images]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (drawing("picture"), Image(2, "picture")),
        (drawing("picture", described='descr="En karta."'), Image(2, "picture", "En karta.")),
        (drawing("picture", described='descr=" " title="Karta"'), Image(2, "picture", "Karta")),
        (drawing("picture", within=DECORATIVE.format(1)), Image(2, "picture", decorative=True)),
        (drawing("picture", within=DECORATIVE.format(0)), Image(2, "picture")),
        (drawing("picture", placed="anchor"), Image(2, "picture")),
        (drawing("picture", picture('descr="C:\\bild.png"')), Image(2, "picture")),
        (drawing("chart", described='descr="Andel per år"'), Image(2, "chart", "Andel per år")),
        (drawing("diagram"), Image(2, "smart-art")),
        (drawing("group", f"<pic:x>{picture()}</pic:x>"), Image(2, "picture")),
        (drawing("group", "<pic:x>" + picture() + picture('descr="Å"') + "</pic:x>"), Image(2, "picture", "Å")),
        (shape(), Image(2, "picture")),
        (shape(stated='alt="En karta."'), Image(2, "picture", "En karta.")),
        (shape(f'<v:group alt="Två">{FACE}</v:group>'), Image(2, "picture", "Två")),
        (embedded("Excel.Sheet.12"), Image(2, "object")),
        (f"<w:r><w:object>{FACE}</w:object></w:r>", Image(2, "picture")),
    ],
)  # fmt: skip
def test_an_image_and_its_description(inside: str, expected: Image) -> None:
    assert images(p(r("ab") + inside + r("c"))) == [expected]


@pytest.mark.parametrize(
    "inside",
    [
        drawing("wordprocessingShape"),
        drawing("group", "<a:blip/>"),
        drawing("picture", described='hidden="1"'),
        shape("<v:textbox/>"),
        shape(stated='o:hr="t"'),
        embedded("Equation.3"),
        f"<w:r><w:object>{FACE}<w:control/></w:object></w:r>",
        f"<w:del>{drawing('picture')}</w:del>",
    ],
)
def test_shapes_lines_formulas_buttons_and_what_is_gone_are_no_images(inside: str) -> None:
    assert images(p(r("ab") + inside)) == []


def test_the_newer_form_of_an_image_counts_and_not_the_older_one_too() -> None:
    both = f"<mc:Choice>{drawing('picture')}</mc:Choice><mc:Fallback>{shape()}</mc:Fallback>"
    assert images(p(f"<mc:AlternateContent>{both}</mc:AlternateContent>")) == [Image(0, "picture")]


def test_images_in_cells_boxes_and_paragraphs_that_are_joined() -> None:
    box = shape(f"<v:textbox><w:txbxContent>{p(drawing('chart'))}</w:txbxContent></v:textbox>")
    gone = "<w:rPr><w:del/></w:rPr>"
    body = table(row(cell(p(drawing("diagram"))))) + p(box) + p(drawing("picture"), gone) + p("efter")
    found = [(one.text, one.images) for one in paragraphs(read(docx(body)).body) if one.images]
    assert found == [("", (Image(0, "smart-art"),)), ("", (Image(0, "chart"),)), ("efter", (Image(0, "picture"),))]


def test_an_image_whose_paragraph_mark_is_gone_is_kept_where_nothing_follows() -> None:
    assert images(table(row(cell(p(drawing("picture"), "<w:rPr><w:del/></w:rPr>"))))) == [Image(0, "picture")]


BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


@pytest.mark.parametrize(
    ("paragraph", "used"),
    [
        (p(), False),
        (p(r("")), False),
        (p("<w:bookmarkStart w:id='0' w:name='_GoBack'/><w:bookmarkEnd w:id='0'/>"), False),
        (p("<w:r><w:lastRenderedPageBreak/></w:r>"), False),
        (p("<w:r><w:br/></w:r>"), False),
        (p(r("ord")), False),
        (p('<w:r><w:br w:type="page"/></w:r>'), True),
        (p('<w:del><w:r><w:br w:type="page"/></w:r></w:del>'), False),
        (p(drawing("picture")), True),
        (p(drawing("wordprocessingShape", "<a:x/>")), True),
        (p(BEGIN), True),
        (p('<w:fldSimple w:instr="TOC"/>'), True),
        (p("", "<w:sectPr/>"), True),
        (p("", "<w:pageBreakBefore/>"), True),
        (p("", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'), True),
    ],
)
def test_what_a_paragraph_is_used_for_beside_text(paragraph: str, used: bool) -> None:  # noqa: FBT001
    first, after = paragraphs(read(docx(paragraph + p("efter"))).body)
    assert (first.used, after.used) == (used, False)
