"""Which view a change is said to have come from: nothing is that cannot be seen to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planlint.consult.account import give_account, kind_of
from planlint.consult.strands import hold_only, take_apart
from planlint.model.filled import FilledRow, FilledTable, Standpoint
from planlint.model.treatment import Treatment
from tests.consult.plans import PLAN, Action, Plan, compared, with_action, with_goals
from tests.report.comparison.versions import edited

ACTIVITIES = "4.1 Gemensam inloggning – Aktiviteter"
PORTAL, TRIAL = PLAN.actions[0].activities
WATCH, TIME = PLAN.areas[1].goals
SOONER = WATCH[1].replace("14", "10")
LIBRARY = Action(
    "Hjälp på biblioteken",
    "Många vågar inte använda tjänsterna på egen hand.",
    ("tid",),
    ("Fler klarar sig själva",),
    ("Anställa en handledare", "Köpa surfplattor"),
    ("Agera styrgrupp för hjälpen",),
)


def view(
    element: str,
    kind: str = "Kommentar",
    *,
    quote: str = "",
    proposal: str = "",
    standpoint: Standpoint | None = "met",
) -> FilledRow:
    told = ("Tallvik", element, kind, quote, "Vi tycker så.", proposal)
    return FilledRow("1", "abcdefgh", told, standpoint, standpoint or "", "", "", "", "rad 1")


def treated(new: Plan, *rows: FilledRow, old: Plan = PLAN) -> Treatment:
    return give_account(FilledTable("t.docx", "sv", rows, None, (), len(rows), ""), compared(old, new))


def ties(treatment: Treatment) -> list[list[tuple[str, str]]]:
    """By view, the words that came (or went) in what it is tied to, and what ties them."""
    found: list[list[tuple[str, str]]] = [[] for _ in treatment.views]
    for made in treatment.changes:
        came = [
            text.text for part in made.change.parts for text in (*part.added, *(each.new for each in part.reworded))
        ]
        came += [text.text for part in made.change.parts for text in part.removed]
        came += [made.change.title.new.text] if made.change.title else []
        for cause in made.causes:
            found[cause.view] += [(words, cause.bond) for words in came or [made.change.element.title.text]]
    return found


def doubts(treatment: Treatment) -> list[str | None]:
    return [each.doubt for each in treatment.views]


def test_a_change_is_divided_by_what_its_parts_came_from() -> None:
    new = with_action(PLAN, 0, activities=(PORTAL, TRIAL, "Utbilda all personal", "Mäta hur det går"))
    treatment = treated(new, view(ACTIVITIES, "Tillägg", proposal="Utbilda all personal"))
    assert ties(treatment) == [[("Utbilda all personal", "words")]]
    added = [[text.text for part in made.change.parts for text in part.added] for made in treatment.changes]
    assert added == [["Utbilda all personal"], ["Mäta hur det går"]]
    assert [made.change.kinds for made in treatment.changes] == [("changed",), ("changed",)]
    assert treatment.views[0].changes == (0,)


def test_a_number_that_follows_from_something_else_is_apart() -> None:
    actions = (*PLAN.actions[:3], LIBRARY, replace(PLAN.actions[3], title="Journal i bilen"))
    wanted = view("4.4 Mobil journal", "Ändrad lydelse", quote="Mobil journal", proposal="Journal i bilen")
    treatment = treated(replace(PLAN, actions=actions), wanted)
    kinds = [(made.change.kinds, len(made.causes)) for made in treatment.changes if made.change.element.id == "4.5"]
    assert sorted(kinds) == [(("renamed",), 1), (("renumbered",), 0)]


@pytest.mark.parametrize("standpoint", ["met", "noted", None])
def test_who_quotes_what_others_had_changed_did_not_ask_for_it(standpoint: Standpoint | None) -> None:
    new = with_action(PLAN, 0, activities=(PORTAL, "Prova portalen i fyra skolor"))
    quoting = view(ACTIVITIES, quote=TRIAL, standpoint=standpoint)
    assert ties(treated(new, quoting)) == [[("Prova portalen i fyra skolor", "place")] if standpoint == "met" else []]


def test_what_is_put_in_other_words_is_not_struck() -> None:
    new = with_action(PLAN, 0, activities=(PORTAL, "Prova portalen i fyra skolor"))
    striking = view(ACTIVITIES, "Strykning", quote=TRIAL, standpoint="not-met")
    assert (ties(treated(new, striking)), doubts(treated(new, striking))) == ([[]], [None])
    gone = with_action(PLAN, 0, activities=(PORTAL,))
    assert (ties(treated(gone, striking)), doubts(treated(gone, striking))) == ([[(TRIAL, "words")]], ["despite"])


def test_an_intervention_goes_for_the_one_who_wants_all_of_it_gone() -> None:
    without = replace(PLAN, actions=PLAN.actions[:3])
    name, text = PLAN.actions[3].title, PLAN.actions[3].background
    whole = view("4.4 Mobil journal", "Strykning", quote=f"{name}\n{text}")
    part = view("4.4 Mobil journal", "Strykning", quote=text, standpoint="not-met")
    assert ties(treated(without, whole, part)) == [[(name, "words")], []]


def test_an_intervention_comes_from_the_one_who_proposed_it_not_from_who_shares_a_sentence() -> None:
    new = replace(PLAN, actions=(*PLAN.actions, LIBRARY))
    said = [LIBRARY.title, LIBRARY.background, *LIBRARY.activities]
    other = ["Biblioteksbussen", "Bussen kör en gång i veckan.", "Köpa surfplattor", "Köpa en buss till", "Måla bussen"]
    rows = [view("4 Insatser", "Tillägg", proposal="\n".join(each)) for each in (said, other)]
    assert ties(treated(new, *rows)) == [[(LIBRARY.title, "words")], []]


def test_an_intervention_that_nobody_put_into_words_may_be_what_the_chapter_was_said_to_lack() -> None:
    new = replace(PLAN, actions=(*PLAN.actions, LIBRARY))
    lacking = view("4 Insatser", "Synpunkt i svar")
    assert ties(treated(new, lacking)) == [[(LIBRARY.title, "place")]]
    worded = view("4 Insatser", "Tillägg", proposal=f"{LIBRARY.title}\n{LIBRARY.background}")
    assert ties(treated(new, lacking, worded)) == [[], [(LIBRARY.title, "words")]]


def test_what_stands_as_it_stood_was_not_met_whatever_else_changed_there() -> None:
    new = with_action(PLAN, 0, activities=(PORTAL, TRIAL, "Mäta hur det går"))
    rewording = view(ACTIVITIES, "Ändrad lydelse", quote=TRIAL, proposal="Prova portalen i nio skolor")
    striking = view(ACTIVITIES, "Strykning", quote=TRIAL)
    adding = view(ACTIVITIES, "Tillägg", quote=TRIAL, proposal=f"{TRIAL}. Följ upp.")
    treatment = treated(new, rewording, striking, adding)
    assert ties(treatment) == [[], [], [("Mäta hur det går", "place")]]
    assert doubts(treatment) == ["unseen", "unseen", None]


def test_a_quoted_sentence_that_changed_is_what_the_view_was_about() -> None:
    new = with_goals(PLAN, 1, (WATCH[0], SOONER), TIME)
    worded = view("Effektmål 2A", "Ändrad lydelse", quote=f"2A: {WATCH[1]}", proposal=f"2A: {SOONER}")
    rows = (worded, view("Effektmål 2A", quote="inom 14 dagar"), view("Effektmål 2A", quote="inom 14 år"))
    assert ties(treated(new, *rows))[:2] == [[(SOONER, "words")], [(SOONER, "place")]]
    assert ties(treated(new, *rows))[2] == []
    standing = view("Effektmål 2A", quote="finns på plats")
    assert ties(treated(new, standing)) == [[(SOONER, "place")]]
    assert ties(treated(new, worded, standing))[1] == []
    assert ties(treated(new, view("Effektmål 2A"))) == [[(SOONER, "place")]]
    assert ties(treated(new, worded, view("Effektmål 2A")))[1] == []  # what changed is what another asked for


def test_a_few_words_put_right_are_the_words_asked_for() -> None:
    new = with_goals(PLAN, 1, (WATCH[0], SOONER), TIME)
    asked = view("Effektmål 2A", "Sakfråga", quote="14 dagar", proposal="10 dagar", standpoint="noted")
    assert ties(treated(new, asked)) == [[(SOONER, "words")]]
    elsewhere = view("Effektmål 2B", "Sakfråga", quote="14 dagar", proposal="10 dagar", standpoint="noted")
    assert ties(treated(new, elsewhere)) == [[]]


def test_a_paragraph_can_hold_what_one_asked_for_and_what_another_did() -> None:
    old = replace(PLAN, summary="Planen samlar allt. Målen mäts i oktober.")
    new = replace(PLAN, summary="Planen samlar allt. Målen mäts i maj. Svaren publiceras på webben.")
    at = "1 Sammanfattning"
    adding = view(at, "Tillägg", proposal="Svaren publiceras på webben.")
    asking, quoting, unchanged = view(at), view(at, quote="i oktober"), view(at, quote="samlar allt")
    treatment = treated(new, adding, asking, quoting, unchanged, old=old)
    assert [[bond for _, bond in each] for each in ties(treatment)] == [["words"], ["place"], ["place"], []]
    treatment = treated(new, asking, quoting, unchanged, old=old)
    assert [[bond for _, bond in each] for each in ties(treatment)] == [["place"], ["place"], ["place"]]
    met = replace(PLAN, summary="Planen samlar allt. Målen mäts i oktober. Svaren publiceras på webben.")
    treatment = treated(met, adding, asking, quoting, unchanged, old=old)
    assert [[bond for _, bond in each] for each in ties(treatment)] == [["words"], [], [], []]


def test_a_name_that_several_have_says_no_place() -> None:
    new = with_action(PLAN, 0, title="Lärarlyftet", activities=(PORTAL,))
    twice = with_action(PLAN, 0, title="Lärarlyftet")
    assert ties(treated(with_action(twice, 0, activities=(PORTAL,)), view("Lärarlyftet"), old=twice)) == [[]]
    assert doubts(treated(new, view("Lärarlyftet"))) == [None]


def test_the_plan_as_a_whole_is_no_place() -> None:
    new = with_action(PLAN, 0, activities=(PORTAL,))
    treatment = treated(new, view("Planen som helhet"), view("Inte placerad"))
    assert (ties(treatment), doubts(treatment)) == ([[], []], [None, None])


def test_nothing_of_a_change_is_lost_when_it_is_divided() -> None:
    for change in compared(PLAN, edited()).changes:
        slots = [strand.slot for strand in take_apart(change)]
        assert len(set(slots)) == len(slots) > 0
        assert hold_only(change, slots) == change


def test_a_kind_is_known_in_both_languages() -> None:
    kinds = [kind_of(view("1", kind)) for kind in ("Strykning (ändrat utan spårning)", "Deletion", "Stöd", "Ris")]
    assert kinds == ["deletion", "deletion", "support", None]
