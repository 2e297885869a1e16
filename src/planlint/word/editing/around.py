"""What stands before and after a block of the file: in its container, and in the whole text that it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.names import w
from planlint.word.rows import WRAPPERS
from planlint.word.values import inside

TEXTS: Final = frozenset((names.BODY, names.BOX, *map(w, ("hdr", "ftr", "footnote", "endnote"))))
"""What holds a text of its own."""
BLOCKS: Final = frozenset((names.PARAGRAPH, names.TABLE, names.ALT_CHUNK, names.ALTERNATIVES, *WRAPPERS))
"""What stands in a text or a cell: blocks, and what is around them."""
STAND_IN: Final = "{urn:planlint:editing}stand-in"
"""What stands, while a file is being changed, where new blocks and rows are to be."""
_IN_TABLE: Final = (names.ROW, names.CELL)


def next_joined(paragraph: Element) -> Element | None:
    """The w:p whose words follow the paragraph's where its mark goes: none past a table, or out of a cell or a text."""
    element: Element | None = paragraph
    while element is not None and (element is paragraph or element.tag in WRAPPERS):
        block = _first_block(element.itersiblings())
        if block is not None:
            return block if block.tag == names.PARAGRAPH else None
        element = element.getparent()
    return None


def _first_block(elements: Iterable[Element]) -> Element | None:
    """The first of the elements that is a block, or in one that stands around blocks, rows or cells."""
    for each in elements:
        if each.tag in WRAPPERS:
            if (found := _first_block(each)) is not None:
                return found
        elif (each.tag in BLOCKS or each.tag in _IN_TABLE) and not _is_emptied(each):
            return each
    return None


def _is_emptied(element: Element) -> bool:
    """Whether this is a table that all rows have been taken from."""
    return element.tag == names.TABLE and next(element.iter(names.ROW, STAND_IN), None) is None


def block_before(element: Element) -> Element | None:
    """The block right before another in its container."""
    return next((each for each in element.itersiblings(preceding=True) if each.tag in BLOCKS), None)


def near_paragraph(element: Element) -> tuple[Element, bool] | None:
    """The next w:p of the same text, else the last before it; the bool tells whether it comes after."""
    for above in _upwards(element):
        for sibling in above.itersiblings():
            if (found := _first(sibling, backwards=False)) is not None:
                return found, True
    for above in _upwards(element):
        for sibling in above.itersiblings(preceding=True):
            if (found := _first(sibling, backwards=True)) is not None:
                return found, False
    return None


def _upwards(element: Element) -> Iterator[Element]:
    """The element and what is around it in its text."""
    above: Element | None = element
    while above is not None and above.tag not in TEXTS:
        yield above
        above = above.getparent()


def _first(element: Element, *, backwards: bool) -> Element | None:
    """The first or last w:p in what a reader sees of the element."""
    if element.tag == names.PARAGRAPH:
        return element
    for child in element.iterchildren(reversed=backwards):
        if child.tag != names.FALLBACK and (found := _first(child, backwards=backwards)) is not None:
            return found
    return None


def leave_closed(paragraph: Element) -> Element:
    """The outermost table or content control, in the text, that the paragraph is the last block of; else itself."""
    element = found = paragraph
    while (parent := element.getparent()) is not None and parent.tag not in TEXTS:
        if any(each.tag in BLOCKS or each.tag in _IN_TABLE for each in element.itersiblings()):
            break
        element = parent
        if element.tag == names.TABLE or (element.tag == names.CONTROL and not _holds_rows(element)):
            found = element
    return found


def _holds_rows(control: Element) -> bool:
    content = control.find(names.CONTROL_CONTENT)
    return content is not None and any(child.tag in _IN_TABLE for child in inside(content))
