"""Focus areas that have no heading of their own: they stand in a table's column, or only in the goals' codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planlint.model.document import Cell, Paragraph, Row, Table
from planlint.model.framework import GoalForms
from planlint.model.plan import Heading
from planlint.recognise.headings import split_number
from planlint.recognise.keys import key_of
from planlint.recognise.lines import Reader, cell_text
from planlint.recognise.link import coded_line
from planlint.recognise.members import Member
from planlint.recognise.sections import Section


def areas_without_headings(chapter: Section, forms: GoalForms, reader: Reader) -> tuple[Member, ...]:
    """The areas of a chapter that has no sections for them.

    They are named in a table's column ('Fokusområde'); else each number that goals' codes begin with is an area, and
    bears the chapter's heading. None where the chapter defines no goal.
    """
    rows: dict[str, tuple[Paragraph, list[Row]]] = {}
    for block in chapter.blocks:
        if isinstance(block, Table):
            for named, row in _named_rows(block, forms):
                rows.setdefault(key_of(named.text), (named, []))[1].append(row)
    if rows:
        return tuple(_member(named, own, chapter, forms) for named, own in rows.values())
    return _numbered(chapter, forms, reader)


def _named_rows(table: Table, forms: GoalForms) -> Iterator[tuple[Paragraph, Row]]:
    """The rows of a table with a column of areas: the area's paragraph, and the row without it."""
    keys = {key_of(word) for word in forms.designations}
    heads = table.rows[0].cells if table.rows else ()
    column = next((i for i, head in enumerate(heads) if key_of(cell_text(head)) in keys), None)
    named: Paragraph | None = None
    for row in table.rows[1:] if column is not None and len(heads) > 1 else ():
        if column is not None and len(row.cells) == len(heads):
            named = _first(row.cells[column]) or named
            if named is not None:
                yield named, Row((*row.cells[:column], *row.cells[column + 1 :]))


def _member(named: Paragraph, rows: list[Row], chapter: Section, forms: GoalForms) -> Member:
    numbered = split_number(named, forms.designations)
    heading = Heading(numbered.title.text, chapter.heading.level + 1, numbered.title, numbered.number, fake=True)
    return Member(Section(heading, (Table(tuple(rows)),), ()))


def _numbered(chapter: Section, forms: GoalForms, reader: Reader) -> tuple[Member, ...]:
    """An area for each number that codes in the chapter begin with."""
    codes = [coded[0] for line in reader.section(chapter) if (coded := coded_line(line, forms))]
    numbers = {code[:-1] for code in codes if code[:-1].isdecimal()}
    if not numbers:
        return ()
    bare = Section(replace(chapter.heading, number=None), (), ())
    return (Member(chapter), *(Member(bare) for _ in range(max(map(int, numbers)) - 1)))


def _first(cell: Cell) -> Paragraph | None:
    own = (block for block in cell.blocks if isinstance(block, Paragraph))
    return next((paragraph for paragraph in own if paragraph.text.strip()), None)
