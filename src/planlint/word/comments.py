"""The comments in the margin: who, when, what, about which words, in answer to which, and whether resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Comment
from planlint.model.text import Text
from planlint.word import names
from planlint.word.names import w

OWN_AUTHOR: Final = "planlint"
"""The author of the comments that planlint writes: they are no one's view and are left out."""

MARKER: Final = "urn:planlint:annotated"
"""A namespace that the comments part declares as planlint wrote it, and nothing uses: who saves the file drops it."""

_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


def is_marked(root: Element | None) -> bool:
    """Whether a file with this comments.xml is as planlint wrote it."""
    return root is not None and MARKER in root.nsmap.values()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a comment is about, in their first paragraph, and the last paragraph that its range reaches."""

    place: Text
    reach: int | None = None


def read_comments(root: Element | None, extended: Element | None, anchors: Mapping[str, Anchor]) -> tuple[Comment, ...]:
    """The comments of comments.xml; `extended` is commentsExtended.xml, `anchors` where they stand, by comment id."""
    if root is None:
        return ()
    every = tuple(root.iterchildren(names.COMMENT))
    threads = _Threads(
        {} if extended is None else _read_extensions(extended),
        {last_paragraph_id(each): each.get(names.ID, "") for each in every},
        {each.get(names.ID, ""): words_of(each) for each in every if is_own(each)},
    )
    return tuple(_read_comment(each, anchors, threads) for each in every if not is_own(each))


@dataclass(frozen=True, slots=True)
class _Threads:
    """What commentsExtended.xml says of comments, which it knows by the id of their last paragraph."""

    extensions: Mapping[str, Element]
    comments: Mapping[str, str]
    """The comments' ids."""
    own: Mapping[str, str]
    """What planlint's own comments say, by their ids."""

    def of(self, element: Element) -> Element | None:
        """What is said of the comment."""
        return self.extensions.get(last_paragraph_id(element))

    def parent(self, element: Element) -> str | None:
        """The id of the comment that it replies to."""
        extension = self.of(element)
        parent = "" if extension is None else extension.get(names.EXTENSION_PARENT, "")
        return self.comments.get(parent) if parent else None


def _read_extensions(root: Element) -> dict[str, Element]:
    return {element.get(names.EXTENSION_ID, ""): element for element in root.iterchildren(names.COMMENT_EXTENSION)}


def is_own(element: Element) -> bool:
    """Whether planlint has written the comment."""
    return element.get(names.AUTHOR) == OWN_AUTHOR


def _read_comment(element: Element, anchors: Mapping[str, Anchor], threads: _Threads) -> Comment:
    identifier = element.get(names.ID, "")
    extension, parent = threads.of(element), threads.parent(element)
    anchor = anchors.get(identifier) or anchors.get(parent or "")
    return Comment(
        id=identifier,
        author=element.get(names.AUTHOR, ""),
        date=element.get(names.DATE, ""),
        text=words_of(element),
        anchor=anchor.place if anchor else None,
        parent=None if parent in threads.own else parent,
        resolved=extension is not None and extension.get(names.EXTENSION_DONE) in {"1", "true"},
        until=anchor.reach if anchor and (anchor.reach or 0) > anchor.place.paragraph else None,
        answers=threads.own.get(parent or "", ""),
    )


def words_of(element: Element) -> str:
    """What the comment says, its paragraphs and its lines as lines."""
    return "\n".join(map(_text, element.iter(names.PARAGRAPH)))


def last_paragraph_id(element: Element) -> str:
    """The id of the comment's last paragraph, by which the other parts know it; '' where it has none."""
    identifier = ""
    for paragraph in element.iter(names.PARAGRAPH):
        identifier = paragraph.get(names.PARAGRAPH_ID, "")
    return identifier


def _text(paragraph: Element) -> str:
    return "".join(_CHARACTERS.get(leaf.tag) or leaf.text or "" for leaf in paragraph.iter(names.TEXT, *_CHARACTERS))
