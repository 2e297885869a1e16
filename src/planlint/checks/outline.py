"""The headings' levels and numbers: steps that are left out, numbers that skip, repeat or belong to another chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import chapter_subject
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.model.document import Paragraph
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Heading, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

Spot = tuple[str, int]
"""A paragraph: the part of the file, and the paragraph's index in it."""

Number = tuple[int, ...]

DEEPEST = 9
"""The deepest level of a heading in Word."""

LARGEST_GAP = 20
"""Numbers that may be left out; what leaps farther counts something else ('Agenda 30'; a judgement)."""

_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
_APPENDIX = re.compile(r"\s*bilag", re.IGNORECASE)
_SECTION = re.compile(r"\s*(?:kapitel|avsnitt)\b", re.IGNORECASE)


def spot_of(text: Text) -> Spot:
    """The paragraph that a text stands in."""
    return text.part, text.paragraph


def body_paragraphs(scope: Scope) -> dict[Spot, Paragraph]:
    """The body's own paragraphs, those in tables and text boxes left out. Call it through `scope.table`."""
    return {spot_of(one.content): one for one in scope.document.body if isinstance(one, Paragraph)}


def skipped_levels(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A heading more than one level below the one before it. A line that only looks like a heading counts as a step."""
    known = {spot_of(heading.place): heading for heading in node.headings}
    before: Heading | None = None
    for spot, paragraph in scope.table(body_paragraphs).items():
        heading = known.get(spot) or _styled(paragraph)
        if heading is None:
            continue
        if before and not heading.fake and heading.level > before.level + 1:
            named: dict[str, HitWords] = {"title": excerpt(heading.title), "level": heading.level}
            named |= {"above": excerpt(before.title), "above_level": before.level}
            yield Hit(heading.place, words=named, related=(before.place,), subject=chapter_subject(heading))
        before = heading


def _styled(paragraph: Paragraph) -> Heading | None:
    """A paragraph that is a heading by its style and no section's: a part's label."""
    words = paragraph.content.strip()
    return Heading(words.text, paragraph.level, words) if paragraph.level and words else None


@dataclass(slots=True)
class _Series:
    """The numbers so far: where the last one leads, and where it would lead if it had been right."""

    written: Number = ()
    meant: Number = ()
    unnumbered: int = DEEPEST
    """How deep the outermost section without a number stands that has begun since the last number; 1 is a chapter."""
    first: dict[Number, Heading] = field(default_factory=dict)


def heading_numbers(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A number that skips, repeats or goes back, or that belongs to another section than the one it stands in.

    After a fault the next number may go on from what is written or from what was meant, so that one fault is told once.
    Appendices that are numbered for themselves ('Bilaga 1') are a series of their own.
    """
    numbered = [one.level for one in node.headings if _decimal(one.number)]
    top = min(numbered, default=1)
    for headings in _series(node, scope, top):
        series = _Series()
        for heading, number in headings:
            if number is None:
                series.unnumbered = min(series.unnumbered, heading.level - top + 1)
            else:
                faults = _faults(heading, number, series)
                yield from (hit for hit in faults if hit.case != "gap" or not _left_by_a_chapter(heading, scope))


def _left_by_a_chapter(heading: Heading, scope: Scope) -> bool:
    """Whether a required chapter that is missing would stand right before this one: that is what left the gap."""
    keys = list(scope.framework.chapters)
    chapters = sorted(scope.plan.chapters, key=lambda one: one.heading.place.paragraph)
    before = [keys.index(one.key) for one in chapters if one.heading.place.paragraph < heading.place.paragraph]
    own = next((keys.index(one.key) for one in chapters if one.heading.place == heading.place), 0)
    between = keys[max((index + 1 for index in before if index < own), default=0) : own]
    return any(scope.framework.chapters[key].required and scope.plan.chapter(key) is None for key in between)


def _series(plan: Plan, scope: Scope, top: int) -> Iterable[list[tuple[Heading, Number | None]]]:
    """The headings of the body with their decimal numbers: the sections', and the appendices' own."""
    sections: list[tuple[Heading, Number | None]] = []
    appendices: list[tuple[Heading, Number | None]] = []
    paragraphs = scope.table(body_paragraphs)
    by_goal = _numbered_by_goal(plan)
    for heading in plan.headings:
        paragraph, number = paragraphs.get(spot_of(heading.place)), _decimal(heading.number)
        lead = number_lead(heading, paragraph) if paragraph else ""
        if paragraph is None or heading.place in by_goal:
            continue
        appendix = _APPENDIX.match(lead)
        if number and appendix and not _stands_in(number, sections):
            appendices.append((heading, number))
            continue
        plain = not lead or appendix or _SECTION.match(lead)
        if number is None or (plain and _counts_sections(heading, number, top)):
            sections.append((heading, number))
    return sections, appendices


def _stands_in(number: Number, sections: Sequence[tuple[Heading, Number | None]]) -> bool:
    """Whether an appendix is numbered in the chapter that it stands in: 'Bilaga 5.1' in chapter 5."""
    last = next((one for _, one in reversed(sections) if one), ())
    return len(number) > 1 and number[:1] == last[:1]


def _numbered_by_goal(plan: Plan) -> frozenset[Text]:
    """The headings of interventions whose numbers go on from their goals' codes, not from the section's number."""
    return frozenset(
        one.heading.place
        for one in plan.interventions
        if any((one.number or "").startswith(f"{code}.") for code in one.under)
    )


def _decimal(number: str | None) -> Number | None:
    """The figures of a number; '2.0' is chapter 2."""
    found = _DECIMAL.fullmatch(number or "")
    figures = tuple(map(int, found[0].split("."))) if found else None
    return figures[:1] if figures and figures[1:] == (0,) else figures


def number_lead(heading: Heading, paragraph: Paragraph) -> str:
    """The words before a heading's number, automatic or typed: 'Bilaga', 'Insats'; '' where there are none."""
    typed = paragraph.text[: heading.place.start - paragraph.content.start]
    return "".join(one for one in f"{paragraph.number or ''} {typed}" if one.isalpha() or one.isspace()).strip()


def _counts_sections(heading: Heading, number: Number, top: int) -> bool:
    """Whether a number counts sections: one figure alone deep in the plan counts something else ('1. Steg ett')."""
    return len(number) > 1 or heading.level <= top


def _faults(heading: Heading, number: Number, series: _Series) -> Iterator[Hit]:
    """What is wrong with the next number, if anything; the series goes on from it."""
    if _follows(number, series.meant):
        series.meant = number
    elif _follows(number, series.written):
        series.meant = _moved(series.meant, series.written, number)
    else:
        depth = len(number) - 1
        expected = (*series.written[:depth], _next(series.written, depth))
        case = _case(number, expected, series)
        if case:
            first = series.first.get(number)
            named = {"title": excerpt(heading.title), "number": heading.number or "", "expected": _dotted(expected)}
            related = (first.place,) if first and case == "repeat" else ()
            yield Hit(heading.place, case, named, related, subject=chapter_subject(heading))
        series.meant = expected if case else number
    series.written, series.unnumbered = number, DEEPEST
    series.first.setdefault(number, heading)


def _follows(number: Number, path: Number) -> bool:
    """Whether a number is the next one in some section that is open, or the first in a new one."""
    depth = len(number) - 1
    return number[:depth] == path[:depth] and number[depth] == _next(path, depth)


def _next(path: Number, depth: int) -> int:
    return (path[depth] if len(path) > depth else 0) + 1


def _moved(path: Number, before: Number, number: Number) -> Number:
    """Where a path leads after the step from one number to the next."""
    last = len(number) - 1
    if last >= len(before):
        return path + number[len(before) :]
    return (*path[:last], path[last] + number[last] - before[last]) if last < len(path) else number


def _case(number: Number, expected: Number, series: _Series) -> str | None:
    """How a number departs from what was expected; None where that cannot be told.

    The first number may be any, as in a part of a plan, and so may those under a chapter without a number; chapter 1
    after others begins a document that is appended.
    """
    if not series.written or number == (1,):
        return None
    if number[:-1] != expected[:-1]:
        return None if series.unnumbered < len(number) or len(expected) != len(number) else "parent"
    if number[-1] - expected[-1] > LARGEST_GAP:
        return None
    if number[-1] > expected[-1]:
        return "gap"
    return "repeat" if number in series.first else "back"


def _dotted(number: Number) -> str:
    return ".".join(map(str, number))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "skipped_levels": CheckSpec(skipped_levels, Plan, {"default": holes("title", "level", "above", "above_level")}),
        "heading_numbers": CheckSpec(
            heading_numbers,
            Plan,
            dict.fromkeys(("gap", "repeat", "back", "parent"), holes("title", "number", "expected")),
        ),
    }
)
"""By the names that rule files use."""
