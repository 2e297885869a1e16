"""Which formatting properties (a w:rPr) turn on and off, and what that makes of a run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import MarkKind
from planlint.word.names import VALUE, w
from planlint.word.values import switched_on

MARK_KINDS: Final[tuple[MarkKind, ...]] = ("bold", "italic", "caps", "hidden", "highlight", "placeholder")
"""In the order of the bits of a Format."""

PLACEHOLDER: Final = 32
"""The bit of the last, which no properties turn on: it comes from the content control around the run."""

_TOGGLES = {w("b"): 1, w("i"): 2, w("caps"): 4, w("vanish"): 8}
_HIGHLIGHT = 16
_HIGHLIGHT_NAME = w("highlight")
_SHADING_NAME = w("shd")
_FILL = w("fill")
_LANGUAGE = w("lang")
_NO_LANGUAGE = {"x-none", "none", "zxx"}
"""What Word writes for text that it does not proof."""
_NO_HIGHLIGHT = {"none", "white"}
_YELLOW = re.compile(r"F[0-9A-F][E-F][0-9A-F][0-9][0-9A-F]", re.IGNORECASE)
"""Red and green near full, blue well under two thirds: the yellows that people mark text with."""


@dataclass(frozen=True, slots=True)
class Format:
    """What properties turn on and off, a bit for each of MARK_KINDS, and the language that they state."""

    on: int = 0
    off: int = 0
    language: str = ""

    def over(self, base: Format) -> Format:
        """These properties, and the base's where these say nothing."""
        on, off = (base.on & ~self.off) | self.on, (base.off & ~self.on) | self.off
        return Format(on, off, self.language or base.language)

    def of_run(self, paragraph: int, character: Format) -> int:
        """The bits of a run with these direct properties, in a paragraph style's bits and a character style.

        A toggle that both styles turn on is off (ECMA-376, 17.7.3); what the run itself states holds.
        """
        toggled = paragraph ^ (character.on & ~_HIGHLIGHT)
        return ((toggled | (character.on & _HIGHLIGHT)) & ~self.off) | self.on


NO_FORMAT: Final = Format()


def read_format(properties: Iterable[Element]) -> Format:
    """What the children of a w:rPr turn on and off."""
    on = off = 0
    language = ""
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            if switched_on(child.get(VALUE)):
                on |= _TOGGLES[tag]
            else:
                off |= _TOGGLES[tag]
        elif tag == _HIGHLIGHT_NAME:
            if child.get(VALUE) in _NO_HIGHLIGHT:
                off |= _HIGHLIGHT
            else:
                on |= _HIGHLIGHT
        elif tag == _SHADING_NAME and _YELLOW.fullmatch(child.get(_FILL, "")):
            on |= _HIGHLIGHT
        elif tag == _LANGUAGE:
            language = child.get(VALUE, "")
    return Format(on, off & ~on, "" if language in _NO_LANGUAGE else language)
