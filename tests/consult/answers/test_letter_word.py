"""Letters in Word: headings of all looks, comments, tracked changes."""

from __future__ import annotations

from collections.abc import Sequence

from planlint.consult.answers.letter import read_letter
from planlint.model.consultation import Reply
from planlint.model.document import Comment, Document, Mark, Paragraph
from planlint.model.returned import Returned, TrackedChange
from planlint.model.text import Struck, Text
from tests.consult.letters import sample, views, where


def paragraph(index: int, text: str, *, bold: bool = False, level: int | None = None, **looks: object) -> Paragraph:
    marks = (Mark(0, len(text), "bold"),) if bold else ()
    return Paragraph(Text("document", index, 0, text), level=level, marks=marks, **looks)  # type: ignore[arg-type]


def document(*paragraphs: Paragraph, comments: Sequence[Comment] = ()) -> Document:
    return Document("word", "final", paragraphs, len(paragraphs), comments=tuple(comments))


def test_bold_lines_numbers_and_line_breaks() -> None:
    told = read_letter(
        document(
            paragraph(0, "Insats 4.1", bold=True),
            paragraph(1, "Eleverna glöms bort.\nEffektmål 1B är bra."),
            paragraph(2, "Digital tillsyn och mobil dokumentation", level=2, number="4.2"),
            paragraph(3, "Kommunernas roll", bold=True),
            paragraph(4, "Rollen är för stor."),
            paragraph(5, "Aktiviteter", bold=True),
            paragraph(6, "Kom igång nu.", list_level=0, bullet=True),
            paragraph(7, "Vi avstyrker insats 4.4", bold=True),
            paragraph(8, "Den är för dyr."),
        ),
        sample(),
    )
    care = "4.2 Digital tillsyn och mobil dokumentation"
    assert views(told) == [
        ("4.1 En ingång till skolans läromedel", "Eleverna glöms bort."),
        ("Effektmål 1B", "Effektmål 1B är bra."),
        (f"{care} – Kommunernas roll", "Rollen är för stor."),
        (f"{care} – Aktiviteter", "Kom igång nu."),
        ("4.4 Förstudie om ett gemensamt e-arkiv", "Vi avstyrker insats 4.4"),
        ("4.4 Förstudie om ett gemensamt e-arkiv", "Den är för dyr."),
    ]
    assert told.said[1].place == Text("document", 1, 21, "Effektmål 1B är bra.")


def test_inner_items_belong_to_the_one_above() -> None:
    told = read_letter(
        document(
            paragraph(0, "Mål 1A är oklart:", list_level=0, bullet=True),
            paragraph(1, "vem mäter", list_level=1, bullet=True),
            paragraph(2, "när mäts det", list_level=1, bullet=True),
            paragraph(3, "Mål 1B är bra.", list_level=0, bullet=True),
        ),
        sample(),
    )
    assert views(told) == [
        ("Effektmål 1A", "Mål 1A är oklart:\n– vem mäter\n– när mäts det"),
        ("Effektmål 1B", "Mål 1B är bra."),
    ]


def test_comments_are_views_placed_by_their_own_words() -> None:
    anchor = Text("document", 0, 0, "Mål 1A")
    comments = (
        Comment("1", "Ingrid Sollén", "2026-11-01T10:00:00Z", "Mål 2A är viktigare.", anchor),
        Comment("2", "Mats Åkervall", "2026-11-02T10:00:00Z", "Håller med.", anchor, parent="1"),
        Comment("3", "Ingrid Sollén", "2026-11-03T10:00:00Z", "Ska vi skriva så här?", anchor, resolved=True),
    )
    final = document(paragraph(0, "Mål 1A är bra."), comments=comments)
    told = read_letter(final, sample(), Returned(final, final, (), {"Ingrid Sollén": "ingrid@tallvik.example"}))
    assert [(where(said), said.kind, said.text, said.author, said.comments) for said in told.said] == [
        ("Effektmål 1A", "statement", "Mål 1A är bra.", "", 0),
        ("Effektmål 2A", "comment", "Mål 2A är viktigare.", "Ingrid Sollén", 2),
        ("(no-place)", "comment", "Ska vi skriva så här?", "Ingrid Sollén", 1),
    ]
    assert told.said[1].replies == (Reply("Mats Åkervall", "2026-11-02T10:00:00Z", "Håller med."),)
    assert [said.resolved for said in told.said] == [False, False, True]
    assert told.comments == sum(said.comments for said in told.said) == 3
    assert told.addresses == {"Ingrid Sollén": "ingrid@tallvik.example"}


def change(index: int, marks: int, part: str = "document") -> TrackedChange:
    return TrackedChange("insertion", "words", "A", "", Struck(part, index, 0, "ord"), index, marks)


def test_marks_are_counted_into_the_view_that_they_stand_in_or_nearest_to() -> None:
    final = document(
        paragraph(0, "Granå kommun"),
        paragraph(1, "Mål 1A är bra."),
        paragraph(2, "Insats 4.2", bold=True),
        paragraph(3, "Den är svår."),
    )
    changes = (change(0, 1), change(1, 2), change(2, 4), change(3, 8), change(0, 16, "header1"))
    told = read_letter(final, sample(), Returned(final, final, changes))
    assert [(where(said), said.marks) for said in told.said] == [
        ("Effektmål 1A", 23),
        ("4.2 Digital tillsyn och mobil dokumentation", 8),
    ]
    assert told.revisions == 31


def test_marks_of_a_letter_that_says_nothing_are_not_lost() -> None:
    final = document(paragraph(0, "Granå kommun"))
    told = read_letter(final, sample(), Returned(final, final, (change(0, 3),)))
    assert [(said.kind, said.spot, said.why, said.marks) for said in told.said] == [("formatting", None, "no-place", 3)]
    assert (told.revisions, told.respondent) == (3, "Granå kommun")
