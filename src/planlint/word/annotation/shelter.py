"""Where a comment's reference is safe from LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.names import w
from planlint.word.values import inside

_KINDS: Final = tuple(f"{w('sdtPr')}/{w(kind)}" for kind in ("docPartObj", "docPartList", "date"))
"""Content controls that LibreOffice does not gather the words of."""
_BLOCKS: Final = frozenset(
    (names.BODY, names.TABLE, names.ROW, names.CELL, names.CONTROL, names.CONTROL_CONTENT, w("customXml"))
)
_NEAR: Final = 10
"""Paragraphs after one, and before it, where shelter is looked for; from further away it would look like theirs."""


def shelter(paragraph: Element, spot: Element) -> Element:
    """What a reference should stand after, or the paragraph that it should begin; `spot`, in the paragraph, if it can.

    A reference in the first paragraph of a content control around paragraphs or cells makes LibreOffice (7.4) lose
    both the comment's words and the paragraph's before it: it gathers them for a field, and takes the comment's end
    for the paragraph's. In the next paragraph that is not such a one, or else the last before, it does no harm, and the
    words between the marks are the same.
    """
    if not _is_gathered(paragraph):
        return spot
    if (found := _first_safe(_following(paragraph))) is not None:
        properties = inside(found)[:1]
        return properties[0] if properties and properties[0].tag == names.PARAGRAPH_PROPERTIES else found
    if (found := _first_safe(_preceding(paragraph))) is not None:
        return next(iter(inside(found)[-1:]), found)
    return spot


def _first_safe(paragraphs: Iterator[Element]) -> Element | None:
    near = islice(paragraphs, _NEAR)
    return next((each for each in near if not _is_gathered(each) and _is_in_body(each)), None)


def _is_gathered(paragraph: Element) -> bool:
    """Whether the paragraph is the first of a content control, but for one around rows."""
    return any(
        next(control.iter(names.PARAGRAPH), None) is paragraph
        and control.find(f"{names.CONTROL_CONTENT}/{names.ROW}") is None
        and not any(control.find(kind) is not None for kind in _KINDS)
        for control in paragraph.iterancestors(names.CONTROL)
    )


def _following(paragraph: Element) -> Iterator[Element]:
    """The paragraphs after one, in order."""
    around: Element | None = paragraph
    while around is not None:
        for sibling in around.itersiblings():
            yield from sibling.iter(names.PARAGRAPH)
        around = around.getparent()


def _preceding(paragraph: Element) -> Iterator[Element]:
    """The paragraphs before one, the nearest first."""
    around: Element | None = paragraph
    while around is not None:
        for sibling in around.itersiblings(preceding=True):
            yield from _backwards(sibling)
        around = around.getparent()


def _backwards(element: Element) -> Iterator[Element]:
    if element.tag == names.PARAGRAPH:
        yield element
        return
    for child in element.iterchildren(reversed=True):
        yield from _backwards(child)


def _is_in_body(paragraph: Element) -> bool:
    """Whether marks in the paragraph stand in the body's own text: not in a text box, nor in one of two versions."""
    return all(above.tag in _BLOCKS for above in paragraph.iterancestors() if above.getparent() is not None)
