import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

Planlint = Callable[..., tuple[int, str, str]]


def test_outline_as_text_and_json(planlint: Planlint, root: Path) -> None:
    status, out, err = planlint("outline", "plan.md")
    assert (status, err) == (0, "")
    assert out.startswith("Handlingsplan för digitalisering i Björkbygden 2026–2028\n├── ")
    status, out, err = planlint("outline", "plan.md", "--format", "json")
    assert (status, err) == (0, "")
    view = json.loads(out)
    Draft202012Validator(json.loads((root / "schemas" / "plan.schema.json").read_text("utf-8"))).validate(view)
    assert [goal["id"] for area in view["focus_areas"] for goal in area["goals"]] == ["1A", "1B", "2A"]


def test_outline_of_what_is_no_plan_says_so_and_shows_what_was_read(planlint: Planlint) -> None:
    status, out, err = planlint("outline", "protokoll.md", "--format", "json")
    assert status == 0
    assert json.loads(out)["kind"] == "unknown"
    assert err == ("planlint: protokoll.md: känns inte igen som en handlingsplan; nedan står det som kunde läsas.\n")


@pytest.mark.parametrize("command", ["outline", "coverage"])
def test_what_cannot_be_read_is_one_line(planlint: Planlint, command: str) -> None:
    status, out, err = planlint(command, "borta.docx")
    assert (status, out) == (3, "")
    assert err.startswith("planlint: borta.docx: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "status", "complaint"),
    [
        ((), 0, ""),
        (("--min-goals", "66"), 0, ""),
        (("--min-goals", "67%"), 1, "planlint: 2 av 3 effektmål har en insats, men minst 67 % krävs.\n"),
        (
            ("--min-principles", "7,7"),
            1,
            "planlint: insatserna hänvisar till 1 av 13 principer, men minst 7.7 % krävs.\n",
        ),
        (("--min-principles", "7.6"), 0, ""),
    ],
)
def test_the_gate(planlint: Planlint, options: tuple[str, ...], status: int, complaint: str) -> None:
    result = planlint("coverage", "plan.md", *options)
    assert (result[0], result[2]) == (status, complaint)
    assert result[1].startswith("Effektmål × insatser\n")


def test_coverage_as_csv(planlint: Planlint) -> None:
    status, out, _ = planlint("coverage", "plan.md", "--format", "csv")
    assert status == 0
    assert out.splitlines()[0] == (
        "\ufeffSlag;Beteckning;Text;4.1 Lärportal för medarbetare;4.2 E-arkiv;4.3 Trygg inloggning;"
        "Antal insatser;Utan insats"
    )


def test_coverage_of_what_is_no_plan_is_no_success(planlint: Planlint) -> None:
    assert planlint("coverage", "protokoll.md")[0] == 1


def test_explain_by_code_and_by_name(planlint: Planlint) -> None:
    status, by_code, err = planlint("explain", "pl204")
    assert (status, err) == (0, "")
    assert by_code.startswith("# PL204 unserved-goal\n")
    assert planlint("explain", "unserved-goal")[1] == by_code
    english = planlint("explain", "PL204", "--lang", "en")[1]
    assert english != by_code
    colour = planlint("explain", "PL204", "--color", "always")[1]
    assert "# PL204" not in colour
    assert "PL204 unserved-goal" in colour


def test_rules_lists_every_rule_with_its_severity(planlint: Planlint) -> None:
    status, out, _ = planlint("rules")
    assert status == 0
    assert "  PL204 W W W   Effektmål som ingen insats är kopplad till" in out
    assert "  PL310 - I I   " in out
    assert "  PL311 I I W*  " in out
    assert all(len(line) <= 80 for line in out.splitlines())
