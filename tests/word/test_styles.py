"""Styles by name, base and outline level, never by id."""

from __future__ import annotations

import pytest

from planlint.model.document import Paragraph
from planlint.word import read
from tests.word.build import docx, p, r, styled


def style(identifier: str, name: str, *, base: str = "", inside: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{based}{inside}</w:style>'


def outline(level: int) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + style("Rubrik1", "heading 1", base="Normal", inside=outline(0))
    + style("Heading2", "Heading 2", base="Normal")
    + style("Rubrik3", "Rubrik 3")
    + style("R1Nr", "Rubrik 1 Nr", base="Rubrik1")
    + style("R1Nr2", "Rubrik 1 Nr egen", base="R1Nr")
    + style("Sak", "Sakrubrik", base="Normal", inside=outline(2))
    + style("Djup", "Djup rubrik", base="Rubrik1", inside=outline(4))
    + style("Innehllsrubrik", "TOC Heading", base="Rubrik1", inside=outline(9))
    + style("Rubrik", "Title", base="Normal")
    + style("Innehll2", "toc 2", base="Normal")
    + style("Contents3", "Contents 3", base="Normal")
    + style("Egen", "Egen förteckning", base="Innehll2")
    + style("Alias", "heading 5,H5,Femma", base="Normal")
    + style("Ring1", "Ring 1", base="Ring2")
    + style("Ring2", "Ring 2", base="Ring1", inside=outline(1))
    + style("Heading1", "Ingen rubrik", base="Normal")
    + style("Fel", "Fel sort", kind="okänd")
)


def look(body: str, styles: str | None = STYLES) -> tuple[str, int | None, int | None]:
    """Style, heading level and contents level of the only paragraph."""
    (block,) = read(docx(body, styles=styles)).body
    assert isinstance(block, Paragraph)
    return block.style, block.level, block.contents_level


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("Normal", ("normal", None, None)),
        ("Rubrik1", ("heading 1", 1, None)),
        ("Heading2", ("heading 2", 2, None)),
        ("Rubrik3", ("rubrik 3", 3, None)),
        ("R1Nr", ("rubrik 1 nr", 1, None)),
        ("R1Nr2", ("rubrik 1 nr egen", 1, None)),
        ("Sak", ("sakrubrik", 3, None)),
        ("Djup", ("djup rubrik", 5, None)),
        ("Innehllsrubrik", ("toc heading", None, None)),
        ("Rubrik", ("title", None, None)),
        ("Innehll2", ("toc 2", None, 2)),
        ("Contents3", ("contents 3", None, 3)),
        ("Egen", ("egen förteckning", None, 2)),
        ("Alias", ("heading 5", 5, None)),
        ("Ring1", ("ring 1", 2, None)),
        # Its id is a heading's, its name is not.
        ("Heading1", ("ingen rubrik", None, None)),
        # Not in the table, or no paragraph style: as the default one.
        ("Saknas", ("normal", None, None)),
        ("Fel", ("normal", None, None)),
    ],
)
def test_style(identifier: str, expected: tuple[str, int | None, int | None]) -> None:
    assert look(styled(identifier, "x")) == expected


def test_paragraph_without_a_style_has_the_default_one() -> None:
    assert look(p("x")) == ("normal", None, None)


@pytest.mark.parametrize(("level", "expected"), [("0", 1), ("8", 9), ("9", None), ("-3", 1), ("4000000000", None)])
def test_direct_outline_level_wins(level: str, expected: int | None) -> None:
    body = p(r("x"), f'<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="{level}"/>')
    assert look(body) == ("heading 1", expected, None)


def test_file_without_styles() -> None:
    assert look(styled("Rubrik1", "x"), styles=None) == ("", None, None)


def test_long_chain_of_styles() -> None:
    chain = "".join(style(f"S{n}", f"Stil {n}", base=f"S{n + 1}") for n in range(5_000)) + style("S5000", "heading 4")
    assert look(styled("S0", "x"), styles=chain) == ("stil 0", 4, None)


def test_document_defaults_count() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    (block,) = read(docx(p("x"), styles=defaults + STYLES)).body
    assert isinstance(block, Paragraph)
    assert [mark.kind for mark in block.marks] == ["italic"]
