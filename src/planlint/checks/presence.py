"""Whether something is there at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import excerpt, quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import label_key
from planlint.language.stems import content_stems
from planlint.model.finding import Hit, HitWords
from planlint.model.framework import Framework
from planlint.model.plan import FocusArea, Intervention, Plan
from planlint.model.rule import Strict, Words
from planlint.model.text import Text


class PartOptions(Strict):
    """`parts`: keys of the framework's parts, any of which is enough; the first one gives its name to the message."""

    parts: tuple[str, ...]


class DivisionOptions(Strict):
    """`part`: the division that is asked for; `whole`: the part that it divides; `other`: its other division."""

    part: str
    whole: str
    other: str


class MatchOptions(Strict):
    """`headings`: how many of the document's headings the message names."""

    headings: int = 3


def contents(intervention: Intervention, key: str) -> tuple[Text, ...]:
    """What an intervention says under a part; its background may be running text before the first part."""
    return intervention.items(key) or (intervention.background if key == "background" else ())


def absent(intervention: Intervention, scope: Scope, keys: tuple[str, ...]) -> Hit:
    """What to say of parts that hold nothing.

    'empty' at a label that stands there, 'unsure' where a label that the framework does not know may be the one that is
    sought, else 'missing' at the heading.
    """
    found = next((part for key in keys if (part := intervention.part(key))), None)
    place, title = intervention.heading.place, intervention.heading.title
    if found is not None:
        return Hit(found.label or place, "empty", {"title": title, "label": found.label.text})
    words: dict[str, HitWords] = {"title": title, "part": scope.framework.parts[keys[0]].title}
    other = _other_label(intervention, scope, keys)
    if other is not None:
        return Hit(other, "unsure", {**words, "quote": excerpt(other.text)}, undecided=True)
    return Hit(place, "missing", words)


def _other_label(intervention: Intervention, scope: Scope, keys: tuple[str, ...]) -> Text | None:
    """A label that nobody knows and that may name one of the parts: it shares a word with their names.

    Where no label of an intervention is known, its first one: what cannot be read is not the author's fault.
    """
    labels = scope.table(unplaced_labels).get(intervention.heading.place, ())
    own = scope.table(own_stems)
    wanted = frozenset().union(*(own.get(key, frozenset()) for key in keys))
    shared = next((label for label in labels if not wanted.isdisjoint(content_stems(label.text))), None)
    return shared or (labels[0] if labels and not intervention.parts else None)


def unplaced_labels(scope: Scope) -> dict[Text, list[Text]]:
    """The labels that the framework does not know, by the heading of the intervention that they stand in."""
    headings = {intervention.id: intervention.heading.place for intervention in scope.plan.interventions}
    found: dict[Text, list[Text]] = defaultdict(list)
    for unplaced in scope.plan.unplaced:
        found[headings[unplaced.intervention]].append(unplaced.label)
    return found


def own_stems(scope: Scope) -> dict[str, frozenset[str]]:
    """The stems of the words in the labels of each part that stand in no other part's labels."""
    parts = scope.framework.parts.items()
    said = {key: frozenset().union(*map(content_stems, (*part.forms, *part.short_forms))) for key, part in parts}
    counts = Counter(stem for stems in said.values() for stem in stems)
    return {key: frozenset(stem for stem in stems if counts[stem] == 1) for key, stems in said.items()}


def missing_part(node: Intervention, scope: Scope, options: PartOptions) -> Iterator[Hit]:
    """None of the parts, of which the framework requires at least one, holds anything."""
    if scope.requires(*options.parts) and not any(contents(node, key) for key in options.parts):
        yield absent(node, scope, options.parts)


def missing_division(node: Intervention, scope: Scope, options: DivisionOptions) -> Iterator[Hit]:
    """A division of a part holds nothing, though the other one does."""
    if scope.requires(options.part) and contents(node, options.other) and not contents(node, options.part):
        yield absent(node, scope, (options.part,))


def missing_first_division(node: Intervention, scope: Scope, options: DivisionOptions) -> Iterator[Hit]:
    """As `missing_division`; speaks for both divisions where the part holds something and is not divided at all."""
    yield from missing_division(node, scope, options)
    whole = contents(node, options.whole)
    divided = contents(node, options.part) or contents(node, options.other)
    if scope.requires(options.part) and whole and not divided:
        part = node.part(options.whole)
        place = part.label if part and part.label else node.heading.place
        yield Hit(place, "undivided", {"title": node.heading.title, "count": len(whole)})


def missing_fields(node: Intervention, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Fields that the framework requires and that the intervention does not fill: one hit that lists them."""
    fields = scope.framework.fields.items()
    missing = tuple(field.title for key, field in fields if field.required and not node.items(key))
    if missing:
        yield Hit(node.heading.place, words={"title": node.heading.title, "fields": missing})


def missing_goals(node: FocusArea, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A focus area in which no goal is defined; goals may stand there without a code, which is then what is missing.

    Silent where the document is of no known kind and no goal is found at all: it may write goals in a way of its own.
    """
    known = bool(scope.plan.goals) or not scope.framework.fallback
    if known and scope.framework.goals.nested and not node.goals:
        words = {"title": node.heading.title}
        uncoded = scope.table(uncoded_goals).get(node.heading.place)
        if uncoded is None:
            yield Hit(node.heading.place, words=words)
        else:
            yield Hit(node.heading.place, "uncoded", {**words, "quote": excerpt(uncoded.text)}, related=(uncoded,))


def uncoded_goals(scope: Scope) -> dict[Text, Text]:
    """The first words under a label for goals, by the heading of the focus area that it stands in."""
    labels = {label_key(form) for form in scope.framework.goals.labels}
    areas = {
        (area.heading.place.part, area.heading.place.paragraph): area.heading.place for area in scope.plan.focus_areas
    }
    headings = {(heading.place.part, heading.place.paragraph) for heading in scope.plan.headings}
    found: dict[Text, Text] = {}
    area: Text | None = None
    labelled = False
    for text in scope.plan.texts:
        spot = (text.part, text.paragraph)
        if spot in headings:
            area, labelled = areas.get(spot), False
        elif area is not None and labelled:
            found.setdefault(area, text.strip())
        labelled = labelled or (area is not None and label_key(text.text) in labels)
    return found


def unread_content(node: Plan, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Something in the file that could hold the plan's text and that the reader could not read."""
    for unread in node.unread:
        yield Hit(unread.place, unread.what)


def unmatched_framework(node: Plan, scope: Scope, options: MatchOptions) -> Iterator[Hit]:
    """A document in which nothing is found of what identifies the framework."""
    if node.kind != "unknown":
        return
    start = node.headings[0].place if node.headings else node.texts[0] if node.texts else Text("document", 0, 0, "")
    found = quotations([heading.title for heading in node.headings], options.headings)
    words: dict[str, HitWords] = {"found": found, "looked": _looked(scope.framework)}
    if scope.better is not None:
        words |= {"framework": scope.framework.name, "better": scope.better.name, "title": scope.better.title}
        yield Hit(start, "better", words)
    elif scope.framework.kind in ("card", "timeline"):
        yield Hit(start, scope.framework.kind, words)
    else:
        yield Hit(start, "default" if node.headings else "no-headings", words)


def _looked(framework: Framework) -> tuple[Words, ...]:
    """What a document of the framework's kind is told by: its chapters, or the fields of a card."""
    if framework.kind == "card":
        return tuple(field.title for field in framework.card.fields.values() if field.tells)
    return tuple(form.title for form in framework.chapters.values() if form.identifies)


ABSENT: Final = MappingProxyType(
    {
        "missing": holes("title", "part"),
        "empty": holes("title", "label"),
        "unsure": holes("title", "part", "quote"),
    }
)
"""The cases of every check for something that should stand in an intervention."""


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unread_content": CheckSpec(
            unread_content,
            Plan,
            dict.fromkeys(("alt-chunk", "embedded-document", "smart-art", "picture", "entity", "too-deep"), holes()),
        ),
        "unmatched_framework": CheckSpec(
            unmatched_framework,
            Plan,
            {
                **dict.fromkeys(("default", "card", "timeline"), holes("found", "looked")),
                "no-headings": holes("looked"),
                "better": holes("found", "looked", "framework", "better", "title"),
            },
            MatchOptions,
        ),
        "missing_goals": CheckSpec(
            missing_goals, FocusArea, {"default": holes("title"), "uncoded": holes("title", "quote")}
        ),
        "missing_part": CheckSpec(missing_part, Intervention, ABSENT, PartOptions),
        "missing_division": CheckSpec(missing_division, Intervention, ABSENT, DivisionOptions),
        "missing_first_division": CheckSpec(
            missing_first_division,
            Intervention,
            {**ABSENT, "undivided": holes("title", "count")},
            DivisionOptions,
        ),
        "missing_fields": CheckSpec(missing_fields, Intervention, {"default": holes("title", "fields")}),
    }
)
"""By the names that rule files use."""
