"""Comments in whole files: the text is the same afterwards, and the words between the marks are the place's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from planlint import word
from planlint.errors import InputError
from planlint.model.document import Document, Reading, paragraphs
from planlint.model.note import Note
from planlint.model.text import Struck, Text
from tests.word.annotate import odd
from tests.word.annotate.margin import annotate, entries, marks, note
from tests.word.build import W

READINGS: Final[tuple[Reading, ...]] = ("final", "original")
LONGEST = 40


def seeded(seed: str | int) -> Random:
    return Random(seed)  # noqa: S311  # the same places every time


def contents(document: Document) -> list[Text]:
    """The text of every paragraph, wherever it stands."""
    blocks = (*document.body, *(block for part in document.parts for block in part.blocks))
    return [paragraph.content for paragraph in paragraphs(blocks)]


def scattered(document: Document, source: Random, number: int) -> Iterator[Note]:
    """Notes on pieces of paragraphs here and there, on empty places, and on words that the reading does not show."""
    places = contents(document)
    hidden = [each.place for each in document.revisions if not each.shown(document.reading)]
    for at in range(number if places else 0):
        content = source.choice(places)
        start = source.randint(0, len(content.text))
        yield note(at, content.cut(start, start + source.randint(0, LONGEST)))
    for at, place in enumerate(source.sample(hidden, min(3, len(hidden)))):
        yield note(1000 + at, Struck(place.part, place.paragraph, place.start, place.text))


def hold(data: bytes, notes: tuple[Note, ...], reading: Reading) -> bytes:
    """Annotates, and asserts what must be true of any file."""
    made = annotate(data, *notes, reading=reading)
    for each in READINGS:
        assert word.read(made, each) == word.read(data, each)
    assert annotate(made, *notes, reading=reading) == made
    before, after = entries(data), entries(made)
    changed = {name for name in before if after[name] != before[name]}
    assert {re.sub(r".*/", "", name) for name in changed} <= {
        "document.xml", "comments.xml", "document.xml.rels", "[Content_Types].xml"
    }  # fmt: skip
    assert len(marks(made)) == len(notes)
    ids_are_unique(after["word/document.xml"], before["word/document.xml"])
    gone = annotate(made, reading=reading)
    for each in READINGS:
        assert word.read(gone, each) == word.read(data, each)
    assert b"commentReference" in before["word/document.xml"] or b"commentR" not in entries(gone)["word/document.xml"]
    return made


def ids_are_unique(after: bytes, before: bytes) -> None:
    """No tracked change has an id that another has, unless it was so."""
    names = [f"{{{W}}}{kind}" for kind in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")]
    was, now = ([each.get(f"{{{W}}}id") for each in etree.fromstring(xml).iter(*names)] for xml in (before, after))
    assert len(now) - len(set(now)) <= len(was) - len(set(was))


@pytest.fixture(scope="module")
def plan_files(root: Path, plans: Path) -> list[Path]:
    return [*sorted((root / "samples").glob("*.docx")), *sorted(plans.glob("*.docx"))]


def test_plans_and_samples(plan_files: list[Path]) -> None:
    assert len(plan_files) > 10
    for path in plan_files:
        data = path.read_bytes()
        for reading in READINGS if b"w:ins " in entries(data)["word/document.xml"] else READINGS[:1]:
            document = word.read(data, reading)
            hold(data, tuple(scattered(document, seeded(path.name), 40)), reading)


def test_words_of_plans_are_the_very_words(plan_files: list[Path]) -> None:
    """But for fields that show a page or another place, which stand whole."""
    wider = 0
    for path in plan_files:
        data = path.read_bytes()
        blocks = paragraphs(word.read(data).body, boxes=False)
        places = [each.content for each in blocks if each.text]
        chosen = seeded(path.name).sample(places, min(60, len(places)))
        notes = tuple(note(at, place.cut(at % 7, at % 7 + 30)) for at, place in enumerate(chosen))
        notes = tuple(each for each in notes if each.place.text)
        for each, mark in zip(notes, marks(annotate(data, *notes)), strict=True):
            wider += mark.words != each.place.text
            assert each.place.text in mark.words, path.name
    assert wider <= 5


def test_every_file_of_the_corpus(shared: Path) -> None:
    read = 0
    for path in sorted((shared / "corpus").iterdir()):
        data, source = path.read_bytes(), seeded(path.name)
        reading = source.choice(READINGS)
        try:
            document = word.read(data, reading)
        except InputError:
            with pytest.raises(InputError):
                annotate(data)
            continue
        notes = tuple(scattered(document, source, 6))
        assert word.read(annotate(data, *notes, reading=reading), reading) == document, path.name
        read += bool(path.suffix)
    assert read >= 100


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(odd.files, st.randoms(use_true_random=False), st.sampled_from(READINGS))
def test_odd_files(data: bytes, source: Random, reading: Reading) -> None:
    document = word.read(data, reading)
    notes = tuple(scattered(document, source, 6))
    made = hold(data, notes, reading)
    if reading == "final":
        for each, mark in zip(notes, marks(made), strict=True):
            if not isinstance(each.place, Struck) and not_in_a_box(data, each.place):
                assert stands_in(each.place.text, mark.words)


def stands_in(words: str, wider: str) -> bool:
    """Whether all the words are there in order; between them may be a field's instruction, which is not shown."""
    found = iter(wider)
    return all(character in found for character in words)


def not_in_a_box(data: bytes, place: Text) -> bool:
    body = etree.fromstring(entries(data)["word/document.xml"])
    paragraph = list(body.iter(f"{{{W}}}p"))[place.paragraph]
    return not any(each.tag == f"{{{W}}}txbxContent" for each in paragraph.iterancestors())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_broken_bytes_are_refused_or_annotated(data: st.DataObject) -> None:
    whole = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    broken = bytes(whole)
    assert word.is_annotated(broken) in {True, False}
    try:
        document = word.read(broken)
        made = annotate(broken, *scattered(document, seeded(1), 3))
    except InputError:
        return
    assert word.read(made) == document


SMALL = odd.word_file(["<w:p><w:r><w:t>Att göra mer</w:t></w:r></w:p>"])
