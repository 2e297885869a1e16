"""The plan's words made safe to show: they come from a file that anyone may have written."""

from __future__ import annotations

import re
import unicodedata

_STRANGE = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_IN_JSON = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text on one line, composed, without anything that could steer a terminal or turn its direction.

    White space becomes single spaces; what has no width (soft hyphens, direction marks) is dropped; control
    characters and broken code points become U+FFFD.
    """
    return " ".join(printable_piece(text).split())


def printable_piece(text: str) -> str:
    """As `printable`, but white space at the ends and between words is kept, each character one space."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed.isprintable() else "".join(map(_shown, composed))


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return _STRANGE if category in {"Cc", "Cs", "Cn"} else character


def encodable(text: str) -> str:
    """The text with half surrogate pairs, which no UTF-8 can hold, replaced by U+FFFD; its length is kept."""
    return _SURROGATE.sub(_STRANGE, text)


def escaped_json(document: str) -> str:
    """JSON with the control characters that its own rules let through written as escapes: the same data."""
    return _ESCAPED_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", document)
