"""Elements of a Word file: one function that makes them, and the few shapes that recur."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Node: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its elements
Attributes: TypeAlias = Mapping[str, str]


def name(prefixed: str) -> str:
    """A name such as "w:p" as lxml writes it, with the namespace in braces."""
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def node(tag: str, *content: Node | str | Attributes | None) -> Node:
    """An element such as "w:p": mappings are its attributes, strings its text, elements its children."""
    made: Node = etree.Element(name(tag), nsmap=NAMESPACES)
    for piece in content:
        if isinstance(piece, str):
            made.text = piece
        elif isinstance(piece, Mapping):
            for key, value in piece.items():
                made.set(name(key) if ":" in key else key, value)
        elif piece is not None:
            made.append(piece)
    return made


def value(tag: str, of: str | int) -> Node:
    """An element that says everything in its `w:val`."""
    return node(tag, {"w:val": str(of)})


def run(words: str, *properties: Node) -> Node:
    """A run of text with its formatting; a new line in it is a line break."""
    made = node("w:r", node("w:rPr", *properties) if properties else None)
    for i, line in enumerate(words.split("\n")):
        if i:
            made.append(node("w:br"))
        made.append(_text("w:t", line))
    return made


def _text(tag: str, words: str) -> Node:
    made = node(tag, words)
    made.set(_SPACE, "preserve")
    return made


def field(instruction: str, result: str) -> list[Node]:
    """The runs of a complex field with its cached result."""
    return [mark("begin"), code(instruction), mark("separate"), run(result), mark("end")]


def code(instruction: str) -> Node:
    """The run that holds a field's instruction."""
    return node("w:r", _text("w:instrText", f" {instruction} "))


def mark(kind: str) -> Node:
    """The run that begins, separates or ends a complex field."""
    return node("w:r", node("w:fldChar", {"w:fldCharType": kind}))


def paragraph(style: str | None, *content: Node, properties: tuple[Node, ...] = ()) -> Node:
    """A paragraph; `properties` follow the style in the order that the schema wants."""
    wanted = ([value("w:pStyle", style)] if style else []) + list(properties)
    return node("w:p", node("w:pPr", *wanted) if wanted else None, *content)


def serialise(root: Node) -> bytes:
    """An element as a part of the file."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r", "w14", "w15", "mc"])
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
