"""What is promised of a file that came back, whatever stands in it."""

from __future__ import annotations

from typing import cast

from lxml import etree

from planlint.model.document import Document, paragraphs
from planlint.model.returned import Returned
from planlint.model.text import Struck
from planlint.word import read, read_returned
from planlint.word.package import Package

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
CHANGES = (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange",
)  # fmt: skip
READ = "not(ancestor::mc:Fallback[../mc:Choice])"
MARKS = etree.XPath("|".join(f"//w:{name}[{READ}]" for name in CHANGES), namespaces=NAMESPACES)
MARGINS = etree.XPath("//w:headerReference/@r:id | //w:footerReference/@r:id", namespaces=NAMESPACES)


def count_marks(data: bytes) -> int:
    """How many elements of the file mark a tracked change, counted without planlint's reader."""
    package = Package(data)
    links = package.relationships(package.main)
    main = package.xml(package.main)
    assert main is not None
    margins = {links[str(key)].target for key in cast("list[str]", MARGINS(main)) if str(key) in links}
    notes = {package.related(package.main, kind) for kind in ("footnotes", "endnotes")}
    roots = [package.xml(name) for name in {package.main, *margins, *notes} if name]
    return sum(len(cast("list[object]", MARKS(root))) for root in roots if root is not None)


def texts(document: Document) -> dict[tuple[str, int], str]:
    """What each paragraph says."""
    blocks = [("document", document.body), *((part.name, part.blocks) for part in document.parts)]
    return {(name, each.content.paragraph): each.text for name, inside in blocks for each in paragraphs(inside)}


def check(data: bytes) -> Returned:
    """Holds what comes of a file to what is promised of it."""
    returned = read_returned(data)
    assert returned.document == read(data, "original")
    assert returned.final == read(data, "final")
    assert sum(change.marks for change in returned.changes) == count_marks(data)
    original = texts(returned.document)
    for change in returned.changes:
        place = change.place
        words = original.get((place.part, place.paragraph))
        if isinstance(place, Struck):
            assert 0 <= place.start <= len(words or "")
        else:
            assert words is not None
            assert words[place.start : place.end] == place.text
        assert bool(change.move) == (change.kind in {"move-from", "move-to"})
    return returned


def make_final(returned: Returned, spot: tuple[str, int], words: str) -> str:
    """The original's words of a paragraph with its changes made."""
    here = [each for each in returned.changes if (each.place.part, each.place.paragraph) == spot and not each.nested]
    pieces, at = [], 0
    for change in sorted((each for each in here if each.scope == "words"), key=lambda each: each.place.start):
        start = max(at, change.place.start)
        if change.kind in {"insertion", "move-to"}:
            pieces += [words[at:start], change.place.text]
            at = start
        elif change.kind != "formatting":
            pieces.append(words[at:start])
            at = max(at, change.place.end)
    return "".join(pieces) + words[at:]
