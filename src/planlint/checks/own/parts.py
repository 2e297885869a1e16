"""General checks on an intervention's parts and fields: that they stand there, in order, with a value that may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from planlint.checks.own.said import label_of, place_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.dates import DATE, parse_date
from planlint.language.normalise import label_key
from planlint.model.finding import Hit
from planlint.model.plan import Intervention
from planlint.model.rule import Strict
from planlint.model.text import Text


class PartOption(Strict):
    """`part`: the key of a part or a field, of the framework's or of the rule's own `labels`."""

    part: str


class OrderOptions(Strict):
    """`parts`: keys in the order in which the parts should stand; those that are absent do not count."""

    parts: tuple[str, ...]


class VocabularyOptions(PartOption):
    """`allowed`: what may stand there; case, hyphens and punctuation do not count."""

    allowed: tuple[str, ...]


class DateOptions(PartOption):
    """`earliest` and `latest`: the days between which a date must lie, both included."""

    earliest: date | None = None
    latest: date | None = None


def required_part(node: Intervention, scope: Scope, options: PartOption) -> Iterator[Hit]:
    """The part or the field is absent, or stands empty; asked for by the rule, whatever the framework requires."""
    form = label_of(scope, options.part)
    if form is None or node.items(options.part):
        return
    labelled = node.part(options.part)
    if labelled is not None and labelled.label:
        yield Hit(labelled.label, "empty", {"title": node.heading.title, "label": labelled.label.text})
    else:
        yield Hit(node.heading.place, "missing", {"title": node.heading.title, "part": form.title})


def part_order(node: Intervention, _scope: Scope, options: OrderOptions) -> Iterator[Hit]:
    """A part that stands before one that should come earlier: one hit for each pair of neighbours."""
    rank = {key: position for position, key in enumerate(options.parts)}
    standing = [part for part in node.parts if part.key in rank and part.label]
    for first, second in pairwise(standing):
        if rank[first.key] > rank[second.key]:
            words = {"title": node.heading.title, "label": second.label.text, "before": first.label.text}
            yield Hit(second.label, words=words, related=(first.label,))


def vocabulary(node: Intervention, _scope: Scope, options: VocabularyOptions) -> Iterator[Hit]:
    """A value that is none of those allowed."""
    allowed = {label_key(word) for word in options.allowed}
    for value in node.items(options.part):
        if label_key(value.text) not in allowed:
            words = {"title": node.heading.title, "quote": excerpt(value.text), "allowed": ", ".join(options.allowed)}
            yield Hit(value, words=words)


def dated(node: Intervention, _scope: Scope, options: DateOptions) -> Iterator[Hit]:
    """No date in a part that holds something, or one outside the days allowed. An absent part is `required_part`'s."""
    texts = node.items(options.part)
    dates = [found for text in texts for found in _dates(text)]
    if texts and not dates:
        words = {"title": node.heading.title, "quote": excerpt(texts[0].text)}
        yield Hit(place_of(node, options.part), "none", words)
    for place in dates:
        day = parse_date(place.text)
        for case, limit in (("early", options.earliest), ("late", options.latest)):
            beyond = day and limit and (day < limit if case == "early" else day > limit)
            if beyond and limit:
                words = {"title": node.heading.title, "quote": place.text, "limit": limit.isoformat()}
                yield Hit(place, case, words)


def _dates(text: Text) -> Iterator[Text]:
    return (text.cut(found.start(), found.end()) for found in DATE.finditer(text.text))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "required_part": CheckSpec(
            required_part,
            Intervention,
            {"missing": holes("title", "part"), "empty": holes("title", "label")},
            PartOption,
        ),
        "part_order": CheckSpec(part_order, Intervention, {"default": holes("title", "label", "before")}, OrderOptions),
        "vocabulary": CheckSpec(
            vocabulary, Intervention, {"default": holes("title", "quote", "allowed")}, VocabularyOptions
        ),
        "date": CheckSpec(
            dated,
            Intervention,
            {"none": holes("title", "quote"), **dict.fromkeys(("early", "late"), holes("title", "quote", "limit"))},
            DateOptions,
        ),
    }
)
"""By the names that rule files use."""
