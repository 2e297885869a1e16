"""What the document says of itself: the fields that the framework asks for, and the information class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key, normalise
from planlint.model.control import Control
from planlint.model.finding import Hit
from planlint.model.forms.control import ControlForms
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_WORDS_BETWEEN = 3
"""Words that may stand between what is classified and its level ('konfidentialitet är satt till 2')."""


def missing_control(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Fields that the framework requires and that the document states nowhere: one hit that lists them."""
    fields = scope.framework.control.fields.items()
    missing = tuple(field.title for key, field in fields if field.required and not _states(node.control, key))
    if missing:
        yield Hit(_control_heading(node, scope), words={"fields": missing})


def _states(control: Control, key: str) -> bool:
    """Whether a reader finds the field."""
    known = {"title": control.title, "version": control.version, "date": control.date, "history": control.versions}
    return bool(known.get(key)) or any(one.key == key for one in control.statements)


def _control_heading(plan: Plan, scope: Scope) -> Text:
    """The heading under which the fields belong, else the title, else where the document begins."""
    sections = {label_key(form) for form in scope.framework.control.sections}
    heading = next((heading.place for heading in plan.headings if label_key(heading.title) in sections), None)
    return heading or plan.control.title or (plan.texts[0] if plan.texts else Text("document", 0, 0, ""))


def unclassified(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A section on the information class that names none. Silent where there is no such section."""
    section = node.control.classification
    if section is None:
        return
    if not section.texts:
        yield Hit(section.place, "empty", {"section": section.place.text})
        return
    classes = scope.table(class_names)
    told = any(classes.search(normalise(text.text)) for text in section.texts)
    if not told and not _in_cells(section.texts, scope.framework.control):
        yield Hit(section.texts[0], words={"quote": excerpt(section.texts[0].text)})


def _in_cells(texts: Iterable[Text], forms: ControlForms) -> bool:
    """Whether a level stands alone after a scale that stands alone, as in the cells of a table."""
    scales, levels = ({label_key(form) for form in names} for names in (forms.scales, forms.levels))
    after = dropwhile(lambda key: key not in scales, (label_key(text.text) for text in texts))
    return any(key in levels for key in after)


def class_names(scope: Scope) -> re.Pattern[str]:
    """An expression for a class by its own name, or for a scale with a level ('K2', 'riktighet: hög')."""
    forms: ControlForms = scope.framework.control
    named, scales, levels = (_either(words) for words in (forms.classes, forms.scales, forms.levels))
    level = rf"(?:{scales})(?:[:=]? (?:[^\W\d]+[:=]? ){{0,{_WORDS_BETWEEN}}}|[:=]?)(?:{levels})"
    return re.compile(rf"(?<!\w)(?:{named}|{level})(?!\w)")


def _either(words: tuple[str, ...]) -> str:
    longest = sorted(map(normalise, words), key=len, reverse=True)
    return "|".join(map(re.escape, longest)) or "(?!)"


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "missing_control": CheckSpec(missing_control, Plan, {"default": holes("fields")}),
        "unclassified": CheckSpec(unclassified, Plan, {"default": holes("quote"), "empty": holes("section")}),
    }
)
"""By the names that rule files use."""
