"""No bytes make the Word reader raise anything but InputError, nor give a document that breaks its own promises."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.errors import InputError
from planlint.model.document import Document, Reading, paragraphs
from planlint.word import read
from tests.word.build import ROOTS, archive, cell, docx, p, r, root, row, styled, table

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
BODY = (
    styled("Rubrik1", r("Mål", "<w:b/>"))
    + p(r("ett") + "<w:ins w:author='Kim Ek'>" + r("nytt") + "</w:ins>", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + p("<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>")
    + table(row(cell("a", '<w:gridSpan w:val="2"/>'), cell(table(row(cell("b"))))), properties="<w:tblPr/>")
    + p("<w:commentRangeStart w:id='0'/>" + r("x") + "<w:commentRangeEnd w:id='0'/><w:footnoteReference w:id='1'/>")
    + p(
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF a</w:instrText></w:r><w:r><w:sym w:char='F0B7'/></w:r>"
    )
    + p(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + r("Fyll i", '<w:lang w:val="sv-SE"/>')
        + "</w:sdtContent></w:sdt>"
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="a" descr="b"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    )
    + '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>'
)
DATA = docx(
    BODY,
    numbering=NUMBERING,
    header1=p("sidhuvud"),
    footnotes=f'<w:footnote w:id="1">{p("not")}</w:footnote>',
    comments=f'<w:comment w:id="0" w:author="Kim Ek">{p("Oklart.")}</w:comment>',
)
with zipfile.ZipFile(BytesIO(DATA)) as _packed:
    ENTRIES = {name: _packed.read(name) for name in _packed.namelist()}

READINGS: tuple[Reading, ...] = ("final", "original")
hostile = settings(max_examples=150, deadline=2_000, suppress_health_check=[HealthCheck.too_slow])


def attempt(data: bytes, reading: Reading) -> None:
    """Reads, and holds what comes of it to the model's promises."""
    try:
        document = read(data, reading)
    except InputError:
        return
    check(document)


def check(document: Document) -> None:
    places = [paragraph.content.paragraph for paragraph in paragraphs(document.body)]
    assert places == sorted(set(places))
    assert all(0 <= place < document.paragraphs for place in places)
    for paragraph in paragraphs(document.body):
        spans = [(mark.start, mark.end) for mark in paragraph.marks]
        spans += [(link.start, link.end) for link in paragraph.links]
        assert all(0 <= start < end <= len(paragraph.text) for start, end in spans)
        assert all(0 <= image.offset <= len(paragraph.text) for image in paragraph.images)
        paragraph.text.encode()
    assert sum(document.languages.values()) == sum(len(one.text) for one in paragraphs(document.body))


@hostile
@given(st.data(), st.sampled_from(READINGS))
def test_flipped_bytes(data: st.DataObject, reading: Reading) -> None:
    broken = bytearray(DATA)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] ^= data.draw(st.integers(1, 255))
    attempt(bytes(broken), reading)


@hostile
@given(st.data(), st.sampled_from(sorted(ENTRIES)), st.sampled_from(READINGS))
def test_flipped_bytes_in_a_part(data: st.DataObject, name: str, reading: Reading) -> None:
    broken = bytearray(ENTRIES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] ^= data.draw(st.integers(1, 255))
    attempt(archive({**ENTRIES, name: bytes(broken)}), reading)


@hostile
@given(st.integers(0, len(DATA)), st.binary(max_size=40), st.sampled_from(READINGS))
def test_truncated_with_something_else_after(length: int, tail: bytes, reading: Reading) -> None:
    attempt(DATA[:length] + tail, reading)


@hostile
@given(st.sets(st.sampled_from(sorted(ENTRIES))), st.sampled_from(READINGS))
def test_parts_taken_away(missing: set[str], reading: Reading) -> None:
    attempt(archive({name: content for name, content in ENTRIES.items() if name not in missing}), reading)


@hostile
@given(st.sampled_from(sorted(ENTRIES)), st.sampled_from(sorted(ENTRIES)), st.sampled_from(READINGS))
def test_parts_in_each_others_place(one: str, other: str, reading: Reading) -> None:
    attempt(archive({**ENTRIES, one: ENTRIES[other], other: ENTRIES[one]}), reading)


NAMES = (
    "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "sdt", "sdtContent", "ins", "del", "hyperlink", "fldSimple",
    "fldChar", "instrText", "txbxContent", "pict", "sectPr", "numPr", "numId", "ilvl", "pStyle", "gridSpan", "vMerge",
    "trPr", "tcPr", "commentRangeStart", "commentRangeEnd", "footnoteReference", "sym", "altChunk", "pPrChange",
)  # fmt: skip
VALUES = ("", "0", "1", "-1", "9", "99999999999999999999", "x", "begin", "separate", "end", "Rubrik1", "F0B7")
elements = st.recursive(
    st.text(alphabet="ab \n", max_size=3),
    lambda inside: st.builds(
        lambda name, value, attribute, children: f'<w:{name} w:{attribute}="{value}">{"".join(children)}</w:{name}>',
        st.sampled_from(NAMES),
        st.sampled_from(VALUES),
        st.sampled_from(("val", "id", "char", "fldCharType", "instr", "type")),
        st.lists(inside, max_size=4),
    ),
    max_leaves=25,
)


@hostile
@given(st.lists(elements, max_size=4), st.sampled_from(READINGS))
def test_any_elements_within_any_others(body: list[str], reading: Reading) -> None:
    attempt(docx("".join(body), numbering=NUMBERING), reading)


@hostile
@given(st.lists(elements, max_size=4), st.sampled_from(["styles", "numbering", "comments", "footnotes", "header1"]))
def test_any_elements_in_the_other_parts(inside: list[str], part: str) -> None:
    attempt(archive({**ENTRIES, f"word/{part}.xml": root(ROOTS[part], "".join(inside))}), "final")
