"""What a new paragraph should look like: as the plan's own nearest paragraph that reads alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from planlint.model.document import Block, Paragraph, Table
from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.editing.manuscript import Manuscript
from planlint.word.editing.splitting import clear_mark
from planlint.word.formatting import MARK_KINDS
from planlint.word.names import w
from planlint.word.styles import BODY_TEXT

_Key = tuple[object, ...]
_DIGITS: Final = re.compile(r"\d+")
_LOWER: Final = re.compile(r"[a-zåäö]+")
_UPPER: Final = re.compile(r"[A-ZÅÄÖ]+")
_ONCE: Final = (names.SECTION, names.PARAGRAPH_CHANGE, *map(w, ("pageBreakBefore", "framePr", "cnfStyle")))
_LINKS: Final = (w("hyperlink"), w("fldSimple"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """The properties (a w:pPr, a w:rPr) of a paragraph and its words, and the marks that they give the words."""

    paragraph: Element | None = None
    words: Element | None = None
    marks: frozenset[str] = frozenset()


class Patterns:
    """The plan's own paragraphs as patterns of new ones. Made before anything in the file is changed."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._known: defaultdict[_Key, list[int]] = defaultdict(list)
        self._by_index: dict[int, Paragraph] = {}
        self._found: dict[int, Pattern] = {}
        for paragraph, tabled in _every(manuscript.document.body):
            self._by_index[paragraph.content.paragraph] = paragraph
            if paragraph.content:
                for key in _keys(paragraph):
                    self._known[tabled, *key].append(paragraph.content.paragraph)

    def find(self, like: Paragraph, near: int, *, tabled: bool) -> Pattern:
        """The pattern for a paragraph beside the plan's paragraph `near`; `tabled` for one in a table.

        That of a paragraph that reads as it does; else its style; else a heading or a list item of its level; else
        none.
        """
        *alike, level = _keys(like)
        for place in (tabled, not tabled):
            for key in alike:
                if (index := _nearest(self._known.get((place, *key), ()), near)) is not None:
                    return self._of(index)
        style = self._manuscript.styles.identifier("paragraph", like.style) if like.style else None
        if style is not None and self._fits(style, like):
            return self._styled(style, like)
        if like.level is not None or like.list_level is not None:
            for place in (tabled, not tabled):
                if (index := _nearest(self._known.get((place, *level), ()), near)) is not None:
                    return self._of(index)
        return self._styled(style, like)

    def _fits(self, identifier: str, like: Paragraph) -> bool:
        """Whether the style alone numbers the paragraph, if it is numbered."""
        return _unnumbered(like) or self._manuscript.styles.paragraph(identifier).numbering not in {None, "0"}

    def _styled(self, identifier: str | None, like: Paragraph) -> Pattern:
        """A paragraph that states its style, and what it has otherwise than its style."""
        style = self._manuscript.styles.paragraph(identifier)
        properties = self._manuscript.body.makeelement(names.PARAGRAPH_PROPERTIES)
        if identifier is not None:
            SubElement(properties, names.STYLE, {names.VALUE: identifier})
        if style.numbering not in {None, "0"} and _unnumbered(like):
            SubElement(SubElement(properties, names.NUMBERING), w("numId"), {names.VALUE: "0"})
        if like.level != style.level:
            SubElement(properties, names.OUTLINE, {names.VALUE: str((like.level or BODY_TEXT + 1) - 1)})
        on = style.format.on
        return Pattern(properties, None, frozenset(kind for bit, kind in enumerate(MARK_KINDS) if on >> bit & 1))

    def _of(self, index: int) -> Pattern:
        if index not in self._found:
            self._found[index] = self._read(self._by_index[index])
        return self._found[index]

    def _read(self, paragraph: Paragraph) -> Pattern:
        """The pattern of one of the plan's paragraphs, as most of its words are."""
        place = paragraph.content
        properties = self._as_read(self._manuscript.members(place)[-1].find(names.PARAGRAPH_PROPERTIES))
        leaves = [leaf for leaf in self._manuscript.line(place).leaves if leaf.shown]
        free = [leaf for leaf in leaves if next(leaf.element.iterancestors(*_LINKS), None) is None] or leaves
        leaf = max(free, key=lambda each: len(each.words.strip()), default=None)
        run = None if leaf is None else leaf.element.getparent()
        start = 0 if leaf is None else leaf.start
        return Pattern(
            properties,
            None if run is None or run.tag != names.RUN else self._as_read(run.find(names.RUN_PROPERTIES)),
            frozenset(mark.kind for mark in paragraph.marks if mark.start <= start < mark.end),
        )

    def _as_read(self, properties: Element | None) -> Element | None:
        """A copy of properties as the reading has them, without what only one paragraph can have."""
        if properties is None:
            return None
        before = properties.find(f"{names.PARAGRAPH_CHANGE}/{names.PARAGRAPH_PROPERTIES}")
        if before is None:
            before = properties.find(f"{w('rPrChange')}/{names.RUN_PROPERTIES}")
        copy = deepcopy(before if before is not None and self._manuscript.reading == "original" else properties)
        copy.tail = None
        clear_mark(copy)
        for each in [*copy.iter(*_ONCE, *names.TRACKED, w("rPrChange"))]:
            remove(each)
        return copy


def _every(blocks: tuple[Block, ...], *, tabled: bool = False) -> Iterator[tuple[Paragraph, bool]]:
    """The paragraphs of the text itself, and whether they stand in a table."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _every(cell.blocks, tabled=True)
        else:
            yield block, tabled


def _keys(paragraph: Paragraph) -> Iterator[_Key]:
    """What paragraphs that read alike share: from all of it to no more than the level."""
    level: _Key = paragraph.level, paragraph.list_level, paragraph.bullet, paragraph.number is None
    yield paragraph.style, *level, _form(paragraph.number), paragraph.wholly("bold")
    yield paragraph.style, *level, _form(paragraph.number)
    yield paragraph.style, *level
    yield level


def _form(number: str | None) -> str:
    """What a number is made of: "1.1" for "4.5", "1A:" for "2B:", "a)" for "c)"."""
    return _UPPER.sub("A", _LOWER.sub("a", _DIGITS.sub("1", number or "")))


def _unnumbered(paragraph: Paragraph) -> bool:
    return paragraph.number is None and paragraph.list_level is None


def _nearest(indices: list[int] | tuple[()], near: int) -> int | None:
    """The index closest to another; of two as close the one before."""
    at = bisect_left(indices, near)
    return min(indices[max(at - 1, 0) : at + 1], key=lambda index: (abs(index - near), index), default=None)
