"""The compilation read back from Word, after everything that people and programs do to it."""

from __future__ import annotations

import subprocess
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from planlint.consult.cells import digest_of, identify
from planlint.errors import InputError
from planlint.model.filled import Basis, FilledRow
from planlint.report.consultation.compilation_docx import render_compilation_docx
from tests.consult.filled import FIRST, VIEWS, compiled
from tests.consult.filling import (
    CHANGE,
    REASON,
    RESPONSIBLE,
    Opened,
    choose,
    in_word,
    row,
    rows,
    table_of,
    tables,
    type_in,
)
from tests.office.libreoffice import PATIENCE, PROGRAM

MADE = render_compilation_docx(FIRST, "sv")


def test_tracked_changes_are_counted_and_read_as_accepted() -> None:
    def track(document: Opened) -> None:
        choose(document, 1, "Noteras")
        paragraph = row(document, 1).findall(qn("w:tc"))[REASON].find(qn("w:p"))
        inserted = paragraph.makeelement(qn("w:ins"), {qn("w:id"): "900", qn("w:author"): "Kim"})
        run = inserted.makeelement(qn("w:r"), {})
        words = run.makeelement(qn("w:t"), {})
        words.text = "Spårat skäl"
        run.append(words)
        inserted.append(run)
        paragraph.append(inserted)

    table = table_of(in_word(MADE, track))
    assert table.revisions == 1
    assert table.rows[0].reason == "Spårat skäl"
    assert table_of(MADE).revisions == 0


def test_an_untouched_table_says_what_it_was_made_of() -> None:
    table = table_of(MADE)
    assert table.rows[0] == FilledRow(
        number="1",
        id=FIRST.entries[0].id,
        told=("Nordvik; Vinåker", "Planen som helhet", "Kommentar", "", "Planen är bra.", ""),
        standpoint=None,
        standpoint_words="",
        reason="",
        change="",
        responsible="",
        where="tabell 6, rad 2",
    )
    assert [(each.number, each.id) for each in table.rows] == [(str(e.number), e.id) for e in FIRST.entries]
    assert [identify(each.told) for each in table.rows] == [entry.id for entry in FIRST.entries]
    outcome = FIRST.sent.run.outcomes[0]
    assert table.plan == Basis("Planen som skickades ut", "planer/nordvik.md", 0, 0, 0, outcome.sha256[:16])
    assert table.basis == (
        Basis("Nordvik", "svar/Nordvik.docx", 2, 4, 4, FIRST.answers[0].sha256[:16]),
        Basis("Vinåker", "svar/Vinåker.docx", 2, 3, 3, FIRST.answers[1].sha256[:16]),
    )
    assert (table.views, table.digest) == (6, digest_of(entry.id for entry in FIRST.entries))
    assert (table.path, table.language, table.anonymous, table.lacking) == ("remiss.docx", "sv", False, ())


def test_an_english_table_and_an_anonymous_one() -> None:
    made = compiled(VIEWS, language="en", anonymous=True)
    table = table_of(render_compilation_docx(made, "en"))
    assert (table.language, table.anonymous) == ("en", True)
    assert [identify(each.told) for each in table.rows] == [entry.id for entry in made.entries]
    assert table.rows[2].told[1:3] == ("2.1 Digital kompetens", "Rewording")
    assert table.rows[2].where == "table 7, row 2"


def test_what_is_filled_in_is_read() -> None:
    def fill(document: Opened) -> None:
        choose(document, 2, "Tillgodoses inte")
        type_in(document, 2, REASON, "Regionen nämns redan.\nSe 2.1.")
        type_in(document, 2, CHANGE, "1.1")
        type_in(document, 2, RESPONSIBLE, "Kansliet")

    second = table_of(in_word(MADE, fill)).rows[1]
    assert (second.standpoint, second.standpoint_words) == ("not-met", "Tillgodoses inte")
    assert (second.reason, second.change, second.responsible) == ("Regionen nämns redan.\nSe 2.1.", "1.1", "Kansliet")


def test_a_standpoint_put_into_the_control_by_a_program_that_leaves_it_a_prompt() -> None:
    def fill(document: Opened) -> None:
        row(document, 2).find(f".//{qn('w:sdt')}//{qn('w:t')}").text = "Noteras"

    assert [each.standpoint for each in table_of(in_word(MADE, fill)).rows] == [None, "noted", None, None, None, None]


def test_controls_turned_to_text_with_their_prompts() -> None:
    def unwrap(document: Opened) -> None:
        for control in list(document.element.body.iter(qn("w:sdt"))):
            for run in list(control.iter(qn("w:r"))):
                control.addprevious(run)
            control.getparent().remove(control)

    assert {(each.standpoint, each.standpoint_words) for each in table_of(in_word(MADE, unwrap)).rows} == {(None, "")}


def test_columns_that_were_moved_added_and_taken_away() -> None:
    def move(document: Opened) -> None:
        for table in tables(document):
            for each in table.iter(qn("w:tr")):
                cells = each.findall(qn("w:tc"))
                cells[0].addprevious(cells[5])  # the views first
                each.remove(cells[RESPONSIBLE])
                own = deepcopy(cells[CHANGE])
                each.append(own)
                own.find(qn("w:p")).append(_run("Klart?"))

    table = table_of(in_word(MADE, move))
    assert [identify(each.told) for each in table.rows] == [entry.id for entry in FIRST.entries]
    assert table.lacking == ("responsible",)


def test_tables_that_were_merged_and_split() -> None:
    def merge(document: Opened) -> None:
        first, second, *_, last = tables(document)
        for each in list(second.iter(qn("w:tr"))):
            first.append(each)  # its head row too
        second.getparent().remove(second)
        split = deepcopy(tables(document)[1])
        for each in list(split.iter(qn("w:tr")))[:-1]:
            split.remove(each)
        tables(document)[1].remove(list(tables(document)[1].iter(qn("w:tr")))[-1])
        tables(document)[1].addnext(split)
        split.addprevious(OxmlElement("w:p"))
        assert last is not None

    table = table_of(in_word(MADE, merge))
    assert [each.number for each in table.rows] == ["1", "2", "3", "4", "5", "6"]
    assert [identify(each.told) for each in table.rows] == [entry.id for entry in FIRST.entries]
    assert [each.where for each in table.rows][:4] == [
        "tabell 6, rad 2", "tabell 6, rad 4", "tabell 7, rad 2", "tabell 8, rad 1",
    ]  # fmt: skip


def test_a_row_that_was_added_by_hand_and_an_empty_one() -> None:
    def add(document: Opened) -> None:
        for words in ("Muntligt", ""):
            own = deepcopy(row(document, 2))
            row(document, 2).addnext(own)
            for cell in own.findall(qn("w:tc")):
                for text in cell.iter(qn("w:t")):
                    text.text = words
            if not words:
                for control in list(own.iter(qn("w:sdt"))):
                    control.getparent().remove(control)

    own = table_of(in_word(MADE, add)).rows[2]
    assert (own.number, own.id, own.standpoint_words) == ("Muntligt Muntligt", "", "")
    assert len(table_of(in_word(MADE, add)).rows) == 7


def test_a_standpoint_that_stands_in_a_cell_merged_over_two_rows() -> None:
    def merge(document: Opened) -> None:
        choose(document, 3, "Noteras")
        for number, mark in ((3, "restart"), (4, None)):
            cell = row(document, number).findall(qn("w:tc"))[7]
            joined = OxmlElement("w:vMerge")
            if mark:
                joined.set(qn("w:val"), mark)
            cell.find(qn("w:tcPr")).append(joined)

    assert [each.standpoint for each in table_of(in_word(MADE, merge)).rows][2:4] == ["noted", "noted"]


def test_an_id_that_word_gave_a_capital_and_that_stands_on_the_numbers_line() -> None:
    def spoil(document: Opened) -> None:
        type_in(document, 2, 0, f"2. {FIRST.entries[1].id.capitalize()}")

    second = table_of(in_word(MADE, spoil)).rows[1]
    assert (second.number, second.id) == ("2", FIRST.entries[1].id)


def test_tracked_changes_are_read_as_accepted() -> None:
    def track(document: Opened) -> None:
        paragraph = row(document, 2).findall(qn("w:tc"))[REASON].find(qn("w:p"))
        for tag, text, words in (("w:ins", "w:t", "Ny"), ("w:del", "w:delText", "Gammal")):
            change = OxmlElement(tag)
            change.set(qn("w:id"), "77")
            change.set(qn("w:author"), "Vera")
            change.append(_run(words, text))
            paragraph.append(change)

    assert table_of(in_word(MADE, track)).rows[1].reason == "Ny"


def test_a_document_without_such_a_table_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("Nr, Synpunkt, Ställningstagande")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Nr", "Synpunkt"
    out = BytesIO()
    document.save(out)
    with pytest.raises(InputError) as caught:
        table_of(out.getvalue())
    assert caught.value.sv == (
        "Filen innehåller ingen sammanställning. Ange filen från ”planlint consult compile”, med tabellernas "
        "rubrikrader kvar."
    )


def test_a_compilation_without_views_is_read_and_has_no_rows() -> None:
    table = table_of(render_compilation_docx(compiled([]), "sv"))
    assert (table.rows, table.views, table.digest) == ((), 0, digest_of([]))


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not on this machine")
def test_a_trip_through_libreoffice_keeps_everything(tmp_path: Path) -> None:
    def fill(document: Opened) -> None:
        choose(document, 1, "Tillgodoses")
        choose(document, 3, "Tillgodoses delvis")
        type_in(document, 3, REASON, "Delvis – se nedan.")

    filled = in_word(MADE, fill)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "remiss.docx").write_bytes(filled)
    subprocess.run(
        [str(PROGRAM), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx",
         "--outdir", str(tmp_path), str(tmp_path / "in" / "remiss.docx")],
        check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    assert table_of((tmp_path / "remiss.docx").read_bytes()) == table_of(filled)


def test_the_helpers_find_all_rows() -> None:
    assert [number for number, _ in rows(docx.Document(BytesIO(MADE)))] == ["1", "2", "3", "4", "5", "6"]


def _run(words: str, tag: str = "w:t") -> Opened:
    run, text = OxmlElement("w:r"), OxmlElement(tag)
    text.text = words
    run.append(text)
    return run
