"""A filled-in answer form, as a Word file or a workbook: what each row says, and who says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from planlint.consult.answers.forms.columns import find_columns
from planlint.consult.answers.forms.lines import paragraph_line, sheet_lines, table_lines
from planlint.consult.answers.forms.marks import count_changes, place_comments
from planlint.consult.answers.forms.places import Places
from planlint.consult.answers.forms.walk import Walk
from planlint.consult.form import plan_digest
from planlint.language.date_ranges import days_in
from planlint.language.dates import DATE, parse_date
from planlint.model.consultation import Aside, Said, Sent, Told
from planlint.model.document import Document, Table
from planlint.model.returned import Returned
from planlint.sheets import Sheet

HEADS: Final = 6
"""Rows of a table in Word among which its head is looked for: people add a line above it."""


def is_form(document: Document) -> bool:
    """Whether the document is an answer form: one of its tables has the head of a form's."""
    tables = (block for block in document.body if isinstance(block, Table))
    return any(find_columns(line) for table in tables for line in table_lines(replace(table, rows=table.rows[:HEADS])))


def read_form(document: Document, sent: Sent, returned: Returned | None = None) -> Told:
    """What a filled-in form says. `document` is its final reading, and `returned` the same file, with what is marked.

    A row without a view and without a proposal says nothing, unless it is that the respondent supports what the plan
    says. Every tracked change and comment is in one of the views.
    """
    places = Places(sent)
    walk = Walk(places)
    for block in document.body:
        if isinstance(block, Table):
            walk.take_table(table_lines(block))
        else:
            walk.take_beside((paragraph_line(block),))
    comments = returned.document.comments if returned else document.comments
    changes = returned.changes if returned else ()
    said = (*count_changes(walk.views, changes, sent), *place_comments(walk.views, comments, places))
    told = _tell(walk, said, sent)
    addresses = {**(returned.addresses if returned else {}), **told.addresses}
    revisions = sum(change.marks for change in changes)
    return replace(told, revisions=revisions, comments=len(comments), addresses=addresses)


def read_form_sheets(sheets: Sequence[Sheet], sent: Sent) -> Told | None:
    """What a form filled in as a workbook says, as `read_form`; None where no sheet has the head of a form's table."""
    told = [(sheet, sheet_lines(sheet)) for sheet in sheets]
    forms = [sheet for sheet, lines in told if any(map(find_columns, lines))]
    if not forms:
        return None
    walk = Walk(Places(sent))
    for sheet, lines in told:
        if not sheet.hidden or sheet in forms:
            walk.take_table(lines)
    return _tell(walk, [view.said for view in walk.views if view.said], sent)


def _tell(walk: Walk, said: Iterable[Said], sent: Sent) -> Told:
    """Everything that was read, with who answers set on the views of the form."""
    respondent, contact = walk.head.get("respondent", ""), walk.head.get("contact", "")
    email = walk.head.get("email", "")
    dated = _day(walk.head.get("dated", ""))
    return Told(
        form="form",
        said=tuple(_signed(each, respondent, contact, dated) for each in said),
        respondent=respondent,
        dated=dated,
        asides=tuple(map(Aside, walk.asides)),
        foreign=bool(walk.digest) and walk.digest != plan_digest(sent),
        addresses={contact: email} if contact and email else {},
    )


def _signed(said: Said, respondent: str, contact: str, dated: date | None) -> Said:
    """A view with who holds it; a comment, and a change, has an author and a date of its own."""
    if said.way != "form":
        return replace(said, respondent=respondent)
    return replace(said, respondent=respondent, author=contact, date=dated.isoformat() if dated else "")


def _day(words: str) -> date | None:
    """The day that the head states, in figures or in words; None where it states none."""
    found = DATE.search(words)
    day = parse_date(found[0]) if found else None
    return day or next((each.first.day for each in days_in(words)), None)
