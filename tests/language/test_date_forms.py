"""Dates that can be misread, and near-misses that cannot."""

from datetime import date

import pytest

from planlint.language.date_forms import DateForm, in_words, unclear_dates, unlike_iso

DAY = date(2018, 10, 8)


@pytest.mark.parametrize(
    "written",
    ["8/10-2018", "8/10 2018", "08/10/2018", "8/10/18", "8.10.2018", "08-10-2018", "2018/10/08",
     "2018.10.8", "18-10-08",
     "8 oktober -18", "8 okt ’18", "8 OKTOBER 18"],
)  # fmt: skip
def test_unclear_in_running_text(written: str) -> None:
    text = f"Mötet var {written}."
    assert list(unclear_dates(text)) == [DateForm(10, 10 + len(written), DAY)]


def test_without_a_year() -> None:
    assert list(unclear_dates("Svara senast den 29/2.")) == [DateForm(17, 21, None)]


@pytest.mark.parametrize(
    "text",
    ["Den 18 oktober 2018", "2018-10-18", "2018–2022", "1/3 av tiden", "Den 1/3-delen", "31/2-2018", "18/13-2018",
     "version 1.2.3", "kl. 10.30–11.15", "08-12 13 14", "08-12-13 14", "dnr KS2018-10-18-3", "SFS 2018:1937",
     "18 oktober 20 personer", "årskurs 7–9", "3 av 4", "a/b 1/2"],
)  # fmt: skip
def test_clear_or_no_date(text: str) -> None:
    assert list(unclear_dates(text)) == []


@pytest.mark.parametrize(
    ("written", "dated"),
    [("8 oktober 2018", False), ("den 8 okt. 2018", False), ("8/10 2018", False), ("2018-10-8", False),
     ("18-10-08", False), (" 8 oktober 2018. ", False), ("20181008", True), ("181008", True)],
)  # fmt: skip
def test_a_value_that_is_no_iso_date(written: str, dated: bool) -> None:  # noqa: FBT001 - a test's own case
    found = unlike_iso(written, dated=dated)
    assert found is not None
    assert (written[found.start : found.end], found.day) == (written.strip(" ."), DAY)


@pytest.mark.parametrize(
    ("text", "dated"),
    [("2018-10-08", True), ("oktober 2018", True), ("2018", True), ("", True), ("20181308", True),
     ("Klart 2018-10-8", True),
     ("20181008", False), ("150000", False), ("1.0", True), ("8 oktober 2018 enligt beslut i nämnden", True)],
)  # fmt: skip
def test_an_iso_date_or_no_date(text: str, dated: bool) -> None:  # noqa: FBT001 - as above
    assert unlike_iso(text, dated=dated) is None


def test_in_words() -> None:
    assert in_words(DAY) == "8 oktober 2018"
