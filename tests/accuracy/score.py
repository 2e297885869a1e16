"""Findings held against marks: what is right, what is false and what was missed, by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planlint.model.finding import Finding
from tests.accuracy.mutants import BASES, Mark, Mutant, mutants
from tests.accuracy.observe import look, look_at_sheets
from tests.accuracy.sheets import Sheet, sheets


@dataclass
class Tally:
    """Counts by rule over a set of documents: findings that are right and false, and faults that were missed."""

    right: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.false + other.false, self.missed + other.missed)

    def precision(self, rule: str) -> float | None:
        """The share of its findings that are right; None where it found nothing."""
        found = self.right[rule] + self.false[rule]
        return self.right[rule] / found if found else None

    def recall(self, rule: str) -> float | None:
        """The share of its faults that were found; None where there are none."""
        there = self.right[rule] + self.missed[rule]
        return self.right[rule] / there if there else None


@dataclass(frozen=True)
class Result:
    """What came of a sheet.

    `right` were found as marked. `false` and `missed` are the known faults of the tool. `alarms` are findings that
    nobody marked, `lost` marks without their finding, `healed` known faults that are none any more.
    """

    sheet: Sheet
    right: tuple[Mark, ...]
    false: tuple[Mark, ...]
    missed: tuple[Mark, ...]
    alarms: tuple[Finding, ...]
    lost: tuple[Mark, ...]
    healed: tuple[Mark, ...]

    def tally(self) -> Tally:
        """Its counts: a known fault counts as one, and so does what nobody marked."""
        healed_misses = [mark for mutant in self.sheet.mutants for mark in mutant.missed if mark in self.healed]
        return Tally(
            Counter(mark.rule for mark in (*self.right, *healed_misses)),
            Counter([mark.rule for mark in self.false] + [one.rule for one in self.alarms]),
            Counter(mark.rule for mark in (*self.missed, *self.lost)),
        )


def fits(mark: Mark, finding: Finding) -> bool:
    """Whether the finding is the one that the mark means."""
    if mark.rule != finding.rule or mark.subject not in {"*", finding.subject.id}:
        return False
    return mark.words in finding.location.place.text or mark.words in finding.message


def settle(sheet: Sheet, found: Iterable[Finding], standing: Sequence[Finding] = ()) -> Result:
    """The findings of a sheet, less those that its base has, held against the marks of its mutants."""
    left = list(found)
    for one in standing:
        same = (other for other in left if _key(other) == _key(one))
        if (known := next(same, None)) is not None:
            left.remove(known)
    right, lost = _take([mark for mutant in sheet.mutants for mark in mutant.marks], left)
    unmissed, missed = _take([mark for mutant in sheet.mutants for mark in mutant.missed], left)
    false, gone = _take([mark for mutant in sheet.mutants for mark in mutant.false], left)
    return Result(sheet, right, false, missed, tuple(left), lost, unmissed + gone)


def _take(marks: Sequence[Mark], left: list[Finding]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks with a finding, which is taken from those that are left, and those without."""
    there: list[Mark] = []
    absent: list[Mark] = []
    for mark in marks:
        hit = next((one for one in left if fits(mark, one)), None)
        (absent if hit is None else there).append(mark)
        if hit is not None:
            left.remove(hit)
    return tuple(there), tuple(absent)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.subject.id, finding.location.place.text


def results(chosen: Sequence[Mutant] | None = None, *, apart: bool = False) -> list[Result]:
    """What comes of every mutant, or of some; with `apart`, each in a copy of its own."""
    made = sheets(mutants() if chosen is None else chosen, apart=apart)
    standing = dict(zip(BASES, look(list(BASES.values())), strict=True))
    seen = look_at_sheets(made)
    return [
        settle(sheet, found, () if any(one.text for one in sheet.mutants) else standing[sheet.on])
        for sheet, found in zip(made, seen, strict=True)
    ]
