"""`planlint compare` on the command line."""

import json
import shutil
from pathlib import Path

import docx
import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Planlint


@pytest.fixture
def samples(folder: Path, root: Path) -> Path:
    for name in ("norradalen-plan.docx", "norradalen-remissvar.docx", "norradalen-projektkort.docx"):
        shutil.copy(root / "samples" / name, folder / name)
    return folder


@pytest.fixture
def new(folder: Path) -> str:
    text = (folder / "plan.md").read_text("utf-8")
    assert "Trygg inloggning" in text
    (folder / "ny.md").write_text(text.replace("Trygg inloggning", "Säker inloggning"), "utf-8")
    return "ny.md"


def test_two_versions_as_text(planlint: Planlint, new: str) -> None:
    status, out, err = planlint("compare", "plan.md", new)
    assert (status, err) == (0, "")
    assert out.startswith("Före:   plan.md")
    assert ("── 4 Insatser\n  Insats 4.3 Säker inloggning: nytt namn\n    [-Trygg-] {+Säker+} inloggning\n") in out
    assert "Anmärkningar – nya: 0, borta: 0, kvar: " in out


def test_two_versions_as_json(planlint: Planlint, new: str, root: Path) -> None:
    status, out, _ = planlint("compare", "plan.md", new, "--format", "json", "--phase", "remiss")
    view = json.loads(out)
    assert status == 0
    Draft202012Validator(json.loads((root / "schemas/comparison.schema.json").read_text("utf-8"))).validate(view)
    assert view["run"] == {"phase": "remiss", "lang": "sv"}
    assert [view["old"]["path"], view["new"]["path"]] == ["plan.md", "ny.md"]
    (change,) = view["changes"]
    assert (change["sort"], change["kinds"], change["new"]["title"]) == (
        "intervention",
        ["renamed"],
        "Säker inloggning",
    )
    assert change["title"]["diff"] == [
        {"kind": "gone", "words": "Trygg"},
        {"kind": "new", "words": "Säker"},
        {"kind": "same", "words": "inloggning"},
    ]


@pytest.mark.usefixtures("samples")
def test_one_document_is_compared_without_and_with_its_tracked_changes(planlint: Planlint) -> None:
    status, out, _ = planlint("compare", "norradalen-remissvar.docx", "--select", "PL304")
    assert status == 0
    head, rest = out.split("\n\n", 1)
    assert " ".join(head.split()) == (
        "Före: norradalen-remissvar.docx · version 0.4 · 2026-09-15 · 29 spårade ändringar, lästa som om alla hade "
        "avvisats Nu: norradalen-remissvar.docx · version 0.4 · 2026-09-15 · 29 spårade ändringar, lästa som om alla "
        "hade godkänts"
    )
    assert "  Insats 4.4 Digital hjälp på biblioteken: nytt i planen\n" in rest
    turned = planlint("compare", "norradalen-remissvar.docx", "--reading", "original", "--reading-old", "final")
    assert "  Insats 4.4 Digital hjälp på biblioteken: borta ur planen\n" in turned.out
    assert (
        planlint(
            "compare", "norradalen-plan.docx", "norradalen-remissvar.docx", "--reading", "original", "--select", "PL304"
        ).out.count("Planen säger detsamma i båda versionerna.")
        == 1
    )


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("never", 0)])
def test_new_findings_fail_only_where_asked(planlint: Planlint, fail_on: str, status: int) -> None:
    arguments = ("compare", "norradalen-plan.docx", "norradalen-remissvar.docx", "--phase", "remiss")
    assert planlint(*arguments, "--fail-on", fail_on).status == status
    assert planlint("compare", "norradalen-plan.docx", "norradalen-plan.docx", "--fail-on", fail_on).status == 0


def test_old_findings_never_fail(planlint: Planlint, new: str) -> None:
    assert planlint("check", "plan.md", "--fail-on", "info").status == 1
    assert planlint("compare", "plan.md", new, "--fail-on", "info").status == 0


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("plan.md", "plan.md", "c.md"), "två versioner jämförs, den gamla och den nya; detta är fler: c.md"),
        ((".", "plan.md"), "”.” är en mapp; ange ett dokument."),
        (("plan.md", "--reading", "original"), "ett dokument jämförs med sig självt i två läsningar"),
        (
            ("plan.md", "norradalen-projektkort.docx"),
            "”plan.md” och ”norradalen-projektkort.docx” är dokument av olika",
        ),
        (("plan.md", "plan.md", "--format", "sarif"), "okänt värde ”sarif” för --format; välj bland: "),
        (("plan.md", "plan.md", "-o", "r.pdf"), "”r.pdf” har ingen ändelse som säger vad jämförelsen ska bli"),
        (("plan.md", "plan.md", "-o", "r.dotx", "--format", "docx"), "”r.dotx” har ingen ändelse som säger"),
        (("plan.md", "plan.md", "-o", "r.docx", "--format", "html"), "”r.docx” har ingen ändelse som säger"),
        (("protokoll.md", "plan.md", "-o", "./plan.md"), "”plan.md” är en fil som läses i körningen och skrivs aldrig"),
        (("plan.md", "plan.md", "-o", "ingen/r.html"), "”ingen/r.html” kan inte skrivas (mappen finns inte)."),
        (("plan.md", "plan.md", "-o", ""), "en sökväg är tom"),
        ((), "OLD [NEW] saknas."),
    ],
)
def test_wrong_usage(planlint: Planlint, arguments: tuple[str, ...], line: str) -> None:
    status, out, err = planlint("compare", *arguments)
    assert (status, out) == (2, "")
    assert line in err
    assert err.count("\n") == 1


def test_what_cannot_be_read_is_told_of_both(planlint: Planlint) -> None:
    status, out, err = planlint("compare", "borta.md", "borta.docx")
    assert (status, out) == (3, "")
    assert [line.split(":")[1] for line in err.splitlines()] == [" borta.md", " borta.docx"]


def test_what_is_no_plan_is_compared_as_far_as_it_was_read(planlint: Planlint, folder: Path) -> None:
    text = (folder / "protokoll.md").read_text("utf-8")
    (folder / "justerat.md").write_text(text.replace("valde en", "valde ingen"), "utf-8")
    status, out, err = planlint("compare", "protokoll.md", "justerat.md")
    assert status == 0
    assert "[-en-] {+ingen+}" in out
    assert err.splitlines() == [
        f"planlint: {name}: känns inte igen som en handlingsplan; det som kunde läsas jämförs."
        for name in ("protokoll.md", "justerat.md")
    ]


def test_the_new_versions_configuration_holds_for_both(planlint: Planlint, folder: Path, new: str) -> None:
    older = folder / "förut"
    older.mkdir()
    shutil.move(folder / "plan.md", older / "plan.md")
    (older / "planlint.toml").write_text('[rules]\nPL305 = "off"\n', "utf-8")
    assert "nya: 0, borta: 0" in planlint("compare", "förut/plan.md", new).out


FORMS = {"html": "html", "md": "markdown", "json": "json", "txt": "text"}


@pytest.mark.parametrize("ending", FORMS)
def test_a_file_has_the_form_of_its_ending(planlint: Planlint, folder: Path, new: str, ending: str) -> None:
    status, out, err = planlint("compare", "plan.md", new, "-o", f"r.{ending}")
    assert (status, out, err) == (0, f"Skrev r.{ending}.\n", "")
    shown = planlint("compare", "plan.md", new, "--format", FORMS[ending]).out
    assert (folder / f"r.{ending}").read_bytes().decode() == shown
    assert "Säker inloggning" in shown


def test_a_form_that_is_asked_for_wins_over_the_ending(planlint: Planlint, folder: Path, new: str) -> None:
    assert planlint("compare", "plan.md", new, "-o", "r.html", "--format", "markdown").status == 0
    assert (folder / "r.html").read_text("utf-8").startswith("<!-- planlint -->\n<!-- planlint compare -->\n## ")


def test_the_language_is_the_reports(planlint: Planlint, folder: Path, new: str) -> None:
    _, out, _ = planlint("compare", "plan.md", new, "-o", "r.html", "--lang", "en")
    assert out == "Wrote r.html.\n"
    assert '<html lang="en">' in (folder / "r.html").read_text("utf-8")


def test_a_word_file_is_replaced_only_as_planlint_wrote_it(planlint: Planlint, folder: Path, new: str) -> None:
    arguments, file = ("compare", "plan.md", new, "-o", "r.docx"), folder / "r.docx"
    assert planlint(*arguments).status == planlint(*arguments).status == 0
    written = file.read_bytes()
    document = docx.Document(str(file))
    assert document.core_properties.title.startswith("Översikt: ändringar i planen – ")
    document.paragraphs[0].add_run("!")
    document.save(str(file))
    theirs = file.read_bytes()
    status, out, err = planlint(*arguments)
    assert (status, out) == (2, "")
    assert err == (
        "planlint: ”r.docx” finns redan och är inte som planlint skrev det; ange ett annat namn, eller --force.\n"
    )
    assert file.read_bytes() == theirs
    assert planlint(*arguments, "--force").status == 0
    assert file.read_bytes() == written


@pytest.mark.usefixtures("samples")
def test_force_spares_the_documents_all_the_same(planlint: Planlint, folder: Path) -> None:
    before = (folder / "norradalen-remissvar.docx").read_bytes()
    status, out, err = planlint("compare", "norradalen-remissvar.docx", "-o", "norradalen-remissvar.docx", "--force")
    assert (status, out, err.count("skrivs aldrig över")) == (2, "", 1)
    assert (folder / "norradalen-remissvar.docx").read_bytes() == before


def test_word_is_not_shown_on_a_terminal(planlint: Planlint, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    status, out, err = planlint("compare", "plan.md", new, "--format", "docx")
    assert (status, out) == (2, "")
    assert err == "planlint: detta är en fil och ingen text; ange med --output var den ska sparas.\n"
