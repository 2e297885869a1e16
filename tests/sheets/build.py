"""Workbooks of bare XML, as a hostile hand would make them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DATES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'


def workbook(  # noqa: PLR0913 - each is a part of the file
    rows: str = "",
    *,
    strings: str = "",
    styles: str = DATES,
    properties: str = "",
    before: str = "",
    after: str = "",
    sheets: str = '<sheet name="S" sheetId="1" r:id="rId1"/>',
    files: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A workbook of one sheet with these rows; `before` and `after` stand around them, `files` are further parts."""
    sheet = f"{before}<sheetData>{rows}</sheetData>{after}"
    return repacked(
        {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": (
                f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{sheets}</sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relations(
                [
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml"),
                ]
            ),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
            **(files or {}),
        }
    )


def repacked(entries: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as an archive."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _types() -> str:
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet"} | {x: x for x in ("sharedStrings", "styles")}
    each = "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{x}+xml"/>' for name, x in kinds.items())
    return f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="text/xml"/>{each}</Types>'


def _relations(targets: list[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'
