"""Compilations made by hand: one as a municipality gets it, one whose words try to be more than words, and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from planlint import engine
from planlint.config import Config
from planlint.consult import compare
from planlint.consult.cells import identify, told_cells
from planlint.consult.sent import read_sent
from planlint.intake import Source
from planlint.model.comparison import FindingChanges
from planlint.model.consultation import (
    Answer,
    Aside,
    Calendar,
    Compilation,
    Entry,
    Holder,
    Invited,
    Reply,
    Said,
    Sent,
    Spot,
    Told,
    Trial,
    Trials,
    ViewKind,
    Way,
)
from planlint.model.outcome import Run, Trouble
from planlint.model.text import Text
from planlint.rulebook import load

SAMPLES: Final = Path(__file__).resolve().parents[3] / "samples"
PLAN: Final = "norradalen-plan.docx"
View = tuple[tuple[tuple[str, int], ...], Said]
"""Who holds it, each in which answer, and what is said."""
CLASHING: Final = (6, 7, 8)
LIKE: Final = 22
"""Numbers of rows that contradict each other, and of one that says what an earlier one does."""
HAMN, SKOG, AS, HED, VIK = (
    "Furuhamns kommun", "Skogsby kommun", "Region Åsmark", "Hedlunda kommun", "Vikbygdens pensionärsråd",
)  # fmt: skip
HOSTILE: Final = (
    "\x1b[31m\u202e\u2066<b>x</b> ]]> =cmd()|' /C calc'!A1 +1 -2 @SUM(1) <r>rik</r> _x000D_ &amp; \ud800\x00\u200b "
    "<script>alert(1)</script> {{ 7*7 }} {=HYPERLINK(1)} \ufffe"
)
SHOWN: Final = (
    "[31m<b>x</b> ]]> =cmd()|' /C calc'!A1 +1 -2 @SUM(1) <r>rik</r> _x000D_ &amp;  <script>alert(1)</script> "
    "{{ 7*7 }} {=HYPERLINK(1)}"
)
"""What a cell shows of it."""

_NEW_1A: Final = "Minst 98 procent av eleverna i årskurs 4–9 når sina läromedel med en enda inloggning."


def read(name: str) -> Run:
    """A sample held against the rules, as before it is sent out."""
    path = SAMPLES / name
    return engine.run((Source(path, f"samples/{name}"),), _CONFIG, load())


_CONFIG: Final = Config(phase="consultation")


@cache
def sent(name: str = PLAN) -> Sent:
    """The sample plan as sent out."""
    return read_sent(Source(SAMPLES / name, f"samples/{name}"), _CONFIG, load())


def spot(number: str, part: str = "") -> Spot:
    """The spot with that number, or that title."""
    return next(each for each in sent().spots if number in {each.number, each.title} and each.part == part)


@cache
def compilation() -> Compilation:
    """Thirty views of five respondents: conflicts, equal views, replies, things not placed, a file not read."""
    plan = sent()
    asides = (Aside("Hej!"), Aside("Vänliga hälsningar, Ulla"))
    told = [
        Told("version", (), revisions=41, comments=5),
        Told("version", (), revisions=12, comments=9),
        Told("form", (), respondent=AS, asides=(Aside("Tack för en väl genomarbetad plan."),), foreign=True),
        Told("version", (), revisions=30),
        Told("letter", (), respondent=VIK, asides=asides),
    ]
    names = ("furuhamn.docx", "skogsby.docx", "asmark.xlsx", "hedlunda.docx", "vik.docx")
    days = (date(2026, 11, 20), date(2026, 11, 27), date(2026, 11, 25), date(2026, 12, 2), None)
    answers = [
        Answer(f"svar/{path}", f"{index:x}" * 64, (who,), each, day)
        for index, (path, who, each, day) in enumerate(
            zip(names, (HAMN, SKOG, AS, HED, VIK), told, days, strict=True), 1
        )
    ]
    broken = Trouble("damaged", "Filen är skadad och går inte att öppna.", "The file is damaged and cannot be opened.")
    answers.append(Answer("svar/okand.docx", "f" * 64, (), None, None, broken))
    return Compilation(
        sent=plan,
        answers=tuple(answers),
        entries=tuple(_entries()),
        invited=tuple(
            Invited(name, name in {HAMN, SKOG, AS, HED})
            for name in (HAMN, SKOG, HED, "Björkdals kommun", AS, "Länsstyrelsen")
        ),
        calendar=Calendar(date(2026, 11, 27), (HAMN, SKOG), ("Ylva Norlander",)),
        trials=trials(),
    )


@cache
def trials() -> Trials:
    """What the rules say of the sample that came back with tracked changes, as if two respondents had made them."""
    run = sent().run
    wanted = compare(run, read("norradalen-remissvar.docx")).findings
    new = {each.finding.rule: each for each in wanted.new}
    reworded, roles, principles, facts = (new[rule] for rule in ("PL205", "PL304", "PL401", "PL310"))
    one = FindingChanges((reworded, roles), (), wanted.left)
    other = FindingChanges((roles, principles, facts), (), wanted.left)
    both = FindingChanges((reworded, roles, principles), (), wanted.left)
    return Trials(
        sent=run.outcomes[0].findings,
        each=(Trial(HAMN, one), Trial(SKOG, other)),
        together=Trial("", both),
        contradicted=CLASHING,
        by={reworded.finding.fingerprint: (HED,)},
    )


def _entries() -> list[Entry]:
    """The rows, in the order of the plan, numbered from 1; three contradict each other, one says what another does."""
    views = [*_on_the_whole(), *_on_goals(), *_on_actions(), *_nowhere()]
    made = [entry(number, *view) for number, view in enumerate(views, 1)]
    for number in CLASHING:
        others = tuple(each for each in CLASHING if each != number)
        made[number - 1] = replace(made[number - 1], against=others)
    made[LIKE - 1] = replace(made[LIKE - 1], like=LIKE - 5)
    return made


def _on_the_whole() -> Iterator[View]:
    whole = sent().spots[0]
    yield ((AS, 2),), said("support", whole, way="form", text="Vi ställer oss bakom planen.", why="whole-plan")
    text = "Språket är begripligt men planen är lång. En sammanfattning på en sida skulle göra att fler läste den."
    yield ((VIK, 4),), said("statement", whole, text=text)
    text = "Vi är sju sedan årsskiftet."
    yield ((HAMN, 0), (HED, 3)), said("comment", spot("1.1"), quote="sex kommuner", text=text, comments=2)
    text = "Stavfel: ”genomförnade”."
    yield ((SKOG, 1),), said("editorial", spot("1.3"), way="form", text=text, proposal="genomförande")
    text = "Fet stil i tabellens första rad, 3 ställen."
    yield ((SKOG, 1),), said("formatting", spot("2.1"), quote="Tabell 1", text=text, marks=3)


def _on_goals() -> Iterator[View]:
    goal = spot("1A")
    yield ((HAMN, 0),), said("rewording", goal, quote=goal.title, proposal=_NEW_1A, marks=2)
    yield ((SKOG, 1),), said("rewording", goal, quote=goal.title, proposal=_NEW_1A.replace("98", "90"), marks=4)
    yield ((HED, 3),), said("deletion", goal, quote=goal.title, marks=1)
    replies = (Reply("Ylva Norlander", "2026-11-21", "Genom skolornas egen statistik."), Reply("", "", "Bra."))
    text = "Hur mäts detta?\nVi saknar en baslinje."
    view = said("comment", goal, quote="95 procent", text=text, replies=replies, resolved=True, comments=3)
    yield ((HAMN, 0),), view
    text = "Räknas vikarier som lärare?"
    yield ((SKOG, 1), (HED, 3), (AS, 2)), said("question", spot("1B"), way="form", text=text)
    yield ((HAMN, 0),), said("insertion", spot("2A"), proposal="Målet följs upp två gånger om året.", marks=1)
    view = said("rewording", spot("2B"), way="untracked", quote="30 minuter mindre", proposal="20 minuter mindre")
    yield ((HED, 3),), view


def _on_actions() -> Iterator[View]:
    yield ((SKOG, 1),), said("deletion", spot("4.2", "Effektmål"), quote="2B", marks=1)
    text = (
        "Digital tillsyn får inte ersätta besök för den som vill ha besök. Skriv att den enskilde alltid väljer själv, "
        "och att valet går att ändra utan ny ansökan."
    )
    yield ((VIK, 4),), said("fact", spot("4.2"), way="letter", text=text)
    parts = ("Aktiviteter", "E-rådets roll", "Kommunernas roll", "Principer", "Indikator", "Finansiering")
    for who, answer in ((HAMN, 0), (SKOG, 1)):
        for part in parts:
            text = f"Förtydliga {part.lower()}: vem gör vad, och när ska det vara klart?"
            yield ((who, answer),), said("comment", spot("4.3", part), quote=part, text=text, comments=1)
    view = said("move", spot("4.5"), quote="Förstudie om bredband", to=spot("4.4"), after="Indikator", marks=2)
    yield ((HAMN, 0),), view


def _nowhere() -> Iterator[View]:
    text = "Var finns bilagan?"
    yield ((HED, 3),), said("comment", None, quote="Bilaga 3", text=text, why="not-found", comments=1)
    yield ((VIK, 4),), said("statement", None, text="Se vårt tidigare yttrande.", why="no-place")
    text = "Liggande sida i stället för stående, 1 ställe."
    yield ((HAMN, 0),), said("formatting", None, text=text, why="layout", marks=1)


def said(kind: ViewKind, at: Spot | None, *, way: Way | None = None, **values: Any) -> Said:  # noqa: ANN401 - any of its fields
    """A view, said the way that such views mostly are."""
    usual: dict[ViewKind, Way] = {"comment": "comment", "statement": "letter"}
    return Said(
        kind,
        way or usual.get(kind, "tracked"),
        at,
        place=Text("document", 7, 0, str(values.get("quote", ""))),
        **values,
    )


def entry(number: int, holders: tuple[tuple[str, int], ...], each: Said) -> Entry:
    """A row with its id."""
    made = Entry(
        number,
        "",
        tuple(
            Holder(who, index, replace(each, author=f"Kim i {who}", date="2026-11-20T10:00:00Z"))
            for who, index in holders
        ),
    )
    return replace(made, id=identify(told_cells(made, "sv")))


def with_entries(whole: Compilation, *views: View) -> Compilation:
    """The compilation with these rows only."""
    return replace(whole, entries=tuple(entry(number, *view) for number, view in enumerate(views, 1)))


@cache
def hostile() -> Compilation:
    """Every word that somebody else may have written is hostile, and some are very long."""
    whole = compilation()
    long = f"{HOSTILE} {'å' * 100_000}"
    place = replace(spot("1A"), number=HOSTILE, title=HOSTILE, part=HOSTILE)
    replies = (Reply(HOSTILE, HOSTILE, HOSTILE),)
    views: list[View] = [
        (((HOSTILE, 0), (f"{HOSTILE}2", 1)), said("rewording", place, quote=HOSTILE, text=HOSTILE, proposal=HOSTILE)),
        (((HOSTILE, 0),), said("comment", place, quote=long, text=long, proposal=long, replies=replies)),
        (((HOSTILE, 0),), said("statement", None, text="=1+1")),
        (((HOSTILE, 0),), said("statement", None, text="<r><t>x</t></r>", quote="😀" * 100_000)),
    ]
    made = with_entries(whole, *views)
    broken = Answer(long, "e" * 64, (), None, None, Trouble("damaged", long, long))
    return replace(
        made,
        sent=_hostile_sent(whole.sent),
        entries=tuple(replace(each, against=tuple(range(1, 500))) for each in made.entries),
        answers=(*(replace(each, path=HOSTILE, respondents=(HOSTILE,)) for each in whole.answers), broken),
        invited=(Invited(long, answered=False),),
        calendar=Calendar(date(2026, 11, 1), (), (long,)),
        anonymous=True,
    )


def _hostile_sent(plan: Sent) -> Sent:
    title = Text("document", 0, 0, HOSTILE)
    control = replace(plan.plan.control, title=title, version=title)
    outcome = replace(plan.run.outcomes[0], path=HOSTILE)
    spots = tuple(replace(each, title=HOSTILE, number=HOSTILE) for each in plan.spots)
    run = replace(plan.run, outcomes=(outcome,))
    return replace(plan, run=run, plan=replace(plan.plan, control=control), spots=spots)


def many(number: int) -> Compilation:
    """So many views, over the whole plan, of forty respondents."""
    whole = compilation()
    spots = [each for each in sent().spots if each.asked]
    text = "Vi föreslår att kommunerna redovisar hur uppföljningen går till och vem som ansvarar. " * 3
    return with_entries(
        whole,
        *(
            (
                ((f"Kommun {each % 40}", each % 5),),
                said("comment", spots[each * len(spots) // number], quote=f"Citat {each}", text=f"{text} {each}"),
            )
            for each in range(number)
        ),
    )
