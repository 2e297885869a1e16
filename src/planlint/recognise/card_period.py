"""When the work of a project card is done: under labels of their own, or from one date to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planlint.language.spans import parse_span, split_span, whole_range
from planlint.model.card import CardField, CardPeriod
from planlint.model.forms.card import CardForms
from planlint.model.text import Text

_FROM = re.compile(r"\s*(?:från|fr\.?\s?o\.?\s?m)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:senast|till|t\.?\s?o\.?\s?m)\b", re.IGNORECASE)
_AROUND = " ,;:–—-\t\n"


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What is said of a beginning and an end, and the days that it means."""

    start: Text | None = None
    end: Text | None = None
    first: date | None = None
    last: date | None = None


def find_period(fields: Sequence[CardField], forms: CardForms) -> CardPeriod | None:
    """The period that the fields state; None where they say nothing of it."""
    said = {
        key: tuple(value for one in fields if one.key == key for value in one.values)
        for key in ("period", "start", "end")
    }
    places = [*said["period"], *said["start"], *said["end"]]
    if not places:
        return None
    start, end = next(iter(said["start"]), None), next(iter(said["end"]), None)
    if start and not end:
        start, end = _cut_at_end(start, forms)
    for value in said["period"] if not (start or end) else ():
        labelled = _labelled(value, forms)
        start, end = start or labelled.start, end or labelled.end
    bounds = _dated(start, end) if start or end else _ranged(places[0])
    return CardPeriod(places[0], bounds.start, bounds.end, bounds.first, bounds.last)


def _cut_at_end(start: Text, forms: CardForms) -> tuple[Text, Text | None]:
    """A beginning, and the end that stands after it under a label on the same line ('2026-09-01 Sluttid: …')."""
    for mark in _marks(forms).finditer(start.text):
        if mark.lastgroup == "end" and mark.start() > 0:
            return start.cut(0, mark.start()).strip(_AROUND), start.cut(mark.end()).strip(_AROUND) or None
    return start, None


def _labelled(value: Text, forms: CardForms) -> _Bounds:
    """What stands after 'Starttid:' and after 'Sluttid:' in one value."""
    marks = list(_marks(forms).finditer(value.text))
    if not marks or (marks[0].start() > 0 and ":" not in marks[0][0]):
        return _Bounds()
    begins = [mark.start() for mark in marks[1:]]
    said: dict[str | None, Text] = {}
    for mark, until in zip(marks, [*begins, None], strict=True):
        said.setdefault(mark.lastgroup, value.cut(mark.end(), until).strip(_AROUND))
    return _Bounds(said.get("start") or None, said.get("end") or None)


def _marks(forms: CardForms) -> re.Pattern[str]:
    groups = [
        f"(?P<{key}>{'|'.join(re.escape(form) for form in sorted(forms.fields[key].forms, key=len, reverse=True))})"
        for key in ("start", "end")
        if key in forms.fields
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups) or '(?!)'})(?!\w)\s*:?", re.IGNORECASE)


def _dated(start: Text | None, end: Text | None) -> _Bounds:
    """A beginning and an end that each have a label."""
    first = parse_span(start.text) if start else None
    last = parse_span(end.text) if end else None
    return _Bounds(start, end, first.first if first else None, last.last if last else None)


def _ranged(value: Text) -> _Bounds:
    """A beginning and an end in one statement: '2026-09-01 – 2027-06-30', 'hösten 2026–våren 2027', '2027'."""
    days = whole_range(value.text)
    told = days is not None and (days.first.day or days.last.day or not (days.first.exists and days.last.exists))
    if days is not None and told and days.last.start != days.first.start:
        ends = (value.cut(days.first.start, days.first.end), value.cut(days.last.start, days.last.end))
        return _Bounds(*ends, days.first.day, days.last.day)
    parts = split_span(value.text)
    if parts is not None:
        first, last = parse_span(parts[0]), parse_span(value.text[parts[2] :])
        ends = (value.cut(0, parts[1]).strip(), value.cut(parts[2]).strip())
        return _Bounds(*ends, first.first if first else None, last.last if last else None)
    return _single(value)


def _single(value: Text) -> _Bounds:
    """A statement that is not cut in two: of one day only the beginning is said, of a year or a season both."""
    span = parse_span(value.text)
    day = whole_range(value.text)
    if _UNTIL.match(value.text):
        return _Bounds(None, value, None, span.last if span else None)
    if _FROM.match(value.text) or (day is not None and (span is None or span.first == span.last)):
        return _Bounds(value, None, span.first if span else None, None)
    return _Bounds(value, value, span.first if span else None, span.last if span else None)
