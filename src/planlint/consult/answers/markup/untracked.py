"""Differences between the plan and a file that came back which nothing in the file marks as changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from planlint.consult.answers.markup.align import words_key
from planlint.consult.answers.markup.ground import Ground, Spread
from planlint.consult.answers.markup.lines import TOLD, Line
from planlint.consult.answers.markup.streams import merge
from planlint.consult.answers.markup.wishes import LEAVING, Actor, Break, Fresh, GoneRow, Stroke, Wishes
from planlint.consult.answers.markup.words import Difference
from planlint.model.returned import TrackedChange
from planlint.model.text import Text

_BULLETS: Final = frozenset("-–•*·o▪◦")


class Untracked:
    """What the file has in other words than the plan. What tracking strikes again is not told: no one wants it."""

    def __init__(self, ground: Ground, changes: Iterable[TrackedChange]) -> None:
        self._ground = ground
        self._struck: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._ended: set[int] = set()
        """Lines of the file whose marks go."""
        self._rows: dict[int, list[int]] = defaultdict(list)
        """By row of the plan's tables, its lines."""
        for at, each in enumerate(ground.lines):
            if each.row and not each.foreign:
                self._rows[each.row].append(at)
        for change in changes:
            line = ground.find(change.place)
            if line is not None and change.kind in LEAVING:
                self._struck[line].append((change.place.start, change.place.end))
                if change.scope == "paragraph":
                    self._ended.add(line)

    def wishes(self, author: str) -> Iterator[Wishes]:
        """The differences as wishes: what stands elsewhere, each stretch by itself, then all the rest."""
        absent = [line for line in self._ground.absent if self._is_told(line)]
        foreign = [j for j, line in self._ground.foreign.items() if self._is_told(line) and self._stays(j)]
        moves = list(self._moves(absent, foreign))
        for number, pairs in enumerate(moves, start=1):
            yield self._wishes(Actor(author, f"{number}"), [i for i, _ in pairs], [j for _, j in pairs])
        gone, came = ({pair[side] for pairs in moves for pair in pairs} for side in (0, 1))
        rest = self._wishes(Actor(author), [i for i in absent if i not in gone], [j for j in foreign if j not in came])
        self._read_words(rest)
        yield rest

    def _wishes(self, actor: Actor, absent: Sequence[int], foreign: Sequence[int]) -> Wishes:
        fresh = sorted(self._fresh(foreign), key=lambda each: (each.after, each.at))
        return Wishes(actor, fresh=fresh, rows=list(self._gone_rows(absent)), absent=set(absent))

    def _moves(self, absent: Sequence[int], foreign: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
        """Paragraphs that stand elsewhere, those together that did so before: lines of the plan and of the file.

        They are known by one whose words neither has twice; a label moves only with what stands beside it.
        """
        ground = self._ground
        keys = [words_key(ground.lines[i]) for i in absent], [words_key(ground.answer[j]) for j in foreign]
        counts = Counter(map(words_key, ground.plan)), Counter(map(words_key, ground.answer))
        places = {key: at for at, key in enumerate(keys[1])}
        used: tuple[set[int], set[int]] = (set(), set())
        for at, key in enumerate(keys[0]):
            if at in used[0] or key not in places or not counts[0][key] == counts[1][key] == 1:
                continue
            pair = at, places[key]
            first, last = _same_beside(keys, pair, used, -1), _same_beside(keys, pair, used, 1)
            sides = range(first[0], last[0] + 1), range(first[1], last[1] + 1)
            used[0].update(sides[0])
            used[1].update(sides[1])
            yield [(absent[i], foreign[j]) for i, j in zip(*sides, strict=True)]

    def _is_told(self, line: int) -> bool:
        return bool(self._ground.lines[line]) and self._ground.lines[line].story in TOLD

    def _stays(self, line: int) -> bool:
        """Whether a paragraph of the file is not struck as a whole."""
        text = self._ground.answer[line].text.text
        return not self._is_struck(line, 0, len(text))

    def _is_struck(self, line: int, start: int, end: int) -> bool:
        """Whether tracking strikes all words from one offset to another."""
        text, at = self._ground.answer[line].text.text, start
        for begin, until in sorted(self._struck.get(line, ())):
            if text[at : max(begin, at)].strip():
                return False
            at = max(at, until)
        return not text[at:end].strip()

    def _fresh(self, foreign: Sequence[int]) -> Iterator[Fresh]:
        """Paragraphs that only the file has."""
        for j in foreign:
            line = self._ground.answer[j]
            yield Fresh(self._known(self._ground.foreign[j] - 1), line.at, line.text.text, (), line.text)

    def _known(self, line: int) -> int:
        while line >= 0 and self._ground.lines[line].foreign:
            line -= 1
        return line

    def _gone_rows(self, absent: Collection[int]) -> Iterator[GoneRow]:
        """Rows of which nothing is in the file."""
        gone = set(absent)
        for row in dict.fromkeys(self._ground.lines[at].row for at in absent):
            lines = self._rows.get(row, [])
            if row and all(at in gone for at in lines if self._ground.lines[at]):
                yield GoneRow(tuple(lines), (), self._ground.lines[lines[0]].text)

    def _read_words(self, wishes: Wishes) -> None:
        """Other words, and other ends of paragraphs, in what both have."""
        numbers = count(1)
        for spread in self._ground.spreads:
            if self._ground.plan[spread.group.old[0]].story not in TOLD:
                continue
            for each in spread.words.differences():
                if not self._is_label(spread, each) and not self._is_undone(spread, each):
                    wishes.strokes += self._strokes(spread, each, numbers)
            if len(spread.group.old) > 1 or len(spread.group.new) > 1:
                self._read_ends(spread, wishes, numbers)
        wishes.strokes = merge(wishes.strokes, wishes.breaks)

    def _strokes(self, spread: Spread, each: Difference, numbers: Iterator[int]) -> Iterator[Stroke]:
        (first, start), (last, end) = spread.in_plan(each.start, end=False), spread.in_plan(each.end, end=True)
        last, end = max((last, end), (first, start))
        at = spread.in_file(each.begin)
        place = Text(*self._ground.answer[at[0]].at, at[1], each.words)
        for line in range(self._ground.rank(first), self._ground.rank(last) + 1):
            length = len(self._ground.lines[line].text.text)
            begins, ends = line == self._ground.rank(first), line == self._ground.rank(last)
            words = each.words if begins else ""
            yield Stroke(line, start if begins else 0, end if ends else length, words, next(numbers), (), place)

    def _is_label(self, spread: Spread, each: Difference) -> bool:
        """Whether it is a number or a bullet, typed on one side and automatic on the other."""
        plan = self._ground.plan[spread.in_plan(each.start, end=False)[0]]
        line, _ = spread.in_file(each.begin)
        was, now = spread.words.old[each.start : each.end], each.words
        return _is_automatic(now, was, plan) or _is_automatic(was, now, self._ground.answer[line])

    def _is_undone(self, spread: Spread, each: Difference) -> bool:
        """Whether words that were put in are struck again by tracking."""
        line, offset = spread.in_file(each.begin)
        put_in = not spread.words.old[each.start : each.end].strip()
        return put_in and self._is_struck(line, offset, offset + len(each.words))

    def _read_ends(self, spread: Spread, wishes: Wishes, numbers: Iterator[int]) -> None:
        """Paragraphs that were split or joined."""
        ends = {spread.words.to_old(start - 1, end=True): at for at, start in enumerate(spread.starts[1]) if at}
        olds = {start - 1: at for at, start in enumerate(spread.starts[0]) if at}
        for end, at in ends.items():
            line, offset = spread.in_plan(end, end=True)
            before = spread.group.new[at - 1]
            if end not in olds and before not in self._ended:
                place = self._ground.answer[before].text
                wishes.breaks.append(
                    Break(self._ground.rank(line), offset, next(numbers), (), place.cut(len(place.text)))
                )
        for end, at in olds.items():
            if end not in ends:
                wishes.joins[self._ground.rank(spread.group.old[at - 1])] = ()


def _same_beside(
    keys: tuple[Sequence[str], Sequence[str]], pair: tuple[int, int], used: tuple[set[int], set[int]], step: int
) -> tuple[int, int]:
    """How far, on one side of a pair, both rows go on with the same words."""
    i, j = pair
    while (
        0 <= i + step < len(keys[0])
        and 0 <= j + step < len(keys[1])
        and keys[0][i + step] == keys[1][j + step]
        and i + step not in used[0]
        and j + step not in used[1]
    ):
        i, j = i + step, j + step
    return i, j


def only_author(changes: Iterable[TrackedChange], others: Iterable[str]) -> str:
    """Who must have made what nothing marks: the one whose name is in the file, '' where there are several or none."""
    names = {change.author for change in changes} | set(others)
    return names.pop() if len(names) == 1 else ""


def _is_automatic(typed: str, instead: str, line: Line) -> bool:
    """Whether typed words that stand for none are what the line shows by itself."""
    label = _label(typed)
    if instead.strip() or not label:
        return False
    return label == _label(line.number) or (line.item and label in _BULLETS)


def _label(words: str) -> str:
    return "".join(words.split()).strip(".:)").casefold()
