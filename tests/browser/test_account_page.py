"""The account of a consultation, as a page that people with different eyes, hands, screens and languages read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from planlint.model.rule import Language
from planlint.model.treatment import Treatment
from planlint.report.html.account_page import render_account_html
from tests.browser.conftest import Open, View
from tests.browser.judge import layout_faults, reachable, small_targets, space_out, tab_through, violations
from tests.browser.use import dead_links, made_of_words, on_paper, print_out, switch, words_of
from tests.report.consultation import accounts

Files = Callable[[str], Path]
ACCOUNTS: Final[Mapping[str, Callable[[], Treatment]]] = MappingProxyType(
    {"real": accounts.treatment, "hostile": accounts.hostile, "nothing": accounts.nothing}
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The page of an account by its name, made once."""

    @cache
    def make(name: str) -> Path:
        file = tmp_path_factory.mktemp(name) / "redogörelse.html"
        page = render_account_html(ACCOUNTS[name](), accounts.CALENDAR, "sv")
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


def hold(page: Page, *numbers: int) -> None:
    """Hold the rows that are shown, and what is said of them, against their numbers."""
    said = f"Visar {len(numbers)} av 13 synpunkter."
    expect(page.get_by_role("status")).to_have_text(said, use_inner_text=True)
    shown = page.locator("tr[data-finding]:visible").evaluate_all("rows => rows.map(row => row.id)")
    assert shown == [f"view-{number}" for number in numbers]


def test_a_respondent_finds_what_became_of_its_views(files: Files, open_page: Open) -> None:
    page = open_page(files("real"))
    hold(page, 1, 11, *range(2, 11), 12, 13)
    page.get_by_role("combobox", name="Remissinstans").select_option(label="Hedlunda kommun")
    hold(page, 4, 5, 6)
    page.get_by_role("combobox", name="Ställningstagande").select_option(label="Tillgodoses inte")
    hold(page, 5, 6)
    page.get_by_role("searchbox", name="Ord i synpunkten").fill("kamera")
    hold(page, 5)
    page.get_by_role("button", name="Nollställ").click()
    page.get_by_role("combobox", name="Kapitel").select_option(label="1 Sammanfattning")
    hold(page, 2)
    assert page.locator("article.change:visible").count() == 6  # what changed is not filtered


def test_a_change_leads_to_its_view_and_back(files: Files, open_page: Open) -> None:
    page = open_page(files("real"))
    page.get_by_role("combobox", name="Kapitel").select_option(label="1 Sammanfattning")
    row = page.locator("#view-3")
    expect(row).to_be_hidden()
    page.get_by_role("link", name="Synpunkt nr 3 (Furuhamns kommun)").click()
    expect(row).to_be_in_viewport()
    row.get_by_role("link").click()
    expect(page.locator("article.change:target h4")).to_be_in_viewport()


def test_without_scripts_everything_is_shown_and_nothing_to_choose(files: Files, open_page: Open) -> None:
    page = open_page(files("real"), View(scripts=False))
    assert page.locator("form:visible").count() == 0
    assert page.locator("tr[data-finding]:visible").count() == 13
    swedish = words_of(page)
    switch(page, "en")
    english = words_of(page)
    for sv, en in (("Hör ihop med", "Belongs with"), ("Tillgodoses inte", "Not met"), ("samma ord", "same words")):
        assert (sv in swedish, en in swedish, sv in english, en in english) == (True, False, False, True)


def test_it_works_by_keyboard_and_with_more_room_in_the_text(files: Files, open_page: Open) -> None:
    page = open_page(files("real"), View(320))
    stops = tab_through(page)
    assert [stop.place for stop in stops] == reachable(page)
    assert [stop.name for stop in stops if not (stop.ringed and stop.bare)] == []
    space_out(page)
    assert layout_faults(page) == []


@pytest.mark.parametrize("name", ACCOUNTS)
def test_links_lead_to_places_that_are_there(files: Files, open_page: Open, name: str) -> None:
    assert dead_links(open_page(files(name))) == []


def test_hostile_words_stay_words(files: Files, open_page: Open) -> None:
    page = open_page(files("hostile"))
    assert made_of_words(page) == []
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()


def test_the_print_holds_all_rows(files: Files, open_page: Open, tmp_path: Path) -> None:
    text = print_out(open_page(files("real")), tmp_path)
    for words in ("Se vårt förra yttrande.", "Mäta hur många som glömmer sitt lösenord", "Ingen motivering ännu"):
        assert on_paper(words) in text
    assert on_paper("Nollställ") not in text
