"""Numbers as Swedish writes them in references: digits, words, ordinals, lists and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = {
    "noll": 0, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18,
    "nitton": 19, "tjugo": 20,
}  # fmt: skip
ORDINALS = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9,
    "tionde": 10, "elfte": 11, "tolfte": 12, "trettonde": 13, "fjortonde": 14, "femtonde": 15, "sextonde": 16,
    "sjuttonde": 17, "artonde": 18, "nittonde": 19, "tjugonde": 20,
}  # fmt: skip
LONGEST_RANGE = 30
"""Numbers; what is longer is no range that a person means by a reference ("principer 1–100")."""

MARK = re.compile(r" *(?:(?:nr|nummer|numren)\b[.:]* *|# *)", re.IGNORECASE)
"""What says that a number is a designation: "nr", "nummer", "#"."""

ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}:(?:e|a|dje))"
"""An ordinal, as an expression: "femte", "5:e"."""

_NUMBER = re.compile(
    r"(?:(?P<digits>\d{1,3})(?!\d|[^\W\d]|\.\d|:\d|:(?:e|a|dje)\b| ?[%‰§]| 000\b)"
    rf"|(?P<word>{'|'.join(WORDS)})(?!\w))(?!-[^\W\d])",
    re.IGNORECASE,
)
_RANGE = re.compile(r" *[-–—] *| +(?:till +och +med|t\.? ?o\.? ?m\.?|till|upp +till)(?= ) +", re.IGNORECASE)
_JOIN = re.compile(
    r"(?: *[,;/&+] *(?:(?:och|samt|resp\.|respektive|eller|även|liksom|plus)(?= ))?"
    r"| +(?:och|samt|respektive|resp\.|eller|såväl +som|som|liksom|plus)(?= )"
    r"(?: +(?:även|också|delvis|särskilt|främst))?)"
    r" *(?:princip(?:en)? +(?=nr|nummer|#)|(?!princip))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """One number or one range: what it says, and where it stands."""

    values: tuple[int, ...]
    start: int
    end: int


def number_at(text: str, start: int) -> tuple[int, int] | None:
    """The number that begins at `start` and where it ends; None where none does, or where it is part of another."""
    found = _NUMBER.match(text, start)
    if found is None:
        return None
    digits = found.group("digits")
    return (int(digits) if digits else WORDS[found.group("word").casefold()]), found.end()


def numbers_at(text: str, start: int) -> Numbers | None:
    """The number or range that begins at `start`: "5", "fem", "1–3", "ett till tre"."""
    mark = MARK.match(text, start)
    first = number_at(text, mark.end() if mark else start)
    if first is None:
        return None
    until = _RANGE.match(text, first[1])
    last = number_at(text, until.end()) if until else None
    if last and 0 < last[0] - first[0] <= LONGEST_RANGE:
        return Numbers(tuple(range(first[0], last[0] + 1)), start, last[1])
    return Numbers((first[0],), start, first[1])


def join_at(text: str, start: int) -> int | None:
    """Where the next number of a list begins, past "och", ",", "samt" …; None where the list does not go on."""
    join = _JOIN.match(text, start)
    return join.end() if join else None


def ordinal_value(written: str) -> int:
    """The number that an ordinal says, written as `ORDINAL` allows."""
    return ORDINALS.get(written.casefold()) or int(written.partition(":")[0])
