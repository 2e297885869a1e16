"""A Word file, whole: the body, the parts beside it, and what was found in the same pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from posixpath import basename
from typing import Final, Literal

from lxml.etree import _Element as Element

from planlint.archive.seal import is_sealed
from planlint.errors import InputError
from planlint.model.document import Document, Part, Properties, Reading
from planlint.word import names, trouble
from planlint.word.blocks import Blocks
from planlint.word.comments import Anchor, is_marked, read_comments
from planlint.word.counting import Counters
from planlint.word.looks import Looks
from planlint.word.names import w
from planlint.word.numbering import Numberings
from planlint.word.package import Package
from planlint.word.story import Source, Story
from planlint.word.styles import Styles

BODY_PART: Final = "document"
"""The name of the main part in places."""

_NOTE_PARTS: Final[tuple[Literal["footnotes", "endnotes"], ...]] = ("footnotes", "endnotes")
_MARGINS: Final[dict[str, Literal["header", "footer"]]] = {
    w("headerReference"): "header",
    w("footerReference"): "footer",
}
_TEXT_NOTES = {None, "normal"}

_Begin = Callable[[Story, Counters], Blocks]


def read_document(data: bytes, reading: Reading) -> Document:
    """A Word file's bytes as a Document. Raises InputError for what cannot be read."""
    document = read_package(Package(data), reading)
    return replace(document, own=document.own or is_sealed(data))


def read_package(package: Package, reading: Reading, begin: _Begin = Blocks) -> Document:
    """An opened Word file as a Document; `begin` makes what reads a part. Raises InputError as `read_document`."""
    try:
        with _no_collection():
            return _read_package(package, reading, begin)
    except RecursionError:
        raise trouble.deep_part(package.main) from None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keeps Python from looking for circles in lists that only grow: a tenth of the time for 2,000 pages."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_package(package: Package, reading: Reading, begin: _Begin) -> Document:
    main = package.main
    root = package.xml(main)
    if root is None or root.tag != w("document"):
        raise trouble.not_word("en annan sorts Officefil", "another kind of Office file")
    styles = Styles(_related(package, "styles"))
    numberings = Numberings(_related(package, "numbering"), styles)
    source = Source(reading, Looks(styles, numberings), numberings)
    story = Story(BODY_PART, source, package.relationships(main))
    blocks = begin(story, Counters(numberings))
    body = tuple(block for element in root.iterchildren(names.BODY) for block in blocks.read_body(element))
    beside = [*_read_notes(package, story, begin), *_read_margins(package, story, begin)]
    stories = [story, *(other for _, other in beside)]
    comments = _related(package, "comments")
    return Document(
        source="word",
        reading=reading,
        body=body,
        paragraphs=story.index,
        parts=tuple(part for parts, _ in beside for part in parts),
        revisions=tuple(revision for other in stories for revision in other.revisions),
        comments=read_comments(comments, _related(package, "commentsExtended"), _anchors(stories)),
        unread=tuple(unread for other in stories for unread in other.unread),
        properties=_read_properties(package, styles),
        languages={language: count for language, count in story.languages.items() if count},
        own=is_marked(comments),
    )


def _anchors(stories: Iterable[Story]) -> dict[str, Anchor]:
    """Where comments stand, by comment id; the body before the other parts."""
    anchors: dict[str, Anchor] = {}
    for story in stories:
        for identifier, place in story.anchors.items():
            anchors.setdefault(identifier, Anchor(place, story.reach.get(identifier)))
    return anchors


def list_parts(package: Package, body: Story) -> list[tuple[str, str]]:
    """The parts that reading goes through, `body` being the story of the main one: the name in places, and the part."""
    notes = [(str(kind), name) for kind, name in _list_notes(package)]
    return [(BODY_PART, package.main), *notes, *((_margin_name(name), name) for name in _margin_parts(body))]


def _list_notes(package: Package) -> Iterator[tuple[Literal["footnotes", "endnotes"], str]]:
    """The parts with notes that the main part points to."""
    for kind in _NOTE_PARTS:
        name = package.related(package.main, kind)
        if name is not None:
            yield kind, name


def _margin_name(name: str) -> str:
    """What a header or footer is called in places."""
    return basename(name).removesuffix(".xml")


def _related(package: Package, kind: str) -> Element | None:
    name = package.related(package.main, kind)
    return None if name is None else package.xml(name)


def _read_notes(package: Package, body: Story, begin: _Begin) -> Iterator[tuple[list[Part], Story]]:
    """The footnotes and endnotes that the body's text has a mark for, and the story of the part that holds them."""
    for kind, name in _list_notes(package):
        root = package.xml(name)
        if root is not None:
            story = Story(kind, body.source, package.relationships(name))
            begin_note = partial(begin, story, Counters(story.source.numberings))
            yield list(_note_parts(root, kind, story, body.notes, begin_note)), story


def _note_parts(
    root: Element,
    kind: Literal["footnotes", "endnotes"],
    story: Story,
    wanted: set[tuple[str, str]],
    begin: Callable[[], Blocks],
) -> Iterator[Part]:
    for element in root:
        note = element.get(names.ID, "")
        if (kind, note) in wanted and element.get(names.KIND) in _TEXT_NOTES:
            yield Part(kind, kind, begin().read(element), note)
        else:
            story.skip(element)


def _read_margins(package: Package, body: Story, begin: _Begin) -> Iterator[tuple[list[Part], Story]]:
    """The headers and footers that sections refer to, each once; their numbers go on from one to the next."""
    counters = Counters(body.source.numberings)
    for name, kind in _margin_parts(body).items():
        root = package.xml(name)
        if root is not None:
            story = Story(_margin_name(name), body.source, package.relationships(name))
            yield [Part(story.part, kind, begin(story, counters).read(root))], story


def _margin_parts(body: Story) -> dict[str, Literal["header", "footer"]]:
    """The parts that the body's sections name as headers and footers, in order."""
    references: Iterable[Element] = (child for section in body.sections for child in section if child.tag in _MARGINS)
    found: dict[str, Literal["header", "footer"]] = {}
    for reference in references:
        relationship = body.relationships.get(reference.get(names.RELATION, ""))
        if relationship and not relationship.external:
            found.setdefault(relationship.target, _MARGINS[reference.tag])
    return found


def _read_properties(package: Package, styles: Styles) -> Properties:
    """The file's own properties; a properties part that is broken states none, as it holds nothing of the plan."""
    try:
        name = package.related("", "core-properties")
        root = None if name is None else package.xml(name)
    except InputError:
        root = None

    def stated(tag: str) -> str:
        return "" if root is None else " ".join((root.findtext(tag) or "").split())

    return Properties(title=stated(names.TITLE), language=stated(names.LANGUAGE) or styles.language)
