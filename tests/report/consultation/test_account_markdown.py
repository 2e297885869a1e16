"""The account as Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from planlint.model.rule import Language
from planlint.report.consultation.account_markdown import render_account_markdown
from planlint.report.consultation.account_told import COLUMNS, HEADS
from tests.report.consultation import accounts

MARK = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_told(language: Language, golden: Callable[[str, str], None]) -> None:
    text = render_account_markdown(accounts.treatment(), accounts.CALENDAR, language)
    golden(f"account.{language}.md", text)
    assert text == render_account_markdown(accounts.treatment(), accounts.CALENDAR, language)


def test_nothing_came_in() -> None:
    text = render_account_markdown(accounts.nothing(), accounts.CALENDAR, "sv")
    for words in ("Inget har ändrats i planen sedan den skickades på remiss.\n", "Inga synpunkter kom in.\n"):
        assert words in text
    assert "inte tillgodoses" not in text


def test_hostile_words_are_words() -> None:
    text = render_account_markdown(accounts.hostile(), accounts.CALENDAR, "sv")
    assert not set(text) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    tokens = MARK.parse(text)
    assert {each.content for token in tokens for each in token.children or () if each.type == "html_inline"} <= {
        "<br>", "<del>", "</del>", "<ins>", "</ins>", "<span>", "</span>",
    }  # fmt: skip
    assert [token.content for token in tokens if token.type == "html_block"] == ["<!-- planlint -->\n"]
    assert not {each.type for token in tokens for each in token.children or ()} & {"link_open", "image", "code_inline"}
    opened = [token.type for token in tokens if token.type in {"table_open", "tr_open", "td_open"}]
    tables = "".join({"table_open": "\n", "tr_open": " ", "td_open": "."}[each] for each in opened).split("\n")[1:]
    widths = [{len(row) for row in table.split()} for table in tables]
    assert widths == [{len(HEADS) + 1}, {3}, {3}, {len(COLUMNS)}, {len(COLUMNS)}, {len(COLUMNS)}]
    assert sum(len(table.split()) for table in tables[3:]) == len(accounts.hostile().views)
