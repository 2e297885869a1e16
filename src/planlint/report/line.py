"""A line of text with styles, wrapped by the cells that it takes on a terminal.

rich lays out trees and Markdown. For plain lines it would cost more time than the reading of a plan: its import and
its layout are several times what is here, and a check should take little longer than starting Python and its libraries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from rich.cells import cell_len

Style = Literal["", "bold", "underline", "red", "yellow", "cyan"]

_CODES: Final[dict[Style, str]] = {"bold": "1", "underline": "4", "red": "1;31", "yellow": "1;33", "cyan": "1;36"}
_RESET: Final = "\x1b[0m"
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """Words in order, each stretch with its style."""

    pieces: tuple[tuple[str, Style], ...] = ()

    @property
    def plain(self) -> str:
        """The words without styles."""
        return "".join(words for words, _ in self.pieces)

    def cut(self, start: int, end: int) -> Line:
        """The characters from `start` up to `end`, with their styles."""
        kept: list[tuple[str, Style]] = []
        at = 0
        for words, style in self.pieces:
            part = words[max(0, start - at) : max(0, end - at)]
            if part:
                kept.append((part, style))
            at += len(words)
        return Line(tuple(kept))

    def written(self, *, color: bool) -> str:
        """The line as it is printed, without white space at its end; styles as ANSI codes where there is colour."""
        if not color:
            return self.plain.rstrip()
        return "".join(f"\x1b[{_CODES[style]}m{words}{_RESET}" if style else words for words, style in self.pieces)


def line(*pieces: tuple[str, Style] | str) -> Line:
    """A line of stretches, plain ones as text alone."""
    return Line(tuple((piece, "") if isinstance(piece, str) else piece for piece in pieces))


def wrap_line(whole: Line, width: int, first: int | None = None) -> Iterator[Line]:
    """The line in lines of at most `width` cells, or `first` in the first; a word is broken only if it alone is wider.

    `first` is at least `width`.
    """
    return (whole.cut(start, end) for start, end in _ranges(whole.plain, first or width, width))


def fitting(text: str, width: int) -> int:
    """How many characters of the text fit in `width` cells."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return index
    return len(text)


def _ranges(text: str, room: int, width: int) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end: `room` cells for the first of them, `width` for the others."""
    start = end = -1
    for word in _WORD.finditer(text):
        if start >= 0 and cell_len(text[start : word.end()]) <= room:
            end = word.end()
            continue
        if start >= 0:
            yield start, end
            room = width
        start, end = word.span()
        while cell_len(text[start:end]) > room:
            most = start + max(1, fitting(text[start:end], room))
            yield start, most
            start, room = most, width
    if start < end:
        yield start, end
