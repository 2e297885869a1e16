"""What is added to a plan looks like the plan, and its automatic numbers count right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planlint import word
from planlint.model.document import Block, Cell, Mark, Paragraph, Row, Table, paragraphs
from planlint.model.edit import Add, AddRow, Edit, Join, Remove
from planlint.model.text import Text
from tests.office.package import unpack
from tests.word.build import cell, docx, p, r, row, styled, table
from tests.word.test_edits import at, xml

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def new(text: str, *marks: Mark, like: Paragraph | None = None, place: int = 900, **stated: object) -> Paragraph:
    """A paragraph of another file."""
    content = Text("document", place, 0, text)
    return replace(like or Paragraph(Text("", 0, 0, "")), content=content, marks=marks, **stated)  # type: ignore[arg-type]


def bold(text: str) -> Mark:
    return Mark(0, len(text), "bold")


def test_a_paragraph_looks_like_the_nearest_that_reads_alike() -> None:
    body = (
        p(r("Långt borta", "<w:sz w:val='30'/>"), "<w:jc w:val='center'/>")
        + p("Ett")
        + p(r("Märkt", "<w:b/><w:i w:val='0'/>"), "<w:keepNext/><w:pageBreakBefore/><w:sectPr/>")
        + p(r("Nära", "<w:sz w:val='22'/>"), "<w:jc w:val='both'/>")
    )
    added = (new("Ny\trad", style="normal"), new("Rubrik", bold("Rubrik"), style="normal"))
    assert xml(body, Add(3, added)).endswith(
        '<p><pPr><jc val="both"/></pPr><r><rPr><sz val="22"/></rPr><t>Ny</t><tab/><t>rad</t></r></p>'
        '<p><pPr><keepNext/></pPr><r><rPr><b/><i val="0"/></rPr><t>Rubrik</t></r></p>'
    )


def test_words_in_bold_are_so_in_a_paragraph_that_is_not() -> None:
    assert xml(
        p(r("Text", "<w:sz w:val='22'/>")), Add(0, (new("Mål: att", Mark(0, 4, "bold"), style="normal"),))
    ).endswith('<p><r><rPr><b/><sz val="22"/></rPr><t>Mål:</t></r><r><rPr><sz val="22"/></rPr><t> att</t></r></p>')


def test_a_style_that_no_paragraph_has_is_found_by_its_name_and_one_that_is_not_there_by_its_level() -> None:
    body = p("Text") + styled("Rubrik1", "Kapitel")
    assert xml(body, Add(0, (new("Avsnitt", style="heading 2", level=2),))).startswith(
        '<p><r><t>Text</t></r></p><p><pPr><pStyle val="Rubrik2"/></pPr><r><t>Avsnitt</t></r></p>'
    )
    assert xml(body, Add(0, (new("Kapitel 2", style="kapitelrubrik", level=1),))).count('<pStyle val="Rubrik1"/>') == 2
    assert '<p><pPr><outlineLvl val="4"/></pPr><r><t>Djup</t></r></p>' in xml(body, Add(0, (new("Djup", level=5),)))
    assert xml(body, Add(-1, (new("Först"),))).startswith("<p><r><t>Först</t></r></p><p><r><t>Text</t></r></p>")


def test_an_item_of_a_list_is_one_and_an_ordinary_paragraph_is_none() -> None:
    body = p("Text") + p("ett", NUMBERED) + p("två", NUMBERED) + p("Slut")
    data = docx(body, numbering=NUMBERING)
    item = new("nytt", style="normal", number="7", list_level=0)
    made = word.read(word.apply_edits(data, [Add(1, (item, new("Mer", style="normal")))]))
    assert [(each.number, each.text) for each in paragraphs(made.body)] == [
        (None, "Text"), ("1", "ett"), ("2", "nytt"), (None, "Mer"), ("3", "två"), (None, "Slut"),
    ]  # fmt: skip


def test_blocks_follow_the_table_or_the_control_that_the_paragraph_closes_and_come_in_the_order_given() -> None:
    body = (
        table(row(cell(p("a")), cell(p("b")))) + "<w:sdt><w:sdtContent>" + p("c") + "</w:sdtContent></w:sdt>" + p("d")
    )
    edits = [Add(1, (new("1"),)), Add(1, (new("2"),)), Add(0, (new("3"),)), Add(2, (new("4"),))]
    found = word.read(word.apply_edits(docx(body), edits)).body
    assert [each.text for each in found if isinstance(each, Paragraph)] == ["1", "2", "c", "4", "d"]
    assert [each.text for each in paragraphs(found[:1])] == ["a", "3", "b"]
    assert "</sdtContent></sdt><p><r><t>4</t></r></p>" in xml(body, edits[-1])


def test_blocks_come_where_a_paragraph_was_and_after_the_one_that_it_was_joined_with() -> None:
    body = p("ett") + p("två") + p("tre")
    made = word.read(word.apply_edits(docx(body), [Add(0, (new("ny"),)), Remove(at(0, "ett"))])).body
    assert [each.text for each in paragraphs(made)] == ["ny", "två", "tre"]
    made = word.read(word.apply_edits(docx(body), [Add(0, (new("ny"),)), Join(at(0, "ett"))])).body
    assert [each.text for each in paragraphs(made)] == ["etttvå", "ny", "tre"]


def test_what_several_edits_add_at_one_place_stands_in_the_order_of_the_file_that_it_is_from() -> None:
    lead, moved = (new(text, place=place) for text, place in (("Det här flyttas hit:", 94), ("flyttat", 95)))
    made = word.read(word.apply_edits(docx(p("ett") + p("två")), [Add(0, (moved,)), Add(0, (lead,))])).body
    assert [each.text for each in paragraphs(made)] == ["ett", "Det här flyttas hit:", "flyttat", "två"]


def test_new_rows_after_one_row_stand_in_the_order_of_the_file_that_they_are_from() -> None:
    body = table(row(cell(p("a"))) + row(cell(p("d"))))
    rows = [Row((Cell((new(text, place=place),)),)) for text, place in (("c", 8), ("b", 7))]
    made = word.read(word.apply_edits(docx(body), [AddRow(0, each) for each in rows])).body
    assert [each.text for each in paragraphs(made)] == ["a", "b", "c", "d"]


def blocks_of(body: str) -> tuple[Block, ...]:
    return word.read(docx(body)).body


def test_a_table_is_made_like_the_nearest() -> None:
    shaded = '<w:tcW w:w="100" w:type="dxa"/><w:shd w:val="clear" w:fill="C0FFEE"/>'
    frame = (
        '<w:tblPr><w:tblStyle w:val="Plan"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="200"/></w:tblGrid>'
    )
    own = table(
        row(cell(p(r("Mål", "<w:b/>")), shaded), cell(p(r("Vem", "<w:b/>")), shaded), properties="<w:tblHeader/>"),
        row(cell(p("a", "<w:jc w:val='right'/>")), cell(p("b"))),
        properties=frame,
    )
    other = blocks_of(
        table(
            row(cell(p(r("Nytt", "<w:b/>")), shaded), cell(p(r("Och", "<w:b/>")), shaded), properties="<w:tblHeader/>"),
            row(cell(p("1"), '<w:gridSpan w:val="2"/>')),
        )
    )
    assert xml(own + p("Slut"), Add(4, other)).rpartition("<p><r><t>Slut</t></r></p>")[2] == (
        '<tbl><tblPr><tblStyle val="Plan"/></tblPr><tblGrid><gridCol w="100"/><gridCol w="200"/></tblGrid>'
        "<tr><trPr><tblHeader/></trPr>"
        '<tc><tcPr><tcW w="100" type="dxa"/><shd val="clear" fill="C0FFEE"/></tcPr>'
        "<p><r><rPr><b/></rPr><t>Nytt</t></r></p></tc>"
        '<tc><tcPr><tcW w="200" type="dxa"/><shd val="clear" fill="C0FFEE"/></tcPr>'
        "<p><r><rPr><b/></rPr><t>Och</t></r></p></tc></tr>"
        '<tr><tc><tcPr><tcW w="300" type="dxa"/><gridSpan val="2"/></tcPr>'
        '<p><pPr><jc val="right"/></pPr><r><t>1</t></r></p></tc></tr></tbl>'
    )


def test_a_table_in_a_plan_without_any_has_borders_and_columns() -> None:
    written = xml(p("Text"), Add(0, blocks_of(table(row(cell(p("1")), cell(""))))))
    assert written.startswith(
        '<p><r><t>Text</t></r></p><tbl><tblPr><tblW w="0" type="auto"/><tblBorders><top val="single"'
    )
    assert written.endswith(
        '<tblGrid><gridCol w="4535"/><gridCol w="4535"/></tblGrid><tr><tc><tcPr><tcW w="4535" type="dxa"/></tcPr>'
        '<p><r><t>1</t></r></p></tc><tc><tcPr><tcW w="4535" type="dxa"/></tcPr><p/></tc></tr></tbl>'
    )


def test_a_row_is_made_like_the_row_before() -> None:
    body = table(
        row(
            cell(p(r("a", "<w:i/>"), "<w:jc w:val='right'/>"), "<w:vAlign w:val='top'/>"),
            properties="<w:cantSplit/><w:tblHeader/>",
        )
    )
    (other,) = blocks_of(table(row(cell(p(r("ny", "<w:i/>"))))))
    assert isinstance(other, Table)
    new_row = replace(
        other.rows[0],
        cells=tuple(
            replace(each, blocks=(new("ny", Mark(0, 2, "italic"), style="normal"),)) for each in other.rows[0].cells
        ),
    )
    assert xml(body, AddRow(0, new_row)).endswith(
        '<tr><trPr><cantSplit/></trPr><tc><tcPr><vAlign val="top"/></tcPr>'
        '<p><pPr><jc val="right"/></pPr><r><rPr><i/></rPr><t>ny</t></r></p></tc></tr></tbl>'
    )


@pytest.mark.parametrize("name", ["swedish-styles", "tables", "libreoffice"])
def test_an_added_intervention_is_numbered_and_those_after_it_count_on(plans: Path, name: str) -> None:
    data = (plans / f"{name}.docx").read_bytes()
    every = list(paragraphs(word.read(data).body))
    old = next(each for each in every if each.number == "4.4")
    before = every[every.index(old) - 1]
    titles = [each.text for each in every if each.level == 2 and (each.number or "").startswith("4.")]
    made = word.apply_edits(data, [Add(before.content.paragraph, (new("Gemensam e-arkivtjänst", like=old),))])
    found = [(each.number, each.text) for each in paragraphs(word.read(made).body) if each.level == 2]
    wanted = [*titles[:3], "Gemensam e-arkivtjänst", *titles[3:]]
    assert [each for each in found if (each[0] or "").startswith("4.")] == [
        (f"4.{number}", title) for number, title in enumerate(wanted, 1)
    ]
    assert unpack(made).document.xpath("count(//@w14:paraId)", namespaces={"w14": W14}) == unpack(data).document.xpath(
        "count(//@w14:paraId)", namespaces={"w14": W14}
    )


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def test_goals_that_come_and_go_keep_the_letters_in_order(plans: Path) -> None:
    data = (plans / "swedish-styles.docx").read_bytes()
    goals = [each for each in paragraphs(word.read(data).body) if each.number and each.level is None]
    edits: list[Edit] = [Add(goals[1].content.paragraph, (new("Öka takten", like=goals[1]),)), Remove(goals[3].content)]
    found = [
        each for each in paragraphs(word.read(word.apply_edits(data, edits)).body) if each.number and each.level is None
    ]
    assert [each.number for each in found[:6]] == ["1A:", "1B:", "1C:", "1D:", "2A:", "3A:"]
    assert [each.text for each in found[:5]] == [
        goals[0].text, goals[1].text, "Öka takten", goals[2].text, goals[4].text,
    ]  # fmt: skip
