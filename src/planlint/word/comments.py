"""The comments in the margin: who, when, what, about which words, in answer to which, and whether resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml.etree import _Element as Element

from planlint.model.document import Comment
from planlint.model.text import Text
from planlint.word import names
from planlint.word.names import w

OWN_AUTHOR: Final = "planlint"
"""The author of the comments that planlint writes: they are no one's view and are left out."""

_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


def read_comments(root: Element | None, extended: Element | None, anchors: Mapping[str, Text]) -> tuple[Comment, ...]:
    """The comments of comments.xml; `extended` is commentsExtended.xml, `anchors` the words that they are about."""
    if root is None:
        return ()
    elements = [element for element in root.iterchildren(w("comment")) if element.get(names.AUTHOR) != OWN_AUTHOR]
    by_paragraph = {_last_paragraph(element): element.get(names.ID, "") for element in elements}
    extensions = {} if extended is None else _read_extensions(extended)
    return tuple(_read_comment(element, anchors, extensions, by_paragraph) for element in elements)


def _read_extensions(root: Element) -> dict[str, Element]:
    return {element.get(names.EXTENSION_ID, ""): element for element in root.iterchildren(names.COMMENT_EXTENSION)}


def _read_comment(
    element: Element, anchors: Mapping[str, Text], extensions: Mapping[str, Element], by_paragraph: Mapping[str, str]
) -> Comment:
    identifier = element.get(names.ID, "")
    extension = extensions.get(_last_paragraph(element))
    parent = "" if extension is None else extension.get(names.EXTENSION_PARENT, "")
    return Comment(
        id=identifier,
        author=element.get(names.AUTHOR, ""),
        date=element.get(names.DATE, ""),
        text="\n".join(map(_text, element.iter(names.PARAGRAPH))),
        anchor=anchors.get(identifier),
        parent=by_paragraph.get(parent) if parent else None,
        resolved=extension is not None and extension.get(names.EXTENSION_DONE) in {"1", "true"},
    )


def _last_paragraph(element: Element) -> str:
    """The id of the comment's last paragraph, by which the other parts know it; '' where it has none."""
    identifier = ""
    for paragraph in element.iter(names.PARAGRAPH):
        identifier = paragraph.get(names.PARAGRAPH_ID, "")
    return identifier


def _text(paragraph: Element) -> str:
    return "".join(_CHARACTERS.get(leaf.tag) or leaf.text or "" for leaf in paragraph.iter(names.TEXT, *_CHARACTERS))
