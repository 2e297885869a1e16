"""Papers about a plan that planlint makes and people fill in: they hold the plan's chapters, and are no plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from planlint.language.normalise import normalise
from planlint.model.document import Paragraph
from planlint.texts import Tongue, say

_TITLES: Final = ("form-title", "compilation-title", "account-title", "comparison-title")
"""What each begins with. Nothing else of a file of planlint's own is sure to stay when somebody has saved it."""


def is_paper(title: Paragraph | None) -> bool:
    """Whether a document with that title is an answer form, a compilation, an account or a comparison."""
    return title is not None and normalise(title.text).startswith(tuple(_beginnings()))


def _beginnings() -> Iterator[str]:
    for language in get_args(Tongue):
        for key in _TITLES:
            yield normalise(say(key, language).partition("{")[0]).rstrip(" :")
