"""The characters that elements stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element as Element

from planlint.word.names import PARAGRAPH_PROPERTIES, RUN, SPACE, TEXT, w
from planlint.word.values import inside

_XML_SPACE: Final = " \t\r\n"
_LINES_TO_SPACES: Final = str.maketrans("\t\r\n", "   ")
_CHARACTER: Final = w("char")
_FONT: Final = w("font")
_ASCII: Final = range(0x21, 0x7F)
_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word puts the characters of symbol fonts."""

_SYMBOLS: Final = {
    "symbol": {0xB7: "•", 0x2D: "\u2212", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xD6: "√"},
    "wingdings": {
        0x6C: "•", 0x6E: "▪", 0x9F: "•", 0xA7: "▪", 0x76: "❖", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xE0: "→", 0x6F: "☐",
        0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0x4A: "☺",
    },
}  # fmt: skip
"""By font and position: bullets, ticks, boxes and arrows that people put in lists and forms."""


def shown_text(element: Element) -> str:
    """What Word shows of a w:t: line ends are spaces, and those at its ends go unless it says to keep them."""
    text = element.text
    if not text:
        return ""
    if (text[0] in _XML_SPACE or text[-1] in _XML_SPACE) and element.get(SPACE) != "preserve":
        text = text.strip(_XML_SPACE)
    if "\n" in text or "\t" in text or "\r" in text:
        return text.translate(_LINES_TO_SPACES)
    return text


def plain_text(children: Iterable[Element]) -> str | None:
    """The text of a paragraph that holds nothing but runs of one text each, as most do; None for any other."""
    pieces = []
    for child in children:
        if child.tag == RUN:
            leaves = inside(child)
            if len(leaves) != 1 or leaves[0].tag != TEXT:
                return None
            pieces.append(shown_text(leaves[0]))
        elif child.tag != PARAGRAPH_PROPERTIES:
            return None
    return "".join(pieces)


def symbol(element: Element) -> str:
    """The character that a w:sym stands for: the common one where it is known, else the code point as it is."""
    try:
        code = int(element.get(_CHARACTER, ""), 16)
        character = chr(code)
    except (ValueError, OverflowError):
        return ""
    font = _SYMBOLS.get(element.get(_FONT, "").casefold(), {})
    position = code - _PRIVATE.start if code in _PRIVATE else code
    found = font.get(position)
    if found is None and not font and code in _PRIVATE and position in _ASCII:
        found = chr(position)
    return found or (character if character.isprintable() or code in _PRIVATE else "")
