"""Tracked changes as Word writes them, made on the elements of a body that has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from samples.source.nodes import Node, name, node, run, value

_PARAGRAPH = name("w:p")
_RUN = name("w:r")
_TEXT = name("w:t")


@dataclass(frozen=True)
class Stroke:
    """Who changed something, and when."""

    author: str
    date: str


@dataclass
class Tracker:
    """The body of a document under revision; `next_id` numbers changes and their ranges."""

    document: Node
    next_id: int = 500
    moves: int = 0

    def find(self, opening: str, *, nth: int = 0) -> Node:
        """The paragraph whose words begin so, the first one or the nth after it, contents not counted."""
        found = [p for p in self.document.iter(_PARAGRAPH) if words(p).startswith(opening)]
        return found[nth]

    def stamp(self, tag: str, by: Stroke, *inside: Node) -> Node:
        """An element that marks a change, such as "w:ins"."""
        self.next_id += 1
        return node(tag, {"w:id": str(self.next_id), "w:author": by.author, "w:date": by.date}, *inside)

    def replace(self, paragraph: Node, old: str, new: str, by: Stroke) -> None:
        """Strike out words of a paragraph and write others after them; `new` may be empty."""
        struck = isolate(paragraph, old)
        change = self.strike(struck, by)
        if new:
            style = struck[0].find(name("w:rPr"))
            written = run(new, *(deepcopy(list(style)) if style is not None else ()))
            change.addnext(self.stamp("w:ins", by, written))

    def replace_word(self, paragraph: Node, old: str, new: str, by: Stroke) -> None:
        """Strike out a word wherever the paragraph's own runs have it whole, and write another after it."""
        said = "".join(map(words, paragraph.findall(_RUN)))
        for found in reversed(list(re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", said))):
            change = self.strike(isolate_at(paragraph, *found.span()), by)
            change.addnext(self.stamp("w:ins", by, run(new)))

    def write(self, paragraph: Node, after: str, new: str, by: Stroke) -> Node:
        """Write words after others in a paragraph."""
        change = self.stamp("w:ins", by, run(new))
        isolate(paragraph, after)[-1].addnext(change)
        return change

    def strike(self, runs: Sequence[Node], by: Stroke) -> Node:
        """Strike out runs that stand side by side."""
        change = self.stamp("w:del", by)
        runs[0].addprevious(change)
        for one in runs:
            change.append(one)
            for text in one.iter(_TEXT):
                text.tag = name("w:delText")
        return change

    def mark(self, paragraph: Node, tag: str, by: Stroke) -> None:
        """Mark a paragraph's end as inserted, deleted or moved."""
        properties = paragraph.find(name("w:pPr"))
        if properties is None:
            properties = node("w:pPr")
            paragraph.insert(0, properties)
        properties.append(node("w:rPr", self.stamp(tag, by)))

    def delete(self, paragraph: Node, by: Stroke) -> None:
        """Strike out a whole paragraph."""
        self.strike(paragraph.findall(_RUN), by)
        self.mark(paragraph, "w:del", by)

    def delete_table(self, table: Node, by: Stroke) -> None:
        """Strike out every row of a table."""
        for row in table.findall(name("w:tr")):
            properties = row.find(name("w:trPr"))
            if properties is None:
                properties = node("w:trPr")
                row.insert(0, properties)
            properties.append(self.stamp("w:del", by))
            for paragraph in row.iter(_PARAGRAPH):
                self.delete(paragraph, by)

    def insert(self, after: Node, paragraphs: Sequence[Node], by: Stroke) -> None:
        """Write new paragraphs after a block."""
        for paragraph in reversed(paragraphs):
            for one in paragraph.findall(_RUN):
                change = self.stamp("w:ins", by)
                one.addprevious(change)
                change.append(one)
            self.mark(paragraph, "w:ins", by)
            after.addnext(paragraph)

    def move(self, paragraph: Node, after: Node, by: Stroke) -> None:
        """Move a paragraph to after another."""
        self.moves += 1
        there = deepcopy(paragraph)
        for where, tag in ((paragraph, "w:moveFrom"), (there, "w:moveTo")):
            self.mark(where, tag, by)
            change = self.stamp(tag, by)
            start = self.stamp(f"{tag}RangeStart", by)
            start.set(name("w:name"), f"move{self.moves}")
            runs = where.findall(_RUN)
            runs[0].addprevious(start)
            start.addnext(change)
            change.extend(runs)
            change.addnext(node(f"{tag}RangeEnd", {"w:id": start.get(name("w:id"), "")}))
        after.addnext(there)


def words(paragraph: Node) -> str:
    """What a paragraph says, without what is struck out."""
    return "".join(text.text or "" for text in paragraph.iter(_TEXT))


def isolate(paragraph: Node, wanted: str) -> list[Node]:
    """The runs of exactly these words, which must stand in the paragraph's own runs; runs are split where needed."""
    start = "".join(map(words, paragraph.findall(_RUN))).index(wanted)
    return isolate_at(paragraph, start, start + len(wanted))


def isolate_at(paragraph: Node, start: int, end: int) -> list[Node]:
    """The runs of exactly the words from `start` to `end` in the paragraph's own runs, which are split where needed."""
    runs = paragraph.findall(_RUN)
    kept: list[Node] = []
    at = 0
    for one in runs:
        length = len(words(one))
        for piece, begin, stop in _split(one, at, (start, end)):
            if start <= begin and stop <= end and begin < stop:
                kept.append(piece)
        at += length
    return kept


def _split(one: Node, at: int, cuts: tuple[int, int]) -> Iterator[tuple[Node, int, int]]:
    """A run cut at those places that lie within it, each piece with its start and end; `at` is where it begins."""
    said = words(one)
    if not said:  # the mark of a comment
        return
    borders = [at, *(cut for cut in cuts if at < cut < at + len(said)), at + len(said)]
    for begin, stop in pairwise(borders):
        piece = one
        if stop < at + len(said):
            piece = deepcopy(one)
            one.addprevious(piece)
        (text,) = piece.iter(_TEXT)
        text.text = said[begin - at : stop - at]
        yield piece, begin, stop


def highlight(document: Node, wanted: str) -> None:
    """Mark words yellow wherever a paragraph has them."""
    _set_off(document, wanted, value("w:highlight", "yellow"))


def hide(document: Node, wanted: str) -> None:
    """Hide words wherever a paragraph has them."""
    _set_off(document, wanted, node("w:vanish"))


def _set_off(document: Node, wanted: str, looks: Node) -> None:
    for paragraph in document.iter(_PARAGRAPH):
        if wanted in words(paragraph):
            for one in isolate(paragraph, wanted):
                one.insert(0, node("w:rPr", deepcopy(looks)))
