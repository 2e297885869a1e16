"""What is written beside the body, and what is left alone: the comments part, its relationship, its content type."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from planlint import word
from planlint.archive import xml
from planlint.errors import InputError
from planlint.model.text import Text
from tests.word.annotate.margin import annotate, canonical, entries, entry, find, inside, marks, note
from tests.word.build import STYLES, W, archive, docx, p, r, relationships

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMMENT_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kommentarer"><w:name w:val="annotation text"/></w:style>'
    '<w:style w:type="character" w:styleId="Kommentarsreferens"><w:name w:val="Annotation Reference,alias"/></w:style>'
)
BODY = p(r("Att göra mer"))
SAID = r("PL001 Fel.").removesuffix("</w:r>") + "<w:br/>" + r("Varför: så är det.").removeprefix("<w:r>") + "</w:p>"


def one(data: bytes) -> bytes:
    """The file with a comment on ”göra”."""
    return annotate(data, note(1, find(data, "göra")))


def test_a_comment_is_one_paragraph_with_its_lines() -> None:
    made = one(docx(BODY, styles=STYLES + COMMENT_STYLES))
    mark = '<w:r><w:rPr><w:rStyle w:val="Kommentarsreferens"/></w:rPr>{}</w:r>'
    text = (
        f'<w:p w14:paraId="{marks(made)[0].paragraph}"><w:pPr><w:pStyle w:val="Kommentarer"/></w:pPr>'
        + mark.format("<w:annotationRef/>")
        + SAID
    )
    attributes = 'w:id="0" w:author="planlint" w:date="2026-11-22T10:30:05Z" w:initials="pl"'
    assert inside(made, "word/comments.xml") == canonical(f"<w:comment {attributes}>{text}</w:comment>")
    assert canonical(mark.format('<w:commentReference w:id="0"/>')) in inside(made)


def test_without_the_styles_there_is_none() -> None:
    made = one(docx(BODY))
    text = f'<w:p w14:paraId="{marks(made)[0].paragraph}"><w:r><w:annotationRef/></w:r>{SAID}'
    assert canonical(text) in inside(made, "word/comments.xml")


def test_the_package_is_told_of_a_new_part() -> None:
    types = f'<Types xmlns="{TYPES}"><Override PartName="/word/document.xml" ContentType="x"/></Types>'
    data = docx(BODY, files={"[Content_Types].xml": types})
    made, before = entries(one(data)), entries(data)
    assert list(made) == [*before, "word/comments.xml"]
    assert inside(one(data), "[Content_Types].xml") == canonical(
        '<Override PartName="/word/document.xml" ContentType="x"/><Override PartName="/word/comments.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
    )
    assert inside(one(data), "word/_rels/document.xml.rels") == canonical(
        f'<Relationship Id="rId-styles" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId1" Type="{OFFICE}/comments" Target="comments.xml"/>'
    )


def test_a_new_part_takes_the_place_that_is_waiting_for_it() -> None:
    related = relationships(f'<Relationship Id="rId9" Type="{OFFICE}/comments" Target="margin/remarks.xml"/>')
    data = docx(BODY, files={"word/_rels/document.xml.rels": related})
    made = one(data)
    assert set(entries(made)) - set(entries(data)) == {"word/margin/remarks.xml"}
    assert entry(made, "word/_rels/document.xml.rels") == entry(data, "word/_rels/document.xml.rels")
    assert b'PartName="/word/margin/remarks.xml"' in entry(made, "[Content_Types].xml")
    assert word.is_annotated(made)


def test_another_part_of_the_name_stays() -> None:
    data = docx(BODY, files={"word/comments.xml": "<other/>"})
    made = entries(one(data))
    assert made["word/comments.xml"] == b"<other/>"
    assert b'Target="comments1.xml"' in made["word/_rels/document.xml.rels"]
    assert "word/comments1.xml" in made


def test_a_file_without_relationships_gets_them() -> None:
    data = docx(BODY, styles=None)
    packed = entries(data)
    del packed["word/_rels/document.xml.rels"]
    made = one(archive(dict(packed)))
    assert b'Id="rId1"' in entry(made, "word/_rels/document.xml.rels")
    assert word.is_annotated(made)


def test_comments_go_where_the_main_part_is() -> None:
    packed = entries(docx(BODY, styles=None))
    packed["planen.xml"] = packed.pop("word/document.xml")
    packed["_rels/.rels"] = packed["_rels/.rels"].replace(b"word/document.xml", b"/planen.xml")
    del packed["word/_rels/document.xml.rels"]
    made = one(archive(dict(packed)))
    assert set(entries(made)) - set(packed) == {"_rels/planen.xml.rels", "comments.xml"}
    assert word.is_annotated(made)


def test_people_s_comments_stay_as_they_are() -> None:
    said = f'<w:comment w:id="4" w:author="Kim"><w:p w14:paraId="0000000A">{r("Hej")}</w:p></w:comment>'
    body = p('<w:commentRangeStart w:id="4"/>' + r("Att göra mer") + '<w:commentRangeEnd w:id="4"/>')
    data = docx(body, comments=said)
    made = one(data)
    assert inside(made, "word/comments.xml").startswith(canonical(said) + "<w:comment ")
    assert [each.id for each in marks(made)] == ["5"]
    assert word.read(made).comments == word.read(data).comments
    assert word.read(made) == word.read(data)


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ('<w:bookmarkStart w:id="17" w:name="x"/>', "18"),
        ('<w:permStart w:id="x1"/><w:bookmarkStart w:id="-4" w:name="x"/>', "0"),
        ('<w:bookmarkStart w:id="2147483647" w:name="x"/>', "0"),
        ('<w:bookmarkStart w:id="2147483647" w:name="x"/><w:bookmarkStart w:id="3" w:name="y"/>', "4"),
        (
            '<w:bookmarkStart w:id="1073741823" w:name="x"/><w:bookmarkStart w:id="1073741824" w:name="y"/>',
            "1073741825",
        ),
        ('<w:bookmarkStart w:id="99999999999999999999999" w:name="x"/>', "0"),
    ],
)
def test_ids_are_above_all_others(used: str, expected: str) -> None:
    assert [each.id for each in marks(one(docx(used + BODY)))] == [expected]


def test_paragraphs_have_ids_of_their_own() -> None:
    data = docx(BODY)
    wanted = marks(one(data))[0].paragraph
    assert re.fullmatch("[0-7][0-9A-F]{7}", wanted)
    following = f"{int(wanted, 16) + 1:08X}"
    for taken in (
        docx(p(r("Att göra mer")).replace("<w:p>", f'<w:p w14:paraId="{wanted}">')),
        docx(BODY, comments=f'<w:comment w:id="1"><w:p w14:paraId="{wanted}"/></w:comment>'),
        docx(p(r("Att göra mer")).replace("<w:p>", f'<w:p w14:paraId="{wanted.lower()}">')),
        docx(BODY, footnotes=f'<w:footnote w:id="1"><w:p w14:paraId="{wanted.lower()}"/></w:footnote>'),
    ):
        assert marks(one(taken))[0].paragraph == following
    same = annotate(data, note(1, find(data, "göra")), replace(note(2, find(data, "mer")), key=note(1, WHOLE).key))
    assert [each.paragraph for each in marks(same)] == [wanted, following]


WHOLE = Text("document", 0, 0, "")


def test_every_id_of_a_paragraph_is_one_that_word_takes() -> None:
    data = docx(BODY)
    made = marks(annotate(data, *(note(number, WHOLE) for number in range(300))))
    assert all(0 < int(each.paragraph, 16) < 0x80000000 for each in made)
    assert len({each.paragraph for each in made}) == 300


def test_what_xml_cannot_hold_is_left_out() -> None:
    data = docx(BODY)
    made = annotate(data, note(1, WHOLE, "PL001 \x00\x1f\ud800\ufffe <b>&amp;]]>\t\n\r", "rad två"))
    assert marks(made)[0].text == "PL001 \ufffd\ufffd\ufffd\ufffd <b>&amp;]]>   \nrad två"


def test_a_part_without_the_namespaces_gets_them() -> None:
    bare = f'<x:comments xmlns:x="{W}" xmlns:w14="urn:other"><x:comment x:id="3" x:author="Kim"/></x:comments>'
    data = docx(BODY, files={"word/comments.xml": bare}, comments="")
    made = one(data)
    root = etree.fromstring(entry(made, "word/comments.xml"))
    assert root.nsmap == {
        "x": W,
        "w14": "urn:other",
        "w141": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "planlint": "urn:planlint:annotated",
    }
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w141"
    assert [each.words for each in marks(made)] == ["göra"]


def test_a_body_without_a_prefix_gets_one() -> None:
    plain = f'<document xmlns="{W}"><body><p><r><t>Att göra</t></r></p></body></document>'
    data = docx("", files={"word/document.xml": plain})
    made = one(data)
    assert entry(made, "word/document.xml").count(b"xmlns") == 2
    assert [each.words for each in marks(made)] == ["göra"]
    assert annotate(made, note(1, find(data, "göra"))) == made


def test_a_strict_file_stays_strict() -> None:
    strict = {
        name: re.sub(
            rb"http://schemas.openxmlformats.org/(\w+)/2006/(?=main)", rb"http://purl.oclc.org/ooxml/\1/", each
        )
        for name, each in entries(docx(BODY)).items()
    }
    data = archive(dict(strict))
    made = one(data)
    for name in ("word/document.xml", "word/comments.xml"):
        assert etree.fromstring(entry(made, name)).tag.startswith("{http://purl.oclc.org/ooxml/wordprocessingml/main}")
        assert W.encode() not in entry(made, name)
    related = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    assert f'Type="{related}"'.encode() in entry(made, "word/_rels/document.xml.rels")
    assert word.read(made) == word.read(data)
    assert annotate(made, note(1, find(data, "göra"))) == made


def test_utf_16_becomes_utf_8() -> None:
    packed = entries(docx(p(r("Att göra mer – å"))))
    packed["word/document.xml"] = packed["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    data = archive(dict(packed))
    made = one(data)
    assert entry(made, "word/document.xml").startswith(
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:'
    )
    assert word.read(made) == word.read(data)


def test_all_else_is_byte_for_byte() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header1"/></w:sectPr>'
    files = {"word/media/bild.png": b"\x89PNG\0", "customXml/item1.xml": b"<x ></x>"}
    data = docx(p(r("Att göra mer"), section), header1="<!-- kvar --><w:p  />", files=files)
    made, before = entries(one(data)), entries(data)
    changed = {name for name in before if made[name] != before[name]}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert list(made) == [*before, "word/comments.xml"]


def test_without_notes_the_body_is_not_touched_either() -> None:
    data = docx(BODY)
    made = annotate(data)
    assert entry(made, "word/document.xml") == entry(data, "word/document.xml")
    assert word.is_annotated(made)


def test_entries_keep_their_times_and_ways() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.comment = b"en kommentar"
        for number, (name, content) in enumerate(entries(docx(BODY)).items()):
            way = zipfile.ZIP_STORED if number % 2 else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1 + number, 12, 30, 0)), content, way)
    made = one(target.getvalue())
    with zipfile.ZipFile(target) as before, zipfile.ZipFile(BytesIO(made)) as after:
        known = [(each.filename, each.date_time, each.compress_type) for each in before.infolist()]
        new = ("word/comments.xml", (1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED)
        assert [(each.filename, each.date_time, each.compress_type) for each in after.infolist()] == [*known, new]
        assert {(each.create_system, each.flag_bits, each.extra) for each in after.infolist()} == {(0, 0, b"")}
        assert after.comment == b"en kommentar"


def test_a_picture_that_is_there_twice_stays_there_twice() -> None:
    target = BytesIO(docx(BODY))
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("word/media/a.png", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("word/media/a.png", b"2")
    with zipfile.ZipFile(BytesIO(one(target.getvalue()))) as after:
        pictures = [after.read(each) for each in after.infolist() if each.filename.endswith(".png")]
    assert pictures == [b"1", b"2"]


def test_what_cannot_be_read_cannot_be_annotated() -> None:
    for data, code in ((b"", "empty"), (b"%PDF-1.7", "not-word"), (docx(BODY)[:400], "damaged")):
        with pytest.raises(InputError) as trouble:
            annotate(data)
        assert trouble.value.code == code
        assert not word.is_annotated(data)


def test_a_copy_that_could_not_be_read_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(BODY * 10)
    monkeypatch.setattr(xml, "MAX_TAGS", entry(data, "word/document.xml").count(b"<") + 20)
    assert marks(one(data))
    with pytest.raises(InputError) as trouble:
        annotate(data, *(note(number, WHOLE) for number in range(10)))
    assert trouble.value.code == "too-large"


def test_a_picture_that_cannot_be_unpacked_is_told_of() -> None:
    data = docx(BODY, files={"word/media/a.png": b"X" * 5000})
    at = data.index(b"word/media/a.png") + len("word/media/a.png")
    broken = data[:at] + b"\xff\xff\xff" + data[at + 3 :]
    assert word.read(broken) == word.read(data)
    with pytest.raises(InputError, match=r"word/media/a.png"):
        annotate(broken)


def test_only_a_file_as_planlint_wrote_it_is_annotated() -> None:
    data = docx(BODY)
    made = one(data)
    saved = entries(made)
    saved["word/comments.xml"] = saved["word/comments.xml"].replace(b' xmlns:planlint="urn:planlint:annotated"', b"")
    assert [word.is_annotated(each) for each in (data, made, archive(dict(saved)))] == [False, True, False]
