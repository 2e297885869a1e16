"""What somebody wrote, and what they probably meant: the words of error messages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MAX_SHOWN: Final = 60
"""Characters of a value that an error message quotes."""
FEW: Final = 10
"""Names that are told in full: what still reads as one line."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, whatever the case; None where nothing is near."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in sorted(known)}
    found = get_close_matches(word.casefold()[:100], by_folded, n=1)
    return by_folded[found[0]] if found else None


def suggest(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The end of an error message, in Swedish and English: the nearest name, or all where they are few."""
    names = sorted(known)
    near = nearest(word, names)
    if near is not None:
        return f", menade du ”{near}”?", f", did you mean “{near}”?"
    if 0 < len(names) <= FEW:
        return f"; välj bland: {', '.join(names)}", f"; choose from: {', '.join(names)}"
    return "", ""


def shorten(value: object) -> str:
    """A value from a file as an error message shows it: one line, not too long."""
    words = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return words if len(words) <= MAX_SHOWN else f"{words[: MAX_SHOWN - 1]}…"
