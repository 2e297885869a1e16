"""Comments in the margin: the anchors in the body, and the parts that hold their words, threads and authors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from samples.source.nodes import Node, name, node, paragraph, run, serialise, value
from samples.source.package import Package
from samples.source.revisions import Stroke, isolate

_OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships"


@dataclass
class Comments:
    """The comments of a document, while they are made."""

    written: list[tuple[Stroke, str]] = field(default_factory=list)
    threads: list[Node] = field(default_factory=list)

    def write(
        self, where: Node, words: str, by: Stroke, says: str, *replies: tuple[Stroke, str], done: bool = False
    ) -> None:
        """Comment on words of a paragraph; replies come after it in the same thread."""
        runs = isolate(where, words)
        first = len(self.written)
        last = runs[-1]
        for number, (who, what) in enumerate([(by, says), *replies], start=first):
            self.written.append((who, what))
            row = {"w15:paraId": _paragraph_id(number), "w15:done": str(int(done))}
            if number > first:
                row["w15:paraIdParent"] = _paragraph_id(first)
            self.threads.append(node("w15:commentEx", row))
            key = {"w:id": str(number)}
            end, reference = node("w:commentRangeEnd", key), node("w:r", node("w:rPr", _reference()))
            reference.append(node("w:commentReference", key))
            runs[0].addprevious(node("w:commentRangeStart", key))
            last.addnext(end)
            end.addnext(reference)
            last = reference

    def add_to(self, made: Package, accounts: Mapping[str, str] = MappingProxyType({})) -> None:
        """Add the parts to a file; `accounts` are the addresses by which people are signed in."""
        root = node("w:comments", *(self._comment(i, by, says) for i, (by, says) in enumerate(self.written)))
        people = [node("w15:person", {"w15:author": author}, _presence(author, accounts)) for author in self._authors()]
        made.add("comments.xml", "comments", "comments", _part(root))
        for part, inside in (
            ("commentsExtended", node("w15:commentsEx", *self.threads)),
            ("people", node("w15:people", *people)),
        ):
            made.add(f"{part}.xml", part, f"{_OFFICE_2011}/{part}", _part(inside))

    def dates(self) -> list[tuple[str, str]]:
        """The ids of the comments' paragraphs, and when they were written."""
        return [(_paragraph_id(number), by.date) for number, (by, _) in enumerate(self.written)]

    def _comment(self, number: int, by: Stroke, says: str) -> Node:
        initials = "".join(word[0] for word in by.author.split(",")[0].split())
        attributes = {"w:id": str(number), "w:author": by.author, "w:date": by.date, "w:initials": initials}
        reference = node("w:r", node("w:rPr", _reference()), node("w:annotationRef"))
        inside = paragraph("Kommentarer", reference, run(says))
        inside.set(name("w14:paraId"), _paragraph_id(number))
        return node("w:comment", attributes, inside)

    def _authors(self) -> list[str]:
        return list(dict.fromkeys(by.author for by, _ in self.written))


def _paragraph_id(number: int) -> str:
    """The id by which a thread knows a comment: eight hexadecimal digits below 80000000."""
    return f"{0x2026_0000 + number + 1:08X}"


def _reference() -> Node:
    return value("w:rStyle", "Kommentarsreferens")


def _presence(author: str, accounts: Mapping[str, str]) -> Node:
    if author not in accounts:
        return node("w15:presenceInfo", {"w15:providerId": "None", "w15:userId": author})
    user = f"S::{accounts[author]}::5a1e0000-0000-4000-8000-{len(author):012x}"
    return node("w15:presenceInfo", {"w15:providerId": "AD", "w15:userId": user})


def _part(root: Node) -> bytes:
    """A part of the file whose newer names an older Word may ignore."""
    root.set(name("mc:Ignorable"), "w14 w15")
    return serialise(root)
