"""What the compilation's table says in each row, and the digest that tells whether somebody altered it."""

from __future__ import annotations

import hashlib
import unicodedata
from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planlint.model.consultation import Entry, Said, Spot
from planlint.model.rule import Language
from planlint.texts import say

LONGEST: Final = 30_000
"""UTF-16 units of a cell; Excel's limit is 32,767, and a view that long is read in the file that it came in."""
ID_LENGTH: Final = 8
"""Characters of an id, five bits each: among 2,000 rows two share one once in half a million tables."""
DIGITS: Final = 16
"""Hexadecimal digits of a SHA-256 that forms and tables state of a file, and of all ids."""
BETWEEN: Final = "; "
"""What stands between the names of those who hold a view."""

_TOLD_SORTS: Final = frozenset({"stage", "term", "principle"})
"""What a name alone does not tell: a term may be called as a part is, a principle numbered as a chapter."""


def told_cells(entry: Entry, language: Language) -> tuple[str, ...]:
    """The texts of the columns TOLD, in their order, as every form of the table shows them."""
    said = entry.said
    return tuple(
        map(
            clean,
            (
                BETWEEN.join(entry.respondents),
                name_spot(said.spot, language),
                name_kind(said, language),
                said.quote,
                "\n".join(_view(said, language)),
                said.proposal,
            ),
        )
    )


def identify(cells: Sequence[str]) -> str:
    """The id of a row with these texts in the columns TOLD. White space and what no one sees do not count."""
    digest = hashlib.sha256("\x1f".join(" ".join(clean(cell).split()) for cell in cells).encode()).digest()
    return b32encode(digest).decode().lower()[:ID_LENGTH]


def digest_of(ids: Iterable[str]) -> str:
    """One digest for all ids of a table, in whatever order they stand."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:DIGITS]


def clean(text: str) -> str:
    """The words as any cell can hold them: no control characters nor what turns the direction, within LONGEST."""
    kept = "".join(
        character
        for character in unicodedata.normalize("NFC", text[: LONGEST + 1])
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn", "Co"}
    ).strip()
    units = kept.encode("utf-16-le")
    return kept if len(units) <= 2 * LONGEST else units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def name_spot(spot: Spot | None, language: Language) -> str:
    """What a spot is called in the table: its number and title, a goal by its code, and the part.

    A stage, a term and a principle are said to be such.
    """
    if spot is None:
        return say("cell-not-placed", language)
    if spot.index == 0:
        return say("whole-plan", language)
    if spot.sort in {"goal", "version"} and spot.number:
        name = f"{say(f'sort-{spot.sort}', language).capitalize()} {spot.number}"
    else:
        name = " ".join(part for part in (spot.number or "", spot.title) if part)
    if spot.sort in _TOLD_SORTS:
        sort = " ".join(part for part in (say(f"sort-{spot.sort}", language), spot.number or "") if part)
        name = say("cell-of-sort", language, sort=sort, title=spot.title)
    return f"{name} – {spot.part}" if spot.part else name


def name_kind(said: Said, language: Language) -> str:
    """What kind of view it is; a change that the file does not show as one is told so."""
    name = say(f"view-{said.kind}", language)
    return f"{name} ({say('cell-untracked', language)})" if said.way == "untracked" else name


def _view(said: Said, language: Language) -> Iterator[str]:
    """What is said, where a move leads, the replies, and whether it is marked as resolved."""
    if said.text:
        yield said.text
    if said.to is not None:
        key = "cell-move" if said.after else "cell-move-first"
        yield say(key, language, spot=name_spot(said.to, language), after=said.after)
    for reply in said.replies:
        key = "cell-reply" if reply.author else "cell-reply-nameless"
        yield say(key, language, author=reply.author, text=reply.text)
    if said.resolved:
        yield say("cell-resolved", language)
