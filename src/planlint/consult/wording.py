"""The plan's own paragraphs, as views speak of them: their words, their rows, and where a quote stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from planlint.consult.spots import Places
from planlint.language.normalise import normalise
from planlint.model.consultation import Said, Sent, Spot
from planlint.model.document import Block, Table, paragraphs
from planlint.model.text import Text

Paragraph = tuple[str, int]
"""A part of the file and the number of a paragraph in it."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands under a spot, as one string, so that a quote is looked for in it once."""

    contents: tuple[Text, ...]
    joined: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, contents: Iterable[Text]) -> _Stretch:
        held = tuple(contents)
        lengths = (len(text.text) + 1 for text in held)
        return cls(held, "\n".join(text.text for text in held), tuple(accumulate(lengths, initial=0)))

    def find(self, quote: str) -> Text | None:
        """Where the quote begins, with as much of it as its first paragraph has; None where it does not stand here."""
        at = self.joined.find(quote)
        if at < 0:
            return None
        index = bisect_right(self.starts, at) - 1
        start = at - self.starts[index]
        return self.contents[index].cut(start, start + len(quote))


class Wording:
    """The paragraphs of the plan as it was sent out."""

    def __init__(self, sent: Sent) -> None:
        self._contents: dict[Paragraph, Text] = {}
        self._rows: dict[Paragraph, tuple[Paragraph, ...]] = {}
        places = Places(sent.spots)
        under: dict[int, list[Text]] = defaultdict(list)
        for blocks in (sent.document.body, *(part.blocks for part in sent.document.parts)):
            for paragraph in paragraphs(blocks):
                self._contents[_paragraph(paragraph.content)] = paragraph.content
                last = paragraph.content.cut(len(paragraph.text))  # a goal begins after its code, in its paragraph
                under[places.at(last).index].append(paragraph.content)
            self._list_rows(blocks)
        self._under = {index: _Stretch.of(contents) for index, contents in under.items()}
        self._next = dict(pairwise(place for place, content in self._contents.items() if content))
        self._found: dict[tuple[int, str], Text | None] = {}

    def text(self, paragraph: Paragraph) -> str:
        """The paragraph's words; '' where the plan has no such paragraph."""
        content = self._contents.get(paragraph)
        return content.text if content else ""

    def following(self, paragraph: Paragraph) -> Paragraph | None:
        """The next paragraph with words after one that has some."""
        return self._next.get(paragraph)

    def row(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """All paragraphs of the table row that this one is the first of; itself where it is the first of none."""
        return self._rows.get(paragraph, (paragraph,))

    def find(self, quote: str, spot: Spot) -> Text | None:
        """Where the quoted words begin under a spot; None where they do not stand there as they are quoted."""
        key = spot.index, quote.strip()
        if key not in self._found:
            stretch = self._under.get(spot.index)
            self._found[key] = stretch.find(key[1]) if stretch and key[1] else None
        return self._found[key]

    def named(self, said: Said) -> Text | None:
        """The words that a wording proposed in a form or a letter is to stand in place of; None where that is not told.

        They are the quote or, of a goal, the whole of it.
        """
        spot = said.spot
        if spot is None or not said.proposal:
            return None
        own = not spot.part and spot.sort == "goal"
        if own and normalise(said.quote) in {"", normalise(spot.place.text)}:
            return spot.place
        found = self.find(said.quote, spot)
        return found if found and found.text == said.quote.strip() else None

    def _list_rows(self, blocks: Iterable[Block]) -> None:
        """Note the rows of tables; of those that begin with one paragraph, the innermost."""
        for block in blocks:
            if not isinstance(block, Table):
                self._list_rows(block.boxes)
                continue
            for row in block.rows:
                inside = [_paragraph(each.content) for cell in row.cells for each in paragraphs(cell.blocks)]
                if inside:
                    self._rows[inside[0]] = tuple(inside)
                for cell in row.cells:
                    self._list_rows(cell.blocks)


def _paragraph(text: Text) -> Paragraph:
    return text.part, text.paragraph
