"""A document as a page shows it: what it is, what was read and found, where to begin, every finding in its section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from planlint.model.finding import BASELINE, Finding, Severity
from planlint.model.forms.checklist import Question
from planlint.model.outcome import Fault, Outcome, Run
from planlint.model.plan import Plan
from planlint.model.words import Words
from planlint.report.blocks import RANKS, Group, Section, arrange, section_of
from planlint.report.coverage import Coverage, measure
from planlint.report.html.anchors import (
    document_id,
    finding_id,
    goal_id,
    intervention_id,
    pointers,
    principle_id,
)
from planlint.report.html.finding_view import Desk, Item, title_of, view_items
from planlint.report.html.matrix import Matrices, view_matrices
from planlint.report.html.quote import TITLE, clip
from planlint.report.html.steps import Step, first_steps
from planlint.report.html.words import LANGUAGES, counted, joined, own
from planlint.report.page import Page
from planlint.report.passage import index_paragraphs
from planlint.report.summary import missed, read_counts

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its findings; `title` is '' for what concerns the chapter itself.

    `anchor` leads to the intervention in the matrices, '' where it is none.
    """

    title: str
    anchor: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A chapter with its sections; `title` is '' for what stands outside all chapters."""

    id: str
    title: str
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that does not count: which, where, and why; `reason` is '' where it stands in the baseline."""

    id: str
    rule: str
    title: Words
    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document. Where it could not be read, `error` says why and the rest is empty."""

    id: str
    path: str
    title: str
    framework: str
    read: Words | None
    notes: tuple[Words, ...]
    error: Words | None
    faults: tuple[Fault, ...]
    counts: Mapping[Severity, int]
    judged: int
    calm: Words | None
    """What is said where nothing counts; None where something does, or where the document was not checked."""
    steps: tuple[Step, ...]
    more_steps: int
    matrices: Matrices | None
    groups: tuple[GroupView, ...]
    accepted: tuple[Accepted, ...]
    questions: tuple[Question, ...]

    @property
    def found(self) -> int:
        """How many findings count."""
        return sum(self.counts.values())


def view_document(index: int, run: Run) -> DocumentView:
    """The run's document with that index, from 0."""
    outcome, name = run.outcomes[index], document_id(index)
    rules = {rule.code: rule for rule in run.rules}
    plan, error = outcome.plan, outcome.error
    coverage = measure(plan, outcome.principles) if plan and (plan.goals or plan.interventions) else None
    matrices = view_matrices(plan, coverage, name, pointers(outcome, name)) if plan and coverage else None
    shown = [finding for finding in outcome.findings if finding.suppressed is None]
    steps, more = first_steps(outcome, name, rules)
    desk = Desk(
        ids={id(finding): finding_id(name, number) for number, finding in enumerate(outcome.findings)},
        ties=_ties(coverage, name, matrices.anchors) if coverage and matrices else {},
        paragraphs=index_paragraphs(plan.texts if plan else ()),
        rules=rules,
        spoken=run.language,
    )
    return DocumentView(
        id=name,
        path=outcome.path,
        title=_title(outcome),
        framework=outcome.framework or "",
        read=_read(outcome),
        notes=tuple(_notes(outcome, run)),
        error=_both(run, error.message, error.translation) if error else None,
        faults=outcome.faults,
        counts=_counts(shown),
        judged=sum(finding.kind == "judged" for finding in shown),
        calm=None if shown or outcome.kind == "unknown" else _calm(outcome),
        steps=steps,
        more_steps=more,
        matrices=matrices,
        groups=tuple(_group(each, f"{name}-c-{n}", desk) for n, each in enumerate(arrange(shown, across=False), 1)),
        accepted=tuple(_accepted(outcome, desk)),
        questions=outcome.questions,
    )


def _title(outcome: Outcome) -> str:
    """The plan's own title, or the card's; the file's name where it has none."""
    plan = outcome.plan
    title = plan.control.title if plan else None
    if plan and not title and plan.card:
        title = plan.card.title
    return clip(title.text, TITLE) if title else PurePosixPath(outcome.path).name


def _both(run: Run, text: str, translation: str) -> Words:
    return Words(sv=text, en=translation) if run.language == "sv" else Words(sv=translation, en=text)


def _counts(findings: list[Finding]) -> Mapping[Severity, int]:
    numbers = Counter(finding.severity for finding in findings)
    return {severity: numbers[severity] for severity in SEVERITIES}


def _calm(outcome: Outcome) -> Words:
    return own("page-nothing-new" if outcome.findings else "page-nothing-found")


def _read(outcome: Outcome) -> Words | None:
    plan = outcome.plan
    if plan is None or outcome.kind == "unknown":
        return None
    return Words(**{language: read_counts(plan, Page(language)) for language in LANGUAGES})


def _notes(outcome: Outcome, run: Run) -> Iterator[Words]:
    """What the reader must know of how the document was read, a sentence each."""
    if outcome.plan and outcome.kind == "unknown" and not outcome.findings:
        yield own("not-a-plan")
    if outcome.kind == "card" and not outcome.compared:
        yield own("not-compared")
    if outcome.fallback:
        yield own("fallback", path=outcome.path)
    if outcome.revisions:
        yield own("has", what=counted(f"revision-{run.reading}", outcome.revisions))
    if outcome.comments:
        yield own("has", what=counted("comment", outcome.comments))
    if outcome.plan:
        yield from _same_codes(outcome.plan)
        swedish, english = (missed(outcome.plan, Page(language)) for language in LANGUAGES)
        yield from (Words(sv=sv, en=en) for sv, en in zip(swedish, english, strict=True))
    yield from _standing(outcome)


def _same_codes(plan: Plan) -> Iterator[Words]:
    """Why the matrices may count fewer goals than were read."""
    if left := len(plan.goals) - len({goal.code for goal in plan.goals}):
        yield own("same-code", goals=counted("goal", left))


def _standing(outcome: Outcome) -> Iterator[Words]:
    """How the document stands against a baseline."""
    standing = outcome.baseline
    if standing is None:
        return
    if not standing.listed:
        yield own("baseline-unlisted")
    left = Counter(finding.severity for finding in outcome.findings if finding.suppressed == BASELINE)
    if left:
        numbers = [counted(severity, left[severity]) for severity in sorted(left, key=RANKS.__getitem__)]
        yield own("baseline-left", what=joined(numbers))
    if standing.gone:
        yield own("baseline-gone", what=counted("gone", standing.gone))


def _ties(coverage: Coverage, document: str, anchors: frozenset[str]) -> Mapping[tuple[str, str], str]:
    """Where what a finding may be about stands in the matrices, by its kind and id."""
    ties = {("goal", line.key): goal_id(document, index) for index, line in enumerate(coverage.goals)}
    ties |= {("principle", line.key): principle_id(document, index) for index, line in enumerate(coverage.principles)}
    for index, column in reversed(list(enumerate(coverage.columns))):
        ties["intervention", column.id] = intervention_id(document, index)
    return {about: anchor for about, anchor in ties.items() if anchor in anchors}


def _group(group: Group, name: str, desk: Desk) -> GroupView:
    return GroupView(name, clip(group.title, TITLE), tuple(_section(section, desk) for section in group.sections))


def _section(section: Section, desk: Desk) -> SectionView:
    items = tuple(item for block in section.blocks for item in view_items(block, section.title, desk))
    about = next((each.subject for block in section.blocks for each in block.findings if _is_own(each, section)), None)
    anchor = desk.ties.get(("intervention", about.id), "") if about else ""
    return SectionView(clip(section.title, TITLE), anchor, items)


def _is_own(finding: Finding, section: Section) -> bool:
    return finding.subject.type == "intervention" and section_of(finding) == section.title


def _accepted(outcome: Outcome, desk: Desk) -> Iterator[Accepted]:
    for finding in outcome.findings:
        if finding.suppressed is not None:
            yield Accepted(
                id=desk.ids[id(finding)],
                rule=finding.rule,
                title=title_of(finding, desk.rules),
                where=clip(section_of(finding) or next(iter(finding.location.path), ""), TITLE),
                reason="" if finding.suppressed == BASELINE else clip(finding.suppressed),
            )
