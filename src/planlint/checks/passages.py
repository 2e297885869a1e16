"""The document's paragraphs as a reader sees them: running text, items, cells, headings, and the section of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

from planlint.checks.scope import Scope
from planlint.language.normalise import normalise
from planlint.language.sentences import sentences
from planlint.language.terms import find_names, lowered
from planlint.model.document import Block, Paragraph, Table
from planlint.model.finding import Subject
from planlint.model.plan import Heading
from planlint.model.text import Text

Sort = Literal["prose", "item", "cell", "heading", "note"]

_TYPED_BULLET: Final = re.compile(r"\s*[-–•·*▪◦]\s+\S")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with words in it; `section` holds the headings above it, outermost first."""

    text: Text
    sort: Sort
    sections: tuple[Heading, ...] = ()

    @property
    def chapter(self) -> Heading | None:
        """The outermost heading above it."""
        return self.sections[0] if self.sections else None

    @property
    def subject(self) -> Subject:
        """The nearest numbered section, else the nearest, as what a finding is about; '' where no heading is above."""
        numbered = (heading for heading in reversed(self.sections) if heading.number)
        return chapter_subject(next(numbered, self.sections[-1] if self.sections else None))


def chapter_subject(heading: Heading | None) -> Subject:
    """A section as what a finding is about: its number as a reader sees it, or its title where it has none."""
    if heading is None:
        return Subject("chapter", "")
    return Subject("chapter", heading.number or heading.title, heading.title)


def passages(scope: Scope) -> tuple[Passage, ...]:
    """Every paragraph of the body, then of the notes, in reading order; rows of the contents are left out.

    Call it through `scope.table`.
    """
    plan = scope.plan
    headings = {(one.place.part, one.place.paragraph): one for one in plan.headings}
    labels = {(mark.place.part, mark.place.paragraph): mark.place for mark in plan.landmarks}
    found: list[Passage] = []
    above: list[Heading] = []
    for paragraph, in_table in _walk(scope.document.body):
        spot = (paragraph.content.part, paragraph.content.paragraph)
        heading = headings.get(spot)
        if heading:
            above = [*(one for one in above if one.level < heading.level), heading]
        label = labels.get(spot)
        if paragraph.contents_level is None and paragraph.text.strip():
            found += _cut(paragraph, label, tuple(above), in_table=in_table, titled=heading is not None)
    notes = (p for part in scope.document.parts if part.note for p, _ in _walk(part.blocks) if p.text.strip())
    return (*found, *(Passage(paragraph.content, "note") for paragraph in notes))


def _cut(
    paragraph: Paragraph, label: Text | None, above: tuple[Heading, ...], *, in_table: bool, titled: bool
) -> list[Passage]:
    """A paragraph as passages: a label on the same line as what it labels stands by itself."""
    content = paragraph.content
    divided = label if label and not titled and paragraph.level is None else None
    after = content.cut(divided.end - content.start).strip(" \t\n:–-") if divided else content
    if divided is None or not after.text.strip(".*_"):
        return [Passage(content, _sort(paragraph, in_table=in_table, titled=titled or label is not None), above)]
    return [
        Passage(divided, "heading", above),
        Passage(after, _sort(paragraph, in_table=in_table, titled=False), above),
    ]


def _sort(paragraph: Paragraph, *, in_table: bool, titled: bool) -> Sort:
    if titled or paragraph.level is not None or paragraph.style in {"title", "subtitle"}:
        return "heading"
    if in_table:
        return "cell"
    return "item" if paragraph.list_level is not None or _TYPED_BULLET.match(paragraph.text) else "prose"


def _walk(blocks: tuple[Block, ...], *, in_table: bool = False) -> Iterator[tuple[Paragraph, bool]]:
    """Paragraphs in reading order, and whether a table holds them; a text box counts as a table."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _walk(cell.blocks, in_table=True)
        else:
            yield block, in_table
            yield from _walk(block.boxes, in_table=True)


@dataclass(frozen=True, slots=True)
class Wording:
    """All passages as one text, a line break between two: what is sought is sought once, not in each of them."""

    passages: tuple[Passage, ...]
    written: str
    """As written."""
    small: str
    """In small letters with plain hyphens; places in it are those of `written`."""
    lines: tuple[str, ...]
    """As `normalise` makes it comparable, one for each passage."""
    starts: tuple[int, ...]
    """Where each passage begins in `written`."""

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, Text]]:
        """Where the pattern stands: the passage, and the words found."""
        for found in pattern.finditer(self.written):
            yield from self._at(*found.span())

    def find_names(self, names: Iterable[str]) -> Iterator[tuple[Passage, Text]]:
        """Where one of the names stands, as `planlint.language.terms.find_names` understands them."""
        for start, end in find_names(names, self.small):
            yield from self._at(start, end)

    def _at(self, start: int, end: int) -> Iterator[tuple[Passage, Text]]:
        """The passage that holds a stretch, and its words; nothing where it runs over two."""
        index = bisect_right(self.starts, start) - 1
        passage, begin = self.passages[index], self.starts[index]
        if end - begin <= len(passage.text.text):
            yield passage, passage.text.cut(start - begin, end - begin)


def wording(scope: Scope) -> Wording:
    """The document's words for a search. Call it through `scope.table`."""
    found = scope.table(passages)
    texts = [passage.text.text for passage in found]
    starts = tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0)) if texts else ()
    written = "\n".join(texts)
    return Wording(found, written, lowered(written), tuple(map(normalise, texts)), starts)


def sentences_of(scope: Scope) -> tuple[tuple[Passage, tuple[Text, ...]], ...]:
    """Every passage but the headings, with its sentences. Call it through `scope.table`."""
    return tuple((one, sentences(one.text)) for one in scope.table(passages) if one.sort != "heading")
