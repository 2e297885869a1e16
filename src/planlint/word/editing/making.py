"""New paragraphs, tables and rows that look like the plan's own."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Final

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from planlint.model.document import Block, MarkKind, Paragraph, Row, Table, paragraphs
from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.editing import tables
from planlint.word.editing.manuscript import Manuscript
from planlint.word.editing.patterns import Pattern, Patterns
from planlint.word.editing.typing import fill_run
from planlint.word.names import w

_SWITCHES: Final[dict[MarkKind, str]] = {"bold": w("b"), "italic": w("i"), "caps": w("caps"), "hidden": w("vanish")}
_HIGHLIGHT: Final = (w("highlight"), w("shd"))
_FIRST: Final = (names.RUN_STYLE, w("rFonts"))
"""What comes before the rest in a w:rPr."""


class Maker:
    """Makes elements. Everything is to be made before anything in the file is changed, which the new is like."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._patterns = Patterns(manuscript)
        self._body = manuscript.body
        self._grid_style = manuscript.styles.identifier("table", "table grid")
        self._tables: dict[int, Element] = {}
        for block in manuscript.document.body:
            if isinstance(block, Table) and (first := next(paragraphs((block,)), None)) is not None:
                around = manuscript.members(first.content)[0].iterancestors(names.TABLE)
                self._tables[first.content.paragraph] = [*around][-1]

    def make_blocks(self, blocks: Sequence[Block], near: int, *, tabled: bool) -> list[Element]:
        """The elements of blocks that are to stand beside the plan's paragraph `near`, in a table or not."""
        return [
            self._make_paragraph(block, self._patterns.find(block, near, tabled=tabled))
            if isinstance(block, Paragraph)
            else self._make_table(block, near)
            for block in blocks
        ]

    def make_row(self, row: Row, model: Element, near: int) -> Element:
        """A w:tr like another, which stands in a table of the plan."""
        table = next(model.iterancestors(names.TABLE))
        return self._make_row(row, None, model, near, tables.grid_of(table))

    def _make_paragraph(self, like: Paragraph, pattern: Pattern) -> Element:
        """A w:p with the words of a paragraph from elsewhere, and with its marks where the pattern has others."""
        made = self._body.makeelement(names.PARAGRAPH)
        if pattern.paragraph is not None and len(pattern.paragraph):
            made.append(deepcopy(pattern.paragraph))
        cuts = sorted({0, len(like.text), *(at for mark in like.marks for at in (mark.start, mark.end))})
        for start, end in pairwise(cuts):
            wanted = {mark.kind for mark in like.marks if mark.start <= start and end <= mark.end}
            run = SubElement(made, names.RUN)
            if pattern.words is not None:
                run.append(deepcopy(pattern.words))
            for kind in sorted(pattern.marks ^ wanted):
                _turn(run, kind, on=kind in wanted)
            fill_run(run, like.text[start:end])
        return made

    def _make_table(self, table: Table, near: int) -> Element:
        """A w:tbl like the plan's nearest, or a plain one with borders where the plan has none."""
        at = min(self._tables, key=lambda index: (abs(index - near), index), default=None)
        model = None if at is None else self._tables[at]
        made = tables.make_table(self._body, model, self._grid_style, table)
        rows = [] if model is None else tables.rows_of(model)
        grid = tables.grid_of(made)
        for number, row in enumerate(table.rows):
            like = rows[min(number, len(rows) - 1)] if rows else None
            below = table.rows[number + 1] if number + 1 < len(table.rows) else None
            made.append(self._make_row(row, below, like, near if at is None else at, grid))
        return made

    def _make_row(self, row: Row, below: Row | None, model: Element | None, near: int, grid: Sequence[int]) -> Element:
        made = tables.make_row(self._body, model, row, below, grid)
        for cell, element in zip(row.cells, made.iterchildren(names.CELL), strict=True):
            element.extend(self.make_blocks(cell.blocks, near, tabled=True))
            if not cell.blocks or isinstance(cell.blocks[-1], Table):
                SubElement(element, names.PARAGRAPH)
        return made


def _turn(run: Element, kind: str, *, on: bool) -> None:
    """Turns a mark of a run on or off."""
    properties = run.find(names.RUN_PROPERTIES)
    if properties is None:
        properties = SubElement(run, names.RUN_PROPERTIES)
    if kind == "highlight":
        _set(properties, _HIGHLIGHT, "yellow" if on else "none")
    for mark, name in _SWITCHES.items():
        if mark == kind:
            _set(properties, (name,), None if on else "0")


def _set(properties: Element, replaced: tuple[str, ...], value: str | None) -> None:
    for each in [*properties.iterchildren(*replaced)]:
        remove(each)
    new = properties.makeelement(replaced[0], {} if value is None else {names.VALUE: value})
    properties.insert(sum(child.tag in _FIRST for child in properties), new)
