"""Text boxes stand twice in a file; what has been changed in the newer form is changed in the other too."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.values import inside


def copy_boxes(changed: Iterable[Element]) -> None:
    """Copies the text boxes in these mc:AlternateContent for programs that do not know the newer form.

    Where the two do not have as many boxes, only the newer is left.
    """
    for alternatives in dict.fromkeys(changed):
        newer, older = alternatives.find(names.CHOICE), alternatives.find(names.FALLBACK)
        if newer is None or older is None:
            continue
        boxes, copies = _outermost(newer), _outermost(older)
        if len(boxes) != len(copies):
            remove(older)
        for box, copy in zip(boxes, copies, strict=False):
            copy[:] = [deepcopy(child) for child in inside(box)]


def _outermost(element: Element) -> list[Element]:
    """The text boxes in the element that are in no other within it."""
    boxes = list(element.iter(names.BOX))
    within = set(boxes)
    return [box for box in boxes if within.isdisjoint(box.iterancestors(names.BOX))]
