"""A document's blocks as the lines that a reader sees: bullets taken off, tables opened, headings marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from planlint.model.document import Block, Cell, Paragraph, Row, Table
from planlint.model.plan import Heading
from planlint.model.text import Text
from planlint.recognise.sections import Section, in_capitals

_BULLET = re.compile(r"\s*(?:[-\u2010-\u2015*+o]\s+|[•·●▪◦‣∙■□➢✓\uf0b7\uf0a7]\s*)")
_TYPED_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-zåäö])[.)]\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section. `content` has no bullet and no white space around it; `number` is the automatic one.

    `label_cell` marks the first cell of a row whose other cells are its value (`value_cell`); `box` what stands in a
    text box; `stands_out` what is a heading or set in bold or capitals; `bold` counts the bold characters in front.
    """

    content: Text
    number: str | None = None
    item: bool = False
    heading: Heading | None = None
    stands_out: bool = False
    bold: int = 0
    label_cell: bool = False
    value_cell: bool = False
    box: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What decides how lines are cut: `labels` tells a part's label, `starts` what begins something of its own."""

    labels: Callable[[str], bool]
    starts: Callable[[str], bool]

    def section(self, section: Section) -> Iterator[Line]:
        """The lines under a section's heading, those of its sections too, each after its heading's line."""
        yield from self.blocks(section.blocks)
        for inner in section.sections:
            yield Line(inner.heading.place, heading=inner.heading, stands_out=True)
            yield from self.section(inner)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Line]:
        """The lines of blocks in reading order."""
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
            else:
                yield from self._paragraph(block)
                yield from (replace(line, box=True) for line in self.blocks(block.boxes))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Line]:
        """The paragraph's lines: a soft break parts it where the next line is an item or starts something."""
        number = paragraph.number
        for piece in self._pieces(paragraph.content):
            bullet = _BULLET.match(piece.text)
            content = (piece.cut(bullet.end()) if bullet else piece).strip()
            if content:
                bold = _bold_prefix(paragraph, content)
                stands_out = bold == len(content.text) or paragraph.level is not None or in_capitals(content.text)
                item = bool(bullet) or paragraph.list_level is not None
                yield Line(content, number, item, stands_out=stands_out, bold=bold)
                number = None

    def _pieces(self, content: Text) -> Iterator[Text]:
        """The text cut at those line breaks that a reader takes for a new line."""
        begin = 0
        for found in re.finditer("\n", content.text):
            rest = content.text[found.end() :].split("\n", 1)[0]
            if _BULLET.match(rest) or self.starts(rest) or self.starts(content.text[begin : found.start()]):
                yield content.cut(begin, found.start())
                begin = found.end()
        yield content.cut(begin)

    def _table(self, table: Table) -> Iterator[Line]:
        rows = [tuple(cell for cell in row.cells if not cell.continues) for row in table.rows]
        heads = [cell_text(cell) for cell in rows[0]] if rows else []
        if len(heads) > 1 and all(self.labels(head) for head in heads):
            yield from self._columns(table)
            return
        by_label = any(len(row) > 1 and self.labels(cell_text(row[0])) for row in rows)
        if by_label and self._is_head(table.rows[0]):
            rows = rows[1:]
        for row in rows:
            for index, cell in enumerate(row):
                label = by_label and index == 0 and (len(row) > 1 or self.labels(cell_text(cell)))
                yield from self._cell(cell, label=label, value=by_label and not label)

    def _is_head(self, row: Row) -> bool:
        """Whether the first row of a table of label and value only names the columns ('Uppgift', 'Om insatsen')."""
        set_off = row.header or all(
            block.wholly("bold") for cell in row.cells for block in cell.blocks if isinstance(block, Paragraph)
        )
        return len(row.cells) > 1 and set_off and not self.labels(cell_text(row.cells[0]))

    def _columns(self, table: Table) -> Iterator[Line]:
        """A table whose first row holds labels: each column is read from top to bottom under its label."""
        for column in range(max(len(row.cells) for row in table.rows)):
            for index, row in enumerate(table.rows):
                if column < len(row.cells) and not row.cells[column].continues:
                    yield from self._cell(row.cells[column], label=index == 0, value=index > 0)

    def _cell(self, cell: Cell, *, label: bool, value: bool) -> Iterator[Line]:
        for line in self.blocks(cell.blocks):
            yield replace(line, label_cell=label or line.label_cell, value_cell=value or line.value_cell)


def cell_text(cell: Cell) -> str:
    """The words of a cell's own paragraphs, one space between them."""
    return " ".join(block.text.strip() for block in cell.blocks if isinstance(block, Paragraph) and block.text.strip())


def without_number(text: Text) -> Text:
    """The text without a typed number or letter of a list ('1. ', 'a) ')."""
    found = _TYPED_NUMBER.match(text.text)
    return text.cut(found.end()) if found else text


def _bold_prefix(paragraph: Paragraph, content: Text) -> int:
    """How many characters of `content` from its beginning are bold; white space counts as what stands before it."""
    begin = content.start - paragraph.content.start
    reach = begin
    for mark in paragraph.marks:
        if mark.kind == "bold" and mark.start <= reach + _blanks(paragraph.text, reach) and mark.end > reach:
            reach = mark.end
    return min(reach - begin, len(content.text))


def _blanks(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip())
