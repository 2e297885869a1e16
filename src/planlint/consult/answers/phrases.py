"""Turns of phrase by which a letter's sentences tell what they do: ask, announce, lean on others, go back."""

from __future__ import annotations

import re
from typing import Final

SAYS: Final = re.compile(
    r"(?<!\w)(?:bör|ska|skall|måste|behöv\w*|sakna\w*|är|vill|anser|föreslå\w*|(?:till|av)styrk\w*|stöd(?:er|jer)|kan|har|får|inte|ing[ea]n?|inget|stryk\w*"
    r"|ändra\w*|should|must|is|are|no|not|lacks?|propose\w*|support\w*)(?!\w)",
    re.IGNORECASE,
)
HOLLOW: Final = re.compile(
    r"(?<!\w)(?:följande|nedan(?:stående)?|synpunkt(?:er|erna)?|kommentar(?:er|erna)?|frågor|framföra|lyfta(?:\s+fram)?|the\s+following|comments|below)(?!\w)",
    re.IGNORECASE,
)
ASKS: Final = re.compile(
    r"(?<!\w)(?:föreslå\w*|avstyrk\w*|tillstyrk\w*|sakna\w*|stryk\w*|ändra\w*|tas?\s+bort|inte|propose\w*|lack\w*|not)(?!\w)",
    re.IGNORECASE,
)
ON_WHOLE: Final = re.compile(
    r"(?<!\w)(?:(?:handlings|färd)?planen(?:s)?|remissen|(?:remiss)?förslaget(?:\s+till\s+\w*plan)?|(?:i\s+)?övrigt|sammanfattningsvis|sammantaget|avslutningsvis|som\s+helhet"
    r"|att\s+erinra|the\s+(?:action\s+)?plan|overall|in\s+(?:summary|general|conclusion))(?!\w)",
    re.IGNORECASE,
)
CLOSES: Final = re.compile(
    r"(?:i\s+övrigt|sammanfattningsvis|sammantaget|avslutningsvis|overall|in\s+(?:summary|conclusion))(?!\w)",
    re.IGNORECASE,
)
"""How a paragraph begins that goes back to the plan as a whole, whatever line without a heading's style it follows."""
BACK: Final = re.compile(
    r"(?:(?P<intervention>insats|projekt|förstudi|the\s+intervention)|(?P<goal>(?:effekt)?mål|the\s+goal)|(?P<any>avsnitt|kapitl|bilag|formulering|text|styck|the\s+section))"
    r"(?:e[nt]s?|[nt]s?|an)?(?!\w)",
    re.IGNORECASE,
)
ANAPHORA: Final = re.compile(
    r"(?:detta|det|den|dessa|de|därför|därmed|där|här|samma|this|it|these|therefore)(?!\w)", re.IGNORECASE
)
