"""Headings that only look like ones: bold lines, numbered lines, labels without a heading style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from planlint.checks.labels import whole_labels
from planlint.checks.outline import Spot, body_paragraphs, spot_of
from planlint.checks.quoting import quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import normalise
from planlint.model.document import Block, Paragraph, Table
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Heading, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

LONG_LINE = 100
"""Characters; a line that long is running text though no full stop ends it (a judgement)."""

_SENTENCE = re.compile(r"[.!?:;][”\"’)]?\s*$")
_ITEM = re.compile(r"\s*(?:[-–•·*▪◦]|\d{1,2}[.)]|[A-ZÅÄÖ]?\d{1,2}[A-ZÅÄÖ]?[.:])\s")
_ENDS = " .:;"


def fake_headings(_node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """Paragraphs that work as headings and are none by style or outline level: one hit with every place.

    In Markdown a bold line is how a label is written; there, only a numbered line is a heading that should be one.
    """
    found = scope.table(fake_places)
    if found:
        case = "default" if len(found) == 1 else "many"
        named: dict[str, HitWords] = {"count": len(found), "titles": quotations([place.text for place in found])}
        yield Hit(found[0], case, named, related=tuple(found[1:]))


def fake_places(scope: Scope) -> tuple[Text, ...]:
    """Where such paragraphs stand, in reading order. Call it through `scope.table`."""
    typed = scope.document.source == "markdown"
    fakes = {spot_of(one.place): one for one in scope.plan.headings if one.fake and (one.number or not typed)}
    labels = {} if typed else scope.table(whole_labels)
    left_out = _left_out(scope)
    over = _over_body(scope.document.body, frozenset((*fakes, *labels)))
    found: list[Text] = []
    for spot, paragraph in scope.table(body_paragraphs).items():
        heading, label = fakes.get(spot), labels.get(spot)
        if spot in left_out or paragraph.level is not None or paragraph.list_level is not None:
            continue
        is_heading = heading is not None and (heading.number is not None or spot in over)
        if is_heading or (label is not None and _is_label(paragraph, label)):
            found.append(paragraph.content.strip())
    return tuple(found)


def _left_out(scope: Scope) -> frozenset[Spot]:
    """The title and the subtitle, the contents' own heading, and the glossary's terms set as lines."""
    plan, control = scope.plan, scope.plan.control
    contents = {normalise(form) for form in scope.framework.control.contents}
    own = [text for text in (control.title, control.subtitle) if text]
    own += [one.place for one in plan.headings if normalise(one.title).strip(_ENDS) in contents]
    own += [one.place for one in _glossary_lines(plan)]
    return frozenset(map(spot_of, own))


def _glossary_lines(plan: Plan) -> Iterator[Heading]:
    """The unnumbered headings that stand in the glossary."""
    glossary, inside = plan.chapter("glossary"), False
    for heading in plan.headings if glossary else ():
        if glossary and heading.place == glossary.heading.place:
            inside = True
        elif glossary and inside:
            inside = heading.level > glossary.heading.level and not heading.number
            if inside:
                yield heading


def _is_label(paragraph: Paragraph, label: Text) -> bool:
    """Whether a label is a paragraph of its own: no words after it, and not only what leads into a list."""
    text = paragraph.text.strip()
    if normalise(text).strip(_ENDS) != normalise(label.text).strip(_ENDS):
        return False
    set_off = paragraph.wholly("bold") or paragraph.wholly("italic") or text.isupper()
    return set_off or not text.endswith(":")


def _over_body(body: Sequence[Block], lines: frozenset[Spot]) -> frozenset[Spot]:
    """Those of the lines under which body text stands, or another such line that has it."""
    found: set[Spot] = set()
    below = False
    for block in reversed(body):
        if isinstance(block, Table):
            below = True
        elif spot_of(block.content) in lines:
            found |= {spot_of(block.content)} if below else set()
        elif block.text.strip():
            below = _is_body(block)
    return frozenset(found)


def _is_body(paragraph: Paragraph) -> bool:
    """Whether a paragraph is text or an item, not a heading, a row of contents or a line of a title page."""
    if paragraph.level is not None or paragraph.contents_level is not None:
        return False
    text = paragraph.text
    item = paragraph.list_level is not None or _ITEM.match(text)
    return bool(item or len(text) >= LONG_LINE or _SENTENCE.search(text))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "fake_headings": CheckSpec(fake_headings, Plan, dict.fromkeys(("default", "many"), holes("count", "titles"))),
    }
)
"""By the names that rule files use."""
