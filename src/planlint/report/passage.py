"""The author's words with the spot marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from planlint.model.text import Text
from planlint.report.line import Line, fitting, line
from planlint.report.page import LEAST_ROOM, Page
from planlint.report.printable import printable, printable_piece

Paragraphs = Mapping[tuple[str, int], Sequence[Text]]
_GAP: Final = "…"
_LEAST: Final = 8
"""Cells below which a cut piece says nothing."""

MOST_LINES: Final = 3
MOSTLY: Final = 0.8
_DEEPER: Final = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paragraph that fits a line: what stands before the spot, the spot, what stands after it."""

    before: str
    spot: str
    after: str


def index_paragraphs(texts: Iterable[Text]) -> Paragraphs:
    """The texts by part and paragraph, so that a place finds its own at once."""
    found: dict[tuple[str, int], list[Text]] = {}
    for text in texts:
        found.setdefault((text.part, text.paragraph), []).append(text)
    return found


def paragraph_around(place: Text, paragraphs: Paragraphs) -> Text:
    """The paragraph that holds the place, as far as it was kept; else the place itself."""
    texts = paragraphs.get((place.part, place.paragraph), ())
    return next((text for text in texts if _holds(text, place)), place)


def is_whole(place: Text, paragraph: Text) -> bool:
    """Whether the place is so much of its paragraph that a mark would tell nothing: all but a code, say."""
    return len(place.text.strip()) >= MOSTLY * len(paragraph.text.strip())


def cut_passage(place: Text, paragraph: Text, width: int) -> Passage:
    """The place in as much of its paragraph as `width` cells hold, cut at words, '…' where something is left out."""
    start = place.start - paragraph.start
    before, after = paragraph.text[:start], paragraph.text[start + len(place.text) :]
    spot = printable(place.text)
    if cell_len(spot) > width - 2 * _LEAST:
        return Passage(_GAP if before.strip() else "", middle_out(spot, width - 2), _GAP if after.strip() else "")
    left, right = printable_piece(before).lstrip(), printable_piece(after).rstrip()
    room = width - cell_len(spot)
    for_left = max(room // 2, room - cell_len(right))
    left = _end_of(left, for_left)
    return Passage(left, spot, _start_of(right, room - cell_len(left)))


def middle_out(text: str, width: int) -> str:
    """The text in at most `width` cells, with '…' for the words in its middle."""
    if cell_len(text) <= width:
        return text
    tail = _fitting(reversed(text.split(" ")), width // 3)
    head = _fitting(text.split(" "), width - 3 - cell_len(" ".join(tail)))
    if not (head and tail):
        return text[: fitting(text, width - 1)] + _GAP
    return f"{' '.join(head)} {_GAP} {' '.join(reversed(tail))}"


def quoted(place: Text, paragraph: Text, lead: str, page: Page, indent: int) -> list[Line]:
    """The words in quotation marks after the lead; what stands around them in the paragraph too, and then carets below.

    A passage with a spot takes one line, below a lead that is long; words that are a whole paragraph take at most
    MOST_LINES.
    """
    label = f"{lead}: " if lead else ""
    opens, closes = page.say("quote-opens"), page.say("quote-closes")
    room = max(LEAST_ROOM, page.width - indent - 2)
    if is_whole(place, paragraph):
        words = middle_out(printable(place.text), MOST_LINES * (room - _DEEPER) - cell_len(label))
        return page.wrap(f"{label}{opens}{words}{closes}", indent=indent, hanging=_DEEPER)
    above = page.wrap(label.rstrip(), indent=indent) if cell_len(label) > room // 2 else []
    start = " " * indent + ("" if above else label) + opens
    passage = cut_passage(place, paragraph, indent + room + 1 - cell_len(start))
    marked = line(start + passage.before, (passage.spot, "underline"), passage.after + closes)
    return [*above, marked, line(" " * cell_len(start + passage.before) + "^" * cell_len(passage.spot))]


def _holds(text: Text, place: Text) -> bool:
    inside = text.start <= place.start and place.end <= text.end
    return inside and text.text[place.start - text.start : place.end - text.start] == place.text


def _start_of(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    space = " " if text.startswith(" ") else ""
    kept = _fitting(text.split(), width - 2 - len(space))
    return f"{space}{' '.join(kept)} {_GAP}" if kept else _GAP


def _end_of(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    space = " " if text.endswith(" ") else ""
    kept = _fitting(reversed(text.split()), width - 2 - len(space))
    return f"{_GAP} {' '.join(reversed(kept))}{space}" if kept else _GAP


def _fitting(words: Iterable[str], width: int) -> list[str]:
    kept: list[str] = []
    used = -1
    for word in words:
        used += 1 + cell_len(word)
        if used > width:
            break
        kept.append(word)
    return kept
