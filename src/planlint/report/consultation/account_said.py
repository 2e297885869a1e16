"""What a view says, in a few lines: the words that it is about, what is said of them, what is wanted instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from planlint.consult.account import kind_of
from planlint.consult.diff import pieces
from planlint.model.comparison import Piece
from planlint.model.filled import TOLD, Column, FilledRow
from planlint.model.words import Words
from planlint.report.comparison_told_items import own_words, told_pieces
from planlint.report.passage import middle_out
from planlint.report.printable import printable

MOST_LINES: Final = 60
"""Lines of a view; a new intervention that somebody proposes has some twenty."""
MOST_VIEW: Final = 4_000
"""Cells of a line of somebody's own words before its middle is left out."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line of a view: what stands before it, and its words, marked where they are to go or to come."""

    pieces: tuple[Piece, ...]
    lead: Words | None = None


def told_of(row: FilledRow, column: Column) -> str:
    """What a row says in one of the columns that the answers fill."""
    return row.told[TOLD.index(column)]


def tell_said(row: FilledRow) -> tuple[SaidLine, ...]:
    """Everything that a view says, line by line; its kind where it says nothing more."""
    lines = list(_lines(row))
    if not lines:
        return (SaidLine((Piece("same", _cut(told_of(row, "kind"))),)),)
    if len(lines) > MOST_LINES:
        more = own_words("change-more", number=len(lines) - MOST_LINES)
        return (*lines[:MOST_LINES], SaidLine((), more))
    return tuple(lines)


def _lines(row: FilledRow) -> Iterator[SaidLine]:
    quote, view, proposal = (told_of(row, column).strip() for column in ("quote", "view", "proposal"))
    if quote and proposal:
        yield SaidLine(told_pieces(pieces(quote, proposal)), own_words("account-rewording"))
    elif quote and kind_of(row) == "deletion":
        yield from _marked(quote, "gone", "account-deletion")
    elif quote:
        yield SaidLine((Piece("same", f"”{_cut(quote)}”"),), own_words("account-quote"))
    yield from (SaidLine((Piece("same", _cut(line)),)) for line in view.split("\n") if line.strip())
    if proposal and not quote:
        yield from _marked(proposal, "new", "account-proposal")


def _marked(text: str, kind: Literal["new", "gone"], lead: str) -> Iterator[SaidLine]:
    """Lines that are to come or to go, the first with what they are."""
    for index, line in enumerate(filter(str.strip, text.split("\n"))):
        piece = Piece(kind, line)
        yield SaidLine(told_pieces([piece]), None if index else own_words(lead))


def _cut(text: str) -> str:
    return middle_out(printable(text), MOST_VIEW)
