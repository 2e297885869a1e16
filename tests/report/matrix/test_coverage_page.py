from collections.abc import Callable
from dataclasses import replace

import pytest

from planlint.model.outcome import Outcome
from planlint.report.html.coverage_page import render_coverage_html
from tests.report.html.reading import Element, find, only, read, said, skeleton
from tests.report.matrix.conftest import HOSTILE

Grow = Callable[[int, int], Outcome]


@pytest.fixture(scope="module")
def page(outcome: Outcome) -> Element:
    return read(render_coverage_html(outcome, "sv"))


def table(page: Element, part: str) -> Element:
    return only(page, f'//*[@id="d1-{part}"]/ancestor::section[1]//table')


def cells(row: Element) -> list[str]:
    return [said(cell) for cell in row]


def test_the_goals_by_intervention(page: Element) -> None:
    goals = table(page, "goals")
    assert said(only(goals, "./caption")).startswith("Vilka insatser som är kopplade till vilka effektmål.")
    assert [cells(row) for row in find(goals, ".//tr")] == [
        ["Effektmål", "4.1 Lärportal för medarbetare", "4.2 E-arkiv", "4.3 Trygg inloggning", "Antal insatser"],
        [
            "1A Alla medarbetare i hemtjänsten kan använda de digitala verktyg som deras arbete kräver.",
            "ja", "nej", "nej", "1",
        ],
        ["1B Förtroendevalda har kunskap nog att leda digital förändring.", "nej", "nej", "nej", "0 ingen insats"],
        ["2A Invånarna litar på att kommunerna hanterar deras uppgifter säkert.", "nej", "nej", "ja", "1"],
        ["Antal effektmål", "1", "0 inget mål", "1", "2"],
    ]  # fmt: skip


def test_every_header_says_what_it_heads(page: Element) -> None:
    for part in ("goals", "principles", "load"):
        matrix = table(page, part)
        assert {cell.get("scope") for cell in find(matrix, "./thead//th")} == {"col"}
        assert {cell.get("scope") for cell in find(matrix, "./tbody//th | ./tfoot//th")} == {"row"}
        assert {cell.tag for cell in find(matrix, "./*/tr/*[1]")} == {"th"}
        assert find(matrix, "./thead//td") == []


def test_rows_and_columns_have_the_names_that_links_lead_to(page: Element) -> None:
    assert [row.get("id") for row in find(page, "//tbody/tr[@id]")] == [
        *(f"d1-goal-{number}" for number in range(1, 4)), *(f"d1-prin-{number}" for number in range(1, 14)),
    ]  # fmt: skip
    assert [head.get("id") for head in find(page, "//th[@id]")] == ["d1-int-1", "d1-int-2", "d1-int-3"]


def test_what_rests_on_nothing_is_told_in_words_and_by_shape(page: Element) -> None:
    bare = only(table(page, "goals"), './/tr[@class="matrix-bare"]')
    assert bare.get("id") == "d1-goal-2"
    assert len(find(bare, './/*[@class="matrix-lack"]')) == 1
    picture = only(page, '//svg[@aria-labelledby="d1-goals-drawn"]')
    assert [said(each) for each in find(picture, './*[@class="pic-lack"]')] == ["ingen insats", "inget mål"]
    assert len(find(picture, './*[@class="pic-bare"]')) == 2
    assert len(find(picture, './*[@class="pic-dot"]')) == 4
    assert len(find(picture, './*[@class="pic-line"]')) == 2


def test_the_sentences(page: Element) -> None:
    unserved = "1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13"
    assert [said(each) for each in find(page, '//p[@class="matrix-sum"]')] == [
        "2 av 3 effektmål har minst en insats (66 %). Utan insats: 1B.",
        f"Insatserna hänvisar till 1 av 13 principer (7 %). Ingen hänvisning till: {unserved}.",
        "E-rådets roll saknas i 2 av 3 insatser: 4.2, 4.3.",
        "Kommunernas roll saknas i 2 av 3 insatser: 4.2, 4.3.",
    ]


def test_what_each_intervention_carries(page: Element) -> None:
    assert [cells(row) for row in find(table(page, "load"), ".//tr")] == [
        ["Insats", "Effektmål", "Principer", "E-rådets roll", "Kommunernas roll"],
        ["4.1 Lärportal för medarbetare", "1", "1", "1", "1"],
        ["4.2 E-arkiv", "0 inget mål", "0 ingen princip", "0 saknas", "0 saknas"],
        ["4.3 Trygg inloggning", "1", "0 ingen princip", "0 saknas", "0 saknas"],
        ["Summa", "2", "1", "1", "1"],
    ]
    balance = only(page, '//svg[@aria-labelledby="d1-load-roles"]')
    assert [said(each) for each in find(balance, './*[@class="pic-head"]')] == [
        "Insatser", "E-rådets roll", "Kommunernas roll",
    ]  # fmt: skip


def test_every_picture_has_a_name_and_every_table_can_be_scrolled_by_keyboard(page: Element) -> None:
    named = {str(each.get("id")): said(each) for each in find(page, "//*[@id]")}
    pictures = find(page, "//main//svg")
    assert len(pictures) == 4
    assert {each.get("role") for each in pictures} == {"img"}
    boxes = find(page, '//*[@role="group"][@tabindex]')
    assert len(boxes) == 7
    assert {each.get("tabindex") for each in boxes} == {"0"}
    assert all(named[str(each.get("aria-labelledby"))] for each in (*pictures, *boxes))


def test_it_is_in_both_languages(outcome: Outcome, page: Element) -> None:
    english = read(render_coverage_html(outcome, "en"))
    assert said(only(page, "//title")) == (
        "Effektmål, principer och insatser – Handlingsplan för digitalisering i Björkbygden 2026–2028"
    )
    assert said(only(english, "//title")).startswith("Effect goals, principles and interventions – ")
    assert (page.get("lang"), english.get("lang")) == ("sv", "en")
    row = only(english, '//tr[@id="d1-goal-2"]')
    assert [said(cell, "en") for cell in row][1:] == ["no", "no", "no", "0 unserved"]
    assert (
        said(only(english, '//svg[@aria-labelledby="d1-goals-drawn"]/*[@class="pic-head"][2]'), "en") == "Interventions"
    )


def test_many_goals_and_interventions(grow: Grow) -> None:
    big = read(render_coverage_html(grow(40, 30), "sv"))
    goals = table(big, "goals")
    assert goals.get("class") == "matrix matrix-turned matrix-tall"
    assert len(find(goals, "./tbody/tr")) == 40
    assert {len(row) for row in find(goals, ".//tr")} == {32}


def test_hostile_words_add_nothing_to_the_page(hostile: Outcome) -> None:
    assert hostile.plan is not None
    evil = render_coverage_html(hostile, "sv")
    shown = read(evil)
    assert find(shown, "//img | //iframe | //*[@onerror] | //*[@style]") == []
    assert len(find(shown, "//script")) == len(find(read(render_coverage_html(hostile, "en")), "//script")) == 1
    assert [said(row[0])[3:] for row in find(table(shown, "goals"), "./tbody/tr")][0:3] == list(HOSTILE[:3])
    assert "alert(1)" not in said(only(shown, "//body/script"))
    assert not {"\x07", "\x1b", "\u202e", "\ud800"} & set(evil)
    assert len(evil) < 500_000


def test_the_plans_words_do_not_shape_the_page(outcome: Outcome, hostile: Outcome) -> None:
    assert outcome.plan is not None
    assert hostile.plan is not None
    evil = hostile.plan
    meek = replace(
        evil,
        interventions=tuple(
            replace(
                each, heading=replace(each.heading, title=f"Insats {number}"), parts=outcome.plan.interventions[0].parts
            )
            for number, each in enumerate(evil.interventions)
        ),
        focus_areas=(
            replace(
                evil.focus_areas[0],
                goals=tuple(
                    replace(each, text=replace(each.text, text="Ett mål")) for each in evil.focus_areas[0].goals
                ),
            ),
        ),
    )
    assert skeleton(read(render_coverage_html(hostile, "sv"))) == skeleton(
        read(render_coverage_html(replace(hostile, plan=meek), "sv"))
    )


def test_the_same_plan_gives_the_same_page(outcome: Outcome) -> None:
    assert render_coverage_html(outcome, "sv") == render_coverage_html(outcome, "sv")


def test_a_plan_without_interventions_still_lists_its_goals(outcome: Outcome) -> None:
    assert outcome.plan is not None
    empty = read(render_coverage_html(replace(outcome, plan=replace(outcome.plan, interventions=())), "sv"))
    assert [cells(row)[1:] for row in find(table(empty, "goals"), "./tbody/tr")] == [["0 ingen insats"]] * 3
    assert "Planen har inga insatser som kunde läsas." in said(empty)
    assert find(empty, "//main//svg") == []


def test_a_document_that_is_no_plan_says_what_could_not_be_read(outcome: Outcome) -> None:
    assert outcome.plan is not None
    plan = replace(outcome.plan, interventions=(), focus_areas=(), principles=())
    empty = read(render_coverage_html(replace(outcome, plan=plan, principles=None), "sv"))
    assert [said(each) for each in find(empty, "//main//section/p")] == [
        "Planen har inga effektmål som kunde läsas.", "Ramverket har inga principer.",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="björkbygden"):
        render_coverage_html(replace(outcome, plan=None), "sv")
