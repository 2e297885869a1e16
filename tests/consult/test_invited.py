"""Lists of those invited, in every kind of file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from planlint.consult.invited import read_invited
from planlint.errors import InputError
from planlint.intake import Source

NAMES = ("Tallviks kommun", "Granå kommun", "Region Norr")


def invited(name: str, content: str | bytes) -> tuple[str, ...]:
    data = content.encode() if isinstance(content, str) else content
    return read_invited(Source(Path(name), name, content=data))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Tallviks kommun\nGranå kommun\n\n# en anmärkning\nRegion Norr\nTALLVIKS KOMMUN\n"),
        ("a.txt", "Remissinstanser\n- Tallviks kommun\n• Granå kommun,\n* Region Norr\n"),
        ("a.txt", "1. Tallviks kommun\n2. Granå kommun\n3. Region Norr\n"),
        ("a.txt", "\ufeffTallviks kommun;remiss@tallvik.example\nGranå kommun;\nRegion Norr;x\n"),
        ("a.csv", "Tallviks kommun,1\nGranå kommun,2\nRegion Norr,3\n"),
        ("a.csv", "Nr;Remissinstans;E-post\n1;Tallviks kommun;a@b.se\n2;Granå kommun;\n3;Region Norr;\n"),
        ("a.csv", 'nr,namn\n1,"Tallviks kommun"\n2,Granå kommun\n3,Region Norr\n'),
        ("a.md", "# Sändlista\n\n- **Tallviks kommun**\n- Granå kommun\n- Region Norr\n"),
        ("a.md", "| Nr | Instans |\n|---|---|\n| 1 | Tallviks kommun |\n| 2 | Granå kommun |\n| 3 | Region Norr |\n"),
    ],
)
def test_text(name: str, text: str) -> None:
    assert invited(name, text) == NAMES


def test_text_as_windows_writes_it() -> None:
    assert invited("a.csv", "Namn\r\nÄlvhamns kommun\r\n".encode("cp1252")) == ("Älvhamns kommun",)
    assert invited("a.txt", "Älvhamns kommun\r\n".encode("utf-16")) == ("Älvhamns kommun",)


def word(*, heading: str = "", table: bool = False, header: tuple[str, ...] = (), around: bool = False) -> bytes:
    made = docx.Document()
    if around:
        made.add_heading("Missiv", 1)
        made.add_paragraph("Läs planen", style="List Bullet")
    if heading:
        made.add_heading(heading, 1)
    if table:
        rows = [header, *((str(i), name) if len(header) > 1 else (name,) for i, name in enumerate(NAMES, 1))]
        grid = made.add_table(0, len(rows[-1]))
        for row in rows if header else rows[1:]:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    else:
        for name in NAMES:
            made.add_paragraph(name, style="List Bullet")
    if around:
        made.add_heading("Frågor", 1)
        made.add_paragraph("Ring kansliet", style="List Bullet")
    held = BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        word(),
        word(table=True),
        word(table=True, header=("Nr", "Remissinstans")),
        word(heading="3 Remissinstanser", around=True),
        word(heading="Sändlista", table=True, header=("Namn",), around=True),
    ],
)
def test_word(data: bytes) -> None:
    assert invited("lista.docx", data) == NAMES


def book(*rows: tuple[object, ...]) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.create_sheet("Lista", 0)
    for row in rows:
        sheet.append(list(row))
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def test_excel() -> None:
    assert invited("lista.xlsx", book(*((name,) for name in NAMES))) == NAMES
    headed = book(("Remiss 2026", ""), ("Nr", "Mottagare"), *((i, name) for i, name in enumerate(NAMES, 1)))
    assert invited("lista.xlsx", headed) == NAMES
    assert invited("lista.xlsx", book(*((i, name) for i, name in enumerate(NAMES, 1)))) == NAMES


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b"# bara en rubrik\n"), ("a.csv", b""), ("a.docx", word(table=True)[:0])]
)
def test_a_list_of_no_one(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as raised:
        invited(name, data)
    assert raised.value.code == "empty"
