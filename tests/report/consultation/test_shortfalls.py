"""What lacks in a filled-in compilation, in words and for programs."""

from __future__ import annotations

from dataclasses import replace

from planlint.consult.verify import verify
from planlint.model.shortfall import SHORTFALLS, Shortfall
from planlint.report.consultation.compilation_docx import render_compilation_docx
from planlint.report.consultation.shortfalls_json import view_shortfalls
from planlint.report.consultation.shortfalls_text import name_place, render_shortfalls, say_shortfall
from planlint.report.page import Page
from tests.consult.filled import FIRST
from tests.consult.filling import choose, in_word, table_of

TABLE = table_of(
    in_word(render_compilation_docx(FIRST, "sv"), lambda document: choose(document, 2, "Tillgodoses inte"))
)
ROWS = TABLE.rows
PART = replace(TABLE, rows=(ROWS[1], replace(ROWS[2], standpoint_words="nja")), views=2)
WIDE = Page(width=200)


def test_the_text_says_where_what_and_what_to_do() -> None:
    rows = (ROWS[1], replace(ROWS[2], number="", standpoint="partly"), replace(ROWS[2], standpoint_words="nja"))
    found = verify(replace(TABLE, rows=rows), None)
    assert render_shortfalls(replace(TABLE, rows=rows), found, WIDE) == (
        "Nr 2, 1 Inledning (tabell 7, rad 2)\n"
        "    Synpunkten tillgodoses inte, och motivering saknas. Skriv varför.\n"
        "Rad utan nummer, 2.1 Digital kompetens (tabell 8, rad 2)\n"
        "    Synpunkten tillgodoses delvis, och motivering saknas. Skriv gärna vad som inte tillgodoses och varför.\n"
        "Nr 3, 2.1 Digital kompetens (tabell 8, rad 2)\n"
        "    Okänt ställningstagande ”nja”. Skriv Tillgodoses, Tillgodoses delvis, Tillgodoses inte eller Noteras, och "
        "resten som motivering.\n"
        "Sammanställningen\n"
        "    Nr 1, 4–6 saknas. Lägg tillbaka det, eller kör ”planlint consult compile --update” med alla svar.\n"
        "\n"
        "remiss.docx: Att åtgärda: 3. Att känna till: 1. Antal rader: 3.\n"
    )


def test_the_text_says_that_nothing_lacks() -> None:
    assert render_shortfalls(TABLE, (), WIDE) == "remiss.docx: Inget saknas. Antal rader: 6.\n"
    assert render_shortfalls(TABLE, (), Page("en", 200)) == "remiss.docx: Nothing is missing. Rows: 6.\n"


def test_every_kind_has_words_in_both_languages() -> None:
    for kind in SHORTFALLS:
        shortfall = Shortfall(kind, words="reason", view="Stryk.")
        for language in ("sv", "en"):
            told = say_shortfall(shortfall, language)
            assert told.endswith(".")
            assert "{" not in told
    assert say_shortfall(Shortfall("missing-column", words="reason"), "sv") == (
        "Kolumnen ”Motivering” saknas. Lägg tillbaka den med sin rubrik."
    )


def test_what_a_shortfall_is_about() -> None:
    assert name_place(Shortfall("missing-view", element="1 Inledning", words="Ås"), "sv") == "1 Inledning"
    assert name_place(Shortfall("no-digest"), "en") == "The compilation"


def test_words_from_the_file_cannot_steer_a_terminal() -> None:
    shortfall = Shortfall("unknown-standpoint", "1", words="\x1b[31mröd", where="tabell 1, rad 1", element="\x07x")
    assert "\x1b" not in render_shortfalls(TABLE, (shortfall,), Page())
    assert "\x07" not in render_shortfalls(TABLE, (shortfall,), Page())


def test_the_view_for_programs() -> None:
    view = view_shortfalls(PART, verify(PART, None)[:2], "en").model_dump()
    assert view.pop("tool")["name"] == "planlint"
    assert view == {
        "schema_version": "1",
        "path": "remiss.docx",
        "lang": "en",
        "standpoints": {"rows": 2, "met": 0, "partly": 0, "not_met": 1, "noted": 0, "none": 1},
        "shortfalls": (
            {
                "kind": "no-reason", "fails": True, "number": "2", "id": ROWS[1].id, "element": "1 Inledning",
                "message": "The view is not met, and there is no reason. Write why.",
                "where": "tabell 7, rad 2", "view": "Nämn regionen.",
            },
            {
                "kind": "unknown-standpoint", "fails": True, "number": "3", "id": ROWS[2].id,
                "element": "2.1 Digital kompetens",
                "message": (
                    "Unknown standpoint “nja”. Write Met, Partly met, Not met or Noted, and the rest as the reason."
                ),
                "where": "tabell 8, rad 2", "view": "Alla kan hänga med.",
            },
        ),
        "failing": 2,
    }  # fmt: skip


def test_what_several_rows_lack_is_said_once_with_their_numbers() -> None:
    rows = (*ROWS[2:4], replace(ROWS[4], number=""), replace(ROWS[5], number="12"), replace(ROWS[0], standpoint="met"))
    table = replace(TABLE, rows=rows, views=0, digest="")
    found = [each for each in verify(table, None) if each.kind != "no-digest"]
    assert render_shortfalls(table, found, WIDE) == (
        "Nr 3–4, 12 (3 rader)\n"
        "    Ställningstagande saknas. Välj Tillgodoses, Tillgodoses delvis, Tillgodoses inte eller Noteras.\n"
        f"Rad utan nummer, {ROWS[4].told[1]} ({ROWS[4].where})\n"
        "    Ställningstagande saknas. Välj Tillgodoses, Tillgodoses delvis, Tillgodoses inte eller Noteras.\n"
        "\n"
        "remiss.docx: Att åtgärda: 4. Att känna till: 0. Antal rader: 5.\n"
    )
    double = [Shortfall("double-row", "3", where=f"tabell 8, rad {line}") for line in (2, 3)]
    assert render_shortfalls(table, double, WIDE).count("Numret finns på flera rader") == 2
