"""Labels of parts: whether one part is called the same throughout, and whether labels and headings are real ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planlint.checks.outline import Spot, body_paragraphs, spot_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key, normalise
from planlint.language.stems import stems
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words

LINKS = "goal_links"
"""The key of the part that refers to goals; over the goals themselves stands mostly the same label."""

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_ENDS = " .:;*_–—-"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as written; `holder` tells the intervention that it stands in, `items` how many things it heads."""

    place: Text
    holder: str
    items: int

    @property
    def form(self) -> str:
        """The label for a reader: without case, white space more than one, what stands in brackets, and a colon."""
        return _ASIDE.sub("", normalise(self.place.text).strip(_ENDS)).strip(_ENDS)


def goal_labels(scope: Scope) -> tuple[Label, ...]:
    """The labels over goals in the focus areas: paragraphs of the body that are such a label and nothing more.

    Call it through `scope.table`.
    """
    plan, forms = scope.plan, scope.framework.goals
    chapter = plan.chapter(forms.chapter)
    if chapter is None:
        return ()
    keys = {label_key(form) for form in forms.labels}
    headings = {spot_of(heading.place): heading for heading in plan.headings}
    found: list[Label] = []
    inside, area = False, ""
    for spot, paragraph in scope.table(body_paragraphs).items():
        heading = headings.get(spot)
        if heading is not None:
            inside = heading is chapter.heading or (inside and heading.level > chapter.heading.level)
            area = heading.title
        elif inside and paragraph.contents_level is None and label_key(paragraph.text) in keys:
            found.append(Label(paragraph.content.strip(), area, 0))
    return tuple(found)


def part_labels(scope: Scope) -> dict[str, tuple[Label, ...]]:
    """The labels of the interventions' parts, by the part's key. Call it through `scope.table`."""
    found: dict[str, list[Label]] = defaultdict(list)
    for intervention in scope.plan.interventions:
        for part in intervention.parts:
            if part.label:
                found[part.key].append(Label(part.label.strip(), intervention.id, len(part.items)))
    return {key: tuple(labels) for key, labels in found.items()}


def label_variants(_node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A part that is labelled in different ways: one hit for each, at the first label that is not the usual one."""
    parts, goals = dict(scope.table(part_labels)), scope.table(goal_labels)
    own = {label_key(label.form) for label in goals}
    if not own.isdisjoint(label_key(label.form) for label in parts.get(LINKS, ())):
        parts[LINKS] = (*goals, *parts[LINKS])
    else:
        parts[""] = goals
    for labels in parts.values():
        forms = _forms(labels)
        usual = max(forms, key=lambda form: len(forms[form]), default="")
        others = [form for form in forms if form != usual and _differ(forms[form], forms[usual])]
        if others:
            yield _hit(usual, others, forms)


def _forms(labels: tuple[Label, ...]) -> dict[str, list[Label]]:
    found: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        found[label.form].append(label)
    return found


def _differ(some: list[Label], usual: list[Label]) -> bool:
    """Whether two forms name one thing in two ways.

    Not where one intervention has both, which must then be different things to its author; nor where one form is the
    other's plural, and stands over several.
    """
    if label_key(some[0].form) == label_key(usual[0].form):
        return True
    together = {label.holder for label in some} & {label.holder for label in usual}
    alone = [{label.items > 1 for label in labels} for labels in (some, usual)]
    plural = stems(some[0].form) == stems(usual[0].form) and alone[0] != alone[1] and len(alone[0] | alone[1]) > 1
    return not together and not (plural and len(alone[0]) == len(alone[1]) == 1)


def _hit(usual: str, others: list[str], forms: dict[str, list[Label]]) -> Hit:
    odd = [label.place for form in others for label in forms[form]]
    named: dict[str, HitWords] = {
        "usual": excerpt(forms[usual][0].place.text),
        "times": len(forms[usual]),
        "others": _counted([(forms[form][0].place.text, len(forms[form])) for form in others]),
        "count": len(odd),
    }
    places = (*odd[1:], *(label.place for label in forms[usual]))
    return Hit(
        odd[0], "many" if len(odd) > 1 else "default", named, places, suggestion=excerpt(forms[usual][0].place.text)
    )


def _counted(forms: list[tuple[str, int]]) -> Words:
    """The forms, each with how often it stands: '”Effektmål” (1)'."""
    pairs = [(excerpt(form), times) for form, times in forms]
    return Words(
        sv=", ".join(f"”{form}” ({times})" for form, times in pairs),
        en=", ".join(f"“{form}” ({times})" for form, times in pairs),
    )


def whole_labels(scope: Scope) -> dict[Spot, Text]:
    """The labels, of parts and over goals, by the paragraph in which each stands. Call it through `scope.table`."""
    parts = (label for labels in scope.table(part_labels).values() for label in labels)
    return {spot_of(label.place): label.place for label in (*scope.table(goal_labels), *parts)}


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "label_variants": CheckSpec(
            label_variants, Plan, dict.fromkeys(("default", "many"), holes("usual", "times", "others", "count"))
        ),
    }
)
"""By the names that rule files use."""
