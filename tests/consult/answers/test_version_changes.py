"""Tracked changes of every kind, as Word and other programs write them, each told as one person wants it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint import word
from planlint.consult.answers.version import read_version
from planlint.model.document import Comment, RevisionKind
from planlint.model.returned import Scope, TrackedChange
from planlint.model.text import Struck, Text
from samples.source.comments import Comments
from samples.source.nodes import Node, name, node, paragraph, run
from samples.source.revisions import Stroke, Tracker, isolate, words
from tests.consult.answers.told import (
    counts_hold,
    edits,
    lines,
    read,
    returned,
    sent_as,
    told,
    views,
)  # fmt: skip
from tests.consult.returned import GRANA, HEDMYRA, TALLVIK, plan, sent, strike_section, version

SURVEY = "Processledaren intervjuade"
COUNCIL = "E-rådet mäter indikatorerna"
SCOPE = "Behovsanalysen omfattar"
SCOPE_SPOT = "Analysens avgränsning"
SCOPE_WORDS = "Behovsanalysen omfattar kommunernas egna verksamheter."
COMPANIES = "Kommunala bolag och regionens sjukvård ingår inte, men båda har läst och kommenterat resultatet."


def rows(tracker: Tracker, opening: str) -> Node:
    """The row that a paragraph stands in."""
    return next(tracker.find(opening).iterancestors(name("w:tr")))


def mark_row(tracker: Tracker, row: Node, tag: str, by: Stroke) -> None:
    properties = row.find(name("w:trPr"))
    if properties is None:
        properties = node("w:trPr")
        row.insert(0, properties)
    properties.append(tracker.stamp(tag, by))


def written(tracker: Tracker, said: str, by: Stroke) -> Node:
    return tracker.stamp("w:ins", by, run(said))


def after_enter(tracker: Tracker, _: Comments) -> None:
    """A new paragraph as Word makes it at the end of another, which then has the new mark."""
    where = tracker.find(SURVEY)
    new = node("w:p", written(tracker, "Enkäten fanns på lättläst svenska.", TALLVIK))
    tracker.mark(where, "w:ins", TALLVIK)
    where.addnext(new)


def two_sentences_two_paragraphs(tracker: Tracker, _: Comments) -> None:
    where = tracker.find(SCOPE)
    rest = isolate(where, f" {COMPANIES}")
    new = node("w:p", *rest)
    tracker.mark(where, "w:ins", TALLVIK)
    where.addnext(new)


def new_sentence(tracker: Tracker, _: Comments) -> None:
    tracker.write(tracker.find(SCOPE), "egna verksamheter.", " Den gjordes år 2026.", TALLVIK)


def new_first_sentence(tracker: Tracker, _: Comments) -> None:
    first = tracker.find(SCOPE).find(name("w:r"))
    assert first is not None
    first.addprevious(written(tracker, "Detta gäller. ", TALLVIK))


def sentence_struck(tracker: Tracker, _: Comments) -> None:
    tracker.replace(tracker.find(SCOPE), f" {COMPANIES}", "", HEDMYRA)


def both_sentences_struck_apart(tracker: Tracker, _: Comments) -> None:
    """In two minutes, so that they are two changes: still the whole paragraph goes."""
    where = tracker.find(SCOPE)
    tracker.replace(where, SCOPE_WORDS, "", HEDMYRA)
    tracker.replace(where, f" {COMPANIES}", "", Stroke(HEDMYRA.author, "2026-11-04T09:00:00Z"))


def row_put_in(tracker: Tracker, _: Comments) -> None:
    row = rows(tracker, "Nyttokalkyl")
    new = deepcopy(row)
    for each, said in zip(new.iter(name("w:p")), ("Öppen källkod", "Program vars källkod alla får läsa."), strict=True):
        for one in each.findall(name("w:r")):
            each.remove(one)
        tracker.mark(each, "w:ins", GRANA)
        each.append(written(tracker, said, GRANA))
    mark_row(tracker, new, "w:ins", GRANA)
    row.addnext(new)


def row_struck(tracker: Tracker, _: Comments) -> None:
    row = rows(tracker, "Nyttokalkyl")
    for each in row.iter(name("w:p")):
        tracker.delete(each, GRANA)
    mark_row(tracker, row, "w:del", GRANA)


def paragraph_in_a_cell(tracker: Tracker, _: Comments) -> None:
    tracker.insert(tracker.find("En beräkning av vad en insats"), [paragraph("", run("Gäller även drift."))], GRANA)


def paragraph_replaced(tracker: Tracker, _: Comments) -> None:
    where = tracker.find(SCOPE)
    tracker.delete(where, HEDMYRA)
    tracker.insert(where, [paragraph("", run("Analysen omfattar allt."))], HEDMYRA)


def two_paragraphs_put_in(tracker: Tracker, _: Comments) -> None:
    tracker.insert(tracker.find(SCOPE), [paragraph("", run("Ett.")), paragraph("", run("Två."))], HEDMYRA)


def capital(tracker: Tracker, _: Comments) -> None:
    tracker.replace(tracker.find(SCOPE), "Kommunala", "kommunala", HEDMYRA)


def from_one_into_the_next(tracker: Tracker, _: Comments) -> None:
    """As programs that compare files write it: the rest of a paragraph goes with its mark, and new words end it."""
    where = tracker.find(SCOPE)
    tracker.replace(where, f" {COMPANIES}", "", HEDMYRA)
    tracker.mark(where, "w:del", HEDMYRA)
    tracker.insert(where, [paragraph("", run(" Kommunala bolag ingår."))], HEDMYRA)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (after_enter, [("insertion", "2.1 Behovsanalys", "", "Enkäten fanns på lättläst svenska.")]),
        (two_sentences_two_paragraphs,
         [("rewording", SCOPE_SPOT, f"{SCOPE_WORDS} {COMPANIES}", f"{SCOPE_WORDS}\n{COMPANIES}")]),
        (new_sentence, [("insertion", SCOPE_SPOT, SCOPE_WORDS, f"{SCOPE_WORDS} Den gjordes år 2026.")]),
        (new_first_sentence, [("insertion", SCOPE_SPOT, SCOPE_WORDS, f"Detta gäller. {SCOPE_WORDS}")]),
        (sentence_struck, [("deletion", SCOPE_SPOT, COMPANIES, "")]),
        (both_sentences_struck_apart, [("deletion", SCOPE_SPOT, f"{SCOPE_WORDS} {COMPANIES}", "")]),
        (row_put_in,
         [("insertion", "Begrepp: Nyttokalkyl", "", "Öppen källkod | Program vars källkod alla får läsa.")]),
        (row_struck,
         [("deletion", "Begrepp: Nyttokalkyl",
           "Nyttokalkyl | En beräkning av vad en insats kostar och vad den väntas ge, i pengar och på andra sätt.",
           "")]),
        (paragraph_in_a_cell, [("insertion", "Begrepp: Nyttokalkyl", "", "Gäller även drift.")]),
        (paragraph_replaced,
         [("rewording", SCOPE_SPOT, f"{SCOPE_WORDS} {COMPANIES}", "Analysen omfattar allt.")]),
        (two_paragraphs_put_in, [("insertion", SCOPE_SPOT, "", "Ett.\nTvå.")]),
        (capital,
         [("rewording", SCOPE_SPOT, COMPANIES, COMPANIES.replace("Kommunala", "kommunala"))]),
        (from_one_into_the_next,
         [("rewording", SCOPE_SPOT, COMPANIES, "Kommunala bolag ingår.")]),
    ],
)  # fmt: skip
def test_one_change_is_one_view_and_its_edits_make_it(
    change: Callable[[Tracker, Comments], None], expected: list[tuple[str, str, str, str]]
) -> None:
    answer = read(change)
    assert views(answer) == expected
    assert counts_hold(answer)
    made = word.apply_edits(plan(), edits(answer))
    assert lines(word.read(made)) == lines(word.read(version(change)))


def test_a_struck_intervention_with_its_table_is_one_view_at_the_intervention() -> None:
    def strike(tracker: Tracker, _: Comments) -> None:
        strike_section(tracker, "Gemensamma e-tjänster", "Förstudie om ett gemensamt", HEDMYRA)

    answer = read(strike)
    (said,) = answer.said
    assert (said.kind, said.marks, said.spot and said.spot.title, said.spot and said.spot.sort) == (
        "deletion", answer.revisions, "Gemensamma e-tjänster", "intervention",
    )  # fmt: skip
    assert said.quote.startswith("Gemensamma e-tjänster\nKommunerna har tillsammans 214 blanketter")
    assert said.quote.splitlines()[-5:-2] == [
        "Uppgift | Om insatsen",
        "Ansvarig | Kanslichefen i Tallvik, på uppdrag av e-rådet",
        "Tidplan | 2027-08-16 – 2029-12-14",
    ]
    made = word.apply_edits(plan(), edits(answer))
    assert lines(word.read(made)) == lines(word.read(version(strike)))


def test_changes_of_looks_at_one_spot_are_one_view_of_their_author() -> None:
    def restyle(tracker: Tracker, _: Comments) -> None:
        for opening, said in ((SCOPE, "Behovsanalysen"), (SCOPE, "egna verksamheter"), (COUNCIL, "indikatorerna")):
            for one in isolate(tracker.find(opening), said):
                change = tracker.stamp("w:rPrChange", HEDMYRA, node("w:rPr"))
                one.insert(0, node("w:rPr", node("w:b"), change))

    answer = read(restyle)
    assert [(*told(said), said.marks) for said in answer.said] == [
        ("formatting", "1.4 Uppföljning", "indikatorerna", "", 1),
        ("formatting", SCOPE_SPOT, "Behovsanalysen … egna verksamheter", "", 2),
    ]
    assert edits(answer) == []


def test_the_looks_of_a_page_stand_nowhere() -> None:
    def widen(tracker: Tracker, _: Comments) -> None:
        section = tracker.document.findall(f".//{name('w:sectPr')}")[-1]
        section.append(tracker.stamp("w:sectPrChange", HEDMYRA, node("w:sectPr")))

    (said,) = read(widen).said
    assert (said.kind, said.spot, said.why, said.quote, said.marks) == ("formatting", None, "layout", "", 1)


def test_words_by_another_after_struck_ones_stand_apart_from_them() -> None:
    def both(tracker: Tracker, _: Comments) -> None:
        where = tracker.find(SCOPE)
        tracker.replace(where, "kommunernas", "", HEDMYRA)
        struck = where.findall(name("w:del"))[-1]
        struck.addnext(written(tracker, "förbundets", TALLVIK))

    assert [(said.author, said.proposal) for said in read(both).said] == [
        (HEDMYRA.author, "Behovsanalysen omfattar egna verksamheter."),
        (TALLVIK.author, "Behovsanalysen omfattar kommunernas förbundets egna verksamheter."),
    ]


def test_a_new_chapter_stands_under_the_plan_and_a_new_section_under_its_chapter() -> None:
    for style, spot in (
        ("Rubrik1", "Planen som helhet"),
        ("Rubrik2", "4 Insatser"),
        ("Rubrik3", "4.3 Gemensamma e-tjänster"),
    ):

        def add(tracker: Tracker, _: Comments, style: str = style) -> None:
            last = tracker.find("Förstudie om ett gemensamt").getprevious()
            assert last is not None
            tracker.insert(last, [paragraph(style, run("Nytt")), paragraph("", run("Text."))], GRANA)

        assert views(read(add)) == [("insertion", spot, "", "Nytt\nText.")]


def test_a_change_in_the_contents_is_of_the_plan_as_a_whole() -> None:
    def change(tracker: Tracker, _: Comments) -> None:
        rows = [each for each in tracker.document.iter(name("w:p")) if "Behovsanalys" in words(each)]
        (text,) = (each for each in rows[0].iter(name("w:t")) if each.text == "Behovsanalys")
        said = text.getparent()
        assert said is not None
        said.addnext(written(tracker, " och mer", TALLVIK))

    assert views(read(change)) == [
        ("insertion", "Planen som helhet", "2.1\tBehovsanalys\t5", "2.1\tBehovsanalys och mer\t5")
    ]


def test_a_comment_on_new_words_quotes_them_and_one_on_no_words_stands_nowhere() -> None:
    def comment(tracker: Tracker, comments: Comments) -> None:
        where = tracker.find(SCOPE)
        tracker.write(where, "egna verksamheter", " och bolag", TALLVIK)
        new = where.findall(name("w:ins"))[-1]
        comments.write(where, "egna verksamheter", HEDMYRA, "Vilka?")
        start, end = (node(f"w:commentRange{each}", {"w:id": "1"}) for each in ("Start", "End"))
        new.addprevious(start)
        new.addnext(end)
        comments.written.append((GRANA, "Bra!"))
        comments.written.append((GRANA, "Var är bilagan?"))

    threads = [(said.quote, said.text, said.why) for said in read(comment).said if said.way == "comment"]
    assert threads == [
        ("egna verksamheter", "Vilka?", None),
        ("och bolag", "Bra!", None),
        ("", "Var är bilagan?", "no-place"),
    ]


def test_a_long_quote_is_cut_after_a_word() -> None:
    text = "Ett ord till. " * 30
    comment = Comment("1", "A", "", "Lång.", Text("document", 0, 0, text))
    back = returned([text])
    made = replace(back.document, comments=(comment,))
    (said,) = read_version(replace(back, document=made, final=made), sent_as([text], sent())).said
    assert said.quote == "Ett ord till. " * 21 + "Ett…"


def test_words_put_in_and_struck_by_one_author_are_counted_with_what_is_left() -> None:
    texts = ["Första stycket är kort.", "Andra stycket är längre."]
    changes = (
        TrackedChange("insertion", "words", "A", "", Struck("document", 0, 23, " Nytt."), 0),
        TrackedChange("deletion", "words", "A", "", Struck("document", 0, 23, " Gammalt."), 0, nested=True),
        TrackedChange("insertion", "words", "B", "", Struck("document", 1, 24, ""), 1, nested=True),
        TrackedChange("deletion", "words", "B", "", Struck("document", 1, 24, " Borta."), 1, nested=True),
    )
    answer = read_version(returned(texts, changes), sent_as(texts, sent()))
    assert [(said.kind, said.quote, said.proposal, said.author, said.marks) for said in answer.said] == [
        ("insertion", texts[0], f"{texts[0]} Nytt.", "A", 2),
        ("deletion", "Borta.", "", "B", 2),
    ]


def test_one_end_of_a_move_is_told_as_what_it_is() -> None:
    texts = ["Ett stycke som går. Ett som står kvar."]
    change = TrackedChange("move-from", "words", "A", "", Text("document", 0, 0, "Ett stycke som går. "), 0, move="x")
    (said,) = read_version(returned(texts, [change]), sent_as(texts, sent())).said
    assert (said.kind, said.quote, said.proposal, said.to) == ("deletion", "Ett stycke som går.", "", None)


OPENINGS = [
    "Invånare får fylla i", "Beskriva skolornas krav", "Hemtjänstens personal skriver", "Elever och vårdnadshavare",
    "Utbilda två digitala", "2B: ", "Nyttokalkyl", "Ett mått som visar", "LEVERANS: idébeskrivning",
    "Kapitlet beskriver",
]  # fmt: skip
ACTS = st.lists(
    st.tuples(
        st.sampled_from(OPENINGS), st.sampled_from(["strike", "write", "replace", "delete", "insert", "join"]),
        st.integers(0, 5),
    ),
    min_size=1, max_size=6, unique_by=lambda act: act[0],
)  # fmt: skip


@given(acts=ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_all_that_one_author_does_can_be_made_in_the_plan(acts: list[tuple[str, str, int]]) -> None:
    """Whatever is struck, written, joined and put in, wherever: every mark is told, and the edits make it."""

    def change(tracker: Tracker, _: Comments) -> None:
        for number, (opening, act, at) in enumerate(acts):
            by = Stroke(TALLVIK.author, f"{date(2026, 11, 1 + number)}T10:00:00Z")
            where = tracker.find(opening)
            word_ = words(where).split()[at % len(words(where).split())]
            cell = next(where.iterancestors(name("w:tc")), None)
            if act in {"strike", "replace"}:
                tracker.replace(where, word_, "nytt" if act == "replace" else "", by)
            elif act == "write":
                tracker.write(where, word_, " (se nedan)", by)
            elif act == "insert":
                tracker.insert(where, [paragraph("", run(f"Nytt stycke {number}."))], by)
            elif act == "delete" and cell is None:
                tracker.delete(where, by)
            elif act == "join" and cell is None:
                tracker.mark(where, "w:del", by)

    data = version(change)
    back = word.read_returned(data)
    answer = read_version(back, sent())
    assert counts_hold(answer)
    assert {said.way for said in answer.said} <= {"tracked"}
    assert lines(word.read(word.apply_edits(plan(), edits(answer)))) == lines(back.final)


LINES = ["Ett. Två är en mening.", "", "Tre. Fyra! Fem?", "Sex", "Sju är en lång mening utan slut"]


@st.composite
def tracked(draw: st.DrawFn) -> TrackedChange:
    """Any change of the lines, or after them, sound or not."""
    kind = draw(st.sampled_from(get_args(RevisionKind)))
    line = draw(st.integers(0, len(LINES) + 1))
    text = LINES[line] if line < len(LINES) else ""
    start = draw(st.integers(0, len(text)))
    place = Text("document", line, start, text[start : draw(st.integers(start, len(text)))])
    if kind in {"insertion", "move-to"} or not text:
        place = Struck("document", line, start, "nya ord")
    scope, author = draw(st.sampled_from(get_args(Scope))), draw(st.sampled_from("AB"))
    move, nested = draw(st.sampled_from(["", "m"])), draw(st.booleans())
    return TrackedChange(kind, scope, author, "", place, line, move=move, nested=nested)


@given(st.lists(tracked(), max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_row_of_changes_is_counted_whatever_a_file_makes_of_them(changes: list[TrackedChange]) -> None:
    answer = read_version(returned(LINES, changes), sent_as(LINES, sent()))
    assert answer.revisions == len(changes)
    assert counts_hold(answer)
