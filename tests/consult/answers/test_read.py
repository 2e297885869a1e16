"""A file that came back is read as what it is."""

from pathlib import Path

import pytest

from planlint.consult.answers.read import read_answer
from planlint.errors import InputError
from planlint.model.consultation import Told
from planlint.report.docx_paper import open_paper, save
from samples.source.comments import Comments
from samples.source.revisions import Tracker
from tests.consult.plans import PLAN, with_goals, write
from tests.consult.returned import GRANA, HEDMYRA, TALLVIK, plan, sent, source, version
from tests.consult.views import SENT
from tests.word.build import docx, p

LETTER = "Hedmyra kommun\n\nYttrande över handlingsplanen\n\nEffektmål 2A: Tio dagar är för kort tid.\n"

ASK = "Be om svaret som Word, eller kopiera texten till en .txt-fil."
SAVE = "Öppna filen i Word eller LibreOffice och spara den som .docx."
RESAVE = "Öppna filen i Excel eller LibreOffice och spara den som .xlsx."
DETACH = "Spara bilagan i meddelandet, eller dess text som .txt."


def told(path: str, data: bytes) -> Told:
    return read_answer(source(path, data), sent())


def work_on(tracker: Tracker, comments: Comments) -> None:
    tracker.replace(tracker.find("2A: "), "14 dagar", "10 dagar", TALLVIK)
    comments.write(tracker.find("2A: "), "har den på plats inom", GRANA, "Bra mål.", (HEDMYRA, "Ja."))


@pytest.mark.parametrize("ending", [".docx", ".docm", ".dotx", ".DOCX"])
def test_a_version_of_the_plan(ending: str) -> None:
    answer = told(f"tallvik{ending}", version(work_on))
    assert (answer.form, answer.revisions, answer.comments) == ("version", 2, 2)
    assert {(said.kind, said.author) for said in answer.said} == {
        ("rewording", TALLVIK.author),
        ("comment", GRANA.author),
    }


def test_the_plan_itself_says_nothing() -> None:
    answer = told("tallvik.docx", plan())
    assert (answer.form, answer.said, answer.revisions, answer.comments) == ("version", (), 0, 0)


@pytest.mark.parametrize(
    "data",
    [LETTER.encode(), LETTER.encode("utf-8-sig"), LETTER.encode("cp1252"), LETTER.encode("utf-16")],
    ids=["utf-8", "utf-8-sig", "cp1252", "utf-16"],
)
def test_a_letter_in_plain_text(data: bytes) -> None:
    answer = told("brev.txt", data)
    assert (answer.form, answer.respondent) == ("letter", "Hedmyra kommun")
    (said,) = answer.said
    assert said.spot is not None
    assert (said.spot.sort, said.spot.number, said.way) == ("goal", "2A", "letter")


def test_a_letter_in_word_and_in_markdown() -> None:
    assert told("brev.docx", docx("".join(map(p, LETTER.splitlines())))).form == "letter"
    assert told("brev.md", LETTER.encode()).form == "letter"


def test_a_plan_in_markdown_that_came_back() -> None:
    changed = with_goals(PLAN, 0, *PLAN.areas[0].goals, ("lugn", "Skolan är lugn"))
    answer = read_answer(source("plan.md", write(changed).encode()), SENT)
    assert answer.form == "version"
    assert {said.way for said in answer.said} == {"untracked"}
    assert any("Skolan är lugn" in said.proposal for said in answer.said)


@pytest.mark.parametrize(
    ("path", "data", "code", "line"),
    [
        ("a.pdf", b"%PDF-1.7", "not-word", f"Svaret är en pdf. {ASK}"),
        ("a.doc", b"\xd0\xcf", "old-format", f"Svaret är i det gamla Wordformatet (.doc). {SAVE}"),
        ("a.odt", b"PK", "not-word", f"Svaret är ett OpenDocument-dokument (.odt). {SAVE}"),
        ("a.RTF", b"{\\rtf", "not-word", f"Svaret är en rtf-fil. {SAVE}"),
        ("a.eml", b"From: a", "not-word", f"Svaret är ett e-postmeddelande. {DETACH}"),
        ("a.msg", b"", "not-word", f"Svaret är ett e-postmeddelande. {DETACH}"),
        ("a.xls", b"", "old-format", f"Svaret är en gammal Excelfil (.xls). {RESAVE}"),
        ("a.ods", b"", "not-word", f"Svaret är ett kalkylblad i OpenDocument (.ods). {RESAVE}"),
        ("a.png", b"\x89PNG", "not-word", f"Svaret är av ett slag som inte läses. {SAVE}"),
        ("a.docx", b"", "empty", "Filen är tom (0 byte). Hämta eller spara dokumentet igen."),
        ("a.txt", b"\x81\x8d\xff", "damaged", "Texten går inte att läsa. Spara om filen som ren text i UTF-8."),
        ("a.txt", b"a\0b", "damaged", "Texten går inte att läsa. Spara om filen som ren text i UTF-8."),
        ("a.txt", b"\xff\xfea", "damaged", "Texten går inte att läsa. Spara om filen som ren text i UTF-8."),
        ("a.md", b"\xff\xfe", "damaged", "Texten är inte i UTF-8. Spara om filen med den teckenkodningen."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_what_to_do(path: str, data: bytes, code: str, line: str) -> None:
    with pytest.raises(InputError) as raised:
        told(path, data)
    assert (raised.value.code, raised.value.sv) == (code, line)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(InputError) as raised:
        read_answer(source("a.docx", b"").__class__(Path("nowhere/a.docx"), "a.docx"), sent())
    assert raised.value.code == "missing"


def test_what_planlint_wrote_itself_is_no_answer() -> None:
    with pytest.raises(InputError) as raised:
        told("egen.docx", save(open_paper("Sammanställning", "sv")))
    assert raised.value.sv == (
        "Filen har planlint själv skrivit, och ingen har svarat i den. Ange filen som kom tillbaka."
    )


def test_a_workbook_that_is_no_form() -> None:
    from io import BytesIO

    from openpyxl import Workbook

    out = BytesIO()
    Workbook().save(out)
    with pytest.raises(InputError) as raised:
        told("svar.xlsx", out.getvalue())
    assert raised.value.sv.startswith("Excelfilen är ingen svarsblankett")
