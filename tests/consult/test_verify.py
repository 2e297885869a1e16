"""What lacks in a filled-in compilation, row by row, and where it differs from the answers."""

from __future__ import annotations

from dataclasses import replace

from planlint.consult.cells import digest_of
from planlint.consult.verify import digest_start, fails, verify
from planlint.model.consultation import Compilation
from planlint.model.filled import TOLD, FilledRow, FilledTable, Standpoint
from planlint.model.shortfall import Shortfall
from planlint.report.consultation.compilation_docx import render_compilation_docx
from tests.consult.filled import FIRST, LATE, VIEWS, compiled, said
from tests.consult.filling import kinds, table_of

BLANK = table_of(render_compilation_docx(FIRST, "sv"))


def with_row(table: FilledTable, index: int, **changes: object) -> FilledTable:
    rows = list(table.rows)
    rows[index] = replace(rows[index], **changes)  # type: ignore[arg-type]
    return replace(table, rows=tuple(rows))


def said_of(row: FilledRow, column: str, words: str) -> tuple[str, ...]:
    at = TOLD.index(column)
    return (*row.told[:at], words, *row.told[at + 1 :])


def filled(standpoint: Standpoint = "met") -> FilledTable:
    rows = (replace(row, standpoint=standpoint, standpoint_words=standpoint, reason="Därför.") for row in BLANK.rows)
    return replace(BLANK, rows=tuple(rows))


DONE = filled()


def test_a_table_that_is_done_lacks_nothing() -> None:
    for standpoint in ("met", "partly", "not-met", "noted"):
        assert verify(filled(standpoint), None) == ()
        assert verify(filled(standpoint), FIRST) == ()


def test_every_row_has_a_standpoint() -> None:
    assert verify(with_row(DONE, 1, standpoint=None, standpoint_words=""), None) == (
        Shortfall("no-standpoint", "2", FIRST.entries[1].id, "1 Inledning", "tabell 7, rad 2", view="Nämn regionen."),
    )
    assert verify(with_row(DONE, 3, standpoint=None, standpoint_words="nja"), None) == (
        Shortfall(
            "unknown-standpoint", "4", FIRST.entries[3].id, "2.1 Digital kompetens", "tabell 8, rad 3", "nja",
            "Alla bör hänga med.",
        ),
    )  # fmt: skip


def test_what_is_not_met_has_a_reason_and_what_is_met_in_part_should() -> None:
    table = with_row(with_row(DONE, 0, standpoint="not-met", reason=""), 1, standpoint="partly", reason="")
    found = verify(with_row(with_row(table, 2, reason=""), 3, standpoint="noted", reason=""), None)
    assert kinds(found) == [("no-reason", "1"), ("no-reason-partly", "2")]
    assert list(map(fails, found)) == [True, False]


def test_a_row_that_does_not_say_what_it_said() -> None:
    for column in TOLD:
        table = with_row(DONE, 4, told=said_of(DONE.rows[4], column, "Något annat"))
        assert kinds(verify(table, None)) == [("altered-row", "5")]
        assert kinds(verify(table, FIRST)) == [("altered-row", "5")]
    spaced = with_row(DONE, 4, told=said_of(DONE.rows[4], "view", "  När? \n\n Vem\u00a0svarar?\u200b "))
    assert verify(spaced, FIRST) == ()
    lost = with_row(DONE, 4, id="")
    assert kinds(verify(lost, None)) == [("altered-row", "5")]


def test_rows_that_are_gone() -> None:
    table = replace(DONE, rows=(DONE.rows[0], DONE.rows[4]))
    assert verify(table, None) == (Shortfall("missing-row", words="2–4, 6"),)
    found = verify(table, FIRST)
    assert [(each.kind, each.element, each.words, each.view) for each in found[1:]] == [
        ("missing-view", "1 Inledning", "Nordvik", "Nämn regionen."),
        ("missing-view", "2.1 Digital kompetens", "Vinåker", "Alla kan hänga med."),
        ("missing-view", "2.1 Digital kompetens", "Nordvik", "Alla bör hänga med."),
        ("missing-view", "Inte placerad", "Nordvik", "Se bilagan."),
    ]


def test_a_number_that_was_changed_is_no_row_that_is_gone() -> None:
    mistyped = with_row(DONE, 2, number="99")
    assert verify(mistyped, None) == (Shortfall("changed-number", words="3"),)
    gone = replace(mistyped, rows=mistyped.rows[1:])
    assert verify(gone, None) == (Shortfall("missing-row", words="1, 3"),)


def test_tracked_changes_in_the_table_are_told_and_fail_nothing() -> None:
    found = verify(replace(DONE, revisions=12), None)
    assert found == (Shortfall("tracked-changes", words="12"),)
    assert not any(map(fails, found))


def test_another_plan_is_told_before_what_comes_of_it() -> None:
    assert DONE.plan is not None
    other = with_row(replace(DONE, plan=replace(DONE.plan, digest="0" * 16)), 0, standpoint=None, standpoint_words="")
    assert [each.kind for each in verify(other, FIRST)] == ["changed-plan", "no-standpoint"]


def test_a_row_that_is_there_twice() -> None:
    table = replace(DONE, rows=(*DONE.rows, DONE.rows[2]))
    assert kinds(verify(table, None)) == [("double-row", "3"), ("double-row", "3")]


def test_views_that_read_alike_are_not_the_same_row_twice() -> None:
    twins = compiled([(said("Inledning", "Stryk."), ("Nordvik",)), (said("Inledning", "Stryk."), ("Nordvik",))])
    table = table_of(render_compilation_docx(twins, "sv"))
    assert table.rows[0].id == table.rows[1].id
    assert kinds(verify(table, twins)) == [("no-standpoint", "1"), ("no-standpoint", "2")]
    short = replace(table, rows=table.rows[:1], views=1, digest=digest_of([table.rows[0].id]))
    assert kinds(verify(short, twins)) == [("no-standpoint", "1"), ("missing-view", "")]


def test_a_row_that_was_added_by_hand_is_told_and_needs_a_standpoint() -> None:
    own = replace(DONE.rows[0], number="", id="", told=("Sjöbo", "", "", "", "Ringde.", ""), where="tabell 6, rad 3")
    found = verify(replace(DONE, rows=(*DONE.rows, own)), FIRST)
    assert found == (Shortfall("own-row", where="tabell 6, rad 3", view="Ringde."),)
    assert not fails(found[0])
    bare = replace(own, standpoint=None, standpoint_words="")
    assert kinds(verify(replace(DONE, rows=(*DONE.rows, bare)), None)) == [("own-row", ""), ("no-standpoint", "")]


def test_the_line_with_the_digest() -> None:
    assert verify(replace(DONE, digest="", views=0), None) == (Shortfall("no-digest"),)
    assert verify(replace(DONE, digest="", views=0), FIRST) == ()
    assert verify(replace(DONE, digest="0" * 16), None) == (Shortfall("other-digest", words="0" * 16),)


def test_columns_that_are_gone() -> None:
    table = replace(with_row(DONE, 0, told=said_of(DONE.rows[0], "quote", "x")), lacking=("quote", "reason"))
    assert verify(table, None) == (
        Shortfall("missing-column", words="quote"), Shortfall("missing-column", words="reason"),
    )  # fmt: skip


def test_late_answers_are_missing_views() -> None:
    found = verify(DONE, LATE)
    assert [(each.kind, each.element, each.words, each.view) for each in found] == [
        ("missing-view", "Planen som helhet", "Sjöbo län", "Planen är bra."),
        ("missing-view", "1 Inledning", "Sjöbo län", "Kortare inledning."),
        ("missing-view", "2 Fokusområden", "Sjöbo län", "Lägg till klimat."),
        ("missing-view", "2.1 Digital kompetens", "Sjöbo län", "De flesta hänger med."),
    ]


def test_files_that_are_others_or_not_at_hand() -> None:
    nordvik, vinaker = FIRST.answers
    moved = replace(FIRST, answers=(replace(nordvik, path="andra/mappen.docx"), vinaker))
    assert verify(DONE, moved) == ()
    changed = replace(FIRST, answers=(replace(nordvik, path="annan/Nordvik.docx", sha256="f" * 64), vinaker))
    assert verify(DONE, changed) == (Shortfall("changed-file", words="svar/Nordvik.docx"),)
    assert DONE.plan is not None
    other = replace(DONE, plan=replace(DONE.plan, digest="0" * 16))
    assert verify(other, FIRST) == (Shortfall("changed-plan", words="planer/nordvik.md"),)


def test_a_file_that_is_not_at_hand_is_told_once_and_not_for_each_of_its_rows() -> None:
    only = compiled([(view, ("Vinåker",)) for view, holders in VIEWS if "Vinåker" in holders])
    vinaker = replace(only, answers=(FIRST.answers[1],))
    assert verify(DONE, vinaker) == (Shortfall("missing-file", words="svar/Nordvik.docx"),)


def test_a_row_that_no_answer_holds() -> None:
    fewer = compiled([view for index, view in enumerate(VIEWS) if index != 1])
    expected = replace(fewer, answers=FIRST.answers)
    assert verify(DONE, expected) == (
        Shortfall(
            "unknown-view", "2", FIRST.entries[1].id, "1 Inledning", "tabell 7, rad 2", "Nordvik", "Nämn regionen."
        ),
    )
    without: Compilation = replace(compiled([(VIEWS[0][0], ("Nordvik",)), *VIEWS[1:]]), answers=FIRST.answers)
    assert [(each.kind, each.number, each.words) for each in verify(DONE, without)] == [
        ("unknown-view", "1", "Vinåker")
    ]


def test_an_altered_row_still_has_the_view_that_it_had() -> None:
    table = with_row(DONE, 0, told=said_of(DONE.rows[0], "view", "Bra!"))
    late = [(each.kind, each.words) for each in verify(table, LATE) if each.element == "Planen som helhet"]
    assert late == [("altered-row", ""), ("missing-view", "Sjöbo län")]


def test_a_files_digest_as_the_table_states_it() -> None:
    assert digest_start(b"svar") == "036b300b9ee45218"
