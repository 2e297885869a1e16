"""References inside the document: numbers, titles, fields and links that lead astray."""

import pytest

from planlint.model.finding import Hit
from tests.checks.held import hits
from tests.word.build import docx, p, r, styled

OUTLINE = """
# Handlingsplan

## 1 Sammanfattning

{text}

## 2 Fokusområden

### 2.1 Digital trygghet

## 3 Insatser

### 3.1 Säker inloggning

### 3.2 Digitala möten

## 4 Bilagor

### 4.1 Beslutsprocess

### 4.2 Begreppslista
"""


def held(text: str) -> list[Hit]:
    return hits("PL105", OUTLINE.format(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "Se bilaga 4.2 Begreppslista och bilaga 4.1 (Beslutsprocess), kapitel 3 Insatser samt avsnitt 3.1–3.2.",
        "Se bilaga 4.2 begreppslistan. Insatser beskrivs i kapitel 3. Insatser är projekt.",
        "Enligt kapitel 9 i kommunallagen och bilaga 7 till avtalet.",
        "I kapitel 3 Insatserna beskrivs de.",
        "Se [ordlistan](#42-begreppslista) och [Digg](https://www.digg.se/).",
        "Se bilaga 4.1 E-rådet beslutar.",
        "Se bilaga 4.1 Beslut. Se bilaga 4.2 Begrepp och bilaga 4.1 Processen.",
        "Avsnitt 3.2 Klart",
        "Se avsnitt 3.2 Dnr. 2026/12",
    ],
)
def test_references_that_lead_where_they_say(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "case", "quote", "suggestion"),
    [
        ("Se bilaga 4.9.", "missing", "bilaga 4.9", None),
        ("Se avsnitt 3.1 och 3.7.", "missing", "3.7", None),
        ("Se kapitel 9.", "missing", "kapitel 9", None),
        ("Se bilaga 4.3 Begreppslista.", "number", "bilaga 4.3", "4.2"),
        ("Orden står i bilaga 4.2 Indikatorer.", "title", "Indikatorer", "Begreppslista"),
        ("Se bilaga 4.1 Begreppslista.", "title", "Begreppslista", "Beslutsprocess"),
        ("Se avsnitt 3.2 ”Digitala samtal”.", "title", "Digitala samtal", "Digitala möten"),
        ("Se [ordlistan](#ordlista).", "link", "ordlistan", None),
        ("Se Fel! Hittar inte referenskälla. för mer.", "error", "Fel! Hittar inte referenskälla.", None),
    ],
)
def test_references_that_lead_astray(text: str, case: str, quote: str, suggestion: str | None) -> None:
    (hit,) = held(text)
    assert (hit.case, hit.place.text, hit.suggestion) == (case, quote, suggestion)
    assert (hit.subject and (hit.subject.type, hit.subject.id, hit.subject.words)) == (
        "chapter", "1", "Sammanfattning",
    )  # fmt: skip


def test_an_appendix_that_may_be_a_file_of_its_own_is_not_accused() -> None:
    (hit,) = held("Se bilaga 7.")
    assert (hit.case, hit.undecided) == ("unsure", True)


def test_where_appendices_bear_numbers_of_their_own_one_that_is_not_there_is_missing() -> None:
    source = "# Plan\n\n## 1 Sammanfattning\n\nSe bilaga 1, bilaga 2 Begreppslista och bilaga 3.\n\n## 4 Insatser\n\n"
    source += "## Bilaga 1 Beslutsprocess\n\n## Bilaga 2 Begreppslista\n"
    assert [(hit.case, hit.place.text, hit.undecided) for hit in hits("PL105", source)] == [
        ("missing", "bilaga 3", False)
    ]


def test_errors_in_the_contents_are_one_finding() -> None:
    rows = "".join(styled("Innehll1", f"{n} Kapitel\tFel! Bokmärket är inte definierat.") for n in (1, 2, 3))
    body = rows + styled("Rubrik1", "4 Insatser") + p("Text.")
    (hit,) = hits("PL105", docx(body))
    assert (hit.case, hit.place.text, len(hit.related)) == ("error", "Fel! Bokmärket är inte definierat.", 2)


def test_a_plan_without_numbers_cannot_be_told_wrong() -> None:
    assert hits("PL105", "# Plan\n\n## Sammanfattning\n\nSe bilaga 4 och kapitel 3.\n\n## Insatser\n") == []


def test_the_version_history_speaks_of_older_numbers() -> None:
    source = OUTLINE.format(text="Kort.").replace(
        "## 1 Samm",
        "| Datum | Version | Orsak |\n|---|---|---|\n| 2026-01-01 | 0.1 | Bilaga 4.7 struken |\n\n## 1 Samm",
    )
    assert hits("PL105", source) == []


def ref(name: str, words: str) -> str:
    """A REF field with its cached words."""
    return f'<w:fldSimple w:instr=" REF {name} \\h ">{r(words)}</w:fldSimple>'


def marked(name: str, style: str, words: str) -> str:
    start = f'<w:bookmarkStart w:id="1" w:name="{name}"/>'
    return styled(style, start + r(words) + '<w:bookmarkEnd w:id="1"/>')


def in_word(text: str) -> list[Hit]:
    body = styled("Rubrik1", "1 Sammanfattning") + p(text) + styled("Rubrik1", "2 Bilagor")
    body += marked("_Ref1", "Rubrik2", "2.1 Begreppslista") + p("Ord.") + styled("Rubrik2", "2.2 Process") + p("Ja.")
    return hits("PL105", docx(body))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r("Se bilaga ") + ref("_Ref1", "2.1"), []),
        (r("Se bilaga ") + ref("_ref1", "2.1"), []),
        (r("Se bilaga ") + ref("_Ref9", "2.1"), [("field", "2.1")]),
        (r("Se bilaga ") + ref("_Ref9", "2.7"), [("missing", "bilaga 2.7")]),
        (r("Se bilaga ") + ref("_Ref1", "2.2"), [("moved", "bilaga 2.2")]),
        (ref("_Ref9", "Fel! Hittar inte referenskälla."), [("error", "Fel! Hittar inte referenskälla.")]),
        (f'<w:hyperlink w:anchor="_Ref9">{r("ordlistan")}</w:hyperlink>', [("link", "ordlistan")]),
        (f'<w:hyperlink w:anchor="_top">{r("upp")}</w:hyperlink>', []),
    ],
)
def test_fields_and_links_in_word(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(hit.case, hit.place.text) for hit in in_word(text)] == expected


def test_the_number_of_a_list_s_item_is_no_section() -> None:
    items = "".join(f"{number}. Punkt\n" for number in range(1, 8))
    (hit,) = held(f"Se kapitel 7.\n\n{items}")
    assert (hit.case, hit.place.text) == ("missing", "kapitel 7")
