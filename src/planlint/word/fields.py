"""Word's fields: which text is an instruction and which a result, and where a field leads."""

from __future__ import annotations

import re
from typing import Final

from planlint.model.document import Link, LinkKind

_ADDRESS = re.compile(r'HYPERLINK\s+(?:"((?:[^"\\]|\\.)*)"|([^\s"\\]\S*))', re.IGNORECASE)
_BOOKMARK = re.compile(r'\\l\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))', re.IGNORECASE)
_REFERENCES = {"REF", "PAGEREF", "NOTEREF"}
_MAX_INSTRUCTION: Final = 4_000
"""Characters of an instruction that are looked at; an address has fewer."""
_MAX_CARRIED: Final = 40
"""Fields that go on from one paragraph to the next; Word nests 20."""


class Field:
    """A field that has begun: first its instruction, then (after `separate`) its result."""

    __slots__ = ("contents", "pieces", "result", "start", "target")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.result = False
        self.start = 0
        self.target: tuple[LinkKind, str] | None = None
        self.contents = False

    def separate(self, offset: int) -> None:
        """Ends the instruction; the result begins at `offset` in the paragraph."""
        instruction = "".join(self.pieces)[:_MAX_INSTRUCTION]
        self.result, self.start = True, offset
        self.target = read_target(instruction)
        self.contents = is_contents(instruction)

    def leads(self) -> bool:
        """Whether it is a link, and no reference that shows another place's words."""
        return self.target is not None and self.target[0] != "reference"

    def link(self, end: int) -> Link | None:
        """The link that the result makes of the paragraph's text up to `end`."""
        if self.target is None or end <= self.start:
            return None
        return Link(self.start, end, *self.target)


class Fields:
    """The fields that are open where a text is being read, the innermost last."""

    __slots__ = ("contents", "instructions", "open")

    def __init__(self) -> None:
        self.instructions = 0
        """How many of them are at their instruction: while any is, what stands here is not shown."""
        self.contents = 0
        """How many of them are tables of contents at their result."""
        self.open: list[Field] = []
        """Innermost last."""

    def begin(self) -> None:
        """A field begins."""
        self.open.append(Field())
        self.instructions += 1

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self.open and not self.open[-1].result:
            self.open[-1].pieces.append(text)

    def separate(self, offset: int) -> None:
        """The innermost field's instruction ends and its result begins."""
        if self.open and not self.open[-1].result:
            self.open[-1].separate(offset)
            self.instructions -= 1
            self.contents += self.open[-1].contents

    def end(self, offset: int) -> Link | None:
        """The innermost field ends; the link that it makes of the text since its result began."""
        if not self.open:
            return None
        field = self.open.pop()
        self.instructions -= not field.result
        self.contents -= field.contents
        return field.link(offset)

    def end_paragraph(self, offset: int) -> list[Link]:
        """The links of fields that go on in the next paragraph. An instruction does not: Word keeps it in one."""
        links = [link for field in self.open if (link := field.link(offset))]
        self._keep([field for field in self.open if field.result][-_MAX_CARRIED:])
        for field in self.open:
            field.start = 0
        return links

    def leave_contents(self) -> None:
        """Ends a table of contents that the file does not: what follows is a heading."""
        self._keep([field for field in self.open if not field.contents])

    def _keep(self, fields: list[Field]) -> None:
        self.open = fields
        self.instructions = sum(not field.result for field in fields)
        self.contents = sum(field.contents for field in fields)


def read_target(instruction: str) -> tuple[LinkKind, str] | None:
    r"""Where a field leads: `HYPERLINK "address"`, `HYPERLINK \l "bookmark"`, `REF bookmark`; None for others."""
    name, *words = instruction.split() or [""]
    if name.upper() in _REFERENCES and words and not words[0].startswith("\\"):
        return "reference", words[0].strip('"')
    if name.upper() != "HYPERLINK":
        return None
    address, bookmark = _argument(_ADDRESS, instruction), _argument(_BOOKMARK, instruction)
    if address:
        return "external", f"{address}#{bookmark}" if bookmark else address
    return ("internal", bookmark) if bookmark else None


def _argument(pattern: re.Pattern[str], instruction: str) -> str:
    """What the pattern finds in the instruction, quoted (with doubled backslashes) or not."""
    found = pattern.search(instruction)
    return (found[1] or found[2] or "").replace("\\\\", "\\") if found else ""


def is_contents(instruction: str) -> bool:
    r"""Whether a field makes a table of contents; `\c` makes a table of figures."""
    words = instruction.split()
    return bool(words) and words[0].upper() == "TOC" and "\\c" not in words
