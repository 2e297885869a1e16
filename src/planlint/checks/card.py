"""What a project card lacks: fields, and deliverables that the process asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.card_vocabulary import type_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.stems import content_stems, stems
from planlint.model.card import Deliverable, ProjectCard
from planlint.model.finding import Hit, HitWords
from planlint.model.forms.card import CardDeliverable
from planlint.model.rule import Strict
from planlint.model.text import Text

_MEMBERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({"period": ("period", "start", "end")})
"""The fields that make up one that may be divided."""

_COMMON: Final = 3
"""In the labels of so many fields a word tells none of them ('projektets …'; a judgement)."""


def missing_card_fields(node: ProjectCard, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Fields that the framework requires: one hit lists those without a label, and those with nothing under it.

    Where a label that the framework does not know may be the one that is sought, a hit of its own asks.
    """
    forms = scope.framework.card.fields
    lacking = [key for key, one in forms.items() if one.required and not _holds(node, key)]
    labels = {key: label for key in lacking if (label := _label(node, key))}
    asked = {key: other for key in lacking if key not in labels and (other := _other_label(node, scope, key))}
    missing = tuple(forms[key].title for key in lacking if key not in labels and key not in asked)
    empty = tuple(forms[key].title for key in labels)
    if missing or empty:
        case = "both" if missing and empty else "empty" if empty else "default"
        places = tuple(labels.values())
        said: dict[str, HitWords] = {"fields": missing, "empty": empty}
        yield Hit(node.place if missing else places[0], case, said, related=places if missing else places[1:])
    for key, other in asked.items():
        said = {"field": forms[key].title, "quote": excerpt(other.text)}
        yield Hit(other, "unsure", said, undecided=True)


def _holds(node: ProjectCard, key: str) -> bool:
    """Whether the card says something under a field."""
    if key == "title":
        return node.title is not None
    return any(node.values(member) for member in _MEMBERS.get(key, (key,)))


def _label(node: ProjectCard, key: str) -> Text | None:
    """The label of a field, where it stands in the card."""
    found = (node.field(member) for member in _MEMBERS.get(key, (key,)))
    return next((one.label for one in found if one), None)


def _other_label(node: ProjectCard, scope: Scope, key: str) -> Text | None:
    """A label that nobody knows and that shares a telling word with the field's own."""
    own = scope.table(_telling_stems)[key]
    return next((label for label in node.unplaced if not own.isdisjoint(content_stems(label.text))), None)


def _telling_stems(scope: Scope) -> dict[str, frozenset[str]]:
    """The stems of each field's labels, without those that many fields share."""
    own = {key: content_stems(" ".join(one.forms)) for key, one in scope.framework.card.fields.items()}
    shared = Counter(stem for found in own.values() for stem in found)
    return {key: frozenset(stem for stem in found if shared[stem] < _COMMON) for key, found in own.items()}


def missing_card_deliverable(node: ProjectCard, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Deliverables that the process asks of the card's type and that it does not list: one hit names them.

    Silent where it lists none at all, which is a missing field.
    """
    kind, label = type_of(node, scope), _label(node, "deliverables")
    if kind is None or label is None or not node.deliverables:
        return
    missing = tuple(
        one.title
        for one in kind[0].deliverables
        if scope.table(_is_asked_for, forms=one.forms) and not any(_is(each, one) for each in node.deliverables)
    )
    if missing:
        yield Hit(label, words={"type": kind[0].title, "missing": missing}, related=(kind[1],))


def _is(deliverable: Deliverable, wanted: CardDeliverable) -> bool:
    return any(_says(text.text, wanted.forms) for text in (deliverable.name, *deliverable.descriptions))


def _is_asked_for(scope: Scope, forms: tuple[str, ...]) -> bool:
    """Whether the plan's own process has the deliverable; yes where the plan is not known or has no deliverables."""
    process = scope.against.process if scope.against else ()
    listed = [text.text for stage in process for text in stage.deliverables]
    return not listed or any(_says(text, forms) for text in listed)


def _says(text: str, forms: Iterable[str]) -> bool:
    """Whether a text has one of the forms in it, inflected or not."""
    said = stems(text)
    return any(
        own == said[at : at + len(own)] for own in map(stems, forms) for at in range(len(said) - len(own) + 1) if own
    )


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "missing_card_fields": CheckSpec(
            missing_card_fields,
            ProjectCard,
            {
                "default": holes("fields"),
                "empty": holes("empty"),
                "both": holes("fields", "empty"),
                "unsure": holes("field", "quote"),
            },
        ),
        "missing_card_deliverable": CheckSpec(
            missing_card_deliverable, ProjectCard, {"default": holes("type", "missing")}
        ),
    }
)
"""By the names that rule files use."""
