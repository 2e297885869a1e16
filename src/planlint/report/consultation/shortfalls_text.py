"""What lacks in a compilation that people have filled in, as text: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planlint.consult.verify import fails, spans
from planlint.model.filled import FilledTable, ordinal
from planlint.model.rule import Language
from planlint.model.shortfall import Shortfall, ShortfallKind
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.texts import say

_APART: Final[frozenset[ShortfallKind]] = frozenset({"double-row"})
"""What says nothing without the place of each row."""


def render_shortfalls(table: FilledTable, shortfalls: Sequence[Shortfall], page: Page) -> str:
    """What lacks in the order of `verify`, then how many there are; that all is well where there is none.

    What several rows lack alike is said once with their numbers, where the first of them would say it.
    """
    lines: list[Line] = []
    for group in _gathered(shortfalls, page.language):
        lines += _told(group, page)
    failing = sum(map(fails, shortfalls))
    rows = len(table.rows)
    if lines:
        lines.append(Line())
    if failing:
        told = page.say("shortfall-summary", failing=failing, noted=len(shortfalls) - failing, views=rows)
    else:
        told = page.say("shortfall-none", views=rows)
    return page.render([*lines, *page.wrap(line((f"{printable(table.path)}: ", ""), (told, "bold")))])


def _gathered(shortfalls: Sequence[Shortfall], language: Language) -> Iterator[Sequence[Shortfall]]:
    """Those of numbered rows that say the same, together."""
    groups: dict[tuple[ShortfallKind, str, int], list[Shortfall]] = {}
    for index, each in enumerate(shortfalls):
        alone = each.kind in _APART or not each.where or ordinal(each.number) is None
        groups.setdefault((each.kind, say_shortfall(each, language), index if alone else -1), []).append(each)
    yield from groups.values()


def _told(group: Sequence[Shortfall], page: Page) -> Iterator[Line]:
    first = group[0]
    if len(group) > 1:
        numbers = ", ".join(spans(sorted({number for each in group if (number := ordinal(each.number)) is not None})))
        title = line((page.say("shortfall-rows", numbers=numbers, rows=len(group)), "bold"))
    else:
        where = f" ({printable(first.where)})" if first.where else ""
        title = line((name_place(first, page.language), "bold"), where)
    yield from page.wrap(title)
    yield from page.wrap(line((say_shortfall(first, page.language), "" if fails(first) else "cyan")), indent=4)


def name_place(shortfall: Shortfall, language: Language) -> str:
    """What a shortfall is about: a row by its number and element, an element, or the table."""
    parts = []
    if shortfall.where:
        number = printable(shortfall.number)
        parts.append(say("shortfall-row", language, number=number) if number else say("shortfall-nameless", language))
    if shortfall.element:
        parts.append(printable(shortfall.element))
    return ", ".join(parts) or say("shortfall-table", language)


def say_shortfall(shortfall: Shortfall, language: Language) -> str:
    """What lacks or differs, and what to do about it."""
    words = printable(shortfall.words)
    if shortfall.kind == "missing-column":
        words = say(f"column-{shortfall.words}", language)
    return say(f"shortfall-{shortfall.kind}", language, words=words, view=printable(shortfall.view))
