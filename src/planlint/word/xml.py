"""XML from a file that may be hostile: UTF-8 or UTF-16, no DOCTYPE, bounded in size, tags and depth; no network."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Final

from lxml.etree import XMLParser, XMLSyntaxError, fromstring, tostring
from lxml.etree import _Element as Element

from planlint.word import trouble

MAX_TAGS: Final = 1_000_000
"""Tags in one part, closing ones included: some 4,000 pages of plan."""

_UTF16_STARTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)""")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"""xmlns(?::[\w.-]+)?\s*=\s*["'](http://purl\.oclc\.org/ooxml/(\w+)/([^"']*))""")
_TAG = re.compile(rb"<[^<>]* xmlns[^<>]*>")
_NAME = re.compile(rb'(?<= )(xmlns(?::[^ =]+)?=")([^"]*)')
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
"""As Word writes it."""
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/""")


def parse(data: bytes, name: str) -> Element:
    """The root of the part `name`, whose bytes these are; strict namespaces become the transitional ones.

    Raises InputError: damaged where this is no well-formed XML, too-large beyond the limits.
    """
    data = _as_utf8(data, name)
    _check_tags(data, name)
    if b"<!DOCTYPE" in data:
        sv, en = (
            "har en DOCTYPE, som inte får finnas i ett Worddokument",
            "has a DOCTYPE, which Word files may not have",
        )
        raise trouble.bad_part(name, sv, en)
    if _STRICT_MARK in data:
        data = _STRICT.sub(rb"\1http://schemas.openxmlformats.org/\2/2006/", data)
    try:
        return fromstring(data, _parser())
    except XMLSyntaxError as error:
        if "XML_PARSE_HUGE" in str(error):
            raise trouble.deep_part(name) from None
        raise trouble.broken_part(name) from None


def write(root: Element, like: bytes, name: str) -> bytes:
    """A part's XML; `like` is the part `name` that was parsed: a namespace that is strict there is strict here.

    Raises InputError where what has been added makes it larger than what `parse` takes.
    """
    found = _STRICT_NAME.findall(_as_utf8(like, name)) if _STRICT_MARK in like or b"\0" in like[:4] else ()
    strict = {b"http://schemas.openxmlformats.org/%b/2006/%b" % (kind, rest): own for own, kind, rest in found}
    data: bytes = tostring(root, encoding="UTF-8")
    _check_tags(data, name)
    return _HEAD + (_TAG.sub(lambda tag: _rename(tag[0], strict), data) if strict else data)


def _check_tags(data: bytes, name: str) -> None:
    if data.count(b"<") > MAX_TAGS:
        raise trouble.large_part(name, f"har fler än {MAX_TAGS} taggar", f"has more than {MAX_TAGS} tags")


def _rename(tag: bytes, spaces: Mapping[bytes, bytes]) -> bytes:
    """The tag with other namespaces in its declarations."""
    return _NAME.sub(lambda found: b"%b%b" % (found[1], spaces.get(found[2], found[2])), tag)


def is_strict(data: bytes) -> bool:
    """Whether a part of UTF-8 has strict namespaces."""
    return _STRICT_MARK in data


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


def _as_utf8(data: bytes, name: str) -> bytes:
    """The same text in UTF-8, so that what is looked for before parsing is found; other encodings are refused."""
    try:
        if data.startswith(_UTF16_STARTS):
            return _DECLARATION.sub("", _from_utf16(data), count=1).encode()
    except UnicodeError:
        raise trouble.broken_part(name) from None
    data = data.removeprefix(codecs.BOM_UTF8)
    declared = _DECLARED.match(data[:400])
    if declared and declared[1].lower() not in _ENCODINGS:
        sv, en = "har en teckenkodning som Word inte använder", "has an encoding that Word does not use"
        raise trouble.bad_part(name, sv, en)
    return data


def _from_utf16(data: bytes) -> str:
    """Text in either byte order, with or without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    return data.decode("utf-16-le" if data.startswith(b"<") else "utf-16-be")
