"""The consultation's files: the answers in their folder, the list of those invited, and the compilation of it all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.table import _Row as Row

from planlint.config import Config
from planlint.consult.compile import compile_answers
from planlint.consult.invited import read_invited
from planlint.consult.sent import read_sent
from planlint.consult.trials import with_trials
from planlint.intake import Source
from planlint.model.consultation import Calendar, Sent
from planlint.report.consultation.compilation_docx import render_compilation_docx
from planlint.report.consultation.form_docx import render_form_docx
from planlint.rulebook import load
from samples.source.answers import grana, mardsjo, tallvik
from samples.source.package import repack
from samples.source.plan import FOLDER, PLAN

CONSULTATION = FOLDER / "remiss"
ANSWERS = CONSULTATION / "svar"
HEDMYRA = ANSWERS / "hedmyra.docx"
"""As LibreOffice 7.4 saved `answers.hedmyra()`: the one file here that this program does not make."""
INVITED = CONSULTATION / "remisslista.txt"
COMPILATION = CONSULTATION / "sammanstallning.docx"
CALENDAR = Calendar(date(2026, 11, 27), (), ("Processledaren",))

_HEAD = {
    "Remissinstans": "Lillsele kommun",
    "Kontaktperson": "Kerstin Å Berg",
    "E-post": "kerstin.berg@lillsele.example",
    "Datum": "2026-11-20",
    "Diarienummer": "KS 2026-0871",
}
_VIEWS = {
    "Planen som helhet": ("Stöd", "Lillsele ställer sig bakom planen.", ""),
    "1.2 Syfte": ("Redaktionellt", "Länken till bilaga 5.3 syns inte i utskriften.", ""),
    "Effektmål 2A": (
        "Sakfråga",
        "Vi behöver längre tid för att utreda behovet hos dem som bor långt bort.",
        (
            "Minst 90 procent av dem som ansöker om digital tillsyn om natten har den på plats inom 30 dagar "
            "senast i december 2028"
        ),
    ),
    "4.4 Förstudie om ett gemensamt e-arkiv – Finansiering": (
        "Fråga",
        "Delas kostnaden lika även om en kommun bara har ett par system kvar?",
        "",
    ),
    "4.5 Förstudie om bredband och reservvägar – Aktiviteter": (
        "Sakfråga",
        "Lägg till en övning tillsammans med räddningstjänsten.",
        "Öva 72 timmars drift utan nät i en kommun, tillsammans med räddningstjänsten.",
    ),
}
"""What Lillsele writes in the form: by row, the kind, the view, the wording that it proposes."""


def answers() -> dict[str, bytes]:
    """The files that municipalities sent, by name, but for Hedmyra's."""
    return {
        "tallvik.docx": tallvik().write(),
        "grana.docx": grana().write(),
        "lillsele-blankett.docx": lillsele(),
        "mardsjo-yttrande.docx": mardsjo().write(),
    }


def compilation(files: dict[str, bytes]) -> bytes:
    """The compilation of the answers and Hedmyra's."""
    sent, rulebook, config = _sent(), load(), Config(phase="consultation")
    sources = [
        Source(ANSWERS / name, name, content=data)
        for name, data in sorted({**files, HEDMYRA.name: HEDMYRA.read_bytes()}.items())
    ]
    invited = read_invited(Source(INVITED, INVITED.name))
    compiled = compile_answers(sent, sources, given={}, invited=invited, calendar=CALENDAR, anonymous=False)
    return render_compilation_docx(with_trials(compiled, config, rulebook, sources), "sv")


def lillsele() -> bytes:
    """The answer form as Lillsele filled it in."""
    form = docx.Document(BytesIO(render_form_docx(_sent(), "sv", CALENDAR)))
    rows = list(_rows(form))
    for row in form.tables[0].rows[1:]:
        row.cells[1].text = _HEAD[row.cells[0].text]
    for name, (kind, view, proposal) in _VIEWS.items():
        (row,) = (row for row in rows if row.cells[1].text.split("\n")[0] == name)
        for cell, words in zip(row.cells[2:], (kind, view, proposal), strict=True):
            cell.text = words
    out = BytesIO()
    form.save(out)
    return repack(out.getvalue())


def _rows(form: Document) -> Iterator[Row]:
    for table in form.tables[1:]:
        yield from table.rows[1:]


def _sent() -> Sent:
    path = Path(PLAN.with_suffix(".docx"))
    return read_sent(Source(path, path.name), Config(phase="consultation"), load())
