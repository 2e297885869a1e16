"""What a consultation's timeline is made of, and the norms for it."""

from __future__ import annotations

from planlint.model.words import Strict, Words


class StepForm(Strict):
    """A kind of step: what it is called, and phrases that tell it ("godkän*": a star is the rest of a word)."""

    title: Words
    forms: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Phrases that take the meaning away: "efter remissen" sends nothing out."""
    rank: int | None = None
    """Its place in the order of kinds; None where it may come at any time. Kinds of one rank have no order."""


class ColumnForms(Strict):
    """What stands over the columns of a table of steps."""

    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    """Over one column for the whole range ("Datum")."""
    activity: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()


class TimelineForms(Strict):
    """What a consultation's timeline is made of, and the norms for it."""

    headings: tuple[str, ...] = ()
    """Phrases in the heading over a timeline ("*tidplan*")."""
    columns: ColumnForms = ColumnForms()
    kinds: dict[str, StepForm] = {}
    """By key, the most telling kind first; the keys that rules name: consultation, compilation, revision, decision,
    publication, account."""
    last_day: tuple[str, ...] = ()
    """Phrases that make a date the last one to answer ("senast")."""
    actors: tuple[str, ...] = ()
    """Phrases that name who does something, beside the framework's actors ("*nätverket")."""
    vacation_weeks: tuple[int, int] | None = None
    """The first and the last week of the year (ISO 8601) in which nobody is asked to work."""
