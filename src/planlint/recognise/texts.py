"""All that is said in the plan, or in one section of it, for rules that look at words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planlint.model.document import Document, Paragraph, paragraphs
from planlint.model.text import Text
from planlint.recognise.sections import Section

Notes = dict[tuple[str, str], tuple[Text, ...]]


def notes_of(document: Document) -> Notes:
    """The texts of the footnotes and endnotes, by the part and the note's id."""
    return {
        (part.name, part.note): tuple(p.content for p in paragraphs(part.blocks) if p.text.strip())
        for part in document.parts
        if part.note
    }


def whole_text(document: Document) -> tuple[Text, ...]:
    """Every paragraph of the body with words in it, contents rows left out, and then every note."""
    body = [p.content for p in paragraphs(document.body) if p.contents_level is None and p.text.strip()]
    return (*body, *(text for texts in notes_of(document).values() for text in texts))


def section_texts(sections: Iterable[Section], notes: Notes) -> tuple[Text, ...]:
    """The headings' words and every paragraph of the sections, text boxes and the notes that hang there included."""
    return tuple(text for section in sections for inner in section.walk() for text in _texts(inner, notes))


def _texts(section: Section, notes: Notes) -> Iterator[Text]:
    yield section.heading.place
    for paragraph in paragraphs(section.blocks):
        yield from _with_notes(paragraph, notes)


def _with_notes(paragraph: Paragraph, notes: Notes) -> Iterator[Text]:
    if paragraph.text.strip():
        yield paragraph.content
    for anchor in paragraph.notes:
        yield from notes.get((anchor.part, anchor.note), ())
