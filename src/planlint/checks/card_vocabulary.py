"""The words for process steps and types: which ones there are, and which one a project card names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import words
from planlint.model.card import ProjectCard
from planlint.model.finding import Hit
from planlint.model.forms.card import CardType
from planlint.model.rule import Strict
from planlint.model.text import Text
from planlint.model.words import Words


def unknown_card_value(node: ProjectCard, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A process step or a type that neither the framework nor the plan knows."""
    vocabularies = {
        "process_step": ("step", scope.table(_known_steps)),
        "type": ("type", scope.table(_known_types)),
    }
    for key, (case, known) in vocabularies.items():
        values = node.values(key)
        if values and not any(_named(value.text, forms) is not None for value in values for _, forms in known):
            titles = tuple(title for title, _ in known)
            yield Hit(values[0], case, {"quote": excerpt(values[0].text), "known": titles})


def _known_steps(scope: Scope) -> list[tuple[Words, tuple[str, ...]]]:
    """The steps by name and forms: the plan's own stages, if it has any, in the framework's forms of them too."""
    steps = scope.framework.card.steps.values()
    if scope.against is None or not scope.against.process:
        return [(step.title, step.forms) for step in steps]
    titles = [stage.heading.title for stage in scope.against.process]
    return [
        (
            Words(sv=title, en=title),
            (title, *(form for one in steps if _named(title, one.forms) == 0 for form in one.forms)),
        )
        for title in titles
    ]


def _known_types(scope: Scope) -> list[tuple[Words, tuple[str, ...]]]:
    """The types by name and forms: the framework's, and those that the plan's interventions name."""
    own = [(one.title, one.forms) for one in scope.framework.card.types.values()]
    interventions = scope.against.interventions if scope.against else ()
    named = dict.fromkeys(item.text for one in interventions for item in one.items("kind"))
    return own + [
        (Words(sv=name, en=name), (name,)) for name in named if all(_named(name, forms) is None for _, forms in own)
    ]


def _named(value: str, forms: Iterable[str]) -> int | None:
    """Where the first of the forms stands in a value, in words from its beginning; None where none does.

    The last part of a compound is enough ('pilotprojekt').
    """
    written = words(value)
    spots = [
        at
        for form in map(words, forms)
        for at in range(len(written) - len(form) + 1)
        if form and written[at : at + len(form) - 1] == form[:-1] and written[at + len(form) - 1].endswith(form[-1])
    ]
    return min(spots, default=None)


def _first_named(values: Sequence[Text], forms: Mapping[str, tuple[str, ...]]) -> tuple[str, Text] | None:
    """The key of what a field names first, and where; None where it names none of them."""
    for value in values:
        spots = [(at, key) for key, own in forms.items() if (at := _named(value.text, own)) is not None]
        if spots:
            return min(spots)[1], value
    return None


def type_of(node: ProjectCard, scope: Scope) -> tuple[CardType, Text] | None:
    """The type that the card names, and where; None where it names none that the framework knows."""
    types = scope.framework.card.types
    found = _first_named(node.values("type"), {key: one.forms for key, one in types.items()})
    return (types[found[0]], found[1]) if found else None


def step_of(node: ProjectCard, scope: Scope) -> tuple[str, Text] | None:
    """The key of the process step that the card names, and where."""
    return _first_named(
        node.values("process_step"), {key: one.forms for key, one in scope.framework.card.steps.items()}
    )


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unknown_card_value": CheckSpec(
            unknown_card_value, ProjectCard, {"step": holes("quote", "known"), "type": holes("quote", "known")}
        ),
    }
)
"""By the names that rule files use."""
