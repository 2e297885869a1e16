"""Dates as Swedish writes them."""

from datetime import date

import pytest

from planlint.language.dates import parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-04-03", date(2020, 4, 3)),
        ("3 april 2020", date(2020, 4, 3)),
        ("Den 18 Oktober 2018", date(2018, 10, 18)),
        (" 2024\u201102\u201129\u00a0", date(2024, 2, 29)),
        ("1\u00a0maj 2026.", date(2026, 5, 1)),
    ],
)
def test_a_date_is_parsed(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "2023-02-29", "31 april 2020", "0 maj 2020", "0000-01-01", "2020-13-01", "2020-04", "april 2020",
        "2020-04-03–2020-04-05", "3 april 2020 kl. 10", "03/04/2020", "20200403",
    ],
)  # fmt: skip
def test_what_is_no_date_or_does_not_exist_is_none(text: str) -> None:
    assert parse_date(text) is None
