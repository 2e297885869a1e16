"""The marks of a comment in the body: where its words begin, where they end, and its reference."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from planlint.word.annotation.shelter import shelter
from planlint.word.names import (
    BOOKMARK_START,
    COMMENT_REFERENCE,
    ID,
    PARAGRAPH,
    RANGE_END,
    RANGE_START,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    VALUE,
    w,
)

_MARKS: Final = (RANGE_START, RANGE_END, COMMENT_REFERENCE)
_LEFT: Final = frozenset(map(w, ("hyperlink", "dir", "bdo", "sdt", "sdtContent")))
"""What a mark leaves where it would stand first or last within: it says the same outside."""
_SILENT: Final = frozenset(
    (
        BOOKMARK_START,
        RANGE_START,
        RANGE_END,
        *map(w, ("bookmarkEnd", "proofErr", "permStart", "permEnd")),
        *map(w, ("sdtPr", "sdtEndPr")),
    )
)
_MAX_PASSED: Final = 20
"""Elements without words that are passed in search of the end of what is left."""


@dataclass(frozen=True, slots=True)
class Range:
    """Where a comment's marks stand: before `first`, after `last`, and the reference after `after`, in its paragraph.

    Where `first` is a w:p, all stand in it after `last`; what is a w:p itself is one with nothing in it to stand after.
    """

    first: Element
    last: Element
    after: Element


def remove_marks(root: Element, identifiers: Collection[str]) -> bool:
    """Removes all marks of these comments; whether there were any. A run goes that holds nothing but a reference."""
    found = [each for each in root.iter(*_MARKS) if each.get(ID) in identifiers]
    for mark in found:
        run = mark.getparent()
        alone = run is not None and run.tag == RUN and all(each is mark or each.tag == RUN_PROPERTIES for each in run)
        remove(run if alone and run is not None else mark)
    return bool(found)


def remove(element: Element) -> None:
    """Removes an element and leaves the white space after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def find_range(first: Element, last: Element, after: Element | None = None) -> Range:
    """Where the marks stand around what stands whole; `after`: what the reference comes after, if not `last`."""
    if first.tag == PARAGRAPH:
        inner = first[-1] if len(first) else first
        return Range(first, inner, shelter(first, inner))
    begin, end = _leave(_run_of(first), forward=False), _leave(_run_of(last), forward=True)
    beside = end if after is None else after
    while (parent := beside.getparent()) is not None and parent.tag != PARAGRAPH:
        beside = parent
    return Range(begin, end, beside if parent is None else shelter(parent, beside))


def _run_of(element: Element) -> Element:
    """The run that the element is in; itself where it is in none."""
    parent = element.getparent()
    return element if parent is None or parent.tag != RUN else parent


def _leave(element: Element, *, forward: bool) -> Element:
    """The outermost link, content control or the like that the element is the first or the last thing in."""
    while (
        (parent := element.getparent()) is not None and parent.tag in _LEFT and _is_outermost(element, forward=forward)
    ):
        element = parent
    return element


def _is_outermost(element: Element, *, forward: bool) -> bool:
    beside = list(islice(element.itersiblings(preceding=not forward), _MAX_PASSED + 1))
    return len(beside) <= _MAX_PASSED and all(each.tag in _SILENT for each in beside)


def insert_marks(ranges: Mapping[str, Range], style: str | None) -> None:
    """Puts in the marks of comments, by their ids; `style` is the id of the references' style.

    Of comments that begin or end together, the first comes first: what comes after an element is put in from the last
    comment to the first.
    """
    for identifier, place in ranges.items():
        if place.first.tag != PARAGRAPH:
            place.first.addprevious(_mark(place.first, RANGE_START, identifier))
    for identifier, place in reversed([*ranges.items()]):
        _put_after(place.after, _reference(place.first, identifier, style))
        _put_after(place.last, _mark(place.first, RANGE_END, identifier))
        if place.first.tag == PARAGRAPH:
            _put_after(place.last, _mark(place.first, RANGE_START, identifier))


def _put_after(element: Element, new: Element) -> None:
    if element.tag == PARAGRAPH:
        element.insert(0, new)
    else:
        element.addnext(new)


def _mark(beside: Element, tag: str, identifier: str) -> Element:
    return beside.makeelement(tag, {ID: identifier})


def _reference(beside: Element, identifier: str, style: str | None) -> Element:
    """The run with the comment's reference."""
    run = beside.makeelement(RUN)
    if style is not None:
        SubElement(SubElement(run, RUN_PROPERTIES), RUN_STYLE, {VALUE: style})
    SubElement(run, COMMENT_REFERENCE, {ID: identifier})
    return run
