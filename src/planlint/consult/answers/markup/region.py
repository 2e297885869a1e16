"""Sentences that one wish changes together: what the plan has there, and what is wanted instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.consult.answers.markup.drafts import Draft, shorten_before
from planlint.consult.answers.markup.lines import Line
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.wishes import Break, Changes, Stroke
from planlint.model.consultation import ViewKind
from planlint.model.edit import Edit, Join, Replace, Split
from planlint.model.text import Text

_SPACES: Final = re.compile(" {2,}")
"""What is left between words when one between them is struck."""


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A sentence, by its line and its number there; `start` and `end` are its place in the line."""

    line: int
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Joint:
    """A line's mark goes, so that the words of another follow; the line itself where nothing follows."""

    line: int
    other: int
    changes: Changes
    place: Text


_Wish = Stroke | Break | Joint


@dataclass(frozen=True, slots=True)
class Touch:
    """A wish, and the first and the last of the units that it changes."""

    first: Unit
    last: Unit
    wish: _Wish


@dataclass(slots=True)
class Region:
    """Units from one to another that are changed together, and by what."""

    first: Unit
    last: Unit
    wishes: list[_Wish]

    @property
    def strokes(self) -> list[Stroke]:
        """Words struck and written, in order."""
        return [wish for wish in self.wishes if isinstance(wish, Stroke)]

    @property
    def breaks(self) -> list[Break]:
        """New ends of lines, in order."""
        return [wish for wish in self.wishes if isinstance(wish, Break)]

    @property
    def joints(self) -> dict[int, Joint]:
        """By line, what joins it to the next."""
        return {wish.line: wish for wish in self.wishes if isinstance(wish, Joint)}

    def is_struck(self, text: str) -> bool:
        """Whether all its words, which stand in one line with this text, are struck and none written."""
        at = self.first.start
        for stroke in self.strokes:
            if stroke.words or text[at : stroke.start].strip():
                return False
            at = max(at, stroke.end)
        return not self.breaks and not text[at : self.last.end].strip()


def gather(touches: Iterable[Touch], is_whole: Callable[[Region], bool]) -> Iterator[Region]:
    """What changes the same units, in order; and neighbours that both go altogether, by `is_whole`."""
    regions: list[Region] = []
    for touch in sorted(touches, key=lambda touch: (touch.first, touch.last)):
        if regions and touch.first <= regions[-1].last:
            regions[-1].last = max(regions[-1].last, touch.last)
            regions[-1].wishes.append(touch.wish)
        else:
            regions.append(Region(touch.first, touch.last, [touch.wish]))
    for region in regions:
        region.wishes.sort(key=_order)
    last: Region | None = None
    for region in regions:
        if last and _follow(last, region) and is_whole(last) and is_whole(region):
            last.last = region.last
            last.wishes += region.wishes
            continue
        if last:
            yield last
        last = region
    if last:
        yield last


def _follow(one: Region, other: Region) -> bool:
    return (one.last.line, one.last.number + 1) == (other.first.line, other.first.number)


def _order(wish: _Wish) -> tuple[int, int, int]:
    if isinstance(wish, Joint):
        return wish.line, 1 << 60, 0
    return wish.line, wish.start if isinstance(wish, Stroke) else wish.offset, wish.order


def draft_region(region: Region, lines: Sequence[Line], standing: Standing) -> Draft:
    """The view of a region. Nothing is left of it where `proposal` is ''."""
    told = [_tell(region, line, lines[line].text.text) for line in _lines_of(region)]
    quote, proposal = _tidy("\n".join(each[0] for each in told)), _tidy("".join(each[1] for each in told))
    struck, written = "".join(each[2] for each in told), "".join(stroke.words for stroke in region.strokes)
    changes = tuple(change for wish in region.wishes for change in wish.changes)
    kind = _kind(region, struck, written)
    if not struck and not written and not region.breaks and not region.joints:  # words that the plan does not have
        quote, proposal, kind = _words_of(changes), "", "deletion"
    line, start = region.first.line, min([region.first.start, *(stroke.start for stroke in region.strokes)])
    at = next((stroke.start for stroke in region.strokes), start)
    return Draft(
        kind=kind,
        line=line,
        start=start,
        spot=standing.at(line, start),
        place=region.wishes[0].place,
        quote=quote or _label(line, lines),
        proposal=proposal if "  " in quote else _SPACES.sub(" ", proposal),
        moved=struck.strip() or written.strip(),
        edits=tuple(_edits(region, lines)),
        changes=changes,
        after=shorten_before(lines[line].text.text[:at].strip()),
    )


def _tidy(text: str) -> str:
    """The words without space at either end of a line."""
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _lines_of(region: Region) -> Iterator[int]:
    """The lines that the region goes over; those between that go altogether are other views'."""
    joints = region.joints
    line = region.first.line
    yield line
    while line != region.last.line:
        line = joints[line].other
        yield line


def _tell(region: Region, line: int, text: str) -> tuple[str, str, str]:
    """A line's words in the region, as they are and as they are wanted, and those that are struck."""
    start = region.first.start if line == region.first.line else 0
    end = region.last.end if line == region.last.line else len(text)
    wishes = [wish for wish in region.wishes if wish.line == line and not isinstance(wish, Joint)]
    start = min([start, *(wish.start for wish in wishes if isinstance(wish, Stroke))])
    end = max([end, *(wish.end for wish in wishes if isinstance(wish, Stroke))])
    was, wanted, struck = [], [], []
    at = seen = start
    for wish in wishes:
        if isinstance(wish, Stroke):
            wanted += [text[at : wish.start], wish.words]
            struck.append(text[max(at, wish.start) : wish.end])
            at = max(at, wish.end)
        elif wish.there:
            was += [text[seen : wish.offset].rstrip(), "\n"]
            seen = wish.offset
        else:
            wanted += [text[at : wish.offset].rstrip(), "\n"]
            at = max(at, wish.offset)
    return "".join([*was, text[seen:end]]), "".join([*wanted, text[at:end]]), "".join(struck)


def _kind(region: Region, struck: str, written: str) -> ViewKind:
    """What the region's changes amount to; white space counts only where it is all that changes."""
    if region.breaks or region.joints:
        return "rewording"
    gone, came = (struck.strip(), written.strip()) if struck.strip() or written.strip() else (struck, written)
    if gone and came:
        return "rewording"
    return "insertion" if came else "deletion"


def _words_of(changes: Changes) -> str:
    return " ".join(change.place.text.strip() for change in changes).strip()


def _label(line: int, lines: Sequence[Line]) -> str:
    """What stands first in the row of a table whose empty cell is filled in."""
    row = lines[line].row
    if not row:
        return ""
    first = line
    while first and lines[first - 1].row == row:
        first -= 1
    return next((lines[at].text.text.strip() for at in range(first, line) if lines[at]), "")


def _edits(region: Region, lines: Sequence[Line]) -> Iterator[Edit]:
    """The region's wishes as edits of the plan, which has none of the foreign lines."""
    for wish in region.wishes:
        line = lines[wish.line]
        if line.foreign:
            continue
        text = line.text
        if isinstance(wish, Stroke):
            place = text.cut(wish.start, wish.end) if text.text else text
            if place.text != wish.words:
                yield Replace(place, wish.words)
        elif isinstance(wish, Break):
            if not wish.there and text.text[: wish.offset].strip() and text.text[wish.offset :].strip():
                yield Split(text.cut(wish.offset, wish.offset))
        elif wish.other != wish.line and not lines[wish.other].foreign:
            yield Join(text)
