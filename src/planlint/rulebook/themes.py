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
    }
)
"""In the order of the codes: PL0 is reading, PL9 accessibility."""


def theme_of(code: str) -> Theme:
    """The theme of a rule's code, by the first of its three digits."""
    return tuple(THEMES)[int(code[-3])]
