"""What `planlint compare` shows."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from planlint.model.comparison import Comparison
from planlint.report.comparison_items import MOST_ITEMS
from planlint.report.comparison_json import view_comparison
from planlint.report.comparison_text import render_comparison
from planlint.report.json import render_json
from planlint.report.page import Page
from planlint.report.schemas import schemas
from tests.consult.plans import PLAN, compared, with_action, with_goals
from tests.report.comparison.versions import HOSTILE, TIME, WATCH, edited

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(PLAN, edited(), check=True)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_as_text(comparison: Comparison, language: str, golden: Golden) -> None:
    page = Page("sv" if language == "sv" else "en", 80)
    golden(f"comparison.{language}.txt", render_comparison(comparison, page))


def test_as_json(comparison: Comparison, golden: Golden) -> None:
    text = render_json(view_comparison(comparison))
    schema = json.loads(schemas()["comparison.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(text))
    golden("comparison.json", text)
    assert text == render_json(view_comparison(compared(PLAN, edited(), check=True)))


def test_what_differs_in_nothing_takes_a_few_lines() -> None:
    assert render_comparison(compared(PLAN, PLAN), Page()) == (
        "Före:   plan.md\n"
        "Nu:     plan.md\n"
        "\n"
        "I korthet\n"
        "  Planen säger detsamma i båda versionerna.\n"
        "  Anmärkningar – nya: 0, borta: 0, kvar: 0\n"
    )


def test_with_colour_what_is_gone_and_what_came_are_told_apart() -> None:
    new = with_goals(PLAN, 1, ("tillsyn", WATCH[1].replace("14", "10")), TIME)
    text = render_comparison(compared(PLAN, new), Page(color=True))
    assert "\x1b[1;31m[-14-]\x1b[0m" in text
    assert "\x1b[1;36m{+10+}\x1b[0m" in text


def test_a_long_list_is_cut() -> None:
    items = tuple(f"Aktivitet nummer {index} handlar om {'x' * index}" for index in range(MOST_ITEMS + 3))
    text = render_comparison(compared(PLAN, with_action(PLAN, 0, activities=items)), Page())
    assert "      … och 3 till\n" in text
    assert items[MOST_ITEMS] not in text


def test_a_long_text_is_shown_around_its_change() -> None:
    words = " ".join(f"ord{index}" for index in range(200))
    old, new = (replace(PLAN, summary=f"{words} {middle} {words}") for middle in ("då", "nu"))
    text = render_comparison(compared(old, new), Page(width=200))
    assert "      ~ … ord192 ord193 ord194 ord195 ord196 ord197 ord198 ord199 [-då-] {+nu+} ord0 ord1" in text
    assert "ord100" not in text


def test_items_that_went_to_another_part_are_told_together_with_their_words() -> None:
    items = PLAN.actions[2].activities
    new = with_action(PLAN, 2, activities=(), duties=(*PLAN.actions[2].duties, *items))
    assert (
        "  Insats 4.3 Kamera om natten: ändrat innehåll\n"
        "    från ”Aktiviteter” till ”E-rådets roll”:\n"
        f"      ~ {items[0]}\n"
        f"      ~ {items[1]}\n"
    ) in render_comparison(compared(PLAN, new), Page())


def test_hostile_words_steer_nothing() -> None:
    new = with_action(PLAN, 2, title=HOSTILE, activities=(HOSTILE, "å" * 100_000))
    comparison = compared(PLAN, new, check=True)
    text = render_comparison(comparison, Page())
    assert not set(text) & set("\x1b\u202e\r")
    assert max(map(len, text.splitlines())) <= 80
    view = json.loads(render_json(view_comparison(comparison)).encode("utf-8"))
    Draft202012Validator(json.loads(schemas()["comparison.schema.json"])).validate(view)
