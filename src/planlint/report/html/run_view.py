"""A run as a page shows it: its documents, the choices of the filter, and what was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planlint.model.finding import Finding, Severity
from planlint.model.outcome import Run
from planlint.model.words import Words
from planlint.report.html.document_view import SEVERITIES, DocumentView, view_document
from planlint.report.html.finding_view import title_of
from planlint.report.html.words import LANGUAGES, counted, own
from planlint.report.summary import DIFF_MARKS
from planlint.rulebook.explain import age
from planlint.texts import PHASES


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A rule that found something, for the filter."""

    rule: str
    title: Words
    count: int


@dataclass(frozen=True, slots=True)
class RunView:
    """The whole page. With several documents, each has its own part."""

    title: Words
    phase: Words
    documents: tuple[DocumentView, ...]
    counts: Mapping[Severity, int]
    rules: tuple[RuleChoice, ...]
    facts: tuple[Words, ...]
    passed_over: int
    own: int
    """How many of planlint's own annotated copies were passed over."""
    differs: bool
    """Whether some message marks what was taken out and put in."""

    @property
    def found(self) -> int:
        """How many findings count."""
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        """How many of them are judgements."""
        return sum(document.judged for document in self.documents)

    @property
    def single(self) -> bool:
        """Whether the page is about just one document."""
        return len(self.documents) == 1

    @property
    def unreadable(self) -> int:
        """How many documents could not be read."""
        return sum(document.error is not None for document in self.documents)


def view_run(run: Run) -> RunView:
    """The run as a page shows it."""
    documents = tuple(view_document(index, run) for index in range(len(run.outcomes)))
    shown = [finding for outcome in run.outcomes for finding in outcome.findings if finding.suppressed is None]
    numbers = Counter(finding.severity for finding in shown)
    return RunView(
        title=_title(documents),
        phase=Words(sv=PHASES[run.phase], en=run.phase),
        documents=documents,
        counts={severity: numbers[severity] for severity in SEVERITIES},
        rules=tuple(_choices(shown, run)),
        facts=tuple(_facts(run)),
        passed_over=run.passed_over,
        own=run.own,
        differs=any(mark in finding.message for finding in shown for mark in DIFF_MARKS),
    )


def _title(documents: Sequence[DocumentView]) -> Words:
    """The plan's own title, or how many documents there are."""
    if len(documents) == 1:
        return Words(sv=documents[0].title, en=documents[0].title)
    return own("page-title", documents=counted("document", len(documents)))


def _choices(findings: Sequence[Finding], run: Run) -> Iterator[RuleChoice]:
    rules = {rule.code: rule for rule in run.rules}
    numbers = Counter(finding.rule for finding in findings)
    firsts = {finding.rule: finding for finding in reversed(findings)}
    for code in sorted(numbers):
        yield RuleChoice(code, title_of(firsts[code], rules), numbers[code])


def _facts(run: Run) -> Iterator[Words]:
    """How old the principle sets are that the run leaned on."""
    leaned_on = [outcome.principles for outcome in run.outcomes if outcome.kind != "unknown"]
    for used in {each.name: each for each in leaned_on if each}.values():
        yield Words(**{language: age(used, language) for language in LANGUAGES})
