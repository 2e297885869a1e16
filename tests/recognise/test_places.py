"""Every leaf of the plan stands where it says: the promise that findings and comments build on."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from planlint import word
from planlint.model.document import Document, Reading, paragraphs
from planlint.model.framework import Framework
from planlint.model.text import Text
from planlint.recognise import recognise
from planlint.rulebook import Rulebook

NAMES = ("swedish-styles", "libreoffice", "gdocs-like", "tables", "fake-headings", "tracked-comments")


def leaves(node: object) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from leaves(one)
    elif is_dataclass(node):
        for field in fields(node):
            yield from leaves(getattr(node, field.name))


def written(document: Document) -> dict[tuple[str, int], str]:
    blocks = [document.body, *(part.blocks for part in document.parts)]
    return {(p.content.part, p.content.paragraph): p.text for block in blocks for p in paragraphs(block)}


@pytest.mark.parametrize("reading", ["final", "original"])
@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_is_cut_from_its_paragraph(
    plans: Path, fyrbodal: Framework, rulebook: Rulebook, name: str, reading: Reading
) -> None:
    document = word.read((plans / f"{name}.docx").read_bytes(), reading)
    texts = written(document)
    plan = recognise(document, fyrbodal, rulebook.principle_sets[fyrbodal.principle_set or ""])
    found = list(leaves(plan))
    assert len(found) > 500
    wrong = [leaf for leaf in found if texts[leaf.part, leaf.paragraph][leaf.start : leaf.end] != leaf.text]
    assert wrong == []
