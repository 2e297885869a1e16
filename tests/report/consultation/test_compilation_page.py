"""The compilation as a web page, as a browser without a style sheet reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from planlint.model.consultation import Compilation
from planlint.report.html.compilation_page import render_compilation_html
from tests.report.consultation.compilations import SHOWN, many
from tests.report.html.reading import Element, find, only, outline, read, said, skeleton

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def page(compilation: Compilation) -> Element:
    return read(render_compilation_html(compilation, "sv"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_told(page: Element, language: str, golden: Golden) -> None:
    main = only(page, "//main")
    golden(f"compilation.page.{language}.txt", outline(main, "sv" if language == "sv" else "en"))


def test_the_same_compilation_gives_the_same_bytes(compilation: Compilation) -> None:
    assert render_compilation_html(compilation, "sv") == render_compilation_html(replace(compilation), "sv")


def test_nothing_comes_from_outside(page: Element) -> None:
    assert find(page, "//*[@src] | //link | //*[starts-with(@href, 'http')]") == []
    assert find(page, "//a[not(starts-with(@href, '#'))]") == []
    names = [str(each.get("id")) for each in find(page, "//*[@id]")]
    assert len(names) == len(set(names))
    assert {str(each.get("href"))[1:] for each in find(page, "//a")} <= set(names)


def test_tables_tell_what_their_cells_are(page: Element) -> None:
    for table in find(page, "//main//table"):
        (head,) = find(table, "./thead/tr")
        assert {str(each.get("scope")) for each in find(head, "./th")} == {"col"}
        rows = find(table, "./tbody/tr")
        assert {len(row) for row in rows} == {len(head)}
        assert all(row[0].tag == "th" and row[0].get("scope") == "row" for row in rows)
        region = only(table, "./ancestor::*[@role='region'][1]")
        assert said(only(page, f"//*[@id='{region.get('aria-labelledby')}']"))


def test_what_the_filter_knows(page: Element, compilation: Compilation) -> None:
    rows = find(page, "//tr[@data-finding]")
    assert len(rows) == len(compilation.entries)
    shared = only(page, "//tr[@id='view-10']")
    assert (shared.get("data-respondent"), shared.get("data-kind")) == ("1 3 2", "question")
    names = [str(each.text) for each in find(page, "//select[@name='respondent']/option")]
    assert names == [
        "Alla remissinstanser", "Furuhamns kommun (12)", "Skogsby kommun (11)", "Region Åsmark (2)",
        "Hedlunda kommun (5)", "Vikbygdens pensionärsråd (3)",
    ]  # fmt: skip
    chapters = {str(each.get("data-chapter")) for each in find(page, "//*[@data-chapter]")}
    assert {str(each.get("value")) for each in find(page, "//select[@name='chapter']/option")} == chapters | {""}
    kinds = {str(each.get("value")) for each in find(page, "//select[@name='kind']/option")}
    assert kinds == {entry.said.kind for entry in compilation.entries} | {""}


def test_the_language_that_shows_first(compilation: Compilation) -> None:
    page = read(render_compilation_html(compilation, "en"))
    assert page.get("lang") == "en"
    assert said(only(page, "//title")) == (
        "Compilation of consultation answers – Handlingsplan för digitalisering i Norrådalen 2027–2029"
    )


def test_nothing_came_back() -> None:
    empty = replace(many(0), answers=(), invited=(), trials=None)
    main = only(read(render_compilation_html(empty, "sv")), "//main")
    assert find(main, ".//form | .//tr[@data-finding]") == []
    assert "Svaren innehåller inga synpunkter." in said(main)


def test_hostile_words_are_words(hostile: Compilation, compilation: Compilation) -> None:
    text = render_compilation_html(hostile, "sv")
    assert not set(text) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    page = read(text)
    assert " ".join(SHOWN.split()) in said(page)
    ordinary = skeleton(read(render_compilation_html(compilation, "sv")))
    assert set(skeleton(page)) <= set(ordinary)
