"""What a document says of itself: on the front page, in headers and footers, in tables, in its history."""

from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest

from planlint import markdown
from planlint.model.control import Control
from planlint.model.document import Block, Cell, Document, Mark, Paragraph, Part, Row, Table
from planlint.model.framework import Framework
from planlint.model.text import Text
from planlint.recognise import recognise
from planlint.rulebook import Rulebook

TITLE = "Handlingsplan för digitalisering i Norrådalen 2026–2028"
OTHER = "Handlingsplan för digitalisering i Norrådalens kommun 2026–2028"
Read = Callable[..., Control]


@pytest.fixture
def control(fyrbodal: Framework, rulebook: Rulebook) -> Read:
    """What some Markdown, or a document, says of itself; `parts` are its headers and footers."""

    def read(source: str | Document, *parts: Part) -> Control:
        document = markdown.read(dedent(source)) if isinstance(source, str) else source
        principles = rulebook.principle_sets.get(fyrbodal.principle_set or "")
        return recognise(replace(document, parts=parts), fyrbodal, principles).control

    return read


def margin(name: str, *lines: str) -> Part:
    """A header or a footer with lines of text."""
    kind = "header" if name.startswith("header") else "footer"
    return Part(name, "header" if kind == "header" else "footer", tuple(map(Paragraph, texts(name, *lines))))


def texts(part: str, *lines: str) -> list[Text]:
    return [Text(part, index, 0, line) for index, line in enumerate(lines)]


def table(*rows: tuple[str, ...]) -> Table:
    """A table whose cells stand in paragraphs 100, 101 … of the body."""
    places = iter(range(100, 999))
    return Table(
        tuple(
            Row(tuple(Cell((Paragraph(Text("document", next(places), 0, cell)),)) for cell in cells)) for cells in rows
        )
    )


def body(*blocks: Block | str, title: str | None = TITLE) -> Document:
    """A document with a title in the title style, then the blocks, then a chapter."""
    made: list[Block] = [] if title is None else [Paragraph(Text("document", 0, 0, title), "title")]
    for index, block in enumerate(blocks, 1):
        made.append(Paragraph(Text("document", index, 0, block)) if isinstance(block, str) else block)
    made.append(Paragraph(Text("document", 50, 0, "4 Insatser"), "heading 1", 1))
    return Document("word", "final", tuple(made), 51)


def stated(control: Control, *keys: str) -> list[tuple[str, str, str]]:
    return [(one.key, one.where, one.text.text) for one in control.statements if not keys or one.key in keys]


@pytest.mark.parametrize(
    "line",
    [
        "Publiceringsdatum 2026-09-15\tVersion 0.4",
        "Datum: 2026-09-15 | Version: 0.4",
        "Publiceringsdatum\t2026-09-15\tVersion\t0.4",
        "Versionsnr 0.4, publicerad 2026-09-15",
        f"{TITLE}, version 0.4, datum 2026-09-15",
    ],
)
def test_a_header_states_version_and_date(control: Read, line: str) -> None:
    found = control(body(), margin("header1", line, "Sida 1 (20)"))
    assert found.version
    assert found.date
    assert (found.version.text, found.date.text) == ("0.4", "2026-09-15")
    assert (found.version.part, found.version.paragraph, found.version.start) == ("header1", 0, line.index("0.4"))


def test_what_stands_in_capitals_above_the_title_is_no_chapter(control: Read) -> None:
    above = [Paragraph(Text("document", 200, 0, line)) for line in ("NORRÅDALENS KOMMUNALFÖRBUND", "HANDLINGSPLAN")]
    title = Paragraph(Text("document", 202, 0, TITLE), "title")
    found = control(body(*above, title, "Dokumentansvarig: Processledaren\nVersion: 1.0", title=None))
    assert stated(found) == [
        ("title", "front", TITLE),
        ("responsible", "front", "Processledaren"),
        ("version", "front", "1.0"),
    ]


@pytest.mark.parametrize(
    ("line", "date"),
    [("Remissversion 2026-01-15", "2026-01-15"), ("Utkast: 2026-01-15", "2026-01-15"), ("Remissversion 0.8", None)],
)
def test_a_date_beside_what_the_document_is_on_its_way_is_its_own(control: Read, line: str, date: str | None) -> None:
    found = control(body(line)).date
    assert (found.text if found else None) == date


def test_fields_of_one_header_line_are_told_apart(control: Read) -> None:
    line = f"Titel {TITLE}\tUnderrubrik Insatser i samverkan\tAnsvarig E-råd Norrådalen"
    assert stated(control(body(), margin("header2", line)), "title", "subtitle", "responsible") == [
        ("title", "front", TITLE),
        ("title", "header", TITLE),
        ("subtitle", "header", "Insatser i samverkan"),
        ("responsible", "header", "E-råd Norrådalen"),
    ]


def test_a_header_line_much_like_the_title_is_one_and_the_association_is_not(control: Read) -> None:
    found = control(
        body(),
        margin("header1", "Norrådalens kommunalförbund", OTHER),
        margin("footer1", "Norrådalens kommunalförbund\tnorradalen.example"),
    )
    assert stated(found, "title") == [("title", "front", TITLE), ("title", "header", OTHER)]


@pytest.mark.parametrize(
    "rows",
    [
        (("Dokumentansvarig", "Processledaren"), ("Diarienummer", "NK 2026/12"), ("Giltig till", "2028-12-31")),
        (("Dokumentansvarig:", "Processledaren", "Diarienummer:", "NK 2026/12"), ("Giltig till:", "2028-12-31")),
        (("Dokumentansvarig", "Diarienummer", "Giltig till"), ("Processledaren", "NK 2026/12", "2028-12-31")),
        (("Dokumentansvarig\nProcessledaren", "Diarienummer\nNK 2026/12", "Giltig till\n2028-12-31"),),
        (("Dokumentansvarig: Processledaren", "Diarienummer: NK 2026/12"), ("Giltig till 2028-12-31", "")),
    ],
)
def test_a_table_of_labels_in_any_shape(control: Read, rows: tuple[tuple[str, ...], ...]) -> None:
    found = control(body(table(*rows)))
    assert sorted(stated(found, "responsible", "registration", "validity")) == [
        ("registration", "front", "NK 2026/12"),
        ("responsible", "front", "Processledaren"),
        ("validity", "front", "2028-12-31"),
    ]
    assert found.versions == ()


def test_a_decision_states_who_decided_and_when(control: Read) -> None:
    found = control(body("Antagen av förbundsdirektionen 2026-11-20, § 45", "Fastställd: 2026-11-21"))
    assert stated(found, "decided_by", "adopted") == [
        ("decided_by", "front", "förbundsdirektionen 2026-11-20, § 45"),
        ("adopted", "front", "2026-11-20"),
        ("adopted", "front", "2026-11-21"),
    ]
    assert found.date
    assert found.date.text == "2026-11-20"


def test_prose_and_values_that_say_nothing_state_no_field(control: Read) -> None:
    found = control(
        body("Ansvarig nämnd ser till att planen genomförs.", "Ansvarig: –", "Version:", "Gäller alla kommuner i dalen")
    )
    assert stated(found) == [("title", "front", TITLE)]
    assert (found.version, found.date) == (None, None)


def test_a_section_on_the_document_states_fields_in_lines_tables_and_under_labels(control: Read) -> None:
    found = control(
        f"""
        # {TITLE}

        ## Dokumentinformation

        Dokumentägare: Norrådalens kommunalförbund

        ### Diarienummer

        NK 2026/12

        | Revideras senast | 2027-12-01 |
        |---|---|
        | Informationsklass | Intern |

        ## 4 Insatser

        Ansvarig: ingen här
        """
    )
    assert stated(found, "responsible", "registration", "revision", "classification") == [
        ("responsible", "front", "Norrådalens kommunalförbund"),
        ("registration", "front", "NK 2026/12"),
        ("revision", "front", "2027-12-01"),
        ("classification", "front", "Intern"),
    ]
    assert found.classification
    assert [text.text for text in found.classification.texts] == ["Intern"]


def test_a_title_over_two_lines(control: Read) -> None:
    document = body(Paragraph(Text("document", 1, 0, "2026–2028"), "title"), title="Handlingsplan för digitalisering")
    found = control(document)
    assert found.title
    assert found.title.text == "Handlingsplan för digitalisering"
    assert found.period == ("2026", "2028")
    assert stated(found) == [
        ("title", "front", "Handlingsplan för digitalisering"),
        ("subtitle", "front", "2026–2028"),
    ]


def test_a_title_in_a_text_box(control: Read) -> None:
    boxed = Paragraph(Text("document", 2, 0, TITLE), "title")
    document = body(Paragraph(Text("document", 1, 0, ""), boxes=(boxed,)), "Version 0.3", title=None)
    found = control(document)
    assert found.title
    assert found.title.text == TITLE
    assert found.version
    assert found.version.text == "0.3"


def test_a_first_heading_that_names_the_document_is_its_title(control: Read) -> None:
    heading = Paragraph(Text("document", 1, 0, TITLE), "heading 1", 1)
    found = control(body(heading, "Version 0.3", title=None))
    assert found.title
    assert found.title.text == TITLE
    assert found.version
    assert found.version.text == "0.3"
    other = Paragraph(Text("document", 1, 0, "Inledning"), "heading 1", 1)
    assert control(body(other, "Version 0.3", title=None)).title is None


def test_the_newest_row_may_stand_on_top(control: Read) -> None:
    rows = [("Version", "Datum", "Ändring"), ("1.0", "2026-11-20", "Beslut"), ("0.1", "2026-02-06", "Utkast")]
    for order in (rows, [rows[0], rows[2], rows[1]]):
        found = control(body(table(*order)))
        assert found.newest
        assert found.newest.version.text == "1.0"
        assert found.version
        assert found.version.text == "1.0"


def test_merged_cells_of_a_history(control: Read) -> None:
    rows = (("Version", "", "Datum", "Ändring"), ("0.1", "", "2026-02-06", "Utkast"), ("", "", "2026-03-01", "Nytt"))
    head, first, second = table(*rows).rows
    wide = Row((replace(head.cells[0], span=2), *head.cells[2:]))
    merged = Row((replace(second.cells[0], continues=True), *second.cells[1:]))
    found = control(body(Table((wide, first, merged))))
    assert [(row.version.text, row.date.text, row.reason.text) for row in found.versions] == [
        ("0.1", "2026-02-06", "Utkast"),
        ("0.1", "2026-03-01", "Nytt"),
    ]


def test_a_history_with_a_title_row_and_a_control_table_with_version_and_date(control: Read) -> None:
    history = table(("Versionshistorik", "", ""), ("Datum", "Version", "Orsak"), ("2026-02-06", "0.1", "Utkast"))
    assert [row.version.text for row in control(body(history)).versions] == ["0.1"]
    facts = table(("Diarienummer", "Version", "Datum"), ("NK 2026/12", "0.4", "2026-09-15"))
    found = control(body(facts))
    assert found.versions == ()
    assert stated(found, "version", "date", "registration") == [
        ("registration", "front", "NK 2026/12"),
        ("version", "front", "0.4"),
        ("date", "front", "2026-09-15"),
    ]


def test_a_section_of_a_chapter_is_no_information_class(control: Read) -> None:
    found = control(f"# {TITLE}\n\n## 4 Insatser\n\n### 4.1 Informationsklassning\n\nAlla system klassas.\n")
    assert found.classification is None


def test_bold_lines_on_the_front_page_are_read_as_well(control: Read) -> None:
    words = "Version: 0.4"
    line = Paragraph(Text("document", 1, 0, words), marks=(Mark(0, len(words), "bold"),))
    found = control(body(line, "Text."))
    assert found.version
    assert found.version.text == "0.4"


@pytest.mark.parametrize("line", ["Version 0,4", "Handlingsplan, version 0,4", "Version: 0,4 (remiss)"])
def test_a_version_may_have_a_decimal_comma(control: Read, line: str) -> None:
    assert stated(control(body(line, "Text.")), "version") == [("version", "front", "0,4")]
