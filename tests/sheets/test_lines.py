"""Ranges of cells that reach further, and what columns are called."""

import pytest

from planlint.sheets.lines import letters, reach_further


@pytest.mark.parametrize(
    ("ranges", "further"),
    [
        ("A1:M7", "A1:M9"),
        ("$A$1:$M$7", "$A$1:$M$9"),
        ("I7", "I7:I9"),
        ("I2:I7 K2:K6", "I2:I9 K2:K6"),
        ("A1:M8", "A1:M8"),
        ("A:A", "A:A"),
        ("", ""),
    ],
)
def test_only_what_ends_with_the_last_row_reaches_further(ranges: str, further: str) -> None:
    assert reach_further(ranges, 7, 9) == further


def test_columns_are_called_as_in_excel() -> None:
    assert [letters(column) for column in (0, 25, 26, 51, 701, 702)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]
