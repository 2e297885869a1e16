"""The plan that project cards are held against: read once, no document of the run, and its own trouble."""

from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.engine.against import read_against
from planlint.errors import InputError, UsageError
from planlint.intake import find_sources
from planlint.rulebook import load

CARD = """# 6. Växel

Processteg: Utreda

Insatstyp: Förstudie

Koppling till handlingsplanen: {code}: {text}

Leveransstatus: 40 %
"""
PLAN = """# Handlingsplan för digitalisering i Norrådalen 2027–2029

## 3 Fokusområden

### 3.1 Digital service

1A: Invånarna får svar samma dag

## 4 Insatser

### 4.1 Växel
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    (tmp_path / "ett.md").write_text(CARD.format(code="1A", text="Invånarna får svar samma vecka"), encoding="utf-8")
    (tmp_path / "två.md").write_text(CARD.format(code="2C", text="Alla får fiber"), encoding="utf-8")
    return tmp_path


def goals_found(folder: Path, *names: str, plan: str | None = "plan.md") -> list[list[tuple[str, str]]]:
    config = Config(plan=folder / plan if plan else None, select=("PL702", "PL703"), debug=True)
    run = engine.run(find_sources([folder / name for name in names], folder), config, load())
    return [[(finding.rule, finding.location.place.text) for finding in outcome.findings] for outcome in run.outcomes]


def test_several_cards_are_held_against_one_plan(folder: Path) -> None:
    assert goals_found(folder, "ett.md", "två.md") == [
        [("PL703", "Invånarna får svar samma vecka")],
        [("PL702", "2C")],
    ]


def test_without_a_plan_nothing_is_said_of_goals(folder: Path) -> None:
    assert goals_found(folder, "ett.md", "två.md", plan=None) == [[], []]


def test_the_plan_may_be_checked_in_the_same_run(folder: Path) -> None:
    assert goals_found(folder, "plan.md", "två.md") == [[], [("PL702", "2C")]]


def test_the_plan_is_read_with_its_own_framework_whatever_the_cards_is(folder: Path) -> None:
    book = load()
    for framework in (None, book.frameworks["projektkort"], book.frameworks["fyrbodal-2020"]):
        plan = read_against(folder / "plan.md", "final", framework, book)
        assert (plan.framework, [goal.code for goal in plan.goals]) == ("fyrbodal-2020", ["1A"])


def test_a_plan_that_cannot_be_read_is_an_input_error(folder: Path) -> None:
    (folder / "tom.docx").write_bytes(b"")
    for name, code in (("borta.docx", "missing"), ("tom.docx", "empty")):
        with pytest.raises(InputError) as caught:
            goals_found(folder, "ett.md", plan=name)
        assert caught.value.code == code
        assert caught.value.sv.startswith(f"Planen att jämföra med (”{folder / name}”) går inte att läsa: ")
        assert caught.value.en.startswith(f"The plan to compare with (“{folder / name}”) cannot be read: ")


def test_what_is_no_plan_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError) as caught:
        goals_found(folder, "ett.md", plan="två.md")
    assert caught.value.sv == (
        f"Planen att jämföra med (”{folder / 'två.md'}”) är ingen plan: ramverkens kapitel finns inte i den."
    )
    with pytest.raises(UsageError) as caught:
        goals_found(folder, "ett.md", plan=".")
    assert caught.value.sv == f"Planen att jämföra med (”{folder}”) är en mapp. Ange planens fil."
