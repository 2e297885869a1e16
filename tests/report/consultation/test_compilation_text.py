"""The compilation in brief, and what is told of any compilation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planlint.consult.cells import name_spot
from planlint.model.comparison import FindingChanges
from planlint.model.consultation import Calendar, Compilation, Entry, Trial
from planlint.report.consultation.compilation_clashes import order_clashes
from planlint.report.consultation.compilation_text import MOST, render_compilation_text, render_update_text
from planlint.report.consultation.compilation_told import compare_words, list_numbers, tell
from planlint.report.consultation.compilation_trials import tell_trials
from planlint.report.page import Page
from tests.report.consultation.compilations import HAMN, HED, SHOWN, SKOG, many, trials

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_told(compilation: Compilation, language: str, golden: Golden) -> None:
    page = Page("sv" if language == "sv" else "en")
    golden(f"compilation.{language}.txt", render_compilation_text(compilation, page))


def test_long_lists_are_cut() -> None:
    whole = many(60)
    entries = tuple(replace(each, against=(each.number % 60 + 1,)) for each in whole.entries)
    text = render_compilation_text(replace(whole, entries=entries), Page(width=300))
    assert text.count("(Strider mot nr") == MOST
    assert "Förslag som strider mot varandra (60)" in text
    assert "… och 40 till" in text
    assert "Kommun 19 2" not in text


def test_hostile_words_are_words(hostile: Compilation) -> None:
    text = render_compilation_text(hostile, Page(width=200))
    assert not set(text) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    assert SHOWN[-40:] in text
    assert len(text) < 20_000


def entry(number: int, *against: int) -> Entry:
    return replace(many(1).entries[0], number=number, against=against)


def test_rivals_stand_side_by_side() -> None:
    rows = (entry(1), entry(2, 9), entry(3, 4), entry(4, 3, 7), entry(5), entry(7, 4), entry(9, 2))
    assert [each.number for each in order_clashes(rows)] == [2, 9, 3, 4, 7]


def test_a_row_that_is_not_there_contradicts_nothing() -> None:
    assert [each.number for each in order_clashes((entry(1, 8), entry(2, 1)))] == [1, 2]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [((3,), "3"), ((3, 7), "3, 7"), (tuple(range(1, 22)), f"{', '.join(map(str, range(1, 21)))}, …")],
)
def test_numbers(numbers: tuple[int, ...], told: str) -> None:
    assert list_numbers(numbers) == told


def test_equal_findings_are_told_once_with_all_whose_changes_bring_them_about() -> None:
    told = tell_trials(trials(), "sv")
    assert [each.remark.severity for each in told.introduced] == ["error", "error", "warning", "info"]
    assert [(each.remark.rule, each.whose, each.together) for each in told.introduced] == [
        ("PL205", (HED, HAMN), True),
        ("PL304", (HAMN, SKOG), True),
        ("PL401", (SKOG,), True),
        ("PL310", (SKOG,), False),
    ]
    assert told.counts == {"new": 3, "gone": 0, "left": 1}
    assert (told.sent, told.contradicted) == (1, (6, 7, 8))


def test_a_finding_that_comes_only_of_everyones_changes_and_one_that_goes() -> None:
    whole = trials()
    assert whole.together is not None
    new = whole.together.findings.new
    changes = FindingChanges(new[:1], (new[1].finding,), ())
    told = tell_trials(
        replace(whole, each=(Trial(HED, FindingChanges((), (new[1].finding,))),), together=Trial("", changes), by={}),
        "sv",
    )
    assert [(each.whose, each.together, each.remark.cause is None) for each in told.introduced] == [((), True, False)]
    assert [(each.whose, each.together, each.remark.cause) for each in told.solved] == [((HED,), True, None)]


def test_nothing_is_late_where_no_day_is_known(compilation: Compilation) -> None:
    assert len(tell(compilation).late) == 1
    assert tell(replace(compilation, calendar=Calendar())).late == ()
    assert tell(replace(compilation, calendar=Calendar(last_day=date(2026, 12, 2)))).late == ()
    assert len(tell(replace(compilation, calendar=Calendar(last_day=date(2026, 11, 19)))).late) == 4


def test_words_that_differ_are_told_apart_and_no_space_is_lost() -> None:
    both = compare_words("Planen kostar 900\xa0000 kronor om året", "Planen kostar 800\xa0000 kronor om året")
    assert {side: [(each.kind, each.words) for each in pieces] for side, pieces in both.items()} == {
        "gone": [("same", "Planen kostar"), ("gone", "900\xa0000"), ("same", "kronor om året")],
        "new": [("same", "Planen kostar"), ("new", "800\xa0000"), ("same", "kronor om året")],
    }


@pytest.mark.parametrize(
    ("quote", "proposal"),
    [("", "nytt"), ("ord", ""), ("två  mellanslag", "två mellanslag"), ("en\nrad", "en rad"), ("helt", "annat")],
)
def test_words_that_cannot_be_held_together(quote: str, proposal: str) -> None:
    assert compare_words(quote, proposal) == {}


def test_what_an_anonymised_compilation_cannot_count_is_not_counted(compilation: Compilation) -> None:
    told = {count.name.sv for count in tell(compilation).numbers}
    left_out = told - {count.name.sv for count in tell(replace(compilation, anonymous=True)).numbers}
    assert left_out == {"Stycken som inte är synpunkter, till exempel hälsningar (visas inte)"}


def test_what_late_answers_brought() -> None:
    entries = (entry(7), entry(8), entry(9, 2))
    text = render_update_text(
        {Path("s.docx"): entries, Path("s.xlsx"): ()}, replace(many(1), answers=(), invited=()), Page(width=400)
    )
    assert text == (
        "s.docx: 3 nya rader, nr 7–9.\n"
        f"  Nr 9 {entry(9).respondents[0]}, {name_spot(entry(9).said.spot, 'sv')}: kommentar (Strider mot nr 2)\n"
        "s.xlsx: Inget nytt.\n"
        "\n"
        "De rader som fanns är orörda: att en gammal rad strider mot en ny står bara på den nya. Listan över "
        "motsägelser och vad ändringarna gör med planen är också som förut. Gör en ny sammanställning i en annan fil "
        "för att se dem.\n"
    )
