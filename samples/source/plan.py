"""The content of the samples: the Markdown plan, read once, with what the Word files need to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from planlint import markdown
from planlint.model.document import Document, Paragraph

FOLDER = Path(__file__).resolve().parent.parent
PLAN = FOLDER / "norradalen-plan.md"

_NUMBER = re.compile(r"(\d+(?:\.\d+)*) (.+)")
_FRONT_LINE = re.compile(r"(Publiceringsdatum|Version|Ansvarig) (.+)")


@dataclass(frozen=True)
class Association:
    """The association whose document it is, and its site."""

    name: str
    site: str


NORRADALEN = Association("Norrådalens kommunalförbund", "norradalen.example")


@dataclass(frozen=True)
class Section:
    """A chapter or section: its typed number (None for those without), and the bookmark that leads to it."""

    number: str | None
    title: str
    level: int
    bookmark: str

    @property
    def slug(self) -> str:
        """What a link in Markdown calls it: '#53-svenskt-ramverk-för-digital-samverkan'."""
        words = f"{self.number} {self.title}" if self.number else self.title
        return re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-")


@dataclass(frozen=True)
class Content:
    """A plan's blocks, and what headers, contents and links take from them."""

    document: Document
    association: Association = NORRADALEN
    stated: tuple[tuple[str, str], ...] = ()
    """What a page without a front says in place of one, by label."""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Chapters and sections in order, those without a number too."""
        return tuple(
            Section(*split_number(block.text), block.level, f"_Toc2026{i:05}")
            for i, block in enumerate(self.document.body)
            if isinstance(block, Paragraph) and block.level and block.level <= 2  # noqa: PLR2004 - as the contents show
        )

    @cached_property
    def front(self) -> dict[str, str]:
        """The front page's lines by their label ('Version'), and the title and subtitle ('title', 'subtitle')."""
        return dict((*self.stated, *self._front_lines()))

    def _front_lines(self) -> Iterator[tuple[str, str]]:
        for block in self.document.body:
            if not isinstance(block, Paragraph) or block.level:
                return
            if found := _FRONT_LINE.fullmatch(block.text):
                yield found[1], found[2]
            elif block.style:
                yield block.style, block.text


def split_number(heading: str) -> tuple[str | None, str]:
    """A heading's typed number, None without, and its title."""
    found = _NUMBER.fullmatch(heading)
    return (found[1], found[2]) if found else (None, heading)


def read_plan() -> str:
    """The Markdown of the good plan."""
    return PLAN.read_text(encoding="utf-8")


def understand(source: str, association: Association = NORRADALEN) -> Content:
    """The content that a Markdown plan is."""
    return Content(markdown.read(source), association)
