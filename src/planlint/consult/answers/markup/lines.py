"""A file's paragraphs in a row, each with the story that it belongs to: saving keeps the order within a story only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final, Literal

from planlint.model.document import Block, Document, Paragraph, Table
from planlint.model.text import Text

Story = Literal["document", "boxes", "contents", "footnotes", "endnotes", "header", "footer"]
TOLD: Final[frozenset[Story]] = frozenset({"document", "boxes", "footnotes", "endnotes"})
"""Where a difference that nothing marks is somebody's: the rest changes by itself, with fields and page numbers."""
LOOSE: Final[frozenset[Story]] = frozenset({"boxes", "header", "footer"})
"""Where programs put paragraphs in an order of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `cell` names the cell or text box that it stands in and `row` the row of a table, 0 for none."""

    text: Text
    story: Story
    cell: int = 0
    row: int = 0
    level: int | None = None
    number: str = ""
    item: bool = False
    foreign: bool = False
    """Whether only the file that came back has it, though nothing marks it as new."""

    @property
    def at(self) -> tuple[str, int]:
        """By what it is found: its part, and its paragraph."""
        return self.text.part, self.text.paragraph

    def __bool__(self) -> bool:
        """Whether there is something to read."""
        return bool(self.text)


def list_lines(document: Document) -> tuple[Line, ...]:
    """Every paragraph of the file in reading order, empty ones included; the body first."""
    numbers = count(1)
    lines = list(_walk(document.body, "document", numbers))
    for part in document.parts:
        lines += _walk(part.blocks, part.kind, numbers)
    return tuple(lines)


def _walk(
    blocks: tuple[Block, ...], story: Story, numbers: Iterator[int], cell: int = 0, row: int = 0
) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _walk_table(block, story, numbers)
        else:
            yield _line(block, story, cell, row)
            if block.boxes:
                yield from _walk(block.boxes, "boxes" if story == "document" else story, numbers, next(numbers))


def _walk_table(table: Table, story: Story, numbers: Iterator[int]) -> Iterator[Line]:
    for each in table.rows:
        row = next(numbers)
        for cell in each.cells:
            yield from _walk(cell.blocks, story, numbers, next(numbers), row)


def _line(paragraph: Paragraph, story: Story, cell: int, row: int) -> Line:
    contents = paragraph.contents_level is not None and story == "document"
    return Line(
        text=paragraph.content,
        story="contents" if contents else story,
        cell=cell,
        row=row,
        level=paragraph.level,
        number="" if paragraph.bullet else paragraph.number or "",
        item=paragraph.list_level is not None,
    )
