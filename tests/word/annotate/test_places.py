"""Where the marks stand: exact XML for each construction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planlint import word
from planlint.model.document import Reading
from planlint.model.text import Struck, Text
from tests.word.annotate.margin import annotate, canonical, entry, find, inside, marks, note
from tests.word.build import cell, docx, p, r, row, table

S = '<w:commentRangeStart w:id="{}"/>'
E = '<w:commentRangeEnd w:id="{}"/>'
R = '<w:r><w:commentReference w:id="{}"/></w:r>'
BY = 'w:author="Kim" w:date="2026-01-02T03:04:05Z"'
EMPTY = docx()


def marked(words: str, number: int = 0) -> str:
    """Words with the marks around them; `[` and `]` stand for the marks, `^` for the reference."""
    shown = words.replace("[", S.format(number)).replace("]", E.format(number))
    return shown.replace("^", R.format(number))


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def tracked(kind: str, inner: str, number: int = 7) -> str:
    return f'<w:{kind} w:id="{number}" {BY}>{inner}</w:{kind}>'


def link(inner: str) -> str:
    return f'<w:hyperlink w:anchor="x">{inner}</w:hyperlink>'


EXACT = {
    "a whole run": (p(r("göra")), p("[" + r("göra") + "]^")),
    "the beginning of a run": (p(r("göra mer")), p("[" + r("göra") + "]^" + r(" mer"))),
    "the middle of a run": (p(r("att göra mer")), p(r("att ") + "[" + r("göra") + "]^" + r(" mer"))),
    "with formatting": (
        p(r("att göra mer", "<w:b/><w:i/>")),
        p(r("att ", "<w:b/><w:i/>") + "[" + r("göra", "<w:b/><w:i/>") + "]^" + r(" mer", "<w:b/><w:i/>")),
    ),
    "over torn runs": (
        p(r("att g") + r("ö", "<w:b/>") + r("ra mer")),
        p(r("att ") + "[" + r("g") + r("ö", "<w:b/>") + r("ra") + "]^" + r(" mer")),
    ),
    "a text that does not keep its spaces": (
        p("<w:r><w:t> att göra </w:t></w:r>"),
        p(r("att ") + "[" + r("göra") + "]^"),
    ),
    "after a page break that was": (
        p('<w:r w:rsidR="00AA"><w:lastRenderedPageBreak/><w:t>göra</w:t></w:r>'),
        p('[<w:r w:rsidR="00AA"><w:lastRenderedPageBreak/><w:t>göra</w:t></w:r>]^'),
    ),
    "beside a tab": (
        p('<w:r w:rsidR="00AA"><w:rPr><w:b/></w:rPr><w:t>att</w:t><w:tab/><w:t>göra</w:t><w:br/></w:r>'),
        p(
            '<w:r w:rsidR="00AA"><w:rPr><w:b/></w:rPr><w:t>att</w:t><w:tab/></w:r>['
            '<w:r w:rsidR="00AA"><w:rPr><w:b/></w:rPr><w:t>göra</w:t></w:r>]^'
            '<w:r w:rsidR="00AA"><w:rPr><w:b/></w:rPr><w:br/></w:r>'
        ),
    ),
    "in a link": (
        p(r("se ") + link(r("att göra mer"))),
        p(r("se ") + link(r("att ") + "[" + r("göra") + "]" + r(" mer")) + "^"),
    ),
    "a whole link": (p(r("se ") + link(r("göra"))), p(r("se ") + "[" + link(r("göra")) + "]^")),
    "into a link": (
        p(r("att gö") + link(r("ra mer"))),
        p(r("att ") + "[" + r("gö") + link(r("ra") + "]" + r(" mer")) + "^"),
    ),
    "in a content control": (
        p(control(r("att göra mer")) + r(".")),
        p(control(r("att ") + "[" + r("göra") + "]" + r(" mer")) + "^" + r(".")),
    ),
    "in nested content controls": (
        p(control(r("att ") + control(r("göra mer")))),
        p(control(r("att ") + "[" + control(r("göra") + "]" + r(" mer"))) + "^"),
    ),
    "in an insertion": (
        p(r("att ") + tracked("ins", r("göra mer"))),
        p(r("att ") + tracked("ins", "[" + r("göra") + "]" + r(" mer")) + "^"),
    ),
    "moved here": (p(tracked("moveTo", r("göra"))), p(tracked("moveTo", "[" + r("göra") + "]") + "^")),
    "around a deletion": (
        p(r("gö") + tracked("del", "<w:r><w:delText>bort</w:delText></w:r>") + r("ra")),
        p("[" + r("gö") + tracked("del", "<w:r><w:delText>bort</w:delText></w:r>") + r("ra") + "]^"),
    ),
    "in a right-to-left stretch": (
        p('<w:dir w:val="rtl">' + r("att göra") + "</w:dir>"),
        p('<w:dir w:val="rtl">' + r("att ") + "[" + r("göra") + "</w:dir>]^"),
    ),
    "in a link made by a field": (
        p(field('HYPERLINK "x"', r("att göra mer")) + r(".")),
        p(field('HYPERLINK "x"', r("att ") + "[" + r("göra") + "]" + r(" mer")) + "^" + r(".")),
    ),
    "a whole field": (
        p(r("se ") + field("REF x", r("göra")) + r(".")),
        p(r("se ") + "[" + field("REF x", r("göra")) + "]^" + r(".")),
    ),
    "beside a field": (
        p(r("att göra ") + field("REF x", r("mer"))),
        p(r("att ") + "[" + r("göra") + "]^" + r(" ") + field("REF x", r("mer"))),
    ),
    "in a cell": (
        table(row(cell(p(r("att göra"))), cell("b"))),
        table(row(cell(p(r("att ") + "[" + r("göra") + "]^")), cell("b"))),
    ),
    "over a paragraph mark that is deleted": (
        p(r("att gö"), f"<w:rPr>{tracked('del', '')}</w:rPr>") + p(r("ra mer")),
        p(r("att ") + "[" + r("gö"), f"<w:rPr>{tracked('del', '')}</w:rPr>") + p(r("ra") + "]^" + r(" mer")),
    ),
    "in a paragraph after the first of a content control": (
        control(p("Först") + p(r("att göra"))),
        control(p("Först") + p(r("att ") + "[" + r("göra") + "]^")),
    ),
    "in the first paragraph of a content control, the reference in the next": (
        control(p(r("att göra"))) + p(r("efter"), "<w:keepNext/>"),
        control(p(r("att ") + "[" + r("göra") + "]")) + p("^" + r("efter"), "<w:keepNext/>"),
    ),
    "in a content control at the very end, the reference in the last paragraph before": (
        p(r("före")) + control(p(r("att göra"))),
        p(r("före") + "^") + control(p(r("att ") + "[" + r("göra") + "]")),
    ),
    "in a content control at the very end, an empty paragraph before": (
        "<w:p/>" + control(p(r("att göra"))),
        "<w:p>^</w:p>" + control(p(r("att ") + "[" + r("göra") + "]")),
    ),
    "in a cell in a content control, the reference in the next cell": (
        table("<w:tr>" + control(cell(p(r("att göra")))) + cell(p(r("efter"))) + "</w:tr>"),
        table("<w:tr>" + control(cell(p(r("att ") + "[" + r("göra") + "]"))) + cell(p("^" + r("efter"))) + "</w:tr>"),
    ),
    "in a row in a content control": (
        table(control(row(cell(p(r("att göra")))))),
        table(control(row(cell(p(r("att ") + "[" + r("göra") + "]^"))))),
    ),
    "in the last of several content controls, where nothing comes after": (
        control(p(r("ett"))) + control(p(r("att göra"))),
        control(p(r("ett"))) + control(p(r("att ") + "[" + r("göra") + "]^")),
    ),
    "in the first of several content controls": (
        control(p(r("att göra"))) + control(p(r("ett"))) + p(r("två")),
        control(p(r("att ") + "[" + r("göra") + "]")) + control(p(r("ett"))) + p("^" + r("två")),
    ),
    "in a contents page's control": (
        control(p(r("att göra")), "<w:docPartObj/>") + p("efter"),
        control(p(r("att ") + "[" + r("göra") + "]^"), "<w:docPartObj/>") + p("efter"),
    ),
    "in a table of contents, the reference after it": (
        p(field("TOC", r("att göra")).replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""))
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        p(field("TOC", r("att ") + "[" + r("göra") + "]").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""))
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>^'),
    ),
}  # fmt: skip
"""The body, in which ”göra” is commented, and the body with the marks."""


@pytest.mark.parametrize("case", EXACT)
def test_on_the_very_words(case: str) -> None:
    body, expected = EXACT[case]
    data = docx(body)
    made = annotate(data, note(1, find(data, "göra")))
    number = int(marks(made)[0].id)
    assert inside(made) == canonical(marked(expected, number))
    assert marks(made)[0].words == "göra"
    assert word.read(made) == word.read(data)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Text("document", 0, 0, "Se bilaga 7"), "[" + r("Se bilaga 7") + "]^"),
        (Struck("document", 0, 11, "6"), "[" + r("6").replace("w:t", "w:delText") + "]^"),
        (Text("document", 0, 12, "7 XX"), None),
        (Text("document", 0, 99, "borta"), None),
    ],
)
def test_a_place_in_the_final_reading_is_found_in_the_original_one(place: Text, expected: str | None) -> None:
    """What is found about the file has its place in the final reading, whichever was checked."""
    added, gone, last = r("Se bilaga 7"), r("6").replace("w:t", "w:delText"), r(".7 XX")
    data = docx(p(tracked("ins", added) + tracked("del", gone, 8) + last))
    made = annotate(data, replace(note(1, place), final=True), reading="original")
    body = p(tracked("ins", added) + tracked("del", gone, 8) + "[" + last + "]^")
    if expected and isinstance(place, Struck):
        body = p(tracked("ins", added) + tracked("del", expected.removesuffix("^"), 8) + "^" + last)
    elif expected:
        body = p(tracked("ins", expected.removesuffix("^")) + "^" + tracked("del", gone, 8) + last)
    elif place.start > 20:
        body = p(tracked("ins", added) + tracked("del", "[" + gone, 8) + last + "]^")
    assert inside(made) == canonical(marked(body, int(marks(made)[0].id)))
    for reading in ("final", "original"):
        assert word.read(made, reading) == word.read(data, reading)


WIDER = {
    "a smart tag": (
        p(r("i ") + '<w:smartTag w:uri="u" w:element="e">' + r("att göra mer") + "</w:smartTag>"),
        p(r("i ") + '[<w:smartTag w:uri="u" w:element="e">' + r("att göra mer") + "</w:smartTag>]^"),
        "att göra mer",
    ),
    "custom XML": (
        p('<w:customXml w:uri="u" w:element="e">' + r("att göra") + "</w:customXml>"),
        p('[<w:customXml w:uri="u" w:element="e">' + r("att göra") + "</w:customXml>]^"),
        "att göra",
    ),
    "a simple field": (
        p('<w:fldSimple w:instr="TITLE">' + r("att göra") + "</w:fldSimple>"),
        p('[<w:fldSimple w:instr="TITLE">' + r("att göra") + "</w:fldSimple>]^"),
        "att göra",
    ),
    "a field": (p(field("REF x", r("att göra"))), p("[" + field("REF x", r("att göra")) + "]^"), "att göra"),
    "into a field": (
        p(r("att gö") + field("REF x", r("ra mer")) + r(".")),
        p(r("att ") + "[" + r("gö") + field("REF x", r("ra mer")) + "]^" + r(".")),
        "göra mer",
    ),
    "out of a field": (
        p(field("REF x", r("att gö")) + r("ra mer")),
        p("[" + field("REF x", r("att gö")) + r("ra") + "]^" + r(" mer")),
        "att göra",
    ),
    "a field in a link made by a field": (
        p(field('HYPERLINK "x"', r("att gö") + field("REF x", r("ra mer")))),
        p(field('HYPERLINK "x"', r("att ") + "[" + r("gö") + field("REF x", r("ra mer")) + "]") + "^"),
        "göra mer",
    ),
    "a list to choose from": (
        p(r("i ") + control(r("att göra"), "<w:dropDownList/>")),
        p(r("i ") + "[" + control(r("att göra"), "<w:dropDownList/>") + "]^"),
        "att göra",
    ),
    "a control that is bound to data": (
        p(control(r("att göra"), '<w:dataBinding w:xpath="x" w:storeItemID="y"/>')),
        p("[" + control(r("att göra"), '<w:dataBinding w:xpath="x" w:storeItemID="y"/>') + "]^"),
        "att göra",
    ),
    "a control that nobody has filled in": (
        p(control(r("att göra"), "<w:showingPlcHdr/>")),
        p("[" + control(r("att göra"), "<w:showingPlcHdr/>") + "]^"),
        "att göra",
    ),
    "a formula": (
        p(r("x ") + "<m:oMath><m:r><m:t>att göra</m:t></m:r></m:oMath>"),
        p(r("x ") + "[<m:oMath><m:r><m:t>att göra</m:t></m:r></m:oMath>]^"),
        "att göra",
    ),
    "words with their pronunciation": (
        p("<w:r><w:t>x</w:t><w:ruby><w:rt/><w:rubyBase><w:r><w:t>att göra</w:t></w:r></w:rubyBase></w:ruby></w:r>"),
        p(
            "<w:r><w:t>x</w:t></w:r>[<w:r><w:ruby><w:rt/><w:rubyBase><w:r><w:t>att göra</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>]^"
        ),
        "att göra",
    ),
}  # fmt: skip
"""What stands whole: the body, the body with the marks, and the words between them."""


@pytest.mark.parametrize("case", WIDER)
def test_on_what_stands_whole(case: str) -> None:
    body, expected, words = WIDER[case]
    data = docx(body)
    made = annotate(data, note(1, find(data, "göra")))
    number = int(marks(made)[0].id)
    assert inside(made) == canonical(marked(expected, number))
    assert marks(made)[0].words == words
    assert word.read(made) == word.read(data)


def box(*paragraphs: str) -> str:
    drawn = f"<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{''.join(paragraphs)}"
    drawn += "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    shape = f"<w:pict><v:shape><v:textbox><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{shape}</w:pict></mc:Fallback></mc:AlternateContent>"
    )


def test_a_text_box_is_marked_by_what_holds_it() -> None:
    inner = box(p("i rutan"), p("att göra"))
    data = docx(p(f"<w:r><w:t>före</w:t>{inner}<w:t>efter</w:t></w:r>"))
    made = annotate(data, note(1, find(data, "göra")))
    held = f"<w:r><w:t>före</w:t></w:r>[<w:r>{inner}</w:r>]^<w:r><w:t>efter</w:t></w:r>"
    assert inside(made) == canonical(marked(p(held)))
    assert word.read(made) == word.read(data)


def test_a_text_box_in_a_text_box_too() -> None:
    inner = box(p(f"<w:r>{box(p('att göra'))}</w:r>"))
    data = docx(p(f"<w:r>{inner}</w:r>"))
    made = annotate(data, note(1, find(data, "göra")))
    assert inside(made) == canonical(marked(p(f"[<w:r>{inner}</w:r>]^")))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_marked_by_its_mark(kind: str) -> None:
    mark = f'<w:r><w:rPr><w:b/></w:rPr><w:{kind}Reference w:id="2"/></w:r>'
    text = f'<w:{kind} w:id="1">{p("Annan not")}</w:{kind}><w:{kind} w:id="2">{p("x")}{p("Något att göra")}</w:{kind}>'
    inner = p(r("Text") + mark.replace('"2"', '"1"') + r(" mer") + mark + r("."))
    data = docx(inner, footnotes=text) if kind == "footnote" else docx(inner, endnotes=text)
    made = annotate(data, note(1, find(data, "göra")))
    body = p(r("Text") + mark.replace('"2"', '"1"') + r(" mer") + "[" + mark + "]^" + r("."))
    assert inside(made) == canonical(marked(body, 3))
    assert entry(made, f"word/{kind}s.xml") == entry(data, f"word/{kind}s.xml")
    assert word.read(made) == word.read(data)


def test_a_header_is_marked_at_the_first_words() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/></w:sectPr>'
    data = docx(p() + p(r(" ")) + p("Handlingsplan") + section, header1=p("att göra"))
    made = annotate(data, note(1, find(data, "göra")))
    assert inside(made) == canonical(marked(p() + p(r(" ")) + p("[" + r("Handlingsplan") + "]^") + section))


def test_a_place_without_words_is_its_paragraph_s_words() -> None:
    data = docx(p("före") + p(r("att ") + r("göra")))
    made = annotate(data, note(1, Text("document", 1, 3, "")))
    assert inside(made) == canonical(marked(p("före") + p("[" + r("att ") + r("göra") + "]^")))


@pytest.mark.parametrize(
    "place", [Text("document", 1, 0, ""), Text("document", 1, 3, "göra"), Struck("document", 1, 0, "")]
)
def test_a_paragraph_without_words_is_marked_itself(place: Text) -> None:
    data = docx(p("före") + p("", "<w:keepNext/>") + p("efter"))
    made = annotate(data, note(1, place))
    assert inside(made) == canonical(p("före") + p(marked("[]^"), "<w:keepNext/>") + p("efter"))
    assert word.read(made) == word.read(data)


def test_a_paragraph_that_is_empty_through_and_through() -> None:
    data = docx("<w:p/>" + p("efter"))
    made = annotate(data, note(1, Text("document", 0, 0, "")), note(2, Text("document", 0, 0, "")))
    assert inside(made) == canonical(p(marked("[]^") + marked("[]^", 1)) + p("efter"))


def test_words_that_are_deleted() -> None:
    bort = '<w:r><w:delText xml:space="preserve">{} </w:delText></w:r>'
    one, two = tracked("del", bort.format("ett"), 5), tracked("del", bort.format("två"), 6).replace("Kim", "Bo")
    data = docx(p(r("att ") + one + two + r("göra")))
    made = annotate(data, note(1, Struck("document", 0, 4, "två ")))
    marked_two = two.replace("<w:r>", marked("[", 7) + "<w:r>").replace("</w:r>", "</w:r>" + marked("]", 7))
    assert inside(made) == canonical(p(r("att ") + one + marked_two + marked("^", 7) + r("göra")))
    assert word.read(made) == word.read(data)


def test_words_that_the_original_has() -> None:
    body = p(r("att ") + tracked("del", "<w:r><w:delText>göra mer</w:delText></w:r>") + tracked("ins", r("låta"), 8))
    data = docx(body)
    made = annotate(data, note(1, find(data, "göra", "original")), reading="original")
    cut = '[<w:r><w:delText xml:space="preserve">göra</w:delText></w:r>]<w:r><w:delText xml:space="preserve"> mer'
    expected = tracked("del", f"{cut}</w:delText></w:r>")
    assert inside(made) == canonical(marked(p(r("att ") + expected + "^" + tracked("ins", r("låta"), 8)), 9))
    assert [word.read(made, each) == word.read(data, each) for each in READINGS] == [True, True]


READINGS: tuple[Reading, Reading] = ("final", "original")


def test_several_at_one_place_stand_in_order() -> None:
    data = docx(p(r("att göra mer")))
    whole, some = find(data, "att göra mer"), find(data, "göra")
    made = annotate(data, note(1, whole), note(2, some), note(3, some), note(4, find(data, "mer")))
    first = S.format(0) + r("att ") + S.format(1) + S.format(2) + r("göra")
    ends = E.format(1) + R.format(1) + E.format(2) + R.format(2) + r(" ") + S.format(3) + r("mer")
    assert inside(made) == canonical(p(first + ends + E.format(0) + R.format(0) + E.format(3) + R.format(3)))


def test_a_tracked_change_of_formatting_is_not_named_twice() -> None:
    changed = f"<w:b/><w:rPrChange w:id='{{}}' {BY}><w:rPr/></w:rPrChange>"
    data = docx(p(r("att göra mer", changed.format(4))))
    made = annotate(data, note(1, find(data, "göra")))
    body = r("att ", changed.format(4)) + "[" + r("göra", changed.format(6)) + "]^" + r(" mer", changed.format(7))
    assert inside(made) == canonical(marked(p(body), 5))
    assert word.read(made) == word.read(data)


def test_a_run_with_enormous_properties_is_not_doubled() -> None:
    heavy = f'<w:rFonts w:ascii="{"x" * 20_000}"/>'
    data = docx(p(r("att göra mer", heavy)))
    made = annotate(data, *(note(number, find(data, "göra")) for number in range(9)))
    assert {each.words for each in marks(made)} == {"att göra mer"}
    assert len(entry(made, "word/document.xml")) < 30_000


def test_a_body_without_paragraphs_takes_no_comments() -> None:
    made = annotate(EMPTY, note(1, Text("document", 0, 0, "")))
    assert marks(made) == []
    assert word.is_annotated(made)
