"""Months, quarters, seasons and years, and from one to another."""

from datetime import date

import pytest

from planlint.language.spans import parse_span, split_span, whole_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-09-01", "2026-09-01", "2026-09-01"),
        ("den 1 september 2026.", "2026-09-01", "2026-09-01"),
        ("2026-09", "2026-09-01", "2026-09-30"),
        ("Februari 2028", "2028-02-01", "2028-02-29"),
        ("sept. 2026", "2026-09-01", "2026-09-30"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("hösten\u00a02026", "2026-07-01", "2026-12-31"),
        ("Vår 2027", "2027-01-01", "2027-06-30"),
        ("sommaren år 2027", "2027-06-01", "2027-08-31"),
        ("kvartal 2 2026", "2026-04-01", "2026-06-30"),
        ("2026 Q4", "2026-10-01", "2026-12-31"),
        ("första halvåret 2027", "2027-01-01", "2027-06-30"),
        ("i slutet av", None, None),
        ("slutet av maj 2027", "2027-05-01", "2027-05-31"),
        ("från 2026-09", "2026-09-01", "2026-09-30"),
        ("2026-09-01–2027-06-18", "2026-09-01", "2027-06-18"),
        ("2026-13", None, None),
        ("2026-02-30", None, None),
        ("tills vidare", None, None),
        ("", None, None),
        ("2026" * 40, None, None),
    ],
)
def test_what_is_named_is_a_stretch_of_days(text: str, first: str | None, last: str | None) -> None:
    span = parse_span(text)
    assert (span and span.first, span and span.last) == (
        first and date.fromisoformat(first),
        last and date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026–2028", ("2026", "2028")),
        ("2026-2028", ("2026", "2028")),
        ("hösten 2026 – våren 2027", ("hösten 2026", "våren 2027")),
        ("2026-09 till och med 2027-06", ("2026-09", "2027-06")),
        ("2026-09 t.o.m. juni 2027", ("2026-09", "juni 2027")),
        ("september–december 2026", ("september 2026", "december 2026")),
        ("2026-09-01", None),
        ("våren 2027 – tills vidare", None),
        ("kommun A – kommun B", None),
    ],
)
def test_from_one_to_another(text: str, parts: tuple[str, str] | None) -> None:
    found = split_span(text)
    assert (found and (found[0], text[found[2] :])) == parts


def test_the_first_side_is_cut_as_it_is_written() -> None:
    text = "september–december 2026"
    found = split_span(text)
    assert found is not None
    assert text[: found[1]] == "september"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("från den 15 januari till 30 juni 2027", ("15 januari", "30 juni 2027")),
        ("2027-02-01 – 2027-06-31.", ("2027-02-01", "2027-06-31")),
        ("2027-02-01 eller senare", None),
        ("2027", None),
    ],
)
def test_a_range_of_days_that_is_the_whole_text(text: str, days: tuple[str, str] | None) -> None:
    found = whole_range(text)
    assert (found and (text[found.first.start : found.first.end], text[found.last.start : found.last.end])) == days
