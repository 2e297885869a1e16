"""Edits made on a document's bare texts, as simply as can be: what a file with the same edits says when it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from planlint.model.document import Block, Document, Paragraph, Row, paragraphs
from planlint.model.edit import Add, AddRow, Edit, Join, Remove, RemoveRow, Replace, Split


@dataclass(eq=False)
class Line:
    """A paragraph of a part: its number there, and its texts: several when it has been split, none when it is gone."""

    number: int
    texts: list[str]


@dataclass(eq=False)
class Cell:
    """Blocks: a cell, a note, or the text of a whole part."""

    blocks: list[Line | Grid]
    text: bool = False
    """Whether this is the body, which may end as it likes."""

    def left(self) -> list[Line | Grid]:
        """The blocks that a reader sees."""
        return [block for block in self.blocks if (block.texts if isinstance(block, Line) else block.left())]

    def close(self) -> None:
        """A cell ends with a paragraph; the body has one."""
        if not (left := self.left()) or (isinstance(left[-1], Grid) and not self.text):
            self.blocks.append(Line(-1, [""]))


@dataclass(eq=False)
class Grid:
    """A table; rows that are gone stay in it."""

    rows: list[list[Cell]]
    gone: list[list[Cell]] = field(default_factory=list)

    def left(self) -> list[list[Cell]]:
        """The rows that a reader sees."""
        return [row for row in self.rows if not any(row is each for each in self.gone)]


@dataclass
class Spot:
    """Where a paragraph stands: in a cell; `grid` and `row` are the innermost table's."""

    cell: Cell
    line: Line
    around: list[tuple[Cell, Grid]]
    """The tables around, the outermost first, with the cells that they stand in."""
    grid: Grid | None = None
    row: list[Cell] | None = None


def said(document: Document) -> dict[str, list[Any]]:
    """What each part says: of a part of notes each note; of a table the rows of cells of blocks."""
    return {name: list(map(_say, cells)) for name, cells in _open(document).items()}


def edited(document: Document, edits: Sequence[Edit]) -> dict[str, list[Any]]:
    """What each part says after the edits."""
    parts = _open(document)
    for name, cells in parts.items():
        _edit(cells, [edit for edit in edits if _part(edit) == name])
    return {name: list(map(_say, cells)) for name, cells in parts.items()}


def spots(cells: Sequence[Cell]) -> dict[int, Spot]:
    """Where each paragraph of a part stands, by its number."""
    return {spot.line.number: spot for cell in cells for spot in _walk(cell, [], None, None)}


def spots_of(document: Document) -> dict[str, dict[int, Spot]]:
    """As `spots`, by part."""
    return {name: spots(cells) for name, cells in _open(document).items()}


def _walk(cell: Cell, around: list[tuple[Cell, Grid]], grid: Grid | None, row: list[Cell] | None) -> Iterator[Spot]:
    for block in cell.blocks:
        if isinstance(block, Line):
            yield Spot(cell, block, around, grid, row)
        else:
            for inner_row in block.rows:
                for inner in inner_row:
                    yield from _walk(inner, [*around, (cell, block)], block, inner_row)


def _part(edit: Edit) -> str:
    return "document" if isinstance(edit, Add | AddRow) else edit.place.part


def _open(document: Document) -> dict[str, list[Cell]]:
    parts: defaultdict[str, list[Cell]] = defaultdict(list)
    parts["document"].append(Cell(_blocks(document.body), text=True))
    for part in document.parts:
        parts[part.name].append(Cell(_blocks(part.blocks)))
    return dict(parts)


def _blocks(blocks: Sequence[Block]) -> list[Line | Grid]:
    return [
        Line(block.content.paragraph, [block.text])
        if isinstance(block, Paragraph)
        else Grid([_row(row) for row in block.rows])
        for block in blocks
    ]


def _row(row: Row) -> list[Cell]:
    return [Cell(_blocks(cell.blocks)) for cell in row.cells]


def _say(cell: Cell) -> list[Any]:
    found: list[Any] = []
    for block in cell.left():
        if isinstance(block, Line):
            found += block.texts
        else:
            found.append([list(map(_say, row)) for row in block.left()])
    return found


def _edit(cells: list[Cell], edits: Sequence[Edit]) -> None:
    where = spots(cells)
    for number, spot in where.items():
        spot.line.texts = _write(spot.line.texts[0], [e for e in edits if _is_words(e) and e.place.paragraph == number])
    _remove(edits, where)
    joined: dict[int, int] = {}
    for number in sorted((e.place.paragraph for e in edits if isinstance(e, Join)), reverse=True):
        following = _join(where[number])
        if following is not None:
            joined[number] = following
    new = sorted((edit for edit in edits if isinstance(edit, Add | AddRow)), key=_origin)
    _add(new, cells[0], where, joined)
    for spot in (where[edit.place.paragraph] for edit in edits if not isinstance(edit, Add | AddRow)):
        spot.cell.close()
        for cell, grid in spot.around:
            if not grid.left():
                cell.close()


def _remove(edits: Sequence[Edit], where: dict[int, Spot]) -> None:
    for edit in edits:
        if isinstance(edit, RemoveRow):
            spot = where[edit.place.paragraph]
            assert spot.grid is not None
            assert spot.row is not None
            spot.grid.gone.append(spot.row)
        elif isinstance(edit, Remove):
            where[edit.place.paragraph].line.texts = []


def _is_words(edit: Edit) -> TypeGuard[Replace | Split]:
    return isinstance(edit, Replace | Split)


def _write(text: str, edits: Sequence[Any]) -> list[str]:
    """The text's pieces after replacements and splits."""
    texts, at = [""], 0
    for edit in sorted(edits, key=lambda edit: (edit.place.start, edit.place.end)):
        texts[-1] += text[at : edit.place.start]
        at = edit.place.end
        if isinstance(edit, Split):
            texts.append("")
        else:
            texts[-1] += edit.words
    texts[-1] += text[at:]
    return texts


def _join(spot: Spot) -> int | None:
    blocks = spot.cell.blocks
    for block in blocks[blocks.index(spot.line) + 1 :]:
        if isinstance(block, Grid):
            if block.left():
                return None
        elif block.texts:
            *whole, last = spot.line.texts
            block.texts = [*whole, last + block.texts[0], *block.texts[1:]]
            spot.line.texts = []
            return block.number
    return None


def _origin(edit: Add | AddRow) -> int:
    """The first paragraph of what is new, in the file that it is from."""
    blocks = edit.blocks if isinstance(edit, Add) else tuple(block for cell in edit.row.cells for block in cell.blocks)
    return next((each.content.paragraph for each in paragraphs(blocks)), -1)


def _add(edits: Sequence[Add | AddRow], body: Cell, where: dict[int, Spot], joined: dict[int, int]) -> None:
    last: dict[int, Any] = {}
    for edit in edits:
        if isinstance(edit, AddRow):
            spot = where[edit.after]
            assert spot.grid is not None
            assert spot.row is not None
            new = _row(edit.row)
            for cell in new:
                cell.close()
            rows, row = spot.grid.rows, last.get(id(spot.row), spot.row)
            rows.insert(next(at for at, each in enumerate(rows) if each is row) + 1, new)
            last[id(spot.row)] = new
            continue
        cell, anchor = _anchor(edit.after, body, where, joined)
        blocks = _blocks(edit.blocks)
        for each in _cells(blocks):
            each.close()
        before = last.get(id(anchor), anchor)
        at = 0 if before is None else cell.blocks.index(before) + 1
        cell.blocks[at:at] = blocks
        last[id(anchor)] = blocks[-1]


def _cells(blocks: Sequence[Line | Grid]) -> Iterator[Cell]:
    for block in blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row:
                    yield cell
                    yield from _cells(cell.blocks)


def _anchor(after: int, body: Cell, where: dict[int, Spot], joined: dict[int, int]) -> tuple[Cell, Line | Grid | None]:
    if after == -1:
        return body, None
    spot = where[after]
    for cell, grid in spot.around:
        last: Any = grid
        while isinstance(last, Grid):
            last = last.rows[-1][-1].blocks[-1]
        if last is spot.line:
            return cell, grid
    while after in joined:
        after = joined[after]
    return where[after].cell, where[after].line
