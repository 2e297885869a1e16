"""Exit statuses, as INTERFACE.md promises them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from planlint.model.outcome import Run

FINE: Final = 0
FOUND: Final = 1
WRONG_USAGE: Final = 2
UNREADABLE: Final = 3
INTERRUPTED: Final = 130
"""128 + SIGINT, as shells count."""
PIPE_CLOSED: Final = 141
"""128 + SIGPIPE: the reader of our output has gone."""


def status_of(run: Run) -> int:
    """3 where a file could not be read or a rule broke, else 1 where something counts against the plan, else 0."""
    if any(outcome.error or outcome.faults for outcome in run.outcomes):
        return UNREADABLE
    return FOUND if run.counted else FINE
