import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planlint.report.line import Line, line, wrap_line
from planlint.report.page import Page


def _wrapped(text: str, width: int) -> list[str]:
    return [each.plain for each in wrap_line(line(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("en rad som inte får plats", 10, ["en rad som", "inte får", "plats"]),
        ("kort", 10, ["kort"]),
        ("", 10, []),
        ("medlemskommunernas ord", 10, ["medlemskom", "munernas", "ord"]),
        ("漢字漢字漢字 x", 6, ["漢字漢", "字漢字", "x"]),
        ("漢", 1, ["漢"]),
    ],
)
def test_words_are_kept_whole_where_they_fit(text: str, width: int, lines: list[str]) -> None:
    assert _wrapped(text, width) == lines


@given(st.text(max_size=80), st.integers(2, 30))
def test_nothing_but_white_space_is_lost_and_every_line_fits(text: str, width: int) -> None:
    lines = _wrapped(text, width)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(cell_len(each) <= width for each in lines)


def test_styles_follow_their_words_over_the_break() -> None:
    styled = line(("Fel", "red"), " i ", ("hela raden", "bold"))
    assert list(wrap_line(styled, 10)) == [
        Line((("Fel", "red"), (" i ", ""), ("hela", "bold"))),
        Line((("raden", "bold"),)),
    ]


def test_colour_is_ansi_codes_and_nothing_else() -> None:
    styled = line(("Fel", "red"), " i ", ("ord", "underline"))
    assert styled.written(color=False) == "Fel i ord"
    assert styled.written(color=True) == "\x1b[1;31mFel\x1b[0m i \x1b[4mord\x1b[0m"


def test_a_lead_is_followed_by_its_text_in_a_column() -> None:
    page = Page(width=24)
    lines = page.wrap("en text som tar flera rader", indent=2, hanging=8, lead="Varför:")
    assert page.render(lines) == "  Varför: en text som\n          tar flera\n          rader\n"


@pytest.mark.parametrize(
    ("part", "name"), [("header2", "Sidhuvud"), ("footnotes", "Fotnot"), ("glossary/document", "glossary/document")]
)
def test_parts_of_the_file_have_names(part: str, name: str) -> None:
    assert Page().part_name(part) == name


def test_the_first_line_may_have_more_room_than_the_others() -> None:
    lines = wrap_line(line("ett ", ("två tre", "bold"), " fyra"), 4, 8)
    assert [each.plain for each in lines] == ["ett två", "tre", "fyra"]
    assert [each.plain for each in wrap_line(line("abcdefghij"), 3, 5)] == ["abcde", "fgh", "ij"]


def test_a_hanging_text_fills_its_first_line() -> None:
    page = Page("sv", 20)
    assert [each.plain for each in page.wrap("ett två tre fyra fem sex", hanging=6)] == [
        "ett två tre fyra fem",
        "      sex",
    ]
    assert [each.plain for each in page.wrap("ett två tre fyra", hanging=8, lead="Så:")] == [
        "Så:     ett två tre",
        "        fyra",
    ]
