"""Answer forms filled in as respondents do it: with python-docx and openpyxl, and saved by LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.table import Table
from docx.table import _Row as Row
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planlint import word
from planlint.consult.answers.form import read_form
from planlint.consult.cells import name_spot
from planlint.model.consultation import Calendar, Said, Told
from planlint.model.rule import Language
from planlint.report.consultation.form_docx import render_form_docx
from planlint.report.consultation.form_xlsx import render_form_xlsx
from tests.consult.returned import sent
from tests.office.libreoffice import PROGRAM

Filled = tuple[str, str, str, str]
"""A row: the number or title of what it is about, the kind, the view and the proposal."""
HEAD = ("Tallviks kommun", "Ingrid Sollén", "ingrid.sollen@tallvik.example", "20 november 2026", "KS 2026/12")
ANSWERS: tuple[Filled, ...] = (
    ("Planen som helhet", "Stöd", "", ""),
    ("1.2 Syfte", "", "Syftet är för brett.\nDet borde nämna äldre.", ""),
    ("Effektmål 2A", "Fråga", "Varför just 14 dagar?", ""),
    ("Effektmål 2A", "Sakfråga", "Tio dagar räcker.", "Minst 90 procent har den på plats inom 10 dagar"),
    ("4.2 Digital tillsyn och mobil dokumentation – Aktiviteter", "Redaktionellt", "", "Köp in tolv lås."),
)


@cache
def form(language: Language = "sv") -> bytes:
    return render_form_docx(sent(), language, Calendar())


@cache
def book(language: Language = "sv") -> bytes:
    return render_form_xlsx(sent(), language, Calendar())


def opened(data: bytes) -> Paper:
    return docx.Document(BytesIO(data))


def saved(paper: Paper | Workbook) -> bytes:
    target = BytesIO()
    paper.save(target)
    return target.getvalue()


def changed(change: Callable[[Paper], object], data: bytes | None = None) -> bytes:
    """A form after somebody has worked on it."""
    paper = opened(data or form())
    change(paper)
    return saved(paper)


def xml(each: object) -> Any:  # noqa: ANN401 - python-docx says no types
    """The element that a thing of python-docx is of, for what python-docx has no way to do."""
    return each._element  # type: ignore[attr-defined]  # noqa: SLF001


def rows(paper: Paper, name: str) -> list[Row]:
    """The rows of what the name names, in the tables of views."""
    every = (row for table in paper.tables if len(table.columns) > 2 for row in table.rows)
    return [row for row in every if row.cells[1].text.partition("\n")[0] == name]


def fill(row: Row, kind: str, view: str, proposal: str) -> None:
    """Choose a kind and write a view and a proposal, each line a paragraph."""
    if kind:
        choose(row, kind)
    for cell, words in ((row.cells[3], view), (row.cells[4], proposal)):
        first, *others = words.split("\n")
        cell.paragraphs[0].text = first
        for line in others:
            cell.add_paragraph(line)


def choose(row: Row, kind: str) -> None:
    (control,) = xml(row).iter(qn("w:sdt"))
    properties = control.find(qn("w:sdtPr"))
    for prompt in properties.findall(qn("w:showingPlcHdr")):
        properties.remove(prompt)
    (text,) = control.iter(qn("w:t"))
    text.text = kind


def copy(row: Row) -> Row:
    """A copy of a row, right below it."""
    made = deepcopy(xml(row))
    xml(row).addnext(made)
    return Row(made, row.table)


def fill_in(paper: Paper, answers: Sequence[Filled] = ANSWERS, head: Sequence[str] = HEAD) -> None:
    """Fill in who answers, and the rows; what is said once more of the same stands in a copy of its row."""
    for row, value in zip(paper.tables[0].rows[1:], head, strict=True):
        row.cells[1].text = value
    seen: set[str] = set()
    for name, kind, view, proposal in answers:
        row = rows(paper, name)[-1]
        fill(copy(row) if name in seen else row, kind, view, proposal)
        seen.add(name)


def fill_book(answers: Sequence[Filled] = ANSWERS, head: Sequence[str] = HEAD) -> bytes:
    """The same in Excel."""
    made = load_workbook(BytesIO(book()))
    how, views = made.worksheets
    first = next(number for number in range(1, how.max_row) if how.cell(number, 1).value == "Remissinstans")
    for number, value in enumerate(head, first):
        how.cell(number, 2).value = value
    for name, kind, view, proposal in answers:
        sections = [(number, str(views.cell(number, 2).value)) for number in range(2, views.max_row + 1)]
        row = [number for number, section in sections if section.partition("\n")[0] == name][-1]
        if views.cell(row, 3).value or views.cell(row, 4).value:
            views.insert_rows(row + 1)
            for column in (1, 2):
                views.cell(row + 1, column).value = views.cell(row, column).value
            row += 1
        write_row(views, row, kind, view, proposal)
    return saved(made)


def write_row(views: Worksheet, row: int, *words: str) -> None:
    for column, value in enumerate(words, 3):
        views.cell(row, column).value = value or None


def resaved(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "form.docx").write_bytes(data)
    call = [
        str(PROGRAM), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx",
        "--outdir", str(folder / "out"), str(folder / "form.docx"),
    ]  # fmt: skip
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    return (folder / "out" / "form.docx").read_bytes()


def told(data: bytes) -> Told:
    """The form as it is read, with what is marked in it."""
    returned = word.read_returned(data)
    return read_form(returned.final, sent(), returned)


def shown(answer: Told) -> list[Filled]:
    """What is told, as it was filled in."""
    return [(name_spot(said.spot, "sv"), said.kind, said.text, said.proposal) for said in answer.said]


KINDS: Mapping[str, str] = {
    "Stöd": "support", "": "statement", "Fråga": "question", "Sakfråga": "fact", "Redaktionellt": "editorial",
}  # fmt: skip


def expected(answers: Sequence[Filled] = ANSWERS) -> list[Filled]:
    """What is told where everything was read."""
    return [(name, KINDS[kind], view, proposal) for name, kind, view, proposal in answers]


def table_of(paper: Paper, chapter: int) -> Table:
    """The table of a chapter; 0 is the plan as a whole."""
    return paper.tables[1 + chapter]


def one(answer: Told) -> Said:
    (said,) = answer.said
    return said
