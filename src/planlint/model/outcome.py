"""What came of a run: an outcome a document, and the run that holds them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from planlint.errors import TroubleCode
from planlint.model.document import Reading
from planlint.model.finding import Finding, Severity
from planlint.model.framework import PrincipleSet
from planlint.model.kind import DocumentKind
from planlint.model.plan import Plan
from planlint.model.rule import Language, Phase


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file could not be read: a code for programs, one line for people."""

    code: TroubleCode
    message: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that broke on a document: our bug, not the author's."""

    rule: str
    message: str


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


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run. `passed_over` counts documents in folders that are no plans; `counted` is what can fail the run."""

    phase: Phase
    reading: Reading
    language: Language
    outcomes: tuple[Outcome, ...]
    counted: tuple[Finding, ...] = ()
    passed_over: int = 0

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
