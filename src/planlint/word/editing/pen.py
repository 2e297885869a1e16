"""Words of a paragraph become others, and paragraphs become two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.cutting import cut_texts
from planlint.word.controls import is_unfilled
from planlint.word.editing.emptied import clear_fields, clear_links, remove_from_run
from planlint.word.editing.splitting import split_after
from planlint.word.editing.steps import Step
from planlint.word.editing.typing import fill_in, fill_run, new_run, top_of, type_after
from planlint.word.names import w
from planlint.word.tracing import Leaf, Line

_LINKS: Final = (w("hyperlink"), w("fldSimple"))
_APART: Final = (*_LINKS, names.MATHS + "oMath", names.MATHS + "oMathPara")
"""What does not grow by words at its ends."""


class Pen:
    """Goes through a paragraph once, from its beginning to its end.

    Words that go are only noted until the end, so that those that come find what they should look like. Each w:p keeps
    its end: what is split off stands before it.
    """

    def __init__(self, line: Line, members: Sequence[Element], steps: Sequence[Step], fresh: Iterator[str]) -> None:
        offsets = {at for step in steps for at in (step.start, step.end)}
        self._steps = steps
        self._pieces = list(cut_texts([leaf for leaf in line.leaves if leaf.shown], offsets, anywhere=True))
        self._fields = line.fields
        self._fresh = fresh
        self._here = members[-1]
        """Where words stand that stand beside no others."""
        self._next = 0
        self._cursor: Element | None = None
        """What new words follow; None at the beginning of a paragraph."""
        self._gone: list[Leaf] = []

    def write(self) -> None:
        """Makes the steps."""
        for step in self._steps:
            self._pass(step.start)
            if step.words is None:
                self._split()
            else:
                self._replace(step, step.words)
        self._clear()

    @property
    def _following(self) -> Element | None:
        """The element that the next words stand in."""
        return self._pieces[self._next].element if self._next < len(self._pieces) else None

    def _pass(self, offset: int) -> None:
        """Goes on to the offset."""
        while self._next < len(self._pieces) and self._pieces[self._next].end <= offset:
            self._cursor = self._pieces[self._next].element
            self._next += 1

    def _split(self) -> None:
        beside = self._following if self._cursor is None else self._cursor
        paragraph = self._here if beside is None else next(beside.iterancestors(names.PARAGRAPH))
        split_after(paragraph, self._cursor, self._fresh)
        self._here, self._cursor = paragraph, None

    def _replace(self, step: Step, words: str) -> None:
        begun = self._next
        self._pass(step.end)
        covered = self._pieces[begun : self._next]
        self._gone += covered
        if words and covered:
            fill_in(covered[0].element)
            self._cursor = type_after(covered[0].element, words)
        elif words:
            self._cursor = self._insert(step.start, words)

    def _insert(self, offset: int, words: str) -> Element:
        """Puts words behind others, or else before others, which they look like; the last element of them."""
        if self._cursor is not None:
            return self._type_behind(self._cursor, offset, words)
        if self._following is not None:
            return self._type_before(self._following, offset, words)
        run = new_run(self._here, None, self._fresh)
        self._here.append(run)
        return fill_run(run, words)

    def _type_behind(self, element: Element, offset: int, words: str) -> Element:
        """A link, a field, a formula or a prompt that ends there does not grow."""
        close = next((each.close for each in reversed(self._fields) if each.start < offset == each.end), None)
        beside = close if close is not None and element is self._pieces[self._next - 1].element else element
        around = _outermost(beside, self._following)
        if around is None:
            return type_after(beside, words)
        run = new_run(around, element, self._fresh, styled=False)
        around.addnext(run)
        return fill_run(run, words)

    def _type_before(self, element: Element, offset: int, words: str) -> Element:
        """A link, a field, a formula or a prompt that begins there does not grow."""
        begin = next((each.begin for each in reversed(self._fields) if each.start == offset), None)
        beside = element if begin is None else begin
        around = _outermost(beside, None)
        run = new_run(beside, element, self._fresh, styled=around is None)
        (_run_of(beside) if around is None else around).addprevious(run)
        return fill_run(run, words)

    def _clear(self) -> None:
        """Takes away what goes, and the fields and links that nothing is left of."""
        links = dict.fromkeys(link for leaf in self._gone for link in leaf.element.iterancestors(*_LINKS))
        starts = [leaf.start for leaf in self._gone]
        for leaf in self._gone:
            remove_from_run(leaf.element)
        clear_fields(each for each in self._fields if bisect_left(starts, each.start) < bisect_left(starts, each.end))
        clear_links(links)


def _outermost(element: Element, following: Element | None) -> Element | None:
    """The outermost link, formula or prompt around the element, in its paragraph, that is not around the next."""
    found = None
    for around in element.iterancestors():
        if around.tag == names.PARAGRAPH:
            break
        apart = around.tag in _APART or (around.tag == names.CONTROL and is_unfilled(around))
        if apart and (following is None or all(each is not around for each in following.iterancestors())):
            found = around
    return found


def _run_of(element: Element) -> Element:
    run = element.getparent()
    return run if run is not None and run.tag == names.RUN else top_of(element)
