"""Cutting a paragraph in two, so that both halves look as it did."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.changes import CHANGES
from planlint.word.names import w
from planlint.word.values import attributes_of, inside

_IDENTITY: Final = ("}paraId", "}textId")
"""What no two paragraphs share, in whatever namespace."""
SHELLS: Final = {
    names.RUN: names.RUN_PROPERTIES,
    w("smartTag"): w("smartTagPr"),
    w("customXml"): w("customXmlPr"),
    **dict.fromkeys((w("hyperlink"), w("dir"), w("bdo"), *names.TRACKED), ""),
}
"""What can stand in two halves, and the properties that both have."""
WHOLE_ONCE: Final = {names.CONTROL_CONTENT, names.CHOICE, w("fldSimple")}
"""What there can be one of only: what stands inside is set free."""
_CLOSERS: Final = frozenset(
    map(w, ("bookmarkEnd", "commentRangeEnd", "permEnd", "proofErr", "moveFromRangeEnd", "moveToRangeEnd"))
)
_CLOSING: Final = frozenset(map(w, ("rPr", "footnoteReference", "endnoteReference", "commentReference")))
"""What belongs to the words before it: as an element, and in a run."""
_FIELD_KIND: Final = w("fldCharType")


def split_after(paragraph: Element, element: Element | None, fresh: Iterator[str]) -> None:
    """Puts what a paragraph holds up to an element in it, or None: nothing, in a new w:p before it.

    What moves is what comes before, so that a paragraph that is cut many times is gone through once. `fresh` gives ids
    for tracked changes that come to stand in both.
    """
    first = paragraph.makeelement(names.PARAGRAPH, attributes_of(paragraph))
    for name in [name for name in attributes_of(paragraph) if name.endswith(_IDENTITY)]:
        del paragraph.attrib[name]
    properties = paragraph.find(names.PARAGRAPH_PROPERTIES)
    if properties is not None:
        first.append(copy_with_ids(properties, fresh))
        clear_mark(first[0])
        for page in properties.findall(w("pageBreakBefore")):
            remove(page)
    if element is not None:
        last = _cut_free(paragraph, element, fresh)
        first.extend(child for child in _up_to(last) if child is not properties)
    paragraph.addprevious(first)


def copy_with_ids(element: Element, fresh: Iterator[str]) -> Element:
    """A copy whose tracked changes have ids of their own."""
    copy = deepcopy(element)
    copy.tail = None
    for change in copy.iter(*CHANGES):
        if names.ID in change.attrib:
            change.set(names.ID, next(fresh))
    return copy


def clear_mark(properties: Element) -> None:
    """Takes from a w:pPr what only one paragraph's end has: a section break, tracked changes of the mark."""
    mark = properties.find(names.RUN_PROPERTIES)
    for each in [*properties.findall(names.SECTION), *([] if mark is None else inside(mark))]:
        if each.tag == names.SECTION or each.tag in names.TRACKED:
            remove(each)


def _cut_free(paragraph: Element, element: Element, fresh: Iterator[str]) -> Element:
    """The child of the paragraph after which it is to be cut, once what is around the element has been cut."""
    last = _pass_closers(element)
    while (around := last.getparent()) is not None and around is not paragraph:
        if around.tag in WHOLE_ONCE:
            last = _set_free(around, last)
        elif around.tag in SHELLS:
            last = _cut_shell(around, last, fresh)
        else:
            last = around
        last = _pass_closers(last)
    return last


def _up_to(last: Element) -> list[Element]:
    """The children of an element's parent up to it, in order."""
    return [*reversed([*last.itersiblings(preceding=True)]), last]


def _pass_closers(element: Element) -> Element:
    """The last of those right after the element that belong to the words before."""
    for sibling in element.itersiblings():
        if not _closes(sibling):
            break
        element = sibling
    return element


def _closes(element: Element) -> bool:
    if element.tag == names.RUN:
        inner = inside(element)
        return any(each.tag != names.RUN_PROPERTIES for each in inner) and all(map(_closes, inner))
    if element.tag == names.FIELD_CHARACTER:
        return element.get(_FIELD_KIND) == "end"
    return element.tag in _CLOSERS or element.tag in _CLOSING


def _set_free(around: Element, last: Element) -> Element:
    """Puts what an element that cannot be cut holds in its place."""
    outer = around if around.tag == w("fldSimple") else around.getparent()
    if outer is None:
        return around
    unwrap(outer, [child for child in inside(around) if child.tag != w("fldData")])
    return last


def unwrap(element: Element, children: list[Element]) -> None:
    """Puts children of an element, or of one in it, in its place."""
    for child in children:
        element.addprevious(child)
    remove(element)


def _cut_shell(shell: Element, last: Element, fresh: Iterator[str]) -> Element:
    """Moves what stands in a shell up to an element into another such one before it, unless that is all; that one."""
    if last.getnext() is None:
        return shell
    first = shell.makeelement(shell.tag, attributes_of(shell))
    if names.ID in shell.attrib and shell.tag in CHANGES:
        shell.set(names.ID, next(fresh))
    properties = shell.find(SHELLS[shell.tag]) if SHELLS[shell.tag] else None
    if properties is not None:
        first.append(copy_with_ids(properties, fresh))
    first.extend(child for child in _up_to(last) if child is not properties)
    shell.addprevious(first)
    return first
