"""Automatic numbers as Word shows them, counted while a text is read from its beginning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from planlint.word.numbering import LEVELS, Level, Numbering, Numberings

_HOLE = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_LETTERS_AGAIN: Final = 30 * len(_ALPHABET)
"""After thirty letters in a row Word begins with one again."""
_SILENT: Final = {"bullet", "none"}
"""Formats that show nothing where another level's pattern asks for the number."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a paragraph shows before its text: a number without a final dot, or a bullet; `level` is 0-based."""

    level: int
    number: str | None
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class _Use:
    """A numbering used at a level, with all that counting there needs, found once."""

    index: int
    level: Level
    numbering: Numbering
    counts: list[int | None]
    """The counters of the abstract numbering, by level; None where a level has not begun or begins anew."""
    below: tuple[int, ...]
    """The levels that begin anew."""
    bullet: Item | None
    """What a bullet's paragraphs show."""


class Counters:
    """The counters of one text: the body, the headers and footers together, a note part or a text box."""

    def __init__(self, numberings: Numberings) -> None:
        self._numberings = numberings
        self._counts: dict[str, list[int | None]] = {}
        self._uses: dict[tuple[str, int], _Use | None] = {}

    def count(self, identifier: str, index: int) -> Item | None:
        """Counts a paragraph of a numbering at a level (0–8) and gives what it shows, None where nothing."""
        key = identifier, index
        first = key not in self._uses
        use = self._uses[key] = self._find(identifier, index) if first else self._uses[key]
        if use is None:
            return None
        _step(use, anew=first and index in use.numbering.restarts)
        if use.level.form == "bullet":
            return use.bullet
        shown = _fill(use).strip().removesuffix(".").rstrip()
        return Item(index, shown) if shown else None

    def _find(self, identifier: str, index: int) -> _Use | None:
        numbering = self._numberings.get(identifier)
        level = numbering.levels.get(index) if numbering else None
        if numbering is None or level is None:
            return None
        return _Use(
            index=index,
            level=level,
            numbering=numbering,
            counts=self._counts.setdefault(numbering.abstract, [None] * LEVELS),
            below=numbering.restarted_by(index),
            bullet=Item(index, None, bullet=True) if level.pattern.strip() or level.picture else None,
        )


def _step(use: _Use, *, anew: bool) -> None:
    """Moves the level's counter on, starts the levels above it that have not begun, and restarts those below."""
    counts, index = use.counts, use.index
    for above in range(index):
        if counts[above] is None:
            counts[above] = use.numbering.start(above)
    current = counts[index]
    counts[index] = use.numbering.start(index) if current is None or anew else current + 1
    for below in use.below:
        counts[below] = None


def _fill(use: _Use) -> str:
    """The level's pattern with the numbers of the levels that it names."""

    def shown(hole: re.Match[str]) -> str:
        index = int(hole[1]) - 1
        other = use.numbering.levels.get(index)
        number = use.counts[index]
        if other is None or number is None or other.form in _SILENT:
            return ""
        return spell(number, "decimal" if use.level.legal else other.form)

    return _HOLE.sub(shown, use.level.pattern)


def spell(number: int, form: str) -> str:
    """A number in one of Word's formats; decimal for those that Swedish and English documents do not use."""
    if form == "decimalZero":
        return f"{number:02}"
    if form in {"lowerLetter", "upperLetter"}:
        letters = _letters(number)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return str(number)


def _letters(number: int) -> str:
    """As a, b … z, aa, bb … zz, aaa …; nothing for zero."""
    if number < 1:
        return ""
    times, letter = divmod((number - 1) % _LETTERS_AGAIN, len(_ALPHABET))
    return _ALPHABET[letter] * (times + 1)


def _roman(number: int) -> str:
    pieces = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        pieces.append(letters * times)
    return "".join(pieces)
