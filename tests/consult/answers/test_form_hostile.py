"""Whatever stands in a form's tables, reading it raises nothing and no change and no comment is lost."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.consult.answers.form import is_form, read_form, read_form_sheets
from planlint.model.document import Cell, Comment, Document, Mark, Paragraph, Row, Table
from planlint.model.returned import Returned, TrackedChange
from planlint.model.text import Text
from planlint.sheets import Sheet
from tests.consult.returned import sent

HEADS = ("Id", "Avsnitt", "Slag av synpunkt", "Synpunkt", "Förslag till ny lydelse", "Ställningstagande", "Mer")
KEYS = tuple(spot.key for spot in sent().spots[:30])
WORDS = st.sampled_from(
    (*HEADS, *KEYS[:4], *KEYS[20:24], "", "", "Välj", "Stöd", "sak?", "Effektmål 2A", "4.2", "Datum: 2026-02-30",
     "Remissinstans", "E-post:", ":", "– ", "\u202e\x00\ud800", "avsnitt 9.9 " * 50, "Planens kontrollsumma: abc")
)  # fmt: skip
hostile = settings(max_examples=100, deadline=3_000, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def tables(draw: st.DrawFn) -> list[list[list[tuple[str, int, bool]]]]:
    """Tables of rows of cells, each of words, how many columns it takes and whether it continues the one above."""
    cell = st.tuples(WORDS, st.integers(1, 4), st.booleans())
    head = st.just([(words, 1, False) for words in HEADS[:5]])
    rows = st.lists(st.one_of(head, st.lists(cell, max_size=7)), max_size=6)
    return draw(st.lists(rows, max_size=4))


def document(drawn: list[list[list[tuple[str, int, bool]]]]) -> Document:
    count = 0
    blocks: list[Paragraph | Table] = []
    for rows in drawn:
        made = []
        for row in rows:
            cells = []
            for words, span, continues in row:
                marks = (Mark(0, len(words), "placeholder"),) if words == "Välj" else ()
                cells.append(Cell((Paragraph(Text("document", count, 0, words), marks=marks),), span, continues))
                count += 1
            made.append(Row(tuple(cells)))
        blocks += [Table(tuple(made)), Paragraph(Text("document", count, 0, "Vänliga hälsningar"))]
        count += 1
    return Document("word", "final", tuple(blocks), count)


@hostile
@given(tables(), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 3), st.sampled_from(["document", "header1"]))))
def test_documents(drawn: list[list[list[tuple[str, int, bool]]]], marks: list[tuple[int, int, str]]) -> None:
    read = document(drawn)
    places = [Text(part, paragraph, 0, "ord") for paragraph, _, part in marks]
    changes = tuple(
        TrackedChange("insertion", "words", "Bo Ek", "", place, paragraph, count)
        for place, (paragraph, count, _) in zip(places, marks, strict=True)
    )
    comments = tuple(Comment(str(number), "Bo Ek", "", "Nej.", place) for number, place in enumerate(places))
    original = Document("word", "original", read.body, read.paragraphs, comments=comments)
    is_form(read)
    told = read_form(read, sent(), Returned(original, read, changes))
    assert sum(said.marks for said in told.said) == told.revisions == sum(count for _, count, _ in marks)
    assert sum(said.comments for said in told.said) == told.comments == len(marks)
    assert all(said.spot is not None or said.why is not None for said in told.said)


@hostile
@given(st.lists(st.lists(WORDS, max_size=7), max_size=9), st.booleans())
def test_sheets(rows: list[list[str]], hidden: bool) -> None:  # noqa: FBT001 - drawn by the test's own strategy
    sheet = Sheet("S", tuple(map(tuple, rows)), hidden=hidden)
    told = read_form_sheets((sheet, Sheet("T", (HEADS[:5], *sheet.rows))), sent())
    assert told is not None
    assert all(said.spot is not None or said.why is not None for said in told.said)
