"""Two versions of a plan held against each other as a web page: one self-contained file, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from planlint.model.comparison import Comparison
from planlint.model.words import Words
from planlint.report.comparison_told import Remark, editorial_words, tell
from planlint.report.html.environment import Shell, render
from planlint.report.html.quote import message
from planlint.report.html.words import LANGUAGES, both_ways
from planlint.texts import say

MOST_ITEMS: Final = 60
"""How many items of a part are shown: more than any part of a plan that people write has."""
MOST_REMARKS: Final = 200
"""How many findings of one sort; `planlint check` shows them all."""


def render_comparison_html(comparison: Comparison) -> str:
    """The page; the language of the new version's run shows first. The same comparison gives the same bytes."""
    language = comparison.new.language
    account = tell(comparison, MOST_ITEMS)
    return render(
        "comparison.html.j2",
        Shell(f"{say('comparison-title', language)} – {account.title}", language),
        told=account,
        editorial=editorial_words(account) if account.editorial else None,
        marked=marked,
        first=_first,
    )


def marked(words: Words) -> Markup:
    """A finding's message, what it marks as taken out and put in so marked."""
    return both_ways(*(message(words.in_language(language)) for language in LANGUAGES))


def _first(remarks: Sequence[Remark]) -> Sequence[Remark]:
    return remarks[:MOST_REMARKS]
