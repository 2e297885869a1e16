"""What people do to a compilation's table in Word and in Excel, by the tools that they could do it with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn

from planlint.consult.table.read import read_table
from planlint.intake import Source
from planlint.model.filled import FilledTable

Opened = Any
"""What python-docx and openpyxl open; what is done here to its elements has no types."""
STANDPOINT, REASON, CHANGE, RESPONSIBLE = 7, 8, 9, 10
"""Cells of a row in Word."""


def table_of(data: bytes, ending: str = ".docx") -> FilledTable:
    """The table in a file's bytes."""
    return read_table(Source(Path(f"remiss{ending}"), f"remiss{ending}", content=data))


def in_word(data: bytes, edit: Callable[[Opened], None]) -> bytes:
    """The file after somebody has edited it with python-docx."""
    document = docx.Document(BytesIO(data))
    edit(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def in_excel(data: bytes, edit: Callable[[Opened], None]) -> bytes:
    """The workbook after somebody has edited it with openpyxl."""
    book = openpyxl.load_workbook(BytesIO(data))
    edit(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rows(document: Opened) -> Iterator[tuple[str, Opened]]:
    """The numbered rows of all tables of views, as elements, by number."""
    for row in document.element.body.iter(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        words = [each.text or "" for each in cells[0].iter(qn("w:t"))] if cells else []
        if len(cells) > RESPONSIBLE and len(words) > 1:
            yield words[0], row


def row(document: Opened, number: int) -> Opened:
    """The row with that number."""
    return dict(rows(document))[str(number)]


def tables(document: Opened) -> list[Opened]:
    """The tables of views."""
    return list(dict.fromkeys(each.getparent() for _, each in rows(document)))


def choose(document: Opened, number: int, standpoint: str) -> None:
    """Chooses a standpoint from the list, as Word does."""
    control = row(document, number).find(f".//{qn('w:sdt')}")
    properties = control.find(qn("w:sdtPr"))
    for prompt in properties.findall(qn("w:showingPlcHdr")):
        properties.remove(prompt)
    for style in control.findall(f".//{qn('w:rStyle')}"):
        style.getparent().remove(style)
    control.find(f".//{qn('w:t')}").text = standpoint


def type_in(document: Opened, number: int, cell: int, words: str) -> None:
    """Types words into a cell of a row, in place of those that it has, a paragraph a line."""
    element = row(document, number).findall(qn("w:tc"))[cell]
    paragraphs = element.findall(qn("w:p"))
    for spare in paragraphs[1:]:
        element.remove(spare)
    first, *more = words.split("\n")
    _write(paragraphs[0], first)
    for line in more:
        paragraph = deepcopy(paragraphs[0])
        _write(paragraph, line)
        element.append(paragraph)


def _write(paragraph: Opened, words: str) -> None:
    for child in list(paragraph):
        if child.tag != qn("w:pPr"):
            paragraph.remove(child)
    run = paragraph.makeelement(qn("w:r"), {})
    text = run.makeelement(qn("w:t"), {})
    text.text = words
    run.append(text)
    paragraph.append(run)


def kinds(shortfalls: Iterable[Opened]) -> list[tuple[str, str]]:
    """The kind and the number of each."""
    return [(each.kind, each.number) for each in shortfalls]
