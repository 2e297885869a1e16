"""What late answers bring to a table: new rows, numbered on, which say which rows are alike and which contradict."""

from __future__ import annotations

from dataclasses import replace

from planlint.consult.cells import identify, told_cells
from planlint.consult.update import late_entries
from planlint.model.consultation import Compilation, Entry
from planlint.model.filled import FilledTable
from planlint.report.consultation.compilation_docx import render_compilation_docx
from tests.consult.filled import FIRST, LATE, LATE_VIEWS, VIEWS, compiled
from tests.consult.filling import table_of

BLANK = table_of(render_compilation_docx(FIRST, "sv"))


def brief(entries: tuple[Entry, ...]) -> list[tuple[int, tuple[str, ...], str, tuple[int, ...], int | None]]:
    return [
        (each.number, each.respondents, each.said.text or each.said.proposal, each.against, each.like)
        for each in entries
    ]


NEW = [
    (7, ("Sjöbo län",), "Planen är bra.", (), 1),
    (8, ("Sjöbo län",), "Kortare inledning.", (), None),
    (9, ("Sjöbo län",), "Lägg till klimat.", (), None),
    (10, ("Sjöbo län",), "De flesta hänger med.", (3, 4), None),
]


def without(table: FilledTable, *numbers: str) -> FilledTable:
    return replace(table, rows=tuple(row for row in table.rows if row.number not in numbers))


def test_nothing_is_late_where_the_table_has_everything() -> None:
    assert late_entries(FIRST, BLANK) == ()


def test_late_views_are_numbered_on_in_the_order_of_the_plan() -> None:
    late = late_entries(LATE, BLANK)
    assert brief(late) == NEW
    assert [each.id for each in late] == [identify(told_cells(each, "sv")) for each in late]


def test_only_the_late_file_may_be_named() -> None:
    alone = compiled([(view, ("Sjöbo län",)) for view, holders in LATE_VIEWS if "Sjöbo län" in holders])
    assert brief(late_entries(alone, BLANK)) == [*NEW[:3], (10, ("Sjöbo län",), "De flesta hänger med.", (), None)]


def test_late_views_can_contradict_each_other() -> None:
    views = [*LATE_VIEWS, (replace(LATE_VIEWS[3][0], proposal="Ingen hänger med."), ("Ås",))]
    late = late_entries(compiled(views, against=[(3, len(views) - 1), (5, len(views) - 1)]), BLANK)
    assert [(each.number, each.against) for each in late if each.against] == [(10, (11,)), (11, (3, 10))]


def test_one_who_holds_a_view_together_with_others_late() -> None:
    views = [(VIEWS[1][0], ("Nordvik", "Sjöbo", "Ås"))]
    late = late_entries(compiled(views), BLANK)
    assert brief(late) == [(7, ("Sjöbo", "Ås"), "Nämn regionen.", (), 2)]
    assert late[0].id == identify(("Sjöbo; Ås", "1 Inledning", "Kommentar", *told_cells(late[0], "sv")[3:]))


def test_a_deleted_row_comes_back_with_its_number() -> None:
    late = late_entries(LATE, without(BLANK, "2", "6"))
    assert brief(late) == [
        (2, ("Nordvik",), "Nämn regionen.", (), None),
        (6, ("Nordvik",), "Se bilagan.", (), None),
        *NEW,
    ]
    assert [each.id for each in late[:2]] == [FIRST.entries[1].id, FIRST.entries[5].id]


def test_a_row_that_was_altered_does_not_come_back() -> None:
    row = BLANK.rows[1]
    altered = replace(row, told=(*row.told[:4], "Regionen!", row.told[5]))
    assert late_entries(FIRST, replace(BLANK, rows=(BLANK.rows[0], altered, *BLANK.rows[2:]))) == ()


def test_the_same_words_in_other_case_are_no_new_view() -> None:
    louder = [(replace(VIEWS[1][0], text="NÄMN REGIONEN"), ("Nordvik",)), VIEWS[0], *VIEWS[2:]]
    assert late_entries(compiled(louder), BLANK) == ()


def test_a_name_that_is_part_of_another_is_not_taken_for_it() -> None:
    late = late_entries(compiled([(VIEWS[0][0], ("Vinåker", "Nord"))]), BLANK)
    assert brief(late) == [(7, ("Nord",), "Planen är bra.", (), 1)]


def test_rows_added_by_hand_take_no_number_from_late_views() -> None:
    own = replace(BLANK.rows[0], number="12", id="", told=("Ås", "", "", "", "Ringde.", ""))
    assert brief(late_entries(LATE, replace(BLANK, rows=(*BLANK.rows, own))))[0][0] == 7


def test_late_views_are_worded_in_the_tables_language() -> None:
    made = compiled(VIEWS, language="en")
    table = table_of(render_compilation_docx(made, "en"))
    expected: Compilation = LATE
    late = late_entries(expected, table)
    assert [each.number for each in late] == [7, 8, 9, 10]
    assert [each.id for each in late] == [identify(told_cells(each, "en")) for each in late]


def test_a_mistyped_number_does_not_raise_those_that_come() -> None:
    rows = (replace(BLANK.rows[0], number="9"), replace(BLANK.rows[1], number="9" * 5_000), *BLANK.rows[2:])
    late = late_entries(LATE, replace(BLANK, rows=rows))
    assert [each.number for each in late] == [7, 8, 10, 11]
