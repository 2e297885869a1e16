"""General checks on amounts: how many of something there are, and how long a text is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from planlint.checks.own.said import Said, name_of, place_of, texts_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import words as words_of
from planlint.model.finding import Hit
from planlint.model.plan import FocusArea, Goal, Intervention, Plan
from planlint.model.rule import Strict

Counted = Literal["items", "goals", "interventions", "focus-areas"]


class CountOptions(Strict):
    """`of`: what is counted; `part`: the part whose items are; `least` and `most`: how many there may be.

    A plan has focus areas, goals and interventions; a focus area has goals; an intervention has goals that it links to,
    and items under each part.
    """

    of: Counted = "items"
    part: str | None = None
    least: int = 0
    most: int | None = None


class LengthOptions(Strict):
    """`least` and `most`: words in each text; `part`: only what stands under that part of an intervention."""

    least: int = 0
    most: int | None = None
    part: str | None = None


def count(node: Said, _scope: Scope, options: CountOptions) -> Iterator[Hit]:
    """Fewer or more than there may be; silent where the part whose items are counted holds nothing."""
    number = _number(node, options)
    if options.part and not number:
        return  # that it is absent is another rule's to say
    case, limit = _beyond(number, options.least, options.most)
    if case:
        yield Hit(place_of(node, options.part), case, {"title": name_of(node), "count": number, "limit": limit})


def _number(node: Said, options: CountOptions) -> int:
    if isinstance(node, Plan):
        groups = {"goals": node.goals, "interventions": node.interventions, "focus-areas": node.focus_areas}
        return len(groups.get(options.of, ()))
    if isinstance(node, FocusArea):
        return len(node.goals)
    if isinstance(node, Intervention) and options.of == "goals":
        return len(node.links)
    return len(texts_of(node, options.part))


def length(node: Intervention | Goal, _scope: Scope, options: LengthOptions) -> Iterator[Hit]:
    """A text with fewer or more words than it may have; of an intervention, each item of a part."""
    for text in texts_of(node, options.part):
        number = len(words_of(text.text))
        case, limit = _beyond(number, options.least, options.most)
        if case:
            yield Hit(
                text,
                "short" if case == "few" else "long",
                {"title": name_of(node), "quote": excerpt(text.text), "count": number, "limit": limit},
            )


def _beyond(number: int, least: int, most: int | None) -> tuple[str, int]:
    """'few' or 'many' with the limit that was passed, or ''."""
    if number < least:
        return "few", least
    return ("many", most) if most is not None and number > most else ("", 0)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "count": CheckSpec(count, Said, dict.fromkeys(("few", "many"), holes("title", "count", "limit")), CountOptions),
        "length": CheckSpec(
            length,
            Intervention | Goal,
            dict.fromkeys(("short", "long"), holes("title", "quote", "count", "limit")),
            LengthOptions,
        ),
    }
)
"""By the names that rule files use."""
