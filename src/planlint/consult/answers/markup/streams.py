"""From tracked changes, as they stand in the file, to what each person wants of the plan's paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from planlint.consult.answers.markup.actors import Acts
from planlint.consult.answers.markup.blocks import At
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.wishes import (
    ARRIVING,
    LEAVING,
    Actor,
    Break,
    Changes,
    Fresh,
    Stroke,
    Wishes,
    is_struck,
)
from planlint.model.returned import TrackedChange

LAST: Final = 1 << 30
"""An order, or an offset, after all others."""


@dataclass(slots=True)
class _Segment:
    """What becomes of a stretch of a line up to a new mark: `begin` to `end` are words that it had."""

    begin: int
    end: int = 0
    changes: list[TrackedChange] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Aside:
    """Changes that somebody made in a paragraph that another one had just written."""

    author: str
    changes: Changes
    within: str


def read_wishes(acts: Acts, ground: Ground) -> tuple[tuple[Wishes, ...], tuple[Aside, ...]]:
    """What each actor wants, in the order in which they first say something; and what they say of others' words."""
    wishes = {actor: Wishes(actor) for _, actor in acts}
    lines: dict[tuple[Actor, int], list[TrackedChange]] = defaultdict(list)
    gaps: dict[At, list[tuple[TrackedChange, Actor]]] = defaultdict(list)
    for change, actor in acts:
        line = ground.find(change.place)
        if line is None:
            gaps[change.place.part, change.paragraph].append((change, actor))
        else:
            lines[actor, line].append(change)
    numbers, ends = count(1), _struck_ends(acts)
    for (actor, line), changes in lines.items():
        others = {end for end, by in ends.get(ground.answer[line].at, ()) if by != actor}
        _Row(ground, line, wishes[actor], numbers, others).read(changes)
    asides: list[Aside] = []
    for at, inside in gaps.items():
        owner = _owner(inside)
        fresh = _of_gap([change for change, actor in inside if actor.author == owner.author], at, ground)
        wishes[owner].fresh.append(fresh)
        for author in dict.fromkeys(actor.author for _, actor in inside if actor.author != owner.author):
            theirs = tuple(change for change, actor in inside if actor.author == author)
            asides.append(Aside(author, theirs, fresh.words))
    for each in wishes.values():
        _absorb(each, ground)
        each.strokes = merge(each.strokes, each.breaks)
    return tuple(wishes.values()), tuple(asides)


def _struck_ends(acts: Acts) -> Mapping[At, Sequence[tuple[int, Actor]]]:
    """By paragraph of the original, where struck words end, and who strikes them."""
    ends: dict[At, list[tuple[int, Actor]]] = defaultdict(list)
    for change, actor in acts:
        if change.kind in LEAVING and change.scope == "words":
            ends[change.place.part, change.place.paragraph].append((change.place.end, actor))
    return ends


def _owner(acts: Acts) -> Actor:
    """Whose a new paragraph is: the one's whose mark it has, else the first one's with words in it."""
    marks = [actor for change, actor in acts if change.scope == "paragraph"]
    words = [actor for change, actor in acts if change.scope == "words"]
    return next((actor for actor in marks if actor in words), (words or marks or [actor for _, actor in acts])[0])


def _of_gap(changes: Sequence[TrackedChange], at: At, ground: Ground) -> Fresh:
    """A new paragraph, which the original has not."""
    fresh = _fresh(ground.before(changes[0].place), at, changes)
    return replace(fresh, apart=any(change.scope == "cell" for change in changes))


class _Row:
    """One line of the file, and what one actor wants of it."""

    def __init__(
        self, ground: Ground, line: int, wishes: Wishes, numbers: Iterator[int], others: Collection[int]
    ) -> None:
        self._ground, self._line, self._wishes = ground, line, wishes
        self._others = others
        self._text = ground.answer[line].text
        self._numbers = numbers

    def read(self, changes: Sequence[TrackedChange]) -> None:
        """Note what the changes, in the order of the file, make of the line."""
        segments, marks = self._cut(sorted(changes, key=_reading_order))
        homes = [at for at, each in enumerate(segments) if self._text.text[each.begin : each.end].strip()]
        first, last = (homes[0], homes[-1]) if homes else (len(segments) - 1, len(segments) - 1)
        here = self._ground.locate(self._line, 0)[0]
        for at, segment in enumerate(segments):
            if at < first:
                self._add(here - 1, segment, marks[at])
            elif at > last:
                self._add(self._ground.locate(self._line, len(self._text.text), end=True)[0], segment, marks[at - 1])
            else:
                for change in segment.changes:
                    self._stroke(change)
                if at < last:
                    self._break(marks[at])

    def _cut(self, changes: Sequence[TrackedChange]) -> tuple[list[_Segment], list[TrackedChange]]:
        """The line cut at new marks, and those marks. A mark that goes is noted as such."""
        segments, marks = [_Segment(0)], list[TrackedChange]()
        for change in changes:
            if change.scope != "paragraph":
                segments[-1].changes.append(change)
            elif change.kind in ARRIVING:
                segments[-1].end = change.place.start
                segments.append(_Segment(change.place.start))
                marks.append(change)
            else:
                self._join(change)
        segments[-1].end = len(self._text.text)
        return segments, marks

    def _add(self, after: int, segment: _Segment, mark: TrackedChange) -> None:
        """A segment that has only new words is a paragraph of its own."""
        here = next((change.paragraph for change in segment.changes), mark.paragraph)
        self._wishes.fresh.append(_fresh(after, (self._text.part, here), [mark, *segment.changes]))

    def _stroke(self, change: TrackedChange) -> None:
        """Words written or struck, in the plan's place for them; struck ones may go over several of its lines."""
        begin, until = self._span(change)
        for line in range(begin[0], until[0] + 1):
            first = line == begin[0]
            self._wishes.strokes.append(
                Stroke(
                    line=line,
                    start=begin[1] if first else 0,
                    end=until[1] if line == until[0] else len(self._ground.lines[line].text.text),
                    words=self._words(change) if first else "",
                    order=next(self._numbers),
                    changes=(change,) if first else (),
                    place=change.place,
                )
            )

    def _words(self, change: TrackedChange) -> str:
        """The words that are written; with a space where they follow words that another one struck, and now stay."""
        place = change.place
        if change.kind not in ARRIVING:
            return ""
        touching = self._text.text[: place.start][-1:].isalnum() and place.text[:1].isalnum()
        return f" {place.text}" if touching and place.start in self._others else place.text

    def _span(self, change: TrackedChange) -> tuple[tuple[int, int], tuple[int, int]]:
        """From where to where in the plan; words that are written stand by the words that they touch."""
        place = change.place
        if change.kind in ARRIVING:
            touches = bool(self._text.text[: place.start][-1:].strip())
            spot = self._ground.locate(self._line, place.start, end=touches)
            return spot, spot
        begin = self._ground.locate(self._line, place.start)
        return begin, max(begin, self._ground.locate(self._line, place.end, end=True))

    def _break(self, mark: TrackedChange) -> None:
        line, offset = self._ground.locate(self._line, mark.place.start, end=True)
        self._wishes.breaks.append(Break(line, offset, next(self._numbers), (mark,), mark.place))

    def _join(self, mark: TrackedChange) -> None:
        """The line's mark goes; where the plan has the line and the next as one, there is nothing to go."""
        line, offset = self._ground.locate(self._line, len(self._text.text), end=True)
        if self._ground.lines[line].text.text[offset:].strip():
            self._wishes.breaks.append(Break(line, offset, next(self._numbers), (mark,), mark.place, there=True))
        else:
            self._wishes.joins[line] = (*self._wishes.joins.get(line, ()), mark)


def _fresh(after: int, at: tuple[str, int], changes: Sequence[TrackedChange]) -> Fresh:
    words = "".join(change.place.text for change in changes if change.scope == "words" and change.kind in ARRIVING)
    return Fresh(after, at, words, tuple(changes), changes[0].place)


def _absorb(wishes: Wishes, ground: Ground) -> None:
    """Give new words the end of a paragraph whose mark goes before them, as programs that compare files write it."""
    strokes: dict[int, list[Stroke]] = defaultdict(list)
    for stroke in wishes.strokes:
        strokes[stroke.line].append(stroke)
    firsts = {each.after: each for each in sorted(wishes.fresh, key=lambda each: each.at, reverse=True)}
    for line in sorted(wishes.joins.keys() & firsts.keys()):
        home = line
        while home - 1 in wishes.joins and _is_gone(ground.lines[home].text.text, strokes[home]):
            home -= 1
        text, fresh = ground.lines[home].text.text, firsts[line]
        if not _is_gone(text, strokes[home]):
            wishes.fresh.remove(fresh)
            changes = (*wishes.joins.pop(line), *fresh.changes)
            wishes.strokes.append(Stroke(home, len(text), len(text), fresh.words, LAST, changes, fresh.place))


def _is_gone(text: str, strokes: Iterable[Stroke]) -> bool:
    return not text.strip() or is_struck(text, strokes)


def _reading_order(change: TrackedChange) -> tuple[int, bool]:
    """A file states what became of a paragraph's mark before the paragraph's words."""
    return change.paragraph, change.scope == "paragraph"


def merge(strokes: Iterable[Stroke], breaks: Sequence[Break]) -> list[Stroke]:
    """Strokes that touch made one: words struck, and those written in their place; not over a line's new end."""
    ends = sorted((each.line, each.order) for each in breaks)
    merged: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda each: (each.line, each.order)):
        last = merged[-1] if merged else None
        if last and last.line == stroke.line and _touch(last, stroke) and not _parted(ends, last, stroke):
            merged[-1] = _joined(last, stroke)
        else:
            merged.append(stroke)
    return merged


def _touch(one: Stroke, other: Stroke) -> bool:
    """Whether a stroke begins where one before it ends; or inside it, as words do that are struck twice."""
    return other.start == one.end or (one.start <= other.start < one.end and not other.words)


def _parted(ends: Sequence[tuple[int, int]], one: Stroke, other: Stroke) -> bool:
    return bisect_left(ends, (one.line, one.order)) != bisect_left(ends, (other.line, other.order))


def _joined(one: Stroke, other: Stroke) -> Stroke:
    return replace(
        other,
        start=one.start,
        end=max(one.end, other.end),
        words=one.words + other.words,
        changes=(*one.changes, *other.changes),
        place=one.place,
    )
