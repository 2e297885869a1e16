"""What a run is asked to do: options as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planlint.model.document import Reading
from planlint.model.finding import Severity
from planlint.model.rule import Language, Phase

FailOn = Severity | Literal["never"]


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
    debug: bool = False
    """Let a fault of ours through with its traceback."""
