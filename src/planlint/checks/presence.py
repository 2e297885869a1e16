"""Whether something is there at all."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.checks.quoting import quotations
from planlint.checks.scope import Scope
from planlint.model.finding import Hit
from planlint.model.plan import FocusArea, Intervention, Plan
from planlint.model.rule import Strict
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
    """What to say of parts that hold nothing: 'empty' at a label that stands there, else 'missing' at the heading."""
    found = next((part for key in keys if (part := intervention.part(key))), None)
    place, title = intervention.heading.place, intervention.heading.title
    if found is None:
        return Hit(place, "missing", {"title": title, "part": scope.framework.parts[keys[0]].title})
    return Hit(found.label or place, "empty", {"title": title, "label": found.label.text})


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
    """A focus area in which no goal is defined."""
    if scope.framework.goals.nested and not node.goals:
        yield Hit(node.heading.place, words={"title": node.heading.title})


def unread_content(node: Plan, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Something in the file that could hold the plan's text and that the reader could not read."""
    for unread in node.unread:
        yield Hit(unread.place, unread.what)


def unmatched_framework(node: Plan, scope: Scope, options: MatchOptions) -> Iterator[Hit]:
    """A document in which none of the chapters that identify the framework is found."""
    if node.kind != "unknown":
        return
    looked = tuple(form.title for form in scope.framework.chapters.values() if form.identifies)
    start = node.texts[0] if node.texts else Text("document", 0, 0, "")
    if not node.headings:
        yield Hit(start, "no-headings", {"looked": looked})
        return
    found = quotations([heading.title for heading in node.headings], options.headings)
    yield Hit(node.headings[0].place, words={"found": found, "looked": looked})
