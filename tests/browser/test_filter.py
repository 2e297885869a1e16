"""The filter shows what was asked for, no more and no less; links show what they lead to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from planlint.model.finding import Finding
from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.report.check_view import FindingView, view_report
from planlint.report.passage import index_paragraphs, paragraph_around
from tests.browser.conftest import Reports, Show
from tests.browser.use import dead_links, findings_of, name_of, shown, switch

WHOLE = "Dokumentet som helhet"
TO_FINDINGS = "a[href*='-f-']"
TO_MATRICES = ".findings a:is([href*='-goal-'], [href*='-prin-'], [href*='-int-'])"
IN_SIGHT = """id => {
  const place = document.getElementById(id)
  const {top, bottom} = place.getBoundingClientRect()
  return place.checkVisibility() && bottom > 0 && top < innerHeight
}"""

Fits = Callable[[FindingView], bool]


def json_of(run: Run) -> dict[str, FindingView]:
    """The findings as `check --format json` gives them, by the names that the page gives them."""
    return {
        name_of(document, index): finding
        for document, view in enumerate(view_report(run).documents)
        for index, finding in enumerate(view.findings)
    }


def chapter_of(finding: FindingView) -> str:
    """The chapter that a finding belongs to, as the filter names it."""
    return finding.location.path[0] if finding.location.path else WHOLE


def hold(page: Page, found: dict[str, FindingView], fits: Fits) -> None:
    """Hold what the page shows, and what it says of it, against what JSON says."""
    expected = {name for name, finding in found.items() if fits(finding)}
    expect(page.get_by_role("status")).to_have_text(
        f"Visar {len(expected)} av {len(found)} anmärkningar.", use_inner_text=True
    )
    assert shown(page) == expected


def test_a_rule_or_a_chapter_is_chosen(show: Show, reports: Reports) -> None:
    page, found = show("draft"), json_of(reports("draft").run)
    hold(page, found, lambda _: True)
    rule, chapter = page.get_by_role("combobox", name="Regel"), page.get_by_role("combobox", name="Kapitel")
    codes = [words.partition(" ")[0] for words in rule.locator("option").all_inner_texts()[1:]]
    assert codes == sorted({finding.rule for finding in found.values()})
    for code in codes[::3]:
        rule.select_option(value=code)
        hold(page, found, lambda finding, code=code: finding.rule == code)  # type: ignore[misc]  # mypy: a default
    rule.select_option(label="Alla regler")
    titles = chapter.locator("option").all_inner_texts()[1:]
    assert set(titles) == {chapter_of(finding) for finding in found.values()}
    for title in titles[::2]:
        chapter.select_option(label=title)
        hold(page, found, lambda finding, title=title: chapter_of(finding) == title)  # type: ignore[misc]


def test_choices_narrow_each_other_until_they_are_taken_back(show: Show, reports: Reports) -> None:
    page, found = show("draft"), json_of(reports("draft").run)
    chapter = page.get_by_role("combobox", name="Kapitel")
    chapter.select_option(label="4 Insatser")
    page.get_by_role("checkbox", name="Fel").uncheck()
    hold(page, found, lambda finding: chapter_of(finding) == "4 Insatser" and finding.severity != "error")
    page.get_by_role("checkbox", name="Upplysningar").uncheck()
    hold(page, found, lambda finding: chapter_of(finding) == "4 Insatser" and finding.severity == "warning")
    chapter.select_option(label="Alla kapitel")
    hold(page, found, lambda finding: finding.severity == "warning")
    page.get_by_role("checkbox", name="Varningar").uncheck()
    hold(page, found, lambda _: False)
    page.get_by_role("button", name="Nollställ").click()
    hold(page, found, lambda _: True)
    assert page.get_by_role("checkbox", name="Fel").is_checked()


@pytest.mark.parametrize("name", ["draft", "many"])
def test_a_search_looks_in_what_is_said(show: Show, reports: Reports, name: str) -> None:
    page, run = show(name), reports(name).run
    box, status = page.get_by_role("searchbox"), page.get_by_role("status")
    for words in ("Ylva pengarna", "PRINCIPER", "pl302", "tabellen", "länk", "long-term", "finnsinte"):
        box.fill(words)
        assert saying(run, words, "sv") <= shown(page) <= saying(run, words, "sv", around=True), words
        assert status.inner_text().startswith(f"Visar {len(shown(page))} av ")
    box.fill("intervention")
    assert shown(page) == saying(run, "intervention", "sv")
    switch(page, "en")
    assert shown(page) == saying(run, "intervention", "en")
    assert status.inner_text().startswith(f"Showing {len(shown(page))} of ")


def saying(run: Run, words: str, language: Language, *, around: bool = False) -> set[str]:
    """The findings that hold every word in what they say in that language, or in the plan's words around the spot."""
    found = findings_of(run)
    views = json_of(run)
    texts = {name: says(views[name], found[name], language) for name in found}
    if around:
        paragraphs = [index_paragraphs(outcome.plan.texts if outcome.plan else ()) for outcome in run.outcomes]
        for name, each in found.items():
            index = paragraphs[int(name[1:].partition("-")[0]) - 1]
            places = (each.location, *each.related)
            texts[name] += " ".join(paragraph_around(where.place, index).text.lower() for where in places)
    return {name for name, text in texts.items() if all(word in text for word in words.lower().split())}


def says(view: FindingView, finding: Finding, language: Language) -> str:
    """All that a finding says, in small letters."""
    said = view if language == "sv" else finding.translation
    places = (view.location, *view.related)
    quotes = (word for place in places for word in (place.quote, *place.path))
    words = (said.message, said.why, said.help, view.rule, view.name, view.suggestion or "", *quotes)
    return " ".join(words).lower()


@pytest.mark.parametrize("name", ["draft", "many"])
def test_links_show_what_they_lead_to_whatever_is_hidden(show: Show, name: str) -> None:
    page = show(name)
    assert dead_links(page) == []
    to_findings = page.locator(f"table {TO_FINDINGS}")
    targets = [(each.get_attribute("href") or "")[1:] for each in to_findings.all()]
    assert len(targets) > 10
    for target in (*targets[::9], targets[-1], targets[-1]):
        hide_all(page)
        follow(page, f"table a[href='#{target}']", target)
    targets = [(each.get_attribute("href") or "")[1:] for each in page.locator(TO_MATRICES).all()]
    assert len(targets) > 10
    for target in targets[::9]:
        page.get_by_role("searchbox").fill("PL3")
        follow(page, f".findings a[href='#{target}']", target)


def hide_all(page: Page) -> None:
    """Search for what no plan says."""
    page.get_by_role("searchbox").fill("finnsinte")
    assert shown(page) == set()


def follow(page: Page, link: str, target: str) -> None:
    """Follow a link, which the filter may have hidden a moment ago; the place that it leads to comes into sight."""
    page.locator(link).first.evaluate("e => e.click()")
    page.wait_for_function(IN_SIGHT, arg=target, timeout=5000)
