"""Words in both languages, as the page shows them: side by side, the one that is not read hidden by the style sheet."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from planlint.model.rule import Language
from planlint.model.words import Words
from planlint.report.printable import printable_piece
from planlint.texts import count, say

LANGUAGES: Final[tuple[Language, Language]] = ("sv", "en")


def own(key: str, **values: str | int | Words) -> Words:
    """The program's own words with that key; a value that is in both languages fills each hole with its own."""
    return Words(**{language: say(key, language, **_in(language, values)) for language in LANGUAGES})


def counted(noun: str, number: int) -> Words:
    """A number with its noun in both languages."""
    return Words(**{language: count(noun, number, language) for language in LANGUAGES})


def as_html(text: str) -> Markup:
    """A text from anywhere as HTML: nothing in it is markup, and nothing steers."""
    return escape(printable_piece(text))


def both(words: Words) -> Markup:
    """The words in both languages as HTML, each marked with its language; once where they are the same."""
    return both_ways(as_html(words.sv), as_html(words.en))


def both_ways(swedish: Markup, english: Markup) -> Markup:
    """The same for what is HTML already."""
    if swedish == english:
        return swedish
    return Markup(f'<span class="t" lang="sv">{swedish}</span><span class="t" lang="en">{english}</span>')  # noqa: S704 -- both are Markup


def joined(parts: list[Words], separator: str = ", ") -> Words:
    """Several words in a row."""
    return Words(**{language: separator.join(each.in_language(language) for each in parts) for language in LANGUAGES})


def _in(language: Language, values: dict[str, str | int | Words]) -> dict[str, str | int]:
    return {key: value.in_language(language) if isinstance(value, Words) else value for key, value in values.items()}
