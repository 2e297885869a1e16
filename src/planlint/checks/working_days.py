"""Days on which people are at work in Sweden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from planlint.model.words import Words

_WEEKEND: Final[Mapping[int, Words]] = {5: Words(sv="lördag", en="Saturday"), 6: Words(sv="söndag", en="Sunday")}
"""By the number of the day in its week, from 0."""

_CATEGORIES: Final = ("public", "de_facto")
"""Public holidays, and the eves of Midsummer, Christmas and New Year, which the law treats as such."""


def free_day(day: date) -> Words | None:
    """What a free day is: a public holiday or a free eve by its name, else Saturday or Sunday; None for other days."""
    return _holidays(day.year).get(day) or _WEEKEND.get(day.weekday())


def working_days(first: date, last: date, vacation: tuple[int, int] | None) -> Iterator[date]:
    """The working days from `first` to `last`, both included; none where `last` comes before `first`.

    `vacation` are the first and the last week of the year, by ISO 8601, in which there are none.
    """
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return (day for day in days if free_day(day) is None and not _in_vacation(day, vacation))


def _in_vacation(day: date, weeks: tuple[int, int] | None) -> bool:
    return weeks is not None and weeks[0] <= day.isocalendar().week <= weeks[1]


@lru_cache(maxsize=32)
def _holidays(year: int) -> dict[date, Words]:
    """The year's holidays by their names."""
    import holidays

    def named(language: str) -> Mapping[date, str]:
        return holidays.country_holidays(
            "SE", years=year, language=language, categories=_CATEGORIES, include_sundays=False
        )

    english = named("en_US")
    return {day: Words(sv=name, en=english[day]) for day, name in named("sv").items()}
