"""Findings that came, went and are left between two versions, and what brought the new ones about."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planlint.consult.causes import Causes
from planlint.consult.versions import Versions
from planlint.language.normalise import normalise
from planlint.model.comparison import Change, Element, FindingChanges, NewFinding, Reworded
from planlint.model.finding import Finding
from planlint.model.outcome import Run
from planlint.model.text import Text

_Identity = tuple[str, int, str]
"""A finding's rule, the pair of elements that it is about, and the words that it quotes."""
_ITEM = "\x00item"


def compare_findings(old: Run, new: Run, versions: Versions, changes: Sequence[Change]) -> FindingChanges:
    """Findings by fingerprint; of the rest, those about one element that quote the same, or what became of it.

    A fingerprint holds the element's name. Without the second step a new name would make every old finding a new one.
    """
    before, after = old.outcomes[0].findings, new.outcomes[0].findings
    known = {finding.fingerprint for finding in before}
    there = {finding.fingerprint for finding in after}
    came = [each for each in after if each.fingerprint not in known]
    gone = [each for each in before if each.fingerprint not in there]
    owners = Owner.of(versions, 0, changes), Owner.of(versions, 1, changes)
    again = _left(gone, came, owners)
    causes = Causes(versions, changes, new.rules)
    return FindingChanges(
        new=tuple(
            NewFinding(each, causes.cause(each, owners[1].element(each)))
            for each in came
            if each.suppressed is None and each.fingerprint not in again[1]
        ),
        gone=tuple(each for each in gone if each.suppressed is None and each.fingerprint not in again[0]),
        left=tuple(
            each
            for each in after
            if each.suppressed is None and (each.fingerprint in known or each.fingerprint in again[1])
        ),
    )


def _left(gone: Iterable[Finding], came: Iterable[Finding], owners: tuple[Owner, Owner]) -> tuple[set[str], set[str]]:
    """The fingerprints, old and new, of findings that are the same but for the name of what they are about."""
    waiting: dict[_Identity, list[str]] = defaultdict(list)
    for finding in gone:
        if (identity := owners[0].identity(finding)) is not None:
            waiting[identity].append(finding.fingerprint)
    left: tuple[set[str], set[str]] = set(), set()
    for finding in came:
        identity = owners[1].identity(finding)
        if identity is not None and waiting[identity]:
            left[0].add(waiting[identity].pop(0))
            left[1].add(finding.fingerprint)
    return left


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

    def identity(self, finding: Finding) -> _Identity | None:
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
