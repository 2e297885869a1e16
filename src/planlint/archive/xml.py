"""XML from a file that may be hostile: UTF-8 or UTF-16, no DOCTYPE, bounded in size, tags and depth; no network."""

from __future__ import annotations

import codecs
import re
from typing import Final

from lxml.etree import XMLParser, XMLSyntaxError, fromstring
from lxml.etree import _Element as Element

from planlint.archive.trouble import Trouble

MAX_TAGS: Final = 1_000_000
"""Tags in one part, closing ones included: some 4,000 pages of plan."""
STRICT_MARK: Final = b"http://purl.oclc.org/ooxml/"
"""How the namespaces of strict files begin."""

_UTF16_STARTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)""")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/""")


def parse(data: bytes, name: str, trouble: Trouble) -> Element:
    """The root of the part `name`, whose bytes these are; strict namespaces become the transitional ones.

    Raises InputError: damaged where this is no well-formed XML, too-large beyond the limits.
    """
    try:
        return fromstring(prepare(data, name, trouble), _parser())
    except XMLSyntaxError as error:
        if "XML_PARSE_HUGE" in str(error):
            raise trouble.deep_part(name) from None
        raise trouble.broken_part(name) from None


def prepare(data: bytes, name: str, trouble: Trouble) -> bytes:
    """The part's XML in UTF-8 with transitional namespaces, held against every limit that is seen before parsing."""
    data = as_utf8(data, name, trouble)
    check_tags(data, name, trouble)
    if b"<!DOCTYPE" in data:
        sv, en = (
            f"har en DOCTYPE, som inte får finnas i {trouble.file[0]}",
            f"has a DOCTYPE, which {trouble.file[1]} may not have",
        )
        raise trouble.bad_part(name, sv, en)
    if STRICT_MARK in data:
        data = _STRICT.sub(rb"\1http://schemas.openxmlformats.org/\2/2006/", data)
    return data


def check_tags(data: bytes, name: str, trouble: Trouble) -> None:
    """Refuses a part with more tags than are parsed."""
    if data.count(b"<") > MAX_TAGS:
        raise trouble.large_part(name, f"har fler än {MAX_TAGS} taggar", f"has more than {MAX_TAGS} tags")


def as_utf8(data: bytes, name: str, trouble: Trouble) -> bytes:
    """The same text in UTF-8, so that what is looked for before parsing is found; other encodings are refused."""
    try:
        if data.startswith(_UTF16_STARTS):
            return _DECLARATION.sub("", _from_utf16(data), count=1).encode()
    except UnicodeError:
        raise trouble.broken_part(name) from None
    data = data.removeprefix(codecs.BOM_UTF8)
    declared = _DECLARED.match(data[:400])
    if declared and declared[1].lower() not in _ENCODINGS:
        sv, en = (
            f"har en teckenkodning som {trouble.program} inte använder",
            f"has an encoding that {trouble.program} does not use",
        )
        raise trouble.bad_part(name, sv, en)
    return data


def _parser() -> XMLParser:
    return XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _from_utf16(data: bytes) -> str:
    """Text in either byte order, with or without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    return data.decode("utf-16-le" if data.startswith(b"<") else "utf-16-be")
