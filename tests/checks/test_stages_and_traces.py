"""What the examples of PL604–PL608 do not show: other shapes of a process, and what a file carries beside its text."""

from dataclasses import replace

import pytest

from planlint import markdown
from planlint.checks import Scope
from planlint.config import Config
from planlint.engine import hold
from planlint.model.document import Comment, Document, Mark, Paragraph, Part, Reading, Revision, RevisionKind
from planlint.model.finding import Finding
from planlint.model.text import Struck, Text
from planlint.recognise import recognise
from planlint.rulebook import load
from planlint.rulebook.select import Selected

BOOK = load()
FRAMEWORK = BOOK.frameworks["fyrbodal-2020"]
RULES = {rule.code: rule for rule in BOOK.rules}


def find(code: str, source: Document) -> list[Finding]:
    plan = recognise(source, FRAMEWORK, BOOK.principle_sets["digg-1.3"])
    scope = Scope(plan, FRAMEWORK, BOOK.principle_sets["digg-1.3"], source)
    found, faults = hold(scope, (Selected(RULES[code], "error", counts=True),), Config(), BOOK.rules)
    assert faults == ()
    return list(found)


def process(*stages: str) -> Document:
    text = "\n\n".join(f"#### {stage}" for stage in stages)
    return markdown.read(f"# Handlingsplan\n\n## 4 Insatser\n\n## 5 Bilagor\n\n### 5.1 Beslutsprocess\n\n{text}\n")


FULL = "IDÉ\n\nBeslut: E-rådet beslutar om idén.\n\nLEVERANS: IDÉ"


# PL604, PL605


def test_a_process_in_prose_is_no_process_without_decisions() -> None:
    source = process("IDÉ\n\nE-rådet bedömer idén.", "REALISERA\n\nNyttan räknas hem.")
    assert find("PL604", source) == []
    assert find("PL605", source) == []


def test_an_empty_stage_among_others_lacks_both() -> None:
    source = process(FULL, "UTREDA\n\nText.", FULL.replace("IDÉ", "REALISERA"))
    (found,) = find("PL604", source)
    assert (found.message, found.severity) == ("Steget ”UTREDA” har inget beslut.", "error")
    assert [one.message for one in find("PL605", source)] == ["Steget ”UTREDA” har ingen leverans."]


def test_a_section_after_the_last_stage_is_only_asked_about() -> None:
    source = process(FULL, "MER INFORMATION\n\nText.")
    assert [one.severity for one in find("PL604", source)] == ["info"]
    assert find("PL605", source) == []


def test_what_comes_of_a_stage_without_a_decision_is_said_once() -> None:
    source = process(FULL, "UTREDA\n\nLEVERANS: RAPPORT")
    assert [one.message for one in find("PL604", source)] == ["Steget ”UTREDA” har inget beslut."]
    assert find("PL605", source) == []


@pytest.mark.parametrize(
    ("decision", "known"),
    [
        ("Kommunledningarna beslutar om att delta.", True),
        ("Styrgruppens ordförande godkänner planen.", True),
        ("Planen godkänns av e\u2011råd och kommundirektörer", True),
        ("Rådgivarna godkänner planen.", False),
        ("Planen läggs till handlingarna.", False),
    ],
)
def test_deciders_that_the_framework_knows(decision: str, *, known: bool) -> None:
    source = process(f"IDÉ\n\nBeslut: {decision}\n\nLEVERANS: PLAN")
    assert (find("PL604", source) == []) is known


# PL606


def change(kind: RevisionKind, author: str, paragraph: int, words: str = "ord", part: str = "document") -> Revision:
    return Revision(kind, author, "2026-10-01T00:00:00Z", Text(part, paragraph, 0, words))


PLAN = markdown.read("# Handlingsplan\n\nEn rad.\n\n## 1 Sammanfattning\n\nText.\n\n## 4 Insatser\n\nText.\n")


def test_changes_are_counted_by_author_and_chapter_and_formatting_apart() -> None:
    made = (
        change("insertion", "Ada", 1),
        change("deletion", "Bo", 3),
        change("insertion", "Bo", 5),
        change("move-to", "", 0, part="header1"),
        change("formatting", "Ada", 3),
    )
    (found,) = find("PL606", replace(PLAN, revisions=made))
    assert found.message == (
        "4 spårade ändringar finns kvar, av Bo (2), Ada (1), okänd (1), och dessutom 1 spårad ändring av formatering. "
        "Plats: framsidan (1), 1 Sammanfattning (1), 4 Insatser (1), sidhuvudet (1)."
    )


@pytest.mark.parametrize(
    ("kind", "reading", "length"),
    [("deletion", "final", 0), ("insertion", "final", 3), ("deletion", "original", 3), ("insertion", "original", 0)],
)
def test_words_that_the_reading_does_not_show_take_no_room(kind: RevisionKind, reading: Reading, length: int) -> None:
    (found,) = find("PL606", replace(PLAN, revisions=(change(kind, "Ada", 3),), reading=reading))
    place = found.location.place
    assert (place.text, place.end - place.start) == ("ord", length)
    assert isinstance(place, Struck) is (length == 0)
    assert found.message == "1 spårad ändring finns kvar, av Ada. Plats: 1 Sammanfattning."


def test_formatting_alone() -> None:
    (found,) = find("PL606", replace(PLAN, revisions=(change("formatting", "Ada", 3),) * 2))
    assert found.message == "2 spårade ändringar av formatering finns kvar, av Ada. Plats: 1 Sammanfattning."


def test_many_authors_are_not_all_named() -> None:
    made = tuple(change("insertion", f"Person {n}, Norråkers kommun", 3) for n in range(9))
    (found,) = find("PL606", replace(PLAN, revisions=made))
    assert found.message.count("Person") == 6
    assert "; 3 till. Plats" in found.message


def test_a_document_of_no_known_kind_is_looked_at_too() -> None:
    letter = replace(markdown.read("Hej!"), revisions=(change("insertion", "Ada", 0),))
    (found,) = find("PL606", letter)
    assert found.message == "1 spårad ändring finns kvar, av Ada. Plats: brödtexten."


# PL607


TEXT = Text("document", 3, 0, "Text")


def comment(identifier: str, author: str, parent: str | None = None) -> Comment:
    return Comment(identifier, author, "2026-10-01", "Är det så?", TEXT, parent)


def test_only_open_threads_count_and_by_who_began_them() -> None:
    comments = (
        comment("1", "Ada"),
        comment("2", "Bo", parent="1"),
        replace(comment("3", "Bo"), resolved=True),
        comment("4", "Ada", parent="3"),
        replace(comment("5", "Cia"), text="planlint: ok – beslutat i maj"),
        replace(comment("6", "Bo"), anchor=None),
    )
    (found,) = find("PL607", replace(PLAN, comments=comments))
    assert found.message == "2 öppna kommentarer finns kvar, av Bo (1), Ada (1). Plats: 1 Sammanfattning."
    assert found.location.place.text == "Text"


def test_comments_that_are_settled_or_without_a_place() -> None:
    assert find("PL607", replace(PLAN, comments=(replace(comment("3", "Bo"), resolved=True),))) == []
    (found,) = find("PL607", replace(PLAN, comments=(replace(comment("6", "Bo"), anchor=None),)))
    assert found.message == "1 öppen kommentar finns kvar, av Bo, utan fäste i texten."


# PL608


def test_hidden_words_wherever_they_stand() -> None:
    def hidden(part: str, words: str, level: int | None = None) -> Paragraph:
        return Paragraph(Text(part, 9, 0, words), marks=(Mark(0, 4, "hidden"),), contents_level=level)

    header = Part("header1", "header", (hidden("header1", "Inte här"),))
    contents, blank = hidden("document", "Ej i listan", 1), hidden("document", "    tomt")
    source = replace(PLAN, body=(*PLAN.body, contents, blank, hidden("document", "Kom ihåg")), parts=(header,))
    (found,) = find("PL608", source)
    assert found.message == "Dold text finns på 2 ställen: ”Kom”, ”Inte”. Plats: 4 Insatser (1), sidhuvudet (1)."
    assert [location.place.text for location in found.related] == ["Inte"]
