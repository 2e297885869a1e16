"""`check --format json`: the view that other programs rely on, and how a run becomes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from planlint import __version__
from planlint.errors import TroubleCode
from planlint.model.document import Reading
from planlint.model.finding import BASELINE, Finding, Kind, Severity, SubjectType
from planlint.model.forms.checklist import Question
from planlint.model.framework import PrincipleSet
from planlint.model.kind import DocumentKind
from planlint.model.outcome import Outcome, Run
from planlint.model.plan import Plan
from planlint.model.rule import Language
from planlint.report.coverage import measure
from planlint.report.unread import Unseen, unseen
from planlint.report.view import SCHEMA_VERSION, Count, LocationView, View, Words, locate, view_location
from planlint.texts import PHASES


class ToolView(View):
    """The program that made the report."""

    name: Literal["planlint"]
    version: str


class RunView(View):
    """What the run was asked for."""

    phase: Literal["utkast", "remiss", "publicering"]
    reading: Reading
    lang: Language


class TroubleView(View):
    """Why a file could not be read."""

    code: TroubleCode
    message: Words


class UnreadView(View):
    """Something that was not read, or that was read and not placed (`unplaced-part`); `detail` says it in words."""

    what: str
    detail: Words
    location: LocationView


class ReadView(View):
    """What was read, counted."""

    focus_areas: Count
    goals: Count
    interventions: Count
    principles: Count
    """Principles in the plan's own list."""
    paragraphs: Count
    unread: tuple[UnreadView, ...]


class CoverageView(View):
    """By goal code and by principle number: the ids of the interventions that serve it."""

    goals: dict[Words, tuple[Words, ...]]
    principles: dict[str, tuple[Words, ...]]


class SubjectView(View):
    """What a finding is about."""

    type: SubjectType
    id: Words


class FindingView(View):
    """One finding."""

    rule: str
    name: str
    severity: Severity
    kind: Kind
    subject: SubjectView
    message: Words
    why: Words
    help: Words
    location: LocationView
    related: tuple[LocationView, ...]
    suggestion: Words | None
    fingerprint: str
    suppressed: Words | None
    """The reason why it does not count, `baseline` where it stands in the baseline, or null."""


class FaultView(View):
    """A rule that broke: planlint's own fault."""

    rule: str
    message: Words


class QuestionView(View):
    """A question of the framework's checklist."""

    title: Words
    text: Words


class BaselineView(View):
    """How the document stands against the baseline."""

    listed: bool
    """Whether the baseline knows the document."""
    left: Count
    """Findings that stand in it, and are suppressed as `baseline`."""
    gone: Count
    """Findings in it that are no longer there."""


class DocumentView(View):
    """One document. Where it could not be read, `error` says why, `read` and `coverage` are null."""

    path: Words
    sha256: str
    kind: DocumentKind
    framework: str | None
    error: TroubleView | None
    read: ReadView | None
    coverage: CoverageView | None
    findings: tuple[FindingView, ...]
    faults: tuple[FaultView, ...] = Field(default=(), exclude_if=lambda faults: not faults)
    """Present only where a rule broke."""
    baseline: BaselineView | None = Field(default=None, exclude_if=lambda baseline: baseline is None)
    """Present only where the run has a baseline."""
    questions: tuple[QuestionView, ...] = Field(default=(), exclude_if=lambda questions: not questions)
    """Present only where the framework's checklist is on: questions to people, no findings."""


class SummaryView(View):
    """Findings by severity, the suppressed apart."""

    error: Count
    warning: Count
    info: Count
    suppressed: Count


class ReportView(View):
    """The report of one run. The same input gives the same bytes: no time stamps, no absolute paths."""

    schema_version: Literal["1"]
    tool: ToolView
    run: RunView
    documents: tuple[DocumentView, ...]
    summary: SummaryView


def view_report(run: Run) -> ReportView:
    """The run as programs see it."""
    return ReportView(
        schema_version=SCHEMA_VERSION,
        tool=ToolView(name="planlint", version=__version__),
        run=RunView(phase=PHASES[run.phase], reading=run.reading, lang=run.language),
        documents=tuple(_document(each, run.language) for each in run.outcomes),
        summary=SummaryView.model_validate(run.summary()),
    )


def _document(outcome: Outcome, language: Language) -> DocumentView:
    error = outcome.error
    return DocumentView(
        path=outcome.path,
        sha256=outcome.sha256,
        kind=outcome.kind,
        framework=outcome.framework,
        error=TroubleView(code=error.code, message=error.message) if error else None,
        read=None if error else _read(outcome.plan, language),
        coverage=None if error else _coverage(outcome.plan, outcome.principles),
        findings=tuple(map(view_finding, outcome.findings)),
        faults=tuple(FaultView(rule=fault.rule, message=fault.message) for fault in outcome.faults),
        baseline=_baseline(outcome),
        questions=tuple(_question(each, language) for each in outcome.questions),
    )


def _baseline(outcome: Outcome) -> BaselineView | None:
    standing = outcome.baseline
    left = sum(finding.suppressed == BASELINE for finding in outcome.findings)
    return BaselineView(listed=standing.listed, left=left, gone=standing.gone) if standing else None


def _question(question: Question, language: Language) -> QuestionView:
    return QuestionView(title=question.title.in_language(language), text=question.text.in_language(language))


def _read(plan: Plan | None, language: Language) -> ReadView:
    if plan is None:
        return ReadView(focus_areas=0, goals=0, interventions=0, principles=0, paragraphs=0, unread=())
    return ReadView(
        focus_areas=len(plan.focus_areas),
        goals=len(plan.goals),
        interventions=len(plan.interventions),
        principles=len(plan.principles),
        paragraphs=plan.paragraphs,
        unread=tuple(_unread(each, plan) for each in unseen(plan, language)),
    )


def _unread(each: Unseen, plan: Plan) -> UnreadView:
    return UnreadView(what=each.what, detail=each.detail, location=locate(each.place, plan))


def _coverage(plan: Plan | None, principles: PrincipleSet | None) -> CoverageView:
    if plan is None:
        return CoverageView(goals={}, principles={})
    coverage = measure(plan, principles)
    return CoverageView(
        goals={line.key: tuple(coverage.ids(line)) for line in coverage.goals},
        principles={line.key: tuple(coverage.ids(line)) for line in coverage.principles},
    )


def view_finding(finding: Finding) -> FindingView:
    """A finding as programs see it."""
    return FindingView(
        rule=finding.rule,
        name=finding.name,
        severity=finding.severity,
        kind=finding.kind,
        subject=SubjectView(type=finding.subject.type, id=finding.subject.id),
        message=finding.message,
        why=finding.why,
        help=finding.help,
        location=view_location(finding.location),
        related=tuple(map(view_location, finding.related)),
        suggestion=finding.suggestion,
        fingerprint=finding.fingerprint,
        suppressed=finding.suppressed,
    )
