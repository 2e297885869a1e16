"""Late answers taken into the very document that people are filling in."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planlint import word
from planlint.consult.cells import digest_of
from planlint.consult.table.counts import find_counts
from planlint.consult.table.docx import lay_out_document
from planlint.consult.update import late_entries
from planlint.consult.verify import verify
from planlint.errors import InputError
from planlint.model.consultation import Answer, Compilation, Invited
from planlint.model.outcome import Trouble
from planlint.report.consultation.compilation_docx import render_compilation_docx
from planlint.report.consultation.update_docx import update_docx
from tests.consult.filled import FIRST, LATE, LATE_VIEWS, VIEWS, compiled, said
from tests.consult.filling import REASON, Opened, choose, in_word, kinds, row, rows, table_of, tables, type_in
from tests.office.validators import audit, integrity

MADE = render_compilation_docx(FIRST, "sv")


def updated(data: bytes, compilation: Compilation = LATE) -> bytes:
    table = table_of(data)
    return update_docx(data, table, compilation, late_entries(compilation, table))


def opened(data: bytes) -> Opened:
    return docx.Document(BytesIO(data))


def elements(data: bytes) -> list[bytes]:
    """Every row with a number, in canonical XML."""
    return [etree.tostring(each, method="c14n", exclusive=True) for _, each in rows(opened(data))]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_new_rows_stand_last_in_the_table_of_their_chapter() -> None:
    table = table_of(updated(MADE))
    assert [(each.number, each.where) for each in table.rows] == [
        ("1", "tabell 6, rad 2"), ("7", "tabell 6, rad 3"),
        ("2", "tabell 7, rad 2"), ("8", "tabell 7, rad 3"),
        ("3", "tabell 8, rad 2"), ("4", "tabell 8, rad 3"), ("9", "tabell 8, rad 4"), ("10", "tabell 8, rad 5"),
        ("5", "tabell 9, rad 2"),
        ("6", "tabell 10, rad 2"),
    ]  # fmt: skip
    assert table.rows[7].told == (
        "Sjöbo län", "2.1 Digital kompetens", "Ändrad lydelse", "Alla ska hänga med.", "", "De flesta hänger med.",
    )  # fmt: skip
    assert {kind for kind, _ in kinds(verify(table, LATE))} == {"no-standpoint"}


def test_a_new_row_looks_as_those_that_planlint_wrote() -> None:
    new = updated(MADE)
    fresh = {
        each: etree.tostring(element, encoding="unicode")
        for each, element in rows(opened(render_compilation_docx(FIRST, "sv")))
    }
    made = etree.tostring(row(opened(new), 7), encoding="unicode")
    assert [len(cell.findall(qn("w:p"))) for cell in row(opened(new), 7).findall(qn("w:tc"))] == [
        2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1,
    ]  # fmt: skip
    for mark in ("Tabelltextliten", "Tabellmärke", "Platshållare", "w:cantSplit", "w:dropDownList"):
        assert mark in made
        assert mark in fresh["1"]
    assert "Tabellanmärkning" in made
    assert 'w:val="Ställningstagande till nr 7"' in made
    ids = [each.get(qn("w:val")) for each in opened(new).element.body.iter(qn("w:id"))]
    assert len(ids) == len(set(ids)) == 10


def test_remarks_tell_what_is_alike_and_what_contradicts() -> None:
    document = opened(updated(MADE))
    told = {
        number: ["".join(text.text for text in paragraph.iter(qn("w:t"))) for paragraph in
                 row(document, number).findall(qn("w:tc"))[3].findall(qn("w:p"))]
        for number in (7, 8, 10)
    }  # fmt: skip
    assert told == {
        7: ["Kommentar", "Samma som nr 1"],
        8: ["Kommentar"],
        10: ["Ändrad lydelse", "Strider mot nr 3, 4"],
    }


def test_files_counts_and_the_digest_are_brought_up_to_date() -> None:
    new = updated(MADE)
    table = table_of(new)
    assert [(each.respondents, each.path, each.views) for each in table.basis] == [
        ("Nordvik", "svar/Nordvik.docx", 4),
        ("Vinåker", "svar/Vinåker.docx", 3),
        ("Sjöbo län", "svar/Sjöbo län.docx", 4),
    ]
    assert (table.views, table.digest) == (10, digest_of(each.id for each in table.rows))
    counted = [(each.counted, each.label, each.number) for each in find_counts(lay_out_document(word.read(new)))]
    assert counted == [
        ("numbers", "Svar (filer)", 3),
        ("numbers", "Remissinstanser som har svarat", 3),
        ("numbers", "Synpunkter", 10),
        ("numbers", "Synpunkter som inte är placerade", 1),
        ("numbers", "Förslag som strider mot varandra", 3),
        ("numbers", "Stycken som inte är synpunkter, till exempel hälsningar (visas inte)", 0),
        ("by-kind", "Kommentar", 7),
        ("by-kind", "Ändrad lydelse", 3),
        ("by-respondent", "Nordvik", 4),
        ("by-respondent", "Vinåker", 3),
        ("by-respondent", "Sjöbo län", 4),
        ("by-chapter", "Planen som helhet", 2),
        ("by-chapter", "1 Inledning", 2),
        ("by-chapter", "2 Fokusområden", 4),
        ("by-chapter", "3 Insatser", 1),
        ("by-chapter", "Inte placerade", 1),
    ]


def test_the_same_answers_once_more_change_nothing() -> None:
    new = updated(MADE)
    assert updated(new) == new
    assert updated(MADE, FIRST) == MADE


def test_a_chapter_without_a_table_gets_one_in_its_place() -> None:
    few = compiled([VIEWS[1], VIEWS[4]])
    new = updated(render_compilation_docx(few, "sv"))
    document = opened(new)
    titles = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert titles[titles.index("Planen som helhet") :] == [
        "Planen som helhet", "1 Inledning", "2 Fokusområden", "3 Insatser", "Inte placerade",
    ]  # fmt: skip
    assert [each.number for each in table_of(new).rows] == ["3", "1", "4", "5", "6", "7", "8", "2", "9"]
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables[-6:-1]]
    assert len({tuple(head) for head in heads}) == 1
    captions = [each.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) for each in tables(document)]
    assert captions == [f"Synpunkter: {title}" for title in titles[-5:]]
    assert all(each.find(f"{qn('w:tr')}//{qn('w:tblHeader')}") is not None for each in tables(document))
    assert updated(new) == new


def test_chapters_that_people_have_put_into_one_table() -> None:
    def merge(document: Opened) -> None:
        first, *others = tables(document)
        for other in others:
            for each in list(other.iter(qn("w:tr")))[1:]:
                first.append(each)
            other.getparent().remove(other)

    few = render_compilation_docx(compiled([VIEWS[0], VIEWS[4]]), "sv")
    new = updated(in_word(few, merge))
    assert len(tables(opened(new))) == 2  # what is not placed comes after all, in a table of its own
    assert [each.number for each in table_of(new).rows] == ["1", "3", "4", "5", "6", "7", "8", "9", "2", "10"]


def test_rows_and_columns_of_their_own_and_tracked_changes_stay() -> None:
    def work(document: Opened) -> None:
        own = deepcopy(row(document, 2))
        row(document, 2).addnext(own)
        for text in own.iter(qn("w:t")):
            text.text = "Muntligt"
        for each in tables(document)[1].iter(qn("w:tr")):
            each.append(deepcopy(each.findall(qn("w:tc"))[9]))
        choose(document, 2, "Noteras")
        change = OxmlElement("w:ins")
        change.set(qn("w:id"), "900")
        change.set(qn("w:author"), "Vera")
        row(document, 2).findall(qn("w:tc"))[REASON].find(qn("w:p")).append(change)
        document.add_comment(document.paragraphs[0].runs, text="Klart?", author="Vera", initials="V")

    mine = in_word(MADE, work)
    new = updated(mine)
    assert [each.number for each in table_of(new).rows][2:5] == ["2", "Muntligt Muntligt", "8"]
    assert len(row(opened(new), 8).findall(qn("w:tc"))) == 12
    assert "w:ins" not in etree.tostring(row(opened(new), 8)).decode()
    before, after = parts(mine), parts(new)
    assert before.pop("word/document.xml") != after.pop("word/document.xml")
    assert before == after


def test_those_who_have_answered_are_no_longer_missing() -> None:
    names = ("Ås", "Sjöbo län", "Torsvik")
    asked = replace(FIRST, invited=tuple(Invited(each, answered=False) for each in names))
    new = opened(updated(render_compilation_docx(asked, "sv")))
    assert [each.text for each in new.paragraphs if each.style.name == "List Bullet"] == ["Ås", "Torsvik"]
    alone = replace(FIRST, invited=(Invited("Sjöbo län", answered=False),))
    new = opened(updated(render_compilation_docx(alone, "sv")))
    assert [each.text for each in new.paragraphs if each.style.name == "List Bullet"] == ["Alla inbjudna har svarat."]


def test_a_file_that_came_in_another_version() -> None:
    nordvik, *others = LATE.answers
    again = replace(LATE, answers=(replace(nordvik, sha256="a" * 64), *others))
    table = table_of(updated(updated(MADE), again))
    assert table.basis[0].digest == "a" * 16
    assert len(table.basis) == 3


def test_a_file_that_cannot_be_read_is_listed_once() -> None:
    trouble = Trouble("damaged", "Filen är skadad.", "The file is damaged.")
    broken = replace(LATE, answers=(*LATE.answers, Answer("svar/Ås.docx", "", (), None, error=trouble)))
    new = updated(MADE, broken)
    assert [(each.respondents, each.path, each.digest) for each in table_of(new).basis][-1] == ("–", "svar/Ås.docx", "")
    assert updated(new, broken) == new
    assert {kind for kind, _ in kinds(verify(table_of(new), broken))} == {"no-standpoint"}


def test_long_views_go_over_pages_and_breaks_stay() -> None:
    late = compiled([*VIEWS, (said("Inledning", "Rad ett.\nRad två.\t" + "ord " * 300), ("Ås",))])
    new = updated(MADE, late)
    assert row(opened(new), 7).find(f".//{qn('w:cantSplit')}") is None
    assert table_of(new).rows[2].told[4].startswith("Rad ett.\nRad två.\tord ord")
    assert kinds(verify(table_of(new), late)) == [("no-standpoint", str(each)) for each in (1, 2, 7, 3, 4, 5, 6)]


def test_an_english_table_stays_english() -> None:
    new = updated(render_compilation_docx(compiled(VIEWS, language="en"), "en"))
    table = table_of(new)
    assert table.language == "en"
    assert table.rows[1].told[1:3] == ("The plan as a whole", "Comment")
    assert {kind for kind, _ in kinds(verify(table, LATE))} == {"no-standpoint"}


def test_a_compilation_without_rows_cannot_be_added_to() -> None:
    with pytest.raises(InputError) as caught:
        updated(render_compilation_docx(compiled([]), "sv"))
    assert caught.value.sv == (
        "Sammanställningen har ingen rad som nya rader kan likna. Gör om den med ”planlint consult compile”."
    )


def test_what_validates_still_does(tmp_path: Path) -> None:
    before, after = tmp_path / "before.docx", tmp_path / "after.docx"
    few = render_compilation_docx(compiled([VIEWS[1], VIEWS[4]]), "sv")
    before.write_bytes(few)
    after.write_bytes(updated(few))
    assert set(audit(after)) <= set(audit(before))
    assert set(integrity(after)) <= set(integrity(before))


STANDPOINTS = ("Tillgodoses", "Tillgodoses delvis", "Tillgodoses inte", "Noteras", "nja")
FILLING = st.dictionaries(
    st.integers(1, 6), st.tuples(st.sampled_from(STANDPOINTS), st.text("abc åäö<&\"'\u00a0=", max_size=20)), max_size=6
)
LATER = st.lists(st.sampled_from(range(len(LATE_VIEWS))), unique=True)


@settings(max_examples=12, deadline=None)
@given(filling=FILLING, later=LATER)
def test_whatever_is_filled_in_and_whatever_comes_late_nothing_filled_in_changes(
    filling: dict[int, tuple[str, str]], later: Sequence[int]
) -> None:
    def fill(document: Opened) -> None:
        for number, (standpoint, reason) in filling.items():
            choose(document, number, standpoint)
            type_in(document, number, REASON, reason)

    mine = in_word(MADE, fill)
    new = updated(mine, compiled([LATE_VIEWS[each] for each in later]))
    kept = elements(new)
    assert [each for each in kept if each in set(elements(mine))] == elements(mine)
    before, after = table_of(mine), {each.number: each for each in table_of(new).rows}
    for each in before.rows:
        assert replace(after[each.number], where=each.where) == each
    assert updated(new, compiled([LATE_VIEWS[each] for each in later])) == new
