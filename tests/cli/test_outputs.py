"""`check --output`: several reports of one run, and nothing of the user's written over."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from planlint import word
from tests.word import build

Planlint = Callable[..., tuple[int, str, str]]


@pytest.fixture
def draft(folder: Path, root: Path) -> Path:
    """A draft in Word with faults, in the current folder."""
    return Path(shutil.copy(root / "samples" / "norradalen-utkast.docx", folder / "utkast.docx"))


def test_several_reports_of_one_run_beside_what_is_shown(planlint: Planlint, draft: Path, folder: Path) -> None:
    names = ("r.json", "r.sarif", "r.xml", "r.md", "r.html", "r.docx")
    options = [option for name in names for option in ("--output", name)]
    status, out, err = planlint("check", draft.name, *options)
    assert (status, err) == (1, "")
    assert out == planlint("check", draft.name)[1]
    shown = {form: planlint("check", draft.name, "--format", form)[1] for form in ("json", "sarif", "markdown", "html")}
    for name, form in (("r.json", "json"), ("r.sarif", "sarif"), ("r.md", "markdown"), ("r.html", "html")):
        assert (folder / name).read_bytes().decode() == shown[form]
    assert (folder / "r.xml").read_text("utf-8").startswith("<?xml")
    shown_codes = [finding["rule"] for finding in json.loads(shown["json"])["documents"][0]["findings"]]
    comments = [comment.text.split()[0] for comment in docx.Document(str(folder / "r.docx")).comments]
    assert sorted(comments) == sorted(shown_codes)


def test_a_report_that_is_there_is_replaced(planlint: Planlint, draft: Path, folder: Path) -> None:
    (folder / "r.json").write_text("gammal", encoding="utf-8")
    assert planlint("check", draft.name, "--output", "r.json")[0] == 1
    assert json.loads((folder / "r.json").read_text("utf-8"))["tool"]["name"] == "planlint"


def test_a_word_file_is_replaced_only_as_planlint_wrote_it(planlint: Planlint, draft: Path, folder: Path) -> None:
    mine = folder / "min.docx"
    shutil.copy(draft, mine)
    before = mine.read_bytes()
    complaint = (
        "planlint: ”min.docx” finns redan och är inte som planlint skrev det; ange ett annat namn, eller --force.\n"
    )
    for command in ("check", "annotate"):
        assert planlint(command, draft.name, "--output", "min.docx") == (2, "", complaint)
    assert mine.read_bytes() == before
    assert planlint("annotate", draft.name, "--output", "min.docx", "--force")[0] == 0
    assert word.is_annotated(mine.read_bytes())
    assert planlint("annotate", draft.name, "--output", "min.docx")[0] == 0
    edited = docx.Document(str(mine))
    edited.paragraphs[3].add_run(" Tillagt för hand.")
    edited.save(str(mine))
    before = mine.read_bytes()
    if not word.is_annotated(before):
        assert planlint("annotate", draft.name, "--output", "min.docx") == (2, "", complaint)
        assert mine.read_bytes() == before


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_no_document_is_written_over_by_any_name(
    planlint: Planlint, draft: Path, folder: Path, force: tuple[str, ...]
) -> None:
    before = draft.read_bytes()
    os.link(draft, folder / "hård.docx")
    (folder / "mjuk.docx").symlink_to(draft)
    for name in ("utkast.docx", "./utkast.docx", "hård.docx", "mjuk.docx", str(draft)):
        status, out, err = planlint("annotate", "utkast.docx", "-o", name, *force)
        assert (status, out) == (2, "")
        assert err == (
            f"planlint: ”{Path(name)}” är en fil som läses i körningen och skrivs aldrig över; ange ett annat namn.\n"
        )
    assert draft.read_bytes() == before


def test_nor_is_what_an_option_reads(planlint: Planlint, folder: Path) -> None:
    plan = (folder / "plan.md").read_bytes()
    status, _, err = planlint("check", "protokoll.md", "--plan", "plan.md", "--output", "plan.md")
    assert (status, (folder / "plan.md").read_bytes()) == (2, plan)
    assert "skrivs aldrig över" in err


def test_nor_a_plan_in_a_folder_that_is_read(planlint: Planlint, folder: Path) -> None:
    plan = (folder / "plan.md").read_bytes()
    assert planlint("check", ".", "--output", "plan.md")[0] == 2
    assert (folder / "plan.md").read_bytes() == plan


def test_a_report_in_the_folder_that_is_read_is_made_anew(planlint: Planlint, folder: Path) -> None:
    first = planlint("check", ".", "--output", "rapport.md")
    text = (folder / "rapport.md").read_bytes()
    assert planlint("check", ".", "--output", "rapport.md") == first
    assert (folder / "rapport.md").read_bytes() == text


def test_copies_with_comments_are_passed_over_in_a_folder_and_counted(
    planlint: Planlint, draft: Path, folder: Path
) -> None:
    (folder / "plan.md").unlink()
    (folder / "protokoll.md").unlink()
    for _ in range(2):
        status, out, err = planlint("check", ".", "--output", "granskad.docx", "--select", "PL204")
        assert (status, err) == (0, "")
        assert "hoppades över" not in out
    status, out, _ = planlint("check", ".", "--select", "PL204")
    assert status == 0
    assert "1 fil i mapparna har planlint själv skrivit, och den hoppades över." in out
    assert out.startswith(f"{draft.name}\n")
    assert planlint("check", "granskad.docx", "--select", "PL204")[1].startswith("granskad.docx\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ("check", "plan.md", "--output", "r.pdf"),
            (
                "”r.pdf” har ingen ändelse som säger vad rapporten ska vara; välj bland: "
                ".docx, .html, .json, .md, .sarif, .xml"
            ),
        ),
        (
            ("check", "plan.md", "protokoll.md", "--output", "r.docx"),
            "”r.docx” kan bara få kommentarer från ett dokument, inte 2; granska ett i taget.",
        ),
        (
            ("check", "plan.md", "--output", "r.docx"),
            "kommentarer kan bara skrivas i ett Worddokument, och det är inte ”plan.md”.",
        ),
        (
            ("annotate", "utkast.docx", "-o", "r.docm"),
            "”r.docm” ska ha samma ändelse som dokumentet, .docx; annars öppnar Word det inte.",
        ),
        (
            ("annotate", "utkast.docx", "-o", "r.html"),
            "”r.html” är ingen Wordfil; ge kopian planens ändelse. Andra rapporter: ”planlint check --output”.",
        ),
        (("annotate", ".", "-o", "r.docx"), "”.” är en mapp; ange ett dokument."),
        (("check", "plan.md", "--output", "borta/r.json"), "”borta/r.json” kan inte skrivas (mappen finns inte)."),
    ],
)
@pytest.mark.usefixtures("draft")
def test_what_cannot_be_written_is_wrong_usage(planlint: Planlint, arguments: tuple[str, ...], complaint: str) -> None:
    assert planlint(*arguments) == (2, "", f"planlint: {complaint}\n")


def test_an_unreadable_document_is_in_the_reports_and_gets_no_copy(planlint: Planlint, folder: Path) -> None:
    (folder / "trasig.docx").write_bytes(b"PK\x03\x04 och sedan inget")
    status, _, err = planlint("check", "trasig.docx", "--output", "r.json", "--output", "r.docx")
    assert status == 3
    assert err.count("\n") == 1
    assert json.loads((folder / "r.json").read_text("utf-8"))["documents"][0]["error"]["code"] == "damaged"
    assert not (folder / "r.docx").exists()
    assert planlint("annotate", "trasig.docx", "-o", "r.docx")[:2] == (3, "")
    assert not (folder / "r.docx").exists()


def test_annotate_tells_what_it_wrote(planlint: Planlint, draft: Path) -> None:
    assert planlint("annotate", draft.name, "-o", "ut.docx", "--select", "PL204", "--phase", "remiss") == (
        0,
        "Skrev ut.docx med kommentarer: 1 varning.\n",
        "",
    )
    english = planlint(
        "annotate", draft.name, "-o", "ut.docx", "--select", "PL204", "--phase", "remiss", "--lang", "en"
    )
    assert english[1] == "Wrote ut.docx with comments: 1 warning.\n"


def test_a_document_without_a_paragraph_has_no_place_for_comments_and_that_is_said(
    planlint: Planlint, folder: Path
) -> None:
    (folder / "tom.docx").write_bytes(build.docx())
    status, out, err = planlint("annotate", "tom.docx", "-o", "ut.docx", "--select", "PL002")
    assert (status, out) == (0, "Skrev ut.docx med kommentarer: 1 fel.\n")
    assert err == "planlint: tom.docx: dokumentet har inget stycke som en kommentar kan stå vid.\n"


def test_planlints_own_reports_in_a_folder_are_passed_over_and_counted(planlint: Planlint, folder: Path) -> None:
    (folder / "protokoll.md").unlink()
    assert planlint("check", ".", "--output", "rapport.md", "--select", "PL302")[0] == 1
    status, out, _ = planlint("check", ".", "--select", "PL302")
    assert status == 1
    assert out.startswith("plan.md\n")
    assert "rapport.md" not in out
    assert "1 fil i mapparna har planlint själv skrivit, och den hoppades över." in out


def test_a_comparison_in_the_folder_is_passed_over_too(planlint: Planlint, draft: Path, folder: Path) -> None:
    (folder / "plan.md").unlink()
    (folder / "protokoll.md").unlink()
    assert planlint("compare", draft.name, draft.name, "--reading-old", "original", "-o", "skillnader.docx")[0] == 0
    status, out, _ = planlint("check", ".", "--select", "PL204")
    assert status == 0
    assert out.startswith(f"{draft.name}\n")
    assert "1 fil i mapparna har planlint själv skrivit, och den hoppades över." in out


def test_nothing_is_written_where_one_of_the_files_cannot_be(planlint: Planlint, folder: Path) -> None:
    complaint = "planlint: ”borta/r.html” kan inte skrivas (mappen finns inte).\n"
    assert planlint("check", "plan.md", "--output", "r.json", "--output", "borta/r.html") == (2, "", complaint)
    assert not (folder / "r.json").exists()
    (folder / "r.html").mkdir()
    complaint = "planlint: ”r.html” kan inte skrivas (det är en mapp).\n"
    assert planlint("check", "plan.md", "--output", "r.html") == (2, "", complaint)
