"""Tracked changes: what each reading shows, and where each change stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from planlint.model.document import Paragraph, Reading, Revision, Table
from planlint.model.document import paragraphs as every_paragraph
from planlint.model.text import Text
from planlint.word import read
from tests.word.build import cell, docx, p, r, row, styled, table

WHO = 'w:author="Kim Ek" w:date="2020-01-11T16:00:00Z"'


def ins(inside: str) -> str:
    return f"<w:ins w:id='1' {WHO}>{inside}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del w:id='2' {WHO}><w:r><w:delText xml:space='preserve'>{text}</w:delText></w:r></w:del>"


def mark(change: str) -> str:
    """Properties of a paragraph whose mark carries the change."""
    return f"<w:rPr><w:{change} w:id='3' {WHO}/></w:rPr>"


def lines(data: bytes, reading: Reading) -> list[tuple[int, str]]:
    """Index and text of every paragraph."""
    return [(block.content.paragraph, block.text) for block in every_paragraph(read(data, reading).body)]


def revision(kind: str, paragraph: int, start: int, text: str) -> Revision:
    return Revision(kind, "Kim Ek", "2020-01-11T16:00:00Z", Text("document", paragraph, start, text))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inside", "final", "original"),
    [
        (r("a ") + ins(r("nytt ")) + r("b"), "a nytt b", "a b"),
        (r("a ") + gone("gammalt ") + r("b"), "a b", "a gammalt b"),
        (ins(gone("kort liv")) + r("b"), "b", "b"),
        (f"<w:moveFrom {WHO}>{r('flyttat')}</w:moveFrom>" + r("b"), "b", "flyttatb"),
        (f"<w:moveTo {WHO}>{r('flyttat')}</w:moveTo>" + r("b"), "flyttatb", "b"),
        (f"<w:del {WHO}><w:r><w:tab/><w:noBreakHyphen/></w:r></w:del>" + r("b"), "b", "\t\u2011b"),
    ],
)
def test_words_of_both_readings(inside: str, final: str, original: str) -> None:
    data = docx(p(inside))
    assert (lines(data, "final"), lines(data, "original")) == ([(0, final)], [(0, original)])


def test_deleted_mark_joins_with_the_next_paragraph_whose_properties_hold() -> None:
    data = docx(styled("Rubrik1", r("Mål")).replace("</w:pPr>", f"{mark('del')}</w:pPr>") + p(" för alla") + p("slut"))
    final = [block for block in read(data).body if isinstance(block, Paragraph)]
    assert [(block.content.paragraph, block.text, block.level) for block in final] == [
        (0, "Mål för alla", None),
        (2, "slut", None),
    ]
    original = [block for block in read(data, "original").body if isinstance(block, Paragraph)]
    assert [(block.text, block.level) for block in original] == [("Mål", 1), (" för alla", None), ("slut", None)]


def test_inserted_mark_joins_in_the_original() -> None:
    data = docx(p(r("ett "), mark("ins")) + p(r("två"), "") + p("tre"))
    assert lines(data, "final") == [(0, "ett "), (1, "två"), (2, "tre")]
    assert lines(data, "original") == [(0, "ett två"), (2, "tre")]


def test_wholly_deleted_paragraph_is_gone_and_the_next_keeps_its_place() -> None:
    data = docx(p("ett") + p(gone("bort"), mark("del")) + p(gone("också bort"), mark("moveFrom")) + p("kvar"))
    assert lines(data, "final") == [(0, "ett"), (3, "kvar")]
    assert lines(data, "original") == [(0, "ett"), (1, "bort"), (2, "också bort"), (3, "kvar")]


def test_deleted_mark_before_a_table_joins_nothing() -> None:
    data = docx(p(r("före"), mark("del")) + table(row(cell("cell"))) + p(gone("x"), mark("del")))
    assert lines(data, "final") == [(0, "före"), (1, "cell")]


def test_deleted_row_and_inserted_row() -> None:
    rows = (
        row(cell("kvar"))
        + row(cell("bort"), properties=f"<w:del {WHO}/>")
        + row(cell("ny"), properties=f"<w:ins {WHO}/>")
    )
    data = docx(table(rows) + p("efter"))
    assert lines(data, "final") == [(0, "kvar"), (2, "ny"), (3, "efter")]
    assert lines(data, "original") == [(0, "kvar"), (1, "bort"), (3, "efter")]
    assert read(data).revisions == (revision("deletion", 1, 0, "bort"), revision("insertion", 2, 0, "ny"))


def test_table_whose_rows_are_all_deleted_is_gone() -> None:
    data = docx(table(row(cell("bort"), properties=f"<w:del {WHO}/>")) + p("efter"))
    assert [type(block) for block in read(data).body] == [Paragraph]
    assert [type(block) for block in read(data, "original").body] == [Table, Paragraph]


def test_deleted_and_inserted_cells() -> None:
    cells = cell("a") + cell("b", f"<w:cellDel {WHO}/>") + cell("c", f"<w:cellIns {WHO}/>")
    data = docx(table(row(cells)))
    assert lines(data, "final") == [(0, "a"), (2, "c")]
    assert lines(data, "original") == [(0, "a"), (1, "b")]


def test_formatting_before_the_change_holds_in_the_original() -> None:
    properties = (
        '<w:pStyle w:val="Rubrik2"/>'
        f'<w:pPrChange w:id="4" {WHO}><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange>'
    )
    run = r("Mål", f'<w:b/><w:rPrChange w:id="5" {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange>')
    data = docx(p(run, properties))
    (final,) = read(data).body
    (original,) = read(data, "original").body
    assert isinstance(final, Paragraph)
    assert isinstance(original, Paragraph)
    assert (final.level, [m.kind for m in final.marks]) == (2, ["bold"])
    assert (original.level, [m.kind for m in original.marks]) == (1, ["italic"])
    assert read(data).revisions == (revision("formatting", 0, 0, "Mål"), revision("formatting", 0, 0, "Mål"))


def test_numbering_that_was_inserted_is_not_in_the_original() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>'
    data = docx(p(r("x"), listed), numbering=numbering)
    numbers = [block.number for reading in ("final", "original") for block in every_paragraph(read(data, reading).body)]
    assert numbers == ["1", None]


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (
            "final",
            (
                revision("insertion", 0, 2, "nytt och fint"),
                revision("deletion", 0, 16, "gammalt"),
                revision("move-from", 1, 0, "hit"),
                revision("move-to", 1, 0, "dit"),
                revision("deletion", 2, 0, "bort"),
                revision("insertion", 3, 3, ""),
            ),
        ),
        (
            "original",
            (
                revision("insertion", 0, 2, "nytt och fint"),
                revision("deletion", 0, 3, "gammalt"),
                revision("move-from", 1, 0, "hit"),
                revision("move-to", 1, 3, "dit"),
                revision("deletion", 2, 0, "bort"),
                revision("insertion", 3, 3, ""),
            ),
        ),
    ],
)
def test_places_of_changes(reading: Reading, expected: tuple[Revision, ...]) -> None:
    body = (
        p(r("a ") + ins(r("nytt ") + r("och fint")) + r(" ") + gone("gam") + gone("malt") + r("b"))
        + p(f"<w:moveFrom {WHO}>{r('hit')}</w:moveFrom><w:moveTo {WHO}>{r('dit')}</w:moveTo>")
        + p(gone("bort"), mark("del"))
        + p(r("ny"), mark("ins")).replace("ny", "nya")
        + p("slut")
    )
    assert read(docx(body), reading).revisions == expected


def test_inserted_paragraph_with_its_mark_is_one_change() -> None:
    assert read(docx(p(ins(r("nytt")), mark("ins")) + p("x"))).revisions == (revision("insertion", 0, 0, "nytt"),)


def test_formatting_of_a_paragraph_mark_is_no_change() -> None:
    change = f"<w:rPr><w:b/><w:rPrChange w:id='1' {WHO}><w:rPr/></w:rPrChange></w:rPr>"
    assert read(docx(p(r("x"), change))).revisions == ()


def test_change_of_another_author_is_another_change() -> None:
    body = p(ins(r("a")) + ins(r("b")).replace("Kim Ek", "Bo Ek"))
    assert [(each.author, each.place.text) for each in read(docx(body)).revisions] == [("Kim Ek", "a"), ("Bo Ek", "b")]


def test_link_around_deleted_words_is_none() -> None:
    data = docx(p(f"<w:hyperlink w:anchor='b'>{gone('x')}</w:hyperlink>" + r("y")))
    (final,) = read(data).body
    (original,) = read(data, "original").body
    assert isinstance(final, Paragraph)
    assert isinstance(original, Paragraph)
    assert (final.links, [link.target for link in original.links]) == ((), ["b"])


@pytest.mark.parametrize(
    ("reading", "other"),
    [
        ("final", "10ae8574-RP052-Deleted-Para-Mark-Accepted.docx"),
        ("original", "735072f5-RP052-Deleted-Para-Mark-Rejected.docx"),
    ],
)
def test_same_as_a_file_whose_changes_another_program_accepted_or_rejected(
    shared: Path, reading: Reading, other: str
) -> None:
    def seen(name: str, reading: Reading) -> list[tuple[str, str, str | None, int | None]]:
        blocks = read((shared / "corpus" / name).read_bytes(), reading).body
        return [(block.text, block.style, block.number, block.list_level) for block in every_paragraph(blocks)]

    assert seen("1c676ee3-RP052-Deleted-Para-Mark.docx", reading) == seen(other, "final")


def test_a_row_that_was_inserted_and_struck_again_is_in_neither_reading() -> None:
    both = f"<w:ins {WHO}/><w:del {WHO}/>"
    data = docx(table(row(cell("kvar")), row(cell("kom och gick"), properties=both)))
    assert lines(data, "final") == lines(data, "original") == [(0, "kvar")]
