"""What a file that is no zip archive is, told from its first bytes."""

from __future__ import annotations

import re

from planlint.errors import InputError
from planlint.word import trouble

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD = (b"\xdb\xa5", b"\x31\xbe\x00\x00", b"\xfe\x37\x00", b"\x9b\xa5")
"""Word 6 and 95 without a container, Write, and Word for DOS and the first Word for Windows."""

_STARTS = (
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
_OLE_STREAMS = (
    ("Workbook", "en gammal Excelfil (.xls)", "an old Excel file (.xls)"),
    ("Book", "en gammal Excelfil (.xls)", "an old Excel file (.xls)"),
    ("PowerPoint Document", "en gammal PowerPointfil (.ppt)", "an old PowerPoint file (.ppt)"),
    ("__properties_version1.0", "ett e-postmeddelande (.msg)", "an e-mail message (.msg)"),
)


def refuse(data: bytes) -> InputError:
    """The trouble that tells what the bytes, which are no zip archive, are. `data` must not be empty."""
    if data.startswith(_OLE):
        return _refuse_container(data)
    if data.startswith(_OLD_WORD):
        return trouble.old_format()
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    for pattern, sv, en in _STARTS:
        if pattern.match(head):
            return trouble.not_word(sv, en)
    if _is_text(data[:4096]):
        return trouble.not_word("en ren textfil", "a plain text file")
    return trouble.not_word("av okänt slag", "of an unknown kind")


def _refuse_container(data: bytes) -> InputError:
    """An OLE container holds an encrypted document, an old one, or another program's file."""
    if _has_stream(data, "EncryptedPackage"):
        return trouble.encrypted()
    if not _has_stream(data, "WordDocument"):
        for stream, sv, en in _OLE_STREAMS:
            if _has_stream(data, stream):
                return trouble.not_word(sv, en)
    return trouble.old_format()


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the container's directory names the stream (names stand there in UTF-16)."""
    return name.encode("utf-16-le") + b"\0\0" in data


def _is_text(head: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)
