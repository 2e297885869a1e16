"""What stands in the margin of a Word file, read without planlint: comments, and the words between their marks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from planlint import word
from planlint.model.document import Reading, paragraphs
from planlint.model.note import Note
from planlint.model.text import Text
from tests.word.build import W, root

WRITTEN = datetime(2026, 11, 22, 10, 30, 5, tzinfo=UTC)
GONE = "finns inte längre."
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

_SHOWN: dict[str, str | None] = {
    "t": None,
    "sym": None,
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_ASIDE = {"del", "moveFrom", "Fallback", "txbxContent", "rPr", "pPr", "rt"}


@dataclass(frozen=True)
class Mark:
    """A comment of planlint's own, and the words between its marks as they are shown with all changes accepted."""

    id: str
    text: str
    words: str
    paragraph: str
    date: str


def note(number: int, place: Text, *lines: str, answers: bool = False) -> Note:
    return Note(f"{number:016x}", place, lines or (f"PL{number:03} Fel.", "Varför: så är det."), answers)


def annotate(data: bytes, *notes: Note, reading: Reading = "final", written: datetime = WRITTEN) -> bytes:
    return word.annotate(data, notes, reading, written=written, gone=GONE)


def find(data: bytes, words: str, reading: Reading = "final") -> Text:
    """The first place of the words in the file's text, text boxes and notes included."""
    document = word.read(data, reading)
    blocks = (*document.body, *(block for part in document.parts for block in part.blocks))
    for paragraph in paragraphs(blocks):
        if words in paragraph.text:
            at = paragraph.text.index(words)
            return paragraph.content.cut(at, at + len(words))
    raise AssertionError(words)


def entry(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def inside(data: bytes, name: str = "word/document.xml") -> str:
    """The body's XML, or that in the root of another part, in its canonical form without declarations of namespaces."""
    part = etree.fromstring(entry(data, name))
    body = part.find(f"{{{W}}}body")
    return _canonical(part if body is None else body)


def canonical(xml: str) -> str:
    """What `inside` gives of a part with this XML inside."""
    return _canonical(etree.fromstring(root("w:p", xml).encode()))


def _canonical(element: Element) -> str:
    whole = etree.tostring(element, method="c14n").decode()
    return re.sub(r' xmlns:?\w*="[^"]*"', "", whole).partition(">")[2].rpartition("<")[0]


def marks(data: bytes, author: str = "planlint") -> list[Mark]:
    """The comments of an author in the order of the comments part; each has one start, one end, one reference."""
    package = entries(data)
    body = etree.fromstring(package["word/document.xml"])
    words, seen = _words_between(body), _count(body)
    made = []
    for comment in etree.fromstring(package["word/comments.xml"]):
        if comment.get(f"{{{W}}}author") == author:
            identifier = comment.get(f"{{{W}}}id", "")
            assert seen.pop(identifier) == ["commentRangeStart", "commentRangeEnd", "commentReference"]
            paragraph = list(comment.iter(f"{{{W}}}p"))[-1]
            text = "".join(_characters(comment))
            date = comment.get(f"{{{W}}}date", "")
            made.append(Mark(identifier, text, words[identifier], paragraph.get(f"{W14}paraId", ""), date))
    return made


def _count(body: Element) -> dict[str, list[str]]:
    """The marks of each comment, the reference last wherever it stands."""
    found: dict[str, list[str]] = {}
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in body.iter(f"{{{W}}}{name}"):
            found.setdefault(mark.get(f"{{{W}}}id", ""), []).append(name)
    return found


def _words_between(body: Element) -> dict[str, str]:
    open_marks: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for each in _walk(body):
        if isinstance(each, str):
            for pieces in open_marks.values():
                pieces.append(each)
        elif each.tag.endswith("RangeStart"):
            open_marks[each.get(f"{{{W}}}id", "")] = []
        elif each.tag.endswith("RangeEnd"):
            identifier = each.get(f"{{{W}}}id", "")
            done[identifier] = "".join(open_marks.pop(identifier, ["(ends before it begins)"]))
    return done


def _walk(element: Element, *, shown: bool = True) -> Iterator[str | Element]:
    """Characters that are shown, and marks of comments, in order."""
    for child in element:
        name = etree.QName(child).localname
        if name in {"commentRangeStart", "commentRangeEnd"}:
            yield child
        elif name in _SHOWN and shown:
            yield _character(child, name)
        else:
            yield from _walk(child, shown=shown and name not in _ASIDE)


def _character(element: Element, name: str) -> str:
    known = _SHOWN[name]
    if known is None:
        return _kept(element)
    return "" if element.get(f"{{{W}}}type") == "page" else known


def _kept(text: Element) -> str:
    """What is shown of a text."""
    if text.tag.endswith("sym"):
        return "✓"
    words = text.text or ""
    return words if text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else words.strip()


def _characters(element: Element) -> Iterator[str]:
    return (each for each in _walk(element) if isinstance(each, str))
