"""What a file that is no zip archive is, told from its first bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from planlint.archive.trouble import Pair

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: Final = (
    (re.compile(rb"%PDF-"), "en pdf", "a PDF"),
    (re.compile(rb"\{\\rtf"), "en rtf-fil", "an RTF file"),
    (re.compile(rb"(?i)<!doctype html|<html"), "en webbsida (html)", "a web page (HTML)"),
    (re.compile(rb"(?i)MIME-Version:"), "ett webbarkiv (mht)", "a web archive (MHT)"),
    (
        re.compile(rb"(?s)<\?xml.*?<(?:\?mso-application|w:wordDocument|pkg:package)"),
        "Word-XML i en enda fil",
        "Word XML in a single file",
    ),
    (re.compile(rb"<\?xml"), "en xml-fil", "an XML file"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM"), "en bild", "a picture"),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh"), "ett komprimerat arkiv", "a compressed archive"),
)
_BOOK: Final = ("en gammal Excelfil (.xls)", "an old Excel file (.xls)")
STREAMS: Final[Mapping[str, Pair]] = {
    "WordDocument": ("ett gammalt Worddokument (.doc)", "an old Word document (.doc)"),
    "Workbook": _BOOK,
    "Book": _BOOK,
    "PowerPoint Document": ("en gammal PowerPointfil (.ppt)", "an old PowerPoint file (.ppt)"),
    "__properties_version1.0": ("ett e-postmeddelande (.msg)", "an e-mail message (.msg)"),
}
"""The streams of OLE containers that tell which program's file it is, and what those files are."""
PARTS: Final[Mapping[str, Pair]] = {
    "word/": ("ett Worddokument", "a Word document"),
    "xl/": ("en Excelfil", "an Excel file"),
    "ppt/": ("en PowerPointfil", "a PowerPoint file"),
    "visio/": ("en Visiofil", "a Visio file"),
    "meta-inf/manifest.xml": ("ett OpenDocument (LibreOffice)", "an OpenDocument file (LibreOffice)"),
    "meta-inf/container.xml": ("en e-bok (epub)", "an e-book (EPUB)"),
    "index/document.iwa": ("ett Pagesdokument", "a Pages document"),
}
"""How the names of programs' parts begin, and what those files are."""


def is_container(data: bytes) -> bool:
    """Whether this is an OLE container, which holds an encrypted document or one from before 2007."""
    return data.startswith(_OLE)


def has_stream(data: bytes, name: str) -> bool:
    """Whether the container's directory names the stream (names stand there in UTF-16)."""
    return name.encode("utf-16-le") + b"\0\0" in data


def name_file(data: bytes) -> Pair:
    """What bytes that are neither an archive nor a container are, in words."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for pattern, sv, en in _STARTS:
        if pattern.match(head):
            return sv, en
    if not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data[:4096]):
        return "en ren textfil", "a plain text file"
    return "av okänt slag", "of an unknown kind"
