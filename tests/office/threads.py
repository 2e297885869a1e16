"""What must hold of a Word file's comments so that Word opens it and shows them, as far as schemas do not say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from tests.office.package import CONTENT_TYPES, ID, W14, XML_SPACE, Package, W, parse, unpack

AUTHOR: Final = "planlint"
START: Final = f"{W}commentRangeStart"
END: Final = f"{W}commentRangeEnd"
REFERENCE: Final = f"{W}commentReference"
COMMENT: Final = f"{W}comment"
PARAGRAPH_ID: Final = f"{W14}paraId"

_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?")
_LARGEST_ID: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as the file has it: id, author, words (a line for each of its lines), and the ranges' words."""

    id: str
    author: str
    text: str


def remarks(data: bytes) -> list[Remark]:
    """The file's comments in the order of their part."""
    root = unpack(data).xml("comments")
    comments = [] if root is None else list(root.iter(COMMENT))
    return [Remark(each.get(ID, ""), each.get(f"{W}author", ""), _words(each)) for each in comments]


def faults(data: bytes) -> Counter[str]:
    """What is wrong with the file's comments."""
    package = unpack(data)
    comments = package.xml("comments")
    every = [] if comments is None else list(comments.iter(COMMENT))
    return Counter(
        [
            *_registration(package, every),
            *_marks(package.document, {each.get(ID, "") for each in every}),
            *_identities(every),
            *(fault for each in every for fault in _form(each)),
            *_extensions(package, every),
        ]
    )


def _registration(package: Package, comments: list[Element]) -> Iterator[str]:
    """Word finds the comments by a relationship, and knows what they are by the content type."""
    found = [each.target for each in package.relationships(package.main) if each.kind == "comments"]
    strays = [name for name in package.entries if name.endswith("/comments.xml") and name not in found]
    if len(found) > 1 or strays:
        yield f"comments are related {len(found)} times, {len(strays)} parts not at all"
    types = parse(package.entries[CONTENT_TYPES])
    stated = [
        each.get("PartName", "").lstrip("/").casefold() for each in types if each.get("ContentType") == _COMMENTS_TYPE
    ]
    for name in found:
        if comments and stated.count(name.casefold()) != 1:
            yield f"the content type of comments is stated {stated.count(name.casefold())} times"
    names = Counter(each.get("PartName", "").casefold() for each in types if each.get("PartName"))
    yield from (f"content types state {name} {count} times" for name, count in names.items() if count > 1)


def _marks(document: Element, comments: set[str]) -> Iterator[str]:
    """Every comment has a beginning, an end and a reference, in this order, and none stands for no comment."""
    marks: dict[str, list[str]] = {identifier: [] for identifier in comments}
    for element in document.iter(START, END, REFERENCE):
        marks.setdefault(element.get(ID, ""), []).append(element.tag.removeprefix(W))
    for identifier, tags in marks.items():
        if tags != ["commentRangeStart", "commentRangeEnd", "commentReference"]:
            yield f"comment {identifier} has {' '.join(tags) or 'no mark'}"
        if identifier not in comments:
            yield f"there is no comment {identifier}"
    for element in document.iter(REFERENCE):
        run = element.getparent()
        if run is None or [each for each in run if each.tag not in {f"{W}rPr", REFERENCE}]:
            yield "a reference stands in a run with something else"


def _identities(comments: list[Element]) -> Iterator[str]:
    counts = Counter(each.get(ID, "") for each in comments)
    for identifier, count in counts.items():
        if count > 1:
            yield f"{count} comments are numbered {identifier}"
        if not identifier.isdecimal() or int(identifier) > _LARGEST_ID:
            yield f"{identifier!r} is no comment's number"


def _form(comment: Element) -> Iterator[str]:
    """What Word puts in every comment."""
    who = f"comment {comment.get(ID)}"
    if len(comment) == 0 or comment[-1].tag != f"{W}p":
        yield f"{who} does not end with a paragraph"
    if comment.get(f"{W}author") == AUTHOR and not _TIME.fullmatch(comment.get(f"{W}date", "")):
        yield f"{who} has the time {comment.get(f'{W}date')}"
    for element in comment.iter(f"{W}t"):
        text = element.text or ""
        if text != text.strip() and element.get(XML_SPACE) != "preserve":
            yield f"{who} loses space: {text!r}"


def _extensions(package: Package, comments: list[Element]) -> Iterator[str]:
    """The ids by which newer parts know comments: of the last paragraph, once in the whole file, below 0x80000000."""
    own = [each.get(PARAGRAPH_ID) for comment in comments for each in comment.iter(f"{W}p") if each.get(PARAGRAPH_ID)]
    others = {each.get(PARAGRAPH_ID) for each in package.document.iter(f"{W}p")}
    for identifier, count in Counter(own).items():
        if count > 1 or identifier in others or int(identifier or "0", 16) >= 2**31:
            yield f"paragraph id {identifier} is wrong"
    last = {each.get(PARAGRAPH_ID) for comment in comments for each in list(comment.iter(f"{W}p"))[-1:]}
    extended = package.xml("commentsExtended")
    rows: Iterable[Element] = () if extended is None else extended
    yield from _rows(list(rows), last)


def _rows(rows: list[Element], last: set[str | None]) -> Iterator[str]:
    known = Counter(each.get(f"{_W15}paraId") for each in rows)
    for identifier, count in known.items():
        if count > 1 or identifier not in last:
            yield f"commentsExtended has {count} rows for {identifier}"
    for row in rows:
        parent = row.get(f"{_W15}paraIdParent")
        if parent is not None and parent not in known:
            yield f"commentsExtended: {parent}, which is answered, is not there"


def _words(comment: Element) -> str:
    return "\n".join(
        "".join("\n" if leaf.tag == f"{W}br" else leaf.text or "" for leaf in each.iter(f"{W}t", f"{W}br"))
        for each in comment.iter(f"{W}p")
    )
