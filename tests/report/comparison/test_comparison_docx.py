"""`compare --format docx`, read by python-docx."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from planlint.archive.seal import is_sealed
from planlint.model.comparison import Comparison
from planlint.report.comparison_docx import MOST_REMARKS, render_comparison_docx
from planlint.report.comparison_told import tell
from planlint.report.docx_changes import WHOLE
from tests.consult.plans import PLAN, compared, with_action, with_goals
from tests.report.comparison.versions import SHOWN, TIME, WATCH, edited, in_english


def opened(comparison: Comparison) -> Document:
    return docx.Document(BytesIO(render_comparison_docx(comparison)))


@pytest.fixture(scope="module")
def document(comparison: Comparison) -> Document:
    return opened(comparison)


def headings(document: Document) -> list[tuple[str, str]]:
    told = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    return [(str(style), text) for style, text in told if str(style).startswith(("Heading", "Title", "Subtitle"))]


def test_its_headings(document: Document, comparison: Comparison) -> None:
    new, gone = len(comparison.findings.new), len(comparison.findings.gone)
    assert new
    assert gone
    assert headings(document) == [
        ("Title", "Översikt: ändringar i planen"),
        ("Subtitle", "Handlingsplan för digitalisering i Sjöbygden 2027–2029"),
        ("Heading 1", "I korthet"),
        ("Heading 1", "Kopplingar som bör ses över"),
        ("Heading 1", "Ändringar, kapitel för kapitel"),
        ("Heading 2", "1 Sammanfattning"),
        ("Heading 2", "3 Fokusområden"),
        ("Heading 2", "4 Insatser"),
        ("Heading 1", "Anmärkningar"),
        ("Heading 2", f"Nya ({new})"),
        ("Heading 2", f"Borta ({gone})"),
    ]


def test_every_table_repeats_its_head_and_fits_the_page(document: Document) -> None:
    room = {WD_ORIENT.PORTRAIT: Mm(170), WD_ORIENT.LANDSCAPE: Mm(257)}
    assert [section.orientation for section in document.sections] == [*room]
    widths = set()
    for table in document.tables:
        first, *others = (each._tr.trPr for each in table.rows)  # noqa: SLF001 - what python-docx does not tell
        assert first is not None
        assert first.find(qn("w:tblHeader")) is not None
        assert all(each is None or each.find(qn("w:tblHeader")) is None for each in others)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))  # type: ignore[union-attr]  # noqa: SLF001
        whole = sum(int(column.width or 0) for column in table.columns)
        widths.add(round(whole / Mm(1)))
        assert [sum(int(cell.width or 0) for cell in row.cells) for row in table.rows] == [whole] * len(table.rows)
    assert widths == {round(each / Mm(1)) for each in room.values()}


def test_changed_words_are_formatted_by_styles_that_have_names() -> None:
    new = with_goals(PLAN, 1, ("tillsyn", WATCH[1].replace("14", "10")), TIME)
    document = opened(compared(PLAN, new))
    (table,) = (each for each in document.tables if each.cell(0, 2).text == "Lydelse")
    name, became, wording = table.rows[1].cells
    assert name.text == "Effektmål 2A\n3.2 Trygg omsorg"
    assert became.text == "Ändrat: ny lydelse"
    runs = [(run.text, run.style.name) for run in wording.paragraphs[0].runs if run.text.strip()]
    assert runs == [
        ("Natthjälp med kamera finns på plats inom", "Default Paragraph Font"),
        ("14", "Borttagna ord"),
        ("10", "Tillagda ord"),
        ("dagar från ansökan", "Default Paragraph Font"),
    ]
    looks = {name: document.styles[name].font for name in ("Borttagna ord", "Tillagda ord")}
    assert [(font.strike, font.underline) for font in looks.values()] == [(True, None), (None, True)]
    assert wording.paragraphs[0].style.name == "Tabelltext"


def test_a_new_and_a_moved_item_say_so_in_words() -> None:
    old = PLAN.actions[0].activities
    document = opened(compared(PLAN, with_action(PLAN, 0, activities=(old[1], old[0], "Bjuda in vårdnadshavare"))))
    (table,) = (each for each in document.tables if each.cell(0, 2).text == "Lydelse")
    assert table.cell(1, 2).text.splitlines() == [
        "Aktiviteter",
        "Nytt: Bjuda in vårdnadshavare",
        f"Flyttat: {old[0]}",
    ]


@pytest.mark.parametrize(("language", "code"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_title_and_language_are_set(comparison: Comparison, language: str, code: str) -> None:
    document = opened(comparison if language == "sv" else in_english(comparison))
    title = {"sv": "Översikt: ändringar i planen", "en": "Overview: changes in the plan"}[language]
    properties = document.core_properties
    assert properties.title == f"{title} – Handlingsplan för digitalisering i Sjöbygden 2027–2029"
    assert (properties.language, properties.author, properties.created) == (code, "planlint", None)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults is not None
    assert defaults.get(qn("w:val")) == code
    plans = {each.get(qn("w:val")) for each in document.element.iter(qn("w:lang"))}
    assert plans == {"sv-SE"}


def test_the_same_comparison_gives_the_same_bytes_and_is_known_again(comparison: Comparison) -> None:
    data = render_comparison_docx(comparison)
    assert data == render_comparison_docx(compared(PLAN, edited(), check=True))
    assert is_sealed(data)
    saved = BytesIO()
    document = docx.Document(BytesIO(data))
    document.paragraphs[0].add_run("!")
    document.save(saved)
    assert not is_sealed(saved.getvalue())
    assert [is_sealed(each) for each in (b"", b"PK\x03\x04", data[:-30])] == [False] * 3


def test_what_differs_in_nothing_is_a_page() -> None:
    document = opened(compared(PLAN, PLAN))
    assert len(document.sections) == len(document.tables) == 1
    assert "Planen säger detsamma i båda versionerna." in [each.text for each in document.paragraphs]


def test_short_rows_stand_on_one_page_and_long_ones_may_break() -> None:
    long = tuple(f"Aktivitet {number} {'x' * WHOLE}" for number in range(2))
    document = opened(compared(PLAN, with_action(with_action(PLAN, 0, activities=long), 1, title="Kurser")))
    (table,) = (each for each in document.tables if each.cell(0, 2).text == "Lydelse")
    rows = [each._tr.trPr for each in table.rows]  # noqa: SLF001 - as above
    assert [row is not None and row.find(qn("w:cantSplit")) is not None for row in rows] == [True, False, True]


def test_hostile_words_are_words(hostile: Comparison) -> None:
    document = opened(hostile)
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert f"Insats 4.3 {SHOWN}" in texts
    assert not set("".join(texts)) & set("\x1b\u202e\ud800")
    assert max(map(len, texts)) < 10_000
    assert len(tell(hostile, 1).new) < MOST_REMARKS
