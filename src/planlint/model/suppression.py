"""Where an author says that a finding is accepted: a comment 'planlint: ok – reason', or the configuration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from planlint.model.document import Comment
from planlint.model.text import Text

_OPENING: Final = re.compile(r"\s*planlint\b[\s:,\-\u2010-\u2015\u2212]*\b(?:ok|okej|okay)\b", re.IGNORECASE)
"""Word turns a typed hyphen into a dash, and people type either."""

UnusedCase = Literal[
    "no-reason", "unmatched", "unmatched-rules", "unknown-rule", "setting-expired", "setting-unmatched"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unused:
    """A suppression that accepts nothing: why, and its place.

    `words` is what the author wrote, `rules` the rules that it names. Of a setting in the configuration, `file` and
    `line` say where it stands and `until` is the last day on which it counted.
    """

    case: UnusedCase
    place: Text
    words: str = ""
    rules: tuple[str, ...] = ()
    subject: str | None = None
    file: str = ""
    line: int = 0
    until: date | None = None


def accepted_by(words: str) -> str | None:
    """What follows 'planlint: ok' in a comment's words: rules, a reason, or nothing. None where it is no suppression.

    Case, the sign after 'planlint' and white space make no difference.
    """
    opening = _OPENING.match(words)
    return words[opening.end() :] if opening else None


def is_suppression(comment: Comment) -> bool:
    """Whether the comment speaks to planlint, so that it is no open question to anybody else."""
    return accepted_by(comment.text) is not None
