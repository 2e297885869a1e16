"""Order and uniqueness: goals' codes, and interventions' numbers and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key, normalise
from planlint.model.finding import Hit
from planlint.model.plan import Goal, Intervention
from planlint.model.rule import Strict

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_CODE = re.compile(rf"(\d+)([{ALPHABET}])")


def _text_key(goal: Goal) -> str:
    return normalise(goal.text.text).rstrip(" .:;,")


def first_goals(scope: Scope) -> tuple[dict[str, Goal], dict[str, Goal]]:
    """The first definition of every code, and of every goal's text."""
    codes: dict[str, Goal] = {}
    texts: dict[str, Goal] = {}
    for goal in scope.plan.goals:
        codes.setdefault(goal.code, goal)
        texts.setdefault(_text_key(goal), goal)
    return codes, texts


def duplicate_goal(node: Goal, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A second definition of a code, or a second code for a text."""
    codes, texts = scope.table(first_goals)
    by_code, by_text = codes[node.code], texts[_text_key(node)]
    words = {"code": node.code, "text": excerpt(node.text.text)}
    if by_code is not node:
        case = "repeated" if by_code is by_text else "code"
        yield Hit(node.text, case, {**words, "first": excerpt(by_code.text.text)}, related=(by_code.text,))
    elif by_text is not node and node.text:
        yield Hit(node.text, "text", {**words, "first": by_text.code}, related=(by_text.text,))


def goal_sequence(node: Goal, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A goal whose code's number is not its focus area's place, or whose letter follows a gap."""
    found = _CODE.fullmatch(node.code)
    if not found:
        return
    number, letter = found.groups()
    area = scope.plan.focus_areas[node.area]
    words: dict[str, str | int] = {"code": node.code, "area": area.heading.title}
    if scope.framework.goals.code_follows_area and int(number) != area.ordinal:
        yield Hit(node.text, "number", {**words, "number": number, "ordinal": area.ordinal})
        return
    at = ALPHABET.index(letter)
    letters = [goal.code[-1] for goal in area.goals]
    # A code that stands twice has taken a missing letter's place: that is one fault, not two.
    filled = sum(one in ALPHABET[: at + 1] for one in letters)
    if at and ALPHABET[at - 1] not in letters and filled <= at:
        yield Hit(node.text, "gap", {**words, "expected": number + ALPHABET[at - 1]})


def first_interventions(scope: Scope) -> tuple[dict[str, Intervention], dict[str, Intervention]]:
    """The first intervention with every number, and with every title."""
    numbers: dict[str, Intervention] = {}
    titles: dict[str, Intervention] = {}
    for intervention in scope.plan.interventions:
        titles.setdefault(label_key(intervention.heading.title), intervention)
        if intervention.number:
            numbers.setdefault(intervention.number, intervention)
    return numbers, titles


def duplicate_intervention(node: Intervention, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """An intervention with the number or the title of an earlier one."""
    numbers, titles = scope.table(first_interventions)
    place, title = node.heading.place, node.heading.title
    by_title = titles[label_key(title)]
    by_number = numbers[node.number] if node.number else node
    if by_title is not node:
        words = {"title": title, "number": node.id, "first": by_title.id}
        yield Hit(place, "title", words, related=(by_title.heading.place,))
    elif by_number is not node:
        words = {"title": title, "number": node.id, "first": by_number.heading.title}
        yield Hit(place, "number", words, related=(by_number.heading.place,))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "duplicate_goal": CheckSpec(
            duplicate_goal, Goal, dict.fromkeys(("code", "repeated", "text"), holes("code", "text", "first"))
        ),
        "goal_sequence": CheckSpec(
            goal_sequence,
            Goal,
            {"number": holes("code", "area", "number", "ordinal"), "gap": holes("code", "area", "expected")},
        ),
        "duplicate_intervention": CheckSpec(
            duplicate_intervention,
            Intervention,
            dict.fromkeys(("number", "title"), holes("number", "title", "first")),
        ),
    }
)
"""By the names that rule files use."""
