"""The report as a page, read and used in Chromium by people with different eyes, hands, screens and languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from planlint.model.finding import Finding
from planlint.model.rule import Language
from planlint.report.blocks import section_of
from planlint.report.wording import under_heading
from tests.browser import hostile
from tests.browser.conftest import Reports, Show, View
from tests.browser.judge import (
    layout_faults,
    reachable,
    scrolled_sideways,
    small_targets,
    space_out,
    tab_through,
    violations,
)
from tests.browser.use import (
    dead_links,
    findings_of,
    made_of_words,
    on_paper,
    print_out,
    shown,
    switch,
    unfold,
    words_of,
)

LANGUAGES_OF = """words => [...new Set([...document.querySelectorAll('main *')]
  .filter(e => e.checkVisibility() && e.tagName !== 'OPTION' && !e.closest('svg, .t[lang=en]'))
  .filter(e => [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.includes(words)))
  .map(e => e.closest('[lang]').lang))]"""
"""In which languages these words of the plan's stand on the page, beside within what planlint says in English."""


def wordings(finding: Finding, language: Language, of: Language) -> tuple[str, str, str]:
    """What a finding of a run in the language `of` says in `language`: its last words, why, what to do.

    Its first words may stand once over several findings.
    """
    said = finding if language == of else finding.translation
    return (" ".join(under_heading(said.message, section_of(finding)).split()[-3:]), said.why, said.help)


@pytest.mark.parametrize(("language", "view"), [("sv", View(1280, "light")), ("en", View(320, "dark"))])
def test_nobody_is_shut_out(show: Show, language: Language, view: View) -> None:
    page = show("few", view)
    switch(page, language)
    unfold(page)
    assert violations(page) == []


@pytest.mark.parametrize(("name", "searched"), [("draft", "PL3"), ("many", ""), ("clean", ""), ("hostile_plans", "")])
def test_nobody_is_shut_out_whatever_the_documents_are(show: Show, name: str, searched: str) -> None:
    page = show(name)
    unfold(page)
    if searched:
        page.get_by_role("searchbox").fill(searched)
    assert violations(page, looks=False) == []


@pytest.mark.parametrize(
    ("name", "language", "width"),
    [
        ("draft", "sv", 1280),
        ("draft", "en", 320),
        ("styles", "sv", 320),
        ("styles", "en", 1280),
        ("many", "sv", 640),
        ("many", "en", 320),
        ("hostile_plans", "sv", 320),
    ],
)
def test_all_can_be_read_and_hit(show: Show, name: str, language: Language, width: int) -> None:
    page = show(name, View(width))
    switch(page, language)
    assert layout_faults(page) == []
    unfold(page)
    assert layout_faults(page) == []
    assert small_targets(page) == []


@pytest.mark.parametrize("name", ["draft", "styles"])
def test_a_wide_screen_shows_tables_and_pictures_whole(show: Show, name: str) -> None:
    assert scrolled_sideways(show(name)) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_more_room_in_the_text_loses_nothing(show: Show, width: int) -> None:
    page = show("draft", View(width))
    unfold(page)
    space_out(page)
    assert layout_faults(page) == []


def test_everything_can_be_reached_by_keyboard(show: Show) -> None:
    page = show("few")
    expected = reachable(page)
    stops = tab_through(page)
    assert [stop.place for stop in stops] == expected
    assert [stop.name for stop in stops if not stop.ringed] == []
    assert [stop.name for stop in stops if not stop.bare] == []


def test_the_first_stop_skips_to_the_contents(show: Show) -> None:
    page = show("draft")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("name", "first", "scripts"), [("draft", "sv", False), ("draft_in_english", "en", True)])
def test_one_language_is_shown_at_a_time(
    show: Show, reports: Reports, name: str, first: Language, *, scripts: bool
) -> None:
    page = show(name, View(scripts=scripts))
    unfold(page)
    other: Language = "en" if first == "sv" else "sv"
    for language, hidden in ((first, other), (other, first)):
        switch(page, language)
        heard = " ".join(page.locator("body").aria_snapshot().split())
        seen = words_of(page)
        for finding in reports(name).run.outcomes[0].findings:
            said, unsaid = wordings(finding, language, first), wordings(finding, hidden, first)
            assert [words for words in said if words not in seen] == []
            assert [words for words in unsaid if words in seen + heard and words not in said] == []


def test_a_click_on_a_language_chooses_it(show: Show) -> None:
    page = show("draft")
    for label, language in (("English", "en"), ("Svenska", "sv"), ("Svenska", "sv")):
        box = page.get_by_text(label, exact=True).bounding_box()
        assert box
        page.mouse.click(box["x"] + 8, box["y"] + box["height"] / 2)
        assert page.locator("input[name=language]:checked").get_attribute("value") == language
        assert page.evaluate("() => document.documentElement.lang") == language


def test_the_plans_own_words_are_marked_as_swedish(show: Show, reports: Reports) -> None:
    page = show("draft_in_english")
    outcome = reports("draft_in_english").run.outcomes[0]
    assert outcome.plan is not None
    assert page.evaluate("() => document.documentElement.lang") == "en"
    chapters = {each.location.path[0] for each in outcome.findings if each.location.path}
    for words in (*chapters, outcome.plan.interventions[0].heading.title, outcome.plan.goals[0].text.text):
        assert page.evaluate(LANGUAGES_OF, words) == ["sv"], words


def test_without_scripts_everything_is_there(show: Show, reports: Reports) -> None:
    page = show("draft", View(scripts=False))
    assert shown(page) == set(findings_of(reports("draft").run))
    assert page.locator("form, search, input[type=search]").filter(visible=True).count() == 0
    folded = page.locator("details:not([open])").filter(visible=True).first.element_handle()
    folded.query_selector("summary").click()  # type: ignore[union-attr]  # a details element has one
    assert folded.evaluate("e => e.open")
    assert layout_faults(page) == []


def test_the_print_holds_all_that_is_folded(show: Show, reports: Reports, tmp_path: Path) -> None:
    paper = print_out(show("draft"), tmp_path)
    missing = [
        words
        for finding in findings_of(reports("draft").run).values()
        for words in wordings(finding, "sv", "sv")
        if on_paper(words) not in paper
    ]
    assert missing == []
    assert "Nollställ" not in paper


def test_hostile_words_stay_words(show: Show) -> None:
    page = show("hostile_plans")
    unfold(page)
    assert made_of_words(page) == []
    assert dead_links(page) == []
    seen = page.locator("body").inner_text()
    for words in (hostile.SCRIPT, hostile.IMAGE, hostile.QUOTE, hostile.STYLE, hostile.BRACES, hostile.ENTITY):
        assert words in seen
