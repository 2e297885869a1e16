"""What a timeline says of the consultation: the last day to answer, those invited, who compiles the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from planlint.consult.organisations import find_organisations
from planlint.language.date_ranges import days_in
from planlint.language.normalise import normalise
from planlint.language.phrases import find_phrases
from planlint.model.consultation import Calendar
from planlint.model.framework import Framework
from planlint.model.plan import Plan
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep

NEAR: Final = 30
"""Characters between words that tell the last day ('senast') and the day itself (a judgement)."""
CONSULTATION: Final = "consultation"
COMPILATION: Final = "compilation"
MIXED: Final = frozenset({COMPILATION, "revision"})
"""Kinds of steps that begin when the answers are in: a range that covers one too does not tell the last day."""
_LISTED: Final = re.compile(
    r"(?<!\w)(?:kommunerna|kommuner|regionerna)\s+(?P<names>[A-ZÅÄÖ][\w-]+(?:(?:,|\s+och|,\s+och|\s+samt)\s+[A-ZÅÄÖ][\w-]+)+)"
)


def read_calendar(plan: Plan, framework: Framework) -> Calendar:
    """What the plan's timeline says, as far as its words do; an empty calendar where it has none.

    The last day is the one that a step of the consultation states, else the last one of a step over several days;
    where steps disagree, none. Invited are organisations that such a step names, not collectives such as
    'kommundirektörerna'. Responsible is who the step names in which the answers are compiled.
    """
    asked = [step for step in plan.timeline if step.kinds[:1] == (CONSULTATION,)]
    days = {day for step in asked for day in _stated(step, framework)} or {
        step.last for step in asked if _is_window(step) and step.last
    }
    begins = min((step.first for step in asked if step.first), default=None)
    treated = (
        step
        for step in plan.timeline
        if COMPILATION in step.kinds and step not in asked and begins and step.last and step.last > begins
    )
    compiled = next(treated, None)
    return Calendar(
        last_day=days.pop() if len(days) == 1 else None,
        invited=tuple(dict.fromkeys(name for step in asked for name in _organisations(step))),
        responsible=_names(compiled.actors) if compiled else (),
    )


def _stated(step: TimelineStep, framework: Framework) -> Iterator[date]:
    """The last days to answer that a step's words state: 'svar senast den 15 maj'."""
    text = step.text.text
    cues = [end for _, end in find_phrases(text, framework.timeline.last_day)]
    for days in days_in(text, step.first.year if step.first else None) if cues else ():
        if days.last.day and any(0 <= days.start - cue <= NEAR for cue in cues):
            yield days.last.day
    if step.last and find_phrases(step.place.text, framework.timeline.last_day) and not list(days_in(text)):
        yield step.last


def _is_window(step: TimelineStep) -> bool:
    """Whether a step is the time to answer and nothing else; a single day may be the one of sending out."""
    return step.first is not None and step.last is not None and step.first < step.last and MIXED.isdisjoint(step.kinds)


def _organisations(step: TimelineStep) -> Iterator[str]:
    """The organisations that a step names, those of a list after 'kommunerna' too."""
    for text in (step.text.text, *(actor.text for actor in step.actors if actor.paragraph != step.text.paragraph)):
        yield from find_organisations(text)
        for found in _LISTED.finditer(text):
            yield from re.findall(r"[A-ZÅÄÖ][\w-]+", found["names"])


def _names(actors: Iterable[Text]) -> tuple[str, ...]:
    """The actors' names, each once, in order."""
    named = {normalise(actor.text): actor.text.strip() for actor in actors if actor}
    return tuple(named.values())
