"""A Word file as it was before planlint put comments in it: for comparing two files that may differ in nothing else."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from tests.office.package import CONTENT_TYPES, ID, XML_SPACE, W, relationships_of, unpack
from tests.office.threads import AUTHOR, COMMENT, END, REFERENCE, START

RUN: Final = f"{W}r"
PROPERTIES: Final = f"{W}rPr"
CHANGE: Final = f"{W}rPrChange"
_TEXTS: Final = (f"{W}t", f"{W}delText", f"{W}instrText", f"{W}delInstrText")


def without_own(data: bytes) -> bytes:
    """The main part without planlint's comments, as canonical XML; runs of one look that touch are one run.

    Of every text stands what Word shows: without `xml:space` it loses the space at its ends.
    """
    package = unpack(data)
    comments, root = package.xml("comments"), package.document
    own = () if comments is None else (each for each in comments.iter(COMMENT) if each.get(f"{W}author") == AUTHOR)
    _remove_marks(root, {each.get(ID) for each in own})
    for element in root.iter():
        element.tail = None
        if len(element):
            element.text = None
    for text in root.iter(*_TEXTS):
        _show(text)
    for parent in list(root.iter()):
        _join(parent)
    return etree.tostring(root, method="c14n", exclusive=True)


def comments_of_people(data: bytes) -> list[bytes]:
    """The comments of others than planlint, each as canonical XML."""
    comments = unpack(data).xml("comments")
    every = [] if comments is None else list(comments.iter(COMMENT))
    return [_canonical(each) for each in every if each.get(f"{W}author") != AUTHOR]


def other_parts(data: bytes) -> dict[str, bytes]:
    """Every entry but the four that comments are written to."""
    package = unpack(data)
    written = {package.main, package.related("comments"), relationships_of(package.main), CONTENT_TYPES}
    return {name: content for name, content in package.entries.items() if name not in written}


def _remove_marks(root: Element, own: set[str | None]) -> None:
    for element in list(root.iter(START, END, REFERENCE)):
        parent = element.getparent()
        if element.get(ID) in own and parent is not None:
            parent.remove(element)
            above = parent.getparent()
            if parent.tag == RUN and above is not None and not _content(parent):
                above.remove(parent)


def _content(run: Element) -> list[Element]:
    return [each for each in run if each.tag != PROPERTIES]


def _show(text: Element) -> None:
    if text.attrib.pop(XML_SPACE, "default") != "preserve":
        text.text = (text.text or "").strip(" \t\r\n")


def _join(parent: Element) -> None:
    """Joins the parent's runs that touch and look alike, and the texts that touch in them."""
    for left, right in reversed(list(pairwise(parent))):
        if left.tag == right.tag == RUN and _look(left) == _look(right):
            left.extend(_content(right))
            parent.remove(right)
    for left, right in reversed(list(pairwise(parent))):
        if left.tag == right.tag and left.tag in _TEXTS:
            left.text = (left.text or "") + (right.text or "")
            parent.remove(right)


def _look(run: Element) -> tuple[dict[str, str], list[bytes]]:
    """What decides how a run looks. A tracked change of it has an id of its own in every run."""
    attributes = {str(name): str(value) for name, value in run.attrib.items()}
    properties = [deepcopy(each) for each in run.iterchildren(PROPERTIES)]
    for each in properties:
        for change in each.iter(CHANGE):
            change.attrib.pop(ID, "")
    return attributes, [_canonical(each) for each in properties]


def _canonical(element: Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
