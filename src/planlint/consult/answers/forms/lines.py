"""The rows of a form's tables and sheets as words, with where in the file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planlint.consult.cells import clean
from planlint.model.document import Cell, Mark, Paragraph, Table, paragraphs
from planlint.model.text import Text
from planlint.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Box:
    """A cell's words. `column` is the grid column that it begins in; `place` its first words in a Word file."""

    column: int
    words: str
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells, or a paragraph as one cell. `span` is which paragraphs of the body it holds, first and last."""

    boxes: tuple[Box, ...]
    span: tuple[int, int] | None = None
    heading: bool = False

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(box.words for box in self.boxes if box.words)

    def __bool__(self) -> bool:
        """Whether there is something to read."""
        return any(box.words for box in self.boxes)


def table_lines(table: Table) -> tuple[Line, ...]:
    """The rows of a table of a Word file, whose cells may be merged."""
    lines = []
    for row in table.rows:
        column, boxes = 0, []
        for cell in row.cells:
            boxes.append(_box(column, cell))
            column += cell.span
        inside = [each.content.paragraph for cell in row.cells for each in paragraphs(cell.blocks)]
        lines.append(Line(tuple(boxes), (min(inside), max(inside)) if inside else None))
    return tuple(lines)


def sheet_lines(sheet: Sheet) -> tuple[Line, ...]:
    """The rows of a sheet."""
    return tuple(Line(tuple(Box(column, clean(words)) for column, words in enumerate(row))) for row in sheet.rows)


def paragraph_line(paragraph: Paragraph) -> Line:
    """A paragraph by itself."""
    at = paragraph.content.paragraph
    box = Box(0, clean(_read(paragraph)), paragraph.content)
    return Line((box,), (at, at), heading=paragraph.level is not None)


def _box(column: int, cell: Cell) -> Box:
    """A cell as a reader sees it; one that only continues the one above has nothing of its own."""
    read = [(clean(_read(each)), each) for each in paragraphs(cell.blocks)]
    first = next((each.content for words, each in read if words), None)
    return Box(column, "\n".join(words for words, _ in read if words), first)


def _read(paragraph: Paragraph) -> str:
    """A paragraph's words, with the number that a list gives it, without prompts that nobody has filled in."""
    words = "".join(_typed(paragraph.text, [mark for mark in paragraph.marks if mark.kind == "placeholder"]))
    if not words.strip() or paragraph.list_level is None:
        return words
    return f"– {words}" if paragraph.bullet else f"{paragraph.number or ''} {words}"


def _typed(text: str, prompts: list[Mark]) -> Iterator[str]:
    start = 0
    for prompt in prompts:
        yield text[start : prompt.start]
        start = prompt.end
    yield text[start:]
