"""Automatic numbers as Word shows them."""

from __future__ import annotations

import pytest

from planlint.model.document import Paragraph, paragraphs
from planlint.word import read
from tests.word.build import STYLES, docx, p, r, styled


def level(index: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(number: int, index: int = 0) -> str:
    return p(r("x"), f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')


def shown(body: str, numbering: str, styles: str = STYLES) -> list[str | None]:
    """Each paragraph's number, '•' for a bullet."""
    blocks = paragraphs(read(docx(body, numbering=numbering, styles=styles)).body, boxes=False)
    return ["•" if block.bullet else block.number for block in blocks]


OUTLINE = abstract(1, level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1, 1)


@pytest.mark.parametrize(
    ("numbering", "items", "expected"),
    [
        (OUTLINE, [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)], ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]),
        # A level that comes before the one above it starts that one too.
        (OUTLINE, [(1, 1), (1, 1), (1, 0)], ["1.1", "1.2", "2"]),
        # Without a final dot, with whatever else the pattern has.
        (abstract(1, level(0, "%1.")) + num(1, 1), [(1, 0)], ["1"]),
        (abstract(1, level(0, "%1)")) + num(1, 1), [(1, 0)], ["1)"]),
        (abstract(1, level(0, "Princip %1: ")) + num(1, 1), [(1, 0), (1, 0)], ["Princip 1:", "Princip 2:"]),
        # A goal's code stands in the pattern: '1A:'.
        (
            abstract(1, level(0, "1%1:", "upperLetter")) + num(1, 1),
            [(1, 0), (1, 0)],
            ["1A:", "1B:"],
        ),
        # Two numberings of one definition share its counters.
        (OUTLINE + num(2, 1), [(1, 0), (2, 0), (1, 0)], ["1", "2", "3"]),
        # The first use of a numbering with a start of its own restarts, and only the first.
        (OUTLINE + num(2, 1, restart(0, 1)), [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)], ["1", "2", "1", "2", "3"]),
        (OUTLINE + num(2, 1, restart(0, 7)), [(2, 0), (2, 0)], ["7", "8"]),
        # A level of the numbering's own in place of the definition's.
        (
            abstract(1, level(0, "%1."))
            + num(1, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerLetter", start=3)}</w:lvlOverride>'),
            [(1, 0), (1, 0)],
            ["(c)", "(d)"],
        ),
        # lvlRestart 0: goes on through the levels above; 1: only the first level restarts it.
        (
            abstract(1, level(0, "%1"), level(1, "%2", more='<w:lvlRestart w:val="0"/>')) + num(1, 1),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1", "1", "2", "2"],
        ),
        (
            abstract(1, level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>')) + num(1, 1),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1", "1", "1", "2", "2", "2", "1"],
        ),
        # isLgl makes decimals of all.
        (
            abstract(1, level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 1),
            [(1, 0), (1, 0), (1, 1)],
            ["I", "II", "2.1"],
        ),
        # A bullet's level shows nothing in another level's number.
        (
            abstract(1, level(0, "%1"), level(1, "•", "bullet"), level(2, "%1.%2%3")) + num(1, 1),
            [(1, 0), (1, 1), (1, 2)],
            ["1", "•", "1.1"],
        ),
        (abstract(1, level(0, "", "none")) + num(1, 1), [(1, 0)], [None]),
        (abstract(1, level(0, "", "bullet")) + num(1, 1), [(1, 0)], [None]),
        (abstract(1, level(0, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>')) + num(1, 1), [(1, 0)], ["•"]),
        # Nothing to number by: no such numbering, numId 0, a level that is not defined.
        (OUTLINE, [(9, 0), (0, 0), (1, 5)], [None, None, None]),
        (num(1, 8), [(1, 0)], [None]),
        ("", [(1, 0)], [None]),
        # Numbers that no Word file has.
        (OUTLINE, [(1, 4_000_000_000), (1, -5)], [None, "1"]),
        (abstract(1, level(0, "%1", "upperRoman", start=2_000_000_000)) + num(1, 1), [(1, 0)], ["M" * 32 + "DCCLXVII"]),
        (abstract(1, level(0, "%1", "upperLetter", start=0)) + num(1, 1), [(1, 0), (1, 0)], [None, "A"]),
        (abstract(1, level(0, "%1" * 60)) + num(1, 1), [(1, 0)], ["1" * 50]),
    ],
)
def test_number(numbering: str, items: list[tuple[int, int]], expected: list[str | None]) -> None:
    assert shown("".join(item(*each) for each in items), numbering) == expected


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 112: "112"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa", 781: "a"}),
        ("upperLetter", {2: "B", 27: "AA"}),
        ("lowerRoman", {4: "iv", 9: "ix", 14: "xiv", 1994: "mcmxciv"}),
        ("upperRoman", {40: "XL", 90: "XC", 400: "CD"}),
        ("ordinalText", {3: "3"}),
    ],
)
def test_format(form: str, numbers: dict[int, str]) -> None:
    for number, expected in numbers.items():
        assert shown(item(1), abstract(1, level(0, "%1", form, start=number)) + num(1, 1)) == [expected]


def test_format_that_only_newer_words_know_falls_back() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{choice}<w:lvlText w:val="%1"/></w:lvl>'
    assert shown(item(1), abstract(1, numbering) + num(1, 1)) == ["01"]


def test_start_that_is_not_stated_is_zero() -> None:
    numbering = abstract(1, '<w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>') + num(1, 1)
    assert shown(item(1) + item(1), numbering) == ["0", "1"]


NUMBERED_STYLES = (
    STYLES.replace(
        '<w:outlineLvl w:val="0"/>', '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
    ).replace(
        '<w:outlineLvl w:val="1"/>',
        '<w:numPr><w:ilvl w:val="5"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>',
    )
    + '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Rubrik2"/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="Utan"><w:name w:val="Utan nummer"/><w:basedOn w:val="Rubrik1"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
)
LINKED = abstract(
    1, level(0, "%1", more='<w:pStyle w:val="Rubrik1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="Rubrik2"/>')
) + num(1, 1)


def test_headings_by_styles_that_the_levels_name() -> None:
    body = styled("Rubrik1", "a") + styled("Rubrik2", "b") + styled("Egen", "c") + styled("Utan", "d")
    assert shown(body, LINKED, NUMBERED_STYLES) == ["1", "1.1", "1.2", None]
    levels = [block.list_level for block in paragraphs(read(docx(body, numbering=LINKED, styles=NUMBERED_STYLES)).body)]
    assert levels == [None] * 4


def test_heading_whose_number_is_taken_away() -> None:
    body = styled("Rubrik1", "a") + p(r("b"), '<w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert shown(body + styled("Rubrik1", "c"), LINKED, NUMBERED_STYLES) == ["1", None, "2"]


def test_numbering_style_points_to_the_definition() -> None:
    numbering = (
        abstract(1, more='<w:numStyleLink w:val="Lista"/>')
        + abstract(2, level(0, "§ %1"), more='<w:styleLink w:val="Lista"/>')
        + num(1, 1)
        + num(2, 2)
    )
    lista = (
        '<w:style w:type="numbering" w:styleId="Lista"><w:name w:val="Lista"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert shown(item(1) + item(2), numbering, STYLES + lista) == ["§ 1", "§ 2"]
    circle = numbering.replace('<w:styleLink w:val="Lista"/>', '<w:numStyleLink w:val="Lista"/>')
    assert shown(item(1), circle, STYLES + lista) == ["§ 1"]


def test_list_items_and_bullets() -> None:
    numbering = abstract(1, level(0, "&#xF0B7;", "bullet"), level(1, "%2)", "lowerLetter")) + num(1, 1)
    blocks = read(docx(item(1) + item(1, 1) + p("x"), numbering=numbering)).body
    seen = [(b.number, b.bullet, b.list_level) for b in blocks if isinstance(b, Paragraph)]
    assert seen == [(None, True, 0), ("a)", False, 1), (None, False, None)]


def test_deleted_heading_does_not_count_and_an_inserted_one_does() -> None:
    deleted = styled("Rubrik1", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>")
    deleted = deleted.replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>")
    inserted = styled("Rubrik1", "<w:ins><w:r><w:t>y</w:t></w:r></w:ins>")
    inserted = inserted.replace("</w:pPr>", "<w:rPr><w:ins/></w:rPr></w:pPr>")
    data = docx(deleted + inserted + inserted + styled("Rubrik1", "z"), numbering=LINKED, styles=NUMBERED_STYLES)
    final = [(block.text, block.number) for block in paragraphs(read(data).body)]
    original = [(block.text, block.number) for block in paragraphs(read(data, "original").body)]
    assert final == [("y", "1"), ("y", "2"), ("z", "3")]
    assert original == [("x", "1"), ("z", "2")]


def test_text_box_counts_for_itself() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{item(1)}</w:txbxContent></v:textbox></w:pict></w:r>"
    numbering = abstract(1, level(0, "%1")) + num(1, 1)
    body = item(1) + item(1).replace(r("x"), box) + item(1)
    blocks = paragraphs(read(docx(body, numbering=numbering)).body)
    assert [(block.content.paragraph, block.number) for block in blocks] == [(0, "1"), (1, "2"), (2, "1"), (3, "3")]
