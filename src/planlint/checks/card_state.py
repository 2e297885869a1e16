"""Whether what a project card says of its time and its progress holds together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.card_vocabulary import step_of, type_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.dates import parse_date
from planlint.language.normalise import normalise
from planlint.language.spans import whole_range
from planlint.model.card import CardPeriod, ProjectCard
from planlint.model.finding import Hit, HitWords
from planlint.model.forms.card import CardType
from planlint.model.rule import Strict
from planlint.model.text import Text

_PERCENT = re.compile(r"(?<![\d,.])(\d{1,3})\s*(?:%|procent\b)", re.IGNORECASE)
_ALL: Final = 100


def card_period(node: ProjectCard, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A period without a beginning or an end, with a day that does not exist, or that ends before it begins.

    What cannot be read as a time, or lies wholly outside the plan's own period, is asked about.
    """
    period = node.period
    if period is None:
        return
    for bound, case in ((period.start, "no-start"), (period.end, "no-end")):
        if bound is None:
            yield Hit(period.place, case, {"quote": excerpt(period.place.text)})
    yield from _unreadable(period)
    if period.first and period.last and period.start and period.end:
        said = {"start": excerpt(period.start.text), "end": excerpt(period.end.text)}
        if period.last < period.first:
            yield Hit(period.end, "reversed", said, related=(period.start,))
        else:
            yield from _outside(period, scope)


def _unreadable(period: CardPeriod) -> Iterator[Hit]:
    """Bounds that name no day: one that no calendar has, or words that cannot be told."""
    bounds = dict.fromkeys(((period.start, period.first), (period.end, period.last)))
    for bound, day in bounds:
        if bound is not None and day is None:
            written = whole_range(bound.text)
            invalid = written is not None and not (written.first.exists and written.last.exists)
            yield Hit(bound, "invalid" if invalid else "unread", {"quote": excerpt(bound.text)}, undecided=not invalid)


def _outside(period: CardPeriod, scope: Scope) -> Iterator[Hit]:
    plan = scope.against.control.period if scope.against else None
    if plan and period.first and period.last:
        first, last = (int(year) for year in plan)
        if period.last.year < first or period.first.year > last:
            said = {"quote": excerpt(period.place.text), "period": "–".join(plan)}
            yield Hit(period.place, "outside", said, undecided=True)


def card_status(node: ProjectCard, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A step that the type does not go through; all delivered before the work begins, or nothing after it ended."""
    kind, step = type_of(node, scope), step_of(node, scope)
    status = _status(node, scope)
    if kind and step and kind[0].steps:
        if step[0] not in kind[0].steps:
            steps = scope.framework.card.steps
            own = tuple(steps[key].title for key in kind[0].steps if key in steps)
            said: dict[str, HitWords] = {"type": kind[0].title, "quote": excerpt(step[1].text), "steps": own}
            yield Hit(step[1], "step", said, related=(kind[1],))
        elif status is not None:
            yield from _against_step(kind[0], step, status)
    if status is not None and status[0] == _ALL:
        yield from _before_start(node, status[1])


def _against_step(kind: CardType, step: tuple[str, Text], status: tuple[int, Text]) -> Iterator[Hit]:
    """What is delivered, held against where the step stands in the type's work."""
    at = kind.steps.index(step[0])
    work = [kind.steps.index(key) for key in kind.work if key in kind.steps]
    said = {"status": excerpt(status[1].text), "quote": excerpt(step[1].text)}
    if work and status[0] == _ALL and at < work[0]:
        yield Hit(status[1], "early", said, related=(step[1],))
    if work and status[0] == 0 and at > work[-1]:
        yield Hit(status[1], "nothing", said, related=(step[1],))


def _before_start(node: ProjectCard, status: Text) -> Iterator[Hit]:
    """All delivered on a day, stated in the card, before the work begins."""
    dated = next((value for value in node.values("updated") if parse_date(value.text)), None)
    day = parse_date(dated.text) if dated else None
    if dated and day and node.period and node.period.start and node.period.first and day < node.period.first:
        said = {"status": excerpt(status.text), "start": excerpt(node.period.start.text), "day": excerpt(dated.text)}
        yield Hit(status, "before-start", said, related=(node.period.start, dated))


def _status(node: ProjectCard, scope: Scope) -> tuple[int, Text] | None:
    """How many per cent are delivered, and where the card says so; None where it cannot be told."""
    forms = scope.framework.card
    for value in node.values("delivery_status"):
        figures = _PERCENT.findall(value.text)
        if len(figures) == 1:
            return int(figures[0]), value
        said = normalise(value.text).rstrip(".")
        for percent, told in ((0, forms.not_begun), (_ALL, forms.finished)):
            if not figures and said in map(normalise, told):
                return percent, value
    return None


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "card_period": CheckSpec(
            card_period,
            ProjectCard,
            {
                "no-start": holes("quote"),
                "no-end": holes("quote"),
                "invalid": holes("quote"),
                "unread": holes("quote"),
                "reversed": holes("start", "end"),
                "outside": holes("quote", "period"),
            },
        ),
        "card_status": CheckSpec(
            card_status,
            ProjectCard,
            {
                "step": holes("type", "quote", "steps"),
                "early": holes("status", "quote"),
                "nothing": holes("status", "quote"),
                "before-start": holes("status", "start", "day"),
            },
        ),
    }
)
"""By the names that rule files use."""
