"""Which paragraph of a file that came back is which of the plan, whatever program has saved it since."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from planlint.consult.answers.markup.lines import LOOSE, Line, Story
from planlint.consult.match import Lexicon, match_items
from planlint.consult.moves import moved
from planlint.language.normalise import normalise

LIKE: Final = 0.5
"""From here on two paragraphs at the same spot are one, reworded: half of their words, by weight, are the same."""
LARGEST: Final = 400_000_000
"""Pairs of paragraphs between two fixed points that are held together in full: half a second and 50 MB."""
OPENING: Final = 8
"""Characters by which the parts of a paragraph that was split are looked for."""

_LABEL: Final = re.compile(r"(?:[-–•*·o]|\d{1,3}(?:\.\d{1,3})*[a-zå-ö]?[.:)]*|[a-zå-ö]\))\s+(?=\S)")
"""A bullet, a number or a code, typed where another program has made it automatic, or the other way round."""

_Row = list[int]
_Pairs = list[tuple[int, int]]
_Gap = tuple[_Row, _Row]


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that are the same: one and one, but for those that were joined or split. Indices of both rows."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def align(old: Sequence[Line], new: Sequence[Line]) -> tuple[Group, ...]:
    """The paragraphs that both have. Time grows as their number, but for long stretches that are wholly different."""
    return _Alignment(old, new).groups()


class _Alignment:
    """Two rows while they are aligned. `_taken` is what has been paired by now, on both sides."""

    def __init__(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        self._rows = old, new
        self._keys = [words_key(line) for line in old], [words_key(line) for line in new]
        self._lexicon = Lexicon(line.text for row in self._rows for line in row if line)
        self._groups: list[Group] = []
        self._taken: tuple[set[int], set[int]] = set(), set()

    def groups(self) -> tuple[Group, ...]:
        """What is the same, in the order of the old row."""
        stories: dict[Story, _Gap] = defaultdict(lambda: ([], []))
        for side, row in enumerate(self._rows):
            for index, line in enumerate(row):
                stories[line.story][side].append(index)
        for story, gap in stories.items():
            self._pair_story(gap, loose=story in LOOSE)
        self._pair_strays((range(len(self._rows[0])), range(len(self._rows[1]))))
        for gap in stories.values():
            self._pair_empty(gap)
        return tuple(sorted(self._groups, key=lambda group: group.old))

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for i, j in pairs:
            self._take_group((i,), (j,))

    def _take_group(self, olds: tuple[int, ...], news: tuple[int, ...]) -> None:
        self._groups.append(Group(olds, news))
        self._taken[0].update(olds)
        self._taken[1].update(news)

    def _pair_story(self, gap: _Gap, *, loose: bool) -> None:
        """Pair one story: the same words, then what was joined or split, then what is alike."""
        written = self._written(gap, 0), self._written(gap, 1)
        self._take(self._equal(*written))
        if loose:
            self._pair_strays(written)
        for one in self._gaps(written):
            self._regroup(*one)
        for one in self._gaps(written):
            self._pair_alike(*one)

    def _written(self, gap: _Gap, side: int, *, empty: bool = False) -> _Row:
        """Those of one side that say something, or those that do not."""
        return [index for index in gap[side] if bool(self._rows[side][index]) is not empty]

    def _equal(self, olds: _Row, news: _Row) -> _Pairs:
        """Those with the same words, in order: what each side has once holds the rest in place."""
        fixed = self._fixed(olds, news)
        return [*fixed, *(pair for gap in _between(olds, news, fixed) for pair in self._equal_within(*gap))]

    def _fixed(self, olds: _Row, news: _Row) -> _Pairs:
        once = [_once(self._keys[side], row) for side, row in enumerate((olds, news))]
        return _in_order([(i, once[1][key]) for key, i in once[0].items() if key in once[1]])

    def _equal_within(self, olds: _Row, news: _Row) -> Iterator[tuple[int, int]]:
        from rapidfuzz.distance import Indel

        if not olds or not news or len(olds) * len(news) > LARGEST:
            return
        for code in Indel.opcodes([self._keys[0][i] for i in olds], [self._keys[1][j] for j in news]):
            if code.tag == "equal":
                yield from zip(olds[code.src_start : code.src_end], news[code.dest_start : code.dest_end], strict=True)

    def _pair_strays(self, gap: tuple[Iterable[int], Iterable[int]]) -> None:
        """Pair what has the same words in any order: text boxes, and what went from one into the text."""
        places: dict[str, deque[int]] = defaultdict(deque)
        for j in gap[1]:
            if j not in self._taken[1]:
                places[self._keys[1][j]].append(j)
        for i in gap[0]:
            found = places.get(self._keys[0][i])
            if found and i not in self._taken[0] and self._rows[0][i] and self._is_loose(i, found[0]):
                self._take([(i, found.popleft())])

    def _is_loose(self, old: int, new: int) -> bool:
        return not {self._rows[0][old].story, self._rows[1][new].story}.isdisjoint(LOOSE)

    def _regroup(self, olds: _Row, news: _Row) -> None:
        """Find those that were split, and those that were joined, and have the same words still."""
        for index, pieces in self._made_up(olds, news, 0):
            self._take_group((index,), pieces)
        left = [[index for index in row if index not in self._taken[side]] for side, row in enumerate((olds, news))]
        for index, pieces in self._made_up(left[1], left[0], 1):
            self._take_group(pieces, (index,))

    def _made_up(self, wholes: _Row, parts: _Row, side: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Those of a side that several of the other make up, in order, with these."""
        squeezed = ["".join(self._keys[1 - side][index].split()) for index in parts]
        openings: dict[str, _Row] = defaultdict(list)
        for at, words in enumerate(squeezed):
            openings[words[:OPENING]].append(at)
        after = 0
        for index in wholes:
            whole = "".join(self._keys[side][index].split())
            found = openings.get(whole[:OPENING], [])
            at = bisect_left(found, after)
            number = _count_pieces(squeezed, found[at], whole) if at < len(found) else 0
            if number > 1:
                after = found[at] + number
                yield index, tuple(parts[found[at] : after])

    def _pair_alike(self, olds: _Row, news: _Row) -> None:
        """Pair those that are alike and in the same order; one and one in a table's cell are the same in any case."""
        if not olds or not news:
            return
        lines = [self._rows[0][i] for i in olds], [self._rows[1][j] for j in news]
        if len(olds) == len(news) == 1 and lines[0][0].row and lines[1][0].row:
            self._take([(olds[0], news[0])])
            return
        pairs = match_items([line.text for line in lines[0]], [line.text for line in lines[1]], self._lexicon, LIKE)
        self._take((olds[i], news[j]) for i, j in _in_order(pairs))

    def _pair_empty(self, gap: _Gap) -> None:
        """Pair the empty ones between two that are paired, where both sides have as many."""
        for one in self._gaps(gap):
            olds, news = self._written(one, 0, empty=True), self._written(one, 1, empty=True)
            if len(olds) == len(news):
                self._take(zip(olds, news, strict=True))

    def _gaps(self, gap: _Gap) -> list[_Gap]:
        """What is left of a story between what is paired in order."""
        inside = set(gap[0]), set(gap[1])
        ends = ((group.old[0], group.new[0]) for group in self._groups)
        fixed = _in_order([(i, j) for i, j in ends if i in inside[0] and j in inside[1]])
        return [
            ([i for i in olds if i not in self._taken[0]], [j for j in news if j not in self._taken[1]])
            for olds, news in _between(*gap, fixed)
        ]


def _in_order(pairs: _Pairs) -> _Pairs:
    """The most pairs that stand in the same order on both sides."""
    astray = moved(pairs, [str(old) for old, _ in pairs])
    return sorted(pair for index, pair in enumerate(pairs) if index not in astray)


def words_key(line: Line) -> str:
    """By what paragraphs are compared: their words, without a number or a bullet."""
    words = normalise(line.text.text)
    label = _LABEL.match(words)
    return words[label.end() :] if label else words


def _once(keys: Sequence[str], row: Iterable[int]) -> dict[str, int]:
    """By key that the row has once, who has it."""
    found: dict[str, _Row] = defaultdict(list)
    for index in row:
        found[keys[index]].append(index)
    return {key: indices[0] for key, indices in found.items() if len(indices) == 1}


def _between(olds: _Row, news: _Row, fixed: _Pairs) -> Iterator[tuple[_Row, _Row]]:
    """What stands between pairs that both rows have in the same order. The rows' indices rise."""
    ends = [(-1, -1), *fixed, (1 << 60, 1 << 60)]
    for (i, j), (k, m) in pairwise(ends):
        yield (
            olds[bisect_left(olds, i + 1) : bisect_left(olds, k)],
            news[bisect_left(news, j + 1) : bisect_left(news, m)],
        )


def _count_pieces(pieces: Sequence[str], start: int, whole: str) -> int:
    """How many pieces from `start` on make up the whole, 0 if they do not."""
    at = 0
    for index in range(start, len(pieces)):
        if not whole.startswith(pieces[index], at):
            return 0
        at += len(pieces[index])
        if at == len(whole):
            return index - start + 1
    return 0
