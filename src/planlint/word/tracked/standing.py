"""The same walk as reading the original, with a note of where each tracked change and each paragraph stands in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from lxml.etree import _Element as Element

from planlint.model.document import Block, Paragraph
from planlint.model.text import Struck, Text
from planlint.word.blocks import Blocks
from planlint.word.changes import Change, read_change
from planlint.word.counting import Counters
from planlint.word.draft import Draft
from planlint.word.inline import Flow, Inline
from planlint.word.names import MATHS_RUN, RUN, RUN_CHANGE, TRACKED
from planlint.word.story import Story

_ARRIVING = ("insertion", "move-to")


@dataclass(slots=True, eq=False)
class Stand:
    """Where words of the file stand: `start` to `end` in a draft, and at `index` once that paragraph's text is known.

    `first` and `last` count the words that the file had before them and with them: what touches has no words between.
    """

    part: str
    draft: Draft
    start: int
    shown: bool
    first: int
    last: int
    end: int | None = None
    index: int = -1
    told: bool = False
    """Whether words have come."""
    _words: str = ""
    _living: list[str] | None = None
    _struck: list[str] | None = None

    def settle(self, text: str, *, there: bool) -> None:
        """Takes the paragraph's index and its own words, now known; `there` is whether the original has it."""
        self.index = self.draft.index
        self.shown = self.shown and there
        self._words = text[self.start : self.end]

    def add(self, text: str) -> None:
        """Words that the original does not show."""
        self._living = self._living or []
        self._living.append(text)

    def add_struck(self, text: str) -> None:
        """Words that were inserted here and struck again."""
        self._struck = self._struck or []
        self._struck.append(text)

    def place(self, *, nested: bool = False) -> Text | None:
        """The words as the original has them, or else the spot where they would stand; None in no paragraph.

        `nested` words are those that were inserted and struck again, any others those that were not.
        """
        if self.index < 0:
            return None
        hidden = "".join((nested and self._struck) or self._living or ())
        if self.shown and (self._words or not hidden):
            return Text(self.part, self.index, self.start, self._words)
        return Struck(self.part, self.index, self.start, hidden)


@dataclass(slots=True)
class Stands:
    """What stands where in a file: tracked changes, and paragraphs with their index, by their elements."""

    changes: dict[Element, Stand] = field(default_factory=dict)
    """Of words and of their formatting."""
    paragraphs: dict[Element, Text | Stand] = field(default_factory=dict)
    """Every w:p that was read, with its words; where it is joined with others, its share of them."""
    indexes: dict[Element, int] = field(default_factory=dict)
    """Which w:p of its part each of them is."""
    stories: list[Story] = field(default_factory=list)
    count: int = 0
    """How many pieces of words have come that are not both inserted and struck."""
    _drafts: defaultdict[Draft, list[Stand]] = field(default_factory=lambda: defaultdict(list))
    """What stands in paragraphs that are being read."""

    def begin(self, story: Story, counters: Counters) -> Blocks:
        """What reads a part and notes what stands in it: for `read_package`."""
        self.stories.append(story)
        return _StandingBlocks(story, counters, self)

    def stand(self, part: str, draft: Draft, *, shown: bool) -> Stand:
        """Something begins where the draft has got to."""
        stand = Stand(part, draft, draft.length, shown, self.count, self.count)
        self._drafts[draft].append(stand)
        return stand

    def tell(self, stand: Stand, draft: Draft) -> None:
        """The first words of what began, perhaps before their paragraph did."""
        if not stand.told and (stand.draft is not draft or stand.index >= 0):
            stand.draft, stand.start, stand.index = draft, draft.length, -1
            self._drafts[draft].append(stand)
        stand.told = True

    def settle(self, draft: Draft, text: str, *, there: bool) -> None:
        """A paragraph's text, and its index, are known now, and whether the original has it."""
        for stand in self._drafts.pop(draft, ()):
            if stand.draft is draft:
                stand.settle(text, there=there)


class _StandingBlocks(Blocks):
    """Reads one part and notes where its paragraphs stand."""

    _inline: _StandingInline

    def __init__(self, story: Story, counters: Counters, stands: Stands) -> None:
        self._stands = stands
        self._finishing = False
        """Whether what is settled is a paragraph, and not one that shows nothing and is left out."""
        super().__init__(story, counters)

    def _make_inline(self) -> _StandingInline:
        return _StandingInline(self._story, self._flow, self._read_box, self._stands)

    def _read_paragraph(self, element: Element, blocks: list[Block]) -> None:
        draft = self._flow.draft
        start = draft.length
        self._stands.indexes[element] = self._story.index
        super()._read_paragraph(element, blocks)
        if self._flow.draft is draft and draft.touched:
            stand = self._stands.stand(self._story.part, draft, shown=self._inline.visible)
            stand.start, stand.end = start, draft.length
            self._stands.paragraphs[element] = stand
        elif isinstance(blocks[-1], Paragraph):
            self._stands.paragraphs[element] = blocks[-1].content.cut(start)

    def _finish(self, *, in_contents: bool) -> Paragraph:
        self._finishing = True
        paragraph = super()._finish(in_contents=in_contents)
        self._finishing = False
        return paragraph

    def _settle(self, draft: Draft, text: str) -> None:
        super()._settle(draft, text)
        self._stands.settle(draft, text, there=self._finishing)

    def _read_box(self, element: Element) -> tuple[Block, ...]:
        return self._inline.read_apart(partial(super()._read_box, element))


class _StandingInline(Inline):
    """Reads the inside of paragraphs and notes where its tracked changes begin, what they hold and where they end."""

    def __init__(
        self, story: Story, flow: Flow, read_box: Callable[[Element], tuple[Block, ...]], stands: Stands
    ) -> None:
        super().__init__(story, flow, read_box)
        self._stands = stands
        self._arrived: Stand | None = None
        self._left: Stand | None = None
        self._moved = False
        """The innermost change around that brings words and the innermost that takes them; whether the former moves."""
        self._restyled: Stand | None = None

    def read_apart(self, read: Callable[[], tuple[Block, ...]]) -> tuple[Block, ...]:
        """Reads a text box, whose words are not those of the paragraph that it hangs in."""
        before = self._arrived, self._left, self._moved, self._restyled
        self._arrived = self._left = self._restyled = None
        blocks = read()
        self._arrived, self._left, self._moved, self._restyled = before
        return blocks

    def read_tracked(self, element: Element, read: Callable[[Element], None], change: Change | None) -> None:
        """Reads an element under a tracked change (None: under no other than before)."""
        if change is None or element.tag not in TRACKED:
            super().read_tracked(element, read, change)
            return
        before = self._arrived, self._left, self._moved
        stand = self._begin(element, change)
        if change.kind in _ARRIVING:
            self._arrived, self._moved = stand, change.kind == "move-to"
        else:
            self._left = stand
        super().read_tracked(element, read, change)
        self._arrived, self._left, self._moved = before
        self._end(stand)

    def _begin(self, element: Element, change: Change) -> Stand:
        shown = self.visible and not change.gone(self._story.source.reading)
        stand = self._stands.stand(self._story.part, self.flow.draft, shown=shown)
        self._stands.changes[element] = stand
        return stand

    def _end(self, stand: Stand) -> None:
        stand.last = self._stands.count
        if stand.draft is self.flow.draft:
            stand.end = self.flow.draft.length

    def _put(self, text: str) -> None:
        stands, draft = self._stands, self.flow.draft
        if text and not self.flow.fields.instructions:
            self._note(text, draft)
            stands.count += self._arrived is None or self._left is None
        super()._put(text)

    def _note(self, text: str, draft: Draft) -> None:
        """Tells the innermost changes around of words that are theirs."""
        arrived, left, restyled = self._arrived, self._left, self._restyled
        if arrived:
            self._stands.tell(arrived, draft)
            if self._moved or not left:
                arrived.add(text)
            else:
                arrived.add_struck(text)
        if left:
            self._stands.tell(left, draft)
            if arrived and not self._moved:
                left.add_struck(text)
            elif not self.visible:
                left.add(text)
        if restyled and not self.visible:
            restyled.add(text)

    def _read_run(self, element: Element) -> None:
        before, self._restyled = self._restyled, None
        super()._read_run(element)
        self._end_restyled()
        self._restyled = before

    def _end_restyled(self) -> None:
        if self._restyled:
            self._end(self._restyled)

    def _read_run_properties(self, element: Element) -> None:
        super()._read_run_properties(element)
        changed, run = element.find(RUN_CHANGE), element.getparent()
        change = None if changed is None else read_change(changed)
        if changed is not None and change and run is not None and run.tag in {RUN, MATHS_RUN}:
            self._restyled = self._begin(changed, change)
