"""Returned versions of a plan: which files they are, and every view of those that are at hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from planlint import word
from planlint.consult.answers.version import find_version, read_version
from planlint.consult.cells import name_spot
from planlint.consult.sent import read_sent
from planlint.consult.spots import list_spots
from planlint.errors import InputError
from planlint.intake import Source
from planlint.model.consultation import Reply, Sent, Told
from planlint.model.document import Document, paragraphs
from planlint.model.returned import Returned
from planlint.recognise import recognise
from samples.source.comments import Comments
from samples.source.nodes import name
from samples.source.revisions import Stroke, Tracker
from tests.consult.answers.told import counts_hold, document, edits, lines, told
from tests.consult.plans import BOOK
from tests.consult.returned import CONFIG, sent, version

TALLVIK, HEDMYRA, GRANA, LEADER = (
    "Ingrid Sollén, Tallviks kommun", "Mats Åkervall, Hedmyra kommun", "Noor Haddad, Granå kommun",
    "Ylva Norlander, Norrådalens kommunalförbund",
)  # fmt: skip
GOAL = "2A: Minst 90 procent av dem som ansöker om digital tillsyn om natten har den på plats inom {} dagar senast i "
GOAL += "december 2028"
COUNCIL = "E-rådet startade samma vår med en ledamot från varje kommun och en processledare från förbundet."
OLDER = "Antalet invånare över 80 år väntas öka med en tredjedel fram till år 2035."
JOINS = "Varje kommun väljer själv vilka insatser den går med i, men den som går med gör det fullt ut och avsätter {}."
LIBRARIES = """Digital hjälp på biblioteken
Många äldre i Tallvik vågar inte använda e-tjänsterna på egen hand. Projektet ger biblioteken i de sex kommunerna \
personal och utrustning, så att den som vill får hjälp på plats.
Effektmål
3B: Minst 80 procent av dem som har använt en e-tjänst är nöjda eller mycket nöjda i den årliga enkäten från och \
med 2028
Förväntad nytta
Kortsiktig nytta
Varje bibliotek har handledning minst sex timmar i veckan från hösten 2027.
Långsiktig nytta
Antalet invånare över 75 år som använder e-tjänster fördubblas till år 2029.
Aktiviteter
Anställa en handledare som delas mellan två kommuner.
Köpa surfplattor och skärmar som är lätta att läsa på.
E-rådets roll
Ansöka om projektmedel hos Kulturrådet.
Agera styrgrupp för projektet."""
TILLSYN, TJANSTER = "4.2 Digital tillsyn och mobil dokumentation", "4.3 Gemensamma e-tjänster"


@cache
def sample(root: Path) -> Returned:
    return word.read_returned((root / "samples" / "norradalen-remissvar.docx").read_bytes())


@cache
def answer(root: Path) -> Told:
    return read_version(sample(root), sent())


@cache
def sent_file(path: Path) -> Sent:
    return read_sent(Source(path, path.name), CONFIG, BOOK)


def itself(original: Document) -> Sent:
    """A plan that is some document."""
    plan = recognise(original, sent().framework, None)
    return replace(sent(), document=original, plan=plan, spots=list_spots(plan))


def test_every_change_in_the_sample_is_told(root: Path) -> None:
    changes = [(*told(said), said.author, said.marks) for said in answer(root).said if said.way != "comment"]
    bullet = "Ungdomar vill kunna nå skolan och fritiden i telefonen."
    assert changes == [
        ("rewording", "1 Sammanfattning", JOINS.format("tid och pengar"),
         JOINS.format("den tid och de pengar som projektdirektivet anger"), HEDMYRA, 2),
        ("rewording", "1.1 Bakgrund", f"{COUNCIL}\n{OLDER}", f"{COUNCIL} {OLDER}", TALLVIK, 2),
        ("insertion", "2.1 Behovsanalys", "", bullet, GRANA, 2),
        ("deletion", "2.1 Behovsanalys", "och inte bara på datorn.", bullet, HEDMYRA, 1),
        ("rewording", "Effektmål 2A", GOAL.format("14"), GOAL.format("10"), TALLVIK, 2),
        ("deletion", f"{TILLSYN} – Kommunernas roll",
         "Fatta biståndsbeslut om digital tillsyn inom sju dagar från ansökan.", "", HEDMYRA, 2),
        ("move", f"{TJANSTER} – Aktiviteter", "Mäta nöjdheten direkt efter varje ärende.", "", GRANA, 4),
        ("insertion", "4 Insatser", "", LIBRARIES, TALLVIK, 30),
        ("rewording", "4.5 Förstudie om bredband och reservvägar", "Förstudie om bredband och reservvägar",
         "Förstudie om bredband, mobiltäckning och reservvägar", GRANA, 2),
    ]  # fmt: skip


def test_a_move_tells_where_it_leads(root: Path) -> None:
    (move,) = (said for said in answer(root).said if said.kind == "move")
    assert move.to is not None
    assert name_spot(move.to, "sv") == f"{TJANSTER} – Aktiviteter"
    assert move.after == "Rangordna blanketterna efter hur ofta de används och hur krångliga de är."


def test_every_comment_in_the_sample_is_told(root: Path) -> None:
    threads = [
        (name_spot(said.spot, "sv"), said.quote, said.text, said.author, said.replies, said.resolved)
        for said in answer(root).said
        if said.way == "comment"
    ]
    september = Reply(LEADER, "2026-11-16T10:16:00Z", "Bra synpunkt. Vi ändrar till september i nästa version.")
    meeting = "Tas upp på e-rådets möte den 8 december. Då behöver målet ändras även i insats 4.2."
    assert threads == [
        ("1.4 Uppföljning", "i oktober varje år", "Oktober krockar med budgetarbetet. Går det att mäta i september?",
         GRANA, (september,), True),
        ("Effektmål 2A", "har den på plats inom",
         "Tallvik klarar redan tio dagar. Målet bör vara så högt att det märks.", TALLVIK,
         (Reply(LEADER, "2026-11-16T10:16:00Z", meeting),), False),
        (f"{TILLSYN} – Principer", "byta tillbaka till besök",
         "Bra att detta sägs så tydligt. Skriv gärna in det även under Kommunernas roll.", HEDMYRA, (), False),
        (f"{TILLSYN} – Finansiering", "3 miljoner i statsbidrag",
         "Är statsbidraget beslutat? Annars behöver vi veta vad kommunerna ska betala om det uteblir.", HEDMYRA, (),
         False),
        ("4.4 Förstudie om ett gemensamt e-arkiv", "gemensamt e-arkiv",
         "Vi föreslår en ny insats före den här, om hjälp på biblioteken.", TALLVIK, (), False),
    ]  # fmt: skip


def test_nothing_of_the_sample_is_lost_and_nothing_is_made_up(root: Path) -> None:
    read = answer(root)
    assert (read.form, read.revisions, read.comments, read.dated) == ("version", 47, 7, None)
    assert counts_hold(read)
    assert read.addresses == sample(root).addresses
    assert {said.date[:10] for said in read.said if said.author == HEDMYRA} == {"2026-11-03", "2026-11-04"}
    assert all(said.place is not None for said in read.said)


def test_the_edits_of_the_sample_make_the_plan_what_its_final_reading_is(root: Path) -> None:
    made = word.apply_edits(sent().data, edits(answer(root)))
    assert lines(word.read(made)) == lines(sample(root).final)


def test_a_returned_plan_is_one_and_other_texts_are_not(root: Path) -> None:
    assert find_version(sample(root), sent())
    half = [each.text for each in paragraphs(sent().document.body)]
    assert find_version(Returned(document(half[: 3 * len(half) // 4]), document(()), ()), sent())
    goals = [f"Om effektmål {goal.code}, {goal.text.text}, tycker vi så här." for goal in sent().plan.goals]
    assert find_version(Returned(document(goals), document(goals), ()), sent()) is None
    assert find_version(Returned(document(half[::-1]), document(half), ()), sent()) is None
    assert find_version(Returned(document(()), document(()), ()), sent()) is None


def test_a_plan_that_was_put_in_as_a_whole_is_read_as_it_was_left() -> None:
    def put_in(tracker: Tracker, _: Comments) -> None:
        by = Stroke(TALLVIK, "2026-11-06T10:06:00Z")
        for paragraph in tracker.document.iter(name("w:p")):
            for one in [*paragraph.iter(name("w:r"))]:
                new = tracker.stamp("w:ins", by)
                one.addprevious(new)
                new.append(one)
            tracker.mark(paragraph, "w:ins", by)
        (text,) = (each for each in tracker.document.iter(name("w:t")) if (each.text or "").startswith("Utbilda 420"))
        text.text = "Utbilda alla i digital tillsyn, säkerhet och bemötande."

    answer = find_version(word.read_returned(version(put_in)), sent())
    assert answer
    assert counts_hold(answer)
    ends = "Handlingsplan för digitalisering i Norrådalen 2027–2029 … Informationen har ett liv från att den skapas"
    ends += " till att den bevaras eller…"
    assert [(said.way, said.author, said.marks > 0, *told(said)) for said in answer.said] == [
        ("tracked", TALLVIK, True, "insertion", "Planen som helhet", "", ends),
        (
            "untracked", TALLVIK, False, "rewording",
            "4.2 Digital tillsyn och mobil dokumentation – Aktiviteter",
            "Utbilda 420 medarbetare i digital tillsyn, säkerhet och bemötande.",
            "Utbilda alla i digital tillsyn, säkerhet och bemötande.",
        ),
    ]  # fmt: skip


def test_tracked_comments_against_the_plan_it_was_made_from(plans: Path) -> None:
    returned = word.read_returned((plans / "tracked-comments.docx").read_bytes())
    plan = sent_file(plans / "swedish-styles.docx")
    assert find_version(returned, plan)
    read = read_version(returned, plan)
    assert (read.revisions, read.comments) == (87, 14)
    assert counts_hold(read)
    assert not [said for said in read.said if said.spot is None]
    kinds = [said.kind for said in read.said if said.way == "tracked"]
    tally = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    assert tally == {"deletion": 12, "formatting": 2, "insertion": 26, "move": 6, "rewording": 4}
    assert sum(bool(said.replies) for said in read.said if said.way == "comment") == 6


@pytest.mark.parametrize("name", ["tracked-comments", "swedish-styles", "libreoffice", "gdocs-like", "fake-headings"])
def test_a_plan_held_against_its_own_original_has_no_difference_that_is_not_marked(plans: Path, name: str) -> None:
    returned = word.read_returned((plans / f"{name}.docx").read_bytes())
    read = read_version(returned, itself(returned.document))
    assert counts_hold(read)
    assert [told(said) for said in read.said if said.way == "untracked"] == []


def test_saving_in_another_program_changes_nothing(plans: Path) -> None:
    plan = sent_file(plans / "swedish-styles.docx")
    saved = word.read_returned((plans / "libreoffice.docx").read_bytes())
    assert find_version(saved, plan)
    assert read_version(saved, plan).said == ()


def test_what_a_program_without_automatic_numbers_makes_of_them_is_no_change(plans: Path) -> None:
    """The Google-Docs-like file types every number, has no text box, and one stop more; no more is told."""
    read = read_version(
        word.read_returned((plans / "gdocs-like.docx").read_bytes()), sent_file(plans / "swedish-styles.docx")
    )
    assert [(said.kind, name_spot(said.spot, "sv")) for said in read.said] == [
        ("insertion", "1.2 Syfte"),
        ("deletion", "3 Fokusområden"),
    ]


def test_every_file_of_the_corpus_is_read_and_every_mark_of_it_counted(shared: Path) -> None:
    read = 0
    for path in sorted((shared / "corpus").glob("*.do[ct][xm]")):
        try:
            returned = word.read_returned(path.read_bytes())
        except InputError:
            continue
        answer = read_version(returned, itself(returned.document))
        assert counts_hold(answer), path.name
        assert [said for said in answer.said if said.way == "untracked"] == [], path.name
        read += answer.revisions + answer.comments
    assert read > 1_300


@pytest.mark.parametrize(
    "start",
    ["0046e12f", "1c676ee3", "32789c60", "3ad34dd0", "5ece311f", "86b577be", "95de9f3b", "ba892dd0", "c03271b7"],
)
def test_the_edits_of_a_file_by_one_author_make_its_final_reading(shared: Path, start: str) -> None:
    (path,) = (shared / "corpus").glob(f"{start}*")
    data = path.read_bytes()
    returned = word.read_returned(data)
    made = word.apply_edits(data, edits(read_version(returned, itself(returned.document))), "original")
    assert lines(word.read(made, "original")) == lines(returned.final)
