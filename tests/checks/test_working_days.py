"""Which days are free in Sweden, and how many are not."""

from datetime import date

import pytest

from planlint.checks.working_days import free_day, working_days


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        ("2024-05-09", "Kristi himmelsfärdsdag", "Ascension Day"),
        ("2024-06-21", "Midsommarafton", "Midsummer Eve"),
        ("2024-12-24", "Julafton", "Christmas Eve"),
        ("2024-12-31", "Nyårsafton", "New Year's Eve"),
        ("2024-06-06", "Nationaldagen", "National Day"),
        ("2027-03-20", "lördag", "Saturday"),
        ("2027-03-21", "söndag", "Sunday"),
    ],
)
def test_what_a_free_day_is_called(day: str, swedish: str, english: str) -> None:
    words = free_day(date.fromisoformat(day))
    assert words is not None
    assert (words.sv, words.en) == (swedish, english)


@pytest.mark.parametrize("day", ["2024-06-20", "2024-05-10", "2024-04-30", "2024-12-23"])
def test_days_before_holidays_are_no_holidays(day: str) -> None:
    assert free_day(date.fromisoformat(day)) is None


@pytest.mark.parametrize(
    ("first", "last", "all_year", "without_vacation"),
    [
        ("2024-06-19", "2024-08-13", 39, 14),
        ("2024-06-14", "2024-06-18", 3, 3),
        ("2027-03-01", "2027-03-19", 15, 15),
        ("2024-12-23", "2025-01-07", 6, 6),
        ("2024-07-01", "2024-08-02", 25, 0),
        ("2024-06-19", "2024-06-18", 0, 0),
    ],
)
def test_working_days(first: str, last: str, all_year: int, without_vacation: int) -> None:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    assert len(list(working_days(begin, end, None))) == all_year
    assert len(list(working_days(begin, end, (27, 31)))) == without_vacation
