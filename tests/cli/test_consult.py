"""The consultation through the command: form, compilation, check, late answers."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from jsonschema import Draft202012Validator

from planlint.cli.main import run
from planlint.report.schemas import schemas
from tests.filling import fill_in

Planlint = Callable[..., tuple[int, str, str]]
EARLY = ("grana.docx", "mardsjo-yttrande.docx")


@pytest.fixture
def desk(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the process leader stands: the plan, its timeline, the list, and the answers that came first."""
    samples = root / "samples"
    shutil.copy(samples / "norradalen-plan.docx", tmp_path / "plan.docx")
    shutil.copy(samples / "norradalen-tidplan.docx", tmp_path / "tidplan.docx")
    shutil.copy(samples / "remiss" / "remisslista.txt", tmp_path / "lista.txt")
    shutil.copytree(samples / "remiss" / "svar", tmp_path / "alla")
    (tmp_path / "svar").mkdir()
    for name in EARLY:
        shutil.copy(samples / "remiss" / "svar" / name, tmp_path / "svar" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(desk: Path, capsys: pytest.CaptureFixture[str]) -> Planlint:  # noqa: ARG001 - stands there
    """`planlint consult` at that desk."""

    def consult(*arguments: str) -> tuple[int, str, str]:
        status = run(("consult", *arguments))
        return (status, *capsys.readouterr())

    return consult


def standing(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_form_says_when_to_answer(call: Planlint, desk: Path) -> None:
    status, out, err = call("template", "plan.docx", "-o", "blankett.docx", "--timeline", "tidplan.docx")
    assert (status, out, err) == (0, "blankett.docx skriven, med 103 rader att svara på.\n", "")
    words = [paragraph.text for paragraph in docx.Document(str(desk / "blankett.docx")).paragraphs]
    assert "Svara senast den 27 november 2026." in words
    assert call("template", "plan.docx", "-o", "blankett.xlsx", "--lang", "en")[1] == (
        "blankett.xlsx written, with 103 rows to answer.\n"
    )


def test_every_form_of_the_compilation_in_one_run(call: Planlint, desk: Path) -> None:
    before = standing(desk)
    outputs = ["s.docx", "s.xlsx", "s.html", "s.json"]
    options = [part for name in outputs for part in ("-o", name)]
    status, out, err = call("compile", "plan.docx", "svar", "--invited", "lista.txt", *options)
    assert status == 0
    assert err.splitlines() == [f"planlint: skrev {name}" for name in outputs]
    assert standing(desk) == before | set(outputs)
    assert "Har inte svarat (4)\n  Hedmyra kommun\n  Lillsele kommun\n  Tallviks kommun\n  Älvhamns kommun\n" in out
    told = json.loads((desk / "s.json").read_text(encoding="utf-8"))
    assert [answer["respondents"] for answer in told["answers"]] == [["Granå kommun"], ["Mårdsjö kommun"]]
    again = json.loads(call("compile", "plan.docx", "svar", "--invited", "lista.txt", "--format", "json")[1])
    assert again == told


def test_the_timeline_tells_who_is_late(call: Planlint, desk: Path) -> None:
    (desk / "svar" / "sent.txt").write_text(
        "Älvhamns kommun\n\n2026-12-01\n\nI avsnitt 2.1 saknas uppgifter om Älvhamn.\n", encoding="utf-8"
    )
    told = json.loads(call("compile", "plan.docx", "svar", "--timeline", "tidplan.docx", "--format", "json")[1])
    assert told["calendar"]["last_day"] == "2026-11-27"
    assert [answer["path"] for answer in told["answers"] if answer["late"]] == ["svar/sent.txt"]


def test_the_user_says_who_answers(call: Planlint) -> None:
    options = ("--respondent", "Region Norr=svar/grana.docx", "--format", "json")
    told = json.loads(call("compile", "plan.docx", "svar/grana.docx", *options)[1])
    assert {name for entry in told["entries"] for name in entry["respondents"]} == {"Region Norr"}


def test_anonymised_no_person_is_named(call: Planlint) -> None:
    named = call("compile", "plan.docx", "alla", "--invited", "lista.txt", "--format", "json")[1]
    people = ("Ingrid", "Sollén", "Noor", "Haddad", "Per Lindh", "Åkervall", "Kerstin", "Ekvall")
    assert [name for name in people if name not in named] == []
    told = call("compile", "plan.docx", "alla", "--invited", "lista.txt", "--anonymise", "--format", "json")[1]
    assert [name for name in people if name in told] == []
    assert len(json.loads(told)["entries"]) == len(json.loads(named)["entries"])


def test_from_compilation_to_late_answers(call: Planlint, desk: Path) -> None:
    table = desk / "s.docx"
    assert call("compile", "plan.docx", "svar", "-o", "s.docx")[0] == 0
    status, out, _ = call("check", "s.docx")
    assert (status, "Ställningstagande saknas" in out) == (1, True)
    rows = fill_in(table)
    assert call("check", "s.docx") == (0, f"s.docx: Inget saknas. Antal rader: {rows}.\n", "")
    assert call("check", "s.docx", "--plan", "plan.docx", "--answers", "svar")[0] == 0
    shutil.copy(desk / "alla" / "lillsele-blankett.docx", desk / "svar")
    status, out, _ = call("check", "s.docx", "--plan", "plan.docx", "--answers", "svar")
    assert (status, "Lillsele kommun: synpunkten ”Lillsele ställer sig bakom planen.” finns i" in out) == (1, True)
    status, out, _ = call("compile", "plan.docx", "svar", "-o", "s.docx", "--update")
    assert (status, out.splitlines()[0]) == (0, f"s.docx: 5 nya rader, nr {rows + 1}–{rows + 5}.")
    checked = json.loads(call("check", "s.docx", "--plan", "plan.docx", "--answers", "svar", "--format", "json")[1])
    Draft202012Validator(json.loads(schemas()["checked-compilation.schema.json"])).validate(checked)
    assert {each["kind"] for each in checked["shortfalls"]} == {"no-standpoint"}
    assert [each["number"] for each in checked["shortfalls"]] == [str(rows + late) for late in range(1, 6)]
    before = table.read_bytes()
    assert call("compile", "plan.docx", "svar", "-o", "s.docx", "--update")[:2] == (0, "s.docx: Inget nytt.\n")
    assert table.read_bytes() == before


def test_late_answers_are_taken_in_under_the_names_that_the_table_has(call: Planlint) -> None:
    named = ("--invited", "lista.txt", "--respondent", "Mårdsjö stad=svar/mardsjo-yttrande.docx")
    assert call("compile", "plan.docx", "svar", *named, "-o", "s.docx")[0] == 0
    assert call("compile", "plan.docx", "svar", "-o", "s.docx", "--update")[:2] == (0, "s.docx: Inget nytt.\n")


def test_what_people_filled_in_is_not_written_over(call: Planlint, desk: Path) -> None:
    for name in ("s.docx", "s.xlsx"):
        assert call("compile", "plan.docx", "svar", "-o", name)[0] == 0
        assert call("compile", "plan.docx", "svar", "-o", name)[0] == 0  # as planlint wrote it: replaced
    fill_in(desk / "s.docx")
    book = openpyxl.load_workbook(desk / "s.xlsx")
    book["Synpunkter"]["I2"] = "Noteras"
    book.save(desk / "s.xlsx")
    for name in ("s.docx", "s.xlsx"):
        before = (desk / name).read_bytes()
        status, out, err = call("compile", "plan.docx", "svar", "-o", name)
        assert (status, out) == (2, "")
        assert "fylla på med --update, eller --force." in err
        assert (desk / name).read_bytes() == before
    assert call("compile", "plan.docx", "svar", "-o", "s.docx", "--force")[0] == 0


def _usage() -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("kompile",), "okänt kommando ”kompile”, menade du ”compile”?"
    yield ("compile", "plan.docx"), "ANSWER… saknas. Se ”planlint consult compile --help”."
    yield ("compile", "plan.docx", "svar", "-o", "s.pdf"), "”s.pdf” har ingen ändelse som säger vad filen ska bli"
    yield ("compile", "plan.docx", "svar", "-o", "s.html", "--update"), "”s.html” har ingen ändelse"
    yield ("compile", "plan.docx", "svar", "--update"), "--update behöver --output"
    yield ("compile", "plan.docx", "svar", "-o", "ny.docx", "--update"), "”ny.docx” finns inte att fylla på"
    yield ("compile", "plan.docx", "svar", "-o", "plan.docx", "--force"), "”plan.docx” är en fil som läses i körningen"
    yield ("compile", "plan.docx", "svar", "-o", "svar/grana.docx", "--force"), "är en fil som läses i körningen"
    yield ("compile", "plan.docx", "svar", "--respondent", "Granå"), "”Granå” är inget NAMN=FIL för --respondent"
    yield ("compile", "plan.docx", "svar", "--respondent", "A=x.docx"), "filen ”x.docx” som --respondent nämner"
    yield ("compile", "plan.docx", "svar", "--respondent", "A=plan.docx"), "”plan.docx” som --respondent nämner är inte"
    twice = ("--respondent", "A=svar/grana.docx", "--respondent", "B=svar/grana.docx")
    yield ("compile", "plan.docx", "svar", *twice), "ger filen ”svar/grana.docx” två namn: ”A” och ”B”."
    yield ("compile", "plan.docx", "svar", "--timeline", "alla/mardsjo-yttrande.docx"), "innehåller ingen tidplan"
    yield ("compile", "svar", "svar"), "”svar” är en mapp; ange ett dokument."
    yield ("template", "plan.docx", "-o", "b.pdf"), "”b.pdf” har ingen ändelse som säger vad filen ska bli"
    yield ("check", "plan.docx", "--answers", "svar"), "ange både --plan och --answers, eller ingen av dem."


@pytest.mark.parametrize(("arguments", "line"), list(_usage()))
def test_wrong_usage_is_one_line(call: Planlint, desk: Path, arguments: tuple[str, ...], line: str) -> None:
    before = standing(desk)
    status, out, err = call(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("planlint: ")
    assert line in err
    assert err.count("\n") == 1
    assert standing(desk) == before


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(call: Planlint, desk: Path) -> None:
    (desk / "svar" / "trasig.docx").write_bytes(b"PK\x03\x04 nej")
    (desk / "svar" / "yttrande.pdf").write_bytes(b"%PDF-1.7")
    status, out, err = call("compile", "plan.docx", "svar", "-o", "s.json")
    assert status == 3
    assert [line.split(":")[1].strip() for line in err.splitlines()[:2]] == ["svar/trasig.docx", "svar/yttrande.pdf"]
    assert "Filer som inte gick att läsa (2)" in out
    told = json.loads((desk / "s.json").read_text(encoding="utf-8"))
    assert [answer["error"]["code"] for answer in told["answers"] if answer["error"]] == ["damaged", "not-word"]


@pytest.mark.parametrize(
    ("name", "line"), [("tom", "tom: Mappen innehåller inga svar."), ("nej.docx", "nej.docx: Filen finns inte.")]
)
def test_without_a_readable_answer_there_is_no_compilation(call: Planlint, desk: Path, name: str, line: str) -> None:
    (desk / "tom").mkdir()
    status, out, err = call("compile", "plan.docx", name, "-o", "s.docx")
    assert (status, out) == (3, "")
    told, last = err.splitlines()
    assert told.startswith(f"planlint: {line}")
    assert last == "planlint: Inget av svaren gick att läsa, så någon sammanställning blev det inte."
    assert not (desk / "s.docx").exists()


def test_a_file_that_is_no_compilation_is_unreadable(call: Planlint) -> None:
    status, out, err = call("check", "plan.docx")
    assert (status, out) == (3, "")
    assert err.startswith("planlint: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["template", "compile", "check", "account"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_command_has_help_in_both_languages(call: Planlint, command: str, language: str) -> None:
    status, out, _ = call(command, "--lang", language, "--help")
    assert status == 0
    assert "-help" not in out.replace("--help", "")
    assert f"consult {command}" in out
    listed = call("--help", "--lang", language)[1]
    assert f"  {command} " in listed
    assert "-help" not in listed.replace("--help", "")
