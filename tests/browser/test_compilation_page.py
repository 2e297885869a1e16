"""The compilation of a consultation, as a page that people with different eyes, hands, screens and languages read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from planlint.model.consultation import Compilation, Entry
from planlint.model.rule import Language
from planlint.report.html.compilation_page import render_compilation_html
from tests.browser.conftest import Open, View
from tests.browser.judge import layout_faults, reachable, small_targets, space_out, tab_through, violations
from tests.browser.use import dead_links, made_of_words, on_paper, print_out, switch, words_of
from tests.report.consultation import compilations

Files = Callable[[str], Path]


def nothing() -> Compilation:
    """No answer, and nobody who was asked."""
    return replace(compilations.many(0), answers=(), invited=(), trials=None)


COMPILATIONS: Final[Mapping[str, Callable[[], Compilation]]] = MappingProxyType(
    {"real": compilations.compilation, "hostile": compilations.hostile, "nothing": nothing}
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The page of a compilation by its name, made once."""

    @cache
    def make(name: str) -> Path:
        file = tmp_path_factory.mktemp(name) / "sammanställning.html"
        page = render_compilation_html(COMPILATIONS[name](), "sv")
        file.write_text(page, encoding="utf-8", newline="\n")
        return file

    return make


@pytest.mark.parametrize(
    ("name", "language", "view"),
    [
        ("real", "sv", View(1280, "light")),
        ("real", "en", View(320, "dark")),
        ("nothing", "sv", View(320, "light")),
        ("hostile", "sv", View(640, "light")),
    ],
)
def test_nobody_is_shut_out(files: Files, open_page: Open, name: str, language: Language, view: View) -> None:
    page = open_page(files(name), view)
    switch(page, language)
    assert layout_faults(page) == []
    assert violations(page, looks=name == "real") == []
    assert small_targets(page) == []


def hold(page: Page, fits: Callable[[Entry], bool]) -> None:
    """Hold the rows that are shown, and what is said of them, against the compilation."""
    entries = compilations.compilation().entries
    expected = [f"view-{entry.number}" for entry in entries if fits(entry)]
    said = f"Visar {len(expected)} av {len(entries)} synpunkter."
    expect(page.get_by_role("status")).to_have_text(said, use_inner_text=True)
    assert page.locator("tr[data-finding]:visible").evaluate_all("rows => rows.map(row => row.id)") == expected
    chapters = page.locator("section.chapter").evaluate_all(
        "all => all.filter(e => !e.hidden && !e.querySelector('tr[data-finding]:not([hidden])')).length"
    )
    assert chapters == 0


def test_a_respondent_a_kind_a_chapter_or_words_are_chosen(files: Files, open_page: Open) -> None:
    page = open_page(files("real"))
    hold(page, lambda _: True)
    whose = page.get_by_role("combobox", name="Remissinstans")
    whose.select_option(label="Hedlunda kommun (5)")
    hold(page, lambda entry: compilations.HED in entry.respondents)
    kind = page.get_by_role("combobox", name="Slag av synpunkt")
    kind.select_option(label="Kommentar")
    hold(page, lambda entry: compilations.HED in entry.respondents and entry.said.kind == "comment")
    whose.select_option(index=0)
    kind.select_option(index=0)
    page.get_by_role("combobox", name="Kapitel").select_option(label="3 Fokusområden")
    goals = {"1A", "1B", "2A", "2B"}
    hold(page, lambda entry: entry.said.spot is not None and entry.said.spot.number in goals)
    page.get_by_role("button", name="Nollställ").click()
    page.get_by_role("searchbox", name="Ord i synpunkten").fill("baslinje LÖST")
    hold(page, lambda entry: entry.said.resolved)


def test_a_link_to_a_row_that_the_filter_hides_shows_it(files: Files, open_page: Open) -> None:
    page = open_page(files("real"))
    page.get_by_role("combobox", name="Slag av synpunkt").select_option(label="Stöd")
    row = page.locator("#view-8")
    expect(row).to_be_hidden()
    page.get_by_role("link", name="8", exact=True).click()
    expect(row).to_be_in_viewport()
    hold(page, lambda _: True)


def test_without_scripts_everything_is_shown_and_nothing_to_choose(files: Files, open_page: Open) -> None:
    page = open_page(files("real"), View(scripts=False))
    assert page.locator("form:visible").count() == 0
    assert page.locator("tr[data-finding]:visible").count() == 30
    swedish = words_of(page)
    switch(page, "en")
    english = words_of(page)
    for sv, en in (("Ändrad lydelse", "Rewording"), ("Markerad som löst.", "Marked as resolved."), ("Slag", "Kind")):
        assert (sv in swedish, en in swedish, sv in english, en in english) == (True, False, False, True)


def test_it_works_by_keyboard_and_with_more_room_in_the_text(files: Files, open_page: Open) -> None:
    page = open_page(files("real"), View(320))
    stops = tab_through(page)
    assert [stop.place for stop in stops] == reachable(page)
    assert [stop.name for stop in stops if not (stop.ringed and stop.bare)] == []
    space_out(page)
    assert layout_faults(page) == []


@pytest.mark.parametrize("name", COMPILATIONS)
def test_links_lead_to_places_that_are_there(files: Files, open_page: Open, name: str) -> None:
    assert dead_links(open_page(files(name))) == []


def test_hostile_words_stay_words(files: Files, open_page: Open) -> None:
    page = open_page(files("hostile"))
    assert made_of_words(page) == []
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()


def test_the_print_holds_all_rows(files: Files, open_page: Open, tmp_path: Path) -> None:
    text = print_out(open_page(files("real")), tmp_path)
    for words in ("Räknas vikarier som lärare?", "Liggande sida i stället för stående, 1 ställe.", "Underlag"):
        assert on_paper(words) in text
    assert on_paper("Nollställ") not in text
