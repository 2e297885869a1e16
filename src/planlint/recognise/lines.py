"""A document's blocks as the lines that a reader sees: bullets taken off, tables opened, headings marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from planlint.model.document import Block, Cell, MarkKind, Paragraph, Row, Table
from planlint.model.plan import Heading
from planlint.model.text import Text
from planlint.recognise.headings import BULLET, CAPTION, in_capitals
from planlint.recognise.sections import Section

_TYPED_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-zåäö])[.)]\s+", re.IGNORECASE)
_BREAK = re.compile(r"\n|[.,;|][ \t]+")
_GOES_ON = re.compile(r"(?:[,–—-]|\b(?:och|eller|samt))\s*$")
_CLOSED = re.compile(r"[.:;!?]\s*$")
_CAPTION = re.compile(CAPTION.pattern + r"[\d.]{0,8}\s?[.:–—-]\s.{0,120}", re.IGNORECASE)
_LOOKED_AT = 200
"""Characters on either side of a break that tell what it parts: more than a label or a code takes."""
_LONGEST_LABEL = 60
"""Characters before the colon of a label in a line of labels."""
_SET_OFF: tuple[MarkKind, ...] = ("bold", "italic")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section. `content` has no bullet and no white space around it; `number` is the automatic one.

    `label_cell` marks the first cell of a row whose other cells are its value (`value_cell`); `row` is the same for
    all lines of a table's row; `box` marks what stands in a text box; `stands_out` what is a heading or set in bold or
    capitals; `set_off` counts the characters in front that are bold or in italics.
    """

    content: Text
    number: str | None = None
    item: bool = False
    heading: Heading | None = None
    stands_out: bool = False
    set_off: int = 0
    label_cell: bool = False
    value_cell: bool = False
    row: Row | None = None
    box: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What decides how lines are cut.

    `labels` tells a part's label, `starts` what begins something of its own, `codes` what begins with a goal's code.
    """

    labels: Callable[[str], bool]
    starts: Callable[[str], bool]
    codes: Callable[[str], bool]

    def section(self, section: Section) -> Iterator[Line]:
        """The lines under a section's heading, those of its sections too, each after its heading's line."""
        yield from self.blocks(section.blocks)
        for inner in section.sections:
            yield from self.with_heading(inner)

    def with_heading(self, section: Section) -> Iterator[Line]:
        """A section's lines, its heading's first."""
        yield Line(section.heading.place, section.heading.number, heading=section.heading, stands_out=True)
        yield from self.section(section)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Line]:
        """The lines of blocks in reading order."""
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
            else:
                if not _is_caption(block):
                    yield from self._paragraph(block)
                if block.boxes:
                    yield from (replace(line, box=True) for line in self.blocks(block.boxes))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Line]:
        """The paragraph's lines: a soft break parts it where the next line is an item or starts something."""
        number = paragraph.number
        for piece in self._pieces(paragraph.content):
            bullet = BULLET.match(piece.text)
            content = (piece.cut(bullet.end()) if bullet else piece).strip()
            if content:
                set_off = max(_prefix(paragraph, content, kind) for kind in _SET_OFF) if paragraph.marks else 0
                bold = set_off == len(content.text) and _prefix(paragraph, content, "bold") == set_off
                stands_out = bold or paragraph.level is not None or in_capitals(content.text)
                item = bool(bullet) or paragraph.list_level is not None
                yield Line(content, number, item, stands_out=stands_out, set_off=set_off)
                number = None

    def _pieces(self, content: Text) -> Iterator[Text]:
        """The text cut at those line breaks that a reader takes for a new line, and before a further goal's code.

        Also before a further label in a line of labels ("Ansvarig: Granå. Tidplan: 2027").
        """
        begin = 0
        labelled = self._labelled(content.text)
        for found in _BREAK.finditer(content.text) if labelled or "\n" in content.text or ";" in content.text else ():
            rest = content.text[found.end() : found.end() + _LOOKED_AT].split("\n", 1)[0]
            if found[0] == "\n":
                parted = self._parts(content.cut(begin, found.start()).text, rest)
            else:
                parted = (found[0][0] == ";" and self.codes(rest)) or (labelled and self._labelled(rest))
            if parted:
                yield content.cut(begin, found.start())
                begin = found.end()
        yield content.cut(begin)

    def _labelled(self, text: str) -> bool:
        """Whether a text begins with a label and its colon."""
        colon = text.find(":", 0, _LONGEST_LABEL)
        return colon > 0 and self.labels(text[:colon])

    def _parts(self, before: str, rest: str) -> bool:
        """Whether a line break parts two lines: not where a sentence only goes on after it."""
        end = before[-_LOOKED_AT:]
        first = rest.lstrip(' \t”"')[:1]
        anew = first.isupper() or (first.isdigit() and _CLOSED.search(end) is not None)
        if (anew and not _GOES_ON.search(end)) or BULLET.match(rest) or _TYPED_NUMBER.match(rest):
            return True
        return self.starts(rest) or self.starts(before[:_LOOKED_AT])

    def _table(self, table: Table) -> Iterator[Line]:
        if self._in_columns(table):
            yield from self._columns(table)
            return
        rows = table.rows
        by_label = any(len(row.cells) > 1 and self._is_label(row.cells[0]) for row in rows)
        if by_label and self._is_head(rows[0]):
            rows = rows[1:]
        for row in rows:
            for index, cell in enumerate(row.cells):
                if not cell.continues:
                    label = by_label and self._labels_row(row, index)
                    yield from self._cell(cell, row, label=label, value=by_label and not label)

    def _in_columns(self, table: Table) -> bool:
        """Whether the first row holds labels, and the others what stands under them."""
        heads = [cell_text(cell) for cell in table.rows[0].cells] if table.rows else []
        known = sum(self.labels(head) for head in heads)
        if len(heads) < 2 or known < 2 or 2 * known < len(heads):  # noqa: PLR2004 - a table has two columns or more
            return False
        firsts = [cell_text(row.cells[0]) for row in table.rows[1:] if row.cells]
        coded = known < len(heads) and any(map(self.codes, firsts))
        return bool(firsts) and not coded and not any(map(self.labels, firsts))

    def _is_label(self, cell: Cell) -> bool:
        return self.labels(cell_text(cell))

    def _labels_row(self, row: Row, index: int) -> bool:
        """Whether a cell is a label in a table of label and value; a form may have two of them in a row."""
        alone = len(row.cells) == 1
        if index == 0:
            return not alone or self._is_label(row.cells[0])
        paired = index % 2 == 0 and len(row.cells) % 2 == 0
        return paired and self._is_label(row.cells[index]) and not self._is_label(row.cells[index + 1])

    def _is_head(self, row: Row) -> bool:
        """Whether the first row of a table of label and value only names the columns ('Uppgift', 'Om insatsen')."""
        set_off = row.header or all(
            block.wholly("bold") for cell in row.cells for block in cell.blocks if isinstance(block, Paragraph)
        )
        return len(row.cells) > 1 and set_off and not self._is_label(row.cells[0])

    def _columns(self, table: Table) -> Iterator[Line]:
        """A table whose first row holds labels: each column is read from top to bottom under its label."""
        for column in range(max(len(row.cells) for row in table.rows)):
            for index, row in enumerate(table.rows):
                if column < len(row.cells) and not row.cells[column].continues:
                    yield from self._cell(row.cells[column], row, label=index == 0, value=index > 0)

    def _cell(self, cell: Cell, row: Row, *, label: bool, value: bool) -> Iterator[Line]:
        for line in self.blocks(cell.blocks):
            yield replace(
                line,
                label_cell=label or line.label_cell,
                value_cell=value or line.value_cell,
                row=line.row or row,
            )


def cell_text(cell: Cell) -> str:
    """The words of a cell's own paragraphs, one space between them."""
    return " ".join(block.text.strip() for block in cell.blocks if isinstance(block, Paragraph) and block.text.strip())


def without_number(text: Text) -> Text:
    """The text without a typed number or letter of a list ('1. ', 'a) ')."""
    found = _TYPED_NUMBER.match(text.text)
    return text.cut(found.end()) if found else text


def _is_caption(paragraph: Paragraph) -> bool:
    """Whether a paragraph only says what a picture or a table shows."""
    return paragraph.style == "caption" or (paragraph.level is None and _CAPTION.fullmatch(paragraph.text) is not None)


def _prefix(paragraph: Paragraph, content: Text, kind: MarkKind) -> int:
    """How many characters of `content` from its beginning carry a mark; white space counts as what stands before it."""
    begin = content.start - paragraph.content.start
    reach = begin
    for mark in paragraph.marks:
        if mark.kind == kind and mark.start <= reach + _blanks(paragraph.text, reach) and mark.end > reach:
            reach = mark.end
    return min(reach - begin, len(content.text))


def _blanks(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip())
