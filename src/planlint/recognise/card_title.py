"""The name and number of a project card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planlint.model.card import CardField
from planlint.model.document import Block, Paragraph
from planlint.model.text import Text
from planlint.recognise.card_labels import CardLabels
from planlint.recognise.headings import LONGEST_FAKE, split_number
from planlint.recognise.keys import key_of


@dataclass(frozen=True, slots=True)
class Title:
    """The card's name, its number as a reader sees it, and the paragraph that holds them."""

    words: Text
    number: str | None
    paragraph: Paragraph


def find_title(body: tuple[Block, ...], sorts: tuple[str, ...], labels: CardLabels) -> Title | None:
    """The line above the fields that names the card, in the title style if one is; `sorts` say only what it is."""
    above = list(_above(body, labels))
    styled = [one for one in above if one.style == "title"] or [one for one in above if one.level is not None]
    for paragraph in (*styled, *above):
        numbered = split_number(paragraph, sorts)
        words = _without_sort(numbered.title, sorts)
        if words:
            listed = paragraph.number.rstrip(".:) ") if paragraph.number else None
            return Title(words, numbered.number or listed, paragraph)
    return None


def _above(body: Iterable[Block], labels: CardLabels) -> Iterator[Paragraph]:
    """The short lines before the first table or label."""
    for block in body:
        if not isinstance(block, Paragraph) or (block.text.strip() and labels.of_line(block.content)):
            return
        if block.text.strip() and len(block.text) <= LONGEST_FAKE and block.contents_level is None:
            yield block


def _without_sort(title: Text, sorts: tuple[str, ...]) -> Text:
    """The words without 'Projektkort:' or 'Projektkort –' before them; nothing where only that stands there."""
    if key_of(title.text) in {key_of(sort) for sort in sorts}:
        return title.cut(0, 0)
    names = "|".join(re.escape(sort) for sort in sorts) or r"(?!)"
    found = re.match(rf"\s*(?:{names})\s*[:–—-]\s*", title.text, re.IGNORECASE)
    return title.cut(found.end()) if found else title


def field_title(fields: Iterable[CardField]) -> Text | None:
    """The name that stands under a label of its own."""
    return next((one.values[0] for one in fields if one.key == "title" and one.values), None)


def field_number(fields: Iterable[CardField]) -> str | None:
    """The number that stands under a label of its own."""
    return next((one.values[0].text.strip(" .:)") for one in fields if one.key == "number" and one.values), None)
