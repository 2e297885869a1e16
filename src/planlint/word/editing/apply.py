"""A plan's Word file with edits made in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from planlint.model.document import Reading, paragraphs
from planlint.model.edit import Add, AddRow, Edit, Join, Remove, RemoveRow, Replace, Split
from planlint.model.text import Text
from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.editing.around import STAND_IN, leave_closed
from planlint.word.editing.boxes import copy_boxes
from planlint.word.editing.checking import check, place_of, row_of
from planlint.word.editing.leaving import join, mend, remove_paragraph, remove_row
from planlint.word.editing.making import Maker
from planlint.word.editing.manuscript import Manuscript
from planlint.word.editing.pen import Pen
from planlint.word.editing.steps import list_steps
from planlint.word.editing.tables import begin_below


def apply_to_document(data: bytes, edits: Sequence[Edit], reading: Reading) -> bytes:
    """As `planlint.word.apply_edits`."""
    manuscript = Manuscript(data, reading)
    check(manuscript, edits)
    _Edition(manuscript, edits).make()
    return manuscript.save()


class _New(NamedTuple):
    """New blocks or rows, and the w:p or w:tr that they follow; None: they come before everything."""

    after: Element | None
    elements: list[Element]


class _Edition:
    """Edits that are made. Where each is to be made, and what is new, is found before anything is changed."""

    def __init__(self, manuscript: Manuscript, edits: Sequence[Edit]) -> None:
        self._manuscript = manuscript
        words: defaultdict[tuple[str, int], list[Replace | Split]] = defaultdict(list)
        for edit in edits:
            if isinstance(edit, Replace | Split):
                words[edit.place.part, edit.place.paragraph].append(edit)
        self._words = [(Text(*place, 0, ""), list_steps(found)) for place, found in words.items()]
        self._rows = [row_of(manuscript, edit.place) for edit in edits if isinstance(edit, RemoveRow)]
        self._gone = [member for e in edits if isinstance(e, Remove) for member in manuscript.members(e.place)]
        joined = sorted((e.place for e in edits if isinstance(e, Join)), key=lambda e: (e.part, e.paragraph))
        self._joined = [manuscript.members(place)[-1] for place in reversed(joined)]
        self._new = _make_new(manuscript, [edit for edit in edits if isinstance(edit, Add | AddRow)])
        self._emptied: dict[Element, None] = {}
        """What blocks or rows have been taken from."""

    def make(self) -> None:
        """Makes words first, then takes away what goes, and joins what then stands beside one another."""
        changed = self._find_changed()
        for place, steps in self._words:
            line, members = self._manuscript.line(place), self._manuscript.members(place)
            Pen(line, members, steps, self._manuscript.fresh).write()
        stand_ins = self._put_stand_ins()
        self._take_away()
        for stand_in, elements in stand_ins:
            _put_in(stand_in, elements)
        for container in self._emptied:
            mend(container)
        copy_boxes(changed)

    def _find_changed(self) -> list[Element]:
        """What changes; the parts that it stands in are noted."""
        words = (self._manuscript.members(place)[0] for place, _ in self._words)
        after = (self._manuscript.body if new.after is None else new.after for new in self._new)
        changed = [*words, *self._rows, *self._gone, *self._joined, *after]
        for element in changed:
            self._manuscript.change(element)
        return [each for element in changed for each in element.iterancestors(names.ALTERNATIVES)]

    def _put_stand_ins(self) -> list[tuple[Element, list[Element]]]:
        """Marks the places of what is new, as what stands there now may go."""
        made: list[tuple[Element, list[Element]]] = []
        last: dict[Element | None, Element] = {}
        for new in self._new:
            anchor = new.after
            if anchor is not None and anchor.tag == names.PARAGRAPH:
                anchor = leave_closed(anchor)
            stand_in = self._manuscript.body.makeelement(STAND_IN)
            before = last.get(anchor, anchor)
            if before is None:
                self._manuscript.body.insert(0, stand_in)
            else:
                before.addnext(stand_in)
            last[anchor] = stand_in
            made.append((stand_in, new.elements))
        return made

    def _take_away(self) -> None:
        """Takes away rows, paragraphs and marks of paragraphs, the last of these first."""
        for row in self._rows:
            self._take_from(row)
            remove_row(row)
        for paragraph in self._gone:
            self._take_from(paragraph)
            remove_paragraph(paragraph)
        for paragraph in self._joined:
            self._take_from(paragraph)
            join(paragraph)

    def _take_from(self, element: Element) -> None:
        container = element.getparent()
        if container is not None:
            self._emptied[container] = None


def _make_new(manuscript: Manuscript, edits: Sequence[Add | AddRow]) -> list[_New]:
    """What edits add, made like what the file has; at one place in the order that it had in the file it is from."""
    if not edits:
        return []
    maker, made = Maker(manuscript), list[_New]()
    for edit in sorted(edits, key=_origin):
        if isinstance(edit, AddRow):
            row = row_of(manuscript, place_of(edit.after))
            made.append(_New(row, [maker.make_row(edit.row, row, edit.after)]))
        elif edit.after == -1:
            made.append(_New(None, maker.make_blocks(edit.blocks, 0, tabled=False)))
        else:
            last = manuscript.members(place_of(edit.after))[-1]
            tabled = next(leave_closed(last).iterancestors(names.CELL), None) is not None
            made.append(_New(last, maker.make_blocks(edit.blocks, edit.after, tabled=tabled)))
    return made


def _origin(edit: Add | AddRow) -> int:
    """Where what is added stands in the file that it is from: its first paragraph."""
    blocks = edit.blocks if isinstance(edit, Add) else tuple(block for cell in edit.row.cells for block in cell.blocks)
    return next((each.content.paragraph for each in paragraphs(blocks)), -1)


def _put_in(stand_in: Element, elements: Sequence[Element]) -> None:
    """Puts new blocks or rows in the place of what stood in for them."""
    for element in elements:
        stand_in.addprevious(element)
        if element.tag == names.ROW:
            begin_below(element)
    remove(stand_in)
