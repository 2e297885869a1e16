"""Paragraphs and rows that go, and marks of paragraphs; what is left is a sound file."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.editing.around import BLOCKS, STAND_IN, TEXTS, block_before, next_joined
from planlint.word.editing.staying import move_on
from planlint.word.editing.tables import begin_below
from planlint.word.rows import WRAPPERS
from planlint.word.values import inside

_SECTION: Final = f"{names.PARAGRAPH_PROPERTIES}/{names.SECTION}"


def remove_paragraph(paragraph: Element) -> None:
    """Takes a w:p out. A section that it ends, ends with the paragraph before; where it cannot, an empty w:p stays."""
    section = paragraph.find(_SECTION)
    move_on(paragraph)
    if section is not None and not _hand_on(section, block_before(paragraph)):
        for child in inside(paragraph):
            if child.tag != names.PARAGRAPH_PROPERTIES:
                remove(child)
        for child in inside(paragraph[0]):
            if child is not section:
                remove(child)
        return
    remove(paragraph)


def _hand_on(section: Element, block: Element | None) -> bool:
    """Lets a paragraph end a section, if it is one and ends none."""
    if block is None or block.tag != names.PARAGRAPH or block.find(_SECTION) is not None:
        return False
    properties = block.find(names.PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = block.makeelement(names.PARAGRAPH_PROPERTIES)
        block.insert(0, properties)
    change = properties.find(names.PARAGRAPH_CHANGE)
    if change is None:
        properties.append(section)
    else:
        change.addprevious(section)
    return True


def join(paragraph: Element) -> None:
    """Puts a w:p's words before those of the next, where another follows.

    What stands between the two, such as bookmarks, stands between their words; what stands in for new blocks, behind.
    """
    following = next_joined(paragraph)
    if following is None:
        return
    section = paragraph.find(_SECTION)
    if section is not None:
        _hand_on(section, following)
    between = list(takewhile(lambda each: each.tag not in BLOCKS, paragraph.itersiblings()))
    moved = [child for child in inside(paragraph) if child.tag != names.PARAGRAPH_PROPERTIES]
    moved += [each for each in between if each.tag != STAND_IN]
    for stand_in in reversed([each for each in between if each.tag == STAND_IN]):
        following.addnext(stand_in)
    at = 1 if following.find(names.PARAGRAPH_PROPERTIES) is not None else 0
    following[at:at] = moved
    remove(paragraph)


def remove_row(row: Element) -> None:
    """Takes a w:tr out; cells that began in it and go on below begin there."""
    begin_below(row)
    move_on(row)
    remove(row)


def mend(container: Element) -> None:
    """Makes sound what blocks or rows have been taken from.

    No content control and no table is without any; a text is not either; a cell and a note end with a w:p.
    """
    while container.tag in WRAPPERS or container.tag == names.TABLE:
        parent = container.getparent()
        if parent is None:
            return
        if not _holds_blocks(container):
            remove(container)
        container = parent
    if container.tag == names.CELL or container.tag in TEXTS:
        last = next((each for each in container.iterchildren(reversed=True) if each.tag in BLOCKS), None)
        if last is None or (last.tag == names.TABLE and container.tag != names.BODY):
            section = container.find(names.SECTION)
            at = len(container) if section is None else container.index(section)
            container.insert(at, container.makeelement(names.PARAGRAPH))


def _holds_blocks(container: Element) -> bool:
    return any(each is not container for each in container.iter(names.PARAGRAPH, names.TABLE, names.ALT_CHUNK))
