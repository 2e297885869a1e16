"""The account in brief, and what is told of any account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from planlint.model.consultation import Calendar
from planlint.report.consultation.account_said import MOST_LINES, tell_said
from planlint.report.consultation.account_text import MOST, render_account_text
from planlint.report.consultation.account_told import HEADS, ORDER, tell_account
from planlint.report.page import Page
from tests.report.consultation import accounts
from tests.report.consultation.compilations import HAMN, HED, HOSTILE, SKOG, VIK

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_that_is_told(language: str, golden: Golden) -> None:
    page = Page("sv" if language == "sv" else "en")
    golden(f"account.{language}.txt", render_account_text(accounts.treatment(), page))


def test_nothing_to_do() -> None:
    said = " ".join(render_account_text(accounts.calm(), Page("sv")).split())
    fine = "Alla synpunkter har ett ställningstagande som stämmer med planen, så långt det går att se."
    assert said.endswith(f"hör ihop med synpunkter. {fine}")
    assert render_account_text(accounts.nothing(), Page("sv")).endswith(
        "Ändringar i planen: 0, varav 0 hör ihop med synpunkter.\n"
    )


def test_long_lists_are_cut() -> None:
    many = accounts.many(2 * (MOST + 3))
    views = tuple(replace(view, row=replace(view.row, reason="")) for view in many.views)
    text = render_account_text(replace(many, views=views), Page("sv"))
    assert f"utan motivering: skriv varför i sammanställningen ({MOST + 3})" in " ".join(text.split())
    assert text.count("Citat") + text.count("Vi föreslår") == MOST
    assert "  … och 3 till\n" in text


def test_hostile_words_steer_nothing() -> None:
    text = render_account_text(accounts.hostile(), Page("sv"))
    assert not set(text) & set("\x1b\x00\u202e\u2066\u200b\ud800\ufffe")
    assert max(map(len, text.splitlines())) <= 80


def test_the_head_and_the_counts() -> None:
    told = tell_account(accounts.treatment(), accounts.CALENDAR, 60)
    assert [(label.sv, value.sv) for label, value in told.facts] == [
        ("Version som skickades på remiss", "plan.md"),
        ("Version efter remissen", "plan.md"),
        ("Sista svarsdag", "2026-11-27"),
        ("Ansvarig för remissen", "Ylva Norlander"),
        ("Antal synpunkter", "13"),
    ]
    assert told.respondents == (HAMN, SKOG, HED, VIK)
    assert (len(HEADS), len(told.counts)) == (len(ORDER) + 1,) * 2
    assert told.counts == (5, 1, 4, 1, 2, 13)
    assert tuple(map(sum, zip(*(each.counts for each in told.chapters), strict=True))) == told.counts
    assert told.columns == (0, 1, 2, 3, 4, 5)
    assert tell_account(accounts.calm(), Calendar(), 60).columns == (0, 1, 2, 3, 5)
    assert [label.sv for label, _ in tell_account(accounts.calm(), Calendar(), 60).facts][2:] == ["Antal synpunkter"]


def test_only_the_file_s_name_is_told() -> None:
    whole = accounts.treatment()
    (outcome,) = whole.comparison.old.outcomes
    run = replace(whole.comparison.old, outcomes=(replace(outcome, path="C:\\hemligt\\remiss/plan.docx"),))
    told = tell_account(replace(whole, comparison=replace(whole.comparison, old=run)), Calendar(), 60)
    assert told.facts[0][1].sv == "plan.docx"


def test_changes_and_views_name_each_other() -> None:
    told = tell_account(accounts.treatment(), Calendar(), 60)
    views = {view.index: view for chapter in told.chapters for view in chapter.views}
    ties = {
        (each.index, tie.view, tie.says.sv, tie.bond.sv)
        for chapter in told.tied
        for each in chapter.made
        for tie in each.ties
    }
    assert {(view, says, bond) for _, view, says, bond in ties} == {
        (1, f"Synpunkt nr 2 ({SKOG})", "samma avsnitt"),
        (2, f"Synpunkt nr 3 ({HAMN})", "samma ord"),
        (3, f"Synpunkt nr 4 ({HED}; {SKOG})", "samma avsnitt"),
        (6, f"Synpunkt nr 7 ({SKOG})", "samma ord"),
        (9, f"Synpunkt nr 10 ({HAMN})", "samma ord"),
    }
    led_to = {(each.change, view.index) for view in views.values() for each in view.changes if each.change is not None}
    assert led_to == {(change, view) for change, view, _, _ in ties}
    assert [each.says.sv for each in views[12].changes] == [
        "Begrepp E-tjänst: skiljetecken, stora bokstäver eller mellanrum (samma ord)"
    ]
    assert told.editorial
    assert told.editorial.sv == "Dessutom är skiljetecken, stora bokstäver eller mellanrum ändrade på 1 ställe."


def test_what_is_doubtful_is_not_told_as_so() -> None:
    whole = accounts.treatment()
    doubtful = [index for index, view in enumerate(whole.views) if view.doubt == "despite"]
    assert doubtful == [7]
    told = tell_account(whole, Calendar(), 60)
    assert not {tie.view for chapter in told.tied for each in chapter.made for tie in each.ties} & set(doubtful)
    (view,) = (each for chapter in told.chapters for each in chapter.views if each.index in doubtful)
    assert (view.changes, view.verdict.sv) == ((), "Tillgodoses inte")


def test_reasons_that_are_the_same_are_told_once() -> None:
    told = tell_account(accounts.treatment(), Calendar(), 60)
    unmet = [([view.number for view in each.views], each.respondents, each.reason) for each in told.unmet]
    assert unmet == [
        (["5", "6"], HED, ("Sex av sju verksamheter klarar redan 14 dagar.", "Ett svagare mål skulle inte märkas.")),
        (["8"], VIK, ("Handledare behövs.",)),
        (["12"], SKOG, ()),
    ]
    assert [[view.number for view in each.views] for each in told.partly] == [["4"]]


def test_late_rows_are_told_in_their_chapters() -> None:
    late = accounts.row(14, HED, "1 Sammanfattning", "Kommentar", view="Bra!")
    whole = accounts.treat(*accounts.rows(), late)
    told = tell_account(whole, Calendar(), 60)
    assert next([view.number for view in each.views] for each in told.chapters if each.plans) == ["2", "14"]


def test_what_a_view_says_line_by_line() -> None:
    def said(
        kind: str = "Kommentar", *, quote: str = "", view: str = "", proposal: str = ""
    ) -> list[tuple[str, list[tuple[str, str]]]]:
        lines = tell_said(accounts.row(1, HAMN, "2A", kind, quote=quote, view=view, proposal=proposal))
        return [
            (line.lead.sv if line.lead else "", [(each.kind, each.words) for each in line.pieces]) for line in lines
        ]

    assert said("Stöd") == [("", [("same", "Stöd")])]
    assert said(quote="i maj", view="Varför?\n\nNär?") == [
        ("Om orden:", [("same", "”i maj”")]),
        ("", [("same", "Varför?")]),
        ("", [("same", "När?")]),
    ]
    assert said("Strykning", quote="Ett\nTvå") == [("Strykning:", [("gone", "Ett")]), ("", [("gone", "Två")])]
    assert said(quote="i maj", proposal="i juni") == [
        ("Ändring av orden:", [("same", "i"), ("gone", "maj"), ("new", "juni")])
    ]
    assert said(view="Nytt mål", proposal="Ett\nTvå")[1:] == [("Förslag:", [("new", "Ett")]), ("", [("new", "Två")])]
    assert said(view="rad\n" * (MOST_LINES + 2))[-1] == ("… och 2 till", [])
    assert all(len(words) < 5_000 for _, pieces in said(quote=HOSTILE * 900) for _, words in pieces)
