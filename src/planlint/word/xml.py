"""The XML of a Word file's parts, read within limits and written as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml.etree import _Element as Element
from lxml.etree import tostring

from planlint.archive import xml
from planlint.archive.xml import STRICT_MARK
from planlint.word.trouble import WORD

_STRICT_NAME = re.compile(rb"""xmlns(?::[\w.-]+)?\s*=\s*["'](http://purl\.oclc\.org/ooxml/(\w+)/([^"']*))""")
_TAG = re.compile(rb"<[^<>]* xmlns[^<>]*>")
_NAME = re.compile(rb'(?<= )(xmlns(?::[^ =]+)?=")([^"]*)')
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
"""As Word writes it."""


def parse(data: bytes, name: str) -> Element:
    """The root of the part `name`, whose bytes these are; strict namespaces become the transitional ones.

    Raises InputError: damaged where this is no well-formed XML, too-large beyond the limits.
    """
    return xml.parse(data, name, WORD)


def write(root: Element, like: bytes, name: str) -> bytes:
    """A part's XML; `like` is the part `name` that was parsed: a namespace that is strict there is strict here.

    Raises InputError where what has been added makes it larger than what `parse` takes.
    """
    utf16 = b"\0" in like[:4]
    found = _STRICT_NAME.findall(xml.as_utf8(like, name, WORD)) if STRICT_MARK in like or utf16 else ()
    strict = {b"http://schemas.openxmlformats.org/%b/2006/%b" % (kind, rest): own for own, kind, rest in found}
    data: bytes = tostring(root, encoding="UTF-8")
    xml.check_tags(data, name, WORD)
    return _HEAD + (_TAG.sub(lambda tag: _rename(tag[0], strict), data) if strict else data)


def is_strict(data: bytes) -> bool:
    """Whether a part of UTF-8 has strict namespaces."""
    return STRICT_MARK in data


def _rename(tag: bytes, spaces: Mapping[bytes, bytes]) -> bytes:
    """The tag with other namespaces in its declarations."""
    return _NAME.sub(lambda found: b"%b%b" % (found[1], spaces.get(found[2], found[2])), tag)
