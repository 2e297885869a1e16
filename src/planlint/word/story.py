"""One part of the file as it is read: where the reading stands in it, and what it has come upon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Reading, Revision, Unread
from planlint.model.text import Text
from planlint.word import trouble
from planlint.word.looks import Looks
from planlint.word.names import CHOICE, PARAGRAPH
from planlint.word.numbering import Numberings
from planlint.word.package import Relationship

MAX_PARAGRAPHS: Final = 250_000
"""In one part: some 12,000 pages."""


@dataclass(frozen=True, slots=True)
class Source:
    """What all parts of a file share while they are read."""

    reading: Reading
    looks: Looks
    numberings: Numberings


@dataclass(slots=True)
class Story:
    """A part being read: its name, what it points to, and what was found in it."""

    part: str
    source: Source
    relationships: Mapping[str, Relationship]
    index: int = 0
    """How many w:p have been passed."""
    revisions: list[Revision] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    anchors: dict[str, Text] = field(default_factory=dict)
    """The words that comments are about, by comment id."""
    reach: dict[str, int] = field(default_factory=dict)
    """The last paragraph of the words that a comment is about, where they go on over several."""
    notes: set[tuple[str, str]] = field(default_factory=set)
    """The notes that the text has a mark for: their part and id."""
    languages: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    """How many characters are in each language, '' for none."""
    sections: list[Element] = field(default_factory=list)
    """The part's w:sectPr in order."""

    def pass_paragraph(self) -> int:
        """Passes one w:p and gives its index."""
        if self.index >= MAX_PARAGRAPHS:
            raise trouble.too_large(f"mer än {MAX_PARAGRAPHS} stycken", f"more than {MAX_PARAGRAPHS} paragraphs")
        self.index += 1
        return self.index - 1

    def skip(self, element: Element) -> None:
        """Passes an element that is not read; its paragraphs count all the same."""
        self.index += sum(1 for _ in element.iter(PARAGRAPH))

    def alternatives(self, element: Element, read: Callable[[Element], None]) -> None:
        """Reads the first choice of a mc:AlternateContent, which is the same thing for newer and older programs."""
        first = element.find(CHOICE)
        chosen = element[0] if first is None and len(element) else first
        for child in element:
            if child is chosen:
                read(child)
            else:
                self.skip(child)

    def here(self) -> Text:
        """The last paragraph passed, without words: the place of what is not inside one."""
        return Text(self.part, max(self.index - 1, 0), 0, "")
