"""The account in Word, read by python-docx and by planlint's own rules."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from planlint import engine
from planlint.archive.seal import is_sealed
from planlint.config import Config
from planlint.intake import Source
from planlint.model.rule import Language
from planlint.model.treatment import Treatment
from planlint.report.consultation.account_docx import render_account_docx
from planlint.report.consultation.account_rows import WHOLE, WIDTHS
from planlint.rulebook import load
from tests.report.consultation import accounts
from tests.report.consultation.compilations import HAMN, HED, SHOWN, SKOG, VIK

TITLE = "Remissredogörelse: Handlingsplan för digitalisering i Sjöbygden 2027–2029"
HEADS = ["Nr", "Remissinstans", "Avsnitt", "Synpunkt", "Ställningstagande", "Motivering", "Ändring"]


def opened(treatment: Treatment, language: Language = "sv") -> Document:
    return docx.Document(BytesIO(render_account_docx(treatment, accounts.CALENDAR, language)))


@pytest.fixture(scope="module")
def document() -> Document:
    return opened(accounts.treatment())


def heads(table: Table) -> list[str]:
    return [cell.text for cell in table.rows[0].cells]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def of_views(document: Document) -> list[Table]:
    return [table for table in document.tables if heads(table) == HEADS]


def row_of(document: Document, number: int) -> list[str]:
    (found,) = (row for table in of_views(document) for row in cells(table)[1:] if row[0] == str(number))
    return found


def test_its_headings(document: Document) -> None:
    told = [(str(each.style.name if each.style else ""), each.text) for each in document.paragraphs]
    assert [(style, text) for style, text in told if style.startswith(("Heading", "Title"))] == [
        ("Title", TITLE),
        ("Heading 1", "Remissen"),
        ("Heading 1", "Så har synpunkterna behandlats"),
        ("Heading 1", "Ändringar i planen som hör ihop med synpunkter"),
        ("Heading 2", "1 Sammanfattning"),
        ("Heading 2", "3 Fokusområden"),
        ("Heading 2", "4 Insatser"),
        ("Heading 1", "Övriga ändringar i planen"),
        ("Heading 2", "4 Insatser"),
        ("Heading 1", "Synpunkter som inte tillgodoses"),
        ("Heading 2", "Synpunkter som tillgodoses delvis"),
        ("Heading 1", "Synpunkter och ställningstaganden"),
        ("Heading 2", "Synpunkter som inte hör till ett kapitel"),
        ("Heading 2", "1 Sammanfattning"),
        ("Heading 2", "3 Fokusområden"),
        ("Heading 2", "4 Insatser"),
        ("Heading 2", "5 Bilagor"),
    ]


def test_the_first_page(document: Document) -> None:
    facts, counts = map(cells, document.tables[:2])
    assert facts[-2:] == [["Antal synpunkter", "13"], ["Har svarat (4)", f"{HAMN}; {SKOG}; {HED}; {VIK}"]]
    assert counts[0] == ["Kapitel", "Tillgodoses", "Tillgodoses delvis", "Tillgodoses inte", "Noteras", "Öppna", "Alla"]
    assert counts[-1] == ["Alla", "5", "1", "4", "1", "2", "13"]
    assert [row[-1] for row in counts[1:-1]] == ["2", "1", "4", "5", "1"]
    assert "”Öppna” är synpunkter som inte har något ställningstagande ännu." in [p.text for p in document.paragraphs]
    assert cells(opened(accounts.calm()).tables[1])[0][-2:] == ["Noteras", "Alla"]


def test_a_change_says_what_it_came_from(document: Document) -> None:
    goals = document.tables[3]
    assert cells(goals) == [
        ["Del av planen", "Vad som har hänt", "Lydelse", "Hör ihop med"],
        [
            "Effektmål 2A\n3.2 Trygg omsorg",
            "Ändrat: ny lydelse",
            "Natthjälp med kamera finns på plats inom 14 10 dagar från ansökan",
            f"Synpunkt nr 3 ({HAMN}): samma ord\nSynpunkt nr 4 ({HED}; {SKOG}): samma avsnitt",
        ],
    ]
    other = document.tables[5]
    assert heads(other) == ["Del av planen", "Vad som har hänt", "Lydelse"]
    assert [row[2] for row in cells(other)[1:]] == [
        "Aktiviteter\nBorta: Utse handledare på varje skola",
        "E-rådets roll\nBorta: Följa upp kursernas resultat\nNytt: Följa upp kurserna varje år",
    ]


def test_what_is_not_met_is_pointed_out_with_its_reason(document: Document) -> None:
    unmet, partly = (table for table in document.tables if heads(table)[0] == "Synpunkter nr")
    assert cells(unmet)[1:] == [
        ["5, 6", HED, "Sex av sju verksamheter klarar redan 14 dagar.\nEtt svagare mål skulle inte märkas."],
        ["8", VIK, "Handledare behövs."],
        ["12", SKOG, "Ingen motivering ännu"],
    ]
    assert cells(partly)[1:] == [["4", f"{HED}; {SKOG}", "Målet är skarpare. Baslinjen tas fram 2027."]]
    said = [each.text for each in opened(accounts.calm()).paragraphs]
    assert "Ingen synpunkt har avvisats." not in said
    met = accounts.treat(accounts.rows()[2])
    assert "Ingen synpunkt har avvisats." in [each.text for each in opened(met).paragraphs]


def test_every_view_has_its_row(document: Document) -> None:
    numbers = [row[0] for table in of_views(document) for row in cells(table)[1:]]
    assert sorted(map(int, numbers)) == list(range(1, 14))
    assert row_of(document, 3) == [
        "3", HAMN, "Effektmål 2A",
        "Ändring av orden: Natthjälp med kamera finns på plats inom 14 10 dagar från ansökan", "Tillgodoses", "",
        "Version 0.5\nEffektmål 2A: ny lydelse (samma ord)",
    ]  # fmt: skip
    assert row_of(document, 4)[3:6] == [
        "Om orden: ”inom 14 dagar”\nHur mäts detta?\nVi saknar en baslinje.", "Tillgodoses delvis",
        "Målet är skarpare. Baslinjen tas fram 2027.",
    ]  # fmt: skip
    assert row_of(document, 11)[3:] == ["Se vårt förra yttrande.", "Inget ställningstagande ännu", "", ""]


def test_words_that_are_to_go_or_to_come_are_marked(document: Document) -> None:
    (row,) = (row for table in of_views(document) for row in table.rows if row.cells[0].text == "5")
    runs = [(str(run.style.name), run.text) for run in row.cells[3].paragraphs[0].runs if run.text.strip()]
    assert runs[0] == ("Redogörelseled", "Ändring av orden:")
    assert ("Borttagna ord", "14") in runs
    assert ("Tillagda ord", "21") in runs
    assert row.cells[4].paragraphs[0].style.name == "Redogörelserubrik"


def test_no_person_is_named(document: Document) -> None:
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert not [text for text in texts if "Kim" in text]  # who answers for a row is nobody else's business


def test_every_table_repeats_its_head_and_fits_the_page(document: Document) -> None:
    upright, across = document.sections
    assert (upright.orientation, across.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert sum(WIDTHS.values()) == 257
    for index, table in enumerate(document.tables):
        first, *others = (each._tr.trPr for each in table.rows)  # noqa: SLF001 - what python-docx does not tell
        assert first is not None
        assert first.find(qn("w:tblHeader")) is not None
        assert all(each is None or each.find(qn("w:tblHeader")) is None for each in others)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))  # type: ignore[union-attr]  # noqa: SLF001
        whole = sum(int(column.width or 0) for column in table.columns)
        assert whole <= Mm(170 if index < 2 else 257) + Mm(1) / 10
        for row in table.rows:
            widths = [tc.tcPr.find(qn("w:tcW")).get(qn("w:w")) for tc in row._tr.tc_lst]  # noqa: SLF001
            assert abs(sum(map(int, widths)) * 635 - whole) < Mm(1)


def test_long_rows_may_break_and_short_ones_stand_on_one_page() -> None:
    rows = [accounts.row(1, HAMN, "Effektmål 1A", "Fråga", view="x" * length) for length in (WHOLE, WHOLE + 1)]
    (table,) = of_views(opened(accounts.treat(*rows)))
    properties = [row._tr.trPr for row in table.rows][1:]  # noqa: SLF001 - as above
    assert [each is not None and each.find(qn("w:cantSplit")) is not None for each in properties] == [True, False]


@pytest.mark.parametrize(("language", "code"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_title_and_language_are_set(language: Language, code: str) -> None:
    document = opened(accounts.treatment(), language)
    title = {"sv": TITLE, "en": TITLE.replace("Remissredogörelse", "Account of the consultation")}
    properties = document.core_properties
    assert properties.title == document.paragraphs[0].text == title[language]
    assert (properties.language, properties.author, properties.created) == (code, "planlint", None)
    assert {each.get(qn("w:val")) for each in document.element.iter(qn("w:lang"))} == {"sv-SE"}


def test_the_same_treatment_gives_the_same_bytes_and_is_known_again() -> None:
    one, other = (render_account_docx(accounts.treatment(), accounts.CALENDAR, "sv") for _ in range(2))
    assert one == other
    assert is_sealed(one)


def test_planlint_finds_nothing_to_say_of_the_file(document: Document) -> None:
    saved = BytesIO()
    document.core_properties.identifier = ""  # as if it were not planlint's own
    document.save(saved)
    config = Config(phase="publication", select=("PL9", "PL606", "PL607", "PL608"))
    source = Source(Path("redogörelse.docx"), "redogörelse.docx", content=saved.getvalue())
    (outcome,) = engine.run((source,), config, load()).outcomes
    assert (outcome.own, outcome.error) == (False, None)
    assert [(each.rule, each.message) for each in outcome.findings] == []


def test_nothing_came_in() -> None:
    document = opened(accounts.nothing())
    assert of_views(document) == []
    lines = [each.text for each in document.paragraphs]
    assert "Inget har ändrats i planen sedan den skickades på remiss." in lines
    assert "Inga synpunkter kom in." in lines


def test_hostile_words_are_words() -> None:
    document = opened(accounts.hostile())
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts += [each.text for each in document.paragraphs]
    assert any("<script>alert(1)</script>" in text and "&amp;" in text for text in texts)
    assert SHOWN.split("<r>")[0].removeprefix("[31m") in " ".join(texts)
    assert not set("".join(texts)) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    assert max(map(len, texts)) <= 30_000
