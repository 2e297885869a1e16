"""The answer form in Word: what it shows, that it opens everywhere, and that nothing is amiss with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from planlint import engine
from planlint.archive.seal import is_sealed
from planlint.config import Config
from planlint.consult.form import list_chapters, plan_digest, tell_other_ways
from planlint.intake import Source
from planlint.model.consultation import Calendar, Sent
from planlint.model.rule import Language
from planlint.report.consultation.form_docx import MARGIN, render_form_docx
from planlint.rulebook import load
from tests.consult.returned import sent
from tests.office import validators
from tests.office.schema import Schema
from tests.report.consultation.forms import HOSTILE, SHOWN, hostile

CALENDAR = Calendar(date(2026, 11, 27), (), ("E-rådet",))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(plan: Sent | None = None, language: Language = "sv", calendar: Calendar = CALENDAR) -> bytes:
    return render_form_docx(plan, language, calendar) if plan else form(language, calendar)


@cache
def form(language: Language, calendar: Calendar) -> bytes:
    """The form of the plan as it was sent, once for each calendar."""
    return render_form_docx(sent(), language, calendar)


@cache
def hostile_form() -> bytes:
    return made(hostile())


def test_the_first_page() -> None:
    paper = docx.Document(BytesIO(made()))
    title = "Svarsblankett: Handlingsplan för digitalisering i Norrådalen 2027–2029"
    words = [paragraph.text for paragraph in paper.paragraphs]
    views = words.index("Synpunkter")
    assert words[:views] == [
        title,
        "Blanketten gäller Handlingsplan för digitalisering i Norrådalen 2027–2029, version 0.4, 2026-09-15.",
        "Svara senast den 27 november 2026.",
        "Ansvarig för remissen: E-rådet.",
        "Vem som svarar",
        "Så fyller ni i blanketten",
        "Skriv en synpunkt på varje rad. Använd raden för det avsnitt som synpunkten gäller.",
        "Har ni flera synpunkter på samma avsnitt? Kopiera raden och skriv en synpunkt på varje. Låt id:t stå kvar.",
        "Vill ni ändra en formulering? Skriv hela den nya lydelsen ord för ord under ”Förslag till ny lydelse”.",
        "Lämna raderna tomma där ni inte har någon synpunkt.",
        "Ändra inget i kolumnen Id. Med den hamnar varje synpunkt på rätt plats i sammanställningen.",
        "Välj slag av synpunkt för varje rad ni fyller i:",
        "Sakfråga: något i innehållet bör ändras",
        "Fråga: något är oklart eller behöver förklaras",
        "Redaktionellt: språk, stavning, siffror eller utseende bör rättas",
        "Stöd: ni ställer er bakom det som står; då behöver ni inte skriva något mer",
        tell_other_ways(sent(), "sv"),
        f"Planens kontrollsumma: {plan_digest(sent())}",
    ]
    assert [row.cells[0].text for row in paper.tables[0].rows] == [
        "Uppgift", "Remissinstans", "Kontaktperson", "E-post", "Datum", "Diarienummer",
    ]  # fmt: skip
    assert (paper.core_properties.title, paper.core_properties.language) == (title, "sv-SE")
    assert is_sealed(made())


def test_a_table_for_each_chapter() -> None:
    paper = docx.Document(BytesIO(made()))
    chapters = list_chapters(sent(), "sv")
    headings = [each.text for each in paper.paragraphs if each.style and each.style.name == "Heading 2"]
    assert headings == [chapter.title for chapter in chapters]
    for table, chapter in zip(paper.tables[1:], chapters, strict=True):
        head, *rows = table.rows
        assert [cell.text for cell in head.cells] == [
            "Id", "Avsnitt", "Slag av synpunkt", "Synpunkt", "Förslag till ny lydelse",
        ]  # fmt: skip
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001 - python-docx has no other way
        assert [(row.cells[0].text, row.cells[1].text, row.cells[3].text, row.cells[4].text) for row in rows] == [
            (row.key, "\n".join(filter(None, (row.name, row.words))), "", "") for row in chapter.rows
        ]


def test_pages_across_that_the_tables_fit_on() -> None:
    paper = docx.Document(BytesIO(made()))
    (section,) = paper.sections
    assert [round((each or Mm(0)).mm) for each in (section.page_width, section.page_height)] == [297, 210]
    room = Mm(297 - 2 * MARGIN)
    for table in paper.tables:
        assert abs(sum(column.width for column in table.columns) - room) < 20_000


def test_a_list_to_choose_a_kind_from_in_every_row() -> None:
    paper = docx.Document(BytesIO(made()))
    controls = list(paper.element.iter(qn("w:sdt")))
    rows = [row for chapter in list_chapters(sent(), "sv") for row in chapter.rows]
    assert [each.find(f"{W}sdtPr/{W}alias").get(qn("w:val")) for each in controls] == [
        f"Slag av synpunkt på {row.name}" for row in rows
    ]
    assert len({each.find(f"{W}sdtPr/{W}id").get(qn("w:val")) for each in controls}) == len(rows)
    for each in controls:
        choices = [item.get(qn("w:displayText")) for item in each.iter(qn("w:listItem"))]
        assert choices == ["Sakfråga", "Fråga", "Redaktionellt", "Stöd"]
        assert "".join(text.text for text in each.iter(qn("w:t"))) == "Välj"
        assert each.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def test_without_a_calendar_nothing_is_said_of_it() -> None:
    words = [each.text for each in docx.Document(BytesIO(made(calendar=Calendar()))).paragraphs]
    assert words[2] == "Vem som svarar"


def test_in_english_with_the_plans_own_words_in_swedish() -> None:
    paper = docx.Document(BytesIO(made(language="en")))
    assert paper.paragraphs[0].text == "Answer form: Handlingsplan för digitalisering i Norrådalen 2027–2029"
    assert paper.core_properties.language == "en-GB"
    (run,) = paper.tables[3].rows[2].cells[1].paragraphs[0].runs
    assert (run.text, run._r.rPr.find(qn("w:lang")).get(qn("w:val"))) == ("1.1 Bakgrund", "sv-SE")  # noqa: SLF001 - python-docx has no other way
    (whole,) = paper.tables[1].rows[1].cells[1].paragraphs[0].runs
    assert (whole.text, whole._r.rPr.find(qn("w:lang"))) == ("The plan as a whole", None)  # noqa: SLF001 - as above


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_same_bytes_every_time(language: Language) -> None:
    assert render_form_docx(sent(), language, CALENDAR) == made(language=language)


@pytest.mark.parametrize("complaints", [validators.audit, validators.integrity])
@pytest.mark.parametrize("case", ["sv", "en", "hostile"])
def test_other_programs_have_nothing_against_it(complaints: validators.Program, case: str, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(hostile_form() if case == "hostile" else made(language="sv" if case == "sv" else "en"))
    assert complaints(path) == Counter()


def test_the_schema_has_nothing_against_it(shared: Path) -> None:
    schema = Schema(shared / "data" / "ooxml-xsd")
    assert [schema.complaints(data) for data in (made(), hostile_form())] == [Counter(), Counter()]


@pytest.mark.parametrize("plan", ["norradalen-plan.docx", "skarlanda-plan.docx"])
def test_planlint_has_nothing_against_how_it_can_be_read(plan: str, root: Path) -> None:
    from planlint.consult.sent import read_sent

    book, config = load(), Config(phase="publication", select=("PL9",))
    other = read_sent(Source(root / "samples" / plan, plan), config, book)
    source = Source(Path("form.docx"), "form.docx", content=made(other))
    (outcome,) = engine.run((source,), config, book).outcomes
    assert (outcome.error, outcome.findings) == (None, ())


def test_what_a_plan_may_hold_is_shown_as_words() -> None:
    paper = docx.Document(BytesIO(hostile_form()))
    assert paper.tables[3].rows[2].cells[1].text == SHOWN
    assert HOSTILE not in "".join(paper.element.itertext())


def test_a_plan_of_goals_and_no_chapters_has_a_form() -> None:
    spots = tuple(replace(spot, chapter=0) for spot in sent().spots if spot.sort in {"control", "goal"})
    paper = docx.Document(BytesIO(made(replace(sent(), spots=spots))))
    assert len(paper.tables) == 2
    assert paper.tables[1].rows[2].cells[1].text.startswith("Effektmål 1A\n")
