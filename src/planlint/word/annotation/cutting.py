"""Cutting runs so that marks can stand right before and after words. What is shown, and how, stays the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Final

from lxml.etree import _Element as Element
from lxml.etree import tostring

from planlint.word.changes import CHANGES
from planlint.word.controls import is_unfilled
from planlint.word.names import CONTROL, CONTROL_CONTENT, ID, PARAGRAPH, RUN, RUN_PROPERTIES, SPACE, TEXT, TRACKED, w
from planlint.word.tracing import Leaf
from planlint.word.values import attributes_of, inside

MAX_PROPERTIES: Final = 20_000
"""Bytes of a run's properties, with the namespaces that they use; a run with more is not cut: each piece has a copy."""

_OPEN: Final = frozenset((CONTROL, CONTROL_CONTENT, *TRACKED, *map(w, ("hyperlink", "dir", "bdo"))))
"""What marks stand within, between a paragraph and its runs.

They may stand in w:smartTag, w:customXml and w:fldSimple too, but LibreOffice passes over them there.
"""
_TEXTS: Final = (TEXT, w("delText"))
_SILENT: Final = {RUN_PROPERTIES, w("lastRenderedPageBreak")}
_CONTROL_PROPERTIES: Final = w("sdtPr")
_FILLED: Final = frozenset(map(w, ("dataBinding", "dropDownList", "comboBox", "date", "text", "picture", "citation")))
"""What says that a content control's words are put in as a whole: a mark among them is lost, if not at once."""


def whole(element: Element) -> Element:
    """What stands whole around the element: a child of a run, or what is no run; marks stand beside it, not within.

    An element in a text box stands in what holds the box; a w:p of the body is whole itself.
    """
    path = [*reversed([*element.iterancestors()]), element]
    inside_paragraph = iter(path[[each.tag for each in path].index(PARAGRAPH) + 1 :])
    for each in inside_paragraph:
        if each.tag == RUN:
            return next(inside_paragraph, each)
        if each.tag not in _OPEN or _is_filled(each):
            return each
    return element


def _is_filled(element: Element) -> bool:
    """Whether this is a content control whose words come from a program, or whose prompt goes when it is filled in."""
    if element.tag != CONTROL:
        return False
    properties = element.find(_CONTROL_PROPERTIES)
    if properties is None:
        return False
    return is_unfilled(element) or not _FILLED.isdisjoint(child.tag for child in properties)


def cut_texts(leaves: Sequence[Leaf], offsets: Iterable[int], *, anywhere: bool = False) -> Iterator[Leaf]:
    """The paragraph's leaves, in order, after its texts have been cut at these offsets in it.

    Unless `anywhere`, only texts beside which a mark can stand are cut.
    """
    wanted = sorted(offsets)
    for leaf in leaves:
        inner = wanted[bisect_right(wanted, leaf.start) : bisect_left(wanted, leaf.end)]
        yield from _cut_text(leaf, inner) if inner and (anywhere or _can_be_cut(leaf.element)) else [leaf]


def _can_be_cut(element: Element) -> bool:
    run = element.getparent()
    return element.tag in _TEXTS and run is not None and run.tag == RUN and whole(element) is element


def _cut_text(leaf: Leaf, offsets: Sequence[int]) -> Iterator[Leaf]:
    """Cuts a text into several beside one another. Each keeps the spaces at its ends."""
    element, words = leaf.element, leaf.words
    begins = [0, *(offset - leaf.start for offset in offsets)]
    for begin, end in zip(begins, [*begins[1:], len(words)], strict=True):
        if begin:
            piece = element.makeelement(element.tag, attributes_of(element))
            element.addnext(piece)
            element = piece
        element.text = words[begin:end]
        element.set(SPACE, "preserve")
        yield Leaf(element, leaf.start + begin, words[begin:end], leaf.shown)


def cut_runs(firsts: Iterable[Element], lasts: Iterable[Element], identifiers: Iterator[str]) -> None:
    """Cuts runs, where they can be, so that each of `firsts` is the first in its run and each of `lasts` the last.

    What is not in a run stays. `identifiers` names what must have a name of its own.
    """
    begins, ends = _by_run(firsts), _by_run(lasts)
    for run in dict.fromkeys((*begins, *ends)):
        _cut_run(run, begins[run], ends[run], identifiers)


def _by_run(elements: Iterable[Element]) -> defaultdict[Element, set[Element]]:
    found: defaultdict[Element, set[Element]] = defaultdict(set)
    for element in elements:
        run = element.getparent()
        if run is not None and run.tag == RUN:
            found[run].add(element)
    return found


def _cut_run(run: Element, begins: set[Element], ends: set[Element], identifiers: Iterator[str]) -> None:
    """Moves what comes after each cut into a run of its own, which looks the same."""
    model = run.makeelement(RUN, attributes_of(run))
    current, filled, ended = run, False, False
    for child in inside(run):
        silent = child.tag in _SILENT
        if filled and not silent and (ended or child in begins) and len(tostring(model)) <= MAX_PROPERTIES:
            current, ended = _continue_run(model, current, identifiers), False
        if child.tag == RUN_PROPERTIES:
            model[:] = [deepcopy(child)]
        if current is not run:
            current.append(child)
        filled = filled or not silent
        ended = ended or child in ends


def _continue_run(model: Element, before: Element, identifiers: Iterator[str]) -> Element:
    """A run right after `before`, empty but for its properties, which are the model's."""
    new = deepcopy(model)
    for properties in new:
        properties.tail = None
    for change in new.iter(*CHANGES):
        if ID in change.attrib:
            change.set(ID, next(identifiers))
    before.addnext(new)
    return new
