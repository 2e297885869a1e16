"""Stretches of time that Swedish names without their days: a month, a season, a year; from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from planlint.language.date_ranges import DateRange, WrittenDay, leading_range
from planlint.language.dates import MONTHS
from planlint.language.folding import fold

LONGEST: Final = 60
"""Characters; what is longer is no mere date, and is not looked at (a judgement, twice the longest form)."""

_SEASONS: Final = {"vår": (1, 6), "sommar": (6, 8), "höst": (7, 12)}
"""The first and the last month of what plans call a season: half a year of work, or the holidays."""

_NAMES = "|".join((*MONTHS, "sept", *(name[:3] for name in MONTHS)))
_AROUND = re.compile(
    r"\s*(?:(?:från och med|från|fr\.?\s?o\.?\s?m\.?|senast|till och med|till|t\.?\s?o\.?\s?m\.?|under|ca|cirka|omkring"
    r"|(?:början|mitten|slutet) av)\s+)*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:(?P<month>{_NAMES})\.?|(?:q|kv\.?|kvartal)\s?(?P<quarter>[1-4])|(?P<season>{'|'.join(_SEASONS)})(?:en)?"
    r"|(?P<half>första|andra) halvåret)\s+(?:år\s+)?(?P<year>[12]\d{3})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:år\s+)?(?P<year>[12]\d{3})(?:-(?P<month>\d\d)|,?\s?(?:q|kv\.?|kvartal)\s?(?P<quarter>[1-4]))?", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\s*[–—]\s*|\s+-\s+|\s+(?:till och med|till|t\.?\s?o\.?\s?m\.?)\s+|(?<=\d{4})-(?=\d{4})", re.IGNORECASE
)
_REST = re.compile(r"[\s.,;]*(?:,?\s*[12]\d{3})?[\s.,;]*")
_YEAR = re.compile(r"\s[12]\d{3}\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of what was written."""

    first: date
    last: date


def parse_span(text: str) -> Span | None:
    """The days that a text names: '2026-09-01', '1 september 2026', '2026-09', 'hösten 2026', 'Q1 2026', '2026'.

    None where it is anything else, or names a day that does not exist.
    """
    days = whole_range(text)
    if days is not None and days.first.day and days.last.day:
        return Span(days.first.day, days.last.day)
    written = _plain(text)
    found = _NAMED.fullmatch(written) or _NUMBERED.fullmatch(written)
    months = _months(found.groupdict()) if found else None
    if found is None or months is None:
        return None
    year = int(found["year"])
    return Span(date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1]))


def whole_range(text: str) -> DateRange | None:
    """The day or range of days that the whole text is, as `date_ranges` reads it."""
    folded = fold(text)
    begin = _AROUND.match(folded.text)
    offset = folded.origin(begin.end()) if begin else 0
    found = leading_range(text[offset:]) if len(text) <= LONGEST else None
    if found is None or not _REST.fullmatch(text, offset + found.end):
        return None
    return DateRange(_moved(found.first, offset), _moved(found.last, offset))


def _moved(day: WrittenDay, by: int) -> WrittenDay:
    return replace(day, start=day.start + by, end=day.end + by)


def split_span(text: str) -> tuple[str, int, int] | None:
    """For 'from – until': the words of the first side, where it ends and where the second begins; else None.

    A year that only stands after the second one counts for both ('september–december 2026').
    """
    for end, begin in _cuts(text):
        before, after = text[:end], text[begin:]
        if parse_span(after) is None:
            continue
        year = _YEAR.search(after)
        for first in (before, before.rstrip() + year[0]) if year else (before,):
            if parse_span(first) is not None:
                return first, end, begin
    return None


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where a text may be cut in two: the ends of what parts it."""
    if len(text) <= 2 * LONGEST:
        yield from (found.span() for found in _UNTIL.finditer(text))


def _plain(text: str) -> str:
    """The text for matching, without what only says that it is the beginning, the end or about then."""
    written = fold(text).text.strip(" .,;") if len(text) <= LONGEST else ""
    begin = _AROUND.match(written)
    return written[begin.end() :] if begin else written


def _months(parts: dict[str, str | None]) -> tuple[int, int] | None:
    """The first and the last month that a match names; None where there is no such month."""
    month, quarter, season, half = (parts.get(name) for name in ("month", "quarter", "season", "half"))
    if month and not month.isdigit():
        number = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month.casefold()[:3]))
        return number, number
    if month:
        return (int(month), int(month)) if 1 <= int(month) <= len(MONTHS) else None
    if quarter:
        return 3 * int(quarter) - 2, 3 * int(quarter)
    if season:
        return _SEASONS[season.casefold()]
    return {"första": (1, 6), "andra": (7, 12)}.get((half or "").casefold(), (1, 12))
