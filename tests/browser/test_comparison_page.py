"""Two versions compared, as a page that people with different eyes, hands, screens and languages read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.consult import compare
from planlint.intake import find_sources
from planlint.model.comparison import Comparison
from planlint.model.document import Reading
from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.report.html.comparison_page import render_comparison_html
from planlint.rulebook import load
from tests.browser import hostile
from tests.browser.conftest import Open, View
from tests.browser.judge import layout_faults, reachable, small_targets, space_out, tab_through, violations
from tests.browser.use import dead_links, made_of_words, on_paper, print_out, switch, unfold, words_of

Files = Callable[[str], Path]


def read(path: Path, reading: Reading = "final") -> Run:
    config = Config(phase="consultation", reading=reading)
    return engine.run(find_sources((path,), path.parent), config, load())


def returned(root: Path, _folder: Path) -> Comparison:
    """A version with tracked changes: something of every kind."""
    file = root / "samples" / "norradalen-remissvar.docx"
    return compare(read(file, "original"), read(file))


def draft(root: Path, _folder: Path) -> Comparison:
    """A draft and what became of it: many changes."""
    return compare(*(read(root / "samples" / f"norradalen-{name}.docx") for name in ("utkast", "plan")))


def same(root: Path, _folder: Path) -> Comparison:
    """A plan and itself."""
    run = read(root / "samples" / "norradalen-plan.docx")
    return compare(run, run)


def hostile_plans(_root: Path, folder: Path) -> Comparison:
    """Plans whose words try to be more than words."""
    old, new = folder / "förut.md", folder / hostile.FILE
    new.write_text(hostile.markdown(), encoding="utf-8")
    old.write_text(hostile.markdown().replace("enligt princip 14", "som förut").replace("4.8", "4.9"), encoding="utf-8")
    return compare(read(old), read(new))


COMPARISONS = {made.__name__: made for made in (returned, draft, same, hostile_plans)}


@pytest.fixture(scope="module")
def files(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The page of a comparison by its name, made once."""

    @cache
    def make(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        file = folder / "jämförelse.html"
        file.write_text(render_comparison_html(COMPARISONS[name](root, folder)), encoding="utf-8", newline="\n")
        return file

    return make


@pytest.mark.parametrize(
    ("name", "language", "view"),
    [
        ("returned", "sv", View(1280, "light")),
        ("returned", "en", View(320, "dark")),
        ("draft", "en", View(640, "light")),
        ("same", "sv", View(320, "light")),
        ("hostile_plans", "sv", View(320, "light")),
    ],
)
def test_nobody_is_shut_out(files: Files, open_page: Open, name: str, language: Language, view: View) -> None:
    page = open_page(files(name), view)
    switch(page, language)
    assert layout_faults(page) == []
    unfold(page)
    assert violations(page, looks=name == "returned") == []
    assert layout_faults(page) == []
    assert small_targets(page) == []


def test_what_changed_is_heard_as_well_as_seen(files: Files, open_page: Open) -> None:
    page = open_page(files("returned"), View(scripts=False))
    words = page.locator("article", has=page.locator("h4 > span:text-is('2A')")).locator("p").last
    heard = " ".join(words.aria_snapshot().split())
    assert 'deletion: "Borttaget: 14 Slut."' in heard
    assert 'insertion: "Tillagt: 10 Slut."' in heard
    assert words.locator("del").evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"
    assert words.locator("ins").evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    switch(page, "en")
    assert 'insertion: "Added: 10 End."' in " ".join(words.aria_snapshot().split())


def test_one_language_is_shown_at_a_time(files: Files, open_page: Open) -> None:
    page = open_page(files("returned"), View(scripts=False))
    unfold(page)
    swedish = words_of(page)
    switch(page, "en")
    english = words_of(page)
    for sv, en in (("I korthet", "In brief"), ("Nytt i planen.", "New in the plan."), ("Oförändrade", "Unchanged")):
        assert (sv in swedish, en in swedish, sv in english, en in english) == (True, False, False, True)


def test_it_works_by_keyboard_and_with_more_room_in_the_text(files: Files, open_page: Open) -> None:
    page = open_page(files("draft"), View(320))
    stops = tab_through(page)
    assert [stop.place for stop in stops] == reachable(page)
    assert [stop.name for stop in stops if not (stop.ringed and stop.bare)] == []
    unfold(page)
    space_out(page)
    assert layout_faults(page) == []


@pytest.mark.parametrize("name", COMPARISONS)
def test_links_lead_to_places_that_are_there(files: Files, open_page: Open, name: str) -> None:
    assert dead_links(open_page(files(name))) == []


def test_hostile_words_stay_words(files: Files, open_page: Open) -> None:
    page = open_page(files("hostile_plans"))
    unfold(page)
    assert made_of_words(page) == []
    seen = page.locator("main").inner_text()
    for words in (hostile.SCRIPT, hostile.IMAGE, hostile.QUOTE, hostile.STYLE, hostile.BRACES, hostile.ENTITY):
        assert words in seen


def test_the_print_holds_all_that_is_folded(files: Files, open_page: Open, tmp_path: Path) -> None:
    text = print_out(open_page(files("returned")), tmp_path)
    for words in ("Anställa en handledare som delas mellan två kommuner.", "Här står ”de fem insatserna”"):
        assert on_paper(words) in text
    assert on_paper("Visa vad som står där") not in text
