"""A text as matching sees it, with the way back to the characters that the author wrote."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SOFT = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_ODD = re.compile(r"[^\S ]|[\u2010\u2011\u2212\u2019\u02bc]")
_ALIKE = {"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2019": "'", "\u02bc": "'"}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text`: composed (NFC), soft characters dropped, hyphens one kind, every white space a blank.

    Letters keep their case. `origins` holds, for each character and for the end, where it stands in the original;
    None where the two agree character by character.
    """

    text: str
    origins: tuple[int, ...] | None = None

    def origin(self, position: int) -> int:
        """Where the character at `position` stands in the original."""
        return self.origins[position] if self.origins else position

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `start` to `end` covers."""
        if end <= start or not self.origins:
            return self.origin(start), self.origin(end)
        return self.origins[start], self.origins[end]


def fold(text: str) -> Folded:
    """The text for matching; time and memory grow with its length only."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and text.isprintable() and not any(map(text.__contains__, _ALIKE)):
        return Folded(text)  # nothing soft is printable, and of white space only the blank
    if not composed or not _SOFT.isdisjoint(text):
        return _fold_with_origins(text)
    return Folded(_plain(text))


def _plain(text: str) -> str:
    return _ODD.sub(lambda odd: _ALIKE.get(odd[0], " "), text)


def _fold_with_origins(text: str) -> Folded:
    pieces: list[str] = []
    origins: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and end - start < 8 and unicodedata.combining(text[end]):  # noqa: PLR2004 - bounded time
            end += 1
        if text[start] not in _SOFT:
            piece = _plain(unicodedata.normalize("NFC", text[start:end]))
            pieces.append(piece)
            origins.extend([start] * len(piece))
        start = end
    return Folded("".join(pieces), (*origins, len(text)))
