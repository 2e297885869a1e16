"""The timeline: where in a document it stands, and its steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from planlint.language.phrases import says
from planlint.model.document import Block, Document, Paragraph, Table, paragraphs
from planlint.model.framework import Framework
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep
from planlint.recognise.sections import Section, Tree
from planlint.recognise.steps import Line, Reader, step_of

FEWEST: Final = 3
"""Steps that make a timeline: two dates stand in many a document (a judgement)."""

MOST: Final = 500
"""Steps that are read: many times what a consultation has, and what time to compare them by twos allows."""

_SHARE: Final = 5
"""A document is a timeline where at least one in so many of its paragraphs and rows is a step (a judgement: of a page
about a consultation about a third are, of a plan with a chapter 'Tidplan' one in fifty)."""

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_timeline(document: Document, tree: Tree, title: Text | None, framework: Framework) -> tuple[TimelineStep, ...]:
    """The steps of a document that is a timeline: those under a heading that says so, else all."""
    for blocks, heading in _headed(document, tree, framework, ()):
        steps = _steps(blocks, heading, framework)
        if len(steps) >= FEWEST:
            return steps
    return _steps(document.body, title, framework)


def find_own_timeline(
    document: Document, tree: Tree, framework: Framework, skip: Sequence[Section]
) -> tuple[TimelineStep, ...]:
    """The consultation's timeline in a document of another kind: under a heading that says so, with a consultation.

    When things are to be done is no such timeline; `skip` are the chapters that say that.
    """
    for blocks, heading in _headed(document, tree, framework, skip):
        steps = _steps(blocks, heading, framework)
        if len(steps) >= FEWEST and any("consultation" in step.kinds for step in steps):
            return steps
    return ()


def timeline_score(document: Document, tree: Tree, title: Text | None, framework: Framework) -> int:
    """How many steps a document has, where it is a timeline and nothing else; else 0."""
    steps = find_timeline(document, tree, title, framework)
    lines = sum(1 for _ in _counted(document.body))
    named = [title.text] if title else []
    named += [section.heading.title for section in tree.walk()]
    told = any(says(words, framework.timeline.headings) for words in named) or any(
        "consultation" in step.kinds for step in steps
    )
    ranges = any(step.start != step.end for step in steps)
    return len(steps) if len(steps) >= FEWEST and told and ranges and len(steps) * _SHARE >= lines else 0


def _counted(blocks: Iterable[Block]) -> Iterator[object]:
    """What a reader takes for a line: paragraphs, and rows of tables."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.rows
        elif block.text.strip() and block.contents_level is None:
            yield block


def _headed(
    document: Document, tree: Tree, framework: Framework, skip: Sequence[Section]
) -> Iterator[tuple[tuple[Block, ...], Text]]:
    """The blocks under each heading that says that a timeline stands there, with the heading."""
    passed = {inner.heading.place for section in skip for inner in section.walk()}
    for section in tree.walk():
        place = section.heading.place
        if place not in passed and says(section.heading.title, framework.timeline.headings):
            yield tuple(_under(document.body, section)), place


def _under(body: tuple[Block, ...], section: Section) -> Iterator[Block]:
    """The blocks of a section and of all below it, in reading order, the headings of those below too."""
    spots = [inner.heading.place.paragraph for inner in section.walk()]
    last = max((p.content.paragraph for inner in section.walk() for p in paragraphs(inner.blocks)), default=-1)
    last = max(last, *spots)
    for block in body:
        first = next((p.content.paragraph for p in paragraphs((block,))), -1)
        if spots[0] < first <= last:
            yield block


def _steps(blocks: Sequence[Block], heading: Text | None, framework: Framework) -> tuple[TimelineStep, ...]:
    years = set(_YEAR.findall(heading.text)) if heading else set()
    own = [block for block in blocks if not (isinstance(block, Paragraph) and block.contents_level is not None)]
    lines = list(Reader(framework, int(years.pop()) if len(years) == 1 else None).lines(own))
    steps = (step for line, after in _beside(lines) if (step := step_of(line, after, framework)))
    return tuple(islice(steps, MOST))


def _beside(lines: list[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with the next one. Days that stand last make a step only beside another line with days."""
    dated = [False, *(line.start is not None for line in lines), False]
    for index, (line, after) in enumerate(pairwise((*lines, None)), 1):
        if line is not None and (not line.behind or dated[index - 1] or dated[index + 1]):
            yield line, after
