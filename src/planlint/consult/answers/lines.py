"""A letter as lines: its paragraphs, their line breaks and the cells of its tables, each as its looks tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from planlint.consult.answers.plain import is_item
from planlint.model.document import Block, Document, Paragraph, Table
from planlint.model.text import Text
from planlint.recognise.headings import BULLET, LONGEST_FAKE, in_capitals

DEEPEST: Final = 10
"""The level of a line that only looks like a heading: under every real one."""
LONGEST_PLAIN: Final = 60
"""Characters of a line without any look that may be a heading over text: about half a line (a judgement)."""
_ITEM_NUMBER: Final = re.compile(r"\s*(?:\d{1,2}|[a-zåäö])[.)]\s+")
ENDS: Final = (".", "?", "!", ";", ",", "”", '"')
"""What a line ends with that is no heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a letter. `level` is set where it is a heading by style or by its looks.

    `depth` is an item's, 0-based; `row` and `cell` where a table holds it; `number` the automatic number that Word
    shows before it.
    """

    text: Text
    level: int | None = None
    item: bool = False
    depth: int = 0
    row: int | None = None
    cell: int = 0
    number: str = ""

    @property
    def words(self) -> str:
        """Its words, without the bullet of an item."""
        bullet = BULLET.match(self.text.text) if self.item else None
        return self.text.text[bullet.end() :].strip() if bullet else self.text.text

    @property
    def said(self) -> str:
        """Its words, without the bullet or the number of an item."""
        number = _ITEM_NUMBER.match(self.words) if self.item else None
        return self.words[number.end() :] if number else self.words


def lines_of(document: Document) -> list[Line]:
    """The lines in reading order, none of them empty; rows of a table of contents are no lines."""
    found = list(_lines(document.body, iter(range(1, 10**9))))
    return [_over_text(line, after) for line, after in zip_longest(found, found[1:])]


def _lines(blocks: tuple[Block, ...], rows: Iterator[int]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _cells(block, rows)
        elif block.contents_level is None:
            yield from _pieces(block)
            yield from _lines(block.boxes, rows)


def _cells(table: Table, rows: Iterator[int]) -> Iterator[Line]:
    for row in table.rows:
        number = next(rows)
        for index, cell in enumerate(() if row.header else row.cells):
            for line in _lines(cell.blocks, rows):
                yield replace(line, row=line.row or number, cell=index)


def _pieces(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph's lines. It is a heading only as a whole."""
    pieces = list(_cut(paragraph.content))
    alone = len(pieces) == 1
    item = paragraph.list_level is not None and paragraph.level is None
    number = paragraph.number or ""
    for piece in pieces:
        looks = alone and len(piece.text) <= LONGEST_FAKE and (paragraph.wholly("bold") or in_capitals(piece.text))
        level = paragraph.level if paragraph.level and alone else DEEPEST if looks and not item else None
        yield Line(
            piece, level, item or (level is None and is_item(piece.text)), paragraph.list_level or 0, number=number
        )


def _cut(content: Text) -> Iterator[Text]:
    start = 0
    for words in content.text.split("\n"):
        if words.strip():
            yield content.cut(start, start + len(words)).strip()
        start += len(words) + 1


def _over_text(line: Line, after: Line | None) -> Line:
    """The line as a heading where it is short, ends as no sentence does, and stands over one that does."""
    words = line.text.text
    short = len(words) <= LONGEST_PLAIN and not words.endswith((*ENDS, ":")) and words[:1].isupper()
    over = after is not None and after.level is None and after.text.text.endswith((*ENDS, ":"))
    plain = line.level is None and not line.item and line.row is None
    if plain and short and over and not line.number:
        return replace(line, level=DEEPEST)
    numbered = line.item and not line.number and BULLET.match(words) is None and line.row is None
    if numbered and after is not None and not after.item and len(words) <= LONGEST_PLAIN and not words.endswith(ENDS):
        return replace(line, level=DEEPEST, item=False)  # '2. Våra synpunkter'
    return line
