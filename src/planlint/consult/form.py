"""The answer form as data: what it says of the plan, and its rows, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from textwrap import shorten
from typing import Final, Literal, get_args

from planlint.consult.cells import DIGITS, clean, name_spot
from planlint.language.dates import MONTHS
from planlint.model.consultation import Calendar, Sent, Spot, ViewKind
from planlint.model.rule import Language
from planlint.texts import say

FormColumn = Literal["id", "section", "kind", "view", "proposal"]
COLUMNS: Final[tuple[FormColumn, ...]] = get_args(FormColumn)
"""The columns of the form's tables, in order."""
HeadField = Literal["respondent", "contact", "email", "dated", "reference"]
HEAD_FIELDS: Final[tuple[HeadField, ...]] = get_args(HeadField)
"""What respondents tell of themselves."""
FORM_KINDS: Final[tuple[ViewKind, ...]] = ("fact", "question", "editorial", "support")
"""What a respondent chooses from."""
GOAL_LENGTH: Final = 160
"""Characters of a goal's own words that its row shows."""
_ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row to fill in: the spot's key and name, and the plan's own words that help to know it, '' for none.

    `whole` tells an element from a part of one.
    """

    key: str
    name: str
    words: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class FormChapter:
    """The rows of a chapter, the chapter's own first. `plans` tells that the title is the plan's words."""

    title: str
    rows: tuple[FormRow, ...]
    plans: bool = True


def list_chapters(sent: Sent, language: Language) -> tuple[FormChapter, ...]:
    """The rows of the form by chapter, in the order of the plan; before them the plan as a whole."""
    whole = sent.spots[0]
    bare = frozenset(_bare_parts(sent))
    asked = [spot for spot in sent.spots[1:] if spot.asked and spot.index not in bare]
    chapters = [FormChapter(name_spot(whole, language), (_row(whole, language),), plans=False)]
    for chapter, spots in groupby(asked, key=lambda spot: spot.chapter):
        rows = tuple(_row(spot, language) for spot in spots)
        if chapter == whole.index:
            chapters[0] = FormChapter(chapters[0].title, chapters[0].rows + rows, plans=False)
        else:
            chapters.append(FormChapter(clean(name_spot(sent.spots[chapter], language)), rows))
    return tuple(chapters)


def plan_digest(sent: Sent) -> str:
    """The beginning of the plan's SHA-256, as the form carries it."""
    return sent.run.outcomes[0].sha256[:DIGITS]


def name_plan(sent: Sent) -> str:
    """The plan's title, or its file's name where it has none."""
    title = sent.plan.control.title
    return clean(title.text) if title else sent.run.outcomes[0].path


def tell_plan(sent: Sent, calendar: Calendar, language: Language) -> Iterator[str]:
    """What the form says at its top, a line each: which plan it is about, until when to answer, who is responsible."""
    control, name = sent.plan.control, name_plan(sent)
    if control.version:
        name = say("form-plan-version", language, title=name, version=clean(control.version.text))
    if control.date:
        name = say("form-plan-date", language, title=name, date=clean(control.date.text))
    yield say("form-plan", language, plan=name)
    if calendar.last_day:
        yield say("form-last-day", language, day=_day(calendar.last_day, language))
    if calendar.responsible:
        yield say("form-responsible", language, names=", ".join(map(clean, calendar.responsible)))


def tell_how(language: Language) -> tuple[str, ...]:
    """How to fill in the form, a point each."""
    column = say("form-column-proposal", language)
    return (
        say("form-how-row", language),
        say("form-how-several", language),
        say("form-how-wording", language, column=column),
        say("form-how-empty", language),
        say("form-how-id", language),
    )


def tell_kinds(language: Language) -> tuple[tuple[str, str], ...]:
    """The kinds to choose from, each with what it means."""
    return tuple((say(f"view-{kind}", language), say(f"form-kind-{kind}", language)) for kind in FORM_KINDS)


def tell_other_ways(sent: Sent, language: Language) -> str:
    """How else one may answer, with examples out of this very plan."""
    examples = list(_examples(sent.spots, language))
    one = examples[0]
    both = say("form-or", language, one=one, other=examples[1]) if len(examples) > 1 else one
    return say("form-other-ways", language, examples=both)


def _examples(spots: Sequence[Spot], language: Language) -> Iterator[str]:
    """How a letter may name a section, and a goal where the plan has any."""
    numbered = [spot for spot in spots if spot.number and not spot.part]
    sections = [spot for spot in numbered if spot.sort in {"intervention", "section", "focus_area"}]
    section = max(sections, key=lambda spot: spot.sort == "intervention", default=None)
    yield say("form-example-section", language, number=section.number if section and section.number else "2")
    goal = next((spot.number for spot in numbered if spot.sort == "goal"), None)
    if goal:
        yield say("form-example-goal", language, number=goal)


def _day(day: date, language: Language) -> str:
    months = MONTHS if language == "sv" else _ENGLISH_MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _row(spot: Spot, language: Language) -> FormRow:
    name = clean(name_spot(spot, language))
    goal = spot.sort == "goal" and spot.number
    words = shorten(clean(spot.title), GOAL_LENGTH, placeholder=" …") if goal else ""
    return FormRow(spot.key, name, words, whole=not spot.part)


def _bare_parts(sent: Sent) -> Iterator[int]:
    """The indices of labels with nothing of their own over other labels, as 'Förväntad nytta' over its two kinds."""
    labels = sent.framework.parts
    parts = {part.label: part for each in sent.plan.interventions for part in each.parts}
    for spot, after in pairwise(sent.spots):
        part, inner = parts.get(spot.place), parts.get(after.place)
        if part and inner and not part.items and inner.key in labels and labels[inner.key].within == part.key:
            yield spot.index
