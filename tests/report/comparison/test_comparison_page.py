"""`compare --format html`, as a browser without a style sheet reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from planlint.model.comparison import Comparison
from planlint.report.html.comparison_page import MOST_ITEMS, render_comparison_html
from tests.consult.plans import PLAN, compared, with_action, with_goals
from tests.report.comparison.versions import HOSTILE, SHOWN, TIME, WATCH, edited, in_english
from tests.report.comparison.versions import hostile as hostile_versions
from tests.report.html.reading import Element, find, only, outline, read, said, skeleton

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def page(comparison: Comparison) -> Element:
    return read(render_comparison_html(comparison))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_told(page: Element, language: str, golden: Golden) -> None:
    main = only(page, "//main")
    golden(f"comparison.page.{language}.txt", outline(main, "sv" if language == "sv" else "en"))


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    assert render_comparison_html(comparison) == render_comparison_html(compared(PLAN, edited(), check=True))


def test_nothing_comes_from_outside(comparison: Comparison) -> None:
    page = read(render_comparison_html(comparison))
    assert find(page, "//*[@src] | //link | //*[starts-with(@href, 'http')]") == []
    assert find(page, "//a[not(starts-with(@href, '#'))]") == []
    names = {str(each.get("id")) for each in find(page, "//*[@id]")}
    assert {str(each.get("href"))[1:] for each in find(page, "//a")} <= names


def test_what_changed_is_told_to_those_who_hear_it() -> None:
    new = with_goals(PLAN, 1, ("tillsyn", WATCH[1].replace("14", "10")), TIME)
    page = read(render_comparison_html(compared(PLAN, new)))
    goal = only(page, "//article")
    assert said(only(goal, ".//del")) == "Borttaget: 14 Slut."
    assert said(only(goal, ".//ins")) == "Tillagt: 10 Slut."
    assert said(only(goal, ".//ins"), "en") == "Added: 10 End."
    assert said(only(goal, "./h4")) == "Ändrat Effektmål 2A"
    assert {each.get("class") for each in find(goal, ".//del/span | .//ins/span")} == {"unseen"}


def test_the_language_that_shows_first(comparison: Comparison) -> None:
    page = read(render_comparison_html(in_english(comparison)))
    assert page.get("lang") == "en"
    assert said(only(page, "//title")) == (
        "Overview: changes in the plan – Handlingsplan för digitalisering i Sjöbygden 2027–2029"
    )


def test_what_differs_in_nothing_has_no_chapters() -> None:
    main = only(read(render_comparison_html(compared(PLAN, PLAN))), "//main")
    assert find(main, ".//nav | .//article | .//table") == []
    assert "Planen säger detsamma i båda versionerna." in said(main)


def test_a_long_list_is_cut() -> None:
    items = tuple(f"Aktivitet nummer {index} handlar om {'x' * index}" for index in range(MOST_ITEMS + 3))
    text = said(read(render_comparison_html(compared(PLAN, with_action(PLAN, 0, activities=items)))))
    assert "… och 5 till" in text
    assert items[MOST_ITEMS] not in text


def test_hostile_words_are_words(hostile: Comparison) -> None:
    text = render_comparison_html(hostile)
    assert not set(text) & set("\x1b\u202e\ud800")
    page = read(text)
    assert f"Insats 4.3 {SHOWN}" in said(page)
    plain = read(render_comparison_html(hostile_versions(re.sub(r"[^\w ]", "x", HOSTILE))))
    assert {tag for tag, _ in skeleton(page)} == {tag for tag, _ in skeleton(plain)}
    assert {names for _, names in skeleton(page)} == {names for _, names in skeleton(plain)}
