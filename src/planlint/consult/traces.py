"""Where words that came to a plan, and words that went from it, can be found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from planlint.consult.affected import Ground
from planlint.consult.phrasing import Phrasing
from planlint.consult.strands import REST, WHOLE, Strand, take_apart, whole_words
from planlint.model.comparison import Change
from planlint.model.consultation import Spot
from planlint.model.plan import Plan
from planlint.model.text import Text

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Trace:
    """A thing of a change, and what it did to the plan's words.

    `came` and `went` are sentences and whole lines that one version has and the other has not; `fresh` and `lost` the
    sentences alone. `titles` are the element's own, where it came or went as a whole. `spots` is where it stood.
    """

    change: int
    strand: Strand
    spots: frozenset[int]
    came: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    old: str = ""
    new: str = ""
    titles: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether an element came or went."""
        return self.strand.slot == WHOLE

    @property
    def bare(self) -> bool:
        """Whether it is a number or a place in the order only."""
        return self.strand.slot == REST


@dataclass(frozen=True, slots=True)
class Traces:
    """All things of all changes between two plans, found again by what they say and by where they stood."""

    phrasing: Phrasing
    ground: Ground
    before: frozenset[str]
    """All that the plan said before."""
    every: tuple[Trace, ...]
    came: Mapping[str, tuple[int, ...]]
    went: Mapping[str, tuple[int, ...]]
    at: Mapping[int, tuple[int, ...]]
    """By the index of a spot."""
    now: Mapping[int, str]
    """By the index of a changed element's spot, the element's words in the new version."""

    @classmethod
    def of(cls, changes: Sequence[Change], old: Plan, new: Plan) -> Traces:
        """Of changes between two plans. A sentence that both plans have neither came nor went."""
        ground, phrasing = Ground.of(old, new), Phrasing.of(old, new)
        before = phrasing.of_plan(old)
        every = tuple(_Tracing(ground, phrasing, before, phrasing.of_plan(new)).trace(changes))
        return cls(
            phrasing,
            ground,
            before,
            every,
            _index((index, trace.came) for index, trace in enumerate(every)),
            _index((index, trace.went) for index, trace in enumerate(every)),
            _index((index, trace.spots) for index, trace in enumerate(every)),
            {
                ground.home(each.old): phrasing.within(_text(whole_words(each.new)) if each.new else "")
                for each in changes
                if each.old is not None
            },
        )

    def near(self, spot: Spot | None) -> tuple[int, ...]:
        """What changed at a spot."""
        return self.at.get(spot.index, ()) if spot else ()

    def said_now(self, spot: Spot) -> str:
        """What the element of a spot says in the new version, where it is not as it was."""
        return self.now.get(self.ground.homes[spot.index], "")

    def touched(self, spot: Spot) -> bool:
        """Whether anything changed in what a view is about, or in the element that it is a part of."""
        home = self.ground.homes[spot.index]
        return home in self.now or home in self.at


@dataclass(frozen=True, slots=True)
class _Tracing:
    """Finds what every thing of a change did to the plan's words. `before` and `after` are all that they are."""

    ground: Ground
    phrasing: Phrasing
    before: frozenset[str]
    after: frozenset[str]

    def trace(self, changes: Sequence[Change]) -> Iterator[Trace]:
        for index, change in enumerate(changes):
            for strand in take_apart(change):
                yield self._trace(index, change, strand)

    def _trace(self, index: int, change: Change, strand: Strand) -> Trace:
        phrasing, old, new = self.phrasing, _text(strand.old), _text(strand.new)
        whole = strand.slot == WHOLE
        return Trace(
            change=index,
            strand=strand,
            spots=self.ground.spots_of(change, strand),
            came=phrasing.said(new) - phrasing.said(old) - self.before,
            went=phrasing.said(old) - phrasing.said(new) - self.after,
            fresh=phrasing.sentences(new) - phrasing.sentences(old) - self.before,
            lost=phrasing.sentences(old) - phrasing.sentences(new) - self.after,
            old=phrasing.within(old),
            new=phrasing.within(new),
            titles=phrasing.lines(change.element.title.text) if whole else frozenset(),
        )


def _text(texts: Iterable[Text]) -> str:
    return "\n".join(text.text for text in texts)


def _index(rows: Iterable[tuple[int, Iterable[_Key]]]) -> dict[_Key, tuple[int, ...]]:
    found: dict[_Key, list[int]] = defaultdict(list)
    for index, keys in rows:
        for key in keys:
            found[key].append(index)
    return {key: tuple(each) for key, each in found.items()}
