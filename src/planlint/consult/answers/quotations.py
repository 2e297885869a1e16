"""Words in quotation marks in an answer: whose they are, the plan's or the ones that are wanted instead."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 4_000
"""Characters between quotation marks; a mark that is not closed within them is none."""

QUOTED: Final = re.compile(rf"[”“\"„»«](?P<words>[^”“\"„»«]{{1,{LONGEST}}})[”“\"»«]")
"""Words in quotation marks, Swedish, English or typed straight."""

_FOLLOWS: Final = (
    r"(?:\s+(?:så\s+här|följande|enligt\s+följande|i\s+stället|istället|som(?:\s+följer)?|exempelvis|t\.?\s?ex\.?|nya"
    r"|as\s+follows|instead)){0,3}\s*[:,]?\s*$"
)
_INTO: Final = re.compile(
    r"(?<!\w)(?:lyda|lyder|vara|ändra(?:s|t)?\s+till|byt(?:s|as|a|er)?(?:\s+ut)?\s+(?:mot|till)|ersätt(?:s|as|a"
    r"|er)?\s+(?:med|av)|formulera(?:s|r)?(?:\s+om)?(?:\s+till)?"
    r"|omformulera(?:s|r)?(?:\s+till)?|skriva?s?(?:\s+om)?(?:\s+till)?|lägg(?:s|as|a|er)?\s+till|tillägg(?:et)?"
    r"|komplettera(?:s|r)?\s+med(?:\s+\w+){0,3}"
    r"|ny(?:tt)?\s+(?:mening|punkt|stycke|text|lydelse|formulering)|read|be\s+changed\s+to|chang(?:e|ed"
    r"|ing)\s+to|replac(?:e|ed|ing)\s+(?:with|by)"
    r"|rewor(?:d|ded)\s+(?:as|to)|add(?:ing|ed)?)" + _FOLLOWS,
    re.IGNORECASE,
)
_NOUN: Final = re.compile(
    r"(?<!\w)(?:lydelse[nr]?(?:\s+(?:är|blir|vara|bör\s+vara|föreslås))?|formulering(?:en|ar)?|skrivning(?:en"
    r"|ar)?|meningen|texten|the\s+wording|wording)" + _FOLLOWS,
    re.IGNORECASE,
)
_FROM_ONE_TO_OTHER: Final = re.compile(r"[”“\"«»]\s+(?:till|to|med|mot|with|by)\s*:?\s*$", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"(?<!\w)(?:föreslå\w*|förslag\w*|bör|borde|ska|skall|ändra\w*|önska\w*|vill|byt\w*|ersätt\w*|formulera\w*"
    r"|omformulera\w*|skriv\w*|lägg\w*|kompletter\w*|ny(?:tt)?"
    r"|propose\w*|suggest\w*|should|chang\w+|replac\w+|rewor\w+|add\w*)(?!\w)",
    re.IGNORECASE,
)
_THEN_CHANGED: Final = re.compile(
    r"\s*(?:[\w-]+\s+){0,3}(?:ändras?|byts|byta|bytas|ersätts|ersättas?|stryks|strykas?|tas\s+bort|utgår|bör|ska"
    r"|är|förtydligas?|omformuleras?|be|is|should|deleted|removed)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_BEFORE: Final = re.compile(r"[.!?]\s")
_NEAR: Final = 80
"""Characters before a quotation in which the words that ask for it end."""
_REACH: Final = 300
"""Characters before a quotation in which it is said that something is asked for: a long sentence."""


def wanted(text: str) -> list[tuple[int, int]]:
    """Where the words stand, within quotation marks, that a text wants the plan to have; in order.

    'föreslår lydelsen ”…”', 'ändras till ”…”', 'bör lyda: ”…”'.
    """
    return [found.span("words") for found in QUOTED.finditer(text) if _is_wanted(text, found)]


def masked(text: str) -> str:
    """The text with what stands in quotation marks blotted out, as long as it was: a quotation refers to nothing."""
    return QUOTED.sub(lambda found: f"{found[0][0]}{'·' * len(found['words'])}{found[0][-1]}", text)


def _is_wanted(text: str, found: re.Match[str]) -> bool:
    """Whether the words before it, in its sentence, ask for it; 'lydelsen ”…” bör ändras' is the plan's own."""
    start = found.start()
    before = masked(text[max(0, start - _REACH) : start])
    sentence = _SENTENCE_BEFORE.split(before)[-1]
    if not _ASKS.search(sentence):
        return False
    near = sentence[-_NEAR:]
    named = _NOUN.search(near) is not None and not _THEN_CHANGED.match(text, found.end())
    return named or (_INTO.search(near) or _FROM_ONE_TO_OTHER.search(near)) is not None
