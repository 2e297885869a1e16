"""Comments of planlint's that somebody has answered in Word: the thread stays, in the file and in LibreOffice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from planlint import word
from planlint.model.note import Note
from planlint.model.text import Text
from tests.office import unmarked
from tests.office.build import comment, end, start
from tests.office.cases import GONE, annotate
from tests.office.libreoffice import Annotation, Converter, read_annotations
from tests.office.odd import odd_files
from tests.office.package import pack, unpack
from tests.office.schema import Schema
from tests.office.threads import AUTHOR, Remark, faults, remarks

LINES = ("PL305 Fel: Förväntad nytta saknas.", "Gör så här: Skriv den.")
NOTE = Note("00000000000000aa", Text("document", 0, 9, "ligger"), LINES)
OTHER = Note("00000000000000bb", Text("document", 1, 0, "Ett"), ("PL401 Varning: Ingen princip.",))
ANSWER = Remark("77", "Bo Ek", "Så ska det vara.")
GONE_NOW = f"PL305 {GONE}"
DOCUMENT, COMMENTS, EXTENDED = "word/document.xml", "word/comments.xml", "word/commentsExtended.xml"


@pytest.fixture(scope="module")
def answered() -> bytes:
    """A file with two comments of planlint's, as Word saves it when somebody has answered the first."""
    made = annotate(odd_files()["commented.docx"], [NOTE, OTHER])
    entries = {name: content.decode() for name, content in unpack(made).entries.items()}
    own = re.findall(r'<w:comment [^>]*w:id="(\d+)"[^>]*w:author="planlint".*?w14:paraId="(\w+)"', entries[COMMENTS])
    (number, name), (_, other) = [(int(identifier), name) for identifier, name in own]
    entries[DOCUMENT] = (
        entries[DOCUMENT].replace(start(number), start(number) + start(77)).replace(end(number), end(number) + end(77))
    )
    said = comment(77, ANSWER.text, ANSWER.author, "0000F077")
    entries[COMMENTS] = entries[COMMENTS].replace("</w:comments>", f"{said}</w:comments>")
    rows = f'<w15:commentEx w15:paraId="{name}" w15:done="0"/><w15:commentEx w15:paraId="{other}" w15:done="0"/>'
    rows += f'<w15:commentEx w15:paraId="0000F077" w15:paraIdParent="{name}" w15:done="0"/>'
    entries[EXTENDED] = entries[EXTENDED].replace("</w15:commentsEx>", f"{rows}</w15:commentsEx>")
    return pack({name: content.encode() for name, content in entries.items()})


def own_words(data: bytes) -> list[str]:
    return [each.text for each in remarks(data) if each.author == AUTHOR]


def test_the_thread_is_whole_to_begin_with(answered: bytes, schema: Schema) -> None:
    assert (faults(answered), schema.complaints(answered)) == (Counter(), Counter())
    assert own_words(answered) == ["\n".join(LINES), *OTHER.lines]
    assert [each for each in remarks(answered) if each.id == "77"] == [ANSWER]
    (answer,) = [each for each in word.read(answered).comments if each.id == "77"]
    assert (answer.answers, answer.anchor) == ("\n".join(LINES), NOTE.place)


def test_nothing_changes_while_the_findings_are_there(answered: bytes) -> None:
    made = annotate(answered, [NOTE, OTHER])
    assert remarks(made) == remarks(answered)
    assert unmarked.without_own(made) == unmarked.without_own(answered)
    assert unmarked.other_parts(made) == unmarked.other_parts(answered)
    assert unpack(annotate(made, [NOTE, OTHER])).entries == unpack(made).entries


def test_an_answered_comment_outlives_its_finding(answered: bytes, schema: Schema) -> None:
    made = annotate(answered, [OTHER])
    assert own_words(made) == [GONE_NOW, *OTHER.lines]
    assert unmarked.comments_of_people(made) == unmarked.comments_of_people(answered)
    assert (faults(made), schema.complaints(made)) == (Counter(), Counter())
    assert unpack(annotate(made, [OTHER])).entries == unpack(made).entries


def test_it_speaks_again_when_the_finding_is_back(answered: bytes) -> None:
    made = annotate(annotate(answered, [OTHER]), [NOTE, OTHER])
    assert own_words(made) == ["\n".join(LINES), *OTHER.lines]
    assert faults(made) == Counter()


def test_a_comment_without_answers_goes_with_its_row(answered: bytes) -> None:
    made = annotate(answered, [NOTE])
    assert own_words(made) == ["\n".join(LINES)]
    assert faults(made) == Counter()
    rows = [unpack(each).entries[EXTENDED].count(b"<w15:commentEx ") for each in (answered, made)]
    assert rows == [7, 6]


def test_an_accepted_finding_is_said_only_where_it_is_answered(answered: bytes) -> None:
    accepted = [replace(each, answers=True) for each in (NOTE, OTHER)]
    assert own_words(annotate(answered, accepted)) == ["\n".join(LINES)]
    assert own_words(annotate(odd_files()["commented.docx"], accepted)) == []


def test_libreoffice_shows_the_thread(answered: bytes, libreoffice: Converter) -> None:
    before = odd_files()["commented.docx"]
    files = {"before.docx": before, "answered.docx": answered, "mended.docx": annotate(answered, [OTHER])}
    shown = {name: read_annotations(flat) for name, flat in libreoffice(files, "fodt").items()}
    people = Counter(shown.pop("before.docx"))
    answer = Annotation(ANSWER.author, ANSWER.text, "ligger")
    other = Annotation(AUTHOR, OTHER.lines[0], "Ett")
    assert {name: Counter(found) - people for name, found in shown.items()} == {
        "answered.docx": Counter([Annotation(AUTHOR, "\n".join(LINES), "ligger"), answer, other]),
        "mended.docx": Counter([Annotation(AUTHOR, GONE_NOW, "ligger"), answer, other]),
    }
    assert people.total() == 4
