"""What hangs in a paragraph beside its text: text boxes, which are read, images, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Block, Image, ImageKind, Unread
from planlint.model.text import Text
from planlint.word import names
from planlint.word.draft import Draft
from planlint.word.names import ALTERNATIVES, BOX, OLE_OBJECT, PARAGRAPH, w
from planlint.word.story import Story
from planlint.word.values import switched_on, whole

_KINDS: Final[dict[str, ImageKind]] = {
    "picture": "picture", "chart": "chart", "chartex": "chart", "diagram": "smart-art",
}  # fmt: skip
"""By the end of the address that names what is drawn."""

EMU_PER_POINT: Final = 12_700
EMU_PER_TWIP: Final = 635
FILLS_PAGE: Final = 0.8
"""A picture that takes this share of the text area in both directions is likely a scanned page."""

_MAX_EMU: Final = 10**9
_PLACED: Final = {names.INLINE, names.FLOATING}
_CONTROL: Final = w("control")
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
        for child in element:
            tag = child.tag
            if tag == BOX:
                draft.boxes.extend(self._read_box(child))
            elif tag == ALTERNATIVES:
                self._story.alternatives(child, partial(self.search, draft=draft))
            elif tag == PARAGRAPH:
                self._story.skip(child)
            else:
                if tag in _PLACED:
                    self._note_drawing(child, draft)
                elif tag == OLE_OBJECT:
                    self._note_object(child, draft)
                elif tag == names.IMAGE:
                    self._note_shape(element, draft)
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
        if not _is_equation(element):
            self._story.unread.append(Unread("embedded-document", _place(draft)))

    def _note_drawing(self, drawing: Element, draft: Draft) -> None:
        graphic, extent = drawing.find(names.GRAPHIC), drawing.find(names.EXTENT)
        if graphic is None:
            return
        uri = graphic.get("uri", "").rpartition("/")[2]
        if uri == "diagram":
            self._story.unread.append(Unread("smart-art", _place(draft)))
        elif uri == "picture" and extent is not None:
            width, height = (whole(extent.get(side), 0, 0, _MAX_EMU) for side in ("cx", "cy"))
            self._pictures.append(Picture(_place(draft), width, height))
        properties = drawing.find(names.DRAWN)
        kind = _KINDS.get(uri) or ("picture" if _holds_picture(graphic) else None)
        if kind and (properties is None or not switched_on(properties.get("hidden", "0"))):
            draft.images.append(_describe(kind, draft.length, properties, graphic))

    def _note_shape(self, shape: Element, draft: Draft) -> None:
        """A picture in the drawing language of older Words, whose size stands in points."""
        around = shape.getparent()
        kind = _kind_of_shape(shape, around)
        if kind:
            stated = [one.get("alt", "") for one in (shape, around) if one is not None]
            draft.images.append(Image(draft.length, kind, next(filter(str.strip, stated), "")))
        sides = {side: float(points) * EMU_PER_POINT for side, points in _SHAPE_SIDE.findall(shape.get("style", ""))}
        self._pictures.append(Picture(_place(draft), sides.get("width", 0), sides.get("height", 0)))


def _describe(kind: ImageKind, offset: int, properties: Element | None, graphic: Element) -> Image:
    """An image with its alternative text: its own, or for a group that has none the text of a picture in it."""
    described = [graphic.iter(names.PICTURE_NAME)] if kind == "picture" and graphic.find(names.PICTURE) is None else []
    sources = [*([] if properties is None else [properties]), *(one for some in described for one in some)]
    stated = (source.get(name, "") for source in sources for name in ("descr", "title"))
    marks = () if properties is None else properties.iter(names.DECORATIVE)
    return Image(offset, kind, next(filter(str.strip, stated), ""), any(switched_on(one.get("val")) for one in marks))


def _holds_picture(graphic: Element) -> bool:
    """Whether there is a picture in a group, a canvas or the like."""
    return next(graphic.iter(names.PICTURE), None) is not None


def _kind_of_shape(shape: Element, around: Element | None) -> ImageKind | None:
    """What a shape with a picture in it is: the face of an object or a picture; None for a line, formula or button."""
    if shape.get(names.RULE) in {"t", "true"}:
        return None
    if around is None or around.tag != names.OBJECT:
        return "picture"
    embedded = around.find(OLE_OBJECT)
    if embedded is None:
        return None if around.find(_CONTROL) is not None else "picture"
    return None if _is_equation(embedded) else "object"


def _is_equation(element: Element) -> bool:
    """Whether an embedded file is an equation of an older Word."""
    return element.get("ProgID", "").startswith("Equation")


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
