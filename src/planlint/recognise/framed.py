"""Interventions that have no heading of their own: their titles stand in tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planlint.model.document import Block, Cell, Paragraph, Row, Table
from planlint.model.framework import InterventionForms
from planlint.model.plan import Heading
from planlint.recognise.headings import split_number
from planlint.recognise.keys import key_of
from planlint.recognise.lines import cell_text
from planlint.recognise.members import Member
from planlint.recognise.sections import Section

FEWEST_LABELS = 2
"""Labels that a table must have before it is taken for interventions."""


@dataclass(slots=True)
class _Frame:
    """An intervention's rows while they are gathered: the paragraph and the row that name it, its labels' keys."""

    title: Paragraph | None = None
    head: Row | None = None
    number: str = ""
    rows: list[Row] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)


def framed_members(
    chapter: Section, is_label: Callable[[str], bool], forms: InterventionForms, *, alone: bool
) -> tuple[Member, ...]:
    """The interventions that a chapter has in tables.

    A table may hold one (label and value, the title in a row of its own or above the table), several below one another,
    or one in each row or column. Beside interventions with headings (not `alone`), only a table of label and value with
    a title in it is one: others explain the labels, or give an overview.
    """
    frames = _Frames(is_label, forms, chapter.heading.level + 1)
    listed = tuple(frames.listed(_blocks(chapter) if alone else chapter.blocks, alone=alone))
    return listed or (tuple(frames.gridded(_blocks(chapter))) if alone else ())


def _blocks(chapter: Section) -> tuple[Block, ...]:
    """The blocks of a chapter, also those under headings in it that are no interventions."""
    return tuple(block for section in chapter.walk() for block in section.blocks)


def is_overview(table: Table, is_label: Callable[[str], bool], forms: InterventionForms) -> bool:
    """Whether a table gives interventions in rows, and so stands for none alone ('Insats', 'Effektmål', 'Ansvarig')."""
    rows = table.rows
    titled = bool(rows) and any(key_of(cell_text(cell)) in _keys(forms.title_labels) for cell in rows[0].cells)
    return titled and len(rows[0].cells) > 1 and not any(is_label(cell_text(row.cells[0])) for row in rows[1:])


@dataclass(frozen=True, slots=True)
class _Frames:
    """Finds interventions in tables; `level` is that of the headings that they are given."""

    is_label: Callable[[str], bool]
    forms: InterventionForms
    level: int

    def listed(self, blocks: tuple[Block, ...], *, alone: bool) -> Iterator[Member]:
        """Tables of label and value; where no intervention has a heading, the line above one may name it."""
        above: Paragraph | None = None
        for block in blocks:
            if isinstance(block, Paragraph):
                above = block if block.text.strip() else above
                continue
            frames = self._frames(block) if self._is_listed(block) else []
            for frame in frames:
                title = frame.title or (above if alone and len(frames) == 1 else None)
                if title is not None:
                    yield self._member(title, frame.number, frame.rows)

    def _is_listed(self, table: Table) -> bool:
        """Whether the rows hold a label each; a first row that names several columns makes another sort of table."""
        labelled = [row for row in table.rows if len(row.cells) > 1 and self._labels(row.cells[0])]
        return len(labelled) >= FEWEST_LABELS and not self._columns(table)

    def _frames(self, table: Table) -> list[_Frame]:
        """The interventions of a table: a new one begins at a title, and has labels that the one before has too."""
        frames = [_Frame()]
        for row in table.rows:
            cells = [cell for cell in row.cells if not cell.continues]
            key = key_of(cell_text(cells[0])) if cells else ""
            title = self._title(cells, key)
            if title is not None:
                frames.append(_Frame(title, row, "" if frames[-1].labels else frames[-1].number))
            elif len(cells) > 1 and key in _keys(self.forms.number_labels):
                frames[-1].number = cell_text(cells[1])
            else:
                frames[-1].rows.append(row)
                if len(cells) > 1 and self._labels(cells[0]):
                    frames[-1].labels.add(key)
        return _joined(frames)

    def _title(self, cells: list[Cell], key: str) -> Paragraph | None:
        """The paragraph of a row that names an intervention: its only cell, or the one beside 'Insats'."""
        if len(cells) == 1 and not self._labels(cells[0]):
            return _first(cells[0])
        return _first(cells[1]) if len(cells) > 1 and key in _keys(self.forms.title_labels) else None

    def gridded(self, blocks: tuple[Block, ...]) -> Iterator[Member]:
        """Tables with an intervention in each row, or in each column."""
        for block in blocks:
            if isinstance(block, Table) and len(block.rows) > 1:
                heads = block.rows[0].cells
                titles = _keys(self.forms.title_labels)
                if sum(self._labels(cell) or key_of(cell_text(cell)) in titles for cell in heads) >= FEWEST_LABELS:
                    yield from self._in_rows(block)
                else:
                    yield from self._in_columns(block)

    def _in_rows(self, table: Table) -> Iterator[Member]:
        """An intervention in each row; the column of titles has 'Insats' above it, or is the first one."""
        heads = table.rows[0].cells
        keys = [key_of(cell_text(head)) for head in heads]
        titles, numbers = _keys(self.forms.title_labels), _keys(self.forms.number_labels)
        title = next((i for i, key in enumerate(keys) if key in titles), None)
        number = next((i for i, key in enumerate(keys) if key in numbers), None)
        if title is None:
            title = next((i for i in range(len(heads)) if i != number and not self._labels(heads[i])), None)
        if title is None:
            return
        rest = [i for i in range(len(heads)) if i not in (title, number)]
        for row in table.rows[1:]:
            named = _first(row.cells[title]) if len(row.cells) == len(heads) else None
            if named is not None:
                stated = cell_text(row.cells[number]) if number is not None else ""
                yield self._member(named, stated, [Row((heads[i], row.cells[i])) for i in rest])

    def _columns(self, table: Table) -> list[int]:
        """The columns that hold an intervention each: they have titles above them, and labels stand to the left."""
        heads = table.rows[0].cells
        corner = key_of(cell_text(heads[0])) if heads else ""
        if len(heads) < 2 or (corner and corner not in _keys(self.forms.title_labels + self.forms.number_labels)):  # noqa: PLR2004
            return []
        titled = [i for i in range(1, len(heads)) if _first(heads[i]) and not self._labels(heads[i])]
        several = len(titled) > 1 or not corner
        return titled if several and len(titled) == len(heads) - 1 else []

    def _in_columns(self, table: Table) -> Iterator[Member]:
        heads = table.rows[0].cells
        labelled = [row for row in table.rows[1:] if row.cells and self._labels(row.cells[0])]
        for column in self._columns(table) if len(labelled) >= FEWEST_LABELS else ():
            title = _first(heads[column])
            rows = [Row((row.cells[0], row.cells[column])) for row in table.rows[1:] if len(row.cells) == len(heads)]
            if title is not None:
                yield self._member(title, "", rows)

    def _labels(self, cell: Cell) -> bool:
        return self.is_label(cell_text(cell))

    def _member(self, title: Paragraph, number: str, rows: list[Row]) -> Member:
        numbered = split_number(title, self.forms.designations)
        stated = number.strip(" .:)") or numbered.number
        heading = Heading(numbered.title.text, self.level, numbered.title, stated, fake=True)
        return Member(Section(heading, (Table(tuple(rows)),), ()))


def _joined(frames: list[_Frame]) -> list[_Frame]:
    """The frames, one without a label that the one before has taken as a part of it."""
    joined = frames[:1]
    for frame in frames[1:]:
        if joined[-1].labels.isdisjoint(frame.labels) and joined[-1].labels:
            joined[-1].rows += [*([frame.head] if frame.head else []), *frame.rows]
            joined[-1].labels |= frame.labels
        else:
            joined.append(frame)
    return [frame for frame in joined if frame.labels]


def _keys(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(key_of, labels))


def _first(cell: Cell) -> Paragraph | None:
    """The cell's first paragraph with words in it."""
    own = (block for block in cell.blocks if isinstance(block, Paragraph))
    return next((paragraph for paragraph in own if paragraph.text.strip()), None)
