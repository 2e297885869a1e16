"""Plain text as a document."""

from __future__ import annotations

from planlint.consult.answers.plain import plain_document
from planlint.model.document import Paragraph


def paragraphs(text: str) -> list[tuple[str, int | None, int | None]]:
    """Each paragraph's words, its level as a heading and as an item."""
    found = [block for block in plain_document(text).body if isinstance(block, Paragraph)]
    assert [one.content.paragraph for one in found] == list(range(len(found)))
    return [(one.text, one.level, one.list_level) for one in found]


def test_wrapped_lines_are_joined_and_short_ones_are_not() -> None:
    text = """\ufeffVi har läst planen och tycker att den är tydlig, men vi saknar ett
avsnitt om kostnader.

Med vänlig hälsning
Karin Ek
kommundirektör
karin.ek@lillsele.example
"""
    assert paragraphs(text) == [
        ("Vi har läst planen och tycker att den är tydlig, men vi saknar ett avsnitt om kostnader.", None, None),
        ("Med vänlig hälsning", None, None),
        ("Karin Ek", None, None),
        ("kommundirektör", None, None),
        ("karin.ek@lillsele.example", None, None),
    ]


def test_items_stay_apart_with_their_wrapped_lines() -> None:
    text = """Tre saker:
- Den första saken är så lång att den måste brytas på två rader i ett
  brev med fast bredd.
- Den andra.
1. Numrerad.
"""
    assert paragraphs(text) == [
        ("Tre saker:", None, None),
        ("- Den första saken är så lång att den måste brytas på två rader i ett brev med fast bredd.", None, 0),
        ("- Den andra.", None, 0),
        ("1. Numrerad.", None, 0),
    ]


def test_a_line_drawn_under_words_makes_a_heading() -> None:
    assert paragraphs("Insatser\n========\nBra.\n\n-----\nSlut.") == [
        ("Insatser", 1, None),
        ("Bra.", None, None),
        ("Slut.", None, None),
    ]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = "Vi tycker att planen är bra. " * 5
    assert paragraphs(f"{long}\nInsats 4.2 är svår.") == [
        (long.strip(), None, None),
        ("Insats 4.2 är svår.", None, None),
    ]
