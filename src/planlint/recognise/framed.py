"""Interventions that have no heading of their own: each is a table of label and value, its title in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planlint.language.normalise import label_key
from planlint.model.document import Block, Cell, Paragraph, Table, paragraphs
from planlint.model.plan import Heading
from planlint.recognise.chapters import Member
from planlint.recognise.lines import cell_text
from planlint.recognise.sections import Section, split_number

FEWEST_LABELS = 2
"""Rows that must begin with a label before a table is taken for an intervention."""


def framed_members(
    chapter: Section, is_label: Callable[[str], bool], titles: tuple[str, ...], *, alone: bool
) -> Iterator[Member]:
    """The tables of a chapter as interventions; `titles` are the labels of a row that holds the title ('Insats').

    The title stands in a first row of one cell, or in the row with such a label; where no intervention has a heading
    (`alone`), in the line above the table. Beside headings, a table without a title explains the labels.
    """
    above: Paragraph | None = None
    for block in chapter.blocks:
        if isinstance(block, Paragraph):
            above = block if block.text.strip() else above
        elif sum(len(row.cells) > 1 and is_label(cell_text(row.cells[0])) for row in block.rows) >= FEWEST_LABELS:
            named, rest = _title(block, {label_key(title) for title in titles})
            paragraph = named or (above if alone else None)
            if paragraph is not None:
                yield Member(_section(paragraph, rest, chapter.heading.level + 1), ())


def _section(paragraph: Paragraph, table: Block, level: int) -> Section:
    number, title = split_number(paragraph)
    return Section(Heading(title.text, level, title, number, fake=True), (table,), ())


def _title(table: Table, titles: set[str]) -> tuple[Paragraph | None, Table]:
    """The paragraph that names the intervention, and the table without its row."""
    for index, row in enumerate(table.rows):
        cells = [cell for cell in row.cells if not cell.continues]
        spanning = index == 0 and len(cells) == 1
        if spanning or (len(cells) > 1 and label_key(cell_text(cells[0])) in titles):
            return _first(cells[-1]), Table(table.rows[:index] + table.rows[index + 1 :])
    return None, table


def _first(cell: Cell) -> Paragraph | None:
    return next((paragraph for paragraph in paragraphs(cell.blocks) if paragraph.text.strip()), None)
