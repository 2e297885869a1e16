"""The author's words, cut to what fits in a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planlint.model.framework import PrincipleSet
from planlint.model.words import Words

LONGEST = 70
"""Characters quoted of one text (a judgement: two quotations and the sentence around them fit in two lines)."""

MOST = 3
"""Texts named in one message; the place leads to the rest."""

SHORT = 45
"""Characters quoted of each, where a message names several."""


def excerpt(text: str, longest: int = LONGEST) -> str:
    """The text on one line without its full stop, cut after a whole word with '…' where it is too long."""
    line = " ".join(text[: longest * 4].split()).rstrip(" .:;,")
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def quotations(texts: Sequence[str], most: int = MOST) -> Words:
    """The first texts, each cut short, in the quotation marks of either language."""
    short = [excerpt(text, SHORT) for text in texts[:most]]
    return Words(sv=", ".join(f"”{text}”" for text in short), en=", ".join(f"“{text}”" for text in short))


def principle_names(numbers: Iterable[int], principles: PrincipleSet) -> str:
    """'5 (Återanvänd från andra), 7 (…)' for those of the numbers that the set has, in the order given."""
    titles = {principle.number: principle.title for principle in principles.principles}
    return ", ".join(f"{number} ({titles[number]})" for number in numbers if number in titles)
