"""A paragraph while it is being read."""

from __future__ import annotations

from dataclasses import dataclass

from planlint.model.document import Block, Image, Link, Mark, NoteAnchor, Paragraph, Revision
from planlint.model.text import Text
from planlint.word.changes import Change
from planlint.word.counting import Item
from planlint.word.formatting import MARK_KINDS
from planlint.word.looks import Look


@dataclass(slots=True)
class Stretch:
    """Words that carry one tracked change, `start` to `end` in what the reading shows."""

    change: Change
    start: int
    end: int
    pieces: list[str]


class Draft:
    """Text, marks and anchors as they come; `index` is the w:p that the paragraph stands for, -1 before any."""

    __slots__ = (
        "_pieces", "_runs", "bookmarks", "boxes", "changed", "formatted", "images", "index", "length", "links", "look",
        "notes", "part", "ranges", "touched", "used",
    )  # fmt: skip

    def __init__(self, part: str, look: Look) -> None:
        self.part = part
        self.index = -1
        self.look = look
        self.length = 0
        self.touched = False
        """Whether anything has been put here yet."""
        self.used = False
        """Whether something stands here that is neither text nor a note."""
        self.links: list[Link] = []
        self.notes: list[NoteAnchor] = []
        self.bookmarks: list[str] = []
        self.boxes: list[Block] = []
        self.images: list[Image] = []
        self.ranges: list[tuple[str, int, int]] = []
        """Comments whose words stand here: id, start and end."""
        self.changed: list[Stretch] = []
        self.formatted: list[Stretch] = []
        """Words that carry a tracked change, of the words and of their formatting."""
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []

    def shows_something(self) -> bool:
        """Whether a reader would miss the paragraph."""
        return bool(self.length or self.boxes or self.notes or self.images)

    def add(self, text: str, bits: int) -> None:
        """Appends words that the reading shows, with the marks that the bits stand for."""
        start = self.length
        self.length += len(text)
        self._pieces.append(text)
        if bits:
            if self._runs and self._runs[-1][1:] == (start, bits):
                start = self._runs.pop()[0]
            self._runs.append((start, self.length, bits))

    def record(self, change: Change, text: str, *, shown: bool) -> None:
        """Notes that the words, which stand or would have stood at the end of the text, carry a tracked change."""
        stretches = self.formatted if change.kind == "formatting" else self.changed
        end = self.length + len(text) if shown else self.length
        last = stretches[-1] if stretches else None
        if last and last.end == self.length and last.change == change:
            last.pieces.append(text)
            last.end = end
        else:
            stretches.append(Stretch(change, self.length, end, [text]))

    def record_mark(self, change: Change) -> None:
        """Notes a tracked change of the paragraph mark, unless the words before it carry it already."""
        last = self.changed[-1] if self.changed else None
        same = last and (last.change.kind, last.change.author) == (change.kind, change.author)
        if not (last and same and last.end == self.length):
            self.record(change, "", shown=False)

    def record_whole(self, change: Change) -> None:
        """Notes a tracked change of the paragraph's own formatting."""
        self.formatted.append(Stretch(change, 0, self.length, [self.text()]))

    def text(self) -> str:
        """What the reading shows so far."""
        return "".join(self._pieces)

    def take_revisions(self) -> list[Revision]:
        """The tracked changes so far, in order; they are handed over once."""
        stretches = sorted(self.changed + self.formatted, key=lambda stretch: stretch.start)
        self.changed, self.formatted = [], []
        return [
            Revision(
                stretch.change.kind,
                stretch.change.author,
                stretch.change.date,
                Text(self.part, self.index, stretch.start, "".join(stretch.pieces)),
            )
            for stretch in stretches
        ]

    def paragraph(self, text: str, item: Item | None, *, in_contents: bool) -> Paragraph:
        """The finished paragraph; `item` is what its numbering shows."""
        look = self.look
        listed = item if look.level is None else None
        return Paragraph(
            Text(self.part, self.index, 0, text),
            look.style,
            look.level,
            item.number if item else None,
            listed.level if listed else None,
            bool(listed and listed.bullet),
            look.contents or (1 if in_contents else None),
            _marks(self._runs) if self._runs else (),
            tuple(sorted(self.links, key=_place)) if self.links else (),
            tuple(self.notes) if self.notes else (),
            tuple(self.bookmarks) if self.bookmarks else (),
            tuple(self.boxes) if self.boxes else (),
            tuple(self.images) if self.images else (),
            self.used,
        )


def plain_paragraph(content: Text, look: Look, item: Item | None, *, used: bool) -> Paragraph:
    """A paragraph of words and nothing else, as most are: what its style makes of it, and what its numbering shows."""
    listed = item if look.level is None else None
    return Paragraph(
        content,
        look.style,
        look.level,
        item.number if item else None,
        listed.level if listed else None,
        bool(listed and listed.bullet),
        look.contents,
        _marks([(0, len(content.text), look.bits)]) if look.bits and content.text else (),
        used=used,
    )


def _place(link: Link) -> tuple[int, int]:
    """Where a link begins; of two that begin together the longer comes first."""
    return link.start, -link.end


def _marks(runs: list[tuple[int, int, int]]) -> tuple[Mark, ...]:
    """One mark for each stretch that carries a formatting without a break, in order."""
    marks: list[Mark] = []
    for bit, kind in enumerate(MARK_KINDS):
        begun: tuple[int, int] | None = None
        for start, end, bits in runs:
            if not bits >> bit & 1:
                continue
            if begun and begun[1] == start:
                begun = begun[0], end
                continue
            if begun:
                marks.append(Mark(*begun, kind))
            begun = start, end
        if begun:
            marks.append(Mark(*begun, kind))
    if len(marks) > 1:
        marks.sort(key=lambda mark: (mark.start, mark.end))
    return tuple(marks)
