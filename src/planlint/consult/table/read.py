"""A compilation that people have filled in, read from its file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planlint import sheets, word
from planlint.consult.table.columns import Head, lacking
from planlint.consult.table.docx import lay_out_document
from planlint.consult.table.grid import Paper
from planlint.consult.table.rows import find_files, find_rows, is_plan, read_basis, read_row, read_state
from planlint.consult.table.xlsx import lay_out_workbook
from planlint.errors import InputError
from planlint.intake import Source, read_bytes
from planlint.model.filled import Column, FilledTable

BOOKS: Final = frozenset({".xlsx", ".xlsm"})
"""Endings of Excel's files; anything else is taken for Word."""


def read_table(source: Source) -> FilledTable:
    """The table in a Word or Excel file. Raises InputError for a file that cannot be read, or has no such table.

    Tables that people have split or merged, moved columns, columns and rows of their own are all read; so is what
    other programs make of the file when they save it.
    """
    paper = lay_out(source, read_bytes(source))
    rows, state = tuple(find_rows(paper)), read_state(paper)
    if not rows and state is None:
        raise _no_table()
    files = tuple(map(read_basis, find_files(paper)))
    heads = [found.head for found in rows]
    return FilledTable(
        path=source.shown,
        language=heads[0].language if heads else state.language if state else "sv",
        rows=tuple(map(read_row, rows)),
        plan=next(filter(is_plan, files), None),
        basis=tuple(each for each in files if not is_plan(each)),
        views=state.views if state else 0,
        digest=state.digest if state else "",
        anonymous=state is not None and state.anonymous,
        lacking=_lacking(heads, separate=is_book(source)),
        revisions=paper.revisions,
    )


def is_book(source: Source) -> bool:
    """Whether the file is taken for Excel's."""
    return source.path.suffix.lower() in BOOKS


def lay_out(source: Source, data: bytes) -> Paper:
    """The tables in a file's bytes, by its ending. Raises InputError for what cannot be read."""
    if is_book(source):
        return lay_out_workbook(sheets.read(data))
    return lay_out_document(word.read(data))


def _lacking(heads: Iterable[Head], *, separate: bool) -> tuple[Column, ...]:
    return tuple(dict.fromkeys(column for head in heads for column in lacking(head, separate=separate)))


def _no_table() -> InputError:
    return InputError(
        "unreadable",
        (
            "Filen innehåller ingen sammanställning. Ange filen från ”planlint consult compile”, med tabellernas "
            "rubrikrader kvar."
        ),
        "The file holds no compilation. Name the file from “planlint consult compile”, with its tables’ header rows.",
    )
