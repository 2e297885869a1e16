"""How wide words are in a picture, where no browser breaks or cuts them: a cautious guess, for no font is at hand."""

from __future__ import annotations

import unicodedata
from typing import Final

SIZE: Final = 13
"""Pixels: the height of every letter in a picture."""
_GAP: Final = "…"
_NARROW: Final = frozenset("fijlrtI.,:;'’|!()[]/- ")
_WIDE: Final = frozenset("mwMWÆæŒœ@%…—‰")
_LATIN: Final = "\u02ff"
"""The last letter of those that are as wide as ours."""
_EM: Final = {"narrow": 0.42, "plain": 0.65, "capital": 0.78, "wide": 1.0}
"""The widest that letters of a sort are in DejaVu Sans, which is wider than what most machines set pages in."""
_BETWEEN_LETTERS: Final = 0.12
_BETWEEN_WORDS: Final = 0.16
"""What a reader may add between letters and words, and must lose nothing by: WCAG 2.2, 1.4.12."""


def width_of(text: str) -> int:
    """Pixels that the text takes at most, at SIZE."""
    return round(SIZE * sum(map(_em, text)))


def fit(text: str, width: int) -> str:
    """The text, or as much of its beginning as `width` pixels hold with '…' after it."""
    if len(text) <= width and width_of(text) <= width:  # no letter is so narrow that more than `width` of them fit
        return text
    room = width / SIZE - _em(_GAP)
    kept = 0
    for character in text[:width]:
        room -= _em(character)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + _GAP


def _em(character: str) -> float:
    return _letter(character) + _BETWEEN_LETTERS + (_BETWEEN_WORDS if character == " " else 0)


def _letter(character: str) -> float:
    if character in _NARROW:
        return _EM["narrow"]
    if character in _WIDE or unicodedata.east_asian_width(character) in "WF" or character > _LATIN:
        return _EM["wide"]
    return _EM["capital" if character.isupper() else "plain"]
