"""How dates are written: ISO 8601 in tables and in what the document says of itself, words in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import Passage, chapter_subject, passages
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.date_forms import DateForm, in_words, unclear_dates, unlike_iso
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_DEN: Final = re.compile(r"\w den\s$")
"""What stands before a date in a sentence."""


def date_format(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A date in a table or in the document's own fields that is not ISO 8601; one in running text that is unclear."""
    around = {(one.text.part, one.text.paragraph): one for one in scope.table(passages)}
    seen: set[tuple[str, int]] = set()
    for text in _fields(node):
        spot = (text.part, text.paragraph)
        odd = unlike_iso(text.text, dated=True)
        if odd and spot not in seen and not _in_sentence(text, around.get(spot)):
            seen.add(spot)
            yield _in_table(text, odd, around[spot].subject if spot in around else chapter_subject(None))
    for passage in scope.table(passages):
        if (passage.text.part, passage.text.paragraph) not in seen:
            yield from _in_passage(passage)


def _fields(plan: Plan) -> Iterator[Text]:
    """What the front page, the headers and the version history give as dates, and other fields that are wholly one."""
    control = plan.control
    yield from (row.date for row in control.versions)
    yield from (one.text for one in control.statements)
    if control.date:
        yield control.date


def _in_sentence(field: Text, around: Passage | None) -> bool:
    """Whether a field is told in words: "Beslutad av förbundsdirektionen den 9 december 2026"."""
    if around is None or around.sort == "cell":
        return False
    before = around.text.text[: max(0, field.start - around.text.start)]
    return _DEN.search(before) is not None


def _in_passage(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    whole = unlike_iso(text.text) if passage.sort == "cell" else None
    if whole:
        yield _in_table(text, whole, passage.subject)
        return
    for odd in unclear_dates(text.text):
        place = text.cut(odd.start, odd.end)
        if odd.day is None:
            yield Hit(place, "yearless", {"date": place.text}, subject=passage.subject)
        else:
            right = in_words(odd.day)
            yield Hit(place, "text", {"date": place.text, "right": right}, suggestion=right, subject=passage.subject)


def _in_table(text: Text, odd: DateForm, subject: Subject) -> Hit:
    place = text.cut(odd.start, odd.end)
    if odd.day is None:
        return Hit(place, "yearless", {"date": place.text}, subject=subject)
    right = odd.day.isoformat()
    return Hit(place, "table", {"date": place.text, "right": right}, suggestion=right, subject=subject)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "date_format": CheckSpec(
            date_format,
            Plan,
            {**dict.fromkeys(("table", "text"), holes("date", "right")), "yearless": holes("date")},
        )
    }
)
"""By the names that rule files use."""
