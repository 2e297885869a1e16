"""What the file says: blocks of text with their marks, numbers and revisions; nothing of the domain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from planlint.model.text import Text

Reading = Literal["final", "original"]
MarkKind = Literal["bold", "italic", "caps", "hidden", "highlight", "placeholder"]
LinkKind = Literal["external", "internal", "reference"]
PartKind = Literal["document", "header", "footer", "footnotes", "endnotes"]
ImageKind = Literal["picture", "chart", "smart-art", "object"]
RevisionKind = Literal["insertion", "deletion", "move-from", "move-to", "formatting"]

GONE: Final[Mapping[Reading, frozenset[RevisionKind]]] = MappingProxyType(
    {"final": frozenset({"deletion", "move-from"}), "original": frozenset({"insertion", "move-to"})}
)
"""The kinds of changes whose words a reading does not show."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a paragraph, `start` to `end` in its code points, that carries a formatting.

    "placeholder" is the prompt that a content control shows while nobody has filled it in.
    """

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a paragraph that leads somewhere: an address, a bookmark, or a REF field's bookmark."""

    start: int
    end: int
    kind: LinkKind
    target: str


@dataclass(frozen=True, slots=True)
class NoteAnchor:
    """The spot, `offset` code points into a paragraph, where a note hangs; `part` and `note` name the note."""

    offset: int
    part: str
    note: str


@dataclass(frozen=True, slots=True)
class Image:
    """Something that is seen and not read, `offset` code points into a paragraph.

    `description` is its alternative text as the file states it; `decorative` where the file says that it needs none.
    Shapes, lines and equations are no images.
    """

    offset: int
    kind: ImageKind
    description: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the chosen reading shows it.

    `style` is the style's name, casefolded ("heading 1", "toc 2"), never its id. `level` is 1–9 for a heading by
    style name, by a style it is based on or by outline level, else None. `number` is the automatic number as Word
    shows it ("4.1", "1A:", "a)"), without a final dot, and is not part of the text. `list_level` is 0-based for an
    item of a list (automatic bullet or number), else None; `bullet` tells a bullet from a number. `contents_level` is
    set for a row of a table of contents. `boxes` are the blocks of text boxes anchored here. `used` is True where
    something stands that is neither text nor a note: an image or a shape, a field, a line, a break to a new page.
    """

    content: Text
    style: str = ""
    level: int | None = None
    number: str | None = None
    list_level: int | None = None
    bullet: bool = False
    contents_level: int | None = None
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[NoteAnchor, ...] = ()
    bookmarks: tuple[str, ...] = ()
    boxes: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    used: bool = False

    @property
    def text(self) -> str:
        """The paragraph's characters: tab is U+0009, line break U+000A, non-breaking hyphen U+2011, soft U+00AD."""
        return self.content.text

    def wholly(self, kind: MarkKind) -> bool:
        """Whether every visible character carries the formatting."""
        covered = 0
        for mark in self.marks:
            if mark.kind == kind:
                if self.text[covered : mark.start].strip():
                    return False
                covered = max(covered, mark.end)
        return bool(self.content) and not self.text[covered:].strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the file (a merged cell once); `span` is how many grid columns it takes."""

    blocks: tuple[Block, ...]
    span: int = 1
    continues: bool = False
    """True for a cell that only continues the one above (vertical merge)."""
    shaded: bool = False
    """True where the cell itself has a background of another colour than white."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `header` where the file marks it as a repeated header row."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, nested ones inside its cells' blocks.

    `first_row` and `first_column` are True where the table's style makes them look different from the rest.
    """

    rows: tuple[Row, ...]
    first_row: bool = False
    first_column: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file beside the body; `note` is the id of a footnote or endnote (one Part a note), else ''."""

    name: str
    kind: PartKind
    blocks: tuple[Block, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change; `place` holds its words (for a deletion: the deleted words, with an empty stretch's start)."""

    kind: RevisionKind
    author: str
    date: str
    place: Text

    def shown(self, reading: Reading) -> bool:
        """Whether the reading has its words."""
        return self.kind not in GONE[reading]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin; in Markdown, an HTML comment that speaks to planlint.

    `anchor` is the words that it is about, in the first paragraph of them; `until` the last paragraph where they go on
    over several. A reply without words of its own has those of the comment that it answers. `anchor` is None where the
    body has no range for it. `parent` is the comment that it replies to. `answers` is the words of planlint's own
    comment where it replies to one of those, which are no one's view and are left out.
    """

    id: str
    author: str
    date: str
    text: str
    anchor: Text | None = None
    parent: str | None = None
    resolved: bool = False
    until: int | None = None
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that could hold plan text and was not read: what it is, and where."""

    what: Literal["alt-chunk", "embedded-document", "smart-art", "picture", "entity", "too-deep"]
    place: Text


@dataclass(frozen=True, slots=True)
class Properties:
    """The file's own properties; an empty string where the file states none."""

    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `paragraphs` counts the paragraphs of the body in the file, deleted ones included.

    `languages` tells how many characters of the body's text are in each language that the file states, by BCP 47 tag
    ("sv-SE"); '' stands for no language.
    """

    source: Literal["word", "markdown"]
    reading: Reading
    body: tuple[Block, ...]
    paragraphs: int
    parts: tuple[Part, ...] = ()
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    unread: tuple[Unread, ...] = ()
    properties: Properties = field(default_factory=Properties)
    languages: Mapping[str, int] = field(default_factory=dict)
    lines: tuple[int, ...] = ()
    """On which line of the file each paragraph begins, from 1; empty for Word files, which have no lines."""
    own: bool = field(default=False, compare=False)
    """Whether it is planlint's own: a copy with findings in the margin, as planlint wrote it, or a report."""


def paragraphs(blocks: tuple[Block, ...], *, boxes: bool = True) -> Iterator[Paragraph]:
    """Every paragraph of the blocks in reading order: those of tables, and (unless told not to) of text boxes."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            if boxes and block.boxes:
                yield from paragraphs(block.boxes)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks, boxes=boxes)
