"""What people may write in `planlint.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from planlint.model.document import Reading
from planlint.model.finding import Severity
from planlint.model.rule import Level, Phase
from planlint.model.words import Language, Strict

PhaseWord = Literal["utkast", "remiss", "publicering", Phase]
"""A phase as people write it, in Swedish or in English."""


class PhaseWordLevels(Strict):
    """How grave a rule's findings are in some phases, under either name of a phase; None leaves a phase as it is."""

    utkast: Level | None = None
    remiss: Level | None = None
    publicering: Level | None = None
    draft: Level | None = None
    consultation: Level | None = None
    publication: Level | None = None


class ExemptionEntry(Strict):
    """Findings that are accepted, and why: `[[ignore]]`."""

    rule: str
    """Its code or name."""
    reason: str
    subject: str | None = None
    """What the findings are about, as reports have it: a goal's code, an intervention's number; None for any."""
    until: Annotated[str, Field(json_schema_extra={"format": "date"})] | None = None
    """The last day on which it counts, ISO 8601."""


class WordLists(Strict):
    """Words of one's own."""

    allowed: tuple[str, ...] = ()
    """Words that are spelled right here."""
    abbreviations: tuple[str, ...] = ()
    """Abbreviations that need no explanation here."""


class Configuration(Strict):
    """A configuration file. None, or nothing, is what planlint does anyway; paths are relative to the file."""

    phase: PhaseWord | None = None
    framework: str | None = None
    """A shipped framework's name, or the path of a framework file (.yaml)."""
    reading: Reading | None = None
    lang: Language | None = None
    fail_on: Literal[Severity, "never"] | None = None
    select: tuple[str, ...] | None = None
    """Codes, beginnings of codes, and names."""
    ignore: tuple[str | ExemptionEntry, ...] | None = None
    """Rules that are left out, as `select`; or findings that are accepted."""
    rules: str | None = None
    """The folder with rule files of one's own."""
    baseline: str | None = None
    """The file with findings that are accepted for now."""
    plan: str | None = None
    """The plan that project cards are held against."""
    severity: dict[str, Level | PhaseWordLevels] = {}
    """By a rule's code or name: one level for every phase, or levels by phase."""
    options: dict[str, dict[str, object]] = {}
    """By a rule's code or name: options of its check."""
    words: WordLists = WordLists()
