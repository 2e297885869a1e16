"""What hangs in a paragraph beside its text: text boxes, which are read, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Block, Unread
from planlint.model.text import Text
from planlint.word.draft import Draft
from planlint.word.names import ALTERNATIVES, BOX, EXTENT, GRAPHIC, OLE_OBJECT, PARAGRAPH, w
from planlint.word.story import Story
from planlint.word.values import whole

EMU_PER_POINT: Final = 12_700
EMU_PER_TWIP: Final = 635
FILLS_PAGE: Final = 0.8
"""A picture that takes this share of the text area in both directions is likely a scanned page."""

_MAX_EMU: Final = 10**9
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_SHAPE_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d+)?)pt")
_A4_TEXT = (9_026 * EMU_PER_TWIP, 13_958 * EMU_PER_TWIP)
"""A4 with Word's standard margins, where a section states no page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place and size in English Metric Units, until the page that it stands on is known."""

    place: Text
    width: float
    height: float


class Embedded:
    """Searches drawings and objects of one part."""

    def __init__(self, story: Story, read_box: Callable[[Element], tuple[Block, ...]]) -> None:
        self._story = story
        self._read_box = read_box
        self._pictures: list[Picture] = []

    def search(self, element: Element, draft: Draft) -> None:
        """Reads the text boxes in an element into the draft, and notes what is there and cannot be read."""
        extent: Element | None = None
        for child in element:
            tag = child.tag
            if tag == BOX:
                draft.boxes.extend(self._read_box(child))
            elif tag == ALTERNATIVES:
                self._story.alternatives(child, partial(self.search, draft=draft))
            elif tag == PARAGRAPH:
                self._story.skip(child)
            else:
                if tag == EXTENT:
                    extent = child
                elif tag == OLE_OBJECT:
                    self._note_object(child, draft)
                elif tag == _IMAGE:
                    self._note_shape(element, draft)
                if extent is not None and len(child):
                    self._note_graphic(child, extent, draft)
                self.search(child, draft)

    def end_section(self, section: Element | None) -> None:
        """Says which of the section's pictures fill its pages; A4 where the text ends without a section."""
        width, height = _text_area(section)
        for picture in self._pictures:
            if picture.width >= FILLS_PAGE * width and picture.height >= FILLS_PAGE * height:
                self._story.unread.append(Unread("picture", picture.place))
        self._pictures.clear()

    def _note_object(self, element: Element, draft: Draft) -> None:
        """An embedded file, but for the equations of older Words."""
        if not element.get("ProgID", "").startswith("Equation"):
            self._story.unread.append(Unread("embedded-document", _place(draft)))

    def _note_graphic(self, element: Element, extent: Element, draft: Draft) -> None:
        graphic = element.find(GRAPHIC)
        kind = "" if graphic is None else graphic.get("uri", "").rpartition("/")[2]
        if kind == "diagram":
            self._story.unread.append(Unread("smart-art", _place(draft)))
        elif kind == "picture":
            width, height = (whole(extent.get(side), 0, 0, _MAX_EMU) for side in ("cx", "cy"))
            self._pictures.append(Picture(_place(draft), width, height))

    def _note_shape(self, shape: Element, draft: Draft) -> None:
        """A picture in the drawing language of older Words, whose size stands in points."""
        sides = {side: float(points) * EMU_PER_POINT for side, points in _SHAPE_SIDE.findall(shape.get("style", ""))}
        self._pictures.append(Picture(_place(draft), sides.get("width", 0), sides.get("height", 0)))


def _place(draft: Draft) -> Text:
    return Text(draft.part, draft.index, draft.length, "")


def _text_area(section: Element | None) -> tuple[float, float]:
    """Width and height of a section's text area in English Metric Units."""
    page = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    if page is None or margins is None:
        return _A4_TEXT

    def twips(element: Element, name: str) -> int:
        return whole(element.get(w(name)), 0, 0, _MAX_EMU // EMU_PER_TWIP)

    width = twips(page, "w") - twips(margins, "left") - twips(margins, "right")
    height = twips(page, "h") - twips(margins, "top") - twips(margins, "bottom")
    return (width * EMU_PER_TWIP, height * EMU_PER_TWIP) if width > 0 and height > 0 else _A4_TEXT
