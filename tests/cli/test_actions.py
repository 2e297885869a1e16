"""In GitHub Actions annotations and a summary come beside the report, unless a form is asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

Planlint = Callable[..., tuple[int, str, str]]


@pytest.fixture
def summary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that GitHub names for the job's summary; planlint believes that it runs there."""
    path = folder / "summary"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    path.write_text("Före.\n", encoding="utf-8")
    return path


def test_annotations_and_a_summary_come_beside_the_report(
    planlint: Planlint, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, err = planlint("check", "plan.md", "--select", "PL302")
    told = summary.read_text("utf-8")
    monkeypatch.delenv("GITHUB_ACTIONS")
    report = planlint("check", "plan.md", "--select", "PL302")[1]
    annotations = planlint("check", "plan.md", "--select", "PL302", "--format", "github")[1]
    markdown = planlint("check", "plan.md", "--select", "PL302", "--format", "markdown")[1]
    assert (status, err) == (1, "")
    first, _, rest = out.partition("\n")
    word = first.removeprefix("::stop-commands::")
    assert len(word) == 64
    assert rest == f"{report}::{word}::\n{annotations}"
    assert annotations.startswith("::error file=plan.md,line=")
    assert told == f"Före.\n{markdown}"


@pytest.mark.parametrize("form", ["text", "json", "github", "markdown"])
def test_a_form_that_is_asked_for_comes_alone(
    planlint: Planlint, summary: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    there = planlint("check", "plan.md", "--select", "PL302", "--format", form)
    assert summary.read_text("utf-8") == "Före.\n"
    monkeypatch.delenv("GITHUB_ACTIONS")
    here = planlint("check", "plan.md", "--select", "PL302", "--format", form)
    assert (there[0], there[2]) == (here[0], here[2])
    assert here[1] in there[1]
    if form != "text":
        assert there[1] == here[1]


def test_what_the_plan_says_is_no_command(planlint: Planlint, folder: Path, summary: Path) -> None:
    plan = (folder / "plan.md").read_text("utf-8").replace("7C: Arkiven", "7C: ::error::Arkiven")
    (folder / "plan.md").write_text(plan, encoding="utf-8")
    out = planlint("check", "plan.md", "--select", "PL302")[1]
    assert summary.exists()
    stop, *lines = out.splitlines()
    end = lines.index(f"::{stop.removeprefix('::stop-commands::')}::")
    assert "::error::Arkiven" in "\n".join(lines[:end])
    assert all(line.startswith("::error file=plan.md,line=") for line in lines[end + 1 :])


def test_a_summary_that_cannot_be_written_fails_nothing(
    planlint: Planlint, folder: Path, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert summary.exists()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))
    status, _, err = planlint("check", "plan.md", "--select", "PL204")
    assert status == 0
    assert err.startswith(f"planlint: jobbets sammanfattning ({folder}) kan inte skrivas: ")
    assert err.count("\n") == 1
