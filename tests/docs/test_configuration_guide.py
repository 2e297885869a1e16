"""Everything that docs/konfiguration.md shows is tried, and it leaves nothing out."""

import re
import shlex
from pathlib import Path

import pytest

from planlint.cli.main import run
from planlint.config import Config
from planlint.config.file import read_config
from planlint.config.hold import hold_config, hold_framework_name
from planlint.model.configuration import Configuration
from planlint.rulebook import load


@pytest.fixture
def guide(root: Path) -> str:
    """Its text."""
    return (root / "docs" / "konfiguration.md").read_text(encoding="utf-8")


def blocks(guide: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", guide, re.DOTALL)


def test_every_example_is_a_configuration_and_together_they_show_every_key(guide: str, tmp_path: Path) -> None:
    shown: set[str] = set()
    for text in blocks(guide, "toml"):
        path = tmp_path / "planlint.toml"
        path.write_text(text, encoding="utf-8")
        config = Config(**read_config(path, str(path)))  # type: ignore[arg-type]
        hold_framework_name(config, load())
        hold_config(config, load())
        assert config.source is not None
        shown |= set(config.source.data)
    assert shown == set(Configuration.model_fields)


def test_its_commands_run(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = [line.removeprefix("$ planlint ") for block in blocks(guide, "console") for line in block.splitlines()]
    assert commands == ["init"]
    for command in commands:
        assert run(shlex.split(command)) == 0, capsys.readouterr().err


def test_the_mistake_that_it_shows_is_told_so(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "planlint.toml").write_text('\n[severity]\nunserved-gaol = "off"\n', encoding="utf-8")
    assert run(["check", "plan.md"]) == 2
    assert capsys.readouterr().err == blocks(guide, "text")[0]


def test_the_rules_that_it_speaks_of_are_as_it_says(guide: str) -> None:
    rules = {rule.code: rule for rule in load().rules}
    assert rules["PL310"].severity.draft == "off"
    assert "elsewhere" in rules["PL205"].options
    assert set(re.findall(r"PL\d{3}", guide)) <= rules.keys()


def test_its_links_lead_somewhere(guide: str, root: Path) -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", guide) if "://" not in target]
    assert [target for target in targets if not (root / "docs" / target).exists()] == []
    assert len(targets) == 2
