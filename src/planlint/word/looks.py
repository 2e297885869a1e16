"""What a paragraph's properties (a w:pPr) and its style make of it, resolved once for each distinct combination."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from planlint.word.changes import Change, read_change
from planlint.word.formatting import Format
from planlint.word.names import (
    INSERTED,
    NUMBERING,
    OUTLINE,
    PARAGRAPH_CHANGE,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SECTION,
    STYLE,
    VALUE,
    w,
)
from planlint.word.numbering import Numberings
from planlint.word.styles import Styles, outline_level, read_numbering
from planlint.word.values import by_name, inside, value_of


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's style and level, its numbering (None for none) with the level in it, its marks and language."""

    style: str
    level: int | None
    contents: int | None
    numbering: str | None
    list_level: int
    bits: int
    language: str


class Direct(NamedTuple):
    """What a paragraph states itself: the ids of its style and numbering, and levels that override the style's."""

    style: str | None = None
    numbering: str | None = None
    list_level: int | None = None
    outline: tuple[int | None] | None = None
    """The heading level (None in the tuple: body text) where the paragraph states one."""


class Properties(NamedTuple):
    """A w:pPr as the reading has it.

    `marks` are the tracked changes of the paragraph mark; `used` is True where the paragraph shows without words: as a
    line, or by beginning a page.
    """

    direct: Direct = Direct()
    marks: tuple[Change, ...] = ()
    formatting: Change | None = None
    section: Element | None = None
    used: bool = False

    def plain(self) -> bool:
        """Whether there is no more to them than the look."""
        return not (self.marks or self.formatting) and self.section is None


PLAIN: Final = Properties()
_SEEN: Final = {SECTION, w("pBdr"), w("pageBreakBefore"), w("framePr")}


class Looks:
    """The looks of a file's paragraphs and the formats of its character styles."""

    def __init__(self, styles: Styles, numberings: Numberings) -> None:
        self._styles = styles
        self._numberings = numberings
        self._known: dict[Direct, Look] = {}

    def of(self, direct: Direct) -> Look:
        """The look of a paragraph that states this itself."""
        look = self._known.get(direct)
        if look is None:
            look = self._known[direct] = self._resolve(direct)
        return look

    def character(self, style: str | None) -> Format:
        """What a character style turns on and off."""
        return self._styles.character(style).format

    def table(self, style: str | None) -> frozenset[str]:
        """The parts of a table that a table style makes look different from the rest."""
        return self._styles.table(style)

    def _resolve(self, direct: Direct) -> Look:
        style = self._styles.paragraph(direct.style)
        identifier = style.numbering if direct.numbering is None else direct.numbering
        numbering = self._numberings.get(identifier)
        list_level = direct.list_level
        if list_level is None and numbering:
            list_level = next((numbering.by_style[key] for key in style.chain if key in numbering.by_style), None)
        if list_level is None:
            list_level = style.list_level if direct.numbering is None else None
        return Look(
            style=style.name,
            level=direct.outline[0] if direct.outline else style.level,
            contents=style.contents,
            numbering=identifier if numbering else None,
            list_level=list_level or 0,
            bits=style.format.on,
            language=style.format.language,
        )


def read_properties(element: Element, *, original: bool) -> Properties:
    """A w:pPr as the reading has it: `original` takes the properties from before a tracked change of them."""
    children = inside(element)
    if len(children) == 1 and children[0].tag == STYLE:
        return _styled(children[0].get(VALUE))
    found = {child.tag: child for child in children}
    change = found.get(PARAGRAPH_CHANGE)
    mark = found.get(RUN_PROPERTIES)
    section = found.get(SECTION)
    if original and change is not None:
        before = change.find(PARAGRAPH_PROPERTIES)
        found = {} if before is None else by_name(before)
    return Properties(
        direct=_read_direct(found, original=original),
        marks=() if mark is None else _mark_changes(mark),
        formatting=None if change is None else read_change(change),
        section=section,
        used=not _SEEN.isdisjoint(found),
    )


def _mark_changes(properties: Element) -> tuple[Change, ...]:
    """The tracked changes by which a paragraph mark comes or goes."""
    changes = filter(None, map(read_change, inside(properties)))
    return tuple(change for change in changes if change.kind != "formatting")


@lru_cache(maxsize=1_000)
def _styled(style: str | None) -> Properties:
    """What most paragraphs state: a style and nothing else."""
    return Properties(Direct(style))


def _read_direct(found: Mapping[str, Element], *, original: bool) -> Direct:
    style, numbering, outline = found.get(STYLE), found.get(NUMBERING), found.get(OUTLINE)
    if numbering is not None and original and numbering.find(INSERTED) is not None:
        numbering = None
    number, level = (None, None) if numbering is None else read_numbering(numbering)
    return Direct(
        style=value_of(style),
        numbering=number,
        list_level=level,
        outline=None if outline is None else (outline_level(outline),),
    )
