"""Comments as planlint writes them into plans, samples and odd files: valid, in place, and nothing else touched."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml.etree import XMLSyntaxError

from planlint import word
from planlint.model.document import Reading
from tests.office import unmarked, validators
from tests.office.cases import FOLDER, WRITTEN, Case, annotate
from tests.office.package import unpack
from tests.office.schema import Schema
from tests.office.threads import AUTHOR, faults, remarks

UNREADABLE = {"odd-strict.docx", "odd-macros.docm", "odd-template.dotx"}
"""What python-docx does not open, whoever wrote it."""

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def folder(cases: tuple[Case, ...], annotated: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds each file as it was, in 'before', and with its comments, in 'after'."""
    made = tmp_path_factory.mktemp("files")
    for name, files in {"before": {case.name: case.data for case in cases}, "after": annotated}.items():
        (made / name).mkdir()
        for file, data in files.items():
            (made / name / file).write_bytes(data)
    return made


def test_there_are_comments_of_every_sort(cases: tuple[Case, ...]) -> None:
    assert sum(len(case.notes) for case in cases) > 400
    assert {note.place.part for case in cases for note in case.notes} >= {
        "document",
        "header1",
        "footnotes",
        "endnotes",
    }


def test_the_schema_finds_nothing_new(cases: tuple[Case, ...], annotated: Files, schema: Schema) -> None:
    new = {case.name: schema.complaints(annotated[case.name]) - schema.complaints(case.data) for case in cases}
    assert {name: complaints for name, complaints in new.items() if complaints} == {}


@pytest.mark.parametrize("complaints", [validators.audit, validators.integrity])
def test_other_programs_find_nothing_new(complaints: validators.Program, folder: Path) -> None:
    files = sorted((folder / "before").iterdir())
    new = {path.name: complaints(folder / "after" / path.name) - complaints(path) for path in files}
    assert {name: found for name, found in new.items() if found} == {}


def test_other_programs_miss_nothing(cases: tuple[Case, ...], folder: Path) -> None:
    names = [case.name for case in cases if unpack(case.data).main == "word/document.xml"]
    lost = {name: validators.losses(folder / "before" / name, folder / "after" / name) for name in names}
    assert {name: found for name, found in lost.items() if found} == {}


def test_every_comment_is_whole(cases: tuple[Case, ...], annotated: Files) -> None:
    wrong = {case.name: faults(annotated[case.name]) - faults(case.data) for case in cases}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_note_is_a_comment(cases: tuple[Case, ...], annotated: Files) -> None:
    said = {
        name: Counter(each.text for each in remarks(data) if each.author == AUTHOR) for name, data in annotated.items()
    }
    assert said == {case.name: Counter("\n".join(note.lines) for note in case.notes) for case in cases}


def test_nothing_else_is_touched(cases: tuple[Case, ...], annotated: Files) -> None:
    for same in (unmarked.without_own, unmarked.other_parts, unmarked.comments_of_people):
        assert [case.name for case in cases if same(annotated[case.name]) != same(case.data)] == [], same.__name__


@pytest.mark.parametrize("reading", ["final", "original"])
def test_planlint_reads_the_same(cases: tuple[Case, ...], annotated: Files, reading: Reading) -> None:
    changed = [case for case in cases if word.read(annotated[case.name], reading) != word.read(case.data, reading)]
    assert [case.name for case in changed] == []


def test_python_docx_reads_the_same(cases: tuple[Case, ...], annotated: Files) -> None:
    seen = {case.name: (as_python_docx_sees(case.data), as_python_docx_sees(annotated[case.name])) for case in cases}
    read = {name: (before, after) for name, (before, after) in seen.items() if before is not None}
    assert {name: after for name, (before, after) in read.items() if after != before} == {}
    assert seen.keys() - read.keys() <= UNREADABLE or FOLDER in os.environ


def as_python_docx_sees(data: bytes) -> list[str] | None:
    """The words of the paragraphs; None where python-docx does not open the file. No two comments have one id.

    It shows spaces that Word does not, and that go where such a text is cut.
    """
    try:
        document = docx.Document(BytesIO(data))
    except (KeyError, ValueError, XMLSyntaxError):
        return None
    identifiers = [each.comment_id for each in document.comments]
    assert len(identifiers) == len(set(identifiers)) == len(remarks(data))
    return [" ".join(each.text.split()) for each in document.paragraphs]


def test_again_it_is_the_same_file(cases: tuple[Case, ...], annotated: Files) -> None:
    later = WRITTEN + timedelta(days=3)
    again = {case.name: annotate(annotated[case.name], case.notes, case.reading, written=later) for case in cases}
    assert [name for name, data in again.items() if data != annotated[name]] == []


@pytest.mark.parametrize("left", [slice(None, None, 2), slice(0)])
def test_what_is_mended_is_gone(cases: tuple[Case, ...], annotated: Files, left: slice) -> None:
    fewer = [replace(case, notes=case.notes[left]) for case in cases]
    made = {case.name: annotate(annotated[case.name], case.notes, case.reading) for case in fewer}
    assert [case.name for case in fewer if said_by_planlint(made[case.name]) != wanted(case)] == []
    assert [case.name for case in fewer if faults(made[case.name]) - faults(case.data)] == []
    for same in (unmarked.without_own, unmarked.other_parts, unmarked.comments_of_people):
        assert [case.name for case in cases if same(made[case.name]) != same(case.data)] == [], same.__name__


def test_what_a_comment_says_is_renewed(cases: tuple[Case, ...], annotated: Files) -> None:
    other = [
        replace(case, notes=tuple(replace(each, lines=(*each.lines, "Nytt.")) for each in case.notes)) for case in cases
    ]
    made = {case.name: annotate(annotated[case.name], case.notes, case.reading) for case in other}
    assert [case.name for case in other if said_by_planlint(made[case.name]) != wanted(case)] == []


def said_by_planlint(data: bytes) -> Counter[str]:
    return Counter(each.text for each in remarks(data) if each.author == AUTHOR)


def wanted(case: Case) -> Counter[str]:
    return Counter("\n".join(note.lines) for note in case.notes)
