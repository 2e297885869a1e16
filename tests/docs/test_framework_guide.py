"""The guide to a framework of one's own: what it shows works, and no key is left out."""

import re
import shlex
from pathlib import Path

import pytest
from pydantic import BaseModel

from planlint import markdown
from planlint.cli.main import run
from planlint.model.forms.control import ControlForms
from planlint.model.framework import ChapterForm, Framework, GoalForms, InterventionForms, Label
from planlint.recognise import recognise
from planlint.rulebook import load, load_framework

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "eget-ramverk.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)

PLAN = """
# Handlingsplan för Granå 2027–2029

## Våra vägval

### Skola

Inriktningsmål

S1: Alla läser.

## Satsningar

### Satsning 1: Läslyft

**Bidrar till mål:** S1

**Aktiviteter**

- Köpa böcker.

**Miljönytta:** Mindre papper

**Ansvarig:** IT-rådet
"""
ROADMAP = """
# Färdplan för Granå

## Fokusområden

### Fokusområde 1 Skola

#### Mål 1.1 Alla läser

##### Läslyft

Ansvarig: Skolnämnden

#### Mål 1.2 Alla räknar
"""


def made(shown: str, tmp_path: Path) -> Framework:
    file = tmp_path / "ramverk.yaml"
    file.write_text(shown, encoding="utf-8")
    return load_framework(file)


def test_the_example_reads_a_plan_of_its_kind(tmp_path: Path) -> None:
    plan = recognise(markdown.read(PLAN), made(SHOWN[0], tmp_path), None)
    assert [(goal.code, goal.text.text) for goal in plan.goals] == [("S1", "Alla läser.")]
    (one,) = plan.interventions
    assert (one.number, one.heading.title, [link.code for link in one.links if link.goal]) == ("1", "Läslyft", ["S1"])
    assert [part.key for part in one.parts] == ["goal_links", "activities", "miljonytta", "responsible"]


def test_the_example_of_goals_in_areas_does_too(tmp_path: Path) -> None:
    plan = recognise(markdown.read(ROADMAP), made(SHOWN[1], tmp_path), None)
    assert [goal.code for goal in plan.goals] == ["1.1", "1.2"]
    assert [(one.heading.title, one.under) for one in plan.interventions] == [("Läslyft", ("1.1",))]
    assert len(SHOWN) == 2


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("Nycklarna", Framework),
        ("Kapitel: `chapters`", ChapterForm),
        ("Mål: `goals`", GoalForms),
        ("Insatser: `interventions`", InterventionForms),
        ("Delar och fält: `parts`, `fields`", Label),
        ("Uppgifter om dokumentet: `control`", ControlForms),
    ],
)
def test_every_key_is_explained(heading: str, model: type[BaseModel]) -> None:
    section = re.split(r"\n##+ ", GUIDE.split(f"# {heading}\n")[1])[0]
    cells = re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)
    assert sorted(key for cell in cells for key in re.findall(r"`(\w+)`", cell)) == sorted(model.model_fields)


def test_the_frameworks_that_it_names_are_those_that_ship() -> None:
    table = GUIDE.split("## Börja")[0]
    cells = re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
    assert sorted(name for cell in cells for name in re.findall(r"`([\w-]+)`", cell)) == sorted(load().frameworks)


def test_its_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.md").write_text(PLAN.replace("Våra vägval", "Fokusområden"), encoding="utf-8")
    lines = re.findall(r"^\$ planlint (.*)$", GUIDE, re.MULTILINE)
    assert [line.split()[0] for line in lines] == ["init", "check"]
    for line in lines:
        assert run(shlex.split(line)) == 0, capsys.readouterr().out


def test_its_links_lead_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", GUIDE) if "://" not in target]
    assert targets == ["konfiguration.md", "../schemas/framework.schema.json"]
    assert [target for target in targets if not (ROOT / "docs" / target).exists()] == []
