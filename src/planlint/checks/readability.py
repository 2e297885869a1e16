"""How hard the running text is to read: the length of its sentences and of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import Passage, chapter_subject, sentences_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.lix import count_words, readability
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Heading, Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_SEMICOLON: Final = re.compile(r";\s+")


class LengthOptions(Strict):
    """`longest`: the words that a sentence may have."""

    longest: int


class ReadabilityOptions(Strict):
    """`limit`: the highest LIX; `least`: the words from which a chapter's figure says anything."""

    limit: int
    least: int


def long_sentence(_node: Plan, scope: Scope, options: LengthOptions) -> Iterator[Hit]:
    """A sentence with more words than the limit; a paragraph, an item, a cell, and a semicolon in a cell end one."""
    for passage, parts in scope.table(sentences_of):
        for sentence in _apart(passage, parts):
            count = count_words(sentence.text) if len(sentence.text) > 2 * options.longest else 0
            if count > options.longest:
                words: dict[str, HitWords] = {
                    "count": count,
                    "longest": options.longest,
                    "text": excerpt(sentence.text),
                }
                yield Hit(sentence, "default", words, subject=passage.subject)


def _apart(passage: Passage, parts: tuple[Text, ...]) -> Iterator[Text]:
    """The sentences; what semicolons part in a cell is a list written on one line."""
    for sentence in parts:
        if passage.sort != "cell" or ";" not in sentence.text:
            yield sentence
            continue
        ends = [0, *(found.end() for found in _SEMICOLON.finditer(sentence.text)), len(sentence.text)]
        yield from (sentence.cut(start, end).strip() for start, end in pairwise(ends))


def hard_to_read(_node: Plan, scope: Scope, options: ReadabilityOptions) -> Iterator[Hit]:
    """A chapter whose running text has a LIX over the limit.

    Running text is paragraphs and list items that end as sentences do; an item is a sentence of its own. Tables,
    headings and notes are none.
    """
    chapters: dict[Heading | None, list[Text]] = {}
    for passage, parts in scope.table(sentences_of):
        if _runs(passage):
            chapters.setdefault(passage.chapter, []).extend(parts)
    for chapter, texts in chapters.items():
        counts = readability(text.text for text in texts)
        if counts.words >= options.least and counts.lix > options.limit:
            words: dict[str, HitWords] = {
                "lix": counts.lix,
                "limit": options.limit,
                "chapter": chapter.title if chapter else "",
                "words": round(counts.words / counts.sentences),
                "long": round(100 * counts.long_words / counts.words),
            }
            place = chapter.place if chapter else texts[0]
            yield Hit(place, "chapter" if chapter else "front", words, subject=chapter_subject(chapter))


def _runs(passage: Passage) -> bool:
    return passage.sort in {"prose", "item"} and passage.text.text.rstrip(" ”\"')»").endswith((".", "!", "?", "…"))


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "long_sentence": CheckSpec(long_sentence, Plan, {"default": holes("count", "longest", "text")}, LengthOptions),
        "hard_to_read": CheckSpec(
            hard_to_read,
            Plan,
            dict.fromkeys(("chapter", "front"), holes("lix", "limit", "chapter", "words", "long")),
            ReadabilityOptions,
        ),
    }
)
"""By the names that rule files use."""
