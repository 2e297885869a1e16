"""The consultation's samples: what each municipality's file is, and that the compilation is of them."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from planlint import word
from planlint.config import Config
from planlint.consult.answers.read import read_answer
from planlint.consult.sent import read_sent
from planlint.consult.table.read import read_table
from planlint.intake import Source
from planlint.model.consultation import Sent, Told
from planlint.model.document import paragraphs
from planlint.rulebook import load

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def sent(root: Path) -> Sent:
    """The plan that was sent out."""
    path = root / "samples" / "norradalen-plan.docx"
    return read_sent(Source(path, path.name), Config(), load())


@pytest.fixture
def answers(samples: Path) -> Path:
    return samples / "remiss" / "svar"


def told(path: Path, sent: Sent, content: bytes | None = None) -> Told:
    return read_answer(Source(path, path.name, content=content), sent)


def marks(data: bytes) -> int:
    """Tracked changes, counted in the XML."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return sum(1 for _ in root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"))


def test_what_libreoffice_saved_says_what_its_source_says(
    answers: Path, sent: Sent, source: Callable[[str], ModuleType]
) -> None:
    """The saved file is the one that cannot be made anew; its views are those of the file that was given."""
    path = answers / "hedmyra.docx"
    given = source("answers").hedmyra().write()
    saved, before = told(path, sent), told(path, sent, given)
    assert [(one.kind, one.spot, one.quote, one.proposal, one.text) for one in saved.said] == [
        (one.kind, one.spot, one.quote, one.proposal, one.text) for one in before.said
    ]
    with zipfile.ZipFile(path) as archive:
        assert b"LibreOffice" in archive.read("docProps/app.xml")


def test_each_answer_is_of_its_sort(answers: Path, sent: Sent) -> None:
    found = {path.name: told(path, sent) for path in sorted(answers.iterdir())}
    assert {name: (each.form, each.revisions, each.comments) for name, each in found.items()} == {
        "grana.docx": ("version", 0, 6),
        "hedmyra.docx": ("version", 210, 2),
        "lillsele-blankett.docx": ("form", 0, 0),
        "mardsjo-yttrande.docx": ("letter", 0, 0),
        "tallvik.docx": ("version", 50, 5),
    }
    for name, each in found.items():
        assert each.revisions == marks((answers / name).read_bytes())
        assert sum(one.marks for one in each.said) == each.revisions
        assert sum(one.comments for one in each.said) == each.comments
    assert found["grana.docx"].addresses == {
        "Noor Haddad": "noor.haddad@grana.example",
        "Per Lindh": "per.lindh@grana.example",
    }


def test_the_compilation_is_of_these_answers(samples: Path, answers: Path) -> None:
    path = samples / "remiss" / "sammanstallning.docx"
    table = read_table(Source(path, path.name))
    assert [basis.path for basis in table.basis] == sorted(each.name for each in answers.iterdir())
    assert sum(basis.revisions for basis in table.basis) == 260
    assert table.views == len(table.rows)
    assert {row.standpoint for row in table.rows} == {None}


@pytest.mark.parametrize("name", ["tallvik.docx", "grana.docx", "hedmyra.docx"])
def test_the_original_reading_of_a_version_is_the_plan(name: str, answers: Path, sent: Sent) -> None:
    original = word.read((answers / name).read_bytes(), "original")
    assert [each.text for each in paragraphs(original.body) if each.text and each.contents_level is None] == [
        each.text for each in paragraphs(sent.document.body) if each.text and each.contents_level is None
    ]
