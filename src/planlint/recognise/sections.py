"""The document as a tree of sections, under real headings and under lines that only look like headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planlint.model.document import Block, Paragraph, Table
from planlint.model.plan import Heading
from planlint.model.text import Text

LONGEST_FAKE = 120
"""Characters; a longer line is no heading even in bold (a judgement: the longest heading in the seed plans has 62)."""

_NUMBER = re.compile(
    r"\s*(?:kapitel\s+|avsnitt\s+|bilaga\s+)?(\d{1,3}(?:\.\d{1,3})*)(?:[.:)]?\s+|[.:)]\s*)(?=\S)", re.IGNORECASE
)
_CAPTION = re.compile(r"\s*(?:tabell|figur|bild|diagram)\s+\d", re.IGNORECASE)
_RUN_IN = re.compile(r"[^:]{1,40}:\s*\S")
_LARGEST_GAP = 3
"""Chapters that may be missing between two numbered ones before the number is taken for something else."""
_ENDS_SENTENCE = re.compile(r"[.!?;,]\s*$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it: its own blocks, then its sections."""

    heading: Heading
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """The section itself and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands before the first heading, and the sections."""

    front: tuple[Block, ...]
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()


Run = tuple[Heading, tuple[Block, ...]]
"""A heading with the blocks up to the next one, of whatever level."""


def build_tree(body: tuple[Block, ...], title: Paragraph | None) -> Tree:
    """The sections of a body. `title` is the document's title, which is no heading; contents rows are left out."""
    front: list[Block] = []
    runs: list[tuple[Heading, list[Block]]] = []
    for heading, block in _entries(_without_contents(body), title):
        if heading is not None:
            runs.append((heading, []))
        else:
            (runs[-1][1] if runs else front).append(block)
    return Tree(tuple(front), _nest([(heading, tuple(blocks)) for heading, blocks in runs]))


def _without_contents(body: tuple[Block, ...]) -> list[Block]:
    return [block for block in body if not (isinstance(block, Paragraph) and block.contents_level is not None)]


def _nest(runs: list[Run]) -> tuple[Section, ...]:
    """The runs as sections; a heading holds all up to the next one of its level or above."""
    sections: list[Section] = []
    begin = 0
    while begin < len(runs):
        heading, blocks = runs[begin]
        end = next((i for i in range(begin + 1, len(runs)) if runs[i][0].level <= heading.level), len(runs))
        sections.append(Section(heading, blocks, _nest(runs[begin + 1 : end])))
        begin = end
    return tuple(sections)


def _entries(blocks: list[Block], title: Paragraph | None) -> Iterator[tuple[Heading | None, Block]]:
    """Each block with the heading that it is, if it is one."""
    base = fake = 0
    bare = False
    chapter: str | None = None
    for index, block in enumerate(blocks):
        heading = None
        if isinstance(block, Paragraph) and block is not title:
            heading = real_heading(block) or _fake_heading(block, blocks, index, (base, fake, bare), chapter)
        if heading is None:
            bare = bare and isinstance(block, Paragraph) and not block.text.strip()
        elif heading.fake and heading.number is None:
            fake, bare = heading.level, True
        else:
            base, fake, bare = heading.level, 0, False
            chapter = heading.number.split(".")[0] if heading.number else chapter
        yield heading, block


def real_heading(paragraph: Paragraph) -> Heading | None:
    """The heading that a paragraph is by its style or outline level."""
    if paragraph.level is None or not paragraph.text.strip():
        return None
    number, title = split_number(paragraph)
    return Heading(title.text, paragraph.level, title, number)


def split_number(paragraph: Paragraph) -> tuple[str | None, Text]:
    """A heading's number, automatic or typed, without a final dot, and its title's words."""
    words = paragraph.content.strip()
    found = _NUMBER.match(words.text)
    if paragraph.number and paragraph.list_level is None:
        return paragraph.number.rstrip(".:) "), words
    return (found[1], words.cut(found.end()).strip()) if found else (None, words)


def _fake_heading(
    paragraph: Paragraph, blocks: list[Block], index: int, levels: tuple[int, int, bool], chapter: str | None
) -> Heading | None:
    """The heading that a reader takes a styleless line for: numbered, or wholly bold or in capitals, over some text."""
    if not _may_be_heading(paragraph):
        return None
    number, title = split_number(paragraph)
    base, fake, bare = levels
    stands_out = paragraph.wholly("bold") or in_capitals(title.text)
    level = _numbered_level(number, chapter, base, stands_out=stands_out) if number else None
    if level is None:
        if not stands_out or not _over_text(blocks, index):
            return None
        level = fake + 1 if bare else fake or base + 1
    return Heading(title.text, min(level, 9), title, number, fake=True)


def _numbered_level(number: str, chapter: str | None, base: int, *, stands_out: bool) -> int | None:
    """The level that a typed number claims, where it fits the numbers before it; else None ('1. Steg ett')."""
    parts = number.split(".")
    if chapter is not None and len(parts) > 1 and (stands_out or parts[0] == chapter):
        return len(parts)
    if not stands_out:
        return None
    if chapter is None:
        return len(parts) if base == 0 else None
    follows = chapter.isdigit() and 0 < int(parts[0]) - int(chapter) <= _LARGEST_GAP
    return 1 if len(parts) == 1 and follows else None


def _may_be_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return bool(
        text
        and len(text) <= LONGEST_FAKE
        and paragraph.list_level is None
        and "\n" not in text
        and paragraph.style not in {"caption", "title", "subtitle"}
        and any(character.isalpha() for character in text)
        and not _ENDS_SENTENCE.search(text)
        and not _RUN_IN.match(text)
        and not _CAPTION.match(text)
    )


def in_capitals(text: str) -> bool:
    """Three letters or more, all capitals: how typists set headings off."""
    return text.isupper() and sum(character.isalpha() for character in text) >= 3  # noqa: PLR2004


def _over_text(blocks: list[Block], index: int) -> bool:
    """Whether something stands under the line: text, a list, a table or another heading."""
    below = blocks[index + 1 : index + 8]
    return any(isinstance(block, Table) or block.text.strip() for block in below)
