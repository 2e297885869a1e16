"""Content controls, which stand around runs, paragraphs, cells or rows."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element as Element

from planlint.word.names import CONTROL, VALUE, w
from planlint.word.values import switched_on

SHOWS_PROMPT: Final = f"{w('sdtPr')}/{w('showingPlcHdr')}"
"""Where a content control says that it shows its prompt."""


def is_unfilled(element: Element) -> bool:
    """Whether a content control shows its prompt, as nobody has filled it in."""
    shows = element.find(SHOWS_PROMPT)
    return shows is not None and switched_on(shows.get(VALUE))


def stands_unfilled(element: Element, within: Element) -> bool:
    """Whether a content control between the element and `within`, which is around it, is unfilled."""
    above = element.getparent()
    while above is not None and above is not within:
        if above.tag == CONTROL and is_unfilled(above):
            return True
        above = above.getparent()
    return False
