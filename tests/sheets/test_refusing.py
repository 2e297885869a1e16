"""What is no workbook, what is broken, and what is made to hurt: InputError, at once, and nothing else."""

from __future__ import annotations

import re
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.archive.opening import MAX_ENTRIES, MEBIBYTE
from planlint.archive.xml import MAX_TAGS
from planlint.errors import InputError
from planlint.sheets import read
from planlint.sheets.cells import MAX_CELL, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS
from planlint.sheets.package import MAX_SHEETS
from tests.sheets.build import parts, repacked, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46082</v></c><c r="C1" t="b"><v>1</v></c></row>'
DATA = workbook(ROW, strings="<si><r><t>ett</t></r><r><t> två</t></r></si>")


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


def refusal(data: bytes) -> InputError:
    """The error, which holds one line in each language and came soon."""
    began = time.process_time()
    with pytest.raises(InputError) as caught:
        read(data)
    assert time.process_time() - began < 10
    error = caught.value
    assert all("\n" not in line and line.endswith(".") for line in (error.sv, error.en))
    return error


@pytest.mark.parametrize(
    ("data", "code", "sv"),
    [
        (b"", "empty", r"Filen är tom \(0 byte\)\."),
        (stream("EncryptedPackage"), "encrypted", "Arbetsboken är krypterad. Öppna den i Excel, ta bort lösenordet"),
        (stream("Workbook"), "old-format", r"gamla Excelformatet \(\.xls\)\..*spara om filen som \.xlsx\."),
        (OLE, "old-format", "gamla Excelformatet"),
        (stream("WordDocument"), "not-word", r"ett gammalt Worddokument \(\.doc\)"),
        (b"%PDF-1.7", "not-word", "Filen är ingen Excelfil utan en pdf. Spara arbetsboken som .xlsx"),
        (b"a;b;c\n1;2;3\n", "not-word", "en ren textfil"),
        (repacked({"word/document.xml": "<x/>"}), "not-word", "Filen är ingen Excelfil utan ett Worddokument"),
        (repacked({"META-INF/manifest.xml": "<x/>"}), "not-word", "ett OpenDocument"),
        (repacked({"a.txt": "x"}), "not-word", "ett zip-arkiv"),
        (workbook(files={"xl/workbook.bin": "x"}), "not-word", r"en binär Excelfil \(\.xlsb\)"),
        (repacked({"xl/workbook.xml": "<x/>"}), "damaged", "Filen är skadad: bladen går inte att läsa. Öppna"),
        (workbook(files={"xl/workbook.xml": "<x"}), "damaged", "delen xl/workbook.xml går inte att läsa"),
        (workbook(files={"../x": "x"}), "damaged", "pekar utanför filen"),
        (workbook("<row><c t='s'><v>5</v></c></row>"), "damaged", "bladen går inte att läsa"),
        (workbook("<row r='x'><c><v>5</v></c></row>"), "damaged", "bladen går inte att läsa"),
        (DATA[:-30], "damaged", "zip-arkivet är avhugget eller trasigt"),
        (repacked(parts(DATA), zipfile.ZIP_BZIP2), "damaged", "på ett sätt som Excel inte använder"),
    ],
)
def test_refusal(data: bytes, code: str, sv: str) -> None:
    error = refusal(data)
    assert error.code == code
    assert re.search(sv, error.sv)


@pytest.mark.parametrize("name", ["worksheets/sheet1", "sharedStrings", "styles", "workbook"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(name: str, encoding: str) -> None:
    entity = '<!DOCTYPE x [<!ENTITY hemlig SYSTEM "file:///etc/passwd">]>'
    part = f"xl/{name}.xml"
    content = entity + parts(DATA)[part].decode().replace("ett", "&hemlig;")
    error = refusal(repacked({**parts(DATA), part: content.encode(encoding)}))
    assert (error.code, "har en DOCTYPE, som inte får finnas i en Excelfil" in error.sv) == ("damaged", True)


def test_zip_bombs() -> None:
    bomb = b"<row/>" * (100 * MEBIBYTE // 6)
    assert "blir 100 MB uppackad" in refusal(workbook(bomb.decode())).sv
    files = {f"xl/media/{number}.png": bytes(60 * MEBIBYTE) for number in range(5)}
    assert "mer än 256 MB uppackad" in refusal(workbook(files=files)).sv
    many = {f"xl/del{number}.xml": "" for number in range(MAX_ENTRIES)}
    assert f"mer än {MAX_ENTRIES} delar" in refusal(workbook(files=many)).sv


def test_many_tags_in_all_parts_together() -> None:
    half = "<row/>" * (MAX_TAGS // 2 + 1)
    sheet = parts(workbook(half))["xl/worksheets/sheet1.xml"]
    data = repacked({**parts(workbook(half)), "xl/worksheets/sheet2.xml": sheet}, zipfile.ZIP_STORED)
    assert f"mer än {MAX_TAGS} taggar" in refusal(data).sv


def test_sizes_that_a_sheet_only_claims_to_have() -> None:
    data = workbook("<row><c><v>1</v></c></row>", before='<dimension ref="A1:XFD1000000000"/>')
    assert read(data)[0].rows == (("1",),)


def test_rows_and_columns_without_words_do_not_count() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    assert read(workbook(rows))[0].rows == (("1",),)


@pytest.mark.parametrize(
    ("rows", "sv"),
    [
        (f'<row r="{MAX_ROWS + 1}"><c><v>1</v></c></row>', f"mer än {MAX_ROWS} rader"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', f"mer än {MAX_COLUMNS} kolumner"),
        ('<row r="1000000000"><c><v>1</v></c></row>', "för många rader och celler"),
        ('<row><c r="XFD1"/></row>' * 9_000, "för många rader och celler"),
    ],
)
def test_too_many_rows_and_columns(rows: str, sv: str) -> None:
    error = refusal(workbook(rows))
    assert (error.code, sv in error.sv) == ("too-large", True)


def test_long_cells_are_cut_and_one_string_used_by_many_is_refused() -> None:
    strings = f"<si><t>{'å' * 40_000}</t></si>"
    assert read(workbook('<row><c t="s"><v>0</v></c></row>', strings=strings))[0].rows == (("å" * MAX_CELL,),)
    rows = '<row><c t="s"><v>0</v></c></row>' * (MAX_CHARACTERS // MAX_CELL + 1)
    assert "mer än 50 miljoner tecken" in refusal(workbook(rows, strings=strings)).sv


def test_one_sheet_many_times() -> None:
    twice = '<sheet name="S" sheetId="1" r:id="rId1"/>' * 2
    assert "delen xl/workbook.xml har samma blad två gånger" in refusal(workbook(sheets=twice)).sv
    many = "".join(
        f'<sheet name="S{number}" sheetId="{number}" r:id="rId{number}"/>' for number in range(MAX_SHEETS + 1)
    )
    assert f"mer än {MAX_SHEETS} blad" in refusal(workbook(sheets=many)).sv
    rels = parts(DATA)["xl/_rels/workbook.xml.rels"].decode()
    both = rels.replace("</Rel", '<Relationship Id="rId8" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Rel')
    assert "samma blad" in refusal(repacked({**parts(DATA), "xl/_rels/workbook.xml.rels": both})).sv


def test_what_else_a_workbook_may_hold_is_not_looked_at() -> None:
    beside = {
        "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x>",
        "xl/vbaProject.bin": "x",
        "xl/worksheets/_rels/sheet1.xml.rels": "<trasig",
        "docProps/core.xml": "<trasig",
    }
    after = '<hyperlinks><hyperlink ref="A1" r:id="rId99" xmlns:r="x"/></hyperlinks><legacyDrawing/>'
    assert read(workbook(ROW, strings="<si><t>x</t></si>", files=beside, after=after))[0].rows == (
        ("x", "2026-03-01", "TRUE"),
    )


hostile = settings(max_examples=150, deadline=5_000, suppress_health_check=[HealthCheck.too_slow])


def attempt(data: bytes) -> None:
    try:
        sheets = read(data)
    except InputError:
        return
    for sheet in sheets:
        assert all(not row or row[-1].strip() for row in sheet.rows)
        "".join(cell for row in sheet.rows for cell in row).encode()


@hostile
@given(st.data())
def test_flipped_bytes(data: st.DataObject) -> None:
    broken = bytearray(DATA)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] ^= data.draw(st.integers(1, 255))
    attempt(bytes(broken))


@hostile
@given(st.data(), st.sampled_from(sorted(parts(DATA))))
def test_flipped_bytes_in_a_part(data: st.DataObject, name: str) -> None:
    broken = bytearray(parts(DATA)[name])
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] ^= data.draw(st.integers(1, 255))
    attempt(repacked({**parts(DATA), name: bytes(broken)}))


@hostile
@given(st.sets(st.sampled_from(sorted(parts(DATA)))))
def test_parts_taken_away(missing: set[str]) -> None:
    attempt(repacked({name: content for name, content in parts(DATA).items() if name not in missing}))


VALUES = ("", "0", "1", "-1", "9e99", "1e400", "nan", "99999999999999999999", "x", "2026-03-01", "T", "9" * 5000)
cells = st.builds(
    '<c r="{0}" t="{1}" s="{2}"><f>=A1</f><v>{3}</v><is><t>{3}</t></is></c>'.format,
    st.sampled_from(("A1", "B1", "ZZZ1", "AAAA1", "A0", "1", "")),
    st.sampled_from(("s", "n", "b", "str", "e", "d", "inlineStr", "?", "")),
    st.sampled_from(("0", "1", "-1", "7", "x")),
    st.sampled_from(VALUES),
)


@hostile
@given(
    st.lists(
        st.builds("<row r='{}'>{}</row>".format, st.sampled_from(("", "0", "1", "-1", "1.5", "x", "9")), cells),
        max_size=5,
    )
)
def test_any_cells(rows: list[str]) -> None:
    attempt(workbook("".join(rows), strings="<si><t>x</t></si>"))
