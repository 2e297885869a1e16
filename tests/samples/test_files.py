"""The sample files: made from their source, sound Word files, and the same plan in Word and in Markdown."""

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType

import docx
import pytest
from lxml import etree

from planlint import markdown, word
from planlint.model.document import Document, Paragraph, Properties, paragraphs
from samples.source.__main__ import main, make

PLANS = ["norradalen-plan.docx", "norradalen-remissvar.docx", "norradalen-utkast.docx"]
FILES = sorted(path.name for path in (Path(__file__).parents[2] / "samples").glob("*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def entries(data: bytes) -> dict[str, tuple[object, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {entry.filename: (entry.date_time, archive.read(entry)) for entry in archive.infolist()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file that the program writes, by its path among the samples."""
    folder = tmp_path_factory.mktemp("samples")
    main(folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_word_files_are_what_their_source_makes(samples: Path, written: dict[str, bytes]) -> None:
    made = {name: data for name, data in written.items() if "/" not in name}
    assert sorted(made) == FILES
    for name, data in made.items():
        assert entries(data) == entries((samples / name).read_bytes()), f"run python -m samples.source: {name}"


def test_the_files_of_the_consultation_are_what_their_source_makes(samples: Path, written: dict[str, bytes]) -> None:
    made = {name: data for name, data in written.items() if "/" in name}
    assert len(made) > 1
    for name, data in made.items():
        assert (samples / name).read_bytes() == data, f"run python -m samples.source: {name}"


def test_the_same_source_makes_the_same_bytes(written: dict[str, bytes]) -> None:
    assert make() == {name: data for name, data in written.items() if "/" not in name}


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "data" / "ooxml-xsd" / "wml.xsd"))


@pytest.mark.parametrize("name", FILES)
def test_the_parts_follow_the_schema(name: str, samples: Path, schema: etree.XMLSchema) -> None:
    checked = []
    for part, (_, data) in entries((samples / name).read_bytes()).items():
        root = etree.fromstring(data) if part.endswith(".xml") else None
        if root is None or not root.tag.startswith(W):
            continue
        for element in root.iter():
            for attribute in [
                key for key in element.attrib if re.match(r"\{http://schemas\.microsoft|" + MC, str(key))
            ]:
                del element.attrib[attribute]
        assert schema.validate(root), (part, schema.error_log)
        checked.append(part.removeprefix("word/"))
    expected = [
        "document.xml",
        "footer1.xml",
        "header1.xml",
        "header2.xml",
        "numbering.xml",
        "settings.xml",
        "styles.xml",
    ]
    assert sorted(checked) == sorted([*expected, *(["comments.xml"] if "remissvar" in name else [])])


@pytest.mark.parametrize("name", PLANS)
def test_python_docx_opens_them(name: str, samples: Path) -> None:
    opened = docx.Document(str(samples / name))
    assert opened.core_properties.title == "Handlingsplan för digitalisering i Norrådalen 2027–2029"
    assert [p.text for p in opened.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "Sammanfattning",
        "Nuläge",
        "Fokusområden",
        "Insatser",
        "Bilagor",
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_relationship_leads_to_a_part_and_every_id_to_a_relationship(name: str, samples: Path) -> None:
    parts = entries((samples / name).read_bytes())
    for relations in [part for part in parts if part.startswith("word/_rels/")]:
        known = {r.get("Id"): r for r in etree.fromstring(parts[relations][1])}
        inside = [r.get("Target") for r in known.values() if r.get("TargetMode") != "External"]
        assert [target for target in inside if f"word/{target}" not in parts] == []
        used = re.findall(rb'r:(?:id|embed)="(\w+)"', parts[relations.replace("_rels/", "").removesuffix(".rels")][1])
        assert {one.decode() for one in used} <= set(known)


def said(document: Document) -> Iterator[tuple[str, str | None, int | None, int | None]]:
    """Each paragraph's words, number, heading level and list level; the contents left out, which Markdown has not."""
    for paragraph in paragraphs(document.body):
        if paragraph.contents_level is None and paragraph.style != "toc heading" and paragraph.text:
            yield *number(paragraph), paragraph.level, paragraph.list_level


def number(paragraph: Paragraph) -> tuple[str, str | None]:
    typed = re.fullmatch(r"(\d(?:\.\d)?) (.+)", paragraph.text) if paragraph.level in {1, 2} else None
    return (typed[2], typed[1]) if typed else (paragraph.text, paragraph.number)


def test_the_plan_in_word_says_what_the_plan_in_markdown_says(samples: Path) -> None:
    in_word = word.read((samples / "norradalen-plan.docx").read_bytes())
    in_markdown = markdown.read((samples / "norradalen-plan.md").read_text(encoding="utf-8"))
    assert list(said(in_word)) == list(said(in_markdown))
    assert len(list(said(in_word))) == 386
    assert in_word.properties == Properties(
        title="Handlingsplan för digitalisering i Norrådalen 2027–2029",
        language="sv-SE",
    )
    assert in_markdown.properties == Properties(
        title="Handlingsplan för digitalisering i Norrådalen 2027–2029", language="sv-SE"
    )
    assert (in_word.unread, in_word.revisions, in_word.comments) == ((), (), ())


def test_the_readme_names_every_file_and_every_fault(samples: Path, source: Callable[[str], ModuleType]) -> None:
    readme = (samples / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(.+?)`", readme, re.MULTILINE))
    remiss = (path for path in (samples / "remiss").rglob("*") if path.is_file())
    consultation = {path.relative_to(samples).as_posix() for path in remiss}
    assert named == {*FILES, *(path.name for path in samples.glob("*-*.md")), *consultation}
    for title, edits in (("draft", source("draft_edits").EDITS), ("card", source("card").CARD_EDITS)):
        faults = readme.partition(f"## The {title}'s faults\n")[2].partition("\n## ")[0]
        made = {rule.split()[0] for edit in edits for rule in edit.breaks}
        assert set(re.findall(r"PL\d{3}", faults)) == made
