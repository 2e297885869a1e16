"""What stands inside paragraphs: every leaf of text in order, whatever it is wrapped in, with marks and anchors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Block, Link, LinkKind, NoteAnchor
from planlint.word import names
from planlint.word.changes import Change, read_change
from planlint.word.characters import shown_text, symbol
from planlint.word.controls import is_unfilled
from planlint.word.counting import Counters
from planlint.word.draft import Draft
from planlint.word.embedded import Embedded
from planlint.word.fields import Fields
from planlint.word.formatting import NO_FORMAT, PLACEHOLDER, read_format
from planlint.word.names import w
from planlint.word.story import Story
from planlint.word.values import inside

_Handler = Callable[[Element], None]

_TRANSPARENT: Final = ("smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase", "sdtContent")
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SILENT: Final = (
    "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "bookmarkEnd", "proofErr", "permStart", "permEnd",
    "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
)  # fmt: skip
_FIELD_KIND: Final = w("fldCharType")
_INSTRUCTION: Final = w("instr")
_LINE_BREAKS: Final = {None, "textWrapping"}
_NOTE_PARTS: Final = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


@dataclass(slots=True)
class Flow:
    """What goes on from one paragraph to the next in the body or in a text box; there is always a draft."""

    draft: Draft
    counters: Counters
    fields: Fields = field(default_factory=Fields)
    ranges: dict[str, int] = field(default_factory=dict)
    """Comments whose words have not come yet: id, and where in the draft they begin."""

    def idle(self) -> bool:
        """Whether nothing goes on from what came before."""
        return not (self.draft.touched or self.fields.open or self.ranges)


class Inline:
    """Reads the inside of paragraphs into `flow.draft`. `read_box` reads the blocks of a text box.

    `visible` is False inside what the reading leaves out; `change` is the innermost tracked change around what is
    being read; `prompting` is True inside a content control that nobody has filled in.
    """

    def __init__(self, story: Story, flow: Flow, read_box: Callable[[Element], tuple[Block, ...]]) -> None:
        self.flow = flow
        self.change: Change | None = None
        self.visible = True
        self.prompting = False
        self.embedded = Embedded(story, read_box)
        self._story = story
        self._bits = 0
        self._language = ""
        self._formatting: Change | None = None
        self._handlers = self._make_handlers()

    def read(self, element: Element) -> None:
        """Reads what the element holds, in order."""
        self.read_all(inside(element))

    def read_all(self, elements: Iterable[Element]) -> None:
        """Reads the elements in order."""
        handlers = self._handlers
        for child in elements:
            handler = handlers.get(child.tag)
            if handler is None:
                self._read_other(child)
            else:
                handler(child)

    def read_tracked(self, element: Element, read: Callable[[Element], None], change: Change | None) -> None:
        """Reads an element under a tracked change (None: under no other than before)."""
        before = self.change, self.visible
        if change:
            self.change = change
            self.visible = self.visible and not change.gone(self._story.source.reading)
        read(element)
        self.change, self.visible = before

    def read_control(self, element: Element, read: Callable[[Element], None], *, unfilled: bool) -> None:
        """Reads what stands in a content control."""
        before = self.prompting
        self.prompting = before or unfilled
        read(element)
        self.prompting = before

    def _make_handlers(self) -> dict[str, _Handler]:
        handlers: dict[str, _Handler] = {
            names.TEXT: self._read_text,
            w("delText"): self._read_text,
            names.MATHS_TEXT: self._read_text,
            names.RUN: self._read_run,
            names.MATHS_RUN: self._read_run,
            names.RUN_PROPERTIES: self._read_run_properties,
            names.CONTROL: self._read_control,
            names.ALTERNATIVES: self._read_alternatives,
            names.BOOKMARK_START: self.read_bookmark,
            names.RANGE_START: self.begin_range,
            names.RANGE_END: self.end_range,
            names.COMMENT_REFERENCE: self._read_comment_reference,
            names.FIELD_CHARACTER: self._read_field_character,
            w("br"): self._read_break,
            w("sym"): self._read_symbol,
            w("instrText"): self._read_instruction,
            w("delInstrText"): self._read_instruction,
            w("fldSimple"): self._read_simple_field,
            w("hyperlink"): self._read_hyperlink,
            w("rt"): self._story.skip,
        }
        handlers.update(dict.fromkeys(names.TRACKED, self._read_change))
        handlers.update(dict.fromkeys(_NOTE_PARTS, self._read_note_reference))
        handlers.update(dict.fromkeys(map(w, _TRANSPARENT), self.read))
        handlers.update(dict.fromkeys(map(w, _CHARACTERS), self._read_character))
        handlers.update(dict.fromkeys(map(w, _SILENT), _pass))
        return handlers

    def _put(self, text: str) -> None:
        """A leaf of text, where the reading has got to."""
        flow = self.flow
        if flow.fields.instructions or not text:
            return
        if self.change:
            flow.draft.record(self.change, text, shown=self.visible)
        if self.visible:
            if self._formatting:
                flow.draft.record(self._formatting, text, shown=True)
            flow.draft.add(text, self._bits | PLACEHOLDER if self.prompting else self._bits)
            self._story.languages[self._language] += len(text)

    def _read_text(self, element: Element) -> None:
        self._put(shown_text(element))

    def _read_character(self, element: Element) -> None:
        self._put(_CHARACTERS[element.tag.rpartition("}")[2]])

    def _read_break(self, element: Element) -> None:
        """A break between lines is a character, one between pages or columns is not."""
        if element.get(names.KIND) in _LINE_BREAKS:
            self._put("\n")
        elif self.visible:
            self.flow.draft.used = True

    def _read_symbol(self, element: Element) -> None:
        self._put(symbol(element))

    def _read_run(self, element: Element) -> None:
        look = self.flow.draft.look
        self._bits, self._language = look.bits, look.language
        self._formatting = None
        self.read(element)

    def _read_run_properties(self, element: Element) -> None:
        """The run's marks. A w:rPr begins with its style and ends with what a tracked change made of it."""
        children = inside(element)
        change = read_change(children[-1]) if children else None
        if change and change.kind == "formatting":
            self._formatting = change
            before = children[-1].find(names.RUN_PROPERTIES)
            if self._story.source.reading == "original" and before is not None:
                children = inside(before)
        named = bool(children) and children[0].tag == names.RUN_STYLE
        style = self._story.source.looks.character(children[0].get(names.VALUE)) if named else NO_FORMAT
        direct, look = read_format(children), self.flow.draft.look
        self._bits = direct.of_run(look.bits, style)
        self._language = direct.language or style.language or look.language

    def _read_control(self, element: Element) -> None:
        self.read_control(element, self.read, unfilled=is_unfilled(element))

    def _read_change(self, element: Element) -> None:
        self.read_tracked(element, self.read, read_change(element))

    def _read_alternatives(self, element: Element) -> None:
        self._story.alternatives(element, self.read)

    def read_bookmark(self, element: Element) -> None:
        """A bookmark's beginning, in a paragraph or between two."""
        name = element.get(names.NAME)
        if name:
            self.flow.draft.touched = True
            self.flow.draft.bookmarks.append(name)

    def begin_range(self, element: Element) -> None:
        """Where the words that a comment is about begin."""
        identifier = element.get(names.ID, "")
        if identifier not in self._story.anchors:
            self.flow.ranges[identifier] = self.flow.draft.length

    def end_range(self, element: Element) -> None:
        """Where they end; the words are known when the paragraph is."""
        identifier = element.get(names.ID, "")
        start = self.flow.ranges.pop(identifier, None)
        draft, story = self.flow.draft, self._story
        if start is not None:
            draft.touched = True
            draft.ranges.append((identifier, start, draft.length))
        elif identifier in story.anchors:  # they began in an earlier paragraph, and may end before this one's words
            story.reach[identifier] = story.index - (2 if draft.index >= 0 and not draft.length else 1)

    def _read_comment_reference(self, element: Element) -> None:
        """The spot of a comment that has no range."""
        draft, identifier = self.flow.draft, element.get(names.ID, "")
        if identifier not in self._story.anchors and identifier not in self.flow.ranges:
            draft.ranges.append((identifier, draft.length, draft.length))

    def _read_note_reference(self, element: Element) -> None:
        draft = self.flow.draft
        if self.visible and not self.flow.fields.instructions:
            anchor = NoteAnchor(draft.length, _NOTE_PARTS[element.tag], element.get(names.ID, ""))
            draft.notes.append(anchor)
            self._story.notes.add((anchor.part, anchor.note))

    def _read_hyperlink(self, element: Element) -> None:
        start = self.flow.draft.length
        self.read(element)
        self._link(start, self._hyperlink_target(element))

    def _hyperlink_target(self, element: Element) -> tuple[LinkKind, str] | None:
        relationship = self._story.relationships.get(element.get(names.RELATION, ""))
        bookmark = element.get(names.ANCHOR, "")
        if relationship and relationship.external:
            return "external", f"{relationship.target}#{bookmark}" if bookmark else relationship.target
        if relationship and not bookmark:
            bookmark = relationship.target.partition("#")[2]
        return ("internal", bookmark) if bookmark else None

    def _link(self, start: int, target: tuple[LinkKind, str] | None) -> None:
        """The words since `start` lead somewhere, if there are any."""
        draft = self.flow.draft
        if target and draft.length > start:
            draft.links.append(Link(start, draft.length, *target))

    def _read_simple_field(self, element: Element) -> None:
        self.flow.draft.used = True
        start, instruction = self.flow.draft.length, element.get(_INSTRUCTION, "")
        self.flow.fields.begin()
        self.flow.fields.instruct(instruction)
        self.flow.fields.separate(start)
        self.read(element)
        self._end_field()

    def _read_instruction(self, element: Element) -> None:
        self.flow.fields.instruct(element.text or "")

    def _read_field_character(self, element: Element) -> None:
        self.flow.draft.used = True
        kind = element.get(_FIELD_KIND)
        if kind == "begin":
            self.flow.fields.begin()
        elif kind == "separate":
            self.flow.fields.separate(self.flow.draft.length)
        elif kind == "end":
            self._end_field()

    def _end_field(self) -> None:
        link = self.flow.fields.end(self.flow.draft.length)
        if link:
            self.flow.draft.links.append(link)

    def _read_other(self, element: Element) -> None:
        """A drawing, an object, or something that this reader does not know: text boxes in it are read."""
        if element.tag.startswith(names.MATHS):
            self.read(element)
        elif not len(element):
            return
        elif self.visible and not self.flow.fields.instructions:
            self.flow.draft.used = True
            self.embedded.search(element, self.flow.draft)
        else:
            self._story.skip(element)


def _pass(element: Element) -> None:
    """What shows nothing and holds no text."""
