"""What came of a run: an outcome a document, and the run that holds them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from planlint.errors import TroubleCode
from planlint.model.document import Reading
from planlint.model.finding import Finding, Severity
from planlint.model.forms.checklist import Question
from planlint.model.framework import PrincipleSet
from planlint.model.kind import DocumentKind
from planlint.model.plan import Plan
from planlint.model.rule import Language, Phase, Rule


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file could not be read: a code for programs, one line for people; `translation` in the other language."""

    code: TroubleCode
    message: str
    translation: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that broke on a document: our bug, not the author's."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands against a baseline: `listed` where it is in it, `gone` how many of its findings are not."""

    listed: bool
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document. `path` is relative to the current folder, with '/'. Without a plan there is an error.

    `principles` is the set that the document's framework leans on, if any.
    """

    path: str
    sha256: str
    kind: DocumentKind
    framework: str | None
    plan: Plan | None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    error: Trouble | None = None
    revisions: int = 0
    comments: int = 0
    principles: PrincipleSet | None = None
    compared: bool = False
    """Whether the user named a plan that a project card was held against."""
    fallback: bool = False
    """Whether no framework fits the document, and it was read with what all such documents have in common."""
    questions: tuple[Question, ...] = ()
    """What the framework's checklist asks the people who review the document."""
    baseline: Standing | None = None
    """Where the run has a baseline. What is left of it are the findings that are suppressed as BASELINE."""
    lines: tuple[int, ...] = ()
    """On which line of the file each paragraph of the body begins, from 1; empty for Word files, which have none."""
    own: bool = False
    """Whether the document is one that planlint wrote: a copy with findings in the margin, or a report."""


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run. `counted` is what can fail it.

    `passed_over` counts documents in folders that are no plans, `own` those that planlint wrote itself.
    """

    phase: Phase
    reading: Reading
    language: Language
    outcomes: tuple[Outcome, ...]
    counted: tuple[Finding, ...] = ()
    passed_over: int = 0
    own: int = 0
    rules: tuple[Rule, ...] = ()
    """Every rule that could run, the user's own included, as it ships."""

    def summary(self) -> dict[Severity | Literal["suppressed"], int]:
        """Findings by severity, the suppressed apart."""
        findings = [finding for outcome in self.outcomes for finding in outcome.findings]
        counts = Counter("suppressed" if f.suppressed is not None else f.severity for f in findings)
        return {
            "error": counts["error"],
            "warning": counts["warning"],
            "info": counts["info"],
            "suppressed": counts["suppressed"],
        }
