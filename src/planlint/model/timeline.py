"""What a consultation's timeline says: its steps, each over a range of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planlint.model.text import Text


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step. `place` is what stands of it in one paragraph, `start` and `end` the dates as written (equal for a day).

    `first` and `last` are the days that they name, None where a date does not exist or cannot be told.
    """

    place: Text
    start: Text
    end: Text
    first: date | None
    last: date | None
    text: Text
    actors: tuple[Text, ...] = ()
    kinds: tuple[str, ...] = ()
    """Every kind that its words tell, the most telling first: one range may cover sending, answering and compiling."""
