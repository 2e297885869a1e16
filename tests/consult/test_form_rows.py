"""What the answer form says of a plan, and which rows it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planlint.consult.form import (
    FormChapter,
    FormRow,
    list_chapters,
    name_plan,
    plan_digest,
    tell_kinds,
    tell_other_ways,
    tell_plan,
)
from planlint.model.consultation import Calendar
from tests.consult.returned import sent

KEYS = {(spot.sort, spot.number, spot.title, spot.part): spot.key for spot in sent().spots}


def key(title: str, part: str = "") -> str:
    (found,) = (value for (_, _, said, label), value in KEYS.items() if (said, label) == (title, part))
    return found


def test_chapters_are_set_apart_after_the_plan_as_a_whole() -> None:
    chapters = list_chapters(sent(), "sv")
    assert [chapter.title for chapter in chapters] == [
        "Planen som helhet",
        "Dokumentstyrning",
        "1 Sammanfattning",
        "2 Nuläge",
        "3 Fokusområden",
        "4 Insatser",
        "5 Bilagor",
    ]
    assert chapters[0] == FormChapter(
        "Planen som helhet", (FormRow(sent().spots[0].key, "Planen som helhet"),), plans=False
    )
    assert chapters[2] == FormChapter(
        "1 Sammanfattning",
        (
            FormRow(key("Sammanfattning"), "1 Sammanfattning"),
            FormRow(key("Bakgrund"), "1.1 Bakgrund"),
            FormRow(key("Syfte"), "1.2 Syfte"),
            FormRow(key("Genomförande"), "1.3 Genomförande"),
            FormRow(key("Uppföljning"), "1.4 Uppföljning"),
        ),
    )


def test_every_spot_that_is_asked_for_has_a_row_but_labels_over_labels() -> None:
    rows = [row for chapter in list_chapters(sent(), "sv") for row in chapter.rows]
    asked = [spot for spot in sent().spots if spot.asked and spot.part != "Förväntad nytta"]
    assert [row.key for row in rows] == [spot.key for spot in asked]
    assert len({row.key for row in rows}) == len(rows)
    assert sum(spot.part == "Förväntad nytta" for spot in sent().spots) == 5
    assert {row.whole for row in rows if " – " in row.name} == {False}


def test_a_label_with_words_of_its_own_has_a_row() -> None:
    plan = sent().plan
    first, *others = plan.interventions
    item = first.parts[2].items[0]
    parts = tuple(replace(part, items=(item,)) if part.key == "benefits" else part for part in first.parts)
    changed = replace(sent(), plan=replace(plan, interventions=(replace(first, parts=parts), *others)))
    names = [row.name for chapter in list_chapters(changed, "sv") for row in chapter.rows]
    assert [name for name in names if name.endswith("Förväntad nytta")] == [
        "4.1 En ingång till skolans läromedel – Förväntad nytta"
    ]


def test_a_goal_shows_its_words_and_a_long_one_the_first_of_them() -> None:
    rows = {row.name: row for chapter in list_chapters(sent(), "sv") for row in chapter.rows}
    assert rows["Effektmål 2A"].words == (
        "Minst 90 procent av dem som ansöker om digital tillsyn om natten har den på plats inom 14 dagar senast i "
        "december 2028"
    )
    spots = tuple(replace(spot, title="Alla kommuner " * 40) if spot.number == "2A" else spot for spot in sent().spots)
    rows = {row.name: row for chapter in list_chapters(replace(sent(), spots=spots), "sv") for row in chapter.rows}
    assert rows["Effektmål 2A"].words == "Alla kommuner " * 11 + "Alla …"


def test_what_stands_before_every_chapter_comes_with_the_plan_as_a_whole() -> None:
    spots = tuple(replace(spot, chapter=0) if spot.index == 1 else spot for spot in sent().spots)
    first = list_chapters(replace(sent(), spots=spots), "sv")[0]
    assert [row.name for row in first.rows] == ["Planen som helhet", "Dokumentstyrning"]


def test_what_the_form_says_of_the_plan() -> None:
    calendar = Calendar(date(2026, 11, 27), (), ("E-rådet", "Digitaliseringschefen"))
    title = "Handlingsplan för digitalisering i Norrådalen 2027–2029"
    assert list(tell_plan(sent(), calendar, "sv")) == [
        f"Blanketten gäller {title}, version 0.4, 2026-09-15.",
        "Svara senast den 27 november 2026.",
        "Ansvarig för remissen: E-rådet, Digitaliseringschefen.",
    ]
    assert list(tell_plan(sent(), calendar, "en"))[1:] == [
        "Answer by 27 November 2026 at the latest.",
        "Responsible for the consultation: E-rådet, Digitaliseringschefen.",
    ]
    bare = replace(sent().plan, control=replace(sent().plan.control, title=None, version=None, date=None))
    assert list(tell_plan(replace(sent(), plan=bare), Calendar(), "sv")) == ["Blanketten gäller plan.docx."]
    assert name_plan(sent()) == title
    assert sent().run.outcomes[0].sha256.startswith(plan_digest(sent()))
    assert len(plan_digest(sent())) == 16


def test_examples_are_the_plans_own() -> None:
    assert "till exempel ”avsnitt 4.1” eller ”effektmål 1A”." in tell_other_ways(sent(), "sv")
    assert "for example “section 4.1” or “effect goal 1A”." in tell_other_ways(sent(), "en")
    few = replace(sent(), spots=tuple(spot for spot in sent().spots if spot.sort == "control"))
    assert tell_other_ways(few, "sv").endswith("till exempel ”avsnitt 2”.")


def test_the_kinds_to_choose_from() -> None:
    assert [kind for kind, _ in tell_kinds("sv")] == ["Sakfråga", "Fråga", "Redaktionellt", "Stöd"]
