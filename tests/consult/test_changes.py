"""What changed in a plan is told as what a person did to it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from planlint import markdown
from planlint.consult import compare
from planlint.model.comparison import Piece
from tests.consult.plans import PLAN, Plan, compared, only, run_of, told, with_action, with_goals

LOGIN, TEACHERS = PLAN.areas[0].goals
WATCH, TIME = PLAN.areas[1].goals
NEW_GOAL = ("föräldrar", "Alla vårdnadshavare ser frånvaro och schema på ett ställe år 2029")


def words(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    return [(piece.kind, piece.words) for piece in pieces]


def test_a_plan_is_as_it_was() -> None:
    comparison = compared(PLAN, PLAN)
    assert comparison.changes == ()
    assert comparison.suspects == ()
    assert all(tally.old == tally.new == tally.same and not tally.kinds for tally in comparison.tallies)


def test_a_new_intervention_moves_numbers_and_nothing_else() -> None:
    added = replace(
        PLAN.actions[0], title="Språkstöd på nätet", background="Biblioteken får många frågor.", goals=("lärare",),
        short=("Fler läser själva",), activities=("Spela in lektioner",), duties=("Sprida lektionerna",),
    )  # fmt: skip
    new = replace(PLAN, actions=(PLAN.actions[0], added, *PLAN.actions[1:]))
    comparison = compared(PLAN, new)
    assert told(comparison) == [
        ("intervention", ("added",), None, "4.2"),
        ("intervention", ("renumbered",), "4.2", "4.3"),
        ("intervention", ("renumbered",), "4.3", "4.4"),
        ("intervention", ("renumbered",), "4.4", "4.5"),
    ]
    tally = next(tally for tally in comparison.tallies if tally.sort == "intervention")
    assert (tally.old, tally.new, tally.same, tally.kinds) == (4, 5, 1, {"added": 1, "renumbered": 3})
    assert told(compared(new, PLAN))[0] == ("intervention", ("removed",), "4.2", None)


def test_an_intervention_with_a_new_name_and_number_is_still_the_same() -> None:
    renamed = with_action(PLAN, 3, title="Journalen i fickan")
    new = replace(renamed, actions=(renamed.actions[3], *renamed.actions[:3]))
    kinds = {each[2]: (each[1], each[3]) for each in told(compared(PLAN, new))}
    assert kinds["4.4"] == (("renamed", "renumbered", "reordered"), "4.1")
    assert kinds["4.1"] == (("renumbered",), "4.2")


def test_two_interventions_that_are_alike_are_not_mixed_up() -> None:
    twin = replace(PLAN.actions[2], title="Kamera om dagen", duties=("Förhandla ramavtal om dagtid",))
    old = replace(PLAN, actions=(*PLAN.actions, twin))
    # Both get a name that is nearer the other's old one; what they hold tells them apart.
    new = with_action(with_action(old, 2, title="Kamera dygnet om, natt"), 4, title="Kamera dygnet om, dag")
    assert [(each[0], each[1], each[2], each[3]) for each in told(compared(old, new))] == [
        ("intervention", ("renamed",), "4.3", "4.3"),
        ("intervention", ("renamed",), "4.5", "4.5"),
    ]


def test_swapped_names_are_new_names_not_swapped_contents() -> None:
    one, other = PLAN.actions[0].title, PLAN.actions[1].title
    new = with_action(with_action(PLAN, 0, title=other), 1, title=one)
    assert [each[1:] for each in told(compared(PLAN, new))] == [
        (("renamed",), "4.1", "4.1"),
        (("renamed",), "4.2", "4.2"),
    ]


def test_a_goal_put_in_front_renumbers_and_the_links_follow() -> None:
    new = with_goals(PLAN, 0, LOGIN, NEW_GOAL, TEACHERS)
    comparison = compared(PLAN, new)
    assert told(comparison) == [
        ("goal", ("added",), None, "1B"),
        ("goal", ("renumbered",), "1B", "1C"),
    ]
    assert comparison.suspects == ()


def test_a_link_that_kept_its_code_means_another_goal() -> None:
    new = with_action(with_goals(PLAN, 0, LOGIN, NEW_GOAL, TEACHERS), 1, goals=("=1B",))
    change = compared(PLAN, new).changes[-1]
    assert change.kinds == ("changed",)
    (link,) = change.links
    assert link.kind == "retargeted"
    assert link.old is not None
    assert link.new is not None
    assert (link.old.code, link.new.code) == ("1B", "1B")
    assert link.old.goal is not None
    assert link.new.goal is not None
    assert (link.old.goal.text.text, link.new.goal.text.text) == (TEACHERS[1], NEW_GOAL[1])


def test_goals_that_swap_codes_are_renumbered() -> None:
    comparison = compared(PLAN, with_goals(PLAN, 0, TEACHERS, LOGIN))
    assert [each[1:] for each in told(comparison) if each[0] == "goal"] in (
        [(("renumbered", "reordered"), "1B", "1A"), (("renumbered",), "1A", "1B")],
        [(("renumbered",), "1B", "1A"), (("renumbered", "reordered"), "1A", "1B")],
    )
    assert {each[0] for each in told(comparison)} == {"goal"}


def test_a_goal_in_other_words_makes_its_links_suspect() -> None:
    text = WATCH[1].replace("14 dagar", "10 dagar")
    comparison = compared(PLAN, with_goals(PLAN, 1, ("tillsyn", text), TIME))
    change = only(comparison)
    assert (change.sort, change.kinds) == ("goal", ("changed",))
    assert change.title is not None
    assert [piece for piece in words(change.title.pieces) if piece[0] != "same"] == [("gone", "14"), ("new", "10")]
    assert [(each.new.id, each.code) for each in comparison.suspects] == [("4.3", "2A"), ("4.4", "2A")]
    assert {(each.goal.old.text, each.goal.new.text) for each in comparison.suspects} == {(WATCH[1], text)}


def test_punctuation_and_capitals_make_no_link_suspect() -> None:
    text = WATCH[1].replace("kamera finns", "Kamera, finns") + "."
    comparison = compared(PLAN, with_goals(PLAN, 1, ("tillsyn", text), TIME))
    assert only(comparison).kinds == ("editorial",)
    assert comparison.suspects == ()


def test_white_space_is_nothing() -> None:
    text = WATCH[1].replace("14 dagar", "14\u00a0dagar").replace("kamera", "ka\u00admera")
    assert compared(PLAN, with_goals(PLAN, 1, ("tillsyn", text), TIME)).changes == ()


def test_an_area_taken_out_takes_its_goals_and_the_links_to_them() -> None:
    new = replace(
        PLAN,
        areas=PLAN.areas[:1],
        actions=(*PLAN.actions[:2], replace(PLAN.actions[2], goals=("=2A",)), replace(PLAN.actions[3], goals=())),
    )
    comparison = compared(PLAN, new)
    assert [each for each in told(comparison) if each[0] != "intervention"] == [
        ("focus_area", ("removed",), "3.2", None),
        ("goal", ("removed",), "2A", None),
        ("goal", ("removed",), "2B", None),
    ]
    links = {
        each.element.id: [(link.kind, link.old.code) for link in each.links if link.old] for each in comparison.changes
    }
    assert links["4.3"] == [("lost", "2A")]
    assert links["4.4"] == [("removed", "2B"), ("removed", "2A")]
    back = {each.element.id: [link.kind for link in each.links] for each in compared(new, PLAN).changes}
    assert (back["4.3"], back["4.4"]) == (["found"], ["added", "added"])


def test_lists_are_compared_as_what_they_say() -> None:
    short = PLAN.actions[2].short
    new = with_action(
        PLAN, 2,
        activities=("Utbilda nattpersonalen", "Välja sensorer och kameror"),
        short=(short[0], "Kortare körsträckor för nattpatrullen", "Lägre kostnad för bränsle"),
    )  # fmt: skip
    benefits, activities = only(compared(PLAN, new)).parts
    assert (benefits.key, [text.text for text in benefits.added]) == ("benefits_short", ["Lägre kostnad för bränsle"])
    assert [words(each.pieces) for each in benefits.reworded] == [
        [("same", "Kortare körsträckor"), ("new", "för nattpatrullen")]
    ]
    assert (benefits.removed, benefits.reordered) == ((), ())
    assert (activities.added, activities.removed, activities.reworded) == ((), (), ())
    assert len(activities.reordered) == 1


def test_a_benefit_split_in_two_and_two_joined() -> None:
    whole = "Ostörd sömn för den enskilde och kortare körsträckor för nattpatrullen"
    old = with_action(PLAN, 2, short=(whole,))
    new = with_action(PLAN, 2, short=("Ostörd sömn för den enskilde", "Kortare körsträckor för nattpatrullen"))
    (part,) = only(compared(old, new)).parts
    (split,) = part.regrouped
    assert ([text.text for text in split.old], len(split.new)) == ([whole], 2)
    assert (part.added, part.removed, part.reworded) == ((), (), ())
    (joined,) = only(compared(new, old)).parts[0].regrouped
    assert (len(joined.old), [text.text for text in joined.new]) == (2, [whole])


def test_what_was_said_in_the_other_item_already_was_not_joined_to_it() -> None:
    old = with_action(PLAN, 3, short=("Säkrare uppgifter i journalen varje natt", "Säkrare uppgifter"))
    new = with_action(PLAN, 3, short=("Säkrare uppgifter i journalen varje dag",))
    (part,) = only(compared(old, new)).parts
    assert part.regrouped == ()
    assert [text.text for text in part.removed] == ["Säkrare uppgifter"]


def test_an_item_that_went_to_another_part() -> None:
    action = PLAN.actions[3]
    item = action.activities[1]
    new = with_action(PLAN, 3, activities=action.activities[:1], duties=(*action.duties, item))
    change = only(compared(PLAN, new))
    assert change.parts == ()
    assert [(each.old_key, each.new_key, each.words.new.text) for each in change.shifts] == [
        ("activities", "council_role", item)
    ]


def test_a_part_taken_out_is_emptied() -> None:
    change = only(compared(PLAN, with_action(PLAN, 0, duties=())))
    assert [(part.key, part.label, part.emptied, len(part.removed)) for part in change.parts] == [
        ("council_role", "E-rådets roll", True, 2)
    ]


def test_principles_are_told_once() -> None:
    change = only(compared(PLAN, with_action(PLAN, 0, principle=9)))
    assert [number for number, _ in change.principles.added] == [9]
    assert [number for number, _ in change.principles.removed] == [7]
    assert change.parts == ()


def test_glossary_and_running_text() -> None:
    new = replace(
        PLAN,
        terms=(("E-tjänst", "En tjänst som invånaren når på webben, dygnet runt."), ("Portal", "En ingång.")),
        summary="Planen samlar allt som kommunerna gör tillsammans.",
    )
    assert told(compared(PLAN, new)) == [
        ("section", ("changed",), "1", "1"),
        ("term", ("removed",), "Nyttokalkyl", None),
        ("term", ("changed",), "E-tjänst", "E-tjänst"),
        ("term", ("added",), None, "Portal"),
    ]


def test_an_action_that_moves_to_another_goal(root: Path) -> None:
    text = (root / "samples" / "skarlanda-plan.md").read_text("utf-8")
    start, end, there = text.index("#### 1.1 "), text.index("#### 1.2 "), text.index("#### 2.1 ")
    moved = text[:start] + text[end:there] + text[start:end] + text[there:]
    old, new = (run_of(markdown.read(each), "numrerade-mal", check=False) for each in (text, moved))
    change = only(compare(old, new))
    assert (change.sort, change.kinds) == ("intervention", ("moved", "changed"))
    assert change.homes == (
        "Mål 1 Den som vill kan bo kvar hemma",
        "Mål 2 Elever lär sig med verktyg som fungerar för alla",
    )
    assert [(link.kind, (link.old or link.new).code) for link in change.links if link.old or link.new] == [  # type: ignore[union-attr]
        ("removed", "1"),
        ("added", "2"),
    ]


def test_a_whole_plan_by_someone_else_is_all_new() -> None:
    other = Plan((), (), (), "En annan text.")
    comparison = compared(PLAN, other)
    assert {(each[0], each[1]) for each in told(comparison) if each[0] in {"intervention", "goal"}} == {
        ("intervention", ("removed",)),
        ("goal", ("removed",)),
    }
