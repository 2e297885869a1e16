"""The guide to consultations: every command that it shows is run, in its order, and does what it says."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from planlint.cli.main import run
from planlint.model.filled import STANDPOINTS
from planlint.texts import say
from tests.filling import fill_in

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "remiss.md").read_text(encoding="utf-8")
FILLED_FROM = "planlint consult compile plan.docx svar -o sammanställning.docx --update"
"""Before this command people have begun to fill in the table."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    samples = ROOT / "samples"
    for name, there in (("plan", "plan"), ("tidplan", "tidplan"), ("remissvar", "plan-ny")):
        shutil.copy(samples / f"norradalen-{name}.docx", tmp_path / f"{there}.docx")
    shutil.copy(samples / "remiss" / "remisslista.txt", tmp_path)
    shutil.copytree(samples / "remiss" / "svar", tmp_path / "svar")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_runs_in_the_order_shown(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = [line[2:] for block in re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
    assert len(shown) == 8
    for line in shown:
        if line == FILLED_FROM:
            assert fill_in(desk / "sammanställning.docx") > 80
        program, *words = shlex.split(line)
        assert program == "planlint"
        assert run(words) == 0, f"{line}: {capsys.readouterr().err}"
    made = {"svarsblankett.docx", "svarsblankett.xlsx", "sammanställning.docx", "sammanställning.html"}
    made |= {"sammanställning-publik.docx", "remissredogörelse.docx"}
    assert made <= {path.name for path in desk.iterdir()}


def test_what_its_text_mentions_is_there() -> None:
    for standpoint in STANDPOINTS:
        assert say(f"standpoint-{standpoint}", "sv") in GUIDE
    for column in ("standpoint", "reason", "change", "responsible"):
        assert f"**{say(f'column-{column}', 'sv')}**" in GUIDE
    for anchor in re.findall(r"\]\(#([^)]+)\)", GUIDE):
        headings = [
            re.sub(r"\W+", "-", head.lower()).strip("-") for head in re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)
        ]
        assert anchor in headings
    assert "## The consultation" in (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
