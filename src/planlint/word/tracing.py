"""The same walk as reading, with a note of which element each word of a place stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from planlint.model.document import Block, Paragraph
from planlint.word.blocks import Blocks
from planlint.word.characters import plain_text, shown_text
from planlint.word.counting import Counters
from planlint.word.draft import Draft
from planlint.word.fields import Field
from planlint.word.inline import Flow, Inline
from planlint.word.looks import Properties
from planlint.word.names import RUN
from planlint.word.story import Story
from planlint.word.values import inside


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element that stands for characters: `words` from `start` in its paragraph, if the reading shows them.

    Words that are not `shown`, such as deleted ones, would stand at `start`.
    """

    element: Element
    start: int
    words: str
    shown: bool

    @property
    def end(self) -> int:
        """One past the last character that the reading shows."""
        return self.start + len(self.words) if self.shown else self.start


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """The words of a field in one paragraph, and the elements that it begins and ends with if they stand there too."""

    start: int
    end: int
    field: Field
    begin: Element | None
    close: Element | None

    @property
    def copy(self) -> bool:
        """Whether it shows words from elsewhere, unlike a link and a table of contents, in this paragraph alone."""
        return self.whole and not (self.field.leads() or self.field.contents)

    @property
    def whole(self) -> bool:
        """Whether the field begins and ends in this paragraph."""
        return self.begin is not None and self.close is not None


@dataclass(slots=True)
class Line:
    """What stands in one paragraph: its leaves in order, those that are not shown among them, and its fields."""

    leaves: list[Leaf] = field(default_factory=list)
    fields: list[FieldSpan] = field(default_factory=list)


@dataclass(slots=True)
class Traced:
    """What stands where in one part, by the paragraph's index; a joined paragraph has the index of its first w:p."""

    bodies: list[Element] = field(default_factory=list)
    paragraphs: dict[int, Element] = field(default_factory=dict)
    lasts: dict[int, int] = field(default_factory=dict)
    """The index of a paragraph's last w:p, for those that have needed a draft."""
    lines: defaultdict[int, Line] = field(default_factory=lambda: defaultdict(Line))
    """Of paragraphs that needed a draft."""
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    """The marks of footnotes and endnotes, by their part and id."""
    ends: dict[Field, Element] = field(default_factory=dict)
    """The elements that fields end with."""
    drafts: defaultdict[Draft, Line] = field(default_factory=lambda: defaultdict(Line))
    """Paragraphs that are being read."""

    def line(self, index: int) -> Line:
        """What stands in a paragraph; one that was plain is looked at when it is asked for."""
        if index not in self.lines and index in self.paragraphs:
            self.lines[index].leaves += _plain_leaves(self.paragraphs[index])
        return self.lines[index]

    def settle(self, draft: Draft) -> None:
        """Takes what has been read of a paragraph, whose index is known now."""
        line, read = self.lines[draft.index], self.drafts.pop(draft, Line())
        line.leaves += read.leaves
        line.fields += read.fields


class Trace:
    """What stands where in a file, by the names of its parts. `begin` is for `read_package`."""

    def __init__(self) -> None:
        self.parts: dict[str, Traced] = {}
        self._stories: dict[str, Story] = {}

    def begin(self, story: Story, counters: Counters) -> Blocks:
        """What reads a part and traces it. Of parts with one name only the first that is read keeps its trace."""
        known = self._stories.setdefault(story.part, story)
        traced = self.parts.setdefault(story.part, Traced()) if known is story else Traced()
        return _TracingBlocks(story, counters, traced)


class _TracingBlocks(Blocks):
    """Reads one part; what is in plain paragraphs is not kept, as it can be seen again."""

    _inline: _TracingInline

    def __init__(self, story: Story, counters: Counters, traced: Traced) -> None:
        self._traced = traced
        self._last = -1
        super().__init__(story, counters)

    def read_body(self, body: Element) -> tuple[Block, ...]:
        self._traced.bodies.append(body)
        return super().read_body(body)

    def _make_inline(self) -> _TracingInline:
        return _TracingInline(self._story, self._flow, self._read_box, self._traced)

    def _read_paragraph(self, element: Element, blocks: list[Block]) -> None:
        self._traced.paragraphs[self._story.index] = element
        super()._read_paragraph(element, blocks)

    def _read_drafted(
        self, children: Iterable[Element], index: int, properties: Properties, blocks: list[Block]
    ) -> None:
        before = len(blocks)
        super()._read_drafted(children, index, properties, blocks)
        self._last = index
        self._note_last(blocks[before:])

    def _close(self, blocks: list[Block]) -> None:
        before = len(blocks)
        super()._close(blocks)
        self._note_last(blocks[before:])

    def _note_last(self, finished: Iterable[Block]) -> None:
        """Keeps which w:p a paragraph that has come to its end ends with: the last one that was read."""
        for block in finished:
            if isinstance(block, Paragraph):
                self._traced.lasts[block.content.paragraph] = self._last

    def _finish(self, *, in_contents: bool) -> Paragraph:
        self._inline.end_paragraph()
        return super()._finish(in_contents=in_contents)

    def _settle(self, draft: Draft, text: str) -> None:
        super()._settle(draft, text)
        self._traced.settle(draft)


class _TracingInline(Inline):
    """Reads the inside of paragraphs and keeps the leaves, the fields and the marks of notes that it comes upon."""

    def __init__(
        self, story: Story, flow: Flow, read_box: Callable[[Element], tuple[Block, ...]], traced: Traced
    ) -> None:
        super().__init__(story, flow, read_box)
        self._traced = traced
        self._leaf: Element | None = None
        self._begun: dict[Field, tuple[Draft, int, Element]] = {}

    def _read_text(self, element: Element) -> None:
        self._leaf = element
        super()._read_text(element)

    def _read_character(self, element: Element) -> None:
        self._leaf = element
        super()._read_character(element)

    def _read_break(self, element: Element) -> None:
        self._leaf = element
        super()._read_break(element)

    def _read_symbol(self, element: Element) -> None:
        self._leaf = element
        super()._read_symbol(element)

    def _put(self, text: str) -> None:
        draft, leaf = self.flow.draft, self._leaf
        start = draft.length
        super()._put(text)
        if text and leaf is not None and not self.flow.fields.instructions:
            self._traced.drafts[draft].leaves.append(Leaf(leaf, start, text, draft.length > start))

    def _read_note_reference(self, element: Element) -> None:
        draft = self.flow.draft
        before = len(draft.notes)
        super()._read_note_reference(element)
        for anchor in draft.notes[before:]:
            self._traced.notes.setdefault((anchor.part, anchor.note), element)

    def _read_field_character(self, element: Element) -> None:
        fields = self.flow.fields
        before, innermost = len(fields.open), fields.open[-1] if fields.open else None
        super()._read_field_character(element)
        if len(fields.open) > before:
            self._begun[fields.open[-1]] = self.flow.draft, self.flow.draft.length, element
        elif innermost is not None and len(fields.open) < before:
            self._traced.ends[innermost] = element
            self._note_field(innermost, element)

    def end_paragraph(self) -> None:
        """Keeps the words, so far, of the fields that go on in the next paragraph."""
        for each in self.flow.fields.open:
            self._note_field(each, None)

    def _note_field(self, noted: Field, close: Element | None) -> None:
        draft = self.flow.draft
        begun, start, begin = self._begun.get(noted, (None, 0, None))
        if begun is not draft:
            start, begin = 0, None
        if draft.length > start:
            self._traced.drafts[draft].fields.append(FieldSpan(start, draft.length, noted, begin, close))


def _plain_leaves(paragraph: Element) -> Iterator[Leaf]:
    """The leaves of a paragraph that `plain_text` reads."""
    start, children = 0, inside(paragraph)
    if plain_text(children) is None:
        return
    for text in paragraph.iterchildren(RUN):
        leaf = Leaf(text[0], start, shown_text(text[0]), shown=True)
        start = leaf.end
        if leaf.words:
            yield leaf
