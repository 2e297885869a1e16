"""A workbook's parts, held against limits and packed anew for openpyxl with only what its cells' words hang on.

openpyxl opens what it is given without limits, and refuses a whole workbook for one setting or style that it does not
know: neither can happen where it is given nothing but sheets, their strings and how numbers are shown.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterable, Mapping
from io import BytesIO
from typing import Final

from lxml.etree import QName, strip_elements, tostring
from lxml.etree import _Element as Element

from planlint.archive.opening import check_size, index_entries, open_archive, unpack
from planlint.archive.sniff import PARTS
from planlint.archive.xml import MAX_TAGS, parse
from planlint.errors import InputError
from planlint.sheets.trouble import EXCEL, refuse

MAX_SHEETS: Final = 250
"""Far more than any answer or compilation has: each costs a look of its own."""
_START: Final = "xl/"
_READ: Final = (
    "[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet",
    "xl/sharedstrings.xml", "xl/styles.xml",
)  # fmt: skip
"""How the names of the parts begin that are read. Macros, links to other files, queries and pictures are left out."""
_KEPT: Final[Mapping[str, Collection[str]]] = {
    "workbook": {"workbookPr", "sheets"},
    "worksheet": {"sheetData"},
    "styleSheet": {"numFmts", "cellXfs"},
}
"""By the root of a part, what is kept of it."""
_LOOKS: Final = ("{*}rPr", "{*}rPh", "{*}phoneticPr", "{*}alignment", "{*}protection", "{*}extLst")
"""How words and cells look and are pronounced, which is left out wherever it stands."""
_SAID: Final = {"{*}workbookPr": "date1904", "{*}xf": "numFmtId"}
"""The one attribute that is kept of some elements."""
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A character as the format writes it that XML cannot hold; Excel for Windows writes the ends of lines so."""
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BINARY: Final = "xl/workbook.bin"


def repack(data: bytes) -> bytes:
    """The workbook with only what is read of it, every part well-formed and within limits. Raises InputError."""
    archive = open_archive(data, EXCEL, refuse)
    entries = index_entries(archive, EXCEL)
    _check_kind(entries)
    target, tags = BytesIO(), 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as clean:
        for name, entry in entries.items():
            if name.startswith(_READ):
                check_size(entry, EXCEL)
                content = unpack(archive, entry, EXCEL)
                root = parse(content, entry.filename, EXCEL)
                tags += content.count(b"<")
                if tags > MAX_TAGS:
                    raise EXCEL.too_large(f"mer än {MAX_TAGS} taggar", f"more than {MAX_TAGS} tags")
                _prune(root)
                _check_sheets(root, entry.filename)
                clean.writestr(entry.filename.replace("\\", "/"), tostring(root, encoding="UTF-8"))
    return target.getvalue()


def _check_kind(entries: Iterable[str]) -> None:
    """Refuses another program's file, and a workbook in Excel's binary format."""
    if _BINARY in entries:
        raise EXCEL.other("en binär Excelfil (.xlsb)", "a binary Excel file (.xlsb)")
    if not any(name.startswith(_START) for name in entries):
        raise _another(entries)


def _another(entries: Iterable[str]) -> InputError:
    for start, (sv, en) in PARTS.items():
        if any(name.startswith(start) for name in entries):
            return EXCEL.other(sv, en)
    return EXCEL.other("ett zip-arkiv", "a zip archive")


def _prune(root: Element) -> None:
    """Takes away what is not read: settings, names, filters, validations, links, and all looks but numbers'."""
    kept = _KEPT.get(_name(root))
    for child in list(root):
        if kept is not None and _name(child) not in kept:
            root.remove(child)
    strip_elements(root, *_LOOKS, with_tail=False)
    for each in root.iter("{*}t", "{*}v"):
        if each.text and "_x" in each.text:
            each.text = _ESCAPED.sub(_unescape, each.text)
    for tag, said in _SAID.items():
        for each in root.iter(tag):
            for attribute in set(each.attrib) - {said}:
                del each.attrib[attribute]


def _unescape(found: re.Match[str]) -> str:
    """The character that an escape stands for; "_x005F_" is a "_" that begins none. Control characters are left out."""
    character = chr(int(found[1], 16))
    return character if character.isprintable() else ""


def _check_sheets(root: Element, name: str) -> None:
    """Refuses a workbook that has one sheet twice, or more sheets than are read."""
    if _name(root) == "workbook":
        sheets = [
            str(value) for each in root.iter("{*}sheet") for key, value in each.items() if str(key).endswith("}id")
        ]
    else:
        sheets = [each.get("Target", "") for each in root if each.get("Type", "").endswith("/worksheet")]
    if len(sheets) > MAX_SHEETS:
        raise EXCEL.too_large(f"mer än {MAX_SHEETS} blad", f"more than {MAX_SHEETS} sheets")
    if len(set(sheets)) < len(sheets):
        raise EXCEL.bad_part(name, "har samma blad två gånger", "has the same sheet twice")


def _name(element: Element) -> str:
    return QName(element).localname
