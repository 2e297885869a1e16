"""The coverage as text: who serves which goal, at a glance, within the page's width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from planlint.report.coverage import Column, Coverage, percentage, reached
from planlint.report.coverage import Line as Row
from planlint.report.line import Line, line
from planlint.report.page import Page
from planlint.report.passage import middle_out
from planlint.report.printable import printable

SERVED: Final = "●"
NOT_SERVED: Final = "·"
LEAST_LABEL: Final = 24
"""Cells that the interventions' names get before the table is cut into several."""


def render_coverage(coverage: Coverage, page: Page) -> str:
    """Both tables, and what no intervention serves."""
    return page.render(matrix_lines(coverage, page))


def matrix_lines(coverage: Coverage, page: Page) -> Iterator[Line]:
    """Goals × interventions, then principles × interventions."""
    yield from _part("goals", coverage.goals, coverage.columns, page)
    yield Line()
    yield from _part("principles", coverage.principles, coverage.columns, page)


def _part(kind: str, rows: Sequence[Row], columns: Sequence[Column], page: Page) -> Iterator[Line]:
    yield line((page.say(f"{kind}-by-intervention"), "bold"))
    yield Line()
    if not rows:
        yield from page.wrap(page.say(f"no-{kind}"))
        return
    if not columns:
        yield from page.wrap(page.say("no-interventions"))
        return
    yield from _table(rows, columns, page)
    counts = {"reached": reached(rows), "all": len(rows), "percent": percentage(rows)}
    yield from page.wrap(page.say(f"{kind}-reached", **counts))
    unserved = [row for row in rows if not row.served]
    if unserved:
        yield from page.wrap(page.say(f"{kind}-unserved"))
    keys = [printable(row.key) for row in unserved]
    hanging = max((4, *(cell_len(key) + 1 for key in keys)))
    for key, row in zip(keys, unserved, strict=True):
        yield from page.wrap(printable(row.text), indent=2, hanging=hanging, lead=key)


def _table(rows: Sequence[Row], columns: Sequence[Column], page: Page) -> Iterator[Line]:
    names = [
        printable(column.title if column.id == column.title else f"{column.id} {column.title}") for column in columns
    ]
    keys = [printable(row.key) for row in rows]
    cell = max(3, *(cell_len(key) + 1 for key in keys))
    footer = page.say("number-of-interventions")
    room = max(LEAST_LABEL, page.width - cell * len(rows))
    label = min(room, max(map(cell_len, (*names, footer))) + 1)
    fit = max(1, (page.width - label) // cell)
    for start in range(0, len(rows), fit):
        shown = rows[start : start + fit]
        yield _row("", label, iter(keys[start : start + fit]), cell)
        for index, name in enumerate(names):
            yield _row(name, label, (SERVED if index in row.served else NOT_SERVED for row in shown), cell)
        yield _row(footer, label, (str(len(row.served)) for row in shown), cell)
        yield Line()


def _row(name: str, label: int, cells: Iterator[str], width: int) -> Line:
    name = middle_out(name, label - 1)
    marks = "".join(" " * (width - cell_len(each)) + each for each in cells)
    return line(name + " " * (label - cell_len(name)) + marks)
