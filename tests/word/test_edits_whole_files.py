"""Edits of every sort, by chance, in whole files: what the file then says, and whether it is sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planlint import word
from planlint.model.document import Document, Reading, Row, Table, paragraphs
from planlint.model.edit import Add, AddRow, Edit, Join, Remove, RemoveRow, Replace, Split
from planlint.model.text import Text
from tests.office.package import unpack
from tests.office.schema import Schema
from tests.word.edit_model import Spot, edited, said, spots_of

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FILES = [
    *sorted((ROOT / "samples").glob("*.docx")),
    *sorted((SHARED / "plans").glob("*.docx")),
    *(
        path
        for start in (
            "0046e12f",
            "1da9955b",
            "26d85c1a",
            "32789c60",
            "4ba8356f",
            "4bb4acb8",
            "540e1cb8",
            "6cf73646",
            "71ae5d7a",
            "8b0275a0",
        )
        for path in (SHARED / "corpus").glob(f"{start}-*")
    ),
]
"""Samples, plans, and files with content controls, moves, links, fields, nested and merged tables, and notes."""
READINGS: list[tuple[Path, Reading]] = [
    *((path, "final") for path in FILES),
    *(
        (path, "original")
        for path in FILES
        if path.name.startswith(("tracked", "norradalen-remissvar", "0046", "32789"))
    ),
]
WORDS = st.sampled_from(["", "ny", " och mer ", "Bedriva\tutveckling\nav skolan", "å", "1A: Att öka takten"])


@dataclass(frozen=True)
class Known:
    """What edits are drawn from."""

    document: Document
    places: tuple[tuple[Text, Spot], ...]
    """The whole of each paragraph."""
    needed: frozenset[tuple[str, int]]
    """Paragraphs with marks of notes, which are read no more when their mark goes."""
    rows: tuple[Row, ...]


def know(document: Document) -> Known:
    parts = (document.body, *(part.blocks for part in document.parts))
    return Known(
        document,
        tuple(
            (Text(part, number, 0, spot.line.texts[0]), spot)
            for part, spots in spots_of(document).items()
            for number, spot in spots.items()
        ),
        frozenset(
            (each.content.part, each.content.paragraph) for blocks in parts for each in paragraphs(blocks) if each.notes
        ),
        tuple(row for block in document.body if isinstance(block, Table) for row in block.rows),
    )


def words_changed(draw: st.DrawFn, place: Text) -> list[Edit]:
    a, b, c, d = sorted(draw(st.lists(st.integers(0, len(place.text)), min_size=4, max_size=4)))

    def part(start: int, end: int) -> Text:
        return Text(place.part, place.paragraph, start, place.text[start:end])

    every: list[Edit] = [
        Replace(part(a, b), draw(WORDS)),
        Split(part(b, b)),
        Replace(part(c, c), draw(WORDS)),
        Replace(part(c, d), draw(WORDS)),
        Split(part(d, d)),
        Join(place),
    ]
    return draw(st.lists(st.sampled_from(every), unique_by=id, max_size=len(every)))


@st.composite
def edits_in(draw: st.DrawFn, known: Known) -> tuple[Edit, ...]:
    """Edits, at most one sort in each paragraph and in each row of a table."""
    made: list[Edit] = []
    chosen = draw(st.lists(st.integers(0, len(known.places) - 1), unique=True, min_size=1, max_size=8))
    taken: set[int] = set()
    for place, spot in (known.places[index] for index in chosen):
        around = {id(spot.row)} | {id(grid) for _, grid in spot.around} if spot.row else set()
        if not taken.isdisjoint(around):
            continue
        taken |= around
        sort = draw(st.sampled_from(("words", "words", "remove", "add", "add-row", "remove-row")))
        body, needed = place.part == "document", (place.part, place.paragraph) in known.needed
        if sort == "words":
            made += words_changed(draw, place)
        elif sort == "remove" and not needed:
            made.append(Remove(place))
        elif sort == "add" and body:
            blocks = draw(st.lists(st.sampled_from(known.document.body), min_size=1, max_size=2))
            made.append(Add(draw(st.sampled_from((place.paragraph, -1))), tuple(blocks)))
        elif sort == "add-row" and body and spot.row and known.rows:
            made.append(AddRow(place.paragraph, draw(st.sampled_from(known.rows))))
        elif sort == "remove-row" and spot.row and not known.needed:
            made.append(RemoveRow(place))
    return tuple(made)


@pytest.fixture(scope="module")
def schema(shared: Path) -> Schema:
    """The ECMA schema."""
    return Schema(shared / "data" / "ooxml-xsd")


@pytest.mark.parametrize(("path", "reading"), READINGS, ids=lambda each: getattr(each, "name", each))
def test_a_file_says_what_its_texts_say_with_the_same_edits(path: Path, reading: Reading, schema: Schema) -> None:
    data = path.read_bytes()
    known, faults = know(word.read(data, reading)), set(schema.complaints(data))

    @settings(
        max_examples=6,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
        phases=(Phase.generate,),  # to shrink what fails in a whole plan takes minutes
    )
    @given(edits_in(known))
    def hold(edits: Sequence[Edit]) -> None:
        made = word.apply_edits(data, edits, reading)
        assert said(word.read(made, reading)) == edited(known.document, edits)
        assert set(schema.complaints(made)) <= faults
        before, after = unpack(data).entries, unpack(made).entries
        changed = {name for name in before if before[name] != after[name]}
        assert len(before) == len(after)
        assert len(changed) <= len({getattr(edit, "place", known.places[0][0]).part for edit in edits})

    hold()


def test_the_same_edits_give_the_same_bytes_and_none_change_no_part(root: Path) -> None:
    data = (root / "samples" / "norradalen-plan.docx").read_bytes()
    place = next(place for place, _ in know(word.read(data)).places if len(place.text) > 10)
    edits = (Replace(place, "Nytt"), Split(Text(place.part, place.paragraph, place.end, "")), Join(place))
    assert word.apply_edits(data, edits) == word.apply_edits(data, edits[::-1]) != data
    assert unpack(word.apply_edits(data, ())).entries == unpack(data).entries
