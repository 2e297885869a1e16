"""The words of a comparison: what an element is called, what became of it, and its diff, short enough to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len

from planlint.consult import TEXT
from planlint.model.comparison import Change, ChangeKind, Element, Piece
from planlint.model.text import Text
from planlint.report.line import Line, Style, line
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable
from planlint.texts import TEXTS

AROUND: Final = 60
"""Cells of unchanged words that stand on either side of a change."""
LONGEST_CHANGE: Final = 300
"""Cells of changed words before their middle is left out."""
LONGEST_ITEM: Final = 240
"""The same for an item that came or went."""
_MARKS: Final = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
_STYLES: Final[dict[str, Style]] = {"gone": "red", "new": "cyan"}
_OUTLINE: Final = {
    "background": "outline-background",
    "goal_links": "outline-goal-links",
    "benefits": "outline-unspecified",
    "benefits_short": "outline-short",
    "benefits_long": "outline-long",
    "activities": "outline-activities",
    "council_role": "outline-council",
    "municipal_role": "outline-municipal",
    "principles": "outline-principles",
}
"""What the parts are called where the plan itself gives them no name."""


def name_element(element: Element, page: Page) -> str:
    """What people call an element: its sort, its number, its title; a goal and a version by their number alone."""
    title = printable(element.title.text)
    sort = page.say(f"sort-{element.sort}")
    if element.sort == "control":
        return sort
    if element.sort in {"goal", "version"} and element.number:
        return f"{sort} {printable(element.number)}"
    return " ".join(part for part in (sort, printable(element.number or ""), short(title)) if part)


def number_and_title(element: Element) -> str:
    """The same without the sort."""
    return " ".join(part for part in (printable(element.number or ""), short(printable(element.title.text))) if part)


def short(text: str) -> str:
    """A name as long as a line can hold."""
    return middle_out(text, AROUND)


def name_part(key: str, label: str, page: Page) -> str:
    """What a part is called: as the plan writes it, else as planlint does; '' for what stands under a heading."""
    written = printable(label).strip(" .:;*_–—-")
    if written:
        return written.capitalize() if written.isupper() else written
    if key == TEXT:
        return ""
    if key in _OUTLINE:
        return page.say(_OUTLINE[key])
    return page.say(f"part-{key}") if f"part-{key}" in TEXTS else printable(key)


def what_became(change: Change, page: Page) -> str:
    """What is to be said of an element, in the order of its kinds."""
    return ", ".join(_told(kind, change, page) for kind in change.kinds)


def _told(kind: ChangeKind, change: Change, page: Page) -> str:
    if kind == "renumbered":
        old, new = (printable(each.number or "") if each else "" for each in (change.old, change.new))
        key = "change-renumbered" if old and new else "change-unnumbered" if old else "change-numbered"
        return page.say(key, old=old)
    if kind == "moved":
        home = printable(change.homes[0]) if change.homes else ""
        return page.say("change-moved", old=short(home)) if home else page.say("change-moved-in")
    if kind == "changed" and change.title and change.sort == "goal":
        return page.say("change-reworded")
    return page.say(f"change-{kind}")


def diff_line(pieces: Iterable[Piece]) -> Line:
    """Both texts in one line, changes marked [-gone-] {+new+}, long stretches that both have left out."""
    listed = list(pieces)
    return line(*_spaced(_marked(listed)))


def _marked(pieces: list[Piece]) -> Iterator[tuple[str, Style]]:
    for index, piece in enumerate(pieces):
        words = printable(piece.words)
        if len(pieces) == 1 and piece.kind == "same":
            yield middle_out(words, LONGEST_ITEM), ""
        elif piece.kind == "same":
            yield _around(words, first=index == 0, last=index == len(pieces) - 1), ""
        else:
            opens, closes = _MARKS[piece.kind]
            yield f"{opens}{middle_out(words, LONGEST_CHANGE)}{closes}", _STYLES[piece.kind]


def _around(words: str, *, first: bool, last: bool) -> str:
    """Unchanged words: those next to the changes on either side; all of them where that is little more."""
    if cell_len(words) <= (AROUND if first or last else 2 * AROUND):
        return words
    listed = words.split(" ")
    head, tail = ([] if first else _fitting(listed)), ([] if last else _fitting(reversed(listed))[::-1])
    return " ".join([*head, "…", *tail])


def _fitting(words: Iterable[str]) -> list[str]:
    """As many words as `AROUND` cells hold."""
    kept: list[str] = []
    used = 0
    for word in words:
        used += cell_len(word) + 1
        if used > AROUND:
            break
        kept.append(word)
    return kept


def _spaced(pieces: Iterable[tuple[str, Style]]) -> Iterator[tuple[str, Style] | str]:
    for index, piece in enumerate(pieces):
        if index:
            yield " "
        yield piece


def item_words(text: Text) -> str:
    """An item that came or went."""
    return middle_out(printable(text.text), LONGEST_ITEM)
