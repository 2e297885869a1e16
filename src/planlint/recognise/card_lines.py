"""The lines of a project card under the labels that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from planlint.language.normalise import normalise, words
from planlint.model.card import CardField, Deliverable
from planlint.model.document import Block, Paragraph, Row, Table
from planlint.model.framework import Framework
from planlint.model.text import Text
from planlint.recognise.card_labels import BOUNDS, CardLabels, LabelFound
from planlint.recognise.card_tables import deliverable_rows, parted
from planlint.recognise.keys import key_of
from planlint.recognise.lines import Line, Reader, cell_text
from planlint.recognise.parts import several

DELIVERABLES: Final = "deliverables"
PERIOD: Final = "period"

_PROSE: Final = 15
"""Words in a line that ends a sentence, from which it is running text, not a name or a figure (a judgement)."""

_LONGEST_NAME: Final = 60
"""Characters before a colon or a dash that may be a deliverable's name (a judgement)."""

_ENDS_SENTENCE = re.compile(r"[.!?]\s*$")
_TWO_SENTENCES = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")
_CAPITAL = re.compile(r"(?<=\w)\s+(?=[A-ZÅÄÖ])")
_NAMED = re.compile(r"\t+|:\s+|\s+[–—-]\s+")


@dataclass(slots=True)
class Group:
    """Lines under one label while they are gathered; `key` is '' under one that the framework does not know.

    `run_in` says that the value begins on the label's own line; `level` is that of a heading, `row` that of a table.
    """

    key: str
    label: Text
    run_in: bool = False
    item: bool = False
    level: int | None = None
    row: Row | None = None
    lines: list[Line] = field(default_factory=list)
    listed: list[Deliverable] = field(default_factory=list)


@dataclass(slots=True)
class Gathering:
    """The groups so far, the one that is open, and the lines that belong to none."""

    framework: Framework
    labels: CardLabels
    reader: Reader
    groups: list[Group] = field(default_factory=list)
    background: list[Line] = field(default_factory=list)
    current: Group | None = None
    seen: set[str] = field(default_factory=set)
    """The keys of the groups."""

    def take(self, body: tuple[Block, ...], title: Paragraph | None) -> None:
        """Gather the lines of a body; its title belongs to no field."""
        for block in body:
            if isinstance(block, Table):
                self._take_table(block)
            elif block is not title and block.contents_level is None:
                self._take_paragraph(block)

    def _take_table(self, table: Table) -> None:
        for piece, listing in parted(table, self.labels, self.framework.card):
            awaited = self.current is not None and self.current.key == DELIVERABLES and not self.current.lines
            if listing or (awaited and not self._is_labelled(piece)):
                self._take_deliverables(piece, headed=listing or piece.rows[0].header)
            else:
                for line in self.reader.blocks((piece,)):
                    self._take_line(line)
            self.current = None

    def _is_labelled(self, table: Table) -> bool:
        return any(self.labels.any_label(cell_text(row.cells[0])) for row in table.rows if row.cells)

    def _take_deliverables(self, table: Table, *, headed: bool) -> None:
        if self.current is None or self.current.key != DELIVERABLES:
            label = next(self.reader.blocks((Table(table.rows[:1]),))).content
            self._open(LabelFound(DELIVERABLES, label), Line(label))
        self.groups[-1].listed += deliverable_rows(table.rows[1:] if headed else table.rows)

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        if not paragraph.text.strip() and not paragraph.boxes:
            if self.current is not None and self.current.run_in:
                self.current = None
        elif paragraph.level is None:
            for line in self.reader.blocks((paragraph,)):
                for piece in self.labels.cut(line.content):
                    self._take_line(line if piece is line.content else replace(line, content=piece))
        elif paragraph.content:
            self._take_heading(paragraph, paragraph.level)

    def _take_heading(self, paragraph: Paragraph, level: int) -> None:
        """Open the field that a heading names; one that only divides a field is passed over."""
        content = paragraph.content.strip()
        near = self.labels.near(content.text)
        found = self.labels.of_line(content) or (LabelFound(near, content) if near else None)
        above = self.current.level if self.current else None
        if found is not None or above is None or level <= above:
            self._open(found or LabelFound("", content), Line(content), level)

    def _open(self, found: LabelFound, line: Line, level: int | None = None) -> None:
        group = Group(found.key, found.label, found.value is not None, line.item, level, line.row)
        if found.value:
            group.lines.append(Line(found.value))
        self.groups.append(group)
        self.seen.add(group.key)
        self.current = group

    def _take_line(self, line: Line) -> None:
        current = self.current
        if line.label_cell and current is not None and current.row is line.row and not current.lines:
            return  # a hint under the label in its own cell
        found = self._label(line)
        if found is not None:
            self._open(found, line)
        elif current is None or (not current.key and not line.value_cell):
            self._take_background(line)
        elif self._ends(current, line):
            self.current = None
            self.background.append(line)
        else:
            current.lines.append(line)

    def _take_background(self, line: Line) -> None:
        """Running text; a short line above the first field is the front's ('Version 1.0'), not the card's."""
        if self.groups or _is_prose(line.content.text):
            self.background.append(line)

    def _label(self, line: Line) -> LabelFound | None:
        """The label that a line is or begins with; 'Starttid:' under 'Genomförandetid' belongs to its value."""
        if line.value_cell:
            return self._paired(line)
        found = self._found(line)
        inside = self.current is not None and self.current.key == PERIOD and not line.label_cell
        return None if found and inside and found.key in BOUNDS and not line.stands_out else found

    def _paired(self, line: Line) -> LabelFound | None:
        """The label that stands third in a row of two labels with their values."""
        current = self.current
        if current is None or line.row is None or current.row is not line.row or not current.lines:
            return None
        whole = self.labels.whole(line.content) if len(line.row.cells) > 2 else None  # noqa: PLR2004 - label, value, more
        return whole if whole is not None and whole.key not in self.seen else None

    def _found(self, line: Line) -> LabelFound | None:
        content = line.content
        loud = line.label_cell or line.stands_out or content.text.endswith(":")
        waiting = self.current is not None and not self.current.run_in and not self.current.lines
        whole = self.labels.whole(content)
        if whole is not None and (loud or not (line.item or waiting)):
            return whole
        if line.label_cell:
            return LabelFound(self.labels.near(content.text) or "", content)
        if whole is None and (not line.item or self._lists_fields(line)):
            beside = self.labels.beside(content, line.set_off, self.labels.keys if line.item else self.seen)
            if beside is not None:
                return beside
        return None if line.item or waiting else self._unknown(line)

    def _lists_fields(self, line: Line) -> bool:
        """Whether an item of a list may be a label and its value: in bold, or where no other field is open."""
        return line.set_off > 0 or self.current is None or self.current.item

    def _unknown(self, line: Line) -> LabelFound | None:
        """The label that a line in bold surely is, though not in a form that the framework has."""
        content, text = line.content, line.content.text
        run_in = self.labels.run_in(text, line.set_off) if line.set_off else None
        if run_in is not None:
            key = self.labels.near(text[: run_in[0]])
            label = content.cut(0, run_in[0])
            return LabelFound(key, label, content.cut(run_in[1]).strip() or None) if key else None
        if line.set_off < len(text) or _ENDS_SENTENCE.search(text) or len(text) > _LONGEST_NAME:
            return None
        return LabelFound(self.labels.near(text) or "", content)

    def _ends(self, current: Group, line: Line) -> bool:
        """Whether a line is running text that does not go on with a field of names and figures."""
        known = self.framework.card.fields.get(current.key)
        text = line.content.text
        if line.value_cell or line.item or not current.lines or (known and known.prose):
            return False
        sentences = current.key != DELIVERABLES or _TWO_SENTENCES.search(text) is not None
        return sentences and _is_prose(text)

    def fields(self) -> tuple[CardField, ...]:
        """The fields that the framework knows, in the order written; placeholders are no values."""
        return tuple(
            CardField(group.key, group.label, (*map(_name, group.listed), *self._values(group)))
            for group in self.groups
            if group.key
        )

    def _values(self, group: Group) -> Iterator[Text]:
        """What a field says, each name in a list of names by itself."""
        prose = self.framework.card.fields[group.key].prose
        for line in self._said(group):
            yield from [line.content] if prose or line.item else several(line.content)

    def _said(self, group: Group) -> list[Line]:
        """The lines that say something; the second column's heading on a typed line says nothing."""
        empty = {normalise(word) for word in self.framework.placeholders}
        said = [line for line in group.lines if normalise(line.content.text) not in empty]
        return said[1:] if self._in_columns(group) else said

    def _in_columns(self, group: Group) -> bool:
        """Whether 'Leverabel Beskrivning' stands over typed lines that each hold a name and what is said of it."""
        heads = {key_of(form) for form in self.framework.card.deliverable_columns[1]}
        return group.key == DELIVERABLES and bool(group.lines) and key_of(group.lines[0].content.text) in heads

    def lines(self, key: str) -> Iterator[list[Line]]:
        """The lines of each group with that key."""
        return (self._said(group) for group in self.groups if group.key == key)

    def deliverables(self) -> Iterator[Deliverable]:
        """What the work hands over, from tables, lists and lines."""
        for group in self.groups:
            if group.key == DELIVERABLES:
                yield from group.listed
                parts = _CAPITAL if self._in_columns(group) else _NAMED
                yield from (_deliverable(line.content, parts) for line in self._said(group))

    def unplaced(self) -> tuple[Text, ...]:
        """The labels that the framework does not know."""
        return tuple(group.label for group in self.groups if not group.key)


def _is_prose(text: str) -> bool:
    return len(words(text)) >= _PROSE and _ENDS_SENTENCE.search(text) is not None


def _name(deliverable: Deliverable) -> Text:
    return deliverable.name


def _deliverable(content: Text, parts: re.Pattern[str]) -> Deliverable:
    """'Rapport: nuläge och förslag' as a name and what is said of it; `parts` is what stands between them."""
    found = parts.search(content.text)
    if found is None or found.start() > _LONGEST_NAME:
        return Deliverable(content)
    return Deliverable(content.cut(0, found.start()), (content.cut(found.end()).strip(),))
