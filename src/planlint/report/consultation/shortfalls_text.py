"""What lacks in a compilation that people have filled in, as text: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planlint.consult.verify import fails
from planlint.model.filled import FilledTable
from planlint.model.rule import Language
from planlint.model.shortfall import Shortfall
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.printable import printable
from planlint.texts import say


def render_shortfalls(table: FilledTable, shortfalls: Sequence[Shortfall], page: Page) -> str:
    """Row by row as `verify` tells them, then how many there are; that all is well where there is none."""
    lines: list[Line] = []
    for shortfall in shortfalls:
        lines += _told(shortfall, page)
    failing = sum(map(fails, shortfalls))
    rows = len(table.rows)
    if lines:
        lines.append(Line())
    if failing:
        told = page.say("shortfall-summary", failing=failing, noted=len(shortfalls) - failing, views=rows)
    else:
        told = page.say("shortfall-none", views=rows)
    return page.render([*lines, *page.wrap(line((f"{printable(table.path)}: ", ""), (told, "bold")))])


def _told(shortfall: Shortfall, page: Page) -> Iterator[Line]:
    where = f" ({printable(shortfall.where)})" if shortfall.where else ""
    title = line((name_place(shortfall, page.language), "bold"), where)
    yield from page.wrap(title)
    yield from page.wrap(line((say_shortfall(shortfall, page.language), "" if fails(shortfall) else "cyan")), indent=4)


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
