"""The ground that changes stand on: the plan's paragraphs, and where each place of a returned file is among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from planlint.consult.answers.markup.align import Group, align
from planlint.consult.answers.markup.lines import Line, list_lines
from planlint.consult.answers.markup.words import WordMap, split_words
from planlint.model.document import Document
from planlint.model.text import Text


@dataclass(frozen=True, slots=True)
class Spread:
    """Paragraphs of the plan and of the file that are the same, as one text each, held together word by word."""

    group: Group
    words: WordMap
    starts: tuple[tuple[int, ...], tuple[int, ...]]
    """Where each paragraph begins in its text."""

    def to_plan(self, line: int, offset: int, *, end: bool) -> tuple[int, int]:
        """The plan's line and offset for those of the file."""
        at = self.starts[1][self.group.new.index(line)] + offset
        return self.in_plan(self.words.to_old(at, end=end), end=end)

    def in_plan(self, at: int, *, end: bool) -> tuple[int, int]:
        """The plan's line and offset for a place in the plan's side of the text."""
        starts = self.starts[0]
        which = max(bisect_right(starts, at - 1 if end else at) - 1, 0)
        return self.group.old[which], at - starts[which]

    def in_file(self, at: int) -> tuple[int, int]:
        """The file's line and offset for a place in its side of the text."""
        starts = self.starts[1]
        which = max(bisect_right(starts, at) - 1, 0)
        return self.group.new[which], at - starts[which]


class Ground:
    """All paragraphs of the plan, and those that only the file has, in one row. A line is named by its index there."""

    def __init__(self, plan: Document, answer: Document) -> None:
        """Hold the file's original reading against the plan."""
        self.plan = list_lines(plan)
        self.answer = list_lines(answer)
        groups = align(self.plan, self.answer)
        self._by_place = {line.at: index for index, line in enumerate(self.answer)}
        self._spreads = {j: spread for spread in map(self._spread, groups) for j in spread.group.new}
        self.lines, self._rank, self._foreign = self._interleave()

    @property
    def spreads(self) -> Iterator[Spread]:
        """The paragraphs that both have, in the order of the file."""
        return iter(dict.fromkeys(self._spreads.values()))

    @property
    def absent(self) -> Iterator[int]:
        """The lines of the plan, by their index in the row, that the file has not."""
        found = {i for spread in self._spreads.values() for i in spread.group.old}
        return (self._rank[i] for i in range(len(self.plan)) if i not in found)

    def find(self, place: Text) -> int | None:
        """The index, in the file, of the paragraph that a place of it stands in; None where the original has none."""
        return self._by_place.get((place.part, place.paragraph))

    def has(self, at: tuple[str, int]) -> bool:
        """Whether a paragraph of the file is one of the plan."""
        return self._by_place.get(at) in self._spreads

    def locate(self, line: int, offset: int, *, end: bool = False) -> tuple[int, int]:
        """The line and offset in the row for those of the file; where words are missing, `end` takes what is before."""
        spread = self._spreads.get(line)
        if spread is None:
            return self._foreign[line], offset
        plan, at = spread.to_plan(line, offset, end=end)
        return self._rank[plan], at

    def rank(self, plan: int) -> int:
        """The index in the row of a line of the plan."""
        return self._rank[plan]

    def row_of(self, line: int) -> Sequence[int]:
        """The lines of the file that stand in the same row of a table; the line itself where it stands in none."""
        row = self.answer[line].row
        return [at for at, each in enumerate(self.answer) if each.row == row] if row else [line]

    def previous(self, place: Text) -> int | None:
        """The line of the file that a place stands in or after; None for none in its part."""
        at = bisect_right(self._order, (place.part, place.paragraph), key=lambda entry: entry[0]) - 1
        return self._order[at][1] if at >= 0 and self._order[at][0][0] == place.part else None

    def before(self, place: Text) -> int:
        """The line of the row that a place of the file stands in or after; -1 for what is before everything.

        What stands first in another part than the body comes after everything.
        """
        line = self.previous(place)
        if line is None:
            return -1 if place.part == "document" else len(self.lines) - 1
        return self.locate(line, len(self.answer[line].text.text), end=True)[0]

    def _spread(self, group: Group) -> Spread:
        rows = [self.plan[i].text.text for i in group.old], [self.answer[j].text.text for j in group.new]
        starts = [tuple(accumulate((len(text) + 1 for text in row[:-1]), initial=0)) for row in rows]
        return Spread(group, WordMap("\n".join(rows[0]), "\n".join(rows[1])), (starts[0], starts[1]))

    def _interleave(self) -> tuple[tuple[Line, ...], Mapping[int, int], Mapping[int, int]]:
        """The plan's lines with the file's own after what they follow there; where each of both stands."""
        following: dict[int, list[int]] = {}
        after = -1
        for j, _ in enumerate(self.answer):
            if j in self._spreads:
                after = max(self._spreads[j].group.old)
            else:
                following.setdefault(after, []).append(j)
        lines: list[Line] = []
        rank: dict[int, int] = {}
        foreign: dict[int, int] = {}
        for i in range(-1, len(self.plan)):
            if i >= 0:
                rank[i] = len(lines)
                lines.append(self.plan[i])
            for j in following.get(i, ()):
                foreign[j] = len(lines)
                lines.append(replace(self.answer[j], foreign=True))
        self._order = sorted((line.at, j) for j, line in enumerate(self.answer))
        return tuple(lines), rank, foreign

    @property
    def foreign(self) -> Mapping[int, int]:
        """By line of the file that the plan has not: its index in the row."""
        return self._foreign

    @property
    def share(self) -> float:
        """How much of the plan's words stand in the file in the same order, 0 to 1."""
        every = sum(len(split_words(line.text.text)) for line in self.plan if line.story == "document")
        told = (each for each in self.spreads if self.plan[each.group.old[0]].story == "document")
        return sum(each.words.common for each in told) / every if every else 0.0
