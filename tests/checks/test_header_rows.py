"""Tables with and without a header row, on Word files made for each case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planlint import word
from tests.checks.files import check_word, found, place
from tests.word.build import cell, docx, p, r, row, table

BOLD = "<w:b/>"
SHADED = '<w:shd w:val="clear" w:fill="D9E2F3"/>'
GRID = '<w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="{}"/></w:tblPr>'
TABLE_STYLE = '<w:style w:type="table" w:styleId="T"><w:name w:val="t"/>' + "".join(
    f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>' if part == "firstCol"
    else f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    for part in ("firstRow", "firstCol")
)  # fmt: skip


def rows(*lines: str, bold: Callable[[int, int], bool] = lambda _row, _column: False) -> str:
    """Rows of cells, their words between '|'; `bold` tells which cells are, by row and column."""
    return "".join(
        row(*(cell(p(r(said.strip(), BOLD if bold(i, j) else ""))) for j, said in enumerate(line.split("|"))))
        for i, line in enumerate(lines)
    )


def first_row(at: int, _column: int) -> bool:
    return at == 0


def first_column(_row: int, at: int) -> bool:
    return at == 0


FIGURES = ("Kommun | Invånare | Tjänster", "Hedmyra | 5 200 | 14", "Tallvik | 3 100 | 9")


@pytest.mark.parametrize(
    "made",
    [
        table(rows(*FIGURES)),
        table(rows(*FIGURES, "Summa | 8 300")),
        table(rows("Läget hösten 2026", *FIGURES)),
        table(rows("| Nu | Sedan", "Hedmyra | ja | nej", "Tallvik | nej | ja", bold=first_row)),
        table(rows("Kommun | Kontakt | System", "Hedmyra | Kim | X", "Granå | Bo | Y"), properties=GRID.format("04A0")),
        table(rows("Begrepp | Definition", "Effektmål | Det vi vill nå")),
        table(rows("Kommun | Kontakt", "Hedmyra | Kim Ek", "Granå | Bo Al", bold=first_row)),
        table(rows("Kommun | Kontakt", "Hedmyra | Kim Ek", "Granå | Bo Al"), properties=GRID.format("0420")),
        table(row(cell("Kommun", SHADED), cell("Kontakt", SHADED)), row(cell("Granå"), cell("Bo Al"))),
        table(row(cell(table(rows(*FIGURES))))),
    ],
    ids=["figures", "a sum", "a title", "a corner", "styled", "known", "bold", "two styled", "shaded", "nested"],
)  # fmt: skip
def test_a_table_with_headings_that_are_not_marked(made: str) -> None:
    (hit,) = check_word("unmarked_header_row", p("före") + made, TABLE_STYLE)
    assert hit.subject is not None
    assert hit.subject.id == ("2" if made.count("<w:tbl>") == 2 else "1")
    assert hit.place.text == hit.subject.words.split(", ")[0]


def test_what_is_said_of_a_table() -> None:
    (hit,) = check_word("unmarked_header_row", table(rows("A | B", "1 | 2")) + table(rows(*FIGURES)))
    assert (place(hit), hit.words) == ((4, 0, "Kommun"), {"headings": "Kommun, Invånare, Tjänster"})
    assert hit.subject is not None
    assert (hit.subject.type, hit.subject.id, hit.subject.words) == ("table", "2", "Kommun, Invånare, Tjänster")


@pytest.mark.parametrize(
    "made",
    [
        table(row(cell("Kommun"), cell("År"), cell("Tal"), properties="<w:tblHeader/>") + rows(*FIGURES)),
        table(rows(FIGURES[0])),
        table(rows("Kommun", "Hedmyra", "Tallvik", bold=first_row)),
        table(rows("Ansvarig | E-rådet", "Tidplan | 2026–2028", "Budget | 200 000 kr")),
        table(rows("Ansvarig | E-rådet", "Tidplan | 2026–2028", bold=first_column)),
        table(rows("Insats | E-arkiv", "Period | våren", bold=lambda i, j: not i or not j)),
        table(rows("Namn: | Kim Ek", "Roll: | Ledare", bold=first_row)),
        table(rows("Namn | Kim Ek", "Roll | Ledare"), properties=GRID.format("04A0")),
        table(rows("Anna Ek | Bo Al | Cia Öst", "Dan Ås | Eva By | Ivar Ly")),
        table(rows("Diarienummer | 2026:14 | Beslut", "Version | 0.4 | nej", "Datum | 2026 | ja")),
        table(rows("Här står en lång text om läget i kommunen. | Och här en till. | 3", "a | b | 4", bold=first_row)),
        table(row(cell(p(r("Namn", BOLD))), cell(p(r("namn", BOLD)))) + rows("Kim | Bo")),
        table(rows("| | ", "1 | 2 | 3", bold=first_row)),
    ],
    ids=[
        "marked", "one row", "one column", "values", "bold labels", "bold title", "colons", "styled as most", "names",
        "labels and values", "sentences", "twice the same", "nothing over the columns",
    ],
)  # fmt: skip
def test_tables_that_need_no_header_row(made: str) -> None:
    assert check_word("unmarked_header_row", p("före") + made, TABLE_STYLE) == []


PROSE = "Varje kommun räknade hushåll, och av alla kommuner hade Granå och Hedmyra flest, sedan år 2026 är yta känd."


@pytest.mark.parametrize(
    ("lines", "headed"),
    [
        (("Kommun | Hushåll", "Granå | 210", "Hedmyra | 1 340"), True),
        (("År | Hushåll", "2027 | 210", "2028 | 340"), True),
        (("Kommun | Granå", "Hushåll | 210", "Yta | 340"), False),
        (("Kommun | Hushåll", "Yta | 210", "Granå | 340"), False),
        (("Kommun | Hushåll", "Granå | Bo Al", "Hedmyra | Kim Ek"), False),
        (("Kommun | Hushåll", "Granå | 210"), False),
        (("Sekreterare | Hushåll", "Granå | 210", "Hedmyra | 340"), False),
    ],
)
def test_two_plain_columns_are_headed_where_figures_stand_beside_names(lines: tuple[str, ...], *, headed: bool) -> None:
    assert bool(check_word("unmarked_header_row", p(PROSE) + table(rows(*lines)))) is headed


def test_tables_in_page_headers_are_layout() -> None:
    section = '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>'
    data = docx(p("x") + section, header1=table(rows(*FIGURES)))
    assert found("unmarked_header_row", word.read(data)) == []
