"""The table of contents against the headings, as Word files hold them."""

import pytest

from planlint.model.finding import Hit
from tests.checks.held import hits
from tests.word.build import STYLES, docx, p, r, styled

TOC = "".join(
    f'<w:style w:type="paragraph" w:styleId="TOC{n}"><w:name w:val="toc {n}"/></w:style>' for n in (1, 2, 3)
) + (
    '<w:style w:type="paragraph" w:styleId="Onumrerad"><w:name w:val="Rubrik onumrerad"/><w:basedOn w:val="Rubrik1"/>'
    "</w:style>"
)
ROWS = ("1|1 Sammanfattning", "2|1.1 Bakgrund", "1|2 Insatser", "2|2.1 Inloggning", "2|2.2 Digitala möten")
HEADINGS = ROWS


def rows(*lines: str) -> str:
    """Rows of a table of contents: the level, and the number and title; a page is added."""
    return "".join(
        styled(f"TOC{level}", r(words) + "<w:r><w:tab/></w:r>" + r("7"))
        for level, words in (line.split("|") for line in lines)
    )


def headings(*lines: str) -> str:
    """Headings with typed numbers, some text under each."""
    return "".join(styled(f"Rubrik{level}", words) + p("Text.") for level, words in (line.split("|") for line in lines))


def held(contents: tuple[str, ...], outline: tuple[str, ...], before: str = "") -> list[Hit]:
    body = before + styled("Normal", "Innehållsförteckning") + rows(*contents) + headings(*outline)
    return hits("PL104", docx(body, styles=STYLES + TOC))


def without(lines: tuple[str, ...], line: str) -> tuple[str, ...]:
    return tuple(one for one in lines if one != line)


def differences(found: list[Hit]) -> list[str]:
    return [hit.words["differences"].sv for hit in found]  # type: ignore[union-attr]


def test_rows_and_headings_agree() -> None:
    assert held(ROWS, HEADINGS) == []


@pytest.mark.parametrize(
    ("contents", "outline", "expected"),
    [
        (without(ROWS, "2|2.2 Digitala möten"), HEADINGS, "”2.2 Digitala möten” saknas"),
        (ROWS, without(HEADINGS, "2|2.2 Digitala möten"), "”2.2 Digitala möten” finns inte som rubrik"),
        ((*ROWS[:-1], "2|2.2 Digitala samtal"), HEADINGS, "”2.2 Digitala samtal” heter något annat"),
        ((*ROWS[:-1], "2|2.3 Digitala möten"), HEADINGS, "”2.3 Digitala möten” har ett annat nummer"),
        (
            ("1|Förord", "1|Syfte", "1|Mål", "1|Läge"),
            ("1|Förord", "1|Mål", "1|Läge", "1|Syfte"),
            "”Syfte” står på fel plats",
        ),
    ],
)
def test_each_kind_of_difference(contents: tuple[str, ...], outline: tuple[str, ...], expected: str) -> None:
    assert differences(held(contents, outline)) == [expected]


def test_an_inserted_section_that_moves_the_numbers_is_one_finding() -> None:
    outline = (*HEADINGS[:3], "2|2.1 E-arkiv", "2|2.2 Inloggning", "2|2.3 Digitala möten")
    (hit,) = held(ROWS, outline)
    assert differences([hit]) == ["”2.1 E-arkiv” saknas; ”2.1 Inloggning”, ”2.2 Digitala möten” har ett annat nummer"]
    assert hit.place.text == "2.1 Inloggning\t7"
    assert [place.text for place in hit.related] == ["E-arkiv", "2.1 Inloggning\t7", "2.2 Digitala möten\t7"]
    assert hit.words["count"] == 3


def test_many_of_a_kind_are_counted_and_the_first_named() -> None:
    outline = (*HEADINGS, *(f"2|2.{n} Ny {n}" for n in range(3, 8)))
    (hit,) = held(ROWS, outline)
    assert differences([hit]) == ["”2.3 Ny 3”, ”2.4 Ny 4”, ”2.5 Ny 5” … saknas"]
    assert (hit.place.text, hit.words["count"]) == ("Innehållsförteckning", 5)


@pytest.mark.parametrize(
    ("contents", "outline"),
    [
        (tuple(row.upper() for row in ROWS), HEADINGS),
        (ROWS, (*HEADINGS, "3|Effektmål", "3|2.2.1 Djupare")),
        (tuple(f"{row} Fel! Bokmärket är inte definierat." for row in ROWS), HEADINGS),
        (("1|Plan 2026", "1|Läget 2030"), ("1|Plan 2026", "1|Läget 2030")),
        ((*ROWS, "1|Bilaga 1 Begreppslista"), (*HEADINGS, "1|Bilaga 1 Begreppslista")),
    ],
)
def test_what_is_no_difference(contents: tuple[str, ...], outline: tuple[str, ...]) -> None:
    assert held(contents, outline) == []


def test_headings_before_the_contents_and_unnumbered_ones_in_a_style_without_rows_are_not_compared() -> None:
    front = styled("Rubrik1", "Dokumentstyrning") + p("Text.")
    assert held(ROWS, HEADINGS, front) == []
    body = rows(*ROWS) + styled("Onumrerad", "Förord") + p("Text.") + headings(*HEADINGS)
    body += styled("Onumrerad", "Efterord") + p("Text.")
    assert hits("PL104", docx(body, styles=STYLES + TOC)) == []


def test_a_heading_that_only_looks_like_one_has_no_row_to_miss_but_may_have_one() -> None:
    bold = p(r("2.3 E-arkiv", "<w:b/>")) + p("Text.")
    for contents in (ROWS, (*ROWS, "2|2.3 E-arkiv")):
        assert hits("PL104", docx(rows(*contents) + headings(*HEADINGS) + bold, styles=STYLES + TOC)) == []


def test_a_document_without_contents_is_not_asked_for_any() -> None:
    assert hits("PL104", docx(headings(*HEADINGS))) == []
