"""What the lines of a table say: views with their standpoints, the files that it was made from, and its digest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from planlint.consult.cells import ID_LENGTH
from planlint.consult.table.columns import LANGUAGES, Head, find_basis, find_views
from planlint.consult.table.grid import Grid, Line, Paper
from planlint.consult.table.words import is_prompt, read_standpoint
from planlint.model.filled import TOLD, Basis, FilledRow, ordinal
from planlint.model.rule import Language
from planlint.texts import say

_ID: Final = re.compile(rf"[a-z2-7]{{{ID_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Found:
    """A line of a grid under a header that was known again, which stands in the line `header`."""

    grid: Grid
    head: Head
    line: Line
    header: Line

    def cell(self, column: str) -> str:
        """What the line says in a column, without white space around it."""
        return self.head.cell(self.line.cells, column).strip()


_Rule = tuple[Head, Line]


@dataclass(frozen=True, slots=True)
class State:
    """What the table says of itself: how many views it was made with, the digest of their ids, whether it has names."""

    language: Language
    views: int = 0
    digest: str = ""
    anonymous: bool = False


def find_rows(paper: Paper) -> Iterator[Found]:
    """The lines that hold a view, in order.

    A header rules until the next one in its table, and in the next table too where that begins without a header: people
    split tables. Empty lines, and lines where planlint's own columns are all empty, are passed over.
    """
    last: _Rule | None = None
    for grid in paper.grids:
        rule: _Rule | None = None
        for line in grid.lines:
            head = find_views(line.cells)
            if head or find_basis(line.cells):
                rule = last = (head, line) if head else None
                continue
            if rule is None and last and len(last[1].cells) == len(line.cells) and _has_id(last[0], line):
                rule = last
            if rule and _says_something(found := Found(grid, rule[0], line, rule[1])):
                yield found


def find_files(paper: Paper) -> Iterator[Found]:
    """The lines of the table of files, in order."""
    for grid in paper.grids:
        rule: _Rule | None = None
        for line in grid.lines:
            head = find_basis(line.cells)
            if head or find_views(line.cells):
                rule = (head, line) if head else None
            elif rule and (found := Found(grid, rule[0], line, rule[1])).cell("file"):
                yield found


def read_row(found: Found) -> FilledRow:
    """One view as the table has it."""
    number, identifier = split_number(found)
    standpoint = found.cell("standpoint")
    words = "" if is_prompt(standpoint) else standpoint
    return FilledRow(
        number=number,
        id=identifier,
        told=tuple(_told(found, column) for column in TOLD),
        standpoint=read_standpoint(words),
        standpoint_words=words,
        reason=found.cell("reason"),
        change=found.cell("change"),
        responsible=found.cell("responsible"),
        where=say(f"row-in-{found.grid.sort}", found.head.language, name=found.grid.name, number=found.line.shown),
    )


def split_number(found: Found) -> tuple[str, str]:
    """The number and the id. In Word both stand in one cell, the id last, and Word may have made its first letter big.

    A row that somebody added has no id; what its cell says is all number then.
    """
    words = found.cell("number").split()
    own = found.cell("id").lower()
    if "id" not in found.head.columns and _bears_id(words):
        own = words.pop().lower()
    return " ".join(words).rstrip("."), own


def read_basis(found: Found) -> Basis:
    """One of the files that the table was made from."""
    return Basis(
        respondents=found.cell("respondent"),
        path=found.cell("file"),
        revisions=_number(found.cell("revisions")),
        comments=_number(found.cell("comments")),
        views=_number(found.cell("views")),
        digest=found.cell("digest").lower(),
    )


def is_plan(basis: Basis) -> bool:
    """Whether a line of the table of files is about the plan itself."""
    return basis.respondents in {say("basis-plan", language) for language in LANGUAGES}


def read_state(paper: Paper) -> State | None:
    """What the line with the digest says; None where it is gone."""
    for words in paper.words():
        for language in LANGUAGES:
            if found := state_pattern(language).search(words):
                anonymous = say("table-anonymous", language) in words[found.end() :]
                return State(language, _number(found["number"]), found["digest"].lower(), anonymous)
    return None


@cache
def state_pattern(language: Language) -> re.Pattern[str]:
    """What the line with the digest looks like, made of the text that it is written with."""
    text = re.escape(say("table-digest", language)).replace(r"\ ", r"\s+")
    return re.compile(text.replace(r"\{number\}", r"(?P<number>\d+)").replace(r"\{digest\}", r"(?P<digest>\w+)"))


def _told(found: Found, column: str) -> str:
    """The words of a column; in Word remarks stand below the kind."""
    words = found.cell(column)
    return words.partition("\n")[0] if column == "kind" else words


def _has_id(head: Head, line: Line) -> bool:
    return _bears_id(head.cell(line.cells, "number").split())


def _bears_id(words: list[str]) -> bool:
    """Whether the words are a number and an id: "muntlig synpunkt" ends with eight letters too."""
    return len(words) > 1 and words[0].rstrip(".").isdecimal() and bool(_ID.fullmatch(words[-1].lower()))


def _says_something(found: Found) -> bool:
    return any(found.cell(column) for column in found.head.columns)


def _number(words: str) -> int:
    """The number that a cell states, however its thousands are set off; 0 for anything else."""
    return ordinal("".join(words.split())) or 0
