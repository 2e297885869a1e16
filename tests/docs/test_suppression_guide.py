"""Everything that the guide to suppressions and baselines shows is done here."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from planlint.cli.main import run
from planlint.markdown import read
from planlint.model.document import Comment
from planlint.model.suppression import is_suppression

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "undanta-och-baslinje.md").read_text(encoding="utf-8")


def shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "samples" / "norradalen-utkast.docx", tmp_path / "plan.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_runs_in_the_order_shown(workplace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line[2:] for block in shown("console") for line in block.splitlines()]
    assert len(lines) == 5
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "planlint"
        assert run(arguments) == 0, f"{line}: {capsys.readouterr().err}"
    assert {path.name for path in workplace.iterdir()} == {"plan.docx", "planlint-baseline.json", "godtaget.json"}


def test_every_comment_that_is_shown_is_a_suppression() -> None:
    comments = re.findall(r"^> (.*)$", GUIDE, re.MULTILINE)
    assert len(comments) == 2
    assert all(is_suppression(Comment("0", "", "", words)) for words in comments)
    (block,) = shown("markdown")
    (comment,) = read(block).comments
    assert comment.anchor is not None
    assert comment.anchor.text == "9C: Arkiven är digitala"


def test_the_configuration_that_is_shown_is_read_and_used(workplace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exemption, baseline = shown("toml")
    (workplace / "planlint.toml").write_text(exemption, encoding="utf-8")
    assert run(["check", "plan.docx", "--select", "PL310", "--phase", "remiss"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"PL310 i 4\.1 En ingång till skolans läromedel:\s+fälten fylls i efter\s+remissen\n", out)
    (workplace / "planlint.toml").write_text(baseline, encoding="utf-8")
    assert run(["baseline", "plan.docx"]) == 0
    assert run(["check", "plan.docx"]) == 0
    assert "kvar från baslinjen" in capsys.readouterr().out
