"""Words as elements of a run, which look like those beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.marks import remove
from planlint.word.controls import SHOWS_PROMPT, is_unfilled
from planlint.word.editing.splitting import SHELLS, WHOLE_ONCE, copy_with_ids
from planlint.word.names import w

_PIECE: Final = re.compile(r"\t|\n|[^\t\n]+")
_BREAKS: Final = {"\t": w("tab"), "\n": w("br")}
_MARK: Final = f"{names.PARAGRAPH_PROPERTIES}/{names.RUN_PROPERTIES}"
_HOLDERS: Final = frozenset((names.PARAGRAPH, *WHOLE_ONCE, *SHELLS)) - {names.RUN}
"""What runs stand in."""


def type_after(element: Element, words: str) -> Element:
    """Puts words after an element of a run, in the run; the last element of them."""
    made = [_formula_text(element, words)] if element.tag == names.MATHS_TEXT else make_words(element, words)
    for each in made:
        element.addnext(each)
        element = each
    return element


def _formula_text(beside: Element, words: str) -> Element:
    text = beside.makeelement(names.MATHS_TEXT)
    text.text = words
    text.set(names.SPACE, "preserve")
    return text


def fill_run(run: Element, words: str) -> Element:
    """Puts words at the end of a run; the last element."""
    run.extend(make_words(run, words))
    return run[-1]


def make_words(beside: Element, words: str) -> list[Element]:
    """The elements that stand for words in a run. Raises ValueError for characters that XML cannot hold."""
    struck = next(beside.iterancestors(names.DELETED), None) is not None
    made = []
    for piece in _PIECE.findall(words):
        made.append(beside.makeelement(_BREAKS.get(piece) or (w("delText") if struck else names.TEXT)))
        if piece not in _BREAKS:
            made[-1].text = piece
            made[-1].set(names.SPACE, "preserve")
    return made


def new_run(beside: Element, like: Element | None, fresh: Iterator[str], *, styled: bool = True) -> Element:
    """A run that looks like the one that `like` stands in (if not `styled`, but for its character style).

    Where that is None or stands in no run, it looks as the mark of the paragraph that `beside` is or stands in.
    """
    run = beside.makeelement(names.RUN)
    model = None if like is None else like.getparent()
    if model is None or model.tag != names.RUN:
        paragraph = beside if beside.tag == names.PARAGRAPH else next(beside.iterancestors(names.PARAGRAPH))
        properties = paragraph.find(_MARK)
    else:
        properties = model.find(names.RUN_PROPERTIES)
    if properties is not None:
        run.append(copy_with_ids(properties, fresh))
        for each in [*run.iterdescendants(*names.TRACKED)]:
            remove(each)
    if not styled:
        drop_style(run)
    return run


def drop_style(run: Element) -> None:
    """Takes the character style from a run."""
    for style in run.findall(f"{names.RUN_PROPERTIES}/{names.RUN_STYLE}"):
        remove(style)


def fill_in(element: Element) -> None:
    """Content controls around the element show their prompts no more."""
    unfilled = [each for each in element.iterancestors(names.CONTROL) if is_unfilled(each)]
    for control in unfilled:
        for shows in control.findall(SHOWS_PROMPT):
            remove(shows)
    run = element.getparent()
    if unfilled and run is not None:
        drop_style(run)


def top_of(element: Element) -> Element:
    """What stands where runs do, around the element or the element itself."""
    while (parent := element.getparent()) is not None and parent.tag not in _HOLDERS:
        element = parent
    return element
