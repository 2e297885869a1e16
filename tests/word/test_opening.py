"""What is no Word file, what is broken, and what is made to hurt."""

from __future__ import annotations

import re
import struct
import time
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from planlint.archive.opening import MAX_ENTRIES, MEBIBYTE
from planlint.archive.xml import MAX_TAGS
from planlint.errors import InputError
from planlint.model.document import Paragraph
from planlint.word import read
from planlint.word.package import MAX_RELATIONSHIPS
from planlint.word.story import MAX_PARAGRAPHS
from tests.word.build import archive, docx, p, r, relationships, root, row, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


def refusal(data: bytes) -> InputError:
    """The error, which holds one line in each language and came at once."""
    began = time.process_time()
    with pytest.raises(InputError) as caught:
        read(data)
    assert time.process_time() - began < 5
    error = caught.value
    assert all("\n" not in line and line.endswith(".") for line in (error.sv, error.en))
    return error


@pytest.mark.parametrize(
    ("data", "code", "sv"),
    [
        (b"", "empty", r"Filen är tom \(0 byte\)\."),
        (stream("EncryptedPackage"), "encrypted", "Dokumentet är krypterat. Öppna det i Word, ta bort lösenordet"),
        (stream("WordDocument"), "old-format", r"gamla Wordformatet \(\.doc\)\..*spara om filen som \.docx\."),
        (b"\xdb\xa5\x2d\x00" + bytes(99), "old-format", "gamla Wordformatet"),
        (stream("Workbook"), "not-word", r"en gammal Excelfil \(\.xls\)"),
        (stream("PowerPoint Document"), "not-word", r"en gammal PowerPointfil \(\.ppt\)"),
        (b"%PDF-1.7\n%\xe2\xe3", "not-word", "Filen är inget Worddokument utan en pdf. Spara planen som .docx"),
        (b"{\\rtf1\\ansi", "not-word", "en rtf-fil"),
        (b"<!DOCTYPE html><html>", "not-word", r"en webbsida \(html\)"),
        (b"MIME-Version: 1.0\r\n", "not-word", r"ett webbarkiv \(mht\)"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "not-word", "Word-XML i en enda fil"),
        (b'<?xml version="1.0"?><plan/>', "not-word", "en xml-fil"),
        ("# Handlingsplan\n\nMål".encode(), "not-word", "en ren textfil"),
        (b"\x89PNG\r\n\x1a\n\x00", "not-word", "en bild"),
        (b"7z\xbc\xaf\x27\x1c", "not-word", "ett komprimerat arkiv"),
        (b"\x00\x01\x02\x03", "not-word", "av okänt slag"),
        (archive({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "not-word", "en Excelfil"),
        (archive({"ppt/presentation.xml": "<x/>"}), "not-word", "en PowerPointfil"),
        (archive({"mimetype": "x", "META-INF/manifest.xml": "<x/>"}), "not-word", "ett OpenDocument"),
        (archive({"bilder/a.txt": "x"}), "not-word", "ett zip-arkiv"),
        (archive({"[Content_Types].xml": "<x/>"}), "damaged", "delen word/document.xml, där texten står, saknas"),
        (docx(files={"word/document.xml": "<p/>"}), "not-word", "en annan sorts Officefil"),
        (docx(files={"word/document.xml": ""}), "damaged", "delen word/document.xml går inte att läsa"),
        (docx(files={"word/document.xml": "<w:document>"}), "damaged", "delen word/document.xml går inte att läsa"),
        (docx(files={"_rels/.rels": "<x"}), "damaged", "delen _rels/.rels går inte att läsa"),
        (docx(p("x"), numbering="<w:num>"), "damaged", "delen word/numbering.xml går inte att läsa"),
        (docx(files={"../utanför.xml": "x"}), "damaged", "pekar utanför filen"),
        (docx(files={"/word/x.xml": "x"}), "damaged", "pekar utanför filen"),
        (docx(files={"word/\x07\u2028.xml/../x": "x"}), "damaged", r"delen word/\?\?\.xml/\.\./x har ett namn"),
    ],
)
def test_refusal(data: bytes, code: str, sv: str) -> None:
    error = refusal(data)
    assert error.code == code
    assert re.search(sv, error.sv)


def test_two_parts_of_one_name() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = appended(docx(p("x")), "word/document.xml", "<x/>")
    assert (refusal(data).code, "finns två gånger" in refusal(data).sv) == ("damaged", True)


def test_two_pictures_of_one_name_do_no_harm() -> None:
    data = docx(p("x"), files={"word/media/bild.png": b"1", "word/media/Bild.png": b"2"})
    assert read(data).paragraphs == 1


def appended(data: bytes, name: str, content: str, **how: int) -> bytes:
    target = BytesIO(data)
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr(name, content, **how)
    return target.getvalue()


def test_backslashes_between_folders() -> None:
    data = docx(p("x"))
    for name in (b"word/document.xml", b"_rels/.rels", b"word/styles.xml"):
        data = data.replace(name, name.replace(b"/", b"\\"))
    assert texts(data) == ["x"]


def test_word_file_with_another_kinds_part_beside_its_own() -> None:
    assert texts(docx(p("x"), files={"META-INF/MANIFEST.MF": "x"})) == ["x"]


def test_excel_file_by_its_relationship() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = relationships(f'<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/>')
    error = refusal(archive({"_rels/.rels": rels, "xl/workbook.xml": "<workbook/>", "word/document.xml": "<x/>"}))
    assert (error.code, "en Excelfil" in error.sv) == ("not-word", True)


def test_relationships_that_lead_nowhere() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = relationships(
        f'<Relationship Id="a" Type="{office}/styles" Target="NULL"/>'
        f'<Relationship Id="b" Type="{office}/hyperlink" Target="#här"/>'
        '<Relationship/><Relationship Id="c" Target="../../../etc/passwd" Type="x/numbering"/>'
    )
    assert texts(docx(p("x"), files={"word/_rels/document.xml.rels": rels})) == ["x"]


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).body if isinstance(block, Paragraph)]


def test_strict_files_are_read() -> None:
    mapped = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    with zipfile.ZipFile(
        BytesIO(docx(p("<w:hyperlink r:id='rIdA'>" + r("x") + "</w:hyperlink>"), links={"rIdA": "https://exempel.se"}))
    ) as packed:
        entries = {name: packed.read(name).decode() for name in packed.namelist()}
    for transitional, strict in mapped.items():
        entries = {name: content.replace(transitional, strict) for name, content in entries.items()}
    (block,) = read(archive(entries)).body
    assert isinstance(block, Paragraph)
    assert (block.text, block.style, block.links[0].target) == ("x", "normal", "https://exempel.se")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    content = root("w:document", f"<w:body>{p('Åtgärd')}</w:body>").replace("UTF-8", encoding.upper()[:6])
    if encoding == "utf-8-sig":
        content = content.replace('encoding="UTF-8-"', 'encoding="utf-8"')
    assert texts(docx(files={"word/document.xml": content.encode(encoding)})) == ["Åtgärd"]


@pytest.mark.parametrize(
    "content",
    [
        root("w:document", "<w:body/>").replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        root("w:document", "<w:body/>").replace("UTF-8", "UTF-7").encode("utf-7"),
        root("w:document", "<w:body/>").encode("utf-16-le")[:-1],
        b"\xff\xfe\x00\xd8" * 9,
        root("w:document", "<w:body>ö</w:body>").encode("latin-1"),
    ],
)
def test_other_encodings_are_refused(content: bytes) -> None:
    assert refusal(docx(files={"word/document.xml": content})).code == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    entity = '<!DOCTYPE x [<!ENTITY hemlig SYSTEM "file:///etc/passwd">]>'
    content = entity + root("w:document", f"<w:body>{p('&hemlig;')}</w:body>").partition("?>")[2]
    error = refusal(docx(files={"word/document.xml": content.encode(encoding)}))
    assert (error.code, "DOCTYPE" in error.sv) == ("damaged", True)


def test_password_on_the_zip_archive() -> None:
    data = bytearray(docx(p("x")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusal(bytes(data)).code == "encrypted"


def test_packing_that_word_does_not_use() -> None:
    data = appended(docx(p("x")), "word/mer.xml", "x", compress_type=zipfile.ZIP_BZIP2)
    assert refusal(data).code == "damaged"


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated(share: float) -> None:
    data = docx("".join(p(f"Stycke {number}") for number in range(300)))
    assert refusal(data[: int(len(data) * share)]).code == "damaged"


def test_flipped_byte_in_the_text() -> None:
    data = bytearray(docx("".join(p(f"Stycke {number}") for number in range(300))))
    at = data.index(b"word/document.xml") + 100
    data[at] ^= 0x40
    error = refusal(bytes(data))
    assert (error.code, "delen word/document.xml går inte att läsa" in error.sv) == ("damaged", True)


def test_zip_bomb_in_the_text() -> None:
    bomb = b"<w:p/>" * (100 * MEBIBYTE // 6)
    error = refusal(docx(files={"word/document.xml": bomb}))
    assert (error.code, "delen word/document.xml blir 99 MB uppackad" in error.sv) == ("too-large", True)


def test_zip_bomb_anywhere() -> None:
    files = {f"word/media/{number}.png": bytes(60 * MEBIBYTE) for number in range(5)}
    error = refusal(docx(p("x"), files=files))
    assert (error.code, "mer än 256 MB uppackad" in error.sv) == ("too-large", True)


def test_sizes_that_lie_do_not_unpack_more() -> None:
    data = bytearray(docx(files={"word/document.xml": root("w:document", "<w:body/>") + " " * 30 * MEBIBYTE}))
    at = data.index(b"PK\x01\x02")
    while b"word/document.xml" not in data[at : at + 70]:
        at = data.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", data, at + 24, 1_000)
    assert refusal(bytes(data)).code == "damaged"


def test_too_many_tags() -> None:
    content = root("w:document", f"<w:body>{'<w:r/>' * (MAX_TAGS + 1)}{'å' * 9}</w:body>")
    data = stored({"word/document.xml": content})
    assert refusal(data).code == "too-large"


def test_too_many_paragraphs() -> None:
    data = stored({"word/document.xml": root("w:document", f"<w:body>{'<w:p/>' * (MAX_PARAGRAPHS + 1)}</w:body>")})
    error = refusal(data)
    assert (error.code, f"mer än {MAX_PARAGRAPHS} stycken" in error.sv) == ("too-large", True)


def stored(files: dict[str, str]) -> bytes:
    """A Word file whose entries are not packed, so that only the limit in question is met."""
    with zipfile.ZipFile(BytesIO(docx(files=files))) as packed:
        entries = {name: packed.read(name) for name in packed.namelist()}
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as plain:
        for name, content in entries.items():
            plain.writestr(name, content)
    return target.getvalue()


def test_too_many_parts() -> None:
    error = refusal(docx(p("x"), files={f"word/del{number}.xml": "" for number in range(20_000)}))
    assert (error.code, f"mer än {MAX_ENTRIES} delar" in error.sv) == ("too-large", True)


def test_too_many_relationships() -> None:
    many = "".join(f'<Relationship Id="r{number}" Target="x"/>' for number in range(MAX_RELATIONSHIPS + 1))
    assert refusal(docx(files={"word/_rels/document.xml.rels": relationships(many)})).code == "too-large"


def test_file_beyond_the_limit() -> None:
    assert refusal(docx(p("x")) + bytes(64 * MEBIBYTE)).code == "too-large"


def test_chain_of_relationships_is_not_followed() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files = {
        f"word/_rels/del{number}.xml.rels": relationships(
            f'<Relationship Id="a" Type="{office}/header" Target="del{number + 1}.xml"/>'
        )
        for number in range(2_000)
    }
    files |= {f"word/del{number}.xml": "<x/>" for number in range(2_000)}
    assert texts(docx(p("x"), files=files)) == ["x"]


@pytest.mark.parametrize(
    "tag", ["w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:r", "w:tbl", "w:p", "m:e", "w:drawing"]
)
def test_nesting_is_bounded(tag: str) -> None:
    def nested(depth: int) -> bytes:
        return docx(p(f"<{tag}>" * depth + r("x") + f"</{tag}>" * depth) + p("efter"))

    assert texts(nested(180))[-1] == "efter"
    with suppress(InputError):
        read(nested(252))
    error = refusal(nested(3_000))
    assert (error.code, "för djupt nästlad" in error.sv) == ("too-large", True)


def test_nested_tables_as_deep_as_xml_goes() -> None:
    inside = p("x")
    for _ in range(80):
        inside = table(row(f"<w:tc>{inside}</w:tc>"))
    assert [each.what for each in read(docx(inside)).unread] == ["too-deep"]


@pytest.mark.parametrize(
    "unit",
    [
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
        "<w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>",
        "<w:commentRangeStart w:id='{}'/>",
        "<w:bookmarkStart w:name='b{}'/>",
        "<w:del w:author='a{}'><w:r><w:delText>x</w:delText></w:r></w:del>",
        "<w:ins w:author='a'><w:r><w:t>x</w:t></w:r></w:ins>",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r>",
        "<w:hyperlink w:anchor='a'><w:r><w:t>x</w:t></w:r></w:hyperlink>",
        "</w:p><w:p><w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>",
        "</w:p><w:p><w:commentRangeStart w:id='{}'/>",
        "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r>",
    ],
)
def test_time_grows_with_the_file_and_no_faster(unit: str) -> None:
    def seconds(count: int) -> float:
        data = docx(p("".join(unit.replace("{}", str(number)) for number in range(count)) + r("x")))
        began = time.process_time()
        read(data)
        return time.process_time() - began

    # Quadratic work would take 64 times as long, or more.
    assert seconds(16_000) < 30 * max(seconds(2_000), 0.01)
