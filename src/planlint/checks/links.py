"""References from interventions to goals, and those that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.outline import spot_of
from planlint.checks.presence import ABSENT, absent
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.folding import fold
from planlint.language.goal_codes import cited_codes, has_cue
from planlint.language.normalise import normalise
from planlint.language.own_document import names_another_plan
from planlint.language.sentences import sentences
from planlint.model.finding import Hit
from planlint.model.plan import Goal, GoalLink, Intervention, LinkStatus
from planlint.model.rule import Strict
from planlint.model.text import Text

PART = "goal_links"

LONGEST_COMPARED = 2_000
"""Characters of either text that are held against each other: the time grows with the product of both."""


class LikenessOptions(Strict):
    """`likeness`: from what share of equal characters, 0–100, a text is taken for a goal's."""

    likeness: int = 80


def likeness(one: str, other: str) -> float:
    """How alike two texts are but for case and white space, 0–100 (rapidfuzz's normalised Indel similarity)."""
    from rapidfuzz import fuzz

    return fuzz.ratio(normalise(one[:LONGEST_COMPARED]), normalise(other[:LONGEST_COMPARED]))


def goals_by_text(scope: Scope) -> dict[str, Goal]:
    """The plan's goals by their normalised texts."""
    return {normalise(goal.text.text[:LONGEST_COMPARED]): goal for goal in reversed(scope.plan.goals)}


def likest_goal(text: str, scope: Scope, least: float) -> Goal | None:
    """The plan's goal whose text is most like this one, if any is at least that like."""
    from rapidfuzz import fuzz, process

    goals = scope.table(goals_by_text)
    wanted = normalise(text[:LONGEST_COMPARED])
    best = process.extractOne(wanted, goals.keys(), scorer=fuzz.ratio, score_cutoff=min(least, 100))
    return goals[best[0]] if best else None


def by_code(scope: Scope) -> bool:
    """Whether the framework asks interventions to name their goals."""
    return scope.framework.link == "code" and scope.requires(PART)


def missing_goal_link(node: Intervention, scope: Scope, options: LikenessOptions) -> Iterator[Hit]:
    """An intervention that names no goal: no goal part, nothing in it, or neither a code nor a goal's text."""
    if not by_code(scope) or node.links:
        return
    part, items = node.part(PART), node.items(PART)
    if part is None or not items:
        yield absent(node, scope, (PART,))
        return
    words = {"title": node.heading.title, "label": part.label.text, "quote": excerpt(items[0].text)}
    goal = likest_goal(items[0].text, scope, options.likeness)
    if goal is None:
        yield Hit(items[0], "no-code", words)
    else:
        yield Hit(items[0], "near", {**words, "code": goal.code}, related=(goal.text,), suggestion=goal.code)


def unknown_goal(node: Intervention, scope: Scope, options: LikenessOptions) -> Iterator[Hit]:
    """A goal's code that the plan does not define; the text beside it, or else the code, tells what was meant."""
    for link in node.links:
        if link.status is LinkStatus.UNKNOWN:
            yield _unknown(node, link, scope, options)
    yield from _unknown_in_prose(node, scope)


def _unknown_in_prose(node: Intervention, scope: Scope) -> Iterator[Hit]:
    """Codes after a cue ("effektmål 6B") in the intervention's other words that the plan does not define, each once.

    Not a code of another plan's ("den förra planens effektmål 6B").
    """
    forms, defined = scope.framework.goals, [goal.code for goal in scope.plan.goals]
    told = {*defined, *(link.code for link in node.links)}
    goal_part = {spot_of(item) for item in (*node.items(PART), *(link.place for link in node.links))}
    for text in node.texts if defined else ():
        if spot_of(text) in goal_part or not has_cue(fold(text.text).text, forms.cues):
            continue
        for sentence in sentences(text):
            folded = fold(sentence.text)
            for one in cited_codes(folded.text, forms.code, forms.cues):
                if told.issuperset(one.codes) or names_another_plan(folded.text, one.start, one.end):
                    continue
                place = sentence.cut(*folded.stretch(one.start, one.end))
                unknown = [code for code in one.codes if code not in told]
                told.update(unknown)
                yield from (_lost(node, code, place, defined) for code in unknown)


def _unknown(node: Intervention, link: GoalLink, scope: Scope, options: LikenessOptions) -> Hit:
    words = {"title": node.heading.title, "code": link.code}
    goal = likest_goal(link.text.text, scope, options.likeness) if link.text else None
    if goal:
        words["nearest"] = goal.code
        return Hit(link.place, "by-text", words, related=(goal.text,), suggestion=goal.code)
    return _lost(node, link.code, link.place, [goal.code for goal in scope.plan.goals])


def _lost(node: Intervention, code: str, place: Text, defined: list[str]) -> Hit:
    """A code that only the nearest codes can tell the meaning of."""
    words = {"title": node.heading.title, "code": code}
    nearest = nearest_codes(code, defined)
    if not nearest:
        return Hit(place, "none", words)
    return Hit(place, words={**words, "nearest": ", ".join(nearest)}, suggestion=nearest[0])


def nearest_codes(code: str, defined: list[str], most: int = 3) -> list[str]:
    """The defined codes that take the fewest changed characters, nearest in the alphabet first."""
    from rapidfuzz.distance import Levenshtein

    def distance(other: str) -> tuple[int, int]:
        steps = sum(abs(ord(a) - ord(b)) for a, b in zip(code, other, strict=False))
        return Levenshtein.distance(code, other), steps

    codes = sorted(dict.fromkeys(defined), key=distance)
    return [other for other in codes if distance(other)[0] == distance(codes[0])[0]][:most]


def served_codes(scope: Scope) -> frozenset[str]:
    """The codes of all goals that some intervention refers to or stands under."""
    links = (link for node in scope.plan.interventions for link in node.links)
    linked = {link.goal.code if link.goal else link.code for link in links if link.status is not LinkStatus.UNKNOWN}
    return frozenset(linked.union(*(node.under for node in scope.plan.interventions)))


def unserved_goal(node: Goal, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A goal that no intervention refers to. Silent where the plan has no interventions: that is another fault."""
    contained = scope.framework.link == "containment"
    applies = bool(scope.plan.interventions) and (contained or by_code(scope))
    if applies and node.code not in scope.table(served_codes):
        words = {"code": node.code, "text": excerpt(node.text.text)}
        yield Hit(node.text, "contained" if contained else "default", words)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "missing_goal_link": CheckSpec(
            missing_goal_link,
            Intervention,
            {
                **ABSENT,
                "no-code": holes("title", "label", "quote"),
                "near": holes("title", "label", "quote", "code"),
            },
            LikenessOptions,
        ),
        "unknown_goal": CheckSpec(
            unknown_goal,
            Intervention,
            {
                "default": holes("title", "code", "nearest"),
                "by-text": holes("title", "code", "nearest"),
                "none": holes("title", "code"),
            },
            LikenessOptions,
        ),
        "unserved_goal": CheckSpec(unserved_goal, Goal, dict.fromkeys(("default", "contained"), holes("code", "text"))),
    }
)
"""By the names that rule files use."""
