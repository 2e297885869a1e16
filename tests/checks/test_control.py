"""What the examples of PL501–PL508 do not show: page headers, other tables, near misses."""

from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest

from planlint import markdown
from planlint.checks import Scope
from planlint.config import Config
from planlint.engine import hold
from planlint.model.document import Document, Mark, MarkKind, Paragraph, Part, Properties
from planlint.model.finding import Finding
from planlint.model.text import Text
from planlint.recognise import recognise
from planlint.rulebook import load
from planlint.rulebook.select import Selected

BOOK = load()
FRAMEWORK = BOOK.frameworks["fyrbodal-2020"]
RULES = {rule.code: rule for rule in BOOK.rules}
TITLE = "Handlingsplan för digitalisering i Norrådalen 2026–2028"
PLAN = f"# {TITLE}\n\n## 4 Insatser\n"
Find = Callable[..., list[Finding]]


def document(text: str, *headers: str, title: str = "") -> Document:
    parts = tuple(
        Part(f"header{n}", "header", (Paragraph(Text(f"header{n}", 0, 0, line)),)) for n, line in enumerate(headers, 1)
    )
    return replace(markdown.read(dedent(text)), parts=parts, properties=Properties(title=title))


def find(code: str, source: Document) -> list[Finding]:
    plan = recognise(source, FRAMEWORK, BOOK.principle_sets["digg-1.3"])
    scope = Scope(plan, FRAMEWORK, BOOK.principle_sets["digg-1.3"], source)
    found, faults = hold(scope, (Selected(RULES[code], "error", counts=True),), Config(), BOOK.rules)
    assert faults == ()
    return list(found)


def messages(code: str, source: Document) -> list[str]:
    return [finding.message for finding in find(code, source)]


HISTORY = """
| Datum | Version | Utfärdare | Förändringsorsak |
|---|---|---|---|
| 2026-09-15 | 0.4 | Ylva Norlander | Skickad på remiss |
| 2026-11-20 | 1.0 | Förbundsdirektionen | Beslutad |
"""
DATED = f"# {TITLE}\n{HISTORY}\n## 4 Insatser\n"


# PL501


def test_the_headers_may_state_what_the_front_page_does_not() -> None:
    assert messages("PL501", document(PLAN, "Ansvarig E-råd Norrådalen\tVersion 1.0")) == [
        "Dokumentet saknar uppgift om: datum, versionshistorik."
    ]
    assert messages("PL501", document(DATED, "Ansvarig E-råd Norrådalen")) == []


def test_a_title_in_the_properties_alone_is_read_by_nobody() -> None:
    untitled = document("## 4 Insatser\n", title=TITLE)
    assert messages("PL501", untitled) == [
        "Dokumentet saknar uppgift om: titel, version, datum, ansvarig, versionshistorik."
    ]


def test_a_framework_that_asks_for_nothing_is_silent() -> None:
    source = document("## 4 Insatser\n")
    base = BOOK.frameworks["base-sv"]
    scope = Scope(replace(recognise(source, base, None), kind="plan"), base, None, source)
    assert hold(scope, (Selected(RULES["PL501"], "error", counts=True),), Config(), BOOK.rules) == ((), ())


# PL502, PL503


def history(*rows: str) -> Document:
    table = "\n".join(f"| {row} |" for row in ("Datum | Version | Orsak", "---|---|---", *rows))
    return document(f"# {TITLE}\n\n{table}\n\n## 4 Insatser\n")


def test_rows_that_cannot_be_read_are_passed_over() -> None:
    rows = ("2026-03-01 | 0.1 | a", "våren 2020 | utkast | b", "2026-02-30 | B | c", "2026-02-01 | 0.2 | d")
    assert messages("PL502", history(*rows)) == [
        "Version 0.2 är daterad 2026-02-01, men version 0.1 före den är daterad 2026-03-01."
    ]


def test_a_row_without_a_number_is_told_by_its_date() -> None:
    (found,) = find("PL502", history("2026-03-01 | 0.1 | a", "2026-02-01 | | b", "2026-05-01 | 0.3 | c"))
    assert found.message.startswith("Version utan nummer är daterad 2026-02-01")
    assert (found.subject.id, found.subject.words) == ("", "b")


def test_a_history_with_the_newest_on_top_goes_back_where_it_goes_forward() -> None:
    newest_first = ("2026-05-01 | 0.3 | c", "2026-06-01 | 0.2 | b", "2026-01-01 | 0.1 | a")
    assert messages("PL502", history(*newest_first)) == [
        "Version 0.3 är daterad 2026-05-01, men version 0.2 före den är daterad 2026-06-01."
    ]


def test_reuse_needs_other_dates_and_other_reasons() -> None:
    assert messages("PL503", history("2026-01-01 | 0.1 | a", "2026-02-01 | 0.1 | A", "2026-03-01 | 0.2 | b")) == []
    (found,) = find("PL503", history("2026-01-01 | 0.1 | a", "2026-02-01 | v0.1 | b", "2026-03-01 | 1 | c"))
    assert "olika förändringsorsak: 0.1 (2026-01-01, 2026-02-01)." in found.message
    assert [location.place.text for location in found.related] == ["0.1"]
    assert found.location.place.text == "v0.1"


# PL504


@pytest.mark.parametrize(
    "header",
    [
        "HANDLINGSPLAN FÖR DIGITALISERING I NORRÅDALEN 2026-2028",
        "Titel Handlingsplan för digitalisering",
        f"{TITLE} – Norrådalens kommunalförbund",
        f"Titel {TITLE}. Version 0.4",
        "Norrådalens kommunalförbund",
        "Handlingsplan",
        "Diarienummer NK 2026/12",
    ],
)
def test_a_header_that_is_no_other_title(header: str) -> None:
    assert messages("PL504", document(DATED, header, title=TITLE)) == []


def test_every_form_of_the_title_is_listed_with_its_places() -> None:
    forms = ("i Norrådalens kommuner", "i Norrådalens kommun", "i Norrådalens kommuner", "i Norrådalen")
    headers = [f"Titel Handlingsplan för digitalisering {form} 2026–2028\tUnderrubrik I samverkan" for form in forms]
    (found,) = find("PL504", document(DATED, *headers, title="Mall för handlingsplan"))
    assert found.message == (
        f"Dokumentet har olika titlar: ”{TITLE}” (framsidan, 1 sidhuvud), ”Handlingsplan för digitalisering i "
        "Norrådalens kommuner 2026–2028” (2 sidhuvuden), ”Handlingsplan för digitalisering i Norrådalens kommun "
        "2026–2028” (1 sidhuvud), ”Mall för handlingsplan” (filens egenskaper)."
    )
    assert [location.place.part for location in found.related] == ["header1", "header2"]


def test_a_title_that_goes_on_in_the_subtitle() -> None:
    text = "# Handlingsplan för digitalisering\n\n*Insatser i samverkan 2026–2028*\n\n## 4 Insatser\n"
    whole = "Handlingsplan för digitalisering – insatser i samverkan 2026–2028"
    assert messages("PL504", document(text, whole, title=whole)) == []


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        ("Digital agenda för Granå kommun 2026–2028", 0),
        ("Digital agenda för Hedmyra kommun 2026–2028", 1),
        ("Digital agenda för Granå kommun 2027–2029", 1),
    ],
)
def test_a_title_with_the_subtitle_woven_in(title: str, forms: int) -> None:
    text = "# Digital agenda 2026–2028\n\n*Granå kommun*\n\n## 4 Insatser\n"
    assert len(messages("PL504", document(text, title=title))) == forms


def test_a_first_line_that_is_no_title_is_not_held_against_the_properties() -> None:
    source = document(PLAN, title="Strategi för arkiv")
    lines = tuple(Paragraph(Text("document", n, 0, words)) for n, words in enumerate(("Norrådalens kommun", TITLE)))
    unstyled = replace(source, body=(*lines, *source.body[1:]))
    assert len(messages("PL504", source)) == 1
    assert messages("PL504", unstyled) == []
    assert (
        len(messages("PL504", replace(unstyled, body=unstyled.body[1:], properties=Properties(f"Ny {TITLE}er")))) == 1
    )


# PL505


def test_headers_that_say_the_same_are_one_finding() -> None:
    stale = "Publiceringsdatum 2026-09-15\tVersion 0.4"
    (found,) = find("PL505", document(DATED, stale, stale, "Version 1.0"))
    assert found.message == (
        "I sidhuvudet står version 0.4 och datumet 2026-09-15, men i versionshistorikens senaste rad version 1.0 och "
        "2026-11-20."
    )
    assert [location.place.part for location in found.related] == ["document", "header1", "header2", "header2"]
    assert (found.subject.type, found.subject.id) == ("version", "1.0")


def test_a_date_of_adoption_is_not_that_of_the_version() -> None:
    assert messages("PL505", document(DATED, "Antagen 2026-11-18\tVersion 1")) == []


def test_a_last_row_that_goes_back_is_not_held_against_the_header_too() -> None:
    source = history("2026-03-01 | 0.1 | a", "2026-02-01 | 0.2 | b")
    header = document(PLAN, "Datum 2026-04-01\tVersion 0.2").parts
    assert messages("PL505", replace(source, parts=header)) == []
    assert len(messages("PL502", source)) == 1


# PL506


def marked(words: str, start: int, end: int, kind: MarkKind) -> Document:
    source, content = document(PLAN), Text("document", 9, 0, words)
    return replace(source, body=(*source.body, Paragraph(content, marks=(Mark(start, end, kind),))))


@pytest.mark.parametrize("kind", ["highlight", "placeholder"])
def test_marked_words_are_placeholders(kind: MarkKind) -> None:
    (found,) = find("PL506", marked("Kostnaden är okänd.", 13, 18, kind))
    assert (found.location.place.text, found.location.place.start) == ("okänd", 13)
    assert find("PL506", marked("Kostnaden är okänd.", 12, 13, kind)) == []


def test_a_marked_placeholder_is_one() -> None:
    (found,) = find("PL506", marked("Det kostar XX kronor.", 0, 13, "highlight"))
    assert found.location.place.text == "Det kostar XX"
    assert find("PL506", marked("Fetstil är ingen platshållare.", 0, 7, "bold")) == []


@pytest.mark.parametrize(
    ("words", "placeholders"),
    [
        ("Antalet är XX, i procent xx %.", ["XX", "xx"]),
        ("Beslut 2026-XX-XX § XX, klart 202X", ["2026-XX-XX", "XX", "202X"]),
        ("TBD, tbd och Lorem ipsum", ["TBD", "tbd", "Lorem ipsum"]),
        ("Kommun: [kommunens namn], {datum}, <fyll i>", ["[kommunens namn]", "{datum}", "<fyll i>"]),
        ("Klicka här för att ange text.", ["Klicka här för att ange text"]),
        ("Giltig till ÅÅÅÅ-MM-DD", ["ÅÅÅÅ-MM-DD"]),
        ("Projektledare N.N. och N. N.", ["N.N.", "N. N."]),
        ("Vem????", ["????"]),
        ("Från år 20??, senast 20??-??-??.", ["20??", "20??-??-??"]),
        ("Kostnad X,XX miljoner, 12 xx,xx kr", ["X,XX", "xx,xx"]),
        ("NN i Älvhamn, på uppdrag av NN:s chef", ["NN", "NN"]),
        ("På XX-talet, i kapitel XX och del XXX, XXI och XXL", []),
        ("20x30 cm, 802.11x, info@xx.se, https://a.se/xx/", []),
        ("Datum skrivs på formen ÅÅÅÅ-MM-DD, tal som x,xx", []),
        ("Hjälptexten [Namn på barnet] står kvar i fältet", []),
        ("Nordiska nätverket (NN) möts. NN har tolv medlemmar, RNN och NN-modeller", []),
        ("Se [1], [sic], [skolan] och {a, b}, <https://a.se>", []),
        ("Vad? Va?? TBDX", []),
    ],
)
def test_words_that_are_placeholders_and_words_that_are_not(words: str, placeholders: list[str]) -> None:
    source = document(PLAN)
    source = replace(source, body=(*source.body, Paragraph(Text("document", 9, 0, words))))
    found = find("PL506", source)
    places = [found[0].location, *found[0].related] if found else []
    assert [location.place.text for location in places] == placeholders
    assert all(words[one.place.start : one.place.end] == one.place.text for one in places)


def test_placeholders_in_headers_count_and_those_in_the_contents_stand_in_the_headings() -> None:
    source = document(PLAN, "Version X.X XX")
    row = Paragraph(Text("document", 9, 0, "1 XX kommuner\t4"), contents_level=1)
    (found,) = find("PL506", replace(source, body=(*source.body, row)))
    assert found.location.place.part == "header1"
    assert found.message.endswith("Plats: sidhuvudet.")


# PL507


@pytest.mark.parametrize(
    ("words", "classed"),
    [
        ("Klass: K1", True),
        ("Konfidentialitet: hög", True),
        ("Riktighet nivå 3", True),
        ("Tillgänglighet bedöms vara måttlig", True),
        ("Dokumentet är öppet.", True),
        ("K2 R1 T1", True),
        ("| Konfidentialitet | Riktighet |\n|---|---|\n| 1 | 2 |", True),
        ("| Aspekt | Nivå |\n|---|---|\n| Riktighet | Hög |", True),
        ("| Konfidentialitet | Riktighet |\n|---|---|\n| – | senare |", False),
        ("| Steg | Ansvarig |\n|---|---|\n| 1 | Kansliet |", False),
        ("Vid fastställandet klassas planen som offentlig handling.", False),
        ("Klassas av kansliet 2 veckor efter beslutet", False),
        ("Öppenhet är viktigt. Tillgängligheten är god.", False),
    ],
)
def test_what_names_a_class(words: str, *, classed: bool) -> None:
    source = document(f"# {TITLE}\n\n## Informationsklassning\n\n{words}\n\n## 4 Insatser\n")
    assert (messages("PL507", source) == []) is classed


def test_a_label_with_a_class_and_no_section_at_all() -> None:
    assert messages("PL507", document(PLAN)) == []
    assert messages("PL507", document(PLAN, "Informationsklass: Intern")) == []
    assert messages("PL507", document(PLAN, "Informationsklass: Senare")) == [
        "Avsnittet om informationsklassning anger ingen klass: ”Senare”."
    ]


# PL508


def body_says(words: str) -> Document:
    return document(f"# {TITLE}\n\n## 1 Sammanfattning\n\n{words}\n\n## 4 Insatser\n")


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Planen avser åren 2025–2027.", "Planen avser åren 2025–2027"),
        ("I handlingsplanen 2027-2029 finns fem insatser.", "handlingsplanen 2027-2029"),
        ("Planperioden är 2026 till och med 2029.", "Planperioden är 2026 till och med 2029"),
        ("Den här planen gäller 2018–2020.", "planen gäller 2018–2020"),
        ("Med denna handlingsplan för 2025–2028 tar vi nästa steg.", "denna handlingsplan för 2025–2028"),
    ],
)
def test_another_period_said_of_the_plan_itself(words: str, quote: str) -> None:
    (found,) = find("PL508", body_says(words))
    assert found.location.place.text == quote
    assert [location.place.text for location in found.related] == [TITLE]


@pytest.mark.parametrize(
    "words",
    [
        "Planen gäller 2026–2028.",
        "Handlingsplanen 2023–2025 utvärderades.",
        "Nästa handlingsplan, för 2029–2031, tas fram 2028.",
        "Den regionala handlingsplanen 2024–2027 och VästKoms handlingsplan 2025–2027.",
        "Strategin 2017–2025 och budget 2027–2029.",
        "Planen antogs 2026-03-01.",
        "Förra planen gällde 2023–2025.",
        "Handlingsplan 2025–2027, Regionen (källa)",
    ],
)
def test_periods_of_other_documents(words: str) -> None:
    assert messages("PL508", body_says(words)) == []


@pytest.mark.parametrize(
    ("line", "differs"),
    [
        ("Gäller 2026-01-01–2028-12-31", False),
        ("Giltig till och med 2028-12-31", False),
        ("Giltighetstid: tills vidare", False),
        ("Gäller t.o.m. 2030-12-31", True),
        ("Giltighetstid: 2026–2027", True),
    ],
)
def test_the_period_of_validity_in_a_header(line: str, *, differs: bool) -> None:
    assert bool(messages("PL508", document(PLAN, line))) is differs


@pytest.mark.parametrize(
    ("line", "late"),
    [
        ("Antagen 2026-12-31", False),  # 364 of 1,096 days
        ("Antagen 2027-01-03", True),
        ("Beslutad av direktionen 2029-02-01", True),
        ("Antagen 2025-11-20", False),
        ("Publiceringsdatum 2028-10-01\tVersion 0.9", False),
        ("Publiceringsdatum 2028-10-01\tVersion 1.0", True),
    ],
)
def test_an_adoption_when_a_third_of_the_period_has_gone(line: str, *, late: bool) -> None:
    assert bool(messages("PL508", document(PLAN, line))) is late


def test_a_title_without_a_period_is_compared_with_nothing() -> None:
    plan = "# Handlingsplan för digitalisering\n\nGäller 2026–2028\n\nPlanen gäller 2025–2027.\n\n## 4 Insatser\n"
    assert messages("PL508", document(plan)) == []
