"""The Document that a Markdown text is: every kind of block, mark and place."""

import pytest

from planlint.errors import InputError
from planlint.markdown import LIMIT, read
from planlint.model.document import (
    Cell,
    Comment,
    Document,
    Image,
    Link,
    Mark,
    Paragraph,
    Properties,
    Row,
    Table,
    Unread,
    paragraphs,
)
from planlint.model.text import Text


def at(paragraph: int, words: str) -> Text:
    return Text("document", paragraph, 0, words)


def read_paragraphs(source: str) -> list[Paragraph]:
    return list(paragraphs(read(source).body))


def read_words(source: str) -> list[str]:
    return [paragraph.text for paragraph in read_paragraphs(source)]


def test_title_subtitle_chapters_and_body() -> None:
    document = read("# Handlingsplan\n\n*I samverkan*\n\n## 1 Sammanfattning\n\nEn mening.\n\n### 1.1 Bakgrund\n")
    assert document == Document(
        source="markdown",
        reading="final",
        body=(
            Paragraph(at(0, "Handlingsplan"), style="title"),
            Paragraph(at(1, "I samverkan"), style="subtitle", marks=(Mark(0, 11, "italic"),)),
            Paragraph(at(2, "1 Sammanfattning"), style="heading 1", level=1),
            Paragraph(at(3, "En mening.")),
            Paragraph(at(4, "1.1 Bakgrund"), style="heading 2", level=2),
        ),
        paragraphs=5,
        lines=(1, 3, 5, 7, 9),
    )


def test_paragraphs_stand_on_the_lines_of_the_file() -> None:
    source = (
        "---\ntitle: T\n---\n# T\n<!-- en\nkommentar -->\nEtt <!-- två\n\nrader --> ord\noch ett till.\n\n"
        "<!-- a\n--> <!-- b\n-->Sist.\n\n- ett\n- två\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    document = read(source)
    rows = source.split("\n")
    assert [(line, rows[line - 1]) for line in document.lines] == [
        (4, "# T"), (7, "Ett <!-- två"), (14, "-->Sist."), (16, "- ett"), (17, "- två"),
        (19, "| a | b |"), (19, "| a | b |"), (21, "| c | d |"), (21, "| c | d |"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("# Titel\n\n*a* b\n", ""),
        ("# Titel\n\n**a**\n", ""),
        ("# Titel\n\nb\n\n*a*\n", ""),
        ("*a*\n", ""),
        ("# Titel\n\n*a*\n", "subtitle"),
        ("# Titel\n\n***a***\n", "subtitle"),
    ],
)
def test_only_a_wholly_italic_line_right_after_the_title_is_the_subtitle(text: str, style: str) -> None:
    assert read_paragraphs(text)[-1].style == style


@pytest.mark.parametrize(
    ("line", "style", "level"),
    [
        ("## x", "heading 1", 1),
        ("### x", "heading 2", 2),
        ("#### x", "heading 3", 3),
        ("##### x", "heading 4", 4),
        ("###### x", "heading 5", 5),
        ("# x", "heading 1", 1),
        ("x\n---", "heading 1", 1),
        ("- ### x", "heading 2", 2),
    ],
)
def test_levels_of_headings_after_the_title(line: str, style: str, level: int) -> None:
    assert read(f"# Titel\n\n{line}\n").body[1:] == (Paragraph(at(1, "x"), style=style, level=level),)


def test_a_bold_line_is_bold_all_over_and_no_heading() -> None:
    (paragraph,) = read_paragraphs("**Effektmål**")
    assert paragraph == Paragraph(at(0, "Effektmål"), marks=(Mark(0, 9, "bold"),))
    assert paragraph.wholly("bold")


def test_marks_and_links_cover_the_rendered_words() -> None:
    (paragraph,) = read_paragraphs("Se *[bilaga **5.3**](#53-ramverk-för)* och <https://exempel.se/å>.")
    assert paragraph.text == "Se bilaga 5.3 och https://exempel.se/å."
    assert paragraph.marks == (Mark(3, 13, "italic"), Mark(10, 13, "bold"))
    assert paragraph.links == (
        Link(3, 13, "internal", "53-ramverk-för"),
        Link(18, 38, "external", "https://exempel.se/%C3%A5"),
    )


def test_empty_markup_leaves_no_mark_and_no_link() -> None:
    assert read("[](#x) a").body == (Paragraph(at(0, " a")),)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("en rad\nsom går vidare", "en rad som går vidare"),
        ("en rad  \nsom bryts", "en rad\nsom bryts"),
        ("en rad\\\nsom bryts", "en rad\nsom bryts"),
        (
            "Ansvarig: IT-enheten\nTidplan: 2026\n**Budget:** 2 mnkr",
            "Ansvarig: IT-enheten\nTidplan: 2026\nBudget: 2 mnkr",
        ),
        (
            "Vi är eniga om\nEtt gemensamt mål för alla kommunerna i dalen: ro",
            "Vi är eniga om Ett gemensamt mål för alla kommunerna i dalen: ro",
        ),
        ("Det gäller\n**alla** kommuner", "Det gäller alla kommuner"),
        ("en rad<br>som bryts<BR />två<br/>gånger", "en rad\nsom bryts\ntvå\ngånger"),
        ("`<br>` och \\<br> är tecken, <b>så</b>", "<br> och <br> är tecken, <b>så</b>"),
        ("`kod` och \\*stjärna\\* &amp; &aring;", "kod och *stjärna* & å"),
        ("![karta](karta.png)efter", "efter"),
        (
            "en <b onclick='x()'>fet</b><script>alert(1)</script> rad",
            "en <b onclick='x()'>fet</b><script>alert(1)</script> rad",
        ),
        ("före<!-- dold --> efter", "före efter"),
        ("före <!-- aldrig stängd", "före <!-- aldrig stängd"),
        ("1A: Målet", "1A: Målet"),
        ("    inryckt\n      mer", "inryckt\n  mer"),
        ("```\nx\ny\n```", "x\ny"),
        ("> citat", "citat"),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, words: str) -> None:
    assert read_words(source) == [words]


def test_comments_over_blank_lines_are_skipped_and_end_the_paragraph() -> None:
    assert read_words("a\n<!-- b\n\nc -->\nd <!-- e\n\nf -->g") == ["a", "d g"]


def test_raw_html_in_lines_of_its_own_is_text_and_hides_nothing() -> None:
    assert read_words("<div>\n\n**Effektmål**\n\n</div>") == ["<div>", "Effektmål", "</div>"]


def test_lists_have_levels_bullets_and_numbers_as_seen() -> None:
    source = "- a\n- b\n  - c\n\n    d\n\n3. e\n3. f\n\n1) g\n   - h\n2) i\n"
    assert read(source).body == (
        Paragraph(at(0, "a"), list_level=0, bullet=True),
        Paragraph(at(1, "b"), list_level=0, bullet=True),
        Paragraph(at(2, "c"), list_level=1, bullet=True),
        Paragraph(at(3, "d")),
        Paragraph(at(4, "e"), list_level=0, number="3"),
        Paragraph(at(5, "f"), list_level=0, number="4"),
        Paragraph(at(6, "g"), list_level=0, number="1)"),
        Paragraph(at(7, "h"), list_level=1, bullet=True),
        Paragraph(at(8, "i"), list_level=0, number="2)"),
    )


def test_an_empty_item_and_an_item_that_begins_with_a_list() -> None:
    assert read("-\n\nefter\n\n- - a\n- b").body == (
        Paragraph(at(0, "efter")),
        Paragraph(at(1, "a"), list_level=1, bullet=True),
        Paragraph(at(2, "b"), list_level=0, bullet=True),
    )


def test_a_cell_may_have_several_lines() -> None:
    (table,) = read("| Fält | Värde |\n|---|---|\n| Ledare | Kim Ek<br>**Bo Al** |").body
    assert isinstance(table, Table)
    assert table.rows[1].cells[1].blocks == (Paragraph(at(3, "Kim Ek\nBo Al"), marks=(Mark(7, 12, "bold"),)),)


def test_a_table_has_a_header_row_and_each_cell_is_a_paragraph() -> None:
    document = read("före\n\n| Begrepp | Definition |\n|---|---|\n| **Nytta** | *a* b |\n| c |\n\nefter")
    assert document.body == (
        Paragraph(at(0, "före")),
        Table(
            (
                Row((Cell((Paragraph(at(1, "Begrepp")),)), Cell((Paragraph(at(2, "Definition")),))), header=True),
                Row(
                    (
                        Cell((Paragraph(at(3, "Nytta"), marks=(Mark(0, 5, "bold"),)),)),
                        Cell((Paragraph(at(4, "a b"), marks=(Mark(0, 1, "italic"),)),)),
                    )
                ),
                Row((Cell((Paragraph(at(5, "c")),)), Cell((Paragraph(at(6, "")),)))),
            )
        ),
        Paragraph(at(7, "efter")),
    )
    assert document.paragraphs == 8


@pytest.mark.parametrize(
    ("source", "properties", "words"),
    [
        ('---\ntitle: "Plan A"\nlanguage: sv\n---\n# a', Properties(title="Plan A", language="sv"), ["a"]),
        (
            "\ufeff---\r\nTitel: Plan: B\r\nannat:\r\n  - c\r\n\r\n# not\r\nspråk: sv-SE\r\n...\r\na",
            Properties(title="Plan: B", language="sv-SE"),
            ["a"],
        ),
        ("---\ntitle: !!python/object:os.system x\n---\n", Properties(title="!!python/object:os.system x"), []),
        ("---\nEn mening.\n---\na", Properties(), ["En mening.", "a"]),
        ("---\ntitle: a\n", Properties(), ["title: a"]),
        ("\n---\ntitle: a\n\n---\n", Properties(), ["title: a"]),
    ],
)
def test_front_matter(source: str, properties: Properties, words: list[str]) -> None:
    document = read(source)
    assert document.properties == properties
    assert [paragraph.text for paragraph in paragraphs(document.body)] == words


def test_pictures_have_no_words_and_keep_their_description() -> None:
    block, last = read("Se ![En *karta*](karta.png)![](b.png) här.\n\n![x](y)").body
    assert isinstance(block, Paragraph)
    assert isinstance(last, Paragraph)
    assert (block.text, block.images) == ("Se  här.", (Image(3, "picture", "En *karta*"), Image(3, "picture")))
    assert (last.text, last.images) == ("", (Image(0, "picture", "x"),))


def test_the_reading_is_noted() -> None:
    assert read("a", "original").reading == "original"


def test_an_empty_text_is_an_empty_document() -> None:
    assert read("") == Document(source="markdown", reading="final", body=(), paragraphs=0)


@pytest.mark.parametrize("text", ["a" * (LIMIT + 1), "å" * (LIMIT // 2 + 1)])
def test_too_large_a_text_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert (caught.value.code, caught.value.sv) == ("too-large", "filen är större än 8 MB; dela upp den")


@pytest.mark.parametrize(("opening", "rest"), [(">", ["efter"]), ("- ", [])])
def test_what_lies_too_deep_is_said_to_be_unread(opening: str, rest: list[str]) -> None:
    document = read("före\n\n" + opening * 500 + "djupt\n\nefter")
    assert [paragraph.text for paragraph in paragraphs(document.body)] == ["före", *rest]
    assert document.unread == (Unread("too-deep", at(0, "")),)


def test_what_lies_deep_but_is_read_is_not_said_to_be_unread() -> None:
    document = read(">" * 50 + "djupt")
    assert [paragraph.text for paragraph in paragraphs(document.body)] == ["djupt"]
    assert document.unread == ()


def test_brackets_by_the_thousands_are_read_as_they_stand() -> None:
    assert read_words("[a](b) " * 10_001) == [("[a](b) " * 10_001).strip()]
    assert read_words("[a](b) " * 10_000) == [("a " * 10_000).strip()]


@pytest.mark.parametrize(
    ("source", "anchor", "until"),
    [
        ("<!-- planlint: ok – a -->\nb\n\nc", at(0, "b"), None),
        ("<!-- planlint: ok – a -->\n\n\nb\n\nc", at(0, "b"), None),
        ("b <!-- planlint: ok – a --> c\nd\n\ne", at(0, "b  c d"), None),
        ("b\nc\n<!-- planlint: ok – a -->\nd", at(1, "d"), None),
        ("## b <!-- planlint: ok – a -->\n\nc", at(0, "b"), None),
        ("<!-- planlint: ok – a -->\n## b\n\nc", at(0, "b"), None),
        ("<!-- planlint: ok – a -->\n\n---\n\nb\n\nc", at(0, "b"), None),
        ("b\n\n<!-- planlint: ok – a -->\n- c\n- d\n  - e\n\nf", at(1, "c"), 3),
        ("- b\n<!-- planlint: ok – a -->\n- c\n- d", at(1, "c"), None),
        ("- b\n- c <!-- planlint: ok – a -->\n- d", at(1, "c"), None),
        ("<!-- planlint: ok – a -->\n\n|b|c|\n|-|-|\n|d|e|\n\nf", at(0, "b"), 3),
        ("|b|c|\n|-|-|\n|d|e <!-- planlint: ok – a -->|\n|f|g|", at(2, "d"), 3),
        ("```\nb\n<!-- planlint: ok – a -->\n```\n\nc", at(0, "b"), None),
        ("b\n\n<!-- planlint: ok – a -->\n", None, None),
        ("<!-- planlint: ok – a -->", None, None),
    ],
)
def test_a_comment_to_planlint_is_about_its_line_or_the_next_block(
    source: str, anchor: Text | None, until: int | None
) -> None:
    (comment,) = read(source).comments
    assert comment == Comment("0", "", "", "planlint: ok – a", anchor, until=until)


def test_other_comments_are_nothing_to_planlint_and_each_has_its_own_place() -> None:
    document = read("<!-- a -->\nx\n\n<!-- planlint: ok\n– c -->\n\nd <!--planlint ok: e--> <!-- f -->")
    assert [(each.id, each.text, each.anchor) for each in document.comments] == [
        ("0", "planlint: ok\n– c", at(1, "d")),
        ("1", "planlint ok: e", at(1, "d")),
    ]
