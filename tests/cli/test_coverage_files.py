"""`coverage --output`: the matrices in a file, the form by its ending."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

Planlint = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("m.html", b"<!DOCTYPE html>"),
        ("m.xlsx", b"PK"),
        ("m.csv", b"\xef\xbb\xbfSlag;"),
        ("m.txt", "Effektmål ×".encode()),
    ],
)
def test_the_ending_says_how(planlint: Planlint, folder: Path, name: str, beginning: bytes) -> None:
    assert planlint("coverage", "plan.md", "-o", name) == (0, f"Skrev {name}.\n", "")
    assert (folder / name).read_bytes().startswith(beginning)


def test_a_form_that_is_asked_for_wins_over_the_ending(planlint: Planlint, folder: Path) -> None:
    assert planlint("coverage", "plan.md", "-o", "m.html", "--format", "csv", "--lang", "en")[1] == "Wrote m.html.\n"
    assert (folder / "m.html").read_bytes().startswith(b"\xef\xbb\xbfKind;")


@pytest.mark.parametrize("options", [(), ("--format", "csv")])
def test_a_word_file_is_never_taken_for_a_matrix(planlint: Planlint, folder: Path, options: tuple[str, ...]) -> None:
    (folder / "andra.docx").write_bytes(b"andras")
    status, out, err = planlint("coverage", "plan.md", "-o", "andra.docx", *options)
    assert (status, out) == (2, "")
    assert err == (
        "planlint: ”andra.docx” har ingen ändelse som säger vad matrisen ska bli; "
        "välj bland: .csv, .html, .txt, .xlsx\n"
    )
    assert (folder / "andra.docx").read_bytes() == b"andras"


def test_the_gate_holds_with_a_file_too(planlint: Planlint, folder: Path) -> None:
    status, _, err = planlint("coverage", "plan.md", "-o", "m.xlsx", "--min-goals", "100")
    assert (status, err) == (1, "planlint: 2 av 3 effektmål har en insats, men minst 100 % krävs.\n")
    assert openpyxl.load_workbook(BytesIO((folder / "m.xlsx").read_bytes())).sheetnames[0] == "Effektmål"


def test_the_plan_itself_is_never_written_over(planlint: Planlint, folder: Path) -> None:
    before = (folder / "plan.md").read_bytes()
    status, out, err = planlint("coverage", "plan.md", "-o", "plan.md")
    assert (status, out) == (2, "")
    assert "skrivs aldrig över" in err
    assert (folder / "plan.md").read_bytes() == before


def test_a_workbook_goes_to_standard_output_as_it_is(folder: Path) -> None:
    command = [sys.executable, "-m", "planlint", "coverage", "plan.md", "--format", "xlsx"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert openpyxl.load_workbook(BytesIO(done.stdout)).sheetnames[0] == "Effektmål"


def test_a_card_has_no_matrix_and_that_is_said(planlint: Planlint, folder: Path, root: Path) -> None:
    shutil.copy(root / "samples" / "norradalen-projektkort.md", folder / "kort.md")
    status, _, err = planlint("coverage", "kort.md")
    assert (status, err) == (
        1,
        "planlint: kort.md: är ett projektkort eller en tidplan; effektmål och insatser finns i planen.\n",
    )
