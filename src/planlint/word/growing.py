"""A Word file with more rows and tables like those that it has, and other words in single paragraphs.

What is new looks as a row that stands there already: its properties are copied, and nothing of what it says. All that
is not named stays as it is, to the element.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from planlint.word import names
from planlint.word.annotation.naming import fresh_ids
from planlint.word.document import BODY_PART, read_package
from planlint.word.names import w
from planlint.word.package import Package
from planlint.word.row_copies import PROPERTIES, Control, Copies, Row, Styled, above, make, remove, write_words
from planlint.word.styles import Styles
from planlint.word.tracing import Trace
from planlint.word.xml import write

__all__ = ["Change", "Control", "Gone", "NewRow", "NewTable", "NewWords", "Row", "Styled", "grow"]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row after the one that the paragraph `after` stands in; several after one stand in the order given."""

    after: int
    row: Row


@dataclass(frozen=True, slots=True)
class NewTable:
    """A heading and a table, like those of the table that the paragraph `like` stands in, its head row first.

    They stand after the table of the paragraph `at`, or `before` it and its heading. `about` describes the table to
    those who hear it.
    """

    like: int
    at: int
    before: bool
    title: str
    about: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class NewWords:
    """Other words for a paragraph, which look as its first ones do."""

    paragraph: int
    words: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A paragraph that goes."""

    paragraph: int


Change = NewRow | NewTable | NewWords | Gone
"""Paragraphs are named by their number in the body, in the final reading."""


def grow(data: bytes, changes: Sequence[Change]) -> bytes:
    """The file with the changes; without any, the very bytes. Raises InputError for what is no Word file."""
    if not changes:
        return data
    package, trace = Package(data), Trace()
    read_package(package, "final", trace.begin)
    traced = trace.parts[BODY_PART]
    root = next(body.getroottree().getroot() for body in traced.bodies)
    name = package.related(package.main, "styles")
    copies = Copies(
        Styles(None if name is None else package.xml(name)),
        fresh_ids(
            each.get(names.VALUE, "") for properties in root.iter(PROPERTIES) for each in properties.iter(names.ID)
        ),
    )
    growing = _Growing(traced.paragraphs, copies)
    for change in changes:
        growing.make(change)
    content = package.content(package.main) or b""
    return package.rewrite({package.main: write(root, content, package.main)})


@dataclass(slots=True)
class _Growing:
    """The body while it is changed."""

    paragraphs: Mapping[int, Element]
    copies: Copies
    last: dict[Element, Element] = field(default_factory=dict)
    """What was put after an element last."""

    def make(self, change: Change) -> None:
        """Makes one of the changes."""
        if isinstance(change, NewRow):
            self._put_after(above(self.paragraphs[change.after], names.ROW), [self._row(change.row)])
        elif isinstance(change, NewTable):
            self._add_table(change)
        elif isinstance(change, NewWords):
            write_words(self.paragraphs[change.paragraph], change.words)
        else:
            remove(self.paragraphs[change.paragraph])

    def _row(self, row: Row) -> Element:
        return self.copies.row(above(self.paragraphs[row.like], names.ROW), row)

    def _add_table(self, change: NewTable) -> None:
        like = above(self.paragraphs[change.like], names.TABLE)
        heading = _heading(like)
        title = make("p") if heading is None else self.copies.paragraph(heading, change.title)
        table = make("tbl")
        table.extend(deepcopy(child) for child in like if child.tag in {w("tblPr"), w("tblGrid")})
        for caption in table.iter(w("tblCaption")):
            caption.set(names.VALUE, change.about)
        table.extend(self._row(row) for row in change.rows)
        at = above(self.paragraphs[change.at], names.TABLE)
        if not change.before:
            self._put_after(at, [title, table])
            return
        beside = _heading(at)
        before = at if beside is None else beside
        before.addprevious(title)
        before.addprevious(table)

    def _put_after(self, element: Element, new: Sequence[Element]) -> None:
        at = self.last.get(element, element)
        for each in new:
            at.addnext(each)
            at = each
        self.last[element] = at


def _heading(table: Element) -> Element | None:
    """The paragraph that stands right over a table, where one does."""
    over: Iterator[Element] = table.itersiblings(preceding=True)
    first = next(over, None)
    return first if first is not None and first.tag == names.PARAGRAPH else None
