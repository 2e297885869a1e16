"""Real files: the plan in many forms, and Word files from all over, sound and broken."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
from lxml import etree

from planlint.errors import InputError
from planlint.model.document import paragraphs
from planlint.word import read
from planlint.word.package import Package
from tests.word.dump import GOLDEN, READINGS, goldens

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
SHOWN = "not(ancestor::w:del or ancestor::w:moveFrom or ancestor::mc:Fallback or ancestor::w:rt)"
LEAVES = etree.XPath(f"//w:body//w:t[{SHOWN}]/text() | //w:body//m:t[{SHOWN}]/text()", namespaces=NAMESPACES)
PARAGRAPHS = etree.XPath("count(//w:body//w:p)", namespaces=NAMESPACES)
BROKEN = {"encrypted_cfb": "encrypted", "corrupt_zip": "damaged", "legacy_doc": "old-format", "dtd_in_xml": "damaged"}
"""INDEX.tsv's word for what is wrong with a file, and the code that tells it."""
THEME_ONLY = "80bd9631-stress025.docx"
"""A package whose main part is a theme."""


def test_plans_are_read_as_they_were(plans: Path) -> None:
    expected = {path.name: path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob("*.txt"))}
    assert {path.name: content for path, content in goldens(plans)} == expected


def test_plans_hold_what_is_known_of_them(plans: Path) -> None:
    document = read((plans / "swedish-styles.docx").read_bytes())
    found = list(paragraphs(document.body))
    headings = [block.number for block in found if block.level == 2]
    assert headings == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2", "3.3", "3.4", "3.5", "4.1", "4.2", "4.3", "4.4", "4.5", "5.1",
        "5.2", "5.3",
    ]  # fmt: skip
    assert [block.number for block in found if block.number and block.level is None] == [
        "1A:", "1B:", "1C:", "2A:", "2B:", "3A:", "3B:", "4A:", "4B:", "5A:", "5B:",
    ]  # fmt: skip
    assert sum(block.contents_level is not None for block in found) == 23


def expected_code(name: str, has: str) -> str | None:
    found = {code for word, code in BROKEN.items() if word in has.split(",")}
    return "not-word" if name == THEME_ONLY else next(iter(found), None)


def test_corpus_is_read_or_refused_in_one_line(shared: Path) -> None:
    rows = (shared / "corpus" / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wrong = []
    for line in rows:
        name, _, _, has = line.split("\t")
        data = (shared / "corpus" / name).read_bytes()
        for reading in READINGS:
            began, code = time.process_time(), None
            try:
                read(data, reading)
            except InputError as error:
                code = error.code
            if code != expected_code(name, has) or time.process_time() - began > 5:
                wrong.append((name, reading, code))
    assert wrong == []


@pytest.mark.parametrize("folder", ["corpus", "plans"])
def test_nothing_that_is_shown_is_lost(shared: Path, folder: str) -> None:
    lost = {}
    for path in sorted((shared / folder).glob("*.do*")):
        try:
            document = read(path.read_bytes())
        except InputError:
            continue
        package = Package(path.read_bytes())
        root = package.xml(package.main)
        assert root is not None
        missing = letters("".join(map(str, cast("list[str]", LEAVES(root)))))
        missing.subtract(letters("".join(block.text for block in paragraphs(document.body))))
        if +missing or document.paragraphs != PARAGRAPHS(root):
            lost[path.name] = +missing
    assert lost == {}


def letters(text: str) -> Counter[str]:
    """How often each character stands in the text, white space left out."""
    return Counter("".join(text.split()))
