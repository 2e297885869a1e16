"""Answers of every form become one table, in the order of the plan; nothing of them is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from planlint.consult import compile as compiling
from planlint.consult.cells import identify, told_cells
from planlint.consult.compile import compile_answers
from planlint.consult.sent import read_sent
from planlint.intake import Source
from planlint.model.consultation import Calendar, Compilation, Entry, Said, Sent, Told
from samples.source.comments import Comments
from samples.source.revisions import Stroke, Tracker
from tests.consult.plans import BOOK
from tests.consult.returned import CONFIG, GRANA, HEDMYRA, TALLVIK, plan, sent, source, strike_section, version

INVITED = ("Tallviks kommun", "Hedmyra kommun", "Granå kommun", "Askeby kommun", "Dalby kommun")
LETTER = """Granå kommun

Yttrande över handlingsplanen

Effektmål 2A: Tio dagar är för kort tid.

Avsnitt 9.9: Saknas i planen.
"""


def tallvik(tracker: Tracker, comments: Comments) -> None:
    tracker.replace(tracker.find("2A: "), "14 dagar", "10 dagar", TALLVIK)
    strike_section(tracker, "Gemensamma e-tjänster", "Förstudie om ett gemensamt", TALLVIK)
    comments.write(
        tracker.find("E-rådet mäter indikatorerna"), "i oktober", TALLVIK, "Mät i september.", (HEDMYRA, "Ja.")
    )


def hedmyra(tracker: Tracker, comments: Comments) -> None:
    tracker.replace(tracker.find("2A: "), "14 dagar", "12 dagar", HEDMYRA)
    tracker.replace(tracker.find("Handlingsplanen har fyra"), "tid och pengar", "tid", HEDMYRA)
    comments.write(tracker.find("E-rådet mäter indikatorerna"), "i oktober", HEDMYRA, "Varför oktober?")


def grana(tracker: Tracker, comments: Comments) -> None:
    del comments
    tracker.replace(tracker.find("Handlingsplanen har fyra"), "tid och pengar", "tid", GRANA)


@cache
def files() -> tuple[Source, ...]:
    return (
        source("svar/tallvik.docx", version(tallvik)),
        source("svar/hedmyra.docx", version(hedmyra)),
        source("svar/grana.docx", version(grana)),
        source("svar/grana-brev.txt", LETTER.encode()),
        source("svar/askeby.pdf", b"%PDF-1.7"),
    )


def compiled(sources: Sequence[Source], *, anonymous: bool = False) -> Compilation:
    return compile_answers(
        sent(), sources, given={}, invited=INVITED, calendar=Calendar(date(2026, 11, 30)), anonymous=anonymous
    )


def row(entry: Entry) -> tuple[str, ...]:
    return told_cells(entry, "sv")


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compiled(files())


def test_every_file_is_an_answer_read_or_not(compilation: Compilation) -> None:
    assert [(each.path, each.respondents, each.told is not None) for each in compilation.answers] == [
        ("svar/tallvik.docx", ("Tallviks kommun",), True),
        ("svar/hedmyra.docx", ("Hedmyra kommun",), True),
        ("svar/grana.docx", ("Granå kommun",), True),
        ("svar/grana-brev.txt", ("Granå kommun",), True),
        ("svar/askeby.pdf", ("Askeby kommun",), False),
    ]
    error = compilation.answers[4].error
    assert error is not None
    assert (error.code, error.message) == (
        "not-word",
        "Svaret är en pdf. Be om svaret som Word, eller kopiera texten till en .txt-fil.",
    )
    assert error.translation == "The answer is a PDF. Ask for the answer in Word, or copy its words to a .txt file."
    assert [(each.name, each.answered) for each in compilation.invited] == [
        ("Tallviks kommun", True), ("Hedmyra kommun", True), ("Granå kommun", True), ("Askeby kommun", True),
        ("Dalby kommun", False),
    ]  # fmt: skip
    assert [each.last for each in compilation.answers[:3]] == [date(2026, 11, 6), date(2026, 11, 3), date(2026, 11, 10)]
    assert compilation.calendar.last_day == date(2026, 11, 30)


def test_the_rows_follow_the_plan(compilation: Compilation) -> None:
    entries = compilation.entries
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    indices = [entry.said.spot.index for entry in entries if entry.said.spot]
    assert indices == sorted(indices)
    assert len(indices) == len(entries) - len(compilation.unplaced)
    assert [entry.said.why for entry in compilation.unplaced] == ["not-found"]
    assert all(entry.id == identify(row(entry)) for entry in entries)


def test_what_two_want_alike_is_one_row(compilation: Compilation) -> None:
    (entry,) = (entry for entry in compilation.entries if len(entry.respondents) > 1)
    assert entry.respondents == ("Granå kommun", "Hedmyra kommun")
    assert entry.said.kind in {"rewording", "deletion"}
    assert not entry.against


def test_what_two_want_otherwise_is_a_contradiction(compilation: Compilation) -> None:
    by_number = {entry.number: entry for entry in compilation.entries}
    against = [entry for entry in compilation.entries if entry.against]
    assert [entry.respondents for entry in against] == [("Hedmyra kommun",), ("Tallviks kommun",)]
    assert all(entry.said.spot and entry.said.spot.number == "2A" for entry in against)
    assert [by_number[number].respondents for entry in against for number in entry.against] == [
        ("Tallviks kommun",), ("Hedmyra kommun",),
    ]  # fmt: skip


def test_nothing_is_lost(compilation: Compilation) -> None:
    said = [holder.said for entry in compilation.entries for holder in entry.holders]
    tolds = [answer.told for answer in compilation.answers if answer.told]
    assert sum(each.marks for each in said) == sum(told.revisions for told in tolds) > 40
    assert sum(each.comments for each in said) == sum(told.comments for told in tolds) == 3
    assert len(said) == sum(len(told.said) for told in tolds)


def test_the_order_of_the_files_does_not_matter(compilation: Compilation) -> None:
    one, two, three, four, five = files()
    for sources in ([five, four, three, two, one], [three, one, five, two, four]):
        again = compiled(sources)
        assert [(row(entry), entry.id, entry.against) for entry in again.entries] == [
            (row(entry), entry.id, entry.against) for entry in compilation.entries
        ]


def test_persons_are_replaced_by_their_organisations(compilation: Compilation) -> None:
    anonymous = compiled(files(), anonymous=True)
    assert anonymous.anonymous
    words = repr(anonymous.answers) + repr([entry.holders for entry in anonymous.entries])
    for person in ("Ingrid", "Sollén", "Åkervall", "Haddad"):
        assert person not in words
    assert len(anonymous.entries) == len(compilation.entries)


def test_a_fault_of_ours_in_one_file_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_on(source: Source, sent: Sent) -> Told:
        if source.shown == "a.txt":
            raise ZeroDivisionError
        return Told("letter", (Said("statement", "letter", sent.spots[0], text="Bra.", date="i fjol"),))

    monkeypatch.setattr(compiling, "read_answer", break_on)
    sources = [source("a.txt", b"a"), source("b.txt", b"b")]
    found = compiled(sources)
    assert [answer.error.code if answer.error else None for answer in found.answers] == ["fault", None]
    assert len(found.entries) == 1
    assert found.answers[1].last is None
    with pytest.raises(ZeroDivisionError):
        compile_answers(sent(), sources, given={}, invited=(), calendar=Calendar(), anonymous=False, debug=True)


def test_a_file_that_is_gone() -> None:
    (answer,) = compiled([Source(Path("nowhere/a.docx"), "a.docx")]).answers
    assert answer.error is not None
    assert (answer.error.code, answer.sha256) == ("missing", "")


def test_no_answers() -> None:
    found = compiled([])
    assert (found.answers, found.entries, [each.answered for each in found.invited]) == ((), (), [False] * 5)


def test_the_plan_sent_back_as_it_was_says_nothing() -> None:
    found = compiled([source("askeby.docx", plan())])
    assert found.entries == ()
    assert found.answers[0].told == Told("version", ())


def test_two_files_from_one_respondent_say_a_thing_once() -> None:
    other = Stroke("Bo Ek, Tallviks kommun", "2026-11-07T10:00:00Z")

    def again(tracker: Tracker, comments: Comments) -> None:
        del comments
        tracker.replace(tracker.find("2A: "), "14 dagar", "10 dagar", other)

    def first(tracker: Tracker, comments: Comments) -> None:
        del comments
        tracker.replace(tracker.find("2A: "), "14 dagar", "10 dagar", TALLVIK)

    found = compiled([source("a.docx", version(first)), source("b.docx", version(again))])
    (entry,) = found.entries
    assert entry.respondents == ("Tallviks kommun",)
    assert [holder.answer for holder in entry.holders] == [1, 0]
    assert [answer.last for answer in found.answers] == [date(2026, 11, 6), date(2026, 11, 7)]


def test_nothing_of_a_real_plan_is_lost(plans: Path) -> None:
    before, after, marks, comments = "swedish-styles.docx", "tracked-comments.docx", 87, 14
    out = read_sent(Source(plans / before, before), CONFIG, BOOK)
    sources = [Source(plans / after, after)]
    found = compile_answers(out, sources, given={}, invited=(), calendar=Calendar(), anonymous=False)
    (answer,) = found.answers
    assert answer.told is not None
    assert (answer.told.form, answer.told.revisions, answer.told.comments) == ("version", marks, comments)
    views = [holder.said for entry in found.entries for holder in entry.holders]
    assert (sum(each.marks for each in views), sum(each.comments for each in views)) == (marks, comments)
    assert found.unplaced == ()


def test_a_new_wording_for_a_goal_stands_beside_the_goals_own_words() -> None:
    letter = (
        "Tallviks kommun\n\nVi föreslår att effektmål 3A ändras till ”Minst 85 procent av ansökningarna är digitala”.\n"
    )
    (entry,) = compile_answers(
        sent(), [source("brev.txt", letter.encode())], given={}, invited=(), calendar=Calendar(), anonymous=False
    ).entries
    goal = next(goal for goal in sent().plan.goals if goal.code == "3A")
    assert (entry.said.quote, entry.said.proposal) == (
        goal.text.text,
        "Minst 85 procent av ansökningarna är digitala",
    )
