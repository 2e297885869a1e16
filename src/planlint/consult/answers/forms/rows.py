"""A form's rows as views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from planlint.consult.answers.forms.columns import Columns, find_columns
from planlint.consult.answers.forms.kinds import is_prompt, read_kind, says_nothing
from planlint.consult.answers.forms.lines import Line
from planlint.consult.answers.forms.places import Places
from planlint.consult.form import FormColumn
from planlint.model.consultation import Said, Spot
from planlint.model.text import Text
from planlint.texts import say

LONGEST_KIND: Final = 3
"""Words of a kind; more are a view that was written in its column."""


@dataclass(frozen=True, slots=True)
class View:
    """A row: its view, or None where it has none, and what it is about. `spare` is what else the row says."""

    said: Said | None
    line: Line
    spot: Spot | None
    spare: tuple[str, ...] = ()


def read_row(line: Line, columns: Columns, places: Places) -> View | None:
    """What a row says. None for a head that is repeated in the table."""
    if find_columns(line) is not None:
        return None
    cells, added = columns.read(line), columns.read_added(line)
    spot, why = places.find(cells["id"], cells["section"])
    chosen = "" if is_prompt(cells["kind"]) else cells["kind"]
    text, proposal = _said(cells["view"]), _said(cells["proposal"])
    kind = read_kind(chosen) or "statement"
    telling = len(chosen.split()) > LONGEST_KIND
    if says_nothing(text) and not (proposal or telling or kind == "support") and spot and spot.index:
        return View(None, line, spot, (text, *added))
    if not (text or proposal or telling or kind == "support"):
        stray = (chosen,) if chosen and kind == "statement" else ()
        return View(None, line, spot, (*stray, *added))
    if chosen and (telling or kind == "statement"):
        text = say("form-kind-unknown", "sv", kind=chosen, text=text) if text else chosen
    said = Said(
        kind=kind,
        way="form",
        spot=spot,
        quote="" if spot else cells["section"],
        text="\n".join(filter(None, (text, *added))),
        proposal=proposal,
        place=_place(line, columns),
        why=why,
    )
    return View(said, line, spot)


def _said(words: str) -> str:
    """A cell's words; '' for a dash, which only fills it."""
    return words if any(map(str.isalnum, words)) else ""


def read_loose(line: Line, places: Places) -> View:
    """Words below or between the tables, as a view of what they name."""
    spot, why = places.find_named(line.words)
    place = line.boxes[0].place if line.boxes else None
    return View(Said("statement", "form", spot, text=line.words, place=place, why=why), line, spot)


def _place(line: Line, columns: Columns) -> Text | None:
    """Where in the file the view stands, or else its proposal, or its kind."""
    wanted: tuple[FormColumn, ...] = ("view", "proposal", "kind")
    for column in wanted:
        for box in line.boxes:
            if box.place and columns.own.get(columns.over(box.column)) == column:
                return box.place
    return None
