"""Everything that the README says can be done is done here."""

import re
import shlex
import shutil
import socket
from pathlib import Path

import pytest

from planlint.cli.main import run
from planlint.rulebook import load
from tests.filling import fill_in

FRAMEWORK = """name: mitt-ramverk
title: {sv: Mitt ramverk, en: My framework}
extends: fyrbodal-2020
"""


def console_lines(root: Path) -> list[str]:
    text = (root / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [line[2:].split("  #")[0].strip() for line in lines]


@pytest.fixture
def workplace(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README speaks of."""
    shutil.copy(root / "samples" / "norradalen-plan.docx", tmp_path / "plan.docx")
    shutil.copy(root / "samples" / "norradalen-remissvar.docx", tmp_path / "svar.docx")
    shutil.copy(root / "samples" / "norradalen-utkast.docx", tmp_path / "utkast.docx")
    shutil.copy(root / "samples" / "norradalen-projektkort.docx", tmp_path / "kort.docx")
    shutil.copy(root / "samples" / "norradalen-tidplan.docx", tmp_path / "tidplan.docx")
    shutil.copytree(root / "samples" / "egna-regler", tmp_path / "egna-regler")
    (tmp_path / "mapp").mkdir()
    shutil.copy(root / "samples" / "norradalen-plan.md", tmp_path / "mapp" / "plan.md")
    shutil.copytree(root / "samples" / "remiss" / "svar", tmp_path / "svar")
    shutil.copy(root / "samples" / "remiss" / "sammanstallning.docx", tmp_path / "ifylld.docx")
    fill_in(tmp_path / "ifylld.docx")
    shutil.copy(root / "samples" / "norradalen-remissvar.docx", tmp_path / "ny.docx")
    (tmp_path / "mitt-ramverk.yaml").write_text(FRAMEWORK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_readme_runs(workplace: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = console_lines(root)
    assert len(lines) > 10
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "planlint"
        assert run(arguments) == 0, f"{line}: {capsys.readouterr().err}"
        assert capsys.readouterr().out.strip(), line
    assert workplace.is_dir()


def test_the_first_command_lints_the_draft_and_finds_faults(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    first, second = re.findall(r"```sh\n(.*?)\n```", text)
    assert first.startswith("python -m pip install . && planlint ")
    monkeypatch.chdir(root)
    assert run(shlex.split(first.split("planlint ", 1)[1])) == 1
    assert "PL302" in capsys.readouterr().out
    assert second == "python -m pip install -e '.[dev]' && python -m pytest"


def test_its_links_lead_somewhere(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (root / target).exists()] == []
    assert len(targets) > 6


def test_the_rules_that_it_names_exist(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    listed = set(re.findall(r"PL\d{3}", capsys.readouterr().out))
    text = (root / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"PL\d{3}", text)) <= listed


def test_it_says_how_many_rules_there_are(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"lists all (\d+) rules", text) == [str(len(load().rules))]


def test_nothing_is_sent_and_the_plan_is_left_as_it_was(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("planlint must not open a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    before = {file: file.read_bytes() for file in workplace.rglob("*") if file.is_file()}
    assert run(["check", "--debug", "--fail-on", "never", str(workplace)]) == 0
    assert "Läst:" in capsys.readouterr().out
    assert {file: file.read_bytes() for file in workplace.rglob("*") if file.is_file()} == before
