"""Days and ranges of days as Swedish timelines write them: in figures, in words, by weeks, short in either end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from planlint.language.dates import MONTHS
from planlint.language.folding import Folded, fold

LONGEST_ROLL: Final = timedelta(days=183)
"""A short end that comes before its start ('2026-12-15–01-10') is of the next year where that gives half a year at
most; else it is a slip (a judgement)."""

LONGEST: Final = 100
"""Characters that a range takes at most: 'den 30 september 2026 till och med den 30 november 2026' has fifty-six."""

_LEAP_YEAR: Final = 2024
"""A year in which every day that any year has exists."""
_WEEKS: Final = 53
_FRIDAY: Final = 5

_TO: Final = r"\s*(?:[–—-]|t\.? ?o\.? ?m\.?|till och med|till)\s*"
_NAMES: Final = "|".join((*MONTHS, r"sept?\b\.?", *(rf"{month[:3]}\b\.?" for month in MONTHS)))
_YEAR: Final = r"(?:19|20)\d\d"
_FIGURES: Final = (
    rf"(?P<a>(?P<ay>{_YEAR})-(?P<am>\d\d)-(?P<ad>\d\d)(?!\d))"
    rf"(?:{_TO}(?P<b>(?:(?:(?P<by>{_YEAR})-)?(?P<bm>\d\d)-)?(?P<bd>\d\d)(?!\d|[.:]\d|-\d)))?"
)
_WORDS: Final = (
    rf"(?:den )?(?P<a>(?P<ad>\d{{1,2}})(?::[ea])?(?: (?P<am>{_NAMES})(?: (?P<ay>{_YEAR}))?)?)"
    rf"{_TO}(?:den )?(?P<b>(?P<bd>\d{{1,2}})(?::[ea])? (?P<bm>{_NAMES})(?: (?P<by>{_YEAR})(?!\d))?)"
)
_DAY: Final = rf"(?:den )?(?P<a>(?P<ad>\d{{1,2}})(?::[ea])? (?P<am>{_NAMES})(?: (?P<ay>{_YEAR})(?!\d))?)"
_SLASHES: Final = (
    rf"(?P<a>(?P<ad>\d{{1,2}})/(?P<am>\d{{1,2}})(?: (?P<ay>{_YEAR}))?)"
    rf"(?:{_TO}(?P<b>(?P<bd>\d{{1,2}})/(?P<bm>\d{{1,2}})(?: (?P<by>{_YEAR}))?))?(?![\d/])"
)
_WEEK: Final = (
    r"(?P<a>(?:v\.?|vecka|veckorna) ?(?P<aw>\d{1,2}))"
    rf"(?:{_TO}(?P<b>(?:v\.?|vecka)? ?(?P<bw>\d{{1,2}})))?(?![\d.]\d)(?:,? (?:år )?(?P<by>{_YEAR}))?"
)
_ISO_MONTH: Final = rf"(?P<a>{_YEAR}-(?:0[1-9]|1[0-2]))(?:{_TO}(?P<b>{_YEAR}-(?:0[1-9]|1[0-2])))?(?!-?\d)"
_MONTH: Final = rf"(?P<a>(?P<am>{_NAMES})(?: (?P<ay>{_YEAR}))?)(?:{_TO}(?P<b>(?P<bm>{_NAMES})))?(?: (?P<by>{_YEAR}))?"


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.:,-]){form}(?!\w)", re.IGNORECASE)


_SURE: Final = (_compiled(_FIGURES), _compiled(_WORDS), _compiled(_DAY))
_MONTH_ALONE: Final = _compiled(_MONTH)
_ALL: Final = (*_SURE, _compiled(_SLASHES), _compiled(_WEEK), _compiled(_ISO_MONTH), _MONTH_ALONE)
_YEAR_IN: Final = re.compile(_YEAR)
_LIKELY: Final = re.compile(rf"\d-\d\d-\d|\d(?::[ea])? (?:{'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
"""What every sure date has: a text without it needs no other expression."""
_DESIGNATION: Final = re.compile(
    r"(?:(?i:d(?:iarie)?nr|diarienummer|ärende\w*|registreringsnummer|ref(?:erens)?|nr|nummer|isbn|tel(?:efon)?)"
    r"[.:]{0,2}|\b[A-ZÅÄÖ]{2,6})[ /:-]{1,2}$|[/=#]$"
)
_LOOKED_AT: Final = 30
"""Characters before a date that tell that it is none: 'dnr KS 2024-13-45'."""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """One end of a range: the stretch of the text that writes it, and the day.

    `day` is None where it cannot be told, as without a year; `exists` is False where no calendar has it.
    """

    start: int
    end: int
    day: date | None
    exists: bool = True


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of days; `first` and `last` are the same for a single day."""

    first: WrittenDay
    last: WrittenDay

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """One past where it ends in the text."""
        return max(self.first.end, self.last.end)

    @property
    def backwards(self) -> bool:
        """Whether it ends before it begins."""
        return self.first.day is not None and self.last.day is not None and self.last.day < self.first.day


def days_in(text: str, year: int | None = None) -> Iterator[DateRange]:
    """The days and ranges that are dates wherever they stand: ISO 8601, and a day with its month's name.

    `year` is the one that is meant where none is written. Registration numbers and addresses are no dates.
    """
    folded = fold(text)
    found = [one for form in _SURE if (one := form.search(folded.text))] if _LIKELY.search(folded.text) else []
    while found:
        first = min(found, key=lambda one: one.start())
        end = first.end()
        found = [one for old in found if (one := old if old.start() >= end else old.re.search(folded.text, end))]
        if not _DESIGNATION.search(folded.text[max(0, first.start() - _LOOKED_AT) : first.start()]):
            yield _range(first, folded, year)


def leading_range(text: str, year: int | None = None) -> DateRange | None:
    """The day or range that the text begins with; None where it begins with none.

    Beside the forms of `days_in`, those that are dates in a timeline only: '19/6', weeks (Monday to Friday), and months
    (which tell no day). `year` is the one that is meant where none is written.
    """
    folded = fold(text[:LONGEST])
    found = next((one for form in _ALL if (one := form.match(folded.text))), None)
    if found is None or (found.re is _MONTH_ALONE and year is None and not _YEAR_IN.search(found[0])):
        return None  # 'mars' is a planet too
    return _range(found, folded, year)


def _range(found: re.Match[str], folded: Folded, year: int | None) -> DateRange:
    parts = {key: value for key, value in found.groupdict().items() if value}
    if "aw" in parts:
        first, last = _weeks(parts, year)
    elif "ad" in parts:
        first, last = _days(parts, year)
    else:
        first = last = (None, True)
    begin, end = folded.stretch(found.start("a"), found.end())  # the year may stand last: 'v. 23–25 2026'
    if "b" not in parts:
        a = WrittenDay(begin, end, *first)
        return DateRange(a, a if first == last else WrittenDay(begin, end, *last))
    return DateRange(
        WrittenDay(*folded.stretch(*found.span("a")), *first), WrittenDay(folded.origin(found.start("b")), end, *last)
    )


_Told = tuple[date | None, bool]
"""A day, and whether it exists."""


def _days(parts: dict[str, str], year: int | None) -> tuple[_Told, _Told]:
    """The first and the last day of a range that is written in days."""
    stated = int(parts["ay"]) if "ay" in parts else None
    ending = int(parts["by"]) if "by" in parts else None
    month = _month(parts.get("am", parts.get("bm", "")))
    first_day = int(parts["ad"])
    if "b" not in parts:
        told = _day(stated or year, month, first_day)
        return told, told
    last_month, last_day = _month(parts["bm"]) if "bm" in parts else month, int(parts["bd"])
    first_year, last_year = stated or ending or year, ending or stated or year
    crosses = (last_month, last_day) < (month, first_day) and last_month != month
    if crosses and first_year and stated is None and ending is not None:
        first_year -= 1  # '1 december–31 januari 2027': the year is that of the end
    first, last = _day(first_year, month, first_day), _day(last_year, last_month, last_day)
    if crosses and last_year and ending is None:
        later = _day(last_year + 1, last_month, last_day)
        if first[0] and later[0] and later[0] - first[0] <= LONGEST_ROLL:
            return first, later
    return first, last


def _day(year: int | None, month: int, day: int) -> _Told:
    """The day, where the year is known; a day that no year has does not exist even so."""
    try:
        told = date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None, False
    return (told if year else None), True


def _month(written: str) -> int:
    """A month's number, from figures or the beginning of its name."""
    if written.isdigit():
        return int(written)
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(written.casefold()[:3]))


def _weeks(parts: dict[str, str], year: int | None) -> tuple[_Told, _Told]:
    """Monday of the first week and Friday of the last one, by ISO 8601."""
    numbers = int(parts["aw"]), int(parts.get("bw", parts["aw"]))
    last_year = int(parts["by"]) if "by" in parts else year
    first_year = last_year
    if first_year and last_year and numbers[1] < numbers[0]:  # 'v. 51–2'
        first_year, last_year = (first_year - 1, last_year) if "by" in parts else (first_year, last_year + 1)
    return _week_day(first_year, numbers[0], 1), _week_day(last_year, numbers[1], _FRIDAY)


def _week_day(year: int | None, week: int, weekday: int) -> _Told:
    if year is None:
        return None, 1 <= week <= _WEEKS
    try:
        return date.fromisocalendar(year, week, weekday), True
    except ValueError:
        return None, False
