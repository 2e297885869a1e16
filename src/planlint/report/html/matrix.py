"""The matrices as a page shows them: rows, columns, marks, what carries how much, and the pictures beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from planlint.model.finding import Severity
from planlint.model.plan import Plan
from planlint.model.words import Words
from planlint.report.coverage import Column, Coverage, Line, percentage, reached
from planlint.report.html.anchors import Pointer, Pointers, goal_id, intervention_id, principle_id
from planlint.report.html.matrix_bars import BAR, FIGURE, BarPicture, draw_balance, draw_bars
from planlint.report.html.matrix_links import GAP, LinkPicture, draw_links, name_of
from planlint.report.html.matrix_type import fit, width_of
from planlint.report.html.words import LANGUAGES, own
from planlint.report.printable import printable
from planlint.report.roles import Role, measure_roles, name_role

MOST_ROWS: Final = 200
"""Goals, or principles, and interventions, that a page shows: a table with more is for a spreadsheet."""
MOST_COLUMNS: Final = 100
UPRIGHT: Final = 6
"""Interventions whose titles stand in full over a table; those of more are turned on their side."""
TALL: Final = 15
"""Rows that a screen holds with the head over them."""
LONGEST: Final = 600
"""Characters of a goal or a title that a table shows: several times what people write."""
LONGEST_HEADER: Final = 80
"""Characters of a title over a column: the table of what each intervention carries has all of it."""
BOLDER: Final = 115
"""Per cent of the width of ordinary letters that bold ones take."""
NO_POINTERS: Final = Pointers({}, {}, {})

Served = Literal["goals", "principles"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Findings of one rule about a row or a column: the first of them, and how many there are."""

    anchor: str
    rule: str
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class Head:
    """An intervention over a column or before a row; `anchor` is '' where another place has its name."""

    anchor: str
    number: str
    title: str
    remarks: tuple[Remark, ...]

    @property
    def brief(self) -> str:
        """The title where there is little room."""
        return cut(self.title, LONGEST_HEADER)


@dataclass(frozen=True, slots=True)
class Row:
    """A goal or a principle, and whether each intervention serves it."""

    anchor: str
    code: str
    text: str
    marks: tuple[bool, ...]
    count: int
    """How many interventions serve it, also those that the page leaves out."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Goals or principles by intervention.

    `totals` are how many of them each intervention serves. What `cut` says is left out counts too, here and in
    `reached`, `all` and `percent`.
    """

    serves: Served
    id: str
    name: Words
    over: Words
    """What stands over the columns."""
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    reached: int
    all: int
    percent: int
    cut: bool
    picture: LinkPicture | None

    @property
    def none(self) -> Words:
        """What is said of a row that no intervention serves."""
        return own("matrix-none")

    @property
    def nothing(self) -> Words:
        """What is said of an intervention that serves none of the rows."""
        return own(f"matrix-{self.serves}-nothing")

    @property
    def unserved(self) -> tuple[Row, ...]:
        """The rows that rest on nothing."""
        return tuple(row for row in self.rows if not row.count)

    @property
    def upright(self) -> bool:
        """Whether the columns' titles have room to stand in full."""
        return len(self.columns) <= UPRIGHT

    @property
    def tall(self) -> bool:
        """Whether the head would be out of sight at the last rows."""
        return len(self.rows) > TALL


@dataclass(frozen=True, slots=True)
class Series:
    """What interventions carry of one sort: its name, and a number for each."""

    key: str
    name: Words
    none: Words
    """What is said of an intervention that has none."""
    counts: tuple[int, ...]

    @property
    def head(self) -> Words:
        """Its name over bars."""
        room = 100 * (BAR + FIGURE - GAP) // BOLDER
        return Words(sv=fit(self.name.sv, room), en=fit(self.name.en, room))

    @property
    def missing(self) -> tuple[int, ...]:
        """The indexes of the interventions that have none."""
        return tuple(index for index, count in enumerate(self.counts) if not count)


@dataclass(frozen=True, slots=True)
class Load:
    """What each intervention carries: goals and principles that it serves, duties in each role (none: no role)."""

    id: str
    over: Words
    rows: tuple[Head, ...]
    served: tuple[Series, ...]
    roles: tuple[Series, ...]
    cut: bool
    picture: BarPicture | None
    balance: BarPicture | None

    @property
    def tall(self) -> bool:
        """Whether the head would be out of sight at the last rows."""
        return len(self.rows) > TALL


@dataclass(frozen=True, slots=True)
class Matrices:
    """All that the page shows of a document's coverage."""

    goals: Matrix
    principles: Matrix
    load: Load

    @property
    def anchors(self) -> frozenset[str]:
        """Every goal, principle and intervention that the page has a place for: what links may lead to."""
        heads = {each.anchor for each in (*self.goals.columns, *self.load.rows)}
        rows = {each.anchor for each in (*self.goals.rows, *self.principles.rows)}
        return frozenset(heads | rows) - {""}


def view_matrices(plan: Plan, coverage: Coverage, document: str, pointers: Pointers = NO_POINTERS) -> Matrices:
    """The matrices of one document; `document` begins the names of its places, `pointers` lead to its findings."""
    heads = _heads(coverage.columns[:MOST_COLUMNS], document, pointers)
    nameless = tuple(replace(head, anchor="") for head in heads)
    bare = tuple(replace(head, remarks=()) for head in nameless)
    return Matrices(
        goals=_matrix("goals", coverage, document, heads, pointers),
        principles=_matrix("principles", coverage, document, bare, pointers),
        load=_load(measure_roles(plan), coverage, document, nameless if coverage.goals else heads),
    )


def _heads(columns: Sequence[Column], document: str, pointers: Pointers) -> tuple[Head, ...]:
    return tuple(
        Head(intervention_id(document, index), *_shown(name_of(column)), _remarks(pointers.interventions, column.id))
        for index, column in enumerate(columns)
    )


def _shown(name: tuple[str, str]) -> tuple[str, str]:
    number, title = name
    return cut(number, LONGEST_HEADER), cut(title, LONGEST)


def _matrix(serves: Served, coverage: Coverage, document: str, heads: tuple[Head, ...], pointers: Pointers) -> Matrix:
    lines = coverage.goals if serves == "goals" else coverage.principles
    about = pointers.goals if serves == "goals" else pointers.principles
    name = goal_id if serves == "goals" else principle_id
    shown = lines[:MOST_ROWS]
    badges = (_badge(own("matrix-none")), _badge(own(f"matrix-{serves}-nothing")))
    return Matrix(
        serves=serves,
        id=f"{document}-{serves}",
        name=own(f"matrix-{serves}"),
        over=own("matrix-interventions"),
        columns=heads,
        rows=tuple(
            _row(line, name(document, index), len(heads), _remarks(about, line.key)) for index, line in enumerate(shown)
        ),
        totals=_carried(lines, len(heads)),
        reached=reached(lines),
        all=len(lines),
        percent=percentage(lines),
        cut=len(lines) > len(shown) or len(coverage.columns) > len(heads),
        picture=draw_links(shown, coverage.columns[: len(heads)], badges) if shown and heads else None,
    )


def _row(line: Line, anchor: str, columns: int, remarks: tuple[Remark, ...]) -> Row:
    return Row(
        anchor=anchor,
        code=cut(printable(line.key), LONGEST_HEADER),
        text=cut(printable(line.text), LONGEST),
        marks=tuple(index in line.served for index in range(columns)),
        count=len(line.served),
        remarks=remarks,
    )


def _load(roles: Sequence[Role], coverage: Coverage, document: str, heads: tuple[Head, ...]) -> Load:
    sorts = (("goals", coverage.goals), ("principles", coverage.principles))
    served = [
        Series(sort, own(f"matrix-{sort}"), own(f"matrix-{sort}-nothing"), _carried(lines, len(heads)))
        for sort, lines in sorts
        if lines
    ]
    duties = [Series(role.key, _role_name(role), own("matrix-missing"), role.counts[: len(heads)]) for role in roles]
    columns = coverage.columns[: len(heads)]
    return Load(
        id=f"{document}-load",
        over=own("matrix-interventions"),
        rows=heads,
        served=tuple(served),
        roles=tuple(duties),
        cut=len(coverage.columns) > len(heads),
        picture=draw_bars(columns, [each.counts for each in served]) if heads and served else None,
        balance=draw_balance(columns, *(each.counts for each in duties)) if heads and duties else None,
    )


def _carried(lines: Sequence[Line], columns: int) -> tuple[int, ...]:
    carried = Counter(column for line in lines for column in line.served)
    return tuple(carried[column] for column in range(columns))


def _role_name(role: Role) -> Words:
    return Words(**{language: cut(name_role(role, language), LONGEST_HEADER) for language in LANGUAGES})


def _remarks(about: Mapping[str, tuple[Pointer, ...]], key: str) -> tuple[Remark, ...]:
    """The findings about a row or a column by rule, in their order."""
    first: dict[tuple[str, Severity], list[Pointer]] = {}
    for pointer in about.get(key, ()):
        first.setdefault((pointer.rule, pointer.severity), []).append(pointer)
    return tuple(Remark(each[0].anchor, rule, severity, len(each)) for (rule, severity), each in first.items())


def _badge(words: Words) -> int:
    """Pixels that a badge's words, which are bold, take in the language where they are longer."""
    return BOLDER * max(width_of(words.in_language(language)) for language in LANGUAGES) // 100


def cut(text: str, most: int) -> str:
    """The text, or so much of its beginning that it has `most` characters with '…'."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
