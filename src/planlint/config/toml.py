"""One TOML file, read strictly: plain data and its lines out, or one error with file and line.

The standard library reads TOML but tells no line of a key, and no library that keeps positions tells them of inline
tables and lists. So the file is read by the standard library, and a file that it could read is walked once more for
the lines alone: what is walked is known to be right.
"""

from __future__ import annotations

import math
import re
import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Final, cast

from planlint.config.places import lines_of, survey_of, tokens_of
from planlint.errors import UsageError
from planlint.rulebook.source import Data, Source, Where, mistake, read_text

_LARGEST: Final = 2**63 - 1
"""TOML's whole numbers are of 64 bits; Python would take any."""
_TOO_LARGE: Final = ("talet är för stort", "the number is too large")
_PLACE: Final = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_SYNTAX: Final = (
    (("Invalid statement",), "här ska en nyckel eller en [rubrik] stå", "here a key or a [heading] should stand"),
    (("Expected newline",), "text efter värdet; en rad har en nyckel och ett värde, och text står inom citattecken",
     "text after the value; a line has one key and one value, and text goes in quotation marks"),
    (("Expected '=' after",), "ett likhetstecken saknas efter nyckeln", "an equals sign is missing after the key"),
    (("Expected ']",), "en hakparentes saknas efter rubriken", "a bracket is missing after the heading"),
    (("Invalid value",), "värdet går inte att läsa; text står inom citattecken",
     "the value cannot be read; text goes in quotation marks"),
    (("Invalid initial character",), "en nyckel med andra tecken än A–Z, 0–9, - och _ står inom citattecken",
     "a key with characters other than A–Z, 0–9, - and _ goes in quotation marks"),
    (("Invalid date",), "datumet finns inte", "there is no such date"),
    (("Unclosed array",), "en lista som aldrig stängs med ]", "a list that is never closed with ]"),
    (("Unclosed inline",), "en tabell som aldrig stängs med }", "a table that is never closed with }"),
    (("Unterminated", 'Expected "', r"Illegal character '\n'", r"Found invalid character '\n'"),
     "ett citattecken som aldrig stängs", "a quotation mark that is never closed"),
    (("Illegal character", "Found invalid character"), "ett styrtecken", "a control character"),
    (("Unescaped", "Invalid hex", "Escaped character"),
     "ett bakstreck i en text; skriv / i sökvägar, eller sätt texten inom 'enkla citattecken'",
     "a backslash in a text; write / in paths, or put the text in 'single quotation marks'"),
    (("Cannot mutate immutable namespace ('ignore',)",),
     "”ignore” är redan en lista; stäng av hela regler under [severity], eller skriv alla som [[ignore]]",
     "“ignore” is a list already; switch rules off under [severity], or write all as [[ignore]]"),
    (("Cannot", "Duplicate"), "namnet står två gånger", "the name stands twice"),
    (("Exceeds the limit",), *_TOO_LARGE),
)  # fmt: skip
"""How the standard library's messages begin, and the same in words for people who do not program."""


def read_toml(path: Path, name: str) -> Source:
    """The file's data, dates as ISO 8601. Raises UsageError with `name` and line for what is not plain TOML."""
    text = read_text(path, name).replace("\r\n", "\n")
    survey = survey_of(tokens_of(text))
    if survey.too_deep is not None:  # before it is read: nothing that reads it bounds its levels
        sv, en = "för många nivåer i varandra", "too many levels inside one another"
        raise mistake(name, survey.too_deep, sv, en)
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        raise _syntax(name, survey.open or max(1, len(text.splitlines())), str(error)) from None
    source = Source(name, data, lines_of(tokens_of(text)))
    return Source(name, cast("Data", _plain(data, (), source)), source.lines)


def _syntax(name: str, last: int, problem: str) -> UsageError:
    """The error in plain words; `last` is the line to tell where the file ends too early."""
    place = _PLACE.search(problem)
    words = problem[: place.start()] if place else problem
    sv, en = next(((sv, en) for starts, sv, en in _SYNTAX if words.startswith(starts)), (words, words))
    sv, en = f"ingen giltig TOML: {sv}", f"not valid TOML: {en}"
    if place is None:
        return mistake(name, None, sv, en)
    if place["line"] is None:
        return mistake(name, last, sv, en)
    column = place["column"]
    return mistake(name, int(place["line"]), f"{sv} (tecken {column})", f"{en} (character {column})")


def _plain(value: object, where: Where, source: Source) -> object:
    """The value with dates and times as text. Raises UsageError for numbers that no other program could read."""
    if isinstance(value, dict):
        return {key: _plain(inner, (*where, key), source) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, (*where, place), source) for place, inner in enumerate(value)]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if (isinstance(value, int) and abs(value) > _LARGEST) or (isinstance(value, float) and not math.isfinite(value)):
        raise mistake(source.name, source.line(where), *_TOO_LARGE)
    return value
