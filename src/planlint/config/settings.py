"""What a document is held against and how, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from planlint.model.document import Reading
from planlint.model.finding import Severity
from planlint.model.rule import Language, Phase, RuleSetting

if TYPE_CHECKING:
    from planlint.rulebook.source import Source

FailOn = Severity | Literal["never"]


@dataclass(frozen=True, slots=True)
class Exemption:
    """An `[[ignore]]` of the configuration: findings of a rule (of one subject, if it says so) that are accepted.

    `rule` is a code or a name; `until` is the last day on which it counts; `line` is where it stands in its file.
    """

    rule: str
    reason: str
    subject: str | None = None
    until: date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Config:
    """Options as INTERFACE.md defines them; `select` and `ignore` hold codes, prefixes and names."""

    phase: Phase = "draft"
    framework: str | None = None
    """A shipped framework's name or a framework file's path; None: recognised from the document."""
    reading: Reading = "final"
    language: Language = "sv"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    baseline: Path | None = None
    """The file with the findings that are accepted for now."""
    plan: Path | None = None
    """The plan that project cards are held against."""
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    """By a rule's code or name: severities and options that the user moves."""
    exemptions: tuple[Exemption, ...] = ()
    words: tuple[str, ...] = ()
    """Words that are spelled right here."""
    abbreviations: tuple[str, ...] = ()
    """Abbreviations that need no explanation here."""
    rule_folder: Path | None = None
    """The folder with the user's own rule files."""
    source: Source | None = None
    """The configuration file as read, for errors with a line in it; None where there is no file."""
    today: date | None = None
    """The day on which the run is made: exemptions until an earlier one are out of date. None: no one knows."""
    debug: bool = False
    """Let a fault of ours through with its traceback."""

    @property
    def file(self) -> Path | None:
        """The configuration file that this came of, if any."""
        return Path(self.source.name) if self.source else None
