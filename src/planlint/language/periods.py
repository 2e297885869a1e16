"""Periods of years as plans write them: '2026–2028', '2026 - 2028', '2026 till och med 2028'."""

from __future__ import annotations

import re
from typing import Final

PERIOD: Final = re.compile(
    r"(?<![\w–—-])(?P<first>(?:19|20)\d\d)\s*(?:[–—-]|till(?: och med)?|t\.?\s?o\.?\s?m\.?)\s*(?P<last>(?:19|20)\d\d)"
    r"(?!\w|[–—-]\d)",
    re.IGNORECASE,
)
"""A first and a last year; not two dates, of which the years are only a part."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Period = tuple[str, str]
"""The first and the last year, four digits each."""


def period_of(found: re.Match[str]) -> Period:
    """The years of a match of PERIOD."""
    return found["first"], found["last"]


def parse_period(text: str) -> Period | None:
    """The first period that a text names, None where it names none."""
    found = PERIOD.search(text)
    return period_of(found) if found else None


def span_of_years(text: str) -> Period | None:
    """The first and the last year in what is known to be a period ('2026-01-01 till 2028-12-31'), None without two."""
    years = _YEAR.findall(text)
    return (years[0], years[-1]) if len(years) > 1 else None
