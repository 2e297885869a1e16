"""Edits made in small files: which elements change, and what they look like afterwards."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from planlint import word
from planlint.model.document import Reading, paragraphs
from planlint.model.edit import AddRow, Edit, Join, Remove, RemoveRow, Replace, Split
from planlint.model.text import Text
from tests.office.package import unpack
from tests.word.build import cell, docx, p, r, row, styled, table

BOLD = "<w:b/>"


def at(paragraph: int, text: str, start: int = 0, part: str = "document") -> Text:
    return Text(part, paragraph, start, text)


def xml(body: str, *edits: Edit, reading: Reading = "final") -> str:
    """The body's XML after edits, without namespaces and section properties."""
    data = word.apply_edits(docx(body), edits, reading)
    found = unpack(data).document.find("{*}body")
    assert found is not None
    written = "".join(etree.tostring(child, encoding="unicode") for child in found)
    return re.sub(r' (xmlns:\w+="[^"]*"|xml:space="preserve")', "", written).replace("w:", "")


def shown(body: str, *edits: Edit, reading: Reading = "final") -> list[str]:
    """What each paragraph of the body says after edits."""
    data = word.apply_edits(docx(body), edits, reading)
    return [each.text for each in paragraphs(word.read(data, reading).body)]


def test_new_words_look_like_those_they_replace() -> None:
    body = p(r("Mål: ", BOLD) + r("Öka takten") + r(" nu", BOLD))
    assert xml(body, Replace(at(0, "Öka takten", 5), "Minska tempot")) == (
        "<p><r><rPr><b/></rPr><t>Mål: </t></r><r><t>Minska</t><t> </t><t>tempot</t></r>"
        "<r><rPr><b/></rPr><t> nu</t></r></p>"
    )


def test_words_that_stay_keep_their_own_look() -> None:
    body = p(r("Mål: ", BOLD) + r("Öka takten"))
    assert xml(body, Replace(at(0, "Mål: Öka takten"), "Delmål: Öka farten")) == (
        "<p><r><rPr><b/></rPr><t>Delmål</t><t>: </t></r><r><t>Öka </t><t>farten</t></r></p>"
    )


def test_inserted_words_look_like_those_before_and_at_the_beginning_like_those_after() -> None:
    body = p(r("ett", BOLD) + r(" två"))
    assert xml(body, Replace(at(0, "", 3), "!"), Replace(at(0, ""), "noll ")) == (
        "<p><r><rPr><b/></rPr><t>noll </t></r><r><rPr><b/></rPr><t>ett</t><t>!</t></r><r><t> två</t></r></p>"
    )


def test_words_in_an_empty_paragraph_look_like_its_mark() -> None:
    body = p("", "<w:rPr><w:b/></w:rPr>")
    assert xml(body, Replace(at(0, ""), "Nytt")) == (
        "<p><pPr><rPr><b/></rPr></pPr><r><rPr><b/></rPr><t>Nytt</t></r></p>"
    )


def test_tabs_and_line_breaks_are_elements() -> None:
    body = p("<w:r><w:t>ett</w:t><w:tab/><w:t>två</w:t><w:br/><w:t>tre</w:t></w:r>")
    assert xml(body, Replace(at(0, "\ttvå\n", 3), "\n2\t3")) == (
        "<p><r><t>ett</t><br/><t>2</t><tab/><t>3</t><t>tre</t></r></p>"
    )


def test_several_replacements_are_in_the_originals_coordinates_in_any_order() -> None:
    edits = (Replace(at(0, "tre", 8), "3"), Replace(at(0, "ett"), "1"), Replace(at(0, "", 7), " (tvåa)"))
    assert shown(p("ett två tre"), *edits) == ["1 två (tvåa) 3"]


def test_edits_at_one_spot_are_made_in_the_order_given() -> None:
    assert shown(p("AB"), Split(at(0, "", 1)), Replace(at(0, "", 1), "X"), Split(at(0, "", 1))) == ["A", "X", "B"]
    assert shown(p("AB"), Replace(at(0, "", 1), "X"), Split(at(0, "", 1)), Replace(at(0, "", 1), "Y")) == ["AX", "YB"]
    assert shown(p("AB"), Replace(at(0, ""), "X"), Split(at(0, ""))) == ["X", "AB"]
    assert shown(p("AB"), Split(at(0, "", 2)), Replace(at(0, "", 2), "X")) == ["AB", "X"]


HYPERLINK = '<w:hyperlink w:anchor="a">' + r("länk", '<w:rStyle w:val="Link"/>') + "</w:hyperlink>"


def test_a_link_does_not_grow_at_its_ends_and_goes_with_its_words() -> None:
    link = '<hyperlink anchor="a"><r><rPr><rStyle val="Link"/></rPr><t>länk</t></r></hyperlink>'
    assert xml(p(HYPERLINK), Replace(at(0, "", 4), " efter"), Replace(at(0, ""), "före ")) == (
        f"<p><r><rPr/><t>före </t></r>{link}<r><rPr/><t> efter</t></r></p>"
    )
    assert xml(p(r("en ") + HYPERLINK), Replace(at(0, "länk", 3), "")) == "<p><r><t>en </t></r></p>"
    assert xml(p(HYPERLINK), Replace(at(0, "länk"), "väg")) == f"<p>{link.replace('länk', 'väg')}</p>"


def field(instruction: str, inside: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_does_not_grow_and_goes_with_its_words() -> None:
    body = p(r("se ") + field("REF a", r("4.1")))
    written = xml(body, Replace(at(0, "", 6), " och 4.2"))
    assert written.endswith('<t>4.1</t></r><r><fldChar fldCharType="end"/><t> och 4.2</t></r></p>')
    assert xml(body, Replace(at(0, " 4.1", 2), "")) == "<p><r><t>se</t></r></p>"
    nested = p(r("se ") + field("REF a", r("4") + field("REF b", r(".1"))))
    assert xml(nested, Replace(at(0, "4.1", 3), "")) == "<p><r><t>se </t></r></p>"
    assert xml(nested, Replace(at(0, ".1", 4), "")).count("fldChar") == 3 * 2


def test_a_field_whose_instruction_is_a_field_shows_nothing_of_it_when_it_goes() -> None:
    inner = field("PAGE", r("dold"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("ja") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert xml(p(r("x") + begin + inner + rest), Replace(at(0, "ja", 1), "")) == "<p><r><t>x</t></r></p>"


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_a_prompt_that_gets_words_is_filled_in() -> None:
    body = p(control(r("Skriv", '<w:rStyle w:val="Platshllare"/>'), "<w:showingPlcHdr/>"))
    assert xml(body, Replace(at(0, "Skriv"), "Svar")) == (
        "<p><sdt><sdtPr/><sdtContent><r><rPr/><t>Svar</t></r></sdtContent></sdt></p>"
    )
    assert xml(body, Replace(at(0, "", 5), ":")).endswith("</sdtContent></sdt><r><rPr/><t>:</t></r></p>")


def test_a_content_control_that_is_cut_is_set_free_and_one_that_is_emptied_keeps_a_run() -> None:
    assert xml(p(control(r("ett två"))), Split(at(0, "", 3))) == ("<p><r><t>ett</t></r></p><p><r><t> två</t></r></p>")
    assert xml(p(control(r("ett"))), Replace(at(0, "ett"), "")) == (
        "<p><sdt><sdtPr/><sdtContent><r/></sdtContent></sdt></p>"
    )


def test_a_formula_stays_in_one_piece() -> None:
    formula = "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    body = p(r("a ") + formula + r(" b"))
    assert shown(body, Split(at(0, "", 3))) == ["a x+y", " b"]
    assert shown(body, Replace(at(0, "x", 2), "z"), Replace(at(0, "", 5), ":")) == ["a z+y: b"]
    assert xml(body, Replace(at(0, "", 5), ":")).endswith(
        "<m:t>x+y</m:t></m:r></m:oMath><r><t>:</t></r><r><t> b</t></r></p>"
    )


def test_both_halves_of_a_paragraph_look_as_it_did() -> None:
    body = p(
        '<w:hyperlink w:anchor="a">'
        + r("ett två", BOLD)
        + "</w:hyperlink>"
        + '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:pStyle w:val="Rubrik1"/><w:pageBreakBefore/><w:sectPr/>',
    )
    half = '<hyperlink anchor="a"><r><rPr><b/></rPr><t>{}</t></r></hyperlink>'
    assert xml(body, Split(at(0, "", 3))) == (
        f'<p><pPr><pStyle val="Rubrik1"/><pageBreakBefore/></pPr>{half.format("ett")}</p>'
        f'<p><pPr><pStyle val="Rubrik1"/><sectPr/></pPr>{half.format(" två")}<r><footnoteReference id="1"/></r></p>'
    )
    assert xml(body, Split(at(0, "", 7))).endswith(
        '<r><footnoteReference id="1"/></r></p><p><pPr><pStyle val="Rubrik1"/><sectPr/></pPr></p>'
    )


def test_no_two_halves_share_an_id() -> None:
    body = (
        '<w:p w14:paraId="00000001" w14:textId="00000002"><w:ins w:id="7" w:author="Kim Ek">'
        + r("ett två")
        + "</w:ins></w:p>"
    )
    assert xml(body, Split(at(0, "", 3))) == (
        '<p w14:paraId="00000001" w14:textId="00000002"><ins id="7" author="Kim Ek"><r><t>ett</t></r></ins></p>'
        '<p><ins id="8" author="Kim Ek"><r><t> två</t></r></ins></p>'
    )


def test_a_joined_paragraph_looks_like_the_next() -> None:
    body = (
        styled("Rubrik1", "Mål") + '<w:bookmarkStart w:id="1" w:name="b"/>' + styled("Rubrik2", " och mer") + p("sist")
    )
    assert xml(body, Join(at(0, "Mål"))) == (
        '<p><pPr><pStyle val="Rubrik2"/></pPr><r><t>Mål</t></r><bookmarkStart id="1" name="b"/>'
        "<r><t> och mer</t></r></p>"
        "<p><r><t>sist</t></r></p>"
    )


def test_paragraphs_are_joined_with_the_next_that_is_left() -> None:
    body = p("ett") + p("två") + p("tre") + p("fyra")
    edits = (
        Join(at(0, "ett")),
        Remove(at(1, "två")),
        Join(at(2, "tre")),
        Split(at(2, "", 1)),
        Replace(at(3, "fyra"), "4"),
    )
    assert shown(body, *edits) == ["ettt", "re4"]


def test_a_paragraph_before_a_table_and_one_that_ends_a_cell_are_joined_with_none() -> None:
    body = p("ett") + table(row(cell(p("a")), cell(p("b")))) + p("sist")
    assert shown(body, Join(at(0, "ett")), Join(at(1, "a")), Join(at(3, "sist"))) == ["ett", "a", "b", "sist"]


def test_a_cell_keeps_a_paragraph_and_content_controls_do_not_stand_empty() -> None:
    body = (
        table(row(cell(p("a", "<w:keepNext/>")), cell(control(p("b"))), cell(table(row(cell(p("c")))) + p("d"))))
        + control(p("e"))
        + p("f")
    )
    edits = (Remove(at(0, "a")), Remove(at(1, "b")), Remove(at(3, "d")), Remove(at(4, "e")))
    assert shown(body, *edits) == ["", "", "c", "", "f"]
    assert "sdt" not in xml(body, *edits)


def test_a_section_ends_with_the_paragraph_before() -> None:
    section = '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>'
    assert xml(p("ett") + p("två", section), Remove(at(1, "två"))) == (
        '<p><pPr><sectPr><pgSz w="1"/></sectPr></pPr><r><t>ett</t></r></p>'
    )
    assert xml(p("ett", section) + p("två", "<w:keepNext/>" + section), Remove(at(1, "två"))).endswith(
        '<p><pPr><sectPr><pgSz w="1"/></sectPr></pPr></p>'
    )


def test_ends_of_bookmarks_and_fields_and_all_comments_outlive_a_paragraph() -> None:
    begin, _, _ = field("TOC", "|").partition("|")
    body = (
        p('<w:bookmarkStart w:id="1" w:name="inne"/><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="ute"/>'
          '<w:commentRangeStart w:id="0"/>' + r("ett") + '<w:commentRangeEnd w:id="0"/>'
          '<w:r><w:commentReference w:id="0"/></w:r>' + begin)
        + p(r("två") + '<w:bookmarkEnd w:id="2"/><w:r><w:fldChar w:fldCharType="end"/></w:r>', "<w:keepNext/>")
    )  # fmt: skip
    assert xml(body, Remove(at(0, "ett"))) == (
        '<p><pPr><keepNext/></pPr><bookmarkStart id="2" name="ute"/><commentRangeStart id="0"/>'
        '<commentRangeEnd id="0"/><r><commentReference id="0"/></r><r><fldChar fldCharType="begin"/></r>'
        "<r><instrText>TOC</instrText></r>"
        '<r><fldChar fldCharType="separate"/></r><r><t>två</t></r><bookmarkEnd id="2"/>'
        '<r><fldChar fldCharType="end"/></r></p>'
    )
    assert xml(body, Remove(at(0, "ett")), Remove(at(1, "två"))) == (
        '<p><commentRangeStart id="0"/><commentRangeEnd id="0"/><r><commentReference id="0"/></r></p>'
    )


DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="Kim Ek"/></w:rPr>'


def test_all_of_a_joined_paragraph_goes() -> None:
    body = p("ett") + p("två ", DELETED_MARK) + p("tre") + p("fyra")
    assert xml(body, Remove(at(1, "två tre"))) == "<p><r><t>ett</t></r></p><p><r><t>fyra</t></r></p>"
    assert shown(body, Replace(at(1, "å t", 2), "A T"), Split(at(1, "", 6))) == ["ett", "tvA Tr", "e", "fyra"]


def test_words_that_the_reading_does_not_show_stay() -> None:
    body = p(
        r("ett ") + '<w:del w:id="1" w:author="Kim Ek"><w:r><w:delText>gamla</w:delText></w:r></w:del>' + r("slut")
    )
    final = xml(body, Replace(at(0, "slut", 4), "början"))
    assert final.endswith("<delText>gamla</delText></r></del><r><t>början</t></r></p>")
    original = xml(body, Replace(at(0, "gamla", 4), "nya"), reading="original")
    assert original.endswith("<delText>nya</delText></r></del><r><t>slut</t></r></p>")


def test_rows_come_and_go() -> None:
    merged = "<w:vMerge w:val='restart'/>"
    body = table(
        row(cell(p("rubrik")), cell(p("x"))),
        row(cell(p("a"), merged), cell(p("b"))),
        row(cell(p(""), "<w:vMerge/>"), cell(p("c"))),
    )
    new = next(iter(word.read(docx(table(row(cell(p("ny")), cell(p("rad")))))).body)).rows[0]  # type: ignore[union-attr]
    assert shown(body, RemoveRow(at(2, "a")), AddRow(1, new)) == ["rubrik", "x", "ny", "rad", "", "c"]
    assert '<vMerge val="restart"/>' in xml(body, RemoveRow(at(2, "a")))
    only = p("före") + table(row(cell(p("a")))) + p("efter")
    assert xml(only, RemoveRow(at(1, "a"))) == "<p><r><t>före</t></r></p><p><r><t>efter</t></r></p>"
    assert shown(only, RemoveRow(at(1, "a")), AddRow(1, new)) == ["före", "ny", "rad", "efter"]
    assert shown(only, RemoveRow(at(1, "a")), Join(at(0, "före"))) == ["föreefter"]


def test_notes_and_headers_change_in_their_own_parts_and_others_stay() -> None:
    body = (
        p(r("text") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>'
    )
    data = docx(body, header1=p("sidhuvud"), footnotes=f'<w:footnote w:id="1">{p("not")}</w:footnote>')
    made = word.apply_edits(
        data, [Replace(at(0, "sidhuvud", part="header1"), "huvud"), Remove(at(0, "not", part="footnotes"))]
    )
    said = {part.name: [each.text for each in paragraphs(part.blocks)] for part in word.read(made).parts}
    assert said == {"header1": ["huvud"], "footnotes": [""]}
    before, after = unpack(data).entries, unpack(made).entries
    assert {name for name in before if before[name] != after[name]} == {"word/header1.xml", "word/footnotes.xml"}


def test_a_text_box_says_the_same_to_older_programs() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(text)}</w:txbxContent>"

    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box("ruta")}</wps:txbx></w:drawing></mc:Choice>'
    older = f"<mc:Fallback><w:pict><v:textbox>{box('ruta')}</v:textbox></w:pict></mc:Fallback>"
    body = p(f"<w:r><mc:AlternateContent>{choice}{older}</mc:AlternateContent></w:r>" + r("ord"))
    written = xml(body, Replace(at(1, "ruta"), "låda"))
    assert written.count("låda") == 2
    assert "ruta" not in written


@pytest.mark.parametrize(
    "edits",
    [
        (Replace(at(0, "två"), "2"),),
        (Replace(at(0, "", 4), "2"),),
        (Replace(at(9, ""), "2"),),
        (Replace(at(0, "ett"), "1"), Replace(at(0, "t", 1), "T")),
        (Replace(at(0, "ett"), "1"), Split(at(0, "", 1))),
        (Split(at(0, "e")),),
        (Remove(at(0, "et")),),
        (Remove(at(0, "ett")), Remove(at(0, "ett"))),
        (Remove(at(0, "ett")), Replace(at(0, "ett"), "1")),
        (Join(at(0, "ett")), Join(at(0, "ett"))),
        (RemoveRow(at(0, "ett")),),
        (RemoveRow(at(1, "a")), Replace(at(2, "b"), "B")),
        (RemoveRow(at(1, "a")), RemoveRow(at(2, "b"))),
        (Replace(at(0, "ett"), "\x00"),),
    ],
    ids=str,
)
def test_edits_that_do_not_hold_or_contradict_one_another_are_refused(edits: tuple[Edit, ...]) -> None:
    data = docx(p("ett") + table(row(cell(p("a")), cell(p("b")))) + p("sist"))
    with pytest.raises(ValueError, match=r"."):
        word.apply_edits(data, edits)
