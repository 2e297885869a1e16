"""What stands in a paragraph or a row and has its other end elsewhere: it goes on to the next paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.editing.around import near_paragraph
from planlint.word.editing.emptied import FIELD_KIND, INSTRUCTIONS, is_hidden_copy

_END: Final = re.compile(r"(?:Start|End)$")
_IN_RUNS: Final = {names.COMMENT_REFERENCE, names.FIELD_CHARACTER, *INSTRUCTIONS}


def move_on(element: Element) -> None:
    """Moves comments' marks, and ends of bookmarks, fields and the like, out of a paragraph or a row that goes.

    A comment stays, at words near by; what begins and ends in the element goes with it.
    """
    staying = [*_unpaired(element), *_open_fields(element)]
    if not staying:
        return
    order = {each: number for number, each in enumerate(element.iter())}
    _put_near(element, [_alone(each) for each in sorted(staying, key=order.__getitem__)])


def _unpaired(element: Element) -> Iterator[Element]:
    """The marks of comments, and one end of what has its other end elsewhere."""
    pairs: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
    for each in element.iter():
        name = str(each.tag).rpartition("}")[2]
        if is_hidden_copy(each):
            continue
        if each.tag in {names.COMMENT_REFERENCE, names.RANGE_START, names.RANGE_END}:
            yield each
        elif _END.search(name) and names.ID in each.attrib:
            pairs[_END.sub("", name), each.get(names.ID, "")].append(each)
    for ends in pairs.values():
        if len(ends) == 1:
            yield ends[0]


def _open_fields(element: Element) -> list[Element]:
    """The elements of fields that do not both begin and end here."""
    fields: list[list[Element]] = []
    ends: list[Element] = []
    for each in element.iter(names.FIELD_CHARACTER, *INSTRUCTIONS):
        kind = each.get(FIELD_KIND)
        if is_hidden_copy(each):
            continue
        if kind == "begin":
            fields.append([each])
        elif kind == "end" and not fields:
            ends.append(each)
        elif kind == "end":
            fields.pop()
        elif fields:
            fields[-1].append(each)
        elif kind == "separate":
            ends.append(each)
    return [*ends, *(each for field in fields for each in field)]


def _alone(element: Element) -> Element:
    """The element as it can stand in a paragraph: what stands in runs in a run of its own."""
    if element.tag not in _IN_RUNS:
        return element
    run = element.makeelement(names.RUN)
    run.append(element)
    return run


def _put_near(element: Element, staying: list[Element]) -> None:
    """Puts what stays at the beginning of the next paragraph, or at the end of the one before; or in a new one."""
    near = near_paragraph(element)
    if near is None:
        paragraph = element.makeelement(names.PARAGRAPH)
        if element.tag == names.PARAGRAPH:
            element.addprevious(paragraph)
        near = paragraph, False
    paragraph, after = near
    for each in staying:
        each.tail = None
    if not after:
        paragraph.extend(staying)
        return
    at = 1 if paragraph.find(names.PARAGRAPH_PROPERTIES) is not None else 0
    paragraph[at:at] = staying
