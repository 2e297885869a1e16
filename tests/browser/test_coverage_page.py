"""The matrices as a page of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from planlint.model.outcome import Outcome
from planlint.model.rule import Language
from planlint.report.coverage import Line, measure
from planlint.report.html.coverage_page import render_coverage_html
from tests.browser import hostile
from tests.browser.conftest import Open, View
from tests.browser.judge import layout_faults, reachable, small_targets, space_out, tab_through, violations
from tests.browser.runs import RUNS
from tests.browser.use import dead_links, made_of_words, on_paper, print_out, switch

Coverages = Callable[[str], tuple[Outcome, Path]]
ROWS = """kind => [...document.querySelectorAll(`tr[id^="d1-${kind}-"]`)].map(row => ({
  head: row.querySelector('th').innerText.replace(/\\s+/g, ' '),
  marks: [...row.querySelectorAll('td')].slice(0, -1).map(cell => cell.innerText.trim()),
  count: parseInt(row.lastElementChild.innerText),
}))"""


@pytest.fixture(scope="module")
def coverages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Coverages:
    """The first document of a run by the run's name in RUNS, and the page of its matrices, made once."""

    @cache
    def make(name: str) -> tuple[Outcome, Path]:
        folder = tmp_path_factory.mktemp(name)
        outcome = RUNS[name](root, folder).outcomes[0]
        file = folder / "matris.html"
        file.write_text(render_coverage_html(outcome, "sv"), encoding="utf-8", newline="\n")
        return outcome, file

    return make


@pytest.mark.parametrize(
    ("name", "language", "view"),
    [
        ("draft", "sv", View(1280, "light")),
        ("clean", "en", View(320, "dark")),
        ("no_plan", "sv", View(320, "light")),
        ("hostile_plans", "en", View(640, "light")),
    ],
)
def test_nobody_is_shut_out(coverages: Coverages, open_page: Open, name: str, language: Language, view: View) -> None:
    page = open_page(coverages(name)[1], view)
    switch(page, language)
    assert violations(page, looks=name == "clean") == []
    assert layout_faults(page) == []
    assert small_targets(page) == []


def test_the_tables_say_what_serves_what(coverages: Coverages, open_page: Open) -> None:
    outcome, file = coverages("draft")
    assert outcome.plan is not None
    coverage = measure(outcome.plan, outcome.principles)
    page = open_page(file, View(scripts=False))
    for kind, lines in (("goal", coverage.goals), ("prin", coverage.principles)):
        rows = page.evaluate(ROWS, kind)
        assert [(row["marks"], row["count"]) for row in rows] == [
            (marks(line, len(coverage.columns), "ja", "nej"), len(line.served)) for line in lines
        ]
        for row, line in zip(rows, lines, strict=True):
            assert f"{line.key} {line.text}" in row["head"]
    switch(page, "en")
    assert page.evaluate(ROWS, "goal")[0]["marks"] == marks(coverage.goals[0], len(coverage.columns), "yes", "no")


def marks(line: Line, columns: int, yes: str, no: str) -> list[str]:
    return [yes if index in line.served else no for index in range(columns)]


def test_it_works_by_keyboard_and_with_more_room_in_the_text(coverages: Coverages, open_page: Open) -> None:
    page = open_page(coverages("draft")[1], View(320))
    stops = tab_through(page)
    assert [stop.place for stop in stops] == reachable(page)
    assert [stop.name for stop in stops if not (stop.ringed and stop.bare)] == []
    space_out(page)
    assert layout_faults(page) == []


def test_links_lead_to_rows_that_are_there(coverages: Coverages, open_page: Open) -> None:
    assert dead_links(open_page(coverages("draft")[1])) == []


def test_hostile_words_stay_words(coverages: Coverages, open_page: Open) -> None:
    page = open_page(coverages("hostile_plans")[1])
    assert made_of_words(page) == []
    seen = page.locator("main").inner_text()
    for words in (hostile.SCRIPT, hostile.IMAGE, hostile.QUOTE, hostile.STYLE, hostile.BRACES, hostile.ENTITY):
        assert words in seen


def test_the_print_holds_whole_tables(coverages: Coverages, open_page: Open, tmp_path: Path) -> None:
    outcome, file = coverages("draft")
    assert outcome.plan is not None
    text = print_out(open_page(file), tmp_path)
    coverage = measure(outcome.plan, outcome.principles)
    for words in (*(line.text for line in coverage.goals), *(column.title for column in coverage.columns)):
        assert on_paper(words) in text
