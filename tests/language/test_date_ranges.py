"""Days and ranges as timelines write them, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.language.date_ranges import LONGEST, DateRange, days_in, leading_range


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def ends(found: DateRange | None) -> tuple[date | None, date | None]:
    assert found is not None
    return found.first.day, found.last.day


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("2024-06-19–2024-08-13: Remiss", "2024-06-19–2024-08-13", "2024-06-19", "2024-08-13"),
        ("2024-06-19-2024-08-13 Remiss", "2024-06-19-2024-08-13", "2024-06-19", "2024-08-13"),
        ("2024-04-09 – 04-22: Svar", "2024-04-09 – 04-22", "2024-04-09", "2024-04-22"),
        ("2024-06-19–23: Svar", "2024-06-19–23", "2024-06-19", "2024-06-23"),
        ("2024-06-19: Workshop", "2024-06-19", "2024-06-19", "2024-06-19"),
        ("2024-06-19 10–12", "2024-06-19", "2024-06-19", "2024-06-19"),
        ("2024-06-19 – 10.30", "2024-06-19", "2024-06-19", "2024-06-19"),
        ("19 juni–13 augusti 2024", "19 juni–13 augusti 2024", "2024-06-19", "2024-08-13"),
        (
            "1\u00a0juni\u00a0–\u00a02\u00a0juli\u00a02024",
            "1\u00a0juni\u00a0–\u00a02\u00a0juli\u00a02024",
            "2024-06-01",
            "2024-07-02",
        ),
        ("19–23 juni 2024: Svar", "19–23 juni 2024", "2024-06-19", "2024-06-23"),
        ("1 maj 2024 till och med 2 juni 2024", "1 maj 2024 till och med 2 juni 2024", "2024-05-01", "2024-06-02"),
        ("19 jun–13 aug. 2024", "19 jun–13 aug. 2024", "2024-06-19", "2024-08-13"),
        ("19 juni 2024: Workshop", "19 juni 2024", "2024-06-19", "2024-06-19"),
        ("19/6–13/8 2024 Remiss", "19/6–13/8 2024", "2024-06-19", "2024-08-13"),
        ("v. 25–26 2024 Svar", "v. 25–26 2024", "2024-06-17", "2024-06-28"),
        ("vecka 25, 2024", "vecka 25, 2024", "2024-06-17", "2024-06-21"),
        ("2026-12-15–01-10", "2026-12-15–01-10", "2026-12-15", "2027-01-10"),
        ("1 december–31 januari 2027", "1 december–31 januari 2027", "2026-12-01", "2027-01-31"),
        ("v. 51–2 2027", "v. 51–2 2027", "2026-12-14", "2027-01-15"),
        ("juni 2024: Remiss", "juni 2024", "", ""),
        ("2024-06: Remiss", "2024-06", "", ""),
    ],
)
def test_what_a_line_begins_with(text: str, written: str, first: str, last: str) -> None:
    found = leading_range(text)
    assert ends(found) == (day(first), day(last))
    assert found is not None
    assert text[found.start : found.end] == written
    assert not found.backwards


@pytest.mark.parametrize(
    "text",
    [
        "Remiss 2024-06-19",
        "2020–2022",
        "13 principer",
        "1–3 insatser",
        "mars",
        "Marsipan",
        "212000-1234",
        "4.2 Insats",
        "19",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert leading_range(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("19 juni–13 augusti", "2024-06-19", "2024-08-13"),
        ("19/6", "2024-06-19", "2024-06-19"),
        ("v. 25", "2024-06-17", "2024-06-21"),
        ("15 december–10 januari", "2024-12-15", "2025-01-10"),
        ("v. 51–2", "2024-12-16", "2025-01-10"),
    ],
)
def test_the_year_is_told_where_none_is_written(text: str, first: str, last: str) -> None:
    assert ends(leading_range(text, 2024)) == (day(first), day(last))
    assert ends(leading_range(text)) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["2024-06-31", "31 juni 2024", "31 juni", "30 februari", "29 februari 2025", "v. 53 2025", "v. 54", "0 maj 2025"],
)
def test_a_day_that_no_calendar_has(text: str) -> None:
    found = leading_range(text)
    assert found is not None
    assert (found.first.exists, found.last.exists) == (False, False)
    assert ends(found) == (None, None)


@pytest.mark.parametrize("text", ["29 februari", "v. 53", "31 maj", "2024-02-29"])
def test_a_day_that_some_year_has(text: str) -> None:
    found = leading_range(text)
    assert found is not None
    assert found.first.exists


@pytest.mark.parametrize(
    "text", ["2024-08-13–2024-06-19", "2024-08-13–06-19", "19–13 juni 2024", "13 augusti 2024–19 juni 2024"]
)
def test_a_range_that_ends_before_it_begins(text: str) -> None:
    found = leading_range(text)
    assert found is not None
    assert found.backwards


def test_dates_in_running_text() -> None:
    text = "Den 18 oktober 2018 beslutades det; från 2024-06-31 till 2024-07-05 och 1 maj–31 april 2025."
    assert [text[one.start : one.end] for one in days_in(text)] == [
        "18 oktober 2018",
        "2024-06-31 till 2024-07-05",
        "1 maj–31 april 2025",
    ]
    assert [(one.first.exists, one.last.exists) for one in days_in(text)] == [
        (True, True),
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dnr KS 2024-13-45",
        "diarienummer: 2024-13-45",
        "KS 2024-13-45",
        "https://norradalen.example/2024-13-45/",
        "ärendenummer 2024-13-45",
        "2024-13-451",
        "12024-13-45",
        "vecka 54",
        "13/14 kommuner",
        "maj 2026",
        "1–3 insatser",
    ],
)
def test_what_is_no_date_in_running_text(text: str) -> None:
    assert list(days_in(text)) == []


@given(st.text(alphabet="0123456789-–/. jumajvtilden:\u00a0\u00ad\n", max_size=60))
def test_hostile_text_has_places_in_it(text: str) -> None:
    leading = leading_range(text, 2024)
    for found in [*days_in(text, 2024), *([leading] if leading else [])]:
        assert 0 <= found.first.start < found.first.end <= len(text)
        assert 0 <= found.last.start < found.last.end <= len(text)
        assert found.end - found.start <= max(LONGEST, len(text))


def test_time_grows_with_the_text_only() -> None:
    text = "2024-06-19 " * 40_000
    assert sum(1 for _ in days_in(text)) == 40_000
