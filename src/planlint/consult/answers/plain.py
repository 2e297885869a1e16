"""Plain text as a document: paragraphs between empty lines, lines that were only wrapped joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planlint.model.document import Document, Paragraph
from planlint.model.text import Text
from planlint.recognise.headings import BULLET

NARROWEST: Final = 60
"""Characters of a line; what is narrower than that throughout is not prose that a program has wrapped (a judgement:
mail programs wrap at 72 to 78)."""
WIDEST: Final = 100
"""Characters of a line that a program has wrapped; a longer one is a paragraph as its writer made it."""
FULL: Final = 35
"""Characters of a line that one in lower case goes on from; less is a name over an office."""
_NUMBERED: Final = re.compile(r"\s*(?:\d{1,2}|[a-zåäö])[.)]\s+\S")
_ADDRESS: Final = re.compile(r"\s*(?:\S+@|https?:|www\.|tel|tfn|e-?post)", re.IGNORECASE)
_RULE: Final = re.compile(r"\s*([-=_*~])\1{2,}\s*")


def plain_document(text: str) -> Document:
    """A letter in plain text as a document of paragraphs, each a place of its own; items of lists stay apart."""
    paragraphs = tuple(
        Paragraph(
            content=Text("document", index, 0, words),
            list_level=0 if is_item(words) else None,
            bullet=BULLET.match(words) is not None,
            level=1 if underlined else None,
        )
        for index, (words, underlined) in enumerate(_paragraphs(text.lstrip("\ufeff")))
    )
    return Document("markdown", "final", paragraphs, len(paragraphs))


def is_item(words: str) -> bool:
    """Whether a line begins as an item of a list does, with a bullet or a number that was typed."""
    return (BULLET.match(words) or _NUMBERED.match(words)) is not None


def _paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """The paragraphs, and whether a line of '---' or '===' is drawn under them, which makes a heading."""
    block: list[str] = []
    for line in (*text.splitlines(), ""):
        if _RULE.fullmatch(line):
            *above, heading = block or [""]
            yield from ((words, False) for words in _joined(above))
            yield from ((" ".join(heading.split()), True),) if heading else ()
            block = []
        elif line.strip():
            block.append(line.rstrip())
        else:
            yield from ((words, False) for words in _joined(block))
            block = []


def _joined(block: list[str]) -> Iterator[str]:
    """The lines of a block, those joined that the next one's first word would not have fitted on."""
    width = max((NARROWEST, *(len(line) for line in block if len(line) <= WIDEST)))
    words = ""
    last = 0
    for line in block:
        first = line.split(maxsplit=1)[0]
        runs_on = width < last + 1 + len(first) <= WIDEST + len(first) or (
            first[:1].islower() and last >= FULL and not _ADDRESS.match(line)
        )
        if words and runs_on and not is_item(line):
            words = f"{words} {line.strip()}"
        else:
            yield from (words,) if words else ()
            words = line.strip()
        last = len(line)
    if words:
        yield words
