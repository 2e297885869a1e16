"""The table of contents as the file has it cached, and its own heading."""

from __future__ import annotations

import re

from planlint.model.document import Block, Paragraph
from planlint.model.forms.control import ControlForms
from planlint.model.plan import ContentsRow
from planlint.model.text import Text
from planlint.recognise.keys import key_of

_ROW = re.compile(r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?[\t ]+)?(?P<title>.*?)(?:[\t .]+(?P<page>\d{1,4}))?\s*$")


def contents_heading(body: tuple[Block, ...], forms: ControlForms) -> Text | None:
    """The contents' own heading: the line with such words above the first row."""
    keys = {key_of(form) for form in forms.contents}
    above: Text | None = None
    for block in body:
        if isinstance(block, Paragraph) and block.text.strip():
            if block.contents_level is not None:
                return above if above is not None and key_of(above.text) in keys else None
            above = block.content.strip()
    return None


def contents_rows(body: tuple[Block, ...]) -> tuple[ContentsRow, ...]:
    """The rows of the table of contents: number, title and page as cached in the file."""
    rows = []
    for block in body:
        if isinstance(block, Paragraph) and block.contents_level is not None and block.text.strip():
            found = _ROW.match(block.text)
            if found and found["title"].strip():
                rows.append(
                    ContentsRow(found["number"], found["title"].strip(" ."), found["page"], block.content.strip())
                )
    return tuple(rows)
