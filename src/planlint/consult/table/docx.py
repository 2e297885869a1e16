"""The tables of a Word document as lines of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from planlint.consult.table.grid import Grid, Line, Paper
from planlint.consult.table.words import read_standpoint
from planlint.model.document import Cell, Document, Paragraph, Row, Table, paragraphs

MOST_CELLS: Final = 64
"""Columns of a table that are looked at: a merged cell can say that it takes a hundred million."""


def lay_out_document(document: Document) -> Paper:
    """The tables of the body, those inside others left to the cell that they stand in, and the paragraphs between."""
    tables = [block for block in document.body if isinstance(block, Table)]
    return Paper(
        grids=tuple(Grid("table", str(number), tuple(_lines(table))) for number, table in enumerate(tables, 1)),
        beside=tuple((block.content.paragraph, block.text) for block in document.body if isinstance(block, Paragraph)),
        revisions=len(document.revisions),
    )


def _lines(table: Table) -> Iterator[Line]:
    """The rows; a cell that goes on from the row above, as merged ones do, says what stands there."""
    above: tuple[str, ...] = ()
    for number, row in enumerate(table.rows, 1):
        cells = tuple(islice(_columns(row), MOST_CELLS))
        words = tuple(_words(cell, extra, above[at : at + 1]) for at, (cell, extra) in enumerate(cells))
        starts = tuple(_start(cell) for cell, _ in cells)
        at = next((start for start in starts if start >= 0), None)
        if at is not None:
            yield Line(words, at, number, starts)
        above = words


def _columns(row: Row) -> Iterator[tuple[Cell, bool]]:
    """The cell of each column; one over several stands in each of them, as an `extra` in all but its first."""
    for cell in row.cells:
        for extra in range(min(max(1, cell.span), MOST_CELLS)):
            yield cell, extra > 0


def _start(cell: Cell) -> int:
    """The first paragraph of a cell; -1 where it has none."""
    first = next(paragraphs(cell.blocks, boxes=False), None)
    return -1 if first is None else first.content.paragraph


def _words(cell: Cell, extra: bool, above: Sequence[str]) -> str:  # noqa: FBT001 - as _columns has it
    if cell.continues:
        return above[0] if above else ""
    return "" if extra else _text(cell)


def _text(cell: Cell) -> str:
    return "\n".join(_filled_in(paragraph) for paragraph in paragraphs(cell.blocks, boxes=False)).strip()


def _filled_in(paragraph: Paragraph) -> str:
    """The words without the prompts that controls show until somebody fills them in.

    A program that puts words into a control may leave it saying that they are a prompt: a standpoint is none.
    """
    text = paragraph.text
    for mark in sorted(paragraph.marks, key=lambda mark: mark.start, reverse=True):
        if mark.kind == "placeholder" and read_standpoint(text[mark.start : mark.end]) is None:
            text = text[: mark.start] + text[mark.end :]
    return text
