"""The review checklist: questions to people where a framework puts them, never pass or fail."""

import json
from pathlib import Path

import pytest

from planlint.rulebook import load
from tests.cli.conftest import Planlint

OWN = "name: vart\ntitle: {sv: Vårt ramverk, en: Our framework}\nextends: fyrbodal-2020\nchecklist: {ask: true}\n"


@pytest.fixture
def framework(folder: Path) -> str:
    (folder / "vart.yaml").write_text(OWN, encoding="utf-8")
    return "vart.yaml"


def test_the_questions_are_put_and_change_nothing(planlint: Planlint, framework: str) -> None:
    plain = planlint("check", "plan.md")
    asked = planlint("check", "plan.md", "--framework", framework)
    assert asked.status == plain.status
    assert "Frågor till den som granskar" not in plain.out
    begin = asked.out.index("Frågor till den som granskar (ur ramverkets checklista; de avgör ingenting):\n")
    assert asked.out[begin:].count("\n  ") >= 4
    assert "  1. Vision och ledning: Finns en målbild som högsta ledningen äger, talar om\n" in asked.out
    assert "Frågor till" not in planlint("check", "plan.md", "--framework", framework, "--quiet").out


def test_programs_see_them_only_where_they_are_put(planlint: Planlint, framework: str) -> None:
    (document,) = json.loads(planlint("check", "plan.md", "--format", "json").out)["documents"]
    assert "questions" not in document
    english = planlint("check", "plan.md", "--format", "json", "--framework", framework, "--lang", "en").out
    (document,) = json.loads(english)["documents"]
    assert [question["title"] for question in document["questions"]] == [
        "Vision and leadership", "Business development", "Good examples and collaboration", "Future-proof technology",
    ]  # fmt: skip


def test_no_framework_that_ships_puts_them() -> None:
    assert all(framework.checklist.asked() == () for framework in load().frameworks.values())
