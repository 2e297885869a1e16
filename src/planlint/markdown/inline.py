"""What stands in a line of Markdown: words, marks, links, pictures, and line breaks that are written as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from planlint.model.document import Image, Link, LinkKind, Mark, MarkKind, Paragraph
from planlint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_WORDS = frozenset({"text", "text_special", "code_inline"})
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_MARKS: Mapping[str, MarkKind] = {"strong": "bold", "em": "italic"}
_HTML_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def take_break(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
    """A rule for markdown-it: `<br>` is a hard break. A table's cell can have no other."""
    found = _HTML_BREAK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def render(children: Iterable[Token], place: Callable[[str], Text]) -> Paragraph:
    """The words of a line's tokens, with its images and the stretches that are bold, italic or a link."""
    words: list[str] = []
    length = 0
    opened: list[tuple[int, Token]] = []
    marks: list[Mark] = []
    links: list[Link] = []
    images: list[Image] = []
    for token in children:
        if token.type == "image":
            images.append(Image(length, "picture", token.content))
        said = _said(token)
        words.append(said)
        length += len(said)
        if token.nesting == 1:
            opened.append((length, token))
        elif token.nesting == -1:
            start, opener = opened.pop()
            kind = _MARKS.get(opener.type.removesuffix("_open"))
            if start < length and kind:
                marks.append(Mark(start, length, kind))
            elif start < length:
                links.append(_link(start, length, str(opener.attrs.get("href", ""))))
    return Paragraph(
        place("".join(words)),
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
        links=tuple(links),
        images=tuple(images),
    )


def _said(token: Token) -> str:
    """What a reader sees of an inline token."""
    return token.content if token.type in _WORDS else _BREAKS.get(token.type, "")


def _link(start: int, end: int, address: str) -> Link:
    """A link to an address, or to a place in the document where it begins with '#'."""
    kind: LinkKind = "internal" if address.startswith("#") else "external"
    return Link(start, end, kind, unquote(address[1:]) if kind == "internal" else address)
