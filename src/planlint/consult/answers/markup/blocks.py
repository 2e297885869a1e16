"""The final reading's paragraphs, tables and rows, found by where they stand in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planlint.model.document import Block, Document, Paragraph, Row, Table, paragraphs
from planlint.model.text import Text

At = tuple[str, int]
"""A paragraph of the file: its part and its index."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of a table, by its place in it; `free` where the table stands in the text itself and in no other."""

    table: Table
    number: int
    free: bool

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.table.rows[self.number]


class Blocks:
    """What stands where in a document."""

    def __init__(self, document: Document) -> None:
        self._paragraphs: dict[At, Paragraph] = {}
        self._rows: defaultdict[At, list[RowPlace]] = defaultdict(list)
        self._cells: dict[At, int] = {}
        for blocks, free in ((document.body, True), *((part.blocks, False) for part in document.parts)):
            self._read(blocks, free=free)

    def paragraph(self, at: At) -> Paragraph | None:
        """The paragraph at a place."""
        return self._paragraphs.get(at)

    def written(self, at: At, words: str) -> Paragraph:
        """The paragraph at a place with these words, a plain one where none is there."""
        found = self._paragraphs.get(at)
        if found is None:
            return Paragraph(Text(*at, 0, words))
        if found.text == words:
            return found
        return replace(found, content=Text(*at, 0, words), marks=(), links=(), notes=(), images=())

    def rows(self, at: At) -> Sequence[RowPlace]:
        """The rows that a paragraph stands in, the outermost first."""
        return self._rows.get(at, ())

    def within(self, row: Row, *, written: bool = False) -> Iterator[At]:
        """Where the paragraphs of a row stand; with `written`, those that say something."""
        every = (each for cell in row.cells for each in paragraphs(cell.blocks))
        return (_at(each) for each in every if each.content or not written)

    def cell(self, at: At) -> int | None:
        """What a paragraph stands in: 0 for the text itself, None for one that is not there."""
        return self._cells.get(at)

    def level(self, at: At) -> int | None:
        """The level of a heading, None for any other paragraph."""
        found = self._paragraphs.get(at)
        return found.level if found else None

    def _read(self, blocks: tuple[Block, ...], *, free: bool, cell: int = 0) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._read_table(block, free=free)
                continue
            self._paragraphs[_at(block)] = block
            self._cells[_at(block)] = cell if free or cell else -1
            if block.boxes:
                self._read(block.boxes, free=False, cell=self._next())

    def _read_table(self, table: Table, *, free: bool) -> None:
        for number, row in enumerate(table.rows):
            place = RowPlace(table, number, free)
            for at in self.within(row):
                self._rows[at].append(place)
            for cell in row.cells:
                self._read(cell.blocks, free=False, cell=self._next())

    def _next(self) -> int:
        return len(self._cells) + 1


def words_of(row: Row) -> Iterator[str]:
    """The words of each cell of a row."""
    for cell in row.cells:
        yield " ".join(each.text.strip() for each in paragraphs(cell.blocks)).strip()


def _at(paragraph: Paragraph) -> At:
    return paragraph.content.part, paragraph.content.paragraph
