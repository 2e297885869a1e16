"""The themes that rules are gathered by: a folder each, and the hundreds of the code."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from planlint.model.rule import Theme, Words

THEMES: Final = MappingProxyType[Theme, Words](
    {
        "reading": Words(sv="Läsning", en="Reading"),
        "structure": Words(sv="Struktur", en="Structure"),
        "goals": Words(sv="Effektmål", en="Effect goals"),
        "interventions": Words(sv="Insatser", en="Interventions"),
        "principles": Words(sv="Principer för digital samverkan", en="Principles for digital collaboration"),
        "control": Words(sv="Dokumentstyrning", en="Document control"),
        "process": Words(sv="Process och remiss", en="Process and consultation"),
        "card": Words(sv="Projektkort", en="Project card"),
        "language": Words(sv="Språk", en="Language"),
        "accessibility": Words(sv="Tillgänglighet", en="Accessibility"),
        "own": Words(sv="Egna regler", en="Rules of your own"),
    }
)
"""In the order of the codes: PL0 is reading, PL9 accessibility; then the user's own."""

PREFIX: Final = "PL"
"""What the codes of planlint's rules begin with; a user's begin with anything else."""


def theme_of(code: str) -> Theme:
    """The theme of a rule's code: of planlint's, by the first of its three digits."""
    if not code.startswith(PREFIX):
        return "own"
    return tuple(THEMES)[int(code[-3])]
