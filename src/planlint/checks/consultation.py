"""The time that a consultation gives to answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import Final

from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.timeline import CONSULTATION, Dated, dated, days_of
from planlint.checks.working_days import free_day, working_days
from planlint.language.date_ranges import days_in
from planlint.language.phrases import find_phrases, says
from planlint.model.finding import Hit, HitWords
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep

_NEAR: Final = 40
"""Characters between 'senast' and the date that it is about."""


class WindowOptions(Strict):
    """`least`: working days to answer; `mixed`: kinds of steps that a consultation does not hold beside its answers."""

    least: int
    mixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """The time to answer that begins with a step. `last` is None where no last day is told.

    `place` is where the last day stands; `mixed` is set where the days hold more than answering.
    """

    first: date
    last: date | None
    place: Text
    mixed: str | None = None


def consultation_window(node: TimelineStep, scope: Scope, options: WindowOptions) -> Iterator[Hit]:
    """A consultation without a last day to answer, with too few working days, or that ends on a day that is free."""
    window = scope.table(windows, options).get(node)
    if window is None:
        return
    weeks = scope.framework.timeline.vacation_weeks
    words: dict[str, HitWords] = {"first": window.first.isoformat(), "least": options.least}
    if window.last is None:
        yield Hit(window.place, "no-last-day", words)
        return
    days = sum(1 for _ in islice(working_days(window.first, window.last, weeks), options.least))
    words |= {"last": window.last.isoformat(), "days": days}
    short = days < options.least
    if window.mixed is not None:
        other = scope.framework.timeline.kinds[window.mixed].title
        yield Hit(window.place, "mixed-short" if short else "mixed", {**words, "other": other})
        return
    if short:
        yield Hit(days_of(node), "short", words)
    free = free_day(window.last)
    if free is not None:
        yield Hit(window.place, "free-day", {**words, "day": free})


def windows(scope: Scope, options: WindowOptions) -> dict[TimelineStep, Window]:
    """The time to answer, by the step with which it begins.

    A step of several days is one by itself. Of steps of one day, one sends out and the next one is the last day to
    answer; one that sends out beside a step of several days is not looked at.
    """
    found: dict[TimelineStep, Window] = {}
    sent: Dated | None = None
    for one in scope.table(dated):
        if one.step.kinds[:1] != (CONSULTATION,):
            continue
        stated = _last_day(one, scope)
        if stated is None and one.first == one.last and sent is None:
            sent = None if _is_last(one.step, scope) else one
            continue
        if stated is not None:
            found[one.step] = Window(one.first, *stated)
        elif one.first != one.last:
            found[one.step] = Window(one.first, one.last, days_of(one.step), _mixed(one.step, options))
        elif sent is not None:
            found[sent.step] = Window(sent.first, one.last, days_of(one.step))
        sent = None
    if sent is not None and not found:
        found[sent.step] = Window(sent.first, None, days_of(sent.step))
    return found


def _mixed(step: TimelineStep, options: WindowOptions) -> str | None:
    return next((kind for kind in step.kinds if kind in options.mixed), None)


def _is_last(step: TimelineStep, scope: Scope) -> bool:
    """Whether a step's words say that its day is the last one to answer."""
    return says(f"{step.place.text} {step.text.text}", scope.framework.timeline.last_day)


def _last_day(one: Dated, scope: Scope) -> tuple[date, Text] | None:
    """The last day to answer that a step's words state ('svar senast 15 maj'), and where."""
    text = one.step.text
    cues = [end for _, end in find_phrases(text.text, scope.framework.timeline.last_day)]
    for days in days_in(text.text, one.first.year) if cues else ():
        if days.last.day and any(0 <= days.start - cue <= _NEAR for cue in cues):
            return days.last.day, text.cut(days.last.start, days.last.end)
    return None


_WINDOW: Final = holes("first", "last", "days", "least")

SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "consultation_window": CheckSpec(
            consultation_window,
            TimelineStep,
            {
                "no-last-day": holes("first", "least"),
                "mixed": _WINDOW | {"other"},
                "mixed-short": _WINDOW | {"other"},
                "short": _WINDOW,
                "free-day": _WINDOW | {"day"},
            },
            WindowOptions,
        ),
    }
)
"""By the names that rule files use."""
