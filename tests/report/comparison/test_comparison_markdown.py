"""`compare --format markdown`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from planlint.model.comparison import Comparison
from planlint.report.comparison_markdown import COMPARED, MOST_ITEMS, render_comparison_markdown
from planlint.report.markdown import LEAST, MAX_COMMENT
from tests.consult.plans import PLAN, compared, with_action
from tests.report.comparison.versions import in_english, unlike

TAGS = re.compile(r"</?([a-z]+\d?)[^>]*>")


def test_in_swedish(comparison: Comparison, golden: Callable[[str, str], None]) -> None:
    golden("comparison.sv.md", render_comparison_markdown(comparison))


def test_in_english(comparison: Comparison, golden: Callable[[str, str], None]) -> None:
    golden("comparison.en.md", render_comparison_markdown(in_english(comparison)))


def test_what_differs_in_nothing_takes_a_few_lines() -> None:
    assert render_comparison_markdown(compared(PLAN, PLAN)) == (
        f"{COMPARED}\n"
        "## Översikt: ändringar i planen\n\n"
        "**Handlingsplan för digitalisering i Sjöbygden 2027–2029**\n\n"
        "- Före: plan.md\n"
        "- Nu: plan.md\n\n"
        "Planen säger detsamma i båda versionerna.\n\n"
        "Anmärkningar – nya: 0, borta: 0, kvar: 0\n"
    )


def test_a_long_list_is_cut() -> None:
    items = tuple(f"Aktivitet nummer {index} handlar om {'x' * index}" for index in range(MOST_ITEMS + 3))
    text = render_comparison_markdown(compared(PLAN, with_action(PLAN, 0, activities=items)))
    assert "    - … och 5 till\n" in text  # two went, and two of those that came are left out
    assert items[MOST_ITEMS] not in text


@pytest.mark.parametrize("limit", [LEAST, MAX_COMMENT])
def test_it_is_no_longer_than_asked_and_says_what_is_left_out(limit: int) -> None:
    comparison = unlike()
    whole, text = (render_comparison_markdown(comparison, most) for most in (None, limit))
    assert len(whole.encode()) > MAX_COMMENT
    assert 0.8 * limit < len(text.encode()) <= limit
    left_out = re.search(r"Allt ryms inte här: (\d+) av (\d+) punkter är utelämnade", text)
    assert left_out
    shown = len(re.findall(r"^- (?!Före|Nu)", text, re.MULTILINE))
    assert int(left_out[2]) - int(left_out[1]) == shown
    assert "utelämnade" not in whole


def test_hostile_words_are_words(hostile: Comparison) -> None:
    text = render_comparison_markdown(hostile)
    assert not set(text) & set("\x1b\u202e\r\ud800")
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert set(TAGS.findall(html)) <= {
        "h2", "h3", "h4", "p", "strong", "em", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote",
        "del", "ins", "span", "details", "summary",
    }  # fmt: skip
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "@alla" not in html
    assert max(map(len, text.splitlines())) < 20_000
