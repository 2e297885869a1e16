"""Paragraphs and tables in order, as the reading has them, from one part of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Block, Cell, Paragraph, Reading, Row, Table, Unread
from planlint.model.text import Text
from planlint.word import names
from planlint.word.changes import Change, read_change
from planlint.word.characters import plain_text
from planlint.word.controls import is_unfilled, stands_unfilled
from planlint.word.counting import Counters, Item
from planlint.word.draft import Draft, plain_paragraph
from planlint.word.inline import Flow, Inline
from planlint.word.looks import PLAIN, Direct, Look, Properties, read_properties
from planlint.word.names import w
from planlint.word.rows import WRAPPERS, changes_of, is_shaded, parts_set_off, stated, unwrap
from planlint.word.story import Story
from planlint.word.values import inside, whole

MAX_DEPTH: Final = 20
"""Tables and text boxes within one another; deeper ones are said to be unread."""
MAX_SPAN: Final = 63
"""Columns of a table in Word."""

_HEADER_ROW: Final = w("tblHeader")
_SPAN: Final = w("gridSpan")
_MERGE: Final = w("vMerge")


class Blocks:
    """Reads one part. Numbers, revisions and anchors are gathered in the same pass, in its Story."""

    def __init__(self, story: Story, counters: Counters) -> None:
        self._story = story
        self._flow = self._new_flow(counters)
        self._inline = self._make_inline()
        self._depth = 0
        self._handlers: dict[str, Callable[[Element, list[Block]], None]] = {
            names.PARAGRAPH: self._read_paragraph,
            names.TABLE: self._read_table,
            names.SECTION: self._read_section,
            names.ALT_CHUNK: self._read_alt_chunk,
            names.ALTERNATIVES: self._read_alternatives,
            **dict.fromkeys(WRAPPERS, self._read_wrapped),
            names.CONTROL: self._read_control,
        }
        self._between: dict[str, Callable[[Element], None]] = {
            names.BOOKMARK_START: self._inline.read_bookmark,
            names.RANGE_START: self._inline.begin_range,
            names.RANGE_END: self._inline.end_range,
            names.CELL_PROPERTIES: _pass,
        }

    def read_body(self, body: Element) -> tuple[Block, ...]:
        """The blocks of the main part's body, whose pictures are held against its pages."""
        blocks = self.read(body)
        self._inline.embedded.end_section(None)
        return blocks

    def read(self, container: Element) -> tuple[Block, ...]:
        """The blocks of a note, a header, a cell or a text box."""
        blocks: list[Block] = []
        self._gather(container, blocks)
        self._close(blocks)
        return tuple(blocks)

    def _make_inline(self) -> Inline:
        return Inline(self._story, self._flow, self._read_box)

    def _gather(self, container: Iterable[Element], blocks: list[Block]) -> None:
        handlers = self._handlers
        for child in container:
            handler = handlers.get(child.tag)
            if handler:
                handler(child, blocks)
            else:
                self._between.get(child.tag, self._story.skip)(child)

    def _read_wrapped(self, element: Element, blocks: list[Block]) -> None:
        self._inline.read_tracked(element, partial(self._gather, blocks=blocks), read_change(element))

    def _read_control(self, element: Element, blocks: list[Block]) -> None:
        self._inline.read_control(element, partial(self._gather, blocks=blocks), unfilled=is_unfilled(element))

    def _read_alternatives(self, element: Element, blocks: list[Block]) -> None:
        self._story.alternatives(element, partial(self._gather, blocks=blocks))

    def _read_section(self, element: Element, _blocks: list[Block]) -> None:
        self._story.sections.append(element)
        self._inline.embedded.end_section(element)

    def _read_alt_chunk(self, _element: Element, _blocks: list[Block]) -> None:
        self._story.unread.append(Unread("alt-chunk", self._story.here()))

    def _read_paragraph(self, element: Element, blocks: list[Block]) -> None:
        """One w:p. Most hold words and nothing else, and need no draft."""
        children = inside(element)
        properties = _properties(children, original=self._story.source.reading == "original")
        index = self._story.pass_paragraph()
        inline = self._inline
        alone = properties.plain() and self._flow.idle() and inline.change is None and not inline.prompting
        text = plain_text(children) if alone else None
        if text is None:
            self._read_drafted(children, index, properties, blocks)
        else:
            story, look = self._story, self._story.source.looks.of(properties.direct)
            story.languages[look.language] += len(text)
            content = Text(story.part, index, 0, text)
            blocks.append(plain_paragraph(content, look, self._count(look), used=properties.used))

    def _count(self, look: Look) -> Item | None:
        """Counts a paragraph of the look; what its numbering shows."""
        return None if look.numbering is None else self._flow.counters.count(look.numbering, look.list_level)

    def _read_drafted(
        self, children: Iterable[Element], index: int, properties: Properties, blocks: list[Block]
    ) -> None:
        """A w:p of any kind. Where its mark is gone in this reading, what follows is the same paragraph."""
        reading = self._story.source.reading
        draft = self._begin(index, properties)
        fields = self._flow.fields
        contents = fields.contents
        self._inline.read_all(children)
        for change in properties.marks:
            draft.record_mark(change)
        if properties.section is not None:
            self._read_section(properties.section, blocks)
        if not self._inline.visible or (properties.marks and _gone(properties.marks, reading)):
            return
        if properties.formatting and draft.length:
            draft.record_whole(properties.formatting)
        blocks.append(self._finish(in_contents=bool(contents or fields.contents)))

    def _begin(self, index: int, properties: Properties) -> Draft:
        """The draft that a w:p's words go to. The last w:p of a joined paragraph decides how it looks."""
        draft = self._flow.draft
        if not draft.shows_something():
            if draft.index >= 0:
                self._settle(draft, "")
            draft.index = index
        draft.touched = True
        draft.used = draft.used or properties.used
        draft.look = self._story.source.looks.of(properties.direct)
        return draft

    def _finish(self, *, in_contents: bool) -> Paragraph:
        """The draft as a paragraph, and a new draft."""
        flow, draft = self._flow, self._flow.draft
        text, look = draft.text(), draft.look
        item = self._count(look)
        if flow.fields.open:
            draft.links.extend(flow.fields.end_paragraph(draft.length))
        if in_contents and look.level is not None:
            flow.fields.leave_contents()
        self._settle(draft, text)
        flow.draft = Draft(draft.part, look)
        return draft.paragraph(text, item, in_contents=in_contents and bool(text.strip()) and look.level is None)

    def _close(self, blocks: list[Block]) -> None:
        """Ends a paragraph whose mark is gone where no other follows; one that shows nothing is not there."""
        draft = self._flow.draft
        if draft.shows_something():
            blocks.append(self._finish(in_contents=bool(self._flow.fields.contents)))
        elif draft.index >= 0:
            self._settle(draft, "")

    def _settle(self, draft: Draft, text: str) -> None:
        """Hands over the draft's revisions, and the words of comments, which are known now that the text is."""
        story, ranges = self._story, self._flow.ranges
        if draft.changed or draft.formatted:
            story.revisions.extend(draft.take_revisions())
        if draft.ranges:
            for identifier, start, end in draft.ranges:
                story.anchors.setdefault(identifier, Text(draft.part, draft.index, start, text[start:end]))
            draft.ranges.clear()
        if ranges and text:
            for identifier, start in list(ranges.items()):
                if start < len(text):
                    story.anchors[identifier] = Text(draft.part, draft.index, start, text[start:])
            ranges.update(dict.fromkeys(ranges, 0))
            for identifier in story.anchors.keys() & ranges.keys():
                del ranges[identifier]

    def _read_box(self, element: Element) -> tuple[Block, ...]:
        """A text box: a text of its own, with numbers of its own (as docx4j measured in Word)."""
        if self._too_deep(element):
            return ()
        outer, self._flow = self._flow, self._new_flow(Counters(self._story.source.numberings))
        self._inline.flow = self._flow
        self._depth += 1
        blocks = self.read(element)
        self._depth -= 1
        self._flow = self._inline.flow = outer
        return blocks

    def _new_flow(self, counters: Counters) -> Flow:
        return Flow(Draft(self._story.part, self._story.source.looks.of(Direct())), counters)

    def _too_deep(self, element: Element) -> bool:
        """Whether the element is nested too deeply to be read; then that is noted and its paragraphs counted."""
        if self._depth < MAX_DEPTH:
            return False
        self._story.unread.append(Unread("too-deep", Text(self._story.part, self._story.index, 0, "")))
        self._story.skip(element)
        return True

    def _read_table(self, element: Element, blocks: list[Block]) -> None:
        """A table; one whose rows are all gone in this reading is not there."""
        self._close(blocks)
        if self._too_deep(element):
            return
        self._depth += 1
        rows: list[Row] = []
        for row in unwrap(element, names.ROW, self._story):
            properties = stated(row, names.ROW_PROPERTIES)
            read = partial(self._read_row, header=_HEADER_ROW in properties, rows=rows)
            self._read_changed(row, read, changes_of(properties))
        self._depth -= 1
        if rows:
            parts = parts_set_off(element, self._story.source.looks)
            blocks.append(Table(tuple(rows), "firstRow" in parts, "firstCol" in parts))

    def _read_row(self, element: Element, *, header: bool, rows: list[Row]) -> None:
        cells: list[Cell] = []
        for cell in unwrap(element, names.CELL, self._story):
            properties = stated(cell, names.CELL_PROPERTIES)
            read = partial(self._read_cell, properties=properties, cells=cells)
            read = partial(self._inline.read_control, read=read, unfilled=stands_unfilled(cell, element))
            self._read_changed(cell, read, changes_of(properties))
        if self._inline.visible:
            rows.append(Row(tuple(cells), header))

    def _read_changed(self, element: Element, read: Callable[[Element], None], changes: Iterable[Change]) -> None:
        """Reads a row or a cell under all its changes, the last one innermost."""
        for change in reversed(list(changes)):
            read = partial(self._inline.read_tracked, read=read, change=change)
        read(element)

    def _read_cell(self, element: Element, properties: Mapping[str, Element], cells: list[Cell]) -> None:
        blocks = self.read(element)
        if not self._inline.visible:
            return
        span, merge = properties.get(_SPAN), properties.get(_MERGE)
        cells.append(
            Cell(
                blocks,
                span=1 if span is None else whole(span.get(names.VALUE), 1, 1, MAX_SPAN),
                continues=merge is not None and merge.get(names.VALUE, "continue") == "continue",
                shaded=is_shaded(properties),
            )
        )


def _properties(children: Iterable[Element], *, original: bool) -> Properties:
    """The paragraph's w:pPr, which is its first child if it has one."""
    for first in children:
        if first.tag == names.PARAGRAPH_PROPERTIES:
            return read_properties(first, original=original)
        break
    return PLAIN


def _pass(element: Element) -> None:
    """What holds no text."""


def _gone(marks: Iterable[Change], reading: Reading) -> bool:
    """Whether a paragraph mark with these changes is not there in the reading."""
    return any(change.gone(reading) for change in marks)
