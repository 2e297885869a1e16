"""Dates that no calendar has, and ranges that end before they begin."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.timeline import days_of, stands_apart
from planlint.language.date_ranges import DateRange, days_in, leading_range
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep

_PERIODS: Final = frozenset({"period", "start", "end"})
"""The fields of a project card whose dates are held against each other by a rule of their own."""

Spot = tuple[str, int]
"""A paragraph: the part of the file, and the paragraph's index in it."""


def invalid_date(node: Plan, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A day that does not exist, or a range that ends before it begins: a step's own, and wherever else dates stand."""
    for step in node.timeline:
        yield from _of_step(step)
    ends = _by_spot(end for step in node.timeline for end in (step.start, step.end))
    words = _by_spot(step.text for step in node.timeline)
    passed = _by_spot(
        value for one in (node.card.fields if node.card else ()) for value in one.values if one.key in _PERIODS
    )
    for text in node.texts:
        spot = _spot(text)
        for found in days_in(text.text) if spot not in passed else ():
            place = text.cut(found.start, found.end)
            if _meeting(place, ends.get(spot, ())) is None:
                about = _meeting(place, words.get(spot, ())) or place
                yield from _faults(text, found, about.text)


def _of_step(step: TimelineStep) -> Iterator[Hit]:
    """What is wrong with a step's own days, read as a timeline writes them."""
    apart = stands_apart(step)
    for place in (step.start, step.end) if apart else (days_of(step),):
        found = leading_range(place.text)
        if found is not None:
            yield from _faults(place, found, step.text.text)
    if apart and step.first and step.last and step.last < step.first:
        words = {"quote": step.end.text, "start": step.start.text}
        yield Hit(step.end, "backwards-end", words, subject=Subject("step", step.text.text, step.text.text))


def _faults(text: Text, found: DateRange, about: str) -> Iterator[Hit]:
    """What is wrong with a range that stands in the text; `about` is the step's words, or the date's own."""
    subject = Subject("step", about, about)
    ends = {(day.start, day.end): day for day in (found.first, found.last)}
    for day in ends.values():
        if not day.exists:
            place = text.cut(day.start, day.end)
            yield Hit(place, "no-such-day", {"quote": place.text}, subject=subject)
    if found.backwards:
        place = text.cut(found.start, found.end)
        yield Hit(place, "backwards", {"quote": place.text}, subject=subject)


def _by_spot(texts: Iterable[Text]) -> dict[Spot, list[Text]]:
    """The texts by paragraph, in the order in which they stand in it."""
    found: dict[Spot, list[Text]] = defaultdict(list)
    for text in texts:
        found[_spot(text)].append(text)
    return {spot: sorted(those, key=lambda text: text.start) for spot, those in found.items()}


def _spot(text: Text) -> Spot:
    return text.part, text.paragraph


def _meeting(place: Text, texts: Sequence[Text]) -> Text | None:
    """The last of a paragraph's texts that shares characters with the place."""
    last = bisect_left(texts, place.end, key=lambda text: text.start)
    return texts[last - 1] if last and place.start < texts[last - 1].end else None


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "invalid_date": CheckSpec(
            invalid_date,
            Plan,
            {
                "no-such-day": holes("quote"),
                "backwards": holes("quote"),
                "backwards-end": holes("quote", "start"),
            },
            speaks_of="step",
        ),
    }
)
"""By the names that rule files use."""
