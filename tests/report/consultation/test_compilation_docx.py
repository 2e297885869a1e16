"""The compilation in Word, read by python-docx, by planlint's own reader of such tables, and by its rules."""

from __future__ import annotations

from dataclasses import replace
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
from planlint.consult.cells import digest_of, told_cells
from planlint.consult.table.read import read_table
from planlint.intake import Source
from planlint.model.consultation import Compilation
from planlint.model.rule import Language
from planlint.report.consultation.compilation_docx import MARGIN, MOST_ROWS, render_compilation_docx
from planlint.report.consultation.compilation_rows import WHOLE, WIDTHS
from planlint.rulebook import load
from tests.report.consultation.compilations import HAMN, SHOWN, many, said, sent, spot, with_entries

TITLE = "Sammanställning av remissvar: Handlingsplan för digitalisering i Norrådalen 2027–2029"
HEADS = [
    "Nr", "Remissinstans", "Avsnitt", "Slag", "Citat ur planen", "Synpunkt", "Förslag till lydelse",
    "Ställningstagande", "Motivering", "Ändring i version", "Ansvarig",
]  # fmt: skip


def opened(compilation: Compilation, language: Language = "sv") -> Document:
    return docx.Document(BytesIO(render_compilation_docx(compilation, language)))


@pytest.fixture(scope="module")
def document(compilation: Compilation) -> Document:
    return opened(compilation)


def filled_in(compilation: Compilation) -> bytes:
    """The file as somebody has saved it, who gave a reason in the first row."""
    document, saved = opened(compilation), BytesIO()
    of_views(document)[0].cell(1, 8).paragraphs[0].add_run("Vi tackar.")
    document.save(saved)
    return saved.getvalue()


def heads(table: Table) -> list[str]:
    return [cell.text for cell in table.rows[0].cells]


def of_views(document: Document) -> list[Table]:
    return [table for table in document.tables if heads(table) == HEADS]


def row_of(document: Document, number: int) -> list[str]:
    """The cells of the row with that number."""
    rows = [[cell.text for cell in row.cells] for table in of_views(document) for row in table.rows[1:]]
    (found,) = (row for row in rows if row[0].split("\n")[0] == str(number))
    return found


def test_its_headings(document: Document) -> None:
    told = [(str(each.style.name if each.style else ""), each.text) for each in document.paragraphs]
    assert [(style, text) for style, text in told if style.startswith(("Heading", "Title"))] == [
        ("Title", TITLE),
        ("Heading 1", "Svaren i siffror"),
        ("Heading 2", "Synpunkter efter slag"),
        ("Heading 2", "Synpunkter efter remissinstans"),
        ("Heading 2", "Synpunkter efter kapitel"),
        ("Heading 2", "Har inte svarat"),
        ("Heading 2", "Filer som inte gick att läsa"),
        ("Heading 2", "Svar daterade efter sista svarsdagen"),
        ("Heading 2", "Svarsblanketter som gjordes av en annan version av planen"),
        ("Heading 1", "Förslag som strider mot varandra"),
        ("Heading 1", "Vad ändringarna gör med planen"),
        ("Heading 2", "Nya anmärkningar (4)"),
        ("Heading 1", "Synpunkter"),
        ("Heading 2", "Planen som helhet"),
        ("Heading 2", "1 Sammanfattning"),
        ("Heading 2", "2 Nuläge"),
        ("Heading 2", "3 Fokusområden"),
        ("Heading 2", "4 Insatser"),
        ("Heading 2", "Inte placerade"),
        ("Heading 1", "Underlag"),
    ]


def test_what_the_first_pages_say(document: Document) -> None:
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    for row in (
        ["Svar (filer)", "6"],
        ["Synpunkter som inte är placerade", "3"],
        ["Stycken som inte är synpunkter, till exempel hälsningar (visas inte)", "3"],
        ["Kommentar", "15"],
        ["Hedlunda kommun", "5"],
        ["3 Fokusområden", "7"],
        ["8", "6, 7", "Hedlunda kommun", spot("1A").title, "Strykning"],
    ):
        assert row in rows
    lines = [each.text for each in document.paragraphs]
    for line in (
        "Version: 0.4 · Fil: samples/norradalen-plan.docx · Sista svarsdag: 2026-11-27 · Ansvarig: Ylva Norlander",
        "Björkdals kommun",
        "Länsstyrelsen",
        "svar/okand.docx: Filen är skadad och går inte att öppna.",
        "Hedlunda kommun: svar/hedlunda.docx, 2026-12-02",
        "svar/asmark.xlsx",
        "Inte med, eftersom de strider mot andra ändringar: nr 6, 7, 8.",
        "Med alla ändringar som ingen motsäger – nya: 3, lösta: 0, kvar: 1.",
    ):
        assert line in lines


def test_a_finding_says_whose_changes_bring_it_about(document: Document) -> None:
    (table,) = (each for each in document.tables if heads(each)[0] == "Allvar")
    assert [cell.text for cell in table.rows[2].cells] == [
        "Fel", "PL304",
        "Insatsen ”Digital hjälp på biblioteken” säger inte vad kommunerna ska göra: delen ”Kommunernas roll” saknas.",
        "Nytt i planen.", "Furuhamns kommun; Skogsby kommun", "ja",
    ]  # fmt: skip


def test_a_row(document: Document, compilation: Compilation) -> None:
    ids = {entry.number: entry.id for entry in compilation.entries}
    assert row_of(document, 6) == [
        f"6\n{ids[6]}", HAMN, "Effektmål 1A", "Ändrad lydelse\nStrider mot nr 7, 8", spot("1A").title, "",
        "Minst 98 procent av eleverna i årskurs 4–9 når sina läromedel med en enda inloggning.", "", "", "", "",
    ]  # fmt: skip
    assert row_of(document, 9)[5] == (
        "Hur mäts detta?\nVi saknar en baslinje.\nSvar från Ylva Norlander: Genom skolornas egen statistik.\n"
        "Svar: Bra.\nMarkerad som löst."
    )
    assert row_of(document, 22)[3] == "Kommentar\nSamma som nr 17"


def test_ids_and_remarks_have_styles_of_their_own(document: Document) -> None:
    (table,) = (each for each in of_views(document) if each.cell(1, 0).text.startswith("6\n"))
    styles = [[str(p.style.name) for p in table.cell(1, column).paragraphs if p.style] for column in (0, 3, 4)]
    assert styles == [
        ["Tabelltext liten", "Tabellmärke"],
        ["Tabelltext liten", "Tabellanmärkning"],
        ["Tabelltext liten"],
    ]
    sizes = [document.styles[name].font.size for name in ("Tabelltext liten", "Tabellrubrik liten")]
    assert [size.pt for size in sizes if size] == [8, 8]


def test_a_standpoint_is_chosen_from_a_list(document: Document, compilation: Compilation) -> None:
    controls = list(document.element.iter(qn("w:sdt")))
    assert len(controls) == len(compilation.entries)
    numbers = [each.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for each in controls]
    assert len(set(numbers)) == len(numbers)
    first = controls[0]
    choices = [each.get(qn("w:displayText")) for each in first.iter(qn("w:listItem"))]
    assert choices == ["Tillgodoses", "Tillgodoses delvis", "Tillgodoses inte", "Noteras"]
    assert [each.text for each in first.iter(qn("w:t"))] == ["Välj"]
    assert first.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    alias = first.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
    assert alias is not None
    assert alias.get(qn("w:val")) == "Ställningstagande till nr 1"


def test_every_table_repeats_its_head_and_fits_the_page(document: Document) -> None:
    assert {section.orientation for section in document.sections} == {WD_ORIENT.LANDSCAPE}
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]  # type: ignore[union-attr]  # noqa: SLF001 - as below
    assert [each or "1" for each in columns] == ["1", "3", "1"]
    assert round(sum(WIDTHS.values())) == 297 - 2 * MARGIN
    for table in document.tables:
        first, *others = (each._tr.trPr for each in table.rows)  # noqa: SLF001 - what python-docx does not tell
        assert first is not None
        assert first.find(qn("w:tblHeader")) is not None
        assert all(each is None or each.find(qn("w:tblHeader")) is None for each in others)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))  # type: ignore[union-attr]  # noqa: SLF001
        whole = sum(int(column.width or 0) for column in table.columns)
        assert whole <= Mm(297 - 2 * MARGIN) + Mm(1) / 10
        for row in table.rows:
            widths = [tc.tcPr.find(qn("w:tcW")).get(qn("w:w")) for tc in row._tr.tc_lst]  # noqa: SLF001
            assert abs(sum(map(int, widths)) * 635 - whole) < Mm(1)


def test_long_words_may_be_parted(document: Document) -> None:
    assert document.settings.element.find(qn("w:autoHyphenation")) is not None


def test_long_rows_may_break_and_short_ones_stand_on_one_page() -> None:
    views = [(((HAMN, 0),), said("comment", spot("1A"), text="x" * length)) for length in (WHOLE, WHOLE + 1)]
    (table,) = of_views(opened(with_entries(many(0), *views)))
    rows = [row._tr.trPr for row in table.rows][1:]  # noqa: SLF001 - as above
    assert [row is not None and row.find(qn("w:cantSplit")) is not None for row in rows] == [True, False]


@pytest.mark.parametrize(("language", "code"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_title_and_language_are_set(compilation: Compilation, language: Language, code: str) -> None:
    document = opened(compilation, language)
    title = {"sv": TITLE, "en": TITLE.replace("Sammanställning av remissvar", "Compilation of consultation answers")}
    properties = document.core_properties
    assert properties.title == document.paragraphs[0].text == title[language]
    assert (properties.language, properties.author, properties.created) == (code, "planlint", None)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults is not None
    assert defaults.get(qn("w:val")) == code
    marked = {each.get(qn("w:val")) for each in document.element.iter(qn("w:lang"))}
    assert marked == {"sv-SE"}


def test_the_same_compilation_gives_the_same_bytes_and_is_known_again(compilation: Compilation) -> None:
    data = render_compilation_docx(compilation, "sv")
    assert data == render_compilation_docx(replace(compilation), "sv")
    assert is_sealed(data)
    assert not is_sealed(filled_in(compilation))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["compilation", "hostile"])
def test_it_reads_back_as_it_was_written(
    name: str, language: Language, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    compilation: Compilation = request.getfixturevalue(name)
    file = tmp_path / "sammanställning.docx"
    file.write_bytes(render_compilation_docx(compilation, language))
    table = read_table(Source(file, file.name))
    assert [row.told for row in table.rows] == [told_cells(entry, language) for entry in compilation.entries]
    assert [row.id for row in table.rows] == [entry.id for entry in compilation.entries]
    assert [row.number for row in table.rows] == [str(entry.number) for entry in compilation.entries]
    assert {(row.standpoint, row.standpoint_words, row.reason, row.change) for row in table.rows} == {
        (None, "", "", "")
    }
    assert (table.language, table.lacking, table.anonymous) == (language, (), compilation.anonymous)
    assert (table.views, table.digest) == (len(table.rows), digest_of(entry.id for entry in compilation.entries))
    assert table.plan is not None
    assert table.plan.digest == sent().run.outcomes[0].sha256[:16]
    assert [each.digest for each in table.basis] == [answer.sha256[:16] for answer in compilation.answers]
    told = [answer.told for answer in compilation.answers]
    assert [(each.revisions, each.comments) for each in table.basis] == [
        (each.revisions, each.comments) if each else (0, 0) for each in told
    ]


def test_planlint_finds_nothing_to_say_of_the_file(compilation: Compilation) -> None:
    config = Config(phase="publication", select=("PL9", "PL606", "PL607", "PL608"))
    source = Source(Path("sammanställning.docx"), "sammanställning.docx", content=filled_in(compilation))
    (outcome,) = engine.run((source,), config, load()).outcomes
    assert (outcome.own, outcome.error) == (False, None)
    assert [(each.rule, each.message) for each in outcome.findings] == []


def test_nothing_came_back() -> None:
    document = opened(replace(many(0), answers=(), invited=(), trials=None))
    assert of_views(document) == []
    lines = [each.text for each in document.paragraphs]
    assert "Svaren innehåller inga synpunkter." in lines
    assert "Antal synpunkter: 0 · Kontrollsumma: e3b0c44298fc1c14" in lines
    assert "Alla inbjudna har svarat." not in lines


def test_all_who_were_invited_have_answered(compilation: Compilation) -> None:
    invited = tuple(replace(each, answered=True) for each in compilation.invited)
    assert "Alla inbjudna har svarat." in [p.text for p in opened(replace(compilation, invited=invited)).paragraphs]


def test_first_pages_stay_short() -> None:
    whole = many(MOST_ROWS + 3)
    entries = tuple(replace(each, against=(each.number % 2 + 1,)) for each in whole.entries)
    document = opened(replace(whole, entries=entries))
    (table,) = (each for each in document.tables if heads(each)[1] == "Strider mot")
    assert len(table.rows) == 1 + MOST_ROWS
    assert "… och 3 till" in [each.text for each in document.paragraphs]
    assert sum(len(each.rows) - 1 for each in of_views(document)) == MOST_ROWS + 3


def test_hostile_words_are_words(hostile: Compilation) -> None:
    document = opened(hostile)
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts += [each.text for each in document.paragraphs]
    assert SHOWN in texts
    assert not set("".join(texts)) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    assert max(map(len, texts)) <= 30_000
    assert all(tag.text != "rik" for tag in document.element.iter(qn("w:t")))
    remark = next(text for text in texts if "Strider mot" in text and text.startswith("Ändrad lydelse"))
    assert remark == f"Ändrad lydelse\nStrider mot nr {', '.join(map(str, range(1, 21)))}, …"
