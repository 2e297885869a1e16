"""The checks of the file itself, on Word files made for each case."""

from __future__ import annotations

import pytest

from planlint import markdown, word
from planlint.model.document import Document
from planlint.model.words import Words
from tests.checks.files import check_word, found, place
from tests.word.build import STYLES, cell, docx, p, r, row, styled, table

SWEDISH = (
    "Kommunerna ska under året ta fram en gemensam modell för hur invånarna kan nå tjänsterna från sin egen dator."
)
ENGLISH = "During the year the municipalities will make a common model of how the people who live here can reach them."


def default(language: str) -> str:
    return f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'


def tongue(tag: str) -> str:
    return f'<w:lang w:val="{tag}"/>'


# PL901 language


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (p(SWEDISH), default("sv-SE")),
        (p(SWEDISH), default("sv-FI")),
        (p(r(SWEDISH, tongue("sv-SE"))), default("en-US")),
        (p(SWEDISH) * 4 + p(r(ENGLISH, tongue("en-GB"))), default("sv-SE")),
        (p(ENGLISH), default("en-GB")),
        (p("Handlingsplan"), default("en-US")),
        (p(), ""),
    ],
    ids=["Swedish", "of Finland", "by its runs", "with a quotation", "English", "too short to tell", "no text"],
)
def test_a_file_in_the_language_that_it_states(body: str, styles: str) -> None:
    assert check_word("wrong_language", body, styles) == []


@pytest.mark.parametrize(
    ("body", "styles", "case", "words"),
    [
        (p(SWEDISH), "", "missing", (None, None, None)),
        (p("Kort."), "", "missing", (None, None, None)),
        (p(SWEDISH), default("en-US"), "whole", ("svenska", 100, "engelska (en-US)")),
        (p(ENGLISH), default("sv-SE"), "whole", ("engelska", 100, "svenska (sv-SE)")),
        (p(SWEDISH), default("nn"), "whole", ("svenska", 100, "norska (nn)")),
        (p(SWEDISH), default("pl-PL"), "whole", ("svenska", 100, "pl-PL")),
        (p(SWEDISH) + p(r(SWEDISH, tongue("sv-SE"))), default("en-US"), "other", ("svenska", 50, "engelska (en-US)")),
        (p(SWEDISH) + p(r(SWEDISH, tongue("sv-SE"))), "", "unmarked", ("svenska", 50, "")),
    ],
)
def test_a_file_in_another_language(body: str, styles: str, case: str, words: tuple[str | int | None, ...]) -> None:
    (hit,) = check_word("wrong_language", body, styles)
    said = [
        value.sv if isinstance(value, Words) else value for value in map(hit.words.get, ("text", "percent", "stated"))
    ]
    assert (hit.case, place(hit)) == (case, (0, 0, ""))
    assert said == list(words)


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def with_properties(body: str, inside: str, styles: str = STYLES) -> Document:
    return word.read(docx(body, styles=styles, files={"docProps/core.xml": CORE.format(inside)}))


def test_the_files_properties_speak_for_text_that_states_no_language() -> None:
    stated = "<dc:language>{}</dc:language>"
    assert found("wrong_language", with_properties(p(SWEDISH), stated.format("sv-SE"))) == []
    (hit,) = found("wrong_language", with_properties(p(SWEDISH), stated.format("en-US")))
    assert hit.case == "whole"
    english = default("en-US") + STYLES
    (hit,) = found("wrong_language", with_properties(p(SWEDISH), stated.format("sv-SE"), english))
    assert hit.case == "whole"


# PL902 title


def test_a_file_with_a_title() -> None:
    assert found("untitled_file", with_properties(p("Plan"), "<dc:title>Plan</dc:title>")) == []


def test_a_file_without_a_title_is_told_what_the_front_page_says() -> None:
    title = STYLES + '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="title"/></w:style>'
    (hit,) = found(
        "untitled_file", with_properties(p() + styled("Rubrik", r("Plan för 2026")), "<dc:title> </dc:title>", title)
    )
    assert (hit.case, hit.words, hit.suggestion) == ("titled", {"title": "Plan för 2026"}, "Plan för 2026")
    assert place(hit) == (1, 0, "")


def test_a_file_without_any_title() -> None:
    (hit,) = check_word("untitled_file", p() + p("Vi ses."))
    assert (hit.case, hit.suggestion) == ("default", None)


# PL903 images


def drawing(described: str = "", within: str = "") -> str:
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" {described}>{within}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{picture}"/></a:graphic></wp:inline></w:drawing></w:r>'
    )


def test_images_that_nobody_has_described() -> None:
    caption = STYLES + '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="caption"/></w:style>'
    body = (
        p(r("ab") + drawing('descr="En karta."') + drawing())
        + table(row(cell(p(drawing('descr=" "'))), cell("x")))
        + p(drawing(within='<a:ext><adec:decorative val="1"/></a:ext>'))
        + p(drawing('descr="C:\\bilder\\karta 2.PNG"'))
        + styled("B", r("Figur 1. Fiber"))
    )
    hits = found("undescribed_image", word.read(docx(body, styles=caption)))
    assert [(hit.case, place(hit), hit.subject and (hit.subject.id, hit.subject.words)) for hit in hits] == [
        ("picture", (0, 2, ""), ("2", "")),
        ("picture", (1, 0, ""), ("3", "")),
        ("file-name", (4, 0, ""), ("5", "Figur 1. Fiber")),
    ]


def test_images_in_notes_count_and_those_in_headers_do_not() -> None:
    section = '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>'
    note = f'<w:footnote w:id="1">{p(drawing())}</w:footnote>'
    body = p(r("x") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + section
    hits = found("undescribed_image", word.read(docx(body, footnotes=note, header1=p(drawing()))))
    assert [(hit.place.part, hit.subject and hit.subject.id) for hit in hits] == [("footnotes", "1")]


# PL905 links


LONG = "exempel.se/en/lang/adress/till/sidan"


def links(markdown_text: str) -> list[tuple[str, str]]:
    return [(hit.case, hit.place.text) for hit in found("unclear_link", markdown.read(markdown_text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Läs mer [här](https://exempel.se).", [("empty", "här")]),
        ("[Läs mer här!](#mal)", [("empty", "Läs mer här!")]),
        ("Se [**länken nedan**](https://exempel.se)", [("empty", "länken nedan")]),
        (f"<https://{LONG}>", [("address", f"https://{LONG}")]),
        (f"[{LONG}](https://exempel.se)", [("address", LONG)]),
        ("<https://www.exempel.se>, [exempel.se](https://exempel.se), <namn.namnsson@en.lang.adress.exempel.se>", []),
        ("Läs om [läget här](https://exempel.se/en/lang/adress/till/sidan).", []),
        ("Utan länk: https://exempel.se/en/lang/adress/till/sidan, klicka här.", []),
        ("[Handlingsplan-for-digitalisering-2026.pdf](https://exempel.se/a.pdf)", []),
    ],
)  # fmt: skip
def test_link_texts(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


def linked(words: str, target: str = 'r:id="a"') -> str:
    return f"<w:hyperlink {target}>{r(words)}</w:hyperlink>"


def in_word(body: str) -> list[tuple[str, int, str]]:
    document = word.read(docx(body, links={"a": "https://exempel.se/"}))
    return [(hit.place.part, hit.place.start, hit.place.text) for hit in found("unclear_link", document)]


def test_a_link_that_word_holds_in_pieces_is_one() -> None:
    assert in_word(p(r("Se ") + linked("här") + linked(" finns protokollen"))) == []
    assert in_word(p(r("Se ") + linked("kli") + linked("cka här ") + r("."))) == [("document", 3, "klicka här")]
    assert in_word(p(linked("här") + linked("ifrån", 'w:anchor="b"'))) == [("document", 0, "här")]


def test_rows_of_the_contents_and_words_own_references_are_left_alone() -> None:
    reference = f'<w:fldSimple w:instr="REF a \\h">{r("ovan")}</w:fldSimple>'
    assert in_word(styled("Innehll1", linked("Mer", 'w:anchor="b"')) + p(reference)) == []


def test_links_in_notes_count_and_those_in_headers_do_not() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://x/hyperlink" Target="https://exempel.se/" TargetMode="External"/></Relationships>'
    )
    section = '<w:sectPr><w:headerReference r:id="rId-header1"/></w:sectPr>'
    data = docx(
        p(r("x") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + section,
        footnotes=f'<w:footnote w:id="1">{p(linked("här"))}</w:footnote>',
        header1=p(linked("här")),
        files={"word/_rels/footnotes.xml.rels": rels, "word/_rels/header1.xml.rels": rels},
    )
    assert [hit.place.part for hit in found("unclear_link", word.read(data))] == ["footnotes"]


# PL906 empty paragraphs

TEXT, EMPTY = p("text"), p()
BREAK = p('<w:r><w:br w:type="page"/></w:r>')
ITEM = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
GRID_OF_ONE = table(row(cell("a")))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TEXT + EMPTY + TEXT + EMPTY + TEXT, None),
        (TEXT + EMPTY * 2 + TEXT, ("one", 2, 1, [1])),
        (EMPTY * 3 + TEXT + EMPTY + TEXT + p(" \u00a0") + p(r("\t")), ("many", 5, 2, [0, 6])),
        (TEXT + GRID_OF_ONE + EMPTY * 2 + TEXT, None),
        (TEXT + GRID_OF_ONE + EMPTY * 3 + TEXT, ("one", 2, 1, [3])),
        (TEXT + EMPTY + GRID_OF_ONE + EMPTY + TEXT, None),
        (TEXT + EMPTY + BREAK + EMPTY + TEXT, None),
        (TEXT + EMPTY + p("", "<w:sectPr/>") + EMPTY + TEXT, None),
        (TEXT + EMPTY + p(drawing()) + EMPTY + TEXT, None),
        (TEXT + ITEM * 3 + TEXT, None),
        (TEXT + table(row(cell(EMPTY * 3))) + TEXT, None),
        (TEXT + p("<w:bookmarkStart w:id='0' w:name='_GoBack'/>") + EMPTY + TEXT, ("one", 2, 1, [1])),
        (TEXT + EMPTY + p('<w:r><w:footnoteReference w:id="1"/></w:r>') + TEXT, None),
    ],
)  # fmt: skip
def test_empty_paragraphs_in_a_row(body: str, expected: tuple[str, int, int, list[int]] | None) -> None:
    hits = found("empty_paragraphs", word.read(docx(body, numbering=LISTS)))
    told = [
        (hit.case, hit.words["count"], hit.words["places"], [one.paragraph for one in (hit.place, *hit.related)])
        for hit in hits
    ]
    assert told == ([expected] if expected else [])


# Markdown


@pytest.mark.parametrize("check", ["wrong_language", "untitled_file", "unmarked_header_row", "empty_paragraphs"])
def test_what_markdown_cannot_state_is_not_asked_of_it(check: str) -> None:
    text = f"{SWEDISH}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n&nbsp;\n\n&nbsp;\n\n&nbsp;\n"
    assert found(check, markdown.read(text)) == []
