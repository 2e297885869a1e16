"""A file that came back: each tracked change with its words, in the original's places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from planlint.model.document import RevisionKind
from planlint.model.document import paragraphs as every_paragraph
from planlint.model.returned import Scope, TrackedChange
from planlint.model.text import Struck, Text
from planlint.word import read_returned
from tests.word.build import archive, cell, docx, p, r, relationships, root, row, table

WHO = 'w:author="Kim Ek" w:date="2020-01-11T16:00:00Z"'
BY = {"author": "Kim Ek", "date": "2020-01-11T16:00:00Z"}
BOX = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def wrap(tag: str, *inside: str, by: str = WHO) -> str:
    return f"<w:{tag} {by}>{''.join(inside)}</w:{tag}>"


def ins(*inside: str, by: str = WHO) -> str:
    return wrap("ins", *inside, by=by)


def gone(*inside: str, by: str = WHO) -> str:
    return wrap("del", *inside, by=by)


def struck(text: str) -> str:
    return f"<w:r><w:delText xml:space='preserve'>{text}</w:delText></w:r>"


def mark(*changes: str) -> str:
    """Properties of a paragraph whose mark carries the changes."""
    return f"<w:rPr>{''.join(f'<w:{change} {WHO}/>' for change in changes)}</w:rPr>"


def restyled(text: str) -> str:
    return r(text, f"<w:b/>{wrap('rPrChange', '<w:rPr/>')}")


def stood(paragraph: int, start: int, text: str, part: str = "document") -> Text:
    return Text(part, paragraph, start, text)


def new(paragraph: int, start: int, text: str, part: str = "document") -> Struck:
    return Struck(part, paragraph, start, text)


def change(  # noqa: PLR0913  # as many as a change has
    kind: RevisionKind,
    place: Text,
    scope: Scope = "words",
    *,
    paragraph: int | None = None,
    marks: int = 1,
    move: str = "",
    nested: bool = False,
) -> TrackedChange:
    at = place.paragraph if paragraph is None else paragraph
    return TrackedChange(kind, scope, **BY, place=place, paragraph=at, marks=marks, move=move, nested=nested)


def changes(body: str) -> list[TrackedChange]:
    return list(read_returned(docx(body)).changes)


def drawn(*blocks: str) -> str:
    """A run with a text box, and the copy of it for older programs."""
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="{BOX}"><wps:wsp><wps:txbx>'
        f"{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    )
    copy = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{copy}</mc:AlternateContent></w:r>"


def test_words_that_came_and_went() -> None:
    assert changes(p(r("Vi ") + gone(struck("bör ")) + ins(r("ska ")) + r("börja."))) == [
        change("deletion", stood(0, 3, "bör ")),
        change("insertion", new(0, 7, "ska ")),
    ]


def test_neighbours_of_one_author_and_minute_are_one_change() -> None:
    later = WHO.replace("16:00:00", "16:00:41")
    body = p(
        gone(struck("ett ")) + gone(struck("två "), by=later) + ins(r("a")) + ins(r("b", "<w:b/>"), by=later) + r("x")
    )
    assert changes(body) == [
        change("deletion", stood(0, 0, "ett två "), marks=2),
        change("insertion", new(0, 8, "ab"), marks=2),
    ]


@pytest.mark.parametrize(
    "between",
    [
        r("x"),
        gone(struck("y")),
        ins(r("y"), by=WHO.replace("Kim Ek", "Bo Ek")),
        ins(r("y"), by=WHO.replace("16:00", "16:01")),
        "</w:p><w:p>",
    ],
)
def test_changes_that_something_parts_are_two(between: str) -> None:
    found = [each for each in changes(p(ins(r("a")) + between + ins(r("b")))) if each.place.text in {"a", "b"}]
    assert [(each.place.text, each.marks) for each in found] == [("a", 1), ("b", 1)]


def test_words_in_what_paragraphs_hold() -> None:
    body = p(
        f'<w:hyperlink w:anchor="x">{r("en ")}{gone(struck("gammal "))}{ins(r("ny "))}</w:hyperlink>'
         f"<w:sdt><w:sdtContent>{gone(struck('länk'))}</w:sdtContent></w:sdt>"
         f'<w:fldSimple w:instr=" DATE ">{gone(struck(" idag"))}</w:fldSimple>'
         "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + gone("<w:r><w:delInstrText>REF a</w:delInstrText></w:r>")
        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + gone(struck(" nu"))
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )  # fmt: skip
    assert changes(body) == [
        change("deletion", stood(0, 3, "gammal ")),
        change("insertion", new(0, 10, "ny ")),
        change("deletion", stood(0, 10, "länk idag nu"), marks=4),
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            ins(r("a")) + ins(gone(struck("b"))) + ins(r("c")),
            [
                change("insertion", new(0, 1, "ac"), marks=2),
                change("insertion", new(0, 1, "b"), nested=True),
                change("deletion", new(0, 1, "b"), nested=True),
            ],
        ),
        (
            ins(r("a"), gone(struck("b")), r("c")),
            [change("insertion", new(0, 1, "ac")), change("deletion", new(0, 1, "b"), nested=True)],
        ),
        (
            ins("<w:r><w:drawing/></w:r>", gone(struck("b"))),
            [change("insertion", new(0, 1, "")), change("deletion", new(0, 1, "b"), nested=True)],
        ),
        (
            gone("<w:r><w:drawing/></w:r>", ins(r("b"))),
            [change("deletion", stood(0, 1, "")), change("insertion", new(0, 1, "b"), nested=True)],
        ),
        (
            gone(struck("a"), ins(r("b")), struck("c")),
            [change("deletion", stood(0, 1, "ac")), change("insertion", new(0, 2, "b"), nested=True)],
        ),
        (
            gone(ins(r("b"))),
            [change("deletion", new(0, 1, "b"), nested=True), change("insertion", new(0, 1, "b"), nested=True)],
        ),
        (
            ins(gone("<w:r><w:drawing/></w:r>")),
            [change("insertion", new(0, 1, ""), nested=True), change("deletion", new(0, 1, ""), nested=True)],
        ),
        (
            ins(gone(restyled("b"))),
            [
                change("insertion", new(0, 1, "b"), nested=True),
                change("deletion", new(0, 1, "b"), nested=True),
                change("formatting", new(0, 1, "b"), nested=True),
            ],
        ),
        (
            wrap("moveTo", r("a"), ins(r("b")), r("c")),
            [change("move-to", new(0, 1, "ac"), move="move-1"), change("insertion", new(0, 1, "b"))],
        ),
        (
            wrap("moveTo", r("a"), gone(struck("b"))),
            [change("move-to", new(0, 1, "ab"), move="move-1"), change("deletion", new(0, 1, "b"))],
        ),
        (
            wrap("moveFrom", r("a"), ins(r("b"))),
            [change("move-from", stood(0, 1, "a"), move="move-1"), change("insertion", new(0, 2, "b"), nested=True)],
        ),
        (
            wrap("moveFrom", r("a"), gone(struck("b"))),
            [change("move-from", stood(0, 1, "ab"), move="move-1"), change("deletion", stood(0, 2, "b"))],
        ),
    ],
)
def test_changes_within_changes(inside: str, expected: list[TrackedChange]) -> None:
    found = changes(p(r("x") + inside + r("y")))
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_formatting_of_words() -> None:
    body = p(r("Vi ") + restyled("ska ") + restyled("alltid ") + ins(restyled("nu ")) + gone(restyled("börja")))
    assert changes(body) == [
        change("formatting", stood(0, 3, "ska alltid "), marks=2),
        change("insertion", new(0, 14, "nu ")),
        change("formatting", new(0, 14, "nu ")),
        change("deletion", stood(0, 14, "börja")),
        change("formatting", stood(0, 14, "börja")),
    ]


def test_new_paragraph_stands_where_it_stands_in_the_file() -> None:
    assert changes(p("ett") + p(ins(r("nytt")), mark("ins")) + p("två")) == [
        change("insertion", new(1, 0, ""), "paragraph"),
        change("insertion", new(1, 0, "nytt")),
    ]


def test_paragraph_that_was_split_is_one_in_the_original() -> None:
    body = p(r("Före. "), mark("ins")) + p(ins(r("Nytt. ")), mark("ins")) + p(r("Ef") + gone(struck("fekt")))
    returned = read_returned(docx(body))
    assert [each.text for each in every_paragraph(returned.document.body)] == ["Före. Effekt"]
    assert list(returned.changes) == [
        change("insertion", new(0, 6, ""), "paragraph"),
        change("insertion", new(0, 6, ""), "paragraph", paragraph=1),
        change("insertion", new(0, 6, "Nytt. "), paragraph=1),
        change("deletion", stood(0, 8, "fekt"), paragraph=2),
    ]


def test_paragraph_marks_that_went_and_came() -> None:
    body = p(gone(struck("bort")), mark("del")) + p(r("kvar"), mark("moveFrom")) + p(r("x"), mark("ins", "del"))
    assert changes(body + p("slut")) == [
        change("deletion", stood(0, 4, ""), "paragraph"),
        change("deletion", stood(0, 0, "bort")),
        change("move-from", stood(1, 4, ""), "paragraph", move="move-1"),
        change("insertion", new(2, 1, ""), "paragraph", nested=True),
        change("deletion", stood(2, 1, ""), "paragraph", nested=True),
    ]


def test_formatting_of_paragraphs_and_lists() -> None:
    properties = (
        f"<w:numPr><w:numId w:val='1'/><w:ins {WHO}/></w:numPr><w:rPr><w:b/>{wrap('rPrChange', '<w:rPr/>')}</w:rPr>"
        + wrap("pPrChange", "<w:pPr/>")
    )
    assert changes(p(r("Mål"), properties)) == [
        change("formatting", stood(0, 0, "Mål"), "layout"),
        change("formatting", stood(0, 3, ""), "paragraph"),
        change("formatting", stood(0, 0, "Mål"), "paragraph"),
    ]


def test_rows_and_cells() -> None:
    rows = (
        row(cell("kvar"), cell("b", f"<w:cellDel {WHO}/>"), cell("ny", f"<w:cellIns {WHO}/>"))
        + row(cell("bort"), cell("och väg"), properties=f"<w:del {WHO}/>")
        + row(cell(p(ins(r("Namn"))) + p("och roll")), cell("Kim"), properties=f"<w:ins {WHO}/>")
        + row(cell("a"), properties=f"<w:ins {WHO}/><w:del {WHO}/>")
        + row(cell(p(gone(struck("s")) + r("t"))), properties=f"<w:ins {WHO}/>")
    )
    assert changes(p("före") + table(rows)) == [
        change("deletion", stood(2, 0, "b"), "cell"),
        change("insertion", new(3, 0, "ny"), "cell"),
        change("deletion", stood(4, 0, "bort"), "row"),
        change("insertion", new(6, 0, "Namn\noch roll\nKim"), "row"),
        change("insertion", new(6, 0, "Namn")),
        change("insertion", new(9, 0, ""), "row", nested=True),
        change("deletion", new(9, 0, ""), "row", nested=True),
        change("insertion", new(10, 0, "t"), "row"),
        change("deletion", new(10, 0, "s"), nested=True),
    ]


def test_layout_stands_at_the_first_words_that_it_is_about() -> None:
    grid = f"<w:tblPr>{wrap('tblPrChange')}</w:tblPr><w:tblGrid>{wrap('tblGridChange')}</w:tblGrid>"
    second = (
        f"<w:tr><w:tblPrEx>{wrap('tblPrExChange')}</w:tblPrEx><w:trPr>{wrap('trPrChange')}</w:trPr>"
        + cell("b", f"{wrap('cellMerge')}{wrap('tcPrChange')}") + "</w:tr>"
    )  # fmt: skip
    body = p("före") + table(row(cell("a")), second, properties=grid) + p("efter")
    numbered = p(r("n"), f"<w:numPr>{wrap('numberingChange')}</w:numPr>")
    sections = (
        p(r("s"), f"<w:sectPr>{wrap('sectPrChange')}</w:sectPr>") + f"<w:sectPr>{wrap('sectPrChange')}</w:sectPr>"
    )
    assert changes(body + numbered + sections) == [
        *[change("formatting", stood(1, 0, "a"), "layout")] * 2,
        *[change("formatting", stood(2, 0, "b"), "layout")] * 4,
        change("formatting", stood(4, 0, "n"), "layout"),
        *[change("formatting", stood(5, 0, "s"), "layout")] * 2,
    ]


def test_text_box_is_counted_once_and_its_words_are_its_own() -> None:
    body = p(r("Före ") + drawn(p(r("i ") + gone(struck("rutan")))) + ins(r("efter"))) + p(gone(struck("sist")))
    assert changes(body) == [
        change("deletion", stood(1, 2, "rutan")),
        change("insertion", new(0, 5, "efter")),
        change("deletion", stood(3, 0, "sist")),
    ]


def test_new_text_box_and_what_is_new_in_it() -> None:
    assert changes(p(r("x") + ins(drawn(p(ins(r("ny ruta")), mark("ins")), p(restyled("rad")))))) == [
        change("insertion", new(0, 1, "")),
        change("insertion", new(1, 0, ""), "paragraph"),
        change("insertion", new(1, 0, "ny ruta")),
        change("formatting", new(2, 0, "rad")),
    ]


def test_maths() -> None:
    fraction = f"<m:f><m:fPr><m:ctrlPr>{ins()}</m:ctrlPr></m:fPr><m:num>{ins('<m:r><m:t>x</m:t></m:r>')}</m:num></m:f>"
    assert changes(p(r("Om ") + f"<m:oMath>{fraction}</m:oMath>")) == [change("insertion", new(0, 3, "x"), marks=2)]


def test_parts_beside_the_body_also_notes_that_are_not_read() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="1">{p(r("Se ") + gone(struck("bilagan")))}</w:footnote>'
        f'<w:footnote w:id="2">{p(ins(r("Ny not.")))}</w:footnote>'
        f'<w:footnote w:id="3">{p(gone(struck("Ingens.")), mark("del"))}</w:footnote>'
    )
    body = (
        p(r("Text") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + ins('<w:r><w:footnoteReference w:id="2"/></w:r>'))
        + '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/></w:sectPr>'
    )
    data = docx(body, footnotes=notes, header1=p(ins(r("Utkast"))), header2=p(ins(r("Ingen sidas"))))
    assert list(read_returned(data).changes) == [
        change("insertion", new(0, 4, "")),
        change("deletion", stood(1, 3, "bilagan", "footnotes")),
        change("insertion", new(2, 0, "Ny not.", "footnotes")),
        change("deletion", new(3, 0, "", "footnotes"), "paragraph"),
        change("deletion", new(3, 0, "Ingens.", "footnotes")),
        change("insertion", new(0, 0, "Utkast", "header1")),
    ]


def ranged(kind: str, name: str, *inside: str) -> str:
    start = f'<w:{kind}RangeStart w:id="{kind}{name}" w:name="{name}" {WHO}/>'
    return f'{start}{wrap(kind, *inside)}<w:{kind}RangeEnd w:id="{kind}{name}"/>'


def test_ends_of_a_move_share_its_name() -> None:
    body = (
        p(ranged("moveTo", "move7", r("Flyttas.")), mark("moveTo"))
        + p(ranged("moveFrom", "move8", r("Annat.")) + r("kvar"))
        + p(ranged("moveFrom", "move7", r("Flyttas.")), mark("moveFrom"))
        + p(ranged("moveTo", "move8", r("Annat.")))
    )
    assert [(each.kind, each.scope, each.paragraph, each.move) for each in changes(body)] == [
        ("move-to", "paragraph", 0, "move7"),
        ("move-to", "words", 0, "move7"),
        ("move-from", "words", 1, "move8"),
        ("move-from", "paragraph", 2, "move7"),
        ("move-from", "words", 2, "move7"),
        ("move-to", "words", 3, "move8"),
    ]


def test_range_that_begins_inside_what_was_moved_as_libreoffice_has_it() -> None:
    start, end = '<w:moveToRangeStart w:id="21" w:name="move7"/>', '<w:moveToRangeEnd w:id="21"/>'
    body = p(wrap("moveTo", start, r("Flyttas.")) + end, mark("moveTo")) + p(wrap("moveTo", r("Annat.")))
    assert [(each.place.text, each.move) for each in changes(body)] == [
        ("", "move7"), ("Flyttas.", "move7"), ("Annat.", "move-1"),
    ]  # fmt: skip


def test_range_over_several_paragraphs_names_their_marks() -> None:
    start = '<w:moveFromRangeStart w:id="1" w:name="move7"/>'
    body = (
        p(start + wrap("moveFrom", r("ett")), mark("moveFrom")) + p(wrap("moveFrom", r("två")), mark("moveFrom"))
        + '<w:moveFromRangeEnd w:id="1"/>' + p(ranged("moveFrom", "move9", r("tre")))
    )  # fmt: skip
    assert [each.move for each in changes(body)] == ["move7"] * 4 + ["move9"]


def test_moves_without_a_name_are_paired_by_their_words() -> None:
    body = (
        p(wrap("moveTo", r("Ett.")), mark("moveTo")) + p(wrap("moveTo", r("Två.")))
        + p(wrap("moveFrom", r("Två.")) + ranged("moveFrom", "move-1", r("Tre.")))
        + p(wrap("moveFrom", r("Ett.")), mark("moveFrom")) + p(wrap("moveFrom", r("Ett.")))
    )  # fmt: skip
    assert [(each.paragraph, each.place.text, each.move) for each in changes(body)] == [
        (0, "", "move-2"), (0, "Ett.", "move-2"), (1, "Två.", "move-3"), (2, "Två.", "move-3"), (2, "Tre.", "move-1"),
        (3, "", "move-2"), (3, "Ett.", "move-2"), (4, "Ett.", "move-4"),
    ]  # fmt: skip


PEOPLE = {
    "Ingrid Sollén": "S::ingrid.sollen@tallvik.se::0f3a", "Bo Ek": "bo.ek@grana.se", "Kim Ek": "Kim Ek",
    "Eva Ek": "S-1-5-21-1614895754", "Per Ek": "d1f0b9ca12345678",
}  # fmt: skip


def with_people(people: str) -> bytes:
    kind = "http://schemas.microsoft.com/office/2011/relationships/people"
    return archive(
        {
            "_rels/.rels": relationships('<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'),
            "word/document.xml": root("w:document", f"<w:body>{p('x')}</w:body>"),
            "word/_rels/document.xml.rels": relationships(f'<Relationship Id="b" Type="{kind}" Target="people.xml"/>'),
            "word/people.xml": people,
        }
    )


def test_addresses_that_the_file_states() -> None:
    people = "".join(
        f'<w15:person w15:author="{name}"><w15:presenceInfo w15:providerId="AD" w15:userId="{user}"/></w15:person>'
        for name, user in PEOPLE.items()
    )
    returned = read_returned(with_people(root("w15:people", people + '<w15:person w15:author="Ada Ek"/>')))
    assert returned.addresses == {"Ingrid Sollén": "ingrid.sollen@tallvik.se", "Bo Ek": "bo.ek@grana.se"}


def test_people_that_cannot_be_read_are_none() -> None:
    assert read_returned(with_people("<w15:people")).addresses == {}


def test_strict_file_reads_as_any_other() -> None:
    body = p(r("a ") + ins(r("b")) + ins(gone(struck("c"))), mark("del")) + p("d")
    transitional = root("w:document", f"<w:body>{body}</w:body>")
    strict = re.sub(
        r"http://schemas\.openxmlformats\.org/(\w+)/2006/(?=main|relationships)",
        r"http://purl.oclc.org/ooxml/\1/",
        transitional,
    )
    assert strict != transitional
    assert read_returned(docx(files={"word/document.xml": strict})) == read_returned(docx(body))


def test_nobody_is_named_where_the_file_names_nobody() -> None:
    (found,) = changes(p("<w:ins>" + r("x") + "</w:ins>"))
    assert found == replace(change("insertion", new(0, 0, "x")), author="", date="")
