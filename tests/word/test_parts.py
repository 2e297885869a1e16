"""The parts beside the body, the file's properties, and what is there and cannot be read."""

from __future__ import annotations

import pytest

from planlint.model.document import Paragraph, Part, Properties, Table, Unread, paragraphs
from planlint.model.text import Text
from planlint.word import read
from tests.word.build import STYLES, cell, docx, p, r, root, row, table

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def summary(part: Part) -> tuple[str, str, str, list[tuple[str, int, str]]]:
    """A part's name, kind and note, and where its paragraphs stand."""
    places = [(b.content.part, b.content.paragraph, b.text) for b in paragraphs(part.blocks)]
    return part.name, part.kind, part.note, places


def test_notes_that_the_text_has_a_mark_for() -> None:
    footnotes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:id="1">{p("Ett.")}{p("Två.")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Utan märke.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("Tre.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="1">{p("Slutnot.")}</w:endnote>'
    marks = "".join(
        f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
        for kind, number in (("footnote", 3), ("footnote", 1), ("endnote", 1))
    )
    deleted = '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    document = read(docx(p(r("x") + marks + deleted), footnotes=footnotes, endnotes=endnotes))
    assert [summary(part) for part in document.parts] == [
        ("footnotes", "footnotes", "1", [("footnotes", 1, "Ett."), ("footnotes", 2, "Två.")]),
        ("footnotes", "footnotes", "3", [("footnotes", 4, "Tre.")]),
        ("endnotes", "endnotes", "1", [("endnotes", 0, "Slutnot.")]),
    ]


def test_headers_and_footers_that_sections_refer_to_each_once() -> None:
    first = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/></w:sectPr>'
    last = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/>'
        '<w:footerReference w:type="first" r:id="rId-footer1"/>'
        '<w:headerReference w:type="first" r:id="saknas"/></w:sectPr>'
    )
    header = table(row(cell("Version 1.0"), cell("Sida"))) + p("Storviks kommun")
    document = read(docx(p(r("x"), first) + p("y") + last, header1=header, header2=p("ingen"), footer1=p("fot")))
    assert [summary(part) for part in document.parts] == [
        (
            "header1",
            "header",
            "",
            [("header1", 0, "Version 1.0"), ("header1", 1, "Sida"), ("header1", 2, "Storviks kommun")],
        ),
        ("footer1", "footer", "", [("footer1", 0, "fot")]),
    ]
    assert isinstance(document.parts[0].blocks[0], Table)


def test_changes_in_a_header_have_their_place() -> None:
    changed = p(r("Version ") + '<w:ins w:author="Kim Ek" w:date="d">' + r("2.0") + "</w:ins>")
    section = '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>'
    assert [each.place for each in read(docx(p("x") + section, header1=changed)).revisions] == [
        Text("header1", 0, 8, "2.0")
    ]


def test_hyperlink_in_a_note_uses_the_notes_own_relationships() -> None:
    link = f'<w:hyperlink r:id="rId1">{r("här")}</w:hyperlink>'
    note = f'<w:footnote w:id="1">{p(link)}</w:footnote>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://x/hyperlink" Target="https://exempel.se/" TargetMode="External"/></Relationships>'
    )
    body = p('<w:r><w:footnoteReference w:id="1"/></w:r>')
    document = read(docx(body, footnotes=note, files={"word/_rels/footnotes.xml.rels": rels}))
    (paragraph,) = paragraphs(document.parts[0].blocks)
    assert [link.target for link in paragraph.links] == ["https://exempel.se/"]


@pytest.mark.parametrize(
    ("core", "expected"),
    [
        (
            "<dc:title> En\n plan </dc:title><dc:language>sv-FI</dc:language>",
            Properties("En plan", "sv-FI"),
        ),
        ("<dc:title/>", Properties("", "sv-SE")),
        ("<dc:title>", Properties("", "sv-SE")),
    ],
)
def test_properties(core: str, expected: Properties) -> None:
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    data = docx(p("x"), styles=defaults + STYLES, files={"docProps/core.xml": CORE.format(core)})
    assert read(data).properties == expected


def test_language_of_the_default_style_before_that_of_the_document() -> None:
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    swedish = STYLES.replace(
        '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:lang w:val="sv-SE"/></w:rPr>'
    )
    assert read(docx(p("x"), styles=defaults + swedish)).properties.language == "sv-SE"
    assert read(docx(p("x"), styles=None)).properties == Properties()


def drawing(uri: str, *, cx: int = 5_760_000, cy: int = 8_640_000) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}"><a:blip/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/></w:sectPr>'
)
"""A4 with margins of 2.5 cm: a text area of 5,760,720 × 8,892,540 EMU."""


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (drawing("diagram"), "smart-art"),
        (drawing("picture"), "picture"),
        (drawing("picture", cx=4_700_000, cy=7_200_000), "picture"),
        (drawing("picture", cx=4_500_000), None),
        (drawing("picture", cy=7_000_000), None),
        (drawing("chart"), None),
        (
            '<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Word.Document.12"/></w:object></w:r>',
            "embedded-document",
        ),
        ('<w:r><w:object><o:OLEObject Type="Embed" ProgID="Equation.3"/></w:object></w:r>', None),
        ('<w:r><w:pict><v:shape style="width:450pt;height:690.5pt"><v:imagedata/></v:shape></w:pict></w:r>', "picture"),
        ('<w:r><w:pict><v:shape style="width:450pt;height:90pt"><v:imagedata/></v:shape></w:pict></w:r>', None),
    ],
)
def test_unread_things_in_a_paragraph(inside: str, what: str | None) -> None:
    unread = read(docx(p("först") + p(r("ab") + inside) + SECTION)).unread
    assert [(each.what, each.place) for each in unread] == ([(what, Text("document", 1, 2, ""))] if what else [])


def test_picture_is_held_against_its_own_section() -> None:
    small = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="8000" w:h="8000"')
    body = p(drawing("picture", cx=4_000_000, cy=4_000_000), small) + p(drawing("picture", cx=4_000_000, cy=4_000_000))
    assert read(docx(body + SECTION)).unread == (Unread("picture", Text("document", 0, 0, "")),)


def test_picture_in_a_text_without_sections_is_held_against_a4() -> None:
    assert [each.what for each in read(docx(p(drawing("picture")))).unread] == ["picture"]


def test_alt_chunk_is_said_to_be_unread() -> None:
    assert read(docx(p("a") + p("b") + '<w:altChunk r:id="x"/>')).unread == (
        Unread("alt-chunk", Text("document", 1, 0, "")),
    )


def test_part_in_a_folder_of_its_own() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "_rels/.rels": (
            f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/officeDocument" '
            'Target="/word/document2.xml"/></Relationships>'
        ),
        "word/document2.xml": root("w:document", f"<w:body>{p('annan huvuddel')}</w:body>"),
    }
    (block,) = read(docx(p("inte den"), files=files)).body
    assert isinstance(block, Paragraph)
    assert block.text == "annan huvuddel"
