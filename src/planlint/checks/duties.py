"""What is asked of the council and of the municipalities, held against interventions of the same kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import words as split_words
from planlint.language.passives import is_passive
from planlint.language.stems import content_stems, stem, stems
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Intervention, LabelledPart
from planlint.model.rule import Strict
from planlint.model.text import Text

MOST_COMPARED = 500
"""Wordings of duties in one role that are held against each other; beyond them only equal ones count as the same."""

MOST_RELATED = 5
"""Places named beside a finding: enough to see how others put it."""

Holders = dict[Text, Text]
"""The items that say one duty, by the heading of the intervention that each stands in."""

Role = dict[str, Holders]
"""What interventions of one kind ask of one role, by duty: the framework's id, or the stems of the first wording."""


Forms = list[tuple[str, tuple[str, ...]]]
"""The duties that the framework knows: ids, and the stems of a phrase that says each."""


class DutyOptions(Strict):
    """A duty recurs if at least `share` of the siblings, and at least `least` of them, have it in a role of `parts`.

    `likeness`: from what share of equal characters, 0–100, the stems of two wordings are one duty.
    """

    parts: tuple[str, ...]
    share: float
    least: int
    likeness: int


def missing_duty(node: Intervention, scope: Scope, options: DutyOptions) -> Iterator[Hit]:
    """A duty that most interventions of the same kind have in the same role, and this one lacks."""
    siblings = sum(other.kind == node.kind for other in scope.plan.interventions) - 1
    enough = max(options.least, ceil(options.share * siblings))
    if node.kind is None or siblings < enough:
        return
    for key in options.parts:
        part = node.part(key)
        if part is not None and part.items:
            titles = {duty.id: duty.title for duty in scope.framework.duties.get(key, ())}
            for duty, holders in scope.table(recurring, options, enough)[node.kind, key].items():
                if node.heading.place not in holders:
                    items = tuple(holders.values())
                    name = titles.get(duty, excerpt(items[0].text))
                    yield _lacking(node, part, name, items, siblings)


def _lacking(node: Intervention, part: LabelledPart, duty: HitWords, items: tuple[Text, ...], siblings: int) -> Hit:
    words: dict[str, HitWords] = {"title": node.heading.title, "label": part.label.text, "duty": duty}
    words |= {"holders": len(items), "siblings": siblings}
    return Hit(part.label or node.heading.place, words=words, related=items[:MOST_RELATED])


def recurring(scope: Scope, options: DutyOptions, enough: int) -> dict[tuple[str | None, str], Role]:
    """Of every role the duties that so many interventions have."""
    return {
        key: {duty: holders for duty, holders in role.items() if len(holders) >= enough}
        for key, role in scope.table(roles, options).items()
    }


def roles(scope: Scope, options: DutyOptions) -> dict[tuple[str | None, str], Role]:
    """Every role of every kind of intervention, by kind and the role's part key."""
    found: dict[tuple[str | None, str], Role] = defaultdict(dict)
    for key in options.parts:
        known = [(duty.id, stems(form)) for duty in scope.framework.duties.get(key, ()) for form in duty.forms]
        for intervention in scope.plan.interventions:
            role = found[intervention.kind, key]
            for item in intervention.items(key):
                for duty in _duties(item.text, known, role, options.likeness):
                    role.setdefault(duty, {}).setdefault(intervention.heading.place, item)
    return found


def _duties(text: str, known: Forms, role: Role, likeness: int) -> list[str]:
    """The duties that an item says: those of the framework, else the nearest wording so far, else its own."""
    said = stems(text)
    active = _as_active(text)
    named = [duty for duty, form in known if _in_order(form, said) or (active and _among(form, active))]
    meaning = content_stems(text)
    wording = " ".join(stem for stem in said if stem in meaning)
    if named or not wording:
        return named
    if wording in role or len(role) > MOST_COMPARED:
        return [wording]
    from rapidfuzz import fuzz, process

    nearest = process.extractOne(wording, role.keys(), scorer=fuzz.ratio, score_cutoff=likeness)
    return [nearest[0] if nearest else wording]


def _in_order(phrase: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether the phrase's words stand among the others in that order."""
    if phrase[0] not in said:
        return False
    rest = iter(said)
    return all(word in rest for word in phrase)


def _as_active(text: str) -> frozenset[str]:
    """The stems of a text with passives ('Tid avsätts') made active; none where it has no passive."""
    said = split_words(text)
    passive = [word.removesuffix("s") for word in said if is_passive(word)]
    turned = [stem(form) for verb in passive for form in (verb, f"{verb}a")]
    return frozenset((*map(stem, said), *turned)) if turned else frozenset()


def _among(phrase: tuple[str, ...], said: frozenset[str]) -> bool:
    """Whether the phrase's words are among the others in any order, in a compound too ('arbetstid' for 'tid')."""
    return all(word in said or any(other.endswith(word) for other in said) for word in phrase)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "missing_duty": CheckSpec(
            missing_duty,
            Intervention,
            {"default": holes("title", "label", "duty", "holders", "siblings")},
            DutyOptions,
        ),
    }
)
"""By the names that rule files use."""
