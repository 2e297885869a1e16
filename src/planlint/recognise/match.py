"""Which framework a document is written after."""

from __future__ import annotations

from collections.abc import Mapping

from planlint.model.document import Document
from planlint.model.framework import Framework
from planlint.recognise.chapters import find_chapters
from planlint.recognise.control import title_paragraph
from planlint.recognise.sections import build_tree

IDENTIFYING_WEIGHT = 5
"""How many ordinary chapters one that identifies the framework outweighs (a judgement: generic titles are many)."""


def choose_framework(document: Document, frameworks: Mapping[str, Framework]) -> Framework:
    """The framework of whose chapters the document has the most, identifying ones above all; the first in a tie.

    A fallback is chosen only where nothing identifies another.
    """
    tree = build_tree(document.body, title_paragraph(document.body))

    def score(framework: Framework) -> int:
        found = (framework.chapters[key] for key in find_chapters(tree, framework))
        return sum(IDENTIFYING_WEIGHT if chapter.identifies else 1 for chapter in found)

    return max(
        frameworks.values(),
        key=lambda framework: (score(framework) >= IDENTIFYING_WEIGHT, not framework.fallback, score(framework)),
    )
