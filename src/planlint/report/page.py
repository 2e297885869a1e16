"""A page of text for the terminal: lines that fit, with colour or without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from planlint.model.rule import Language
from planlint.report.line import Line, line, wrap_line
from planlint.texts import count, say

WIDTH: Final = 80
LEAST_ROOM: Final = 10
"""Cells that a line gets however far it is indented."""
PARTS: Final = frozenset({"header", "footer", "footnotes", "endnotes"})


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on: its language, its width in cells, and whether it has colour."""

    language: Language = "sv"
    width: int = WIDTH
    color: bool = False

    def say(self, key: str, **values: str | int) -> str:
        """The program's own words in the page's language."""
        return say(key, self.language, **values)

    def count(self, noun: str, number: int) -> str:
        """A number with its noun in the page's language."""
        return count(noun, number, self.language)

    def part_name(self, part: str) -> str:
        """What people call a part of the file beside the body: "header2" is a page header."""
        kind = part.rstrip("0123456789")
        return self.say(f"part-{kind}") if kind in PARTS else part

    def wrap(self, text: Line | str, *, indent: int = 0, hanging: int = 0, lead: str = "") -> list[Line]:
        """The text as lines that fit, words kept whole where they can be.

        The first line begins at `indent` with the `lead`; the others stand `hanging` cells further in.
        """
        whole = line(text) if isinstance(text, str) else text
        first, later = " " * indent + lead.ljust(hanging if lead else 0), " " * (indent + hanging)
        room = max(LEAST_ROOM, self.width - indent - hanging)
        lines = wrap_line(whole, room, max(room, self.width - cell_len(first)))
        return [Line(((later if index else first, ""), *part.pieces)) for index, part in enumerate(lines)]

    def render(self, lines: Iterable[Line]) -> str:
        """The lines as one string."""
        return "".join(f"{each.written(color=self.color)}\n" for each in lines)
