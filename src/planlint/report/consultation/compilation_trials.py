"""What the rules say of the plan with the respondents' changes: which findings come and go, and by whose changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planlint.model.comparison import FindingChanges, NewFinding
from planlint.model.consultation import Trials
from planlint.model.finding import Finding
from planlint.model.rule import Language
from planlint.report.comparison_told import Remark, tell_remark
from planlint.report.summary import DIFF_MARKS

_GRADES: Final = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A finding that comes or goes, whose changes alone do it, and whether it is so with everyone's changes."""

    remark: Remark
    whose: tuple[str, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class TrialsTold:
    """`sent` findings on the plan as sent; how many are new, gone and left with everyone's changes, if that was tried.

    `contradicted` are numbers of the rows whose changes were left out.
    """

    sent: int
    counts: Mapping[str, int] | None
    contradicted: tuple[int, ...]
    introduced: tuple[Verdict, ...]
    solved: tuple[Verdict, ...]

    @property
    def differs(self) -> bool:
        """Whether some message marks words as gone or new."""
        said = (each.remark.says.sv for each in (*self.introduced, *self.solved))
        return any(mark in words for words in said for mark in DIFF_MARKS)


def tell_trials(trials: Trials, language: Language) -> TrialsTold:
    """What is told of the trials, whose runs are in that language. Equal findings are told once."""
    together = trials.together.findings if trials.together else FindingChanges()
    counts = {"new": len(together.new), "gone": len(together.gone), "left": len(together.left)}
    return TrialsTold(
        sent=sum(each.suppressed is None for each in trials.sent),
        counts=counts if trials.together else None,
        contradicted=trials.contradicted,
        introduced=_verdicts(
            together.new, ((each.respondent, each.findings.new) for each in trials.each), trials, language
        ),
        solved=_verdicts(
            _uncaused(together.gone),
            ((each.respondent, _uncaused(each.findings.gone)) for each in trials.each),
            trials,
            language,
        ),
    )


def _uncaused(findings: Iterable[Finding]) -> tuple[NewFinding, ...]:
    return tuple(NewFinding(each, None) for each in findings)


def _verdicts(
    together: Iterable[NewFinding],
    each: Iterable[tuple[str, Iterable[NewFinding]]],
    trials: Trials,
    language: Language,
) -> tuple[Verdict, ...]:
    """The findings that say the same, the gravest first; those that come of everyone's changes before the others."""
    shared = {_mark(found): found for found in together}
    whose = {mark: dict.fromkeys(trials.by.get(mark[0], ())) for mark in shared}
    every = dict(shared)
    for respondent, findings in each:
        for found in findings:
            mark = _mark(found)
            every.setdefault(mark, found)
            whose.setdefault(mark, {})[respondent] = None
    return tuple(_graded(_verdict(found, whose[mark], mark in shared, language) for mark, found in every.items()))


def _mark(found: NewFinding) -> tuple[str, str]:
    """What a finding is known by: the same one may say other numbers in other versions."""
    return found.finding.fingerprint, found.finding.message


def _verdict(found: NewFinding, whose: Iterable[str], together: bool, language: Language) -> Verdict:  # noqa: FBT001
    return Verdict(tell_remark(found.finding, found.cause, language), tuple(whose), together)


def _graded(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    yield from sorted(verdicts, key=lambda each: _GRADES.index(each.remark.severity))
