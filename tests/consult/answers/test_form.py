"""A filled-in Word form says what people wrote in it, however they and their programs have treated it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from planlint import word
from planlint.consult.answers.form import is_form, read_form
from planlint.model.consultation import Aside, Calendar, Said
from planlint.report.consultation.form_docx import render_form_docx
from tests.consult.answers.filling import (
    ANSWERS,
    changed,
    choose,
    copy,
    expected,
    fill,
    fill_in,
    form,
    one,
    opened,
    resaved,
    rows,
    saved,
    shown,
    table_of,
    told,
    xml,
)
from tests.consult.returned import plan, sent
from tests.office.libreoffice import PROGRAM

SPOTS = {spot.number: spot for spot in sent().spots if spot.sort == "goal"}


def test_a_filled_in_form_is_read_back() -> None:
    answer = told(changed(fill_in))
    assert shown(answer) == expected()
    assert answer.said[3] == Said(
        kind="fact",
        way="form",
        spot=SPOTS["2A"],
        text="Tio dagar räcker.",
        proposal="Minst 90 procent har den på plats inom 10 dagar",
        author="Ingrid Sollén",
        date="2026-11-20",
        place=answer.said[3].place,
        respondent="Tallviks kommun",
    )
    place = answer.said[3].place
    assert place is not None
    assert place.text == "Tio dagar räcker."
    assert (answer.form, answer.respondent, answer.dated) == ("form", "Tallviks kommun", date(2026, 11, 20))
    assert answer.addresses == {"Ingrid Sollén": "ingrid.sollen@tallvik.example"}
    assert (answer.revisions, answer.comments, answer.foreign) == (0, 0, False)
    assert answer.asides == (
        Aside("Remissinstans: Tallviks kommun"),
        Aside("Kontaktperson: Ingrid Sollén"),
        Aside("E-post: ingrid.sollen@tallvik.example"),
        Aside("Datum: 20 november 2026"),
        Aside("Diarienummer: KS 2026/12"),
    )


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (soffice) is not on this machine")
def test_a_form_that_libreoffice_has_saved(tmp_path: Path) -> None:
    answer = told(resaved(changed(fill_in), tmp_path))
    assert shown(answer) == expected()
    assert (answer.respondent, answer.dated) == ("Tallviks kommun", date(2026, 11, 20))
    assert len(answer.asides) == 5


def test_a_form_in_english() -> None:
    def work(paper: Paper) -> None:
        paper.tables[0].rows[1].cells[1].text = "Hedmyra kommun"
        fill(rows(paper, "Effect goal 1A")[0], "Question", "How?", "")

    answer = told(changed(work, form("en")))
    assert shown(answer) == [("Effektmål 1A", "question", "How?", "")]
    assert (answer.respondent, answer.foreign) == ("Hedmyra kommun", False)
    assert answer.asides == (Aside("Respondent: Hedmyra kommun"),)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_form_that_nobody_has_filled_in_says_nothing(language: str) -> None:
    answer = told(form("sv" if language == "sv" else "en"))
    assert (answer.said, answer.asides, answer.respondent, answer.dated) == ((), (), "", None)


def test_what_is_no_form() -> None:
    assert is_form(word.read(form()))
    assert not is_form(word.read(plan()))
    heads = ("Nr", "Remissinstans", "Avsnitt", "Slag", "Citat ur planen", "Synpunkt", "Förslag till lydelse")

    def compile_them(paper: Paper) -> None:
        for table in list(paper.tables):
            xml(table).getparent().remove(xml(table))
        for cell, head in zip(paper.add_table(1, len(heads)).rows[0].cells, heads, strict=True):
            cell.text = head

    assert not is_form(word.read(changed(compile_them)))


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("sak", "fact"),
        ("Sakfråga", "fact"),
        ("stödjer", "support"),
        ("Stöd!", "support"),
        ("Vi instämmer", "support"),
        ("fråga?", "question"),
        ("Redaktionell ändring", "editorial"),
        ("språkligt", "editorial"),
        ("Välj", "statement"),
        ("Choose", "statement"),
        ("", "statement"),
    ],
)
def test_kinds_are_written_freely(written: str, kind: str) -> None:
    answer = told(changed(lambda paper: fill(rows(paper, "Effektmål 1A")[0], written, "Bra.", "")))
    assert (one(answer).kind, one(answer).text) == (kind, "Bra.")


@pytest.mark.parametrize("written", ["Juridik", "stödjer inte"])
def test_a_kind_that_is_not_known_is_told_with_the_view(written: str) -> None:
    answer = told(changed(lambda paper: fill(rows(paper, "Effektmål 1A")[0], written, "Oklart.", "")))
    assert (one(answer).kind, one(answer).text) == ("statement", f"{written}: Oklart.")


def test_a_kind_alone_is_a_view_only_where_it_is_support() -> None:
    def work(paper: Paper) -> None:
        for name, kind in (("Effektmål 1A", "Fråga"), ("Effektmål 1B", "Stöd"), ("Effektmål 2A", "Juridik")):
            choose(rows(paper, name)[0], kind)

    answer = told(changed(work))
    assert shown(answer) == [("Effektmål 1B", "support", "", "")]
    assert answer.asides == (Aside("Juridik"),)


def test_a_row_whose_id_is_gone() -> None:
    def work(paper: Paper) -> None:
        for name in ("Effektmål 1A", "Effektmål 2A", "Effektmål 2B"):
            fill(rows(paper, name)[0], "", f"Om {name}.", "")
        row = rows(paper, "Effektmål 1A")[0]
        below = copy(row)
        fill(below, "", "En till.", "")
        below.cells[0].text = below.cells[1].text = ""
        rows(paper, "Effektmål 2A")[0].cells[0].text = ""
        lost = rows(paper, "Effektmål 2B")[0]
        lost.cells[0].text, lost.cells[1].text = "qqqqqqqq", "Något helt annat"

    answer = told(changed(work))
    assert shown(answer) == [
        ("Effektmål 1A", "statement", "Om Effektmål 1A.", ""),
        ("Effektmål 1A", "statement", "En till.", ""),
        ("Effektmål 2A", "statement", "Om Effektmål 2A.", ""),
        ("Inte placerad", "statement", "Om Effektmål 2B.", ""),
    ]
    assert [said.why for said in answer.said] == [None, None, None, "not-found"]


@pytest.mark.parametrize("section", ["2A", "effektmål 2A", "Mål 2A", "Effektmål 2A\nMinst 90 procent"])
def test_a_row_is_found_by_what_its_section_says(section: str) -> None:
    def work(paper: Paper) -> None:
        row = rows(paper, "4 Insatser")[0]
        row.cells[0].text, row.cells[1].text = "", section
        fill(row, "", "Bra.", "")

    assert one(told(changed(work))).spot == SPOTS["2A"]


@pytest.mark.parametrize("section", ["4.2", "Avsnitt 4.2", "4.2.", "4.2 Digital tillsyn och mobil dokumentation"])
def test_a_row_is_found_by_its_number(section: str) -> None:
    def work(paper: Paper) -> None:
        row = rows(paper, "Effektmål 1A")[0]
        row.cells[0].text, row.cells[1].text = "", section
        fill(row, "", "Bra.", "")

    spot = one(told(changed(work))).spot
    assert spot is not None
    assert (spot.sort, spot.number, spot.part) == ("intervention", "4.2", "")


def test_columns_that_are_added_moved_and_renamed() -> None:
    def work(paper: Paper) -> None:
        fill_in(paper, ANSWERS[2:3])
        for table in paper.tables[1:]:
            for row in table.rows:
                cells = list(xml(row).iterchildren(qn("w:tc")))
                xml(row).insert(xml(row).index(cells[0]), cells[4])  # proposals first
                cells[2].addprevious(new := OxmlElement("w:tc"))
                new.append(OxmlElement("w:p"))
            grid = xml(table).tblGrid
            grid.append(OxmlElement("w:gridCol"))
            heads = table.rows[0].cells
            heads[0].text, heads[3].text, heads[5].text = "Förslag på text", "Prioritet", "SYNPUNKTER:"
        goal = next(row for row in paper.tables[5].rows if "Effektmål 2A" in row.cells[2].text)
        goal.cells[3].text = "Hög"

    answer = told(changed(work))
    assert shown(answer) == [("Effektmål 2A", "question", "Varför just 14 dagar?\nPrioritet: Hög", "")]


def test_an_added_column_by_itself_is_no_view_but_told() -> None:
    def work(paper: Paper) -> None:
        table = table_of(paper, 0)
        table.add_column(Mm(20)).cells[0].text = "Handläggare"
        table.rows[1].cells[5].text = "Ola"

    answer = told(changed(work))
    assert (answer.said, answer.asides) == ((), (Aside("Handläggare: Ola"),))


def test_merged_cells_a_table_that_was_split_and_rows_that_are_gone() -> None:
    def work(paper: Paper) -> None:
        first, second = rows(paper, "1.1 Bakgrund")[0], rows(paper, "1.2 Syfte")[0]
        merged = first.cells[3].merge(first.cells[4])
        merged.paragraphs[0].text = "Bakgrunden är lång."
        fill(second, "", "Syftet är brett.", "")
        table = xml(second.table)
        table.addnext(rest := OxmlElement("w:tbl"))
        table.addnext(OxmlElement("w:p"))
        for each in (table.tblPr, table.tblGrid):
            rest.append(deepcopy(each))
        for row in (xml(second), *list(xml(second).itersiblings())):
            rest.append(row)
        gone = rows(paper, "4 Insatser")[0]
        xml(gone).getparent().remove(xml(gone))

    assert shown(told(changed(work))) == [
        ("1.1 Bakgrund", "statement", "Bakgrunden är lång.", ""),
        ("1.2 Syfte", "statement", "Syftet är brett.", ""),
    ]


def test_ids_that_are_merged_over_rows() -> None:
    def work(paper: Paper) -> None:
        row = rows(paper, "Effektmål 1A")[0]
        fill(row, "", "Ett.", "")
        fill(copy(row), "", "Två.", "")
        table, at = row.table, list(row.table._tbl.tr_lst).index(xml(row))  # noqa: SLF001 - as in filling
        for column in (0, 1):
            table.cell(at, column).merge(table.cell(at + 1, column))

    assert shown(told(changed(work))) == [
        ("Effektmål 1A", "statement", "Ett.", ""),
        ("Effektmål 1A", "statement", "Två.", ""),
    ]


def test_lists_in_a_cell_keep_their_signs() -> None:
    def work(paper: Paper) -> None:
        cell = rows(paper, "Effektmål 1A")[0].cells[3]
        cell.paragraphs[0].text = "Vi vill ha:"
        cell.add_paragraph("fler datorer", "List Bullet")

    assert one(told(changed(work))).text == "Vi vill ha:\n– fler datorer"


def test_words_below_the_tables_are_views_and_those_above_are_not() -> None:
    def work(paper: Paper) -> None:
        fill_in(paper, ANSWERS[:1])
        paper.paragraphs[0].insert_paragraph_before("Skicka svaret till remiss@norradalen.example.")
        paper.add_paragraph("Insats 4.4 borde komma först.")
        paper.add_paragraph("Vi har inget mer att säga.")

    answer = told(changed(work))
    assert shown(answer) == [
        ("Planen som helhet", "support", "", ""),
        ("4.4 Förstudie om ett gemensamt e-arkiv", "statement", "Insats 4.4 borde komma först.", ""),
        ("Inte placerad", "statement", "Vi har inget mer att säga.", ""),
    ]
    assert answer.said[2].why == "no-place"
    assert answer.asides[0] == Aside("Skicka svaret till remiss@norradalen.example.")


def test_who_answers_in_paragraphs_and_in_figures() -> None:
    def work(paper: Paper) -> None:
        head = xml(paper.tables[0])
        for words in ("Remissinstans: Granå kommun", "Datum: 2026-11-12"):
            head.addprevious(xml(paper.add_paragraph(words)))
        head.getparent().remove(head)

    answer = told(changed(work))
    assert (answer.respondent, answer.dated, answer.said) == ("Granå kommun", date(2026, 11, 12), ())


def test_a_form_of_another_version_is_told_and_placed() -> None:
    other = replace(sent(), run=replace(sent().run, outcomes=(replace(sent().run.outcomes[0], sha256="0" * 64),)))
    data = changed(fill_in, render_form_docx(other, "sv", Calendar()))
    assert told(data).foreign
    assert shown(told(data)) == expected()


def test_tracked_changes_and_comments_are_all_in_a_view() -> None:
    def work(paper: Paper) -> None:
        fill_in(paper, ANSWERS[2:3])
        goal, other = rows(paper, "Effektmål 2A")[0], rows(paper, "Effektmål 1A")[0]
        track(goal.cells[3].paragraphs[0], "w:ins", 2)
        track(other.cells[1].paragraphs[0], "w:ins", 1)
        track(paper.tables[0].rows[1].cells[1].paragraphs[0], "w:ins", 1)
        paper.add_comment(other.cells[1].paragraphs[1].runs, "Bra mål.", "Bo Ek", "BE")
        paper.add_comment(paper.paragraphs[0].runs, "Bra blankett.", "Bo Ek", "BE")

    data = changed(work)
    answer = told(data)
    assert (answer.revisions, answer.comments) == (4, 2)
    assert sum(said.marks for said in answer.said) == 4
    assert sum(said.comments for said in answer.said) == 2
    assert [(said.kind, said.way, said.spot, said.marks, said.comments, said.why) for said in answer.said] == [
        ("question", "form", SPOTS["2A"], 2, 0, None),
        ("formatting", "tracked", None, 2, 0, "no-place"),
        ("comment", "comment", SPOTS["1A"], 0, 1, None),
        ("comment", "comment", None, 0, 1, "no-place"),
    ]
    beside, comment = answer.said[1], answer.said[2]
    assert beside.text == "Spårade ändringar i blanketten som inte hör till någon synpunkt."
    assert (beside.author, comment.author, comment.text) == ("Kim Ek", "Bo Ek", "Bra mål.")
    assert beside.quote == "Tallviks kommun … Effektmål 1A"


def track(paragraph: object, tag: str, pieces: int) -> None:
    """Mark a paragraph's words as tracked, in so many elements."""
    root = xml(paragraph)
    (run,) = root.findall(qn("w:r"))
    (text,) = run.findall(qn("w:t"))
    words, step = text.text, max(1, len(text.text) // pieces)
    for index in range(pieces):
        change, part, piece = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:t")
        change.set(qn("w:id"), str(id(change) % 10**6))
        change.set(qn("w:author"), "Kim Ek")
        change.set(qn("w:date"), "2026-11-20T10:00:00Z")
        piece.text = words[index * step : None if index == pieces - 1 else (index + 1) * step]
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        part.append(piece)
        change.append(part)
        root.append(change)
    root.remove(run)


def test_without_what_is_marked_comments_are_told_all_the_same() -> None:
    def work(paper: Paper) -> None:
        paper.add_comment(rows(paper, "Effektmål 1A")[0].cells[1].paragraphs[0].runs, "Bra.", "Bo Ek", "BE")

    answer = read_form(word.read(changed(work)), sent())
    assert (one(answer).spot, one(answer).text, answer.comments) == (SPOTS["1A"], "Bra.", 1)


def test_a_repeated_head_is_no_view() -> None:
    def work(paper: Paper) -> None:
        row = rows(paper, "Effektmål 1A")[0]
        xml(row).addprevious(xml(opened(saved(paper)).tables[1].rows[0]))
        fill(row, "", "Bra.", "")

    assert shown(told(changed(work))) == [("Effektmål 1A", "statement", "Bra.", "")]


def test_a_view_in_the_column_of_kinds_is_one() -> None:
    def write(paper: Paper) -> None:
        for name, words in (("Effektmål 2A", "Målet är alldeles för högt."), ("Effektmål 2B", "Fråga: vem ska mäta?")):
            rows(paper, name)[0].cells[2].text = words

    assert [(said.kind, said.spot, said.text) for said in told(changed(write)).said] == [
        ("statement", SPOTS["2A"], "Målet är alldeles för högt."),
        ("question", SPOTS["2B"], "Fråga: vem ska mäta?"),
    ]


def test_a_row_that_is_only_filled_says_nothing_but_of_the_whole_plan() -> None:
    def write(paper: Paper) -> None:
        for name, words in (
            ("Planen som helhet", "Inga synpunkter."), ("Effektmål 2A", "Ingen synpunkt"), ("Effektmål 2B", "–"),
        ):  # fmt: skip
            rows(paper, name)[0].cells[3].text = words

    answer = told(changed(write))
    assert [(said.spot, said.text) for said in answer.said] == [(sent().spots[0], "Inga synpunkter.")]
    assert answer.asides == (Aside("Ingen synpunkt"),)


def test_a_row_about_what_the_plan_has_not_tells_what_it_named() -> None:
    def write(paper: Paper) -> None:
        row = rows(paper, "Effektmål 2A")[0]
        for column, words in ((0, ""), (1, "Bredbandet"), (3, "Vem betalar?")):
            row.cells[column].text = words

    (said,) = told(changed(write)).said
    assert (said.spot, said.why, said.quote, said.text) == (None, "not-found", "Bredbandet", "Vem betalar?")
