"""The compilation of a consultation as a web page: one self-contained file, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.consult.cells import told_cells
from planlint.model.comparison import Piece
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import TOLD, Column
from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.consultation.compilation_told import (
    MARKED,
    Account,
    Section,
    compare_words,
    list_numbers,
    respondents_of,
    tell,
    tell_remarks,
)
from planlint.report.html.comparison_page import marked
from planlint.report.html.environment import Shell, render
from planlint.report.html.words import LANGUAGES
from planlint.texts import say

MOST_VERDICTS: Final = 200
"""Findings that come or go; the document and the workbook have them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its cells line by line, and what the filter knows it by."""

    number: int
    cells: tuple[tuple[Column, tuple[Words, ...]], ...]
    marked: Mapping[Column, tuple[Piece, ...]]
    """Columns in which words are marked as gone or new, with the pieces of their words."""
    remarks: tuple[Words, ...]
    kind: str
    whose: str
    """The indices of those who hold it, among all respondents."""
    against: str


@dataclass(frozen=True, slots=True)
class Table:
    """A chapter's rows."""

    section: Section
    rows: tuple[Row, ...]


def render_compilation_html(compilation: Compilation, language: Language) -> str:
    """The page; `language` is the one that shows first. The same compilation gives the same bytes."""
    account = tell(compilation)
    whose = {name: str(index) for index, name in enumerate(respondents_of(compilation))}
    return render(
        "compilation.html.j2",
        Shell(f"{say('compilation-title', language)} – {account.title}", language),
        told=account,
        columns=TOLD,
        tables=tuple(
            Table(section, tuple(_row(each, whose) for each in section.entries)) for section in account.tables
        ),
        clashes=tuple(_row(each, whose) for each in account.clashes),
        kinds=_kinds(compilation.entries, account),
        marked=marked,
        most=MOST_VERDICTS,
    )


def _row(entry: Entry, whose: dict[str, str]) -> Row:
    swedish, english = (told_cells(entry, language) for language in LANGUAGES)
    cells = (_lines(*pair) for pair in zip(swedish, english, strict=True))
    told = dict(zip(TOLD, swedish, strict=True))
    both = compare_words(told["quote"], told["proposal"])
    return Row(
        number=entry.number,
        cells=tuple(zip(TOLD, cells, strict=True)),
        marked={column: both[side] for column, side in MARKED.items() if both},
        remarks=tell_remarks(entry),
        kind=entry.said.kind,
        whose=" ".join(whose[each] for each in entry.respondents),
        against=list_numbers(entry.against),
    )


def _lines(swedish: str, english: str) -> tuple[Words, ...]:
    """The lines of a cell in both languages, of which it has as many."""
    return tuple(Words(sv=sv, en=en) for sv, en in zip(swedish.split("\n"), english.split("\n"), strict=False))


def _kinds(entries: Sequence[Entry], account: Account) -> tuple[tuple[str, Words], ...]:
    """The kinds that there are, the most frequent first, with what the filter says of each."""
    there = {entry.said.kind for entry in entries}
    names = {say(f"view-{kind}", "sv"): kind for kind in there}
    return tuple((names[count.name.sv], count.name) for count in account.kinds)
