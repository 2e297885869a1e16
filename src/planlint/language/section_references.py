"""References to sections of the document in prose: 'bilaga 5.3 Begreppslista', 'avsnitt 4.2', 'kapitel 3 och 4'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from planlint.language.designations import counts_something
from planlint.language.folding import fold
from planlint.language.own_document import names_other_document

SectionKind = Literal["appendix", "chapter", "section"]

LONGEST_TITLE = 150
"""Characters after a number in which the section's title is looked for."""

FIELD_ERROR = re.compile(
    r"(?:Fel|Error)!\s+(?:Hittar inte referenskälla\w*|Bokmärket? (?:är )?inte definiera\w+|Bokmärket har inte \w+"
    r"|Ogiltig\w* [\w ]{1,40}|Det finns ing\w+ [\w ]{1,60}|Ing\w+ text med angivet format i dokumentet"
    r"|Reference source not found|Bookmark not defined|No bookmark name given|No text of specified style in document"
    r"|Not a valid [\w ]{1,40})\.?",
    re.IGNORECASE,
)
"""What Word puts in the place of a reference that leads nowhere, in Swedish and in English."""

_KINDS: dict[str, SectionKind] = {"bilag": "appendix", "kapit": "chapter", "kap": "chapter", "avsni": "section"}
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}(?!\.?\d|[^\W\d]|:\d|\s*(?:§|%|kap\b))"
_REFERENCE = re.compile(
    rf"(?<![\w-])(?P<word>bilag(?:a|an|or|orna)|kapit(?:el|let|len)|kap\.?|avsnitt(?:et|en)?)\s+(?:nr\.?\s*)?(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_HINTS = ("bilag", "kap", "avsnitt")
_JOIN = re.compile(rf"\s*(?:,|[–—-]|(?:,\s*)?(?:och|samt|eller|respektive|till))\s*(?P<number>{_NUMBER})")
_QUOTED = re.compile(r"\s*[,:–-]?\s*\(?[”\"“»](?P<title>[^”\"“»«\n]{2,120})[”\"“«]")
_BRACKETED = re.compile(r"\s*\((?P<title>[A-ZÅÄÖ][^()\n]{1,120})\)")
_BARE = re.compile(r"(?::\s*|\s+[–-]\s+|\s+)(?P<title>[A-ZÅÄÖ][^.,;:()”\"\n]{1,120})")


@dataclass(frozen=True, slots=True)
class SectionReference:
    """A reference to a section by its number; `start` to `end` are code points of the text.

    `title` is where the title stands that is written after it, if one is; `marked` where quotation marks or brackets
    say that it is a title and how far it goes.
    """

    kind: SectionKind
    number: str
    start: int
    end: int
    title: tuple[int, int] | None = None
    marked: bool = False


def find_section_references(text: str) -> Iterator[SectionReference]:
    """The references to this document's sections in a text; not those beside which a law or another document is named.

    A list or a range gives one for each number in it; the title, if any, belongs to the last.
    """
    small = text.replace("\u00ad", "").casefold()
    if not any(map(small.__contains__, _HINTS)):
        return
    folded = fold(text)
    for found in _REFERENCE.finditer(folded.text):
        spans = list(_numbers(folded.text, found))
        if names_other_document(folded.text, found.start(), spans[-1][1]):
            continue
        kind = _KINDS[found["word"].casefold().rstrip(".")[:5]]
        for start, end in spans:
            begin = found.start() if start == found.start("number") else start
            title, marked = _title(folded.text, end) if (start, end) == spans[-1] else (None, False)
            stretch = folded.stretch(*title) if title else None
            yield SectionReference(kind, folded.text[start:end], *folded.stretch(begin, end), stretch, marked)


def _numbers(text: str, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the numbers of a reference stand: '5.1', and '5.2' after 'och'."""
    yield found.span("number")
    end = found.end()
    while (join := _JOIN.match(text, end)) is not None:
        alike = join["number"].count(".") == found["number"].count(".")
        if not alike or counts_something(text, join.end()):
            return
        yield join.span("number")
        end = join.end()


def _title(text: str, end: int) -> tuple[tuple[int, int] | None, bool]:
    """Where the title stands that follows a number, and whether it is marked as one."""
    for pattern, marked in ((_QUOTED, True), (_BRACKETED, True), (_BARE, False)):
        found = pattern.match(text, end, end + LONGEST_TITLE)
        if found is not None:
            return found.span("title"), marked
    return None, False
