"""Lines that work as headings: which count, and which only stand out."""

import pytest

from tests.checks.held import hits
from tests.word.build import STYLES, cell, docx, p, r, row, styled, table

BOLD, ITALIC = "<w:b/>", "<w:i/>"
TEXT = p("Kommunerna digitaliserar tillsammans.")
GOAL = p("1A: Invånarna litar på kommunernas digitala tjänster")
BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def bold(words: str) -> str:
    return p(r(words, BOLD))


def fakes(*body: str) -> list[str]:
    """The lines that are found in a plan with a title, a chapter, and then these."""
    title = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    start = styled("Title", "Handlingsplan") + styled("Rubrik1", "4 Insatser") + styled("Rubrik2", "4.1 Inloggning")
    found = hits("PL103", docx(start + "".join(body), styles=STYLES + title, numbering=BULLETS))
    return [place.text for hit in found for place in (hit.place, *hit.related)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ((bold("4.2 Digitala möten"), TEXT), ["4.2 Digitala möten"]),
        ((p("4.2 Digitala möten"), TEXT), ["4.2 Digitala möten"]),
        ((bold("Om arbetet"), TEXT), ["Om arbetet"]),
        ((bold("Om arbetet"), bold("Så gjorde vi"), TEXT), ["Om arbetet", "Så gjorde vi"]),
        ((bold("Effektmål"), GOAL), ["Effektmål"]),
        ((bold("Effektmål:"), GOAL), ["Effektmål:"]),
        ((p(r("Kortsiktig nytta", ITALIC)), p("- Kortare köer")), ["Kortsiktig nytta"]),
        ((p("Kommunernas roll"), p("- Avsätta tid")), ["Kommunernas roll"]),
        ((bold("KOMMUNERNAS ROLL"), p("- Avsätta tid")), ["KOMMUNERNAS ROLL"]),
        ((bold("Tidsplan i korthet"), table(row(cell("2027"), cell("Start")))), ["Tidsplan i korthet"]),
    ],
)
def test_a_line_that_works_as_a_heading(body: tuple[str, ...], expected: list[str]) -> None:
    assert fakes(*body) == expected


@pytest.mark.parametrize(
    "body",
    [
        (styled("Rubrik3", "Effektmål"), GOAL),
        (p(r("Viktigt: ", BOLD) + r("alla kommuner deltar.")),),
        (p("Effektmål: 1A"), TEXT),
        (p("Kommunernas roll:"), p("- Avsätta tid")),
        (bold("Alla kommuner i Norrådalen deltar."), TEXT),
        (bold("Tabell 1. Kostnader"), table(row(cell("2027"), cell("3")))),
        (bold("Ada Berg"), p("processledare")),
        (bold("Ada Berg"),),
        (bold("Beslut: Styrgruppen godkänner projektplanen"), TEXT),
        (bold("LEVERANS: projektplan"), TEXT),
        (p(r("Effektmål", BOLD), LIST), GOAL),
        (bold("- Första punkten"), TEXT),
        (table(row(cell(bold("Effektmål")), cell(GOAL)), row(cell(bold("Aktiviteter")), cell(TEXT))),),
        (bold("Om arbetet"), styled("Rubrik2", "4.2 Digitala möten")),
        (bold("Innehåll"), TEXT),
        (styled("Rubrik1", "5 Begreppslista"), bold("Effektmål"), TEXT),
    ],
)
def test_a_line_that_only_stands_out(body: tuple[str, ...]) -> None:
    assert fakes(*body) == []


def test_the_front_page_has_no_headings() -> None:
    body = bold("Handlingsplan för Norrådalen") + bold("Norrådalens kommunalförbund")
    body += p("Digitaliseringsinsatser i samverkan") + bold("Version 0.4") + p("2026-09-15")
    body += styled("Rubrik1", "1 Sammanfattning") + TEXT + styled("Rubrik1", "4 Insatser")
    assert hits("PL103", docx(body)) == []


def test_one_finding_counts_all_and_names_the_first() -> None:
    (hit,) = hits(
        "PL103",
        docx(styled("Rubrik1", "4 Insatser") + "".join(bold(f"4.{n} Insats") + TEXT for n in range(1, 6))),
    )
    assert (hit.case, hit.words["count"], len(hit.related)) == ("many", 5, 4)
    assert hit.words["titles"].sv == "”4.1 Insats”, ”4.2 Insats”, ”4.3 Insats”"  # type: ignore[union-attr]


def test_a_bold_line_is_how_markdown_writes_a_label() -> None:
    source = (
        "# Plan\n\n## 4 Insatser\n\n### 4.1 Inloggning\n\n**Effektmål**\n\n1A: Trygghet.\n\n**Om arbetet**\n\nText."
    )
    assert hits("PL103", source) == []
