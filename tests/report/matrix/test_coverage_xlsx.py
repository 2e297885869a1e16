import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planlint.model.outcome import Outcome
from planlint.model.rule import Language
from planlint.report.coverage_xlsx import render_coverage_xlsx

Grow = Callable[[int, int], Outcome]
LEARN = "Alla medarbetare i hemtjänsten kan använda de digitala verktyg som deras arbete kräver."


def opened(outcome: Outcome, language: Language = "sv") -> Workbook:
    return load_workbook(BytesIO(render_coverage_xlsx(outcome, language)))


def rows(sheet: Worksheet) -> list[list[object]]:
    """The sheet's cells, empty ones at the end of a row left out."""
    found: list[list[object]] = [
        ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
    ]
    return [row[: max((n + 1 for n, value in enumerate(row) if value != ""), default=0)] for row in found]


def stated_language(outcome: Outcome, language: Language) -> str:
    with ZipFile(BytesIO(render_coverage_xlsx(outcome, language))) as package:
        properties = etree.fromstring(package.read("docProps/custom.xml"))
    (stated,) = (each for each in properties if each.get("name") == "Language")
    return " ".join(map(str, stated.itertext()))


def test_the_goals_by_intervention(outcome: Outcome) -> None:
    assert rows(opened(outcome)["Effektmål"]) == [
        [
            "Beteckning", "Effektmål", "4.1 Lärportal för medarbetare", "4.2 E-arkiv", "4.3 Trygg inloggning",
            "Antal insatser", "Utan insats",
        ],
        ["1A", LEARN, "x", "", "", 1],
        ["1B", "Förtroendevalda har kunskap nog att leda digital förändring.", "", "", "", 0, "ja"],
        ["2A", "Invånarna litar på att kommunerna hanterar deras uppgifter säkert.", "", "", "x", 1],
        ["", "Antal effektmål", 1, 0, 1, 2, 1],
        [],
        ["", "2 av 3 effektmål har minst en insats (66 %)."],
        ["", "x: insatsen är kopplad till effektmålet."],
        ["", "En rad i fetstil har ingen insats; då står det ja i den sista kolumnen."],
    ]  # fmt: skip


def test_the_roles(outcome: Outcome) -> None:
    assert rows(opened(outcome)["Roller"]) == [
        ["Beteckning", "Insats", "E-rådets roll", "Kommunernas roll", "Roll som saknas"],
        ["4.1", "Lärportal för medarbetare", 1, 1],
        ["4.2", "E-arkiv", 0, 0, "E-rådets roll, Kommunernas roll"],
        ["4.3", "Trygg inloggning", 0, 0, "E-rådets roll, Kommunernas roll"],
        ["", "Summa", 1, 1, 2],
        [],
        ["", "Talen är antalet uppgifter under varje roll. En rad i fetstil saknar den roll som står sist."],
    ]


def test_in_english(outcome: Outcome) -> None:
    book = opened(outcome, "en")
    assert book.sheetnames == ["Effect goals", "Principles", "Roles"]
    assert rows(book["Principles"])[0][:2] == ["Code", "Principle"]
    assert stated_language(outcome, "en") == "en-GB"


def test_the_principles_have_their_own_sheet(outcome: Outcome) -> None:
    sheet = opened(outcome)["Principer"]
    served = [row for row in rows(sheet) if "x" in row]
    assert served == [["5", "Återanvänd från andra", "x", "", "", 1]]
    assert sheet.auto_filter.ref == "A1:G14"


def test_how_a_sheet_is_set_out(outcome: Outcome) -> None:
    sheet = opened(outcome)["Effektmål"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    fit = sheet.sheet_properties.pageSetUpPr
    assert fit is not None
    assert (sheet.page_setup.fitToHeight, fit.fitToPage) == (0, True)
    assert sheet["B2"].alignment.wrap_text
    assert [sheet.cell(row, 2).font.b for row in (2, 3, 4)] == [False, True, False]
    assert sheet.row_dimensions[2].height == 30
    assert sheet["C1"].alignment.textRotation == 0


def test_many_interventions_have_their_titles_on_their_side(grow: Grow) -> None:
    sheet = opened(grow(40, 30))["Effektmål"]
    assert sheet.dimensions == "A1:AH46"
    assert sheet["C1"].alignment.textRotation == 90
    assert sheet["A1"].alignment.textRotation == 0
    assert sheet.column_dimensions["C"].width < 7


def test_its_properties_and_that_the_same_plan_gives_the_same_bytes(outcome: Outcome) -> None:
    book = opened(outcome)
    assert book.properties.title == "Handlingsplan för digitalisering i Björkbygden 2026–2028"
    assert book.properties.subject == "Effektmål, principer och insatser"
    assert book.properties.creator == "planlint"
    assert book.properties.created == datetime(2000, 1, 1)  # noqa: DTZ001 -- as openpyxl reads it
    assert stated_language(outcome, "sv") == "sv-SE"
    assert render_coverage_xlsx(outcome, "sv") == render_coverage_xlsx(outcome, "sv")


def test_words_are_words_and_nothing_else(hostile: Outcome) -> None:
    data = render_coverage_xlsx(hostile, "sv")
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    sheets = [xml for name, xml in parts.items() if name.startswith("xl/worksheets/")]
    assert not any("<f>" in xml or "<hyperlink" in xml for xml in sheets)
    assert not any("hyperlink" in xml for name, xml in parts.items() if name.endswith(".rels"))
    assert "<r>" not in parts["xl/sharedStrings.xml"]
    said = [row[1] for row in rows(load_workbook(BytesIO(data))["Effektmål"])[1:14]]
    assert said[2:8] == [
        "=cmd|' /C calc'!A0", "+46 70", "@SUM(A1)", "http://evil.example/", "internal:Blad1!A1", "<r><t>x</t></r> ",
    ]  # fmt: skip
    assert said[10] == "\ufffd \ufffd \ufffd[31m vänd"
    assert said[11] == "W" * 32_766 + "…"


def test_a_cell_is_cut_by_what_excel_counts(outcome: Outcome) -> None:
    assert outcome.plan is not None
    area = outcome.plan.focus_areas[0]
    long = replace(area.goals[0], text=replace(area.goals[0].text, text="\U0001f600" * 20_000))
    plan = replace(outcome.plan, focus_areas=(replace(area, goals=(long,)),))
    cell = rows(opened(replace(outcome, plan=plan))["Effektmål"])[1][1]
    assert cell == "\U0001f600" * 16_383 + "…"


@pytest.mark.parametrize("missing", ["focus_areas", "interventions"])
def test_a_plan_without_goals_or_interventions_says_so(outcome: Outcome, missing: str) -> None:
    assert outcome.plan is not None
    empty = {
        "focus_areas": replace(outcome.plan, focus_areas=()),
        "interventions": replace(outcome.plan, interventions=()),
    }
    book = opened(replace(outcome, plan=empty[missing]))
    said = {row[1] for row in rows(book["Effektmål"]) if len(row) > 1}
    expected = {
        "focus_areas": "Planen har inga effektmål som kunde läsas.",
        "interventions": "Planen har inga insatser som kunde läsas.",
    }
    assert expected[missing] in said


def test_an_outcome_without_a_plan_is_no_workbook(outcome: Outcome) -> None:
    with pytest.raises(ValueError, match="björkbygden"):
        render_coverage_xlsx(replace(outcome, plan=None), "sv")


def test_libreoffice_opens_it(outcome: Outcome, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "coverage.xlsx"
    file.write_bytes(render_coverage_xlsx(outcome, "sv"))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    ran = subprocess.run(  # UTF-8, semicolons
        [*command, "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", str(tmp_path), str(file)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    made = tmp_path / "coverage.csv"
    if not made.exists() and "could not be loaded" in ran.stderr + ran.stdout:
        pytest.skip("LibreOffice has no Calc here")
    assert made.read_text(encoding="utf-8").splitlines()[2:4] == [
        "1B;Förtroendevalda har kunskap nog att leda digital förändring.;;;;0;ja",
        "2A;Invånarna litar på att kommunerna hanterar deras uppgifter säkert.;;;x;1;",
    ]
