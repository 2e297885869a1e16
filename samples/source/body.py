"""The body of a Word plan: every block of the content with the template's styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from planlint.model.document import Link, Paragraph, Table
from samples.source.nodes import Node, node, paragraph, run, value
from samples.source.plan import Content, Section, split_number

WIDTH = 9070
"""Between the margins of an A4 page, in twentieths of a point."""

LABEL_AND_VALUE = 2
"""The columns of a table whose first one names what the second one says."""

_COLUMNS = {4: (1270, 960, 1740, 5100), 3: (2700, 4370, 2000), LABEL_AND_VALUE: (1900, 7170)}
_NEW_PAGES = "Insatser"
"""The chapter whose sections begin a page each."""

_HEADINGS = {1: "Rubrik1", 2: "Rubrik2", 3: "Rubrik3", 4: "Rubrik4"}
_GOAL = re.compile(r"\d[A-Z]: ")
_DELIVERABLE = "LEVERANS:"


@dataclass
class Links:
    """The addresses that the body leads to; each gets a relationship of the file."""

    addresses: list[str] = field(default_factory=list)

    def relate(self, address: str) -> str:
        """The id of the relationship to an address."""
        if address not in self.addresses:
            self.addresses.append(address)
        return f"rIdLink{self.addresses.index(address) + 1}"


@dataclass
class Body:
    """The body while it is written: the content, its links, and where in it we are."""

    content: Content
    links: Links = field(default_factory=Links)
    seen: int = 0
    chapter: str = ""
    begun: bool = False
    """Whether the first section of the chapter has been written."""

    def blocks(self) -> Iterator[tuple[str | None, Node]]:
        """Every block as an element, with its typed number where it is a heading."""
        front = True
        body = self.content.document.body
        for block, after in zip(body, [*body[1:], None], strict=True):
            if isinstance(block, Table):
                yield None, self.table(block)
                continue
            front = front and not block.level
            if block.level:
                yield split_number(block.text)[0], self.heading(block, block.level)
            else:
                space = (node("w:spacing", {"w:after": "240"}),) if isinstance(after, Table) else ()
                yield None, paragraph(_style(block, front=front), *self.runs(block), properties=space)

    def heading(self, block: Paragraph, level: int) -> Node:
        """A heading in its style, without the number that Word sets, with its bookmark."""
        if level > 2:  # noqa: PLR2004 - labels have no number and are not in the contents
            return paragraph(_HEADINGS[level], *self.runs(block))
        section = self.content.sections[self.seen]
        self.seen += 1
        if level == 1:
            self.chapter, self.begun = section.title, False
        fresh = level > 1 and self.chapter == _NEW_PAGES and self.begun
        self.begun = self.begun or level > 1
        style = _HEADINGS[level] + ("" if section.number else "utannummer")
        return paragraph(
            style,
            node("w:bookmarkStart", {"w:id": str(self.seen), "w:name": section.bookmark}),
            run(section.title),
            node("w:bookmarkEnd", {"w:id": str(self.seen)}),
            properties=(node("w:pageBreakBefore"),) if fresh else (),
        )

    def runs(self, block: Paragraph) -> Iterator[Node]:
        """A paragraph's words as runs, bold where they are, and links around them."""
        stretches = [(mark.start, mark.end) for mark in block.marks] + [(one.start, one.end) for one in block.links]
        cuts = sorted({0, len(block.text), *chain.from_iterable(stretches)})
        for start, end in pairwise(cuts):
            bold = any(m.kind == "bold" and m.start <= start < m.end for m in block.marks)
            properties = [node("w:b"), node("w:bCs")] if bold else []
            link = next((one for one in block.links if one.start <= start < one.end), None)
            if link:
                style = value("w:rStyle", "Hyperlnk")
                yield node("w:hyperlink", self.target(link), run(block.text[start:end], style, *properties))
            else:
                yield run(block.text[start:end], *properties)

    def target(self, link: Link) -> dict[str, str]:
        """Where a link leads: to a section's bookmark, or out of the file."""
        if link.kind == "external":
            return {"r:id": self.links.relate(link.target), "w:history": "1"}
        section = next(s for s in self.content.sections if s.slug == link.target)
        return {"w:anchor": section.bookmark, "w:history": "1"}

    def table(self, block: Table) -> Node:
        """A table in the template's style; its first row is repeated on every page."""
        widths = _COLUMNS[len(block.rows[0].cells)]
        look = {"w:val": "0420", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
        if len(widths) == LABEL_AND_VALUE:
            look |= {"w:val": "04A0", "w:firstColumn": "1"}
        properties = node(
            "w:tblPr",
            value("w:tblStyle", "Norrdalentabell"),
            node("w:tblW", {"w:w": str(WIDTH), "w:type": "dxa"}),
            node("w:tblLayout", {"w:type": "fixed"}),
            node("w:tblLook", {**look, "w:lastColumn": "0", "w:noHBand": "0", "w:noVBand": "1"}),
        )
        grid = node("w:tblGrid", *(node("w:gridCol", {"w:w": str(width)}) for width in widths))
        table = node("w:tbl", properties, grid)
        for number, row in enumerate(block.rows, start=1):
            marks = [node("w:cantSplit"), node("w:tblHeader")] if row.header else [node("w:cantSplit")]
            cells = zip(widths, row.cells, strict=True)
            table.append(
                node(
                    "w:tr",
                    node("w:trPr", *marks),
                    *(self.cell(w, c.blocks, together=number < len(block.rows)) for w, c in cells),
                )
            )
        return table

    def cell(self, width: int, blocks: Sequence[Paragraph | Table], *, together: bool) -> Node:
        """A cell with its paragraphs, on the same page as the row below where the two belong together."""
        inside = [
            paragraph("Tabelltext", *self.runs(block), properties=(node("w:keepNext"),) if together else ())
            for block in blocks
            if isinstance(block, Paragraph)
        ]
        return node("w:tc", node("w:tcPr", node("w:tcW", {"w:w": str(width), "w:type": "dxa"})), *inside)


def _style(block: Paragraph, *, front: bool) -> str | None:
    """The style's id for a paragraph that is no heading."""
    if block.style:
        return {"title": "Rubrik", "subtitle": "Underrubrik"}[block.style]
    if front:
        return "Framsida"
    if block.bullet:
        return "Punktlista"
    if _GOAL.match(block.text):
        return "Effektml"
    return "Leverans" if block.text.startswith(_DELIVERABLE) else None


def check_numbers(sections: Sequence[Section]) -> None:
    """Hold the typed numbers against those that Word will count. Raises ValueError where they differ."""
    counts = [0, 0]
    for section in sections:
        if section.number is None:
            continue
        counts = [counts[0] + 1, 0] if section.level == 1 else [counts[0], counts[1] + 1]
        counted = ".".join(map(str, counts[: section.level]))
        if counted != section.number:
            raise ValueError(f"{section.number} {section.title} would get the number {counted}")
