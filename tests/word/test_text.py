"""What stands inside a paragraph: every leaf of text, in order, whatever it is wrapped in."""

from __future__ import annotations

import pytest

from planlint.model.document import Link, Mark, NoteAnchor, Paragraph, Table
from planlint.word import read
from tests.word.build import STYLES, cell, docx, p, r, row, styled, table


def only(body: str, styles: str = STYLES) -> Paragraph:
    """The single paragraph of a body."""
    (block,) = read(docx(body, styles=styles)).body
    assert isinstance(block, Paragraph)
    return block


def texts(body: str) -> list[tuple[int, str]]:
    """Each paragraph's index and text; tables are not expected."""
    blocks = read(docx(body)).body
    return [(block.content.paragraph, block.text) for block in blocks if isinstance(block, Paragraph)]


def alternatives(inside: str) -> str:
    return f"<mc:AlternateContent>{inside}</mc:AlternateContent>"


@pytest.mark.parametrize(
    "inside",
    [
        f"{r('Ett ')}{r('mål')}",
        f"<w:ins w:author='A'>{r('Ett mål')}</w:ins>",
        f"<w:moveTo w:author='A'>{r('Ett mål')}</w:moveTo>",
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{r('Ett mål')}</w:sdtContent></w:sdt>",
        f"<w:smartTag w:element='x'><w:smartTagPr/>{r('Ett ')}<w:smartTag>{r('mål')}</w:smartTag></w:smartTag>",
        f"<w:customXml w:element='x'>{r('Ett mål')}</w:customXml>",
        f"<w:dir w:val='ltr'>{r('Ett ')}</w:dir><w:bdo w:val='ltr'>{r('mål')}</w:bdo>",
        f"<w:hyperlink w:anchor='x'><w:ins w:author='A'>{r('Ett mål')}</w:ins></w:hyperlink>",
        f"<w:fldSimple w:instr=' DOCPROPERTY Title '>{r('Ett mål')}</w:fldSimple>",
        "<w:r><w:t>Ett</w:t><w:t xml:space='preserve'> mål</w:t></w:r>",
        f"<w:proofErr w:type='spellStart'/>{r('Ett ')}<w:proofErr w:type='spellEnd'/><w:unknown/>{r('mål')}",
        "<m:oMathPara><m:oMath><m:r><m:t>Ett mål</m:t></m:r></m:oMath></m:oMathPara>",
        f"<w:r><w:ruby><w:rt>{r('uttal')}</w:rt><w:rubyBase>{r('Ett mål')}</w:rubyBase></w:ruby></w:r>",
        alternatives(f"<mc:Choice Requires='x'>{r('Ett mål')}</mc:Choice><mc:Fallback>{r('Två')}</mc:Fallback>"),
        alternatives(f"<mc:Fallback>{r('Ett mål')}</mc:Fallback>"),
    ],
)
def test_wrapper_is_transparent(inside: str) -> None:
    assert only(p(inside)).text == "Ett mål"


@pytest.mark.parametrize(
    ("leaf", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:ptab w:alignment='right'/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:br w:type='textWrapping'/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:br w:type='page'/>", ""),
        ("<w:br w:type='column'/>", ""),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ("<w:sym w:font='Symbol' w:char='F0B7'/>", "•"),
        ("<w:sym w:font='Wingdings' w:char='F0A7'/>", "▪"),
        ("<w:sym w:font='Wingdings' w:char='F0FC'/>", "✓"),
        ("<w:sym w:font='Calibri' w:char='F041'/>", "A"),
        ("<w:sym w:font='Calibri' w:char='2192'/>", "→"),
        ("<w:sym w:font='Webdings' w:char='F099'/>", "\uf099"),
        ("<w:sym w:font='Symbol' w:char='D800'/>", ""),
        ("<w:sym w:font='Symbol' w:char='FFFFFFFFFF'/>", ""),
        ("<w:sym w:font='Symbol' w:char='mål'/>", ""),
        ("<w:t> x </w:t>", "x"),
        ("<w:t xml:space='preserve'> x </w:t>", " x "),
        ("<w:t xml:space='preserve'>x\n y</w:t>", "x  y"),
        ("<w:t>a\u030a</w:t>", "a\u030a"),
        ("<w:t/>", ""),
        ("<w:footnoteRef/><w:annotationRef/><w:lastRenderedPageBreak/>", ""),
    ],
)
def test_character(leaf: str, text: str) -> None:
    assert only(p(f"<w:r><w:t>a</w:t>{leaf}<w:t>b</w:t></w:r>")).text == f"a{text}b"


def test_style_tabs_are_no_text() -> None:
    assert only(p(r("x"), "<w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs>")).text == "x"


def test_block_content_controls_are_transparent() -> None:
    inner = f"<w:sdt><w:sdtContent>{p('två')}</w:sdtContent></w:sdt>"
    body = f"{p('ett')}<w:sdt><w:sdtPr/><w:sdtContent>{inner}{p('tre')}</w:sdtContent></w:sdt><w:customXml>{p('fyra')}"
    assert texts(f"{body}</w:customXml>") == [(0, "ett"), (1, "två"), (2, "tre"), (3, "fyra")]


def test_several_bodies_are_read() -> None:
    data = docx(p("ett") + "</w:body><w:body>" + p("två"))
    assert [block.text for block in read(data).body if isinstance(block, Paragraph)] == ["ett", "två"]


def test_text_box_stands_where_it_is_anchored_and_fallback_counts() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx><w:txbxContent>{p('i rutan')}{table(row(cell('cell')))}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox><w:txbxContent>{p('i rutan')}{table(row(cell('cell')))}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(docx(p(r("före ") + box + r("efter")) + p("sist")))
    anchor, last = document.body
    assert isinstance(anchor, Paragraph)
    assert isinstance(last, Paragraph)
    assert (anchor.text, anchor.content.paragraph) == ("före efter", 0)
    paragraph, inner = anchor.boxes
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, paragraph.content.paragraph) == ("i rutan", 1)
    assert isinstance(inner, Table)
    # 3 and 4 are the fallback's copies.
    assert (last.text, last.content.paragraph) == ("sist", 5)
    assert document.paragraphs == 6


def test_text_box_of_older_words() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('i rutan')}</w:txbxContent></v:textbox></v:shape>"
    (inside,) = only(p(f"{box}</w:pict></w:r>")).boxes
    assert isinstance(inside, Paragraph)
    assert inside.text == "i rutan"


BEGIN, SEPARATE, END = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end"))


def instruction(text: str) -> str:
    """A field's instruction, torn over two runs as Word does."""
    halves = text[: len(text) // 2], text[len(text) // 2 :]
    return "".join(f"<w:r><w:instrText xml:space='preserve'>{half}</w:instrText></w:r>" for half in halves)


def field(text: str, result: str) -> str:
    """A complex field."""
    return BEGIN + instruction(text) + SEPARATE + result + END


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (" REF _Ref12 \\r \\h ", (Link(3, 10, "reference", "_Ref12"),)),
        (" PAGEREF _Toc1 \\h ", (Link(3, 10, "reference", "_Toc1"),)),
        (' HYPERLINK "https://exempel.se/a?b=c" ', (Link(3, 10, "external", "https://exempel.se/a?b=c"),)),
        (' HYPERLINK "https://exempel.se/" \\l "del" ', (Link(3, 10, "external", "https://exempel.se/#del"),)),
        (' HYPERLINK \\l "kapitel" \\o "Visa" ', (Link(3, 10, "internal", "kapitel"),)),
        (' HYPERLINK "\\\\\\\\server\\\\mapp" ', (Link(3, 10, "external", "\\\\server\\mapp"),)),
        (" REF \\h ", ()),
        (" HYPERLINK ", ()),
        (" PAGE ", ()),
        ("", ()),
    ],
)
def test_field_shows_its_result_and_leads_somewhere(text: str, links: tuple[Link, ...]) -> None:
    paragraph = only(p(r("se ") + field(text, r("kapitel")) + r(" 3")))
    assert (paragraph.text, paragraph.links) == ("se kapitel 3", links)


def test_nested_field_in_an_instruction_does_not_leak() -> None:
    inner = field(" MERGEFIELD Kommun ", r("Storvik"))
    body = p(BEGIN + instruction(" IF ") + inner + instruction(' = "x" ') + SEPARATE + r("visas") + END)
    assert only(body).text == "visas"


def test_nested_field_in_a_result() -> None:
    inner = field(" PAGEREF a ", r("7"))
    paragraph = only(p(field(' HYPERLINK \\l "a" ', r("Mål ") + inner)))
    assert paragraph.text == "Mål 7"
    assert paragraph.links == (Link(0, 5, "internal", "a"), Link(4, 5, "reference", "a"))


def test_link_that_goes_on_in_the_next_paragraph() -> None:
    whole = field(' HYPERLINK \\l "a" ', r("ett") + "</w:p><w:p>" + r("två"))
    first, second = read(docx(p(whole) + p("tre"))).body[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.links, second.links) == ((Link(0, 3, "internal", "a"),), (Link(0, 3, "internal", "a"),))


def test_field_that_never_gets_a_result_does_not_swallow_the_rest() -> None:
    broken = BEGIN + instruction(" REF x ")
    assert texts(p(broken + r("bort")) + p("kvar")) == [(0, ""), (1, "kvar")]


def test_stray_field_ends_are_passed() -> None:
    stray = END + SEPARATE + r("x")
    assert only(p(stray)).text == "x"


@pytest.mark.parametrize(
    ("attributes", "link"),
    [
        ("r:id='rIdA'", Link(0, 1, "external", "https://exempel.se/")),
        ("r:id='rIdA' w:anchor='b'", Link(0, 1, "external", "https://exempel.se/#b")),
        ("w:anchor='b'", Link(0, 1, "internal", "b")),
    ],
)
def test_hyperlink(attributes: str, link: Link) -> None:
    body = p(f"<w:hyperlink {attributes}>{r('x')}</w:hyperlink>")
    (paragraph,) = read(docx(body, links={"rIdA": "https://exempel.se/"})).body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.links == (link,)


def test_hyperlink_without_words_or_target_is_none() -> None:
    assert only(p(f"<w:hyperlink r:id='saknas'>{r('x')}</w:hyperlink><w:hyperlink w:anchor='b'/>")).links == ()


def test_hyperlink_whose_relationship_is_an_anchor() -> None:
    rels = '<Relationship Id="rId9" Type="http://x/hyperlink" Target="#avsnitt"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    body = p(f"<w:hyperlink r:id='rId9'>{r('x')}</w:hyperlink>")
    files = {"word/_rels/document.xml.rels": f'<Relationships xmlns="{namespace}">{rels}</Relationships>'}
    (paragraph,) = read(docx(body, files=files)).body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.links == (Link(0, 1, "internal", "avsnitt"),)


def test_contents_rows_by_style_and_by_field() -> None:
    toc = BEGIN + instruction(' TOC \\o "1-2" \\h ') + SEPARATE
    rows = styled("Innehll1", toc + r("1\tMål\t3")) + p(r("1.1\tUtan stil\t4"))
    body = rows + p(END) + p("Efter förteckningen")
    levels = [block.contents_level for block in read(docx(body)).body if isinstance(block, Paragraph)]
    assert levels == [1, 1, None, None]


def test_contents_that_never_end_stop_at_a_heading() -> None:
    body = p(BEGIN + instruction(" TOC ") + SEPARATE + r("1\tMål\t3")) + styled("Rubrik1", "Mål") + p("Vi vill.")
    levels = [block.contents_level for block in read(docx(body)).body if isinstance(block, Paragraph)]
    assert levels == [1, None, None]


def test_table_of_figures_is_no_contents() -> None:
    assert only(p(field(' TOC \\h \\z \\c "Figur" ', r("Figur 1\t3")))).contents_level is None


BOLD_STYLE = (
    '<w:style w:type="paragraph" w:styleId="F"><w:name w:val="Fet"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:name w:val="Stark"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:name w:val="Dold"/><w:basedOn w:val="C"/><w:rPr><w:vanish/></w:rPr>'
    "</w:style>"
)


@pytest.mark.parametrize(
    ("inside", "marks"),
    [
        (r("abc", "<w:b/>"), (Mark(0, 3, "bold"),)),
        (r("ab", "<w:b/>") + r("c", "<w:b w:val='true'/><w:i/>"), (Mark(0, 3, "bold"), Mark(2, 3, "italic"))),
        (r("a", "<w:b/>") + r("b") + r("c", "<w:b/>"), (Mark(0, 1, "bold"), Mark(2, 3, "bold"))),
        (r("abc", "<w:b w:val='0'/><w:i w:val='false'/>"), ()),
        (r("abc", "<w:caps/>"), (Mark(0, 3, "caps"),)),
        (r("abc", "<w:vanish/>"), (Mark(0, 3, "hidden"),)),
        (r("abc", "<w:highlight w:val='yellow'/>"), (Mark(0, 3, "highlight"),)),
        (r("abc", "<w:highlight w:val='none'/>"), ()),
        (r("abc", "<w:shd w:val='clear' w:fill='FFFF00'/>"), (Mark(0, 3, "highlight"),)),
        (r("abc", "<w:shd w:val='clear' w:fill='D9D9D9'/>"), ()),
        (r("abc", "<w:rStyle w:val='C'/>"), (Mark(0, 3, "bold"),)),
        (r("abc", "<w:rStyle w:val='H'/>"), (Mark(0, 3, "bold"), Mark(0, 3, "hidden"))),
        (r("abc", "<w:rStyle w:val='H'/><w:b w:val='0'/>"), (Mark(0, 3, "hidden"),)),
        (r("abc", "<w:rStyle w:val='saknas'/>"), ()),
        (r("abc", "<w:webHidden/>"), ()),
    ],
)
def test_marks(inside: str, marks: tuple[Mark, ...]) -> None:
    assert only(p(inside), styles=STYLES + BOLD_STYLE).marks == marks


@pytest.mark.parametrize(
    ("inside", "marks"),
    [
        (r("abc"), (Mark(0, 3, "bold"), Mark(0, 3, "caps"))),
        (r("abc", "<w:b w:val='0'/>"), (Mark(0, 3, "caps"),)),
        # A toggle that both styles turn on is off.
        (r("abc", "<w:rStyle w:val='C'/>"), (Mark(0, 3, "caps"),)),
        (r("abc", "<w:rStyle w:val='C'/><w:b/>"), (Mark(0, 3, "bold"), Mark(0, 3, "caps"))),
    ],
)
def test_marks_of_a_paragraph_style(inside: str, marks: tuple[Mark, ...]) -> None:
    assert only(styled("F", inside), styles=STYLES + BOLD_STYLE).marks == marks


def test_bookmarks_in_and_between_paragraphs() -> None:
    between = "<w:bookmarkStart w:id='1' w:name='mellan'/><w:bookmarkEnd w:id='1'/>"
    inside = "<w:bookmarkStart w:id='2' w:name='inne'/>"
    first, second = read(docx(p("ett") + between + p(inside + r("två")))).body
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.bookmarks, second.bookmarks) == ((), ("mellan", "inne"))


def test_notes_hang_where_their_marks_stand() -> None:
    mark = "<w:r><w:footnoteReference w:id='7'/></w:r>"
    end = "<w:r><w:endnoteReference w:id='2'/></w:r>"
    paragraph = only(p(r("ett") + mark + r(" två") + end))
    assert paragraph.text == "ett två"
    assert paragraph.notes == (NoteAnchor(3, "footnotes", "7"), NoteAnchor(7, "endnotes", "2"))
