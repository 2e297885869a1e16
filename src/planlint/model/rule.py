"""A rule as its file states it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from planlint.model.finding import Kind, SubjectType
from planlint.model.kind import KnownKind
from planlint.model.words import Language, Strict, Words

__all__ = [
    "Example", "Expected", "Language", "Level", "Phase", "PhaseLevels", "Rule", "RuleSetting", "Severities",
    "Source", "Strict", "Theme", "Words",
]  # fmt: skip

Phase = Literal["draft", "consultation", "publication"]
Level = Literal["error", "warning", "info", "off"]
Theme = Literal[
    "reading", "structure", "goals", "interventions", "principles", "control", "process", "card", "language",
    "accessibility", "own",
]  # fmt: skip


class Severities(Strict):
    """How grave a finding is in each phase; `off` where the rule does not run."""

    draft: Level
    consultation: Level
    publication: Level


class PhaseLevels(Strict):
    """How grave a rule's findings are in some phases; None leaves a phase as it is."""

    draft: Level | None = None
    consultation: Level | None = None
    publication: Level | None = None


class RuleSetting(Strict):
    """What a framework or a user's configuration moves of a rule."""

    severity: Level | PhaseLevels | None = None
    """One level for every phase, or levels by phase."""
    options: dict[str, object] = {}
    """Options of the rule's check that take the place of the rule's own."""


class Source(Strict):
    """Where a rule or a number comes from."""

    title: str
    url: str | None = None
    date: str | None = None
    """ISO 8601, as far as known."""


class Expected(Strict):
    """A finding that a bad example must give: its exact Swedish message, and the quoted words."""

    message: str
    quote: str
    subject: str
    """The subject's id."""


class Example(Strict):
    """A short plan that shows the rule. `good` gives no finding of the rule, `bad` gives exactly `findings`."""

    title: Words
    plan: str | None = None
    """Markdown; or `sample` names a Word file where only Word can show it."""
    sample: str | None = None
    framework: str = "fyrbodal-2020"
    against: str | None = None
    """The plan in Markdown that a project card is held against."""
    phase: Phase = "publication"
    findings: tuple[Expected, ...] = ()


class Rule(Strict):
    """One rule, one file."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,4}\d{3}$")]
    name: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: Words
    kind: Kind
    severity: Severities
    subject: SubjectType
    about: Literal["plan", "document", "file"] = "plan"
    """What the rule looks at. One about the document or the file runs on every document, also on one of no known kind;
    one about the file finds the same in both readings."""
    documents: tuple[KnownKind, ...] = ("plan",)
    """The kinds of documents that a rule about the plan runs on."""
    check: str
    """The name of a check in planlint.checks."""
    options: dict[str, object] = {}
    """The check's own options; validated by the check's options model."""
    labels: dict[str, tuple[str, ...]] = {}
    """Fields that the rule looks for and that the framework may not know: a key, and every form of the label."""
    messages: dict[str, Words]
    """By case; holes in braces are filled by the check's words."""
    why: Words
    help: Words
    source: tuple[Source, ...] = ()
    good: tuple[Example, ...] = ()
    bad: tuple[Example, ...] = ()
