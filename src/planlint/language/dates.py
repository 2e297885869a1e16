"""How Swedish writes dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from planlint.language.normalise import normalise

MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
"""The months' names, in order."""

DATE: Final = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}", re.IGNORECASE)
"""A date in figures (ISO 8601) or in running text ("3 april 2026"); not whether it exists."""

_FIGURES: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_WORDS: Final = re.compile(rf"(?:den )?(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})")


def parse_date(text: str) -> date | None:
    """The day that a text of one date names: ISO 8601 ("2026-04-03") or in words ("den 3 april 2026").

    White space and a full stop around it do not count. None where it is anything else, or a day that does not exist.
    """
    written = normalise(text).rstrip(".")
    found = _FIGURES.fullmatch(written) or _WORDS.fullmatch(written)
    if found is None:
        return None
    name = found["month"]
    month = MONTHS.index(name) + 1 if name in MONTHS else int(name)
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
