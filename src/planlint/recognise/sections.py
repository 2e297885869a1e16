"""The document as a tree of sections, under real headings and under lines that only look like headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from planlint.model.document import Block, Paragraph, Table
from planlint.model.plan import Heading
from planlint.recognise.headings import NO_HINTS, Hints, Outline

_REACH = 7
"""Blocks below a line in which something must stand for it to be a heading (a judgement)."""

_ABOVE = 20
"""Blocks at the beginning among which the title is sought, for what stands above it: the owner's name in capitals, the
kind of document (a judgement; front pages are filled out with empty paragraphs)."""


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


def build_tree(body: tuple[Block, ...], title: Paragraph | None, hints: Hints = NO_HINTS) -> Tree:
    """The sections of a body. `title` is the document's title, which is no heading; contents rows are left out."""
    front: list[Block] = []
    runs: list[tuple[Heading, list[Block]]] = []
    for heading, block in _entries(_without_contents(body), title, Outline(hints)):
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


def _entries(blocks: list[Block], title: Paragraph | None, outline: Outline) -> Iterator[tuple[Heading | None, Block]]:
    """Each block with the heading that it is, if it is one; what only looks like one above the title is none."""
    above = next((index for index, block in enumerate(blocks[:_ABOVE]) if block is title), 0)
    for index, block in enumerate(blocks):
        heading = None
        if isinstance(block, Table):
            outline.pass_over()
        elif block is not title and (index >= above or block.level is not None):
            heading = outline.heading(block, partial(_over_text, blocks, index))
        yield heading, block


def _over_text(blocks: list[Block], index: int) -> bool:
    """Whether something stands under the line: text, a list, a table or another heading."""
    below = blocks[index + 1 : index + 1 + _REACH]
    return any(isinstance(block, Table) or block.text.strip() for block in below)
