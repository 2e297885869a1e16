"""What the coverage's workbook holds: a sheet of goals, one of principles, one of roles; no matter how it looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from planlint.model.rule import Language
from planlint.report.coverage import Column, Coverage, Line, percentage, reached
from planlint.report.roles import Role, name_role
from planlint.texts import say

MARK: Final = "x"
MOST_COLUMNS: Final = 16_000
"""Interventions: Excel has 16,384 columns, and some are for other things."""
WORDS: Final = 2
"""Columns, from the left, that hold words: the code and the text."""
OTHERS: Final = 4
"""Columns that are no intervention's: those, the count and the last."""
Cells = Mapping[int, str | int]
"""The cells of a row that hold something, by column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet holds: a header, rows with a total below, and what the marks mean.

    `bare` are the rows that stand out: what nothing serves, or
    where a role is missing.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[Cells, ...]
    total: Cells
    bare: frozenset[int]
    legend: tuple[str, ...]


def lay_out(coverage: Coverage, roles: tuple[Role, ...], language: Language) -> Iterator[Sheet]:
    """A sheet for goals, one for principles, and one for roles where the plan has any."""
    columns = coverage.columns[:MOST_COLUMNS]
    yield _matrix("goals", coverage.goals, columns, language)
    yield _matrix("principles", coverage.principles, columns, language)
    if roles:
        yield _roles(roles, columns, language)


def _matrix(
    kind: Literal["goals", "principles"], lines: Sequence[Line], columns: Sequence[Column], language: Language
) -> Sheet:
    single = say("matrix-goal" if kind == "goals" else "matrix-principle", language)
    count = WORDS + len(columns)
    totals = Counter(WORDS + column for line in lines for column in line.served)
    bare = frozenset(index for index, line in enumerate(lines) if not line.served)
    return Sheet(
        name=say(f"matrix-{kind}", language),
        header=(
            say("csv-code", language), single, *map(_name, columns), say("csv-count", language),
            say("csv-unserved", language),
        ),
        rows=tuple(
            {0: line.key, 1: line.text}
            | {WORDS + column: MARK for column in line.served if column < len(columns)}
            | {count: len(line.served)}
            | _unserved(line, count + 1, language)
            for line in lines
        ),
        total={1: say(f"matrix-{kind}-total", language)}
        | {WORDS + column: totals[WORDS + column] for column in range(len(columns))}
        | {count: totals.total(), count + 1: len(bare)},
        bare=bare,
        legend=_legend(kind, lines, columns, language),
    )  # fmt: skip


def _unserved(line: Line, column: int, language: Language) -> dict[int, str | int]:
    return {} if line.served else {column: say("yes", language)}


def _legend(kind: str, lines: Sequence[Line], columns: Sequence[Column], language: Language) -> tuple[str, ...]:
    if not lines:
        return (say(f"no-{kind}", language),)
    sentence = say(f"{kind}-reached", language, reached=reached(lines), all=len(lines), percent=percentage(lines))
    if not columns:
        return (say("no-interventions", language), sentence)
    return (sentence, say(f"workbook-{kind}", language, mark=MARK), say("workbook-unserved", language))


def _roles(roles: tuple[Role, ...], columns: Sequence[Column], language: Language) -> Sheet:
    names = [name_role(role, language) for role in roles]
    last = WORDS + len(roles)
    rows: list[Cells] = []
    for index, column in enumerate(columns):
        row: dict[int, str | int] = {0: "" if column.id == column.title else column.id, 1: column.title}
        row |= {WORDS + place: role.counts[index] for place, role in enumerate(roles)}
        lacking = [name for name, role in zip(names, roles, strict=True) if not role.counts[index]]
        rows.append(row | {last: ", ".join(lacking)} if lacking else row)
    bare = frozenset(index for index, row in enumerate(rows) if last in row)
    return Sheet(
        name=say("workbook-roles", language),
        header=(
            say("csv-code", language),
            say("matrix-intervention", language),
            *names,
            say("workbook-lacks", language),
        ),
        rows=tuple(rows),
        total={1: say("csv-total", language)}
        | {WORDS + place: sum(role.counts) for place, role in enumerate(roles)}
        | {last: len(bare)},
        bare=bare,
        legend=(say("workbook-roles-legend", language),),
    )


def _name(column: Column) -> str:
    return column.title if column.id == column.title else f"{column.id} {column.title}"
