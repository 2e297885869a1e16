"""Dates in forms that a reader may take in two ways, or that do not sort: "18/10-2018", "18-10-18", "18.10.2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from planlint.language.dates import MONTHS

CENTURY: Final = 2000
"""What a year of two figures is counted from: plans are of this century."""

LONGEST: Final = 24
"""Characters; a longer text is more than a date ("den 28:e september 2026")."""

_LEAP_YEAR: Final = 2000
"""Where no year is told, 29 February is a day."""

_FIGURE: Final = re.compile(r"\d")
_SHORT_MONTHS: Final = tuple(month[:3] for month in MONTHS)
_NAMES: Final = "|".join((*MONTHS, *(f"{month}\\.?" for month in (*_SHORT_MONTHS, "sept"))))
_YEAR: Final = r"(?P<year>(?:19|20)\d\d|[’'\u2019-]?\d\d)"
_EDGE: Final = r"(?<![\w./:§-])"
_OPEN_END: Final = r"(?![\w/:-]|\.\d|,\d)"

# In running text. A number that may be something else (a version, a telephone number, a fraction) is none.
_NEVER: Final = (
    re.compile(rf"{_EDGE}(?P<day>\d\d?)/(?P<month>\d\d?)(?:[ -]|\s-\s?){_YEAR}{_OPEN_END}"),
    re.compile(rf"{_EDGE}(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>(?:19|20)?\d\d){_OPEN_END}"),
    re.compile(rf"{_EDGE}(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>(?:19|20)\d\d){_OPEN_END}"),
    re.compile(rf"{_EDGE}(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>(?:19|20)\d\d){_OPEN_END}"),
    re.compile(rf"{_EDGE}(?P<year>(?:19|20)\d\d)[/.](?P<month>\d\d?)[/.](?P<day>\d\d?){_OPEN_END}"),
    re.compile(rf"{_EDGE}(?P<year>\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?! \d){_OPEN_END}"),
    re.compile(
        rf"{_EDGE}(?P<day>\d\d?) (?P<name>{_NAMES}) ?(?P<year>[-’'\u2019] ?\d\d|\d\d(?=[.,;)]|$)){_OPEN_END}",
        re.IGNORECASE,
    ),
    re.compile(r"(?<=\bden )(?P<day>\d\d?)/(?P<month>\d\d?)(?! ?[-–]? ?\d)(?![\w/])"),
)
_LIKELY: Final = re.compile(rf"\d[/.-]\d|\d (?:{'|'.join(_SHORT_MONTHS)})", re.IGNORECASE)
"""What each of them has: a text without it needs no other expression."""
# A whole cell or a field of the document's own.
_VALUES: Final = (
    *_NEVER,
    re.compile(rf"(?:den )?(?P<day>\d\d?):?e? (?P<name>{_NAMES}) (?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d)-(?P<day>\d\d?)|(?P<year2>(?:19|20)\d\d)-(?P<month2>\d\d)-(?P<day2>\d)"
    ),
)
# Figures alone, where a date is what is asked for.
_COMPACT: Final = (re.compile(r"(?P<year>(?:19|20)?\d\d)(?P<month>\d\d)(?P<day>\d\d)"),)


@dataclass(frozen=True, slots=True)
class DateForm:
    """A date as written, where it stands, and the day that it names; None where its year is not told."""

    start: int
    end: int
    day: date | None


def unclear_dates(text: str) -> Iterator[DateForm]:
    """The dates of running text in a form that it should not have; "18 oktober 2018" and "2018-10-18" are right."""
    if not _LIKELY.search(text):
        return
    taken = 0
    for found in sorted((one for pattern in _NEVER for one in pattern.finditer(text)), key=lambda one: one.start()):
        form = _form(found, 0)
        if form and form.start >= taken:
            taken = form.end
            yield form


def unlike_iso(text: str, *, dated: bool = False) -> DateForm | None:
    """A text that is one date, in another form than ISO 8601 ("2018-10-18"); None where it is that, or no date.

    `dated`: the text stands where a date is asked for, so that figures alone ("20181018") are one.
    """
    stripped = text.strip().rstrip(".")
    if len(stripped) > LONGEST or not _FIGURE.search(stripped):
        return None
    matches = (pattern.fullmatch(stripped) for pattern in ((*_VALUES, *_COMPACT) if dated else _VALUES))
    forms = (_form(found, text.index(stripped)) for found in matches if found)
    return next((form for form in forms if form), None)


def _form(found: re.Match[str], offset: int) -> DateForm | None:
    """What a match names, its place moved by `offset`; None where there is no such day."""
    groups = {name.rstrip("2"): value for name, value in found.groupdict().items() if value}
    month = _SHORT_MONTHS.index(groups["name"][:3].casefold()) + 1 if "name" in groups else int(groups["month"])
    figures = re.sub(r"\D", "", groups.get("year", ""))
    year = int(figures) + (CENTURY if len(figures) == 2 else 0) if figures else _LEAP_YEAR  # noqa: PLR2004 - "18"
    try:
        day = date(year, month, int(groups["day"]))
    except ValueError:
        return None
    return DateForm(found.start() + offset, found.end() + offset, day if figures else None)


def in_words(day: date) -> str:
    """'18 oktober 2018'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
