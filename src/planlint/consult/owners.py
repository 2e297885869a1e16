"""Which element of a version of a plan a finding is about, and by what the finding is known in another version."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from planlint.consult.versions import Versions
from planlint.language.normalise import normalise
from planlint.model.comparison import Change, Element, Reworded
from planlint.model.finding import Finding
from planlint.model.text import Text

Identity = tuple[str, int, str]
"""A finding's rule, the pair of elements that it is about, and the words that it quotes."""
_ITEM: Final = "\x00item"


@dataclass(frozen=True, slots=True)
class Owner:
    """Tells which element of one version a finding is about."""

    row: tuple[Element, ...]
    pairs: dict[int, int]
    """By element that both versions have: the number of the pair."""
    named: dict[tuple[str, str, str], list[int]]
    headed: list[tuple[int, int, int]]
    """Where the elements of the body begin, in order, each with its index."""
    reworded: dict[tuple[str, int], tuple[int, Text]] = field(default_factory=dict)
    """By paragraph: an item with other words, and its number."""

    @classmethod
    def of(cls, versions: Versions, side: int, changes: Sequence[Change]) -> Owner:
        """Of the old version (0) or the new (1)."""
        row = versions.new if side else versions.old
        pairs = {pair[side]: number for number, pair in enumerate(sorted(versions.now.items()))}
        named: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for index, each in enumerate(row):
            named[each.sort, normalise(each.id), normalise(each.title.text)].append(index)
        headed = [
            (each.where.place.paragraph, each.where.place.start, index)
            for index, each in enumerate(row)
            if each.where.place.part == "document" and each.where.place
        ]
        texts = [each.new if side else each.old for each in _reworded(changes)]
        items = {(text.part, text.paragraph): (number, text) for number, text in enumerate(texts)}
        return cls(row, pairs, named, sorted(headed), items)

    def index(self, finding: Finding) -> int | None:
        """The element that the finding is about: by its name, else where it stands; None where that is not certain."""
        subject, place = finding.subject, finding.location.place
        named = self.named.get((subject.type, normalise(subject.id), normalise(subject.words)), [])
        if len(named) == 1:
            return named[0]
        if place.part != "document" or not place or named:
            return next((index for index in named if self.row[index].where.place == place), None)
        at = bisect_right(self.headed, (place.paragraph, place.start, len(self.row)))
        return self.headed[at - 1][2] if at else None

    def element(self, finding: Finding) -> Element | None:
        """The same as the element itself."""
        index = self.index(finding)
        return None if index is None else self.row[index]

    def is_in_both(self, finding: Finding) -> bool:
        """Whether both versions have the element that the finding is about."""
        return self.index(finding) in self.pairs

    def identity(self, finding: Finding) -> Identity | None:
        """What a finding keeps when its element gets another name; None where no element has it in both versions."""
        index = self.index(finding)
        if index is None or index not in self.pairs:
            return None
        return finding.rule, self.pairs[index], self._quoted(finding.location.place)

    def _quoted(self, place: Text) -> str:
        """What a finding quotes: an item that got other words by its number, so that it is the same on both sides."""
        number, item = self.reworded.get((place.part, place.paragraph), (-1, place))
        if number >= 0 and normalise(item.text) == normalise(place.text):
            return f"{_ITEM}{number}"
        return normalise(place.text)


def _reworded(changes: Sequence[Change]) -> Iterable[Reworded]:
    for change in changes:
        yield from (change.title,) if change.title else ()
        for part in change.parts:
            yield from part.reworded
        yield from (shift.words for shift in change.shifts)
