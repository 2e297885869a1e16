"""Numbers that the text gives, held against what can be counted in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import Passage, passages
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.counts import CountClaim, find_counts
from planlint.language.normalise import normalise
from planlint.language.numbers import WORDS
from planlint.model.finding import Hit, HitWords
from planlint.model.framework import Counted
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

SURELY_ALL = 10
"""Principles: who gives a number as large as this, without more ado, speaks of all of them (a judgement)."""

_SPELLED: Final = {number: word for word, number in WORDS.items()}


def wrong_counts(_node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A number of interventions, goals, focus areas or principles that is not how many the plan has."""
    sorts = {normalise(noun): sort for sort, nouns in scope.framework.counted.items() for noun in nouns}
    counts = scope.table(counted)
    for passage in scope.table(passages):
        for claim in find_counts(passage.text.text, frozenset(sorts)) if passage.sort != "heading" else ():
            sort = sorts[normalise(claim.noun)]
            if counts[sort] and claim.number not in counts[sort] and _is_total(claim, sort, passage, scope):
                yield _hit(claim, passage.text, max(counts[sort]))


def counted(scope: Scope) -> dict[Counted, frozenset[int]]:
    """How many of each sort the plan has: every number that may be right, none where it cannot be told.

    A code that is defined twice may count once or twice, and the principles are those of the set or of the plan's list.
    """
    plan = scope.plan
    listed = {len(plan.principles)} if plan.principles else set()
    official = {len(scope.principles.principles)} if scope.principles else set()
    found: dict[Counted, set[int]] = {
        "focus_areas": {len(plan.focus_areas)},
        "goals": {len(plan.goals), len({goal.code for goal in plan.goals})},
        "interventions": {len(plan.interventions)},
        "principles": listed | official,
    }
    return {sort: frozenset(numbers - {0}) for sort, numbers in found.items()}


def _is_total(claim: CountClaim, sort: Counted, passage: Passage, scope: Scope) -> bool:
    """Whether a number is said of the whole plan, not of the area or the intervention in which it stands."""
    if claim.own:
        return True
    places = scope.table(members)
    inside = any(heading.place in places for heading in passage.sections)
    if sort == "principles":
        return claim.number >= SURELY_ALL or ((claim.definite or claim.stated) and not inside)
    return (claim.definite or claim.stated) and not inside


def members(scope: Scope) -> frozenset[Text]:
    """The headings of the focus areas and the interventions. Call it through `scope.table`."""
    plan = scope.plan
    headings = (*(one.heading for one in plan.focus_areas), *(one.heading for one in plan.interventions))
    return frozenset(heading.place for heading in headings)


def _hit(claim: CountClaim, text: Text, count: int) -> Hit:
    place = text.cut(claim.start, claim.end)
    words: dict[str, HitWords] = {"quote": excerpt(place.text), "claimed": claim.number, "count": count}
    return Hit(place, words=words, suggestion=_mended(place.text, claim.number, count))


def _mended(written: str, claimed: int, count: int) -> str:
    """The words with the right number, in figures or letters as the author wrote it."""
    figures = str(claimed) in written
    new = str(count) if figures or count not in _SPELLED else _SPELLED[count]
    old = str(claimed) if figures else _SPELLED[claimed]
    start = normalise(written).find(old)
    return written[:start] + (new.capitalize() if written[start].isupper() else new) + written[start + len(old) :]


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "wrong_counts": CheckSpec(wrong_counts, Plan, {"default": holes("quote", "claimed", "count")}),
    }
)
"""By the names that rule files use."""
