"""The account as a web page, as a browser without a style sheet reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planlint.report.html.account_page import render_account_html
from tests.report.consultation import accounts
from tests.report.consultation.compilations import SHOWN
from tests.report.html.reading import Element, find, only, outline, read, said, skeleton

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def page() -> Element:
    return read(render_account_html(accounts.treatment(), accounts.CALENDAR, "sv"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_told(page: Element, language: str, golden: Golden) -> None:
    main = only(page, "//main")
    golden(f"account.page.{language}.txt", outline(main, "sv" if language == "sv" else "en"))


def test_the_same_treatment_gives_the_same_bytes() -> None:
    one, other = (render_account_html(accounts.treatment(), accounts.CALENDAR, "sv") for _ in range(2))
    assert one == other


def test_nothing_comes_from_outside(page: Element) -> None:
    assert find(page, "//*[@src] | //link | //*[starts-with(@href, 'http')]") == []
    names = [str(each.get("id")) for each in find(page, "//*[@id]")]
    assert len(names) == len(set(names))
    links = [str(each.get("href")) for each in find(page, "//a")]
    assert {link[:1] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(names)


def test_changes_and_views_lead_to_each_other(page: Element) -> None:
    ties = {
        (str(article.get("id")), str(link.get("href"))[1:])
        for article in find(page, "//article")
        for link in find(article, ".//p[@class='came-from']//a")
    }
    back = {
        (str(link.get("href"))[1:], str(view.get("id")))
        for view in find(page, "//tr[@data-finding]")
        for link in find(view, ".//a")
    }
    assert ties == back
    assert {view for _, view in ties} == {"view-2", "view-3", "view-4", "view-7", "view-10"}
    assert len(find(page, "//article[not(.//p[@class='came-from'])]")) == 2


def test_tables_tell_what_their_cells_are(page: Element) -> None:
    for table in find(page, "//main//table"):
        (head,) = find(table, "./thead/tr")
        assert {str(each.get("scope")) for each in find(head, "./th")} == {"col"}
        rows = find(table, "./tbody/tr | ./tfoot/tr")
        assert {len(row) for row in rows} == {len(head)}
        assert all(row[0].tag == "th" and row[0].get("scope") == "row" for row in rows)
        region = only(table, "./ancestor::*[@role='region'][1]")
        assert said(only(page, f"//*[@id='{region.get('aria-labelledby')}']"))


def test_what_the_filter_knows(page: Element) -> None:
    rows = find(page, "//tr[@data-finding]")
    assert [str(row.get("id")) for row in rows] == [
        f"view-{number}" for number in (1, 11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13)
    ]
    names = [str(each.text) for each in find(page, "//select[@name='respondent']/option")]
    shared = only(page, "//tr[@id='view-4']")
    assert [names[1 + int(each)] for each in str(shared.get("data-respondent")).split()] == [
        "Hedlunda kommun", "Skogsby kommun",
    ]  # fmt: skip
    standpoints = {str(each.get("value")) for each in find(page, "//select[@name='standpoint']/option")}
    assert standpoints == {"", "met", "partly", "not-met", "noted", "open"}
    assert {str(row.get("data-standpoint")) for row in rows} == standpoints - {""}
    chapters = {str(each.get("data-chapter")) for each in find(page, "//*[@data-chapter]")}
    assert {str(each.get("value")) for each in find(page, "//select[@name='chapter']/option")} == chapters | {""}


def test_nothing_came_in() -> None:
    main = only(read(render_account_html(accounts.nothing(), accounts.CALENDAR, "en")), "//main")
    assert find(main, ".//form | .//tr[@data-finding] | .//article") == []
    assert "Inga synpunkter kom in." in said(main)


def test_hostile_words_are_words(page: Element) -> None:
    text = render_account_html(accounts.hostile(), accounts.CALENDAR, "sv")
    assert not set(text) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    hostile = read(text)
    shown = SHOWN.replace("[31m", "\ufffd[31m").replace("&amp;  <script>", "&amp; \ufffd\ufffd <script>")
    assert " ".join(shown.split()) in said(hostile)
    assert set(skeleton(hostile)) <= set(skeleton(page))
