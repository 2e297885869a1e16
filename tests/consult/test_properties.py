"""What must hold for any two versions."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.consult import compare
from planlint.model.comparison import Change, Comparison
from planlint.model.text import Text
from tests.consult.plans import PLAN, Plan, compared, read, with_action, with_goals

QUIET = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MIRRORED = {"added": "removed", "removed": "added", "lost": "found", "found": "lost"}
Place = tuple[str, int, int]


def place(text: Text | None) -> Place | None:
    return (text.part, text.paragraph, text.start) if text else None


def seen(change: Change, *, turned: bool) -> object:
    """All that a change says, as seen from the old version or (turned) from the new."""
    ends = (change.old, change.new)
    kinds = sorted(MIRRORED.get(kind, kind) if turned else kind for kind in change.kinds)
    parts = sorted(
        (
            part.key,
            tuple(map(place, part.removed if turned else part.added)),
            tuple(map(place, part.added if turned else part.removed)),
            tuple(sorted(turn(place(each.old), place(each.new), turned=turned) for each in part.reworded)),
            tuple(sorted(turn(tuple(map(place, each.old)), tuple(map(place, each.new)), turned=turned)
                         for each in part.regrouped)),
            tuple(sorted(turn(place(old), place(new), turned=turned) for old, new in part.reordered)),
        )
        for part in change.parts
    )  # fmt: skip
    links = sorted(
        (
            MIRRORED.get(link.kind, link.kind) if turned else link.kind,
            *turn(
                place(link.old.place if link.old else None), place(link.new.place if link.new else None), turned=turned
            ),
        )
        for link in change.links
    )
    shifts = sorted(turn(place(each.words.old), place(each.words.new), turned=turned) for each in change.shifts)
    homes = turn(*change.homes, turned=turned) if change.homes else None
    principles = turn(
        tuple(number for number, _ in change.principles.added),
        tuple(number for number, _ in change.principles.removed),
        turned=turned,
    )
    return (
        turn(*(place(end.title if end else None) for end in ends), turned=turned),
        kinds,
        parts,
        links,
        shifts,
        homes,
        principles,
    )


def turn(old: object, new: object, *, turned: bool) -> tuple[object, object]:
    return (new, old) if turned else (old, new)


def all_of(comparison: Comparison, *, turned: bool) -> object:
    suspects = sorted(
        str(turn(place(each.old_link.place), place(each.new_link.place), turned=turned)) for each in comparison.suspects
    )
    return sorted(str(seen(change, turned=turned)) for change in comparison.changes), suspects


def drop_goal(plan: Plan, number: int) -> Plan:
    area = plan.areas[number % len(plan.areas)]
    gone = area.goals[number % len(area.goals)][0]
    kept = tuple(goal for goal in area.goals if goal[0] != gone)
    actions = tuple(replace(each, goals=tuple(g for g in each.goals if g != gone)) for each in plan.actions)
    return replace(with_goals(plan, number % len(plan.areas), *kept), actions=actions) if len(area.goals) > 1 else plan


def reword_goal(plan: Plan, number: int) -> Plan:
    index = number % len(plan.areas)
    first, *rest = plan.areas[index].goals
    return with_goals(plan, index, (first[0], f"{first[1]} och i kommunala bolag"), *rest)


def shuffle(plan: Plan, number: int) -> Plan:
    at = number % len(plan.actions)
    return replace(plan, actions=(*plan.actions[at:], *plan.actions[:at]))


def rename(plan: Plan, number: int) -> Plan:
    return with_action(plan, number % len(plan.actions), title=f"Samverkan om del {number}")


def cut(plan: Plan, number: int) -> Plan:
    at = number % len(plan.actions)
    return replace(plan, actions=(*plan.actions[:at], *plan.actions[at + 1 :])) if len(plan.actions) > 1 else plan


def edit_list(plan: Plan, number: int) -> Plan:
    action = plan.actions[number % len(plan.actions)]
    items = [*reversed(action.activities), f"Skriva rapport {number}"][: number % 4]
    return with_action(plan, number % len(plan.actions), activities=tuple(items))


def shift(plan: Plan, number: int) -> Plan:
    action = plan.actions[number % len(plan.actions)]
    return with_action(
        plan,
        number % len(plan.actions),
        activities=action.activities[1:],
        duties=(*action.duties, *action.activities[:1]),
    )


EDITS: list[Callable[[Plan, int], Plan]] = [drop_goal, reword_goal, shuffle, rename, cut, edit_list, shift]
edits = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 11)), max_size=5)


def edited(steps: list[tuple[Callable[[Plan, int], Plan], int]]) -> Plan:
    plan = PLAN
    for edit, number in steps:
        plan = edit(plan, number)
    return plan


@QUIET
@given(edits)
def test_a_plan_is_like_itself(steps: list[tuple[Callable[[Plan, int], Plan], int]]) -> None:
    plan = edited(steps)
    comparison = compared(plan, plan)
    assert comparison.changes == ()
    assert comparison.suspects == ()


@QUIET
@given(edits)
def test_seen_from_the_other_version_it_is_the_same(steps: list[tuple[Callable[[Plan, int], Plan], int]]) -> None:
    plan = edited(steps)
    there, back = compared(PLAN, plan), compared(plan, PLAN)
    assert all_of(there, turned=False) == all_of(back, turned=True)


@QUIET
@given(edits)
def test_counts_agree_with_what_is_told(steps: list[tuple[Callable[[Plan, int], Plan], int]]) -> None:
    comparison = compared(PLAN, edited(steps))
    for tally in comparison.tallies:
        changes = [change for change in comparison.changes if change.sort == tally.sort]
        both = [change for change in changes if change.old and change.new]
        added, removed = tally.kinds.get("added", 0), tally.kinds.get("removed", 0)
        assert tally.old == tally.same + len(both) + removed
        assert tally.new == tally.same + len(both) + added
        for kind, number in tally.kinds.items():
            assert number == sum(kind in change.kinds for change in changes)


@QUIET
@given(st.permutations(range(len(PLAN.actions))))
def test_another_order_is_only_another_order(order: list[int]) -> None:
    comparison = compared(PLAN, replace(PLAN, actions=tuple(PLAN.actions[index] for index in order)))
    assert {kind for change in comparison.changes for kind in change.kinds} <= {"renumbered", "reordered"}
    longest = max(
        sum(1 for index in range(len(order)) if chosen >> index & 1)
        for chosen in range(1 << len(order))
        if (kept := [order[index] for index in range(len(order)) if chosen >> index & 1]) == sorted(kept)
    )
    moved = [change for change in comparison.changes if "reordered" in change.kinds]
    assert len(moved) == len(order) - longest


@pytest.mark.parametrize("kind", ["new", "gone"])
def test_findings_come_and_go_the_other_way_round(kind: str) -> None:
    worse = with_action(PLAN, 0, duties=(), goals=())
    old, new = read(PLAN), read(worse)
    there, back = compare(old, new).findings, compare(new, old).findings
    came = there.new if kind == "new" else back.new
    went = back.gone if kind == "new" else there.gone
    assert [each.finding.fingerprint for each in came] == [each.fingerprint for each in went]
    assert {each.rule for each in there.left} == {each.rule for each in back.left}
