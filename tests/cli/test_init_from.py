"""`planlint init --from`: a framework file drafted from a plan, never over another file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planlint.rulebook import load_framework

Planlint = Callable[..., tuple[int, str, str]]

PLAN = """
# Handlingsplan för e-hälsa i Tallvik 2027–2029

## Mål 1 Trygg vård

### Åtgärd 1.1 Digital tillsyn

Ansvarig: Omsorgsnämnden

## Mål 2 Lika skola

### Åtgärd 2.1 Läromedel

Ansvarig: Skolnämnden
"""


@pytest.fixture
def plan(folder: Path) -> Path:
    path = folder / "min plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_it_writes_the_draft_and_says_what_to_do_next(planlint: Planlint, plan: Path, folder: Path) -> None:
    assert planlint("init", "--from", "min plan.md") == (
        0,
        (
            "Skrev min plan.yaml, ett utkast till ramverk efter min plan.md. Det bygger på numrerade-mal.\n"
            "Läst med utkastet: 2 effektmål, 2 insatser, 0 principer.\n"
            "Nästa steg: läs igenom filen, ändra det som är fel, och kör\n"
            "planlint check 'min plan.md' --framework 'min plan.yaml'\n"
        ),
        "",
    )
    framework = load_framework(folder / "min plan.yaml")
    assert (framework.name, framework.extends, framework.title.sv) == (
        "min-plan",
        "numrerade-mal",
        "Handlingsplan för e-hälsa i Tallvik 2027–2029",
    )
    assert plan.read_text(encoding="utf-8") == PLAN
    status, out, err = planlint("check", "min plan.md", "--framework", "min plan.yaml", "--select", "PL2,PL310")
    assert (status, err) == (0, "")
    assert "Läst: 2 effektmål, 2 insatser, 0 principer." in out


def test_the_file_may_be_named_and_the_language(planlint: Planlint, plan: Path, folder: Path) -> None:
    status, out, err = planlint("init", "--from", plan.name, "-o", "vart.yaml", "--lang", "en")
    assert (status, err) == (0, "")
    assert out.startswith("Wrote vart.yaml, the draft of a framework after min plan.md. It extends numrerade-mal.\n")
    assert (folder / "vart.yaml").is_file()
    (folder / "under").mkdir()
    assert planlint("init", "under", "--from", plan.name)[0] == 0
    assert (folder / "under" / "min plan.yaml").read_bytes() == (folder / "vart.yaml").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--from", "min plan.md", "-o", "finns.yaml"),
            "”finns.yaml” finns redan; ändra i den, eller flytta den först.",
        ),
        (("--from", "min plan.md", "-o", "plan.txt"), "”plan.txt” ska sluta på .yaml"),
        (
            ("--from", "min plan.md", "-o", "borta/plan.yaml"),
            "”borta/plan.yaml” kan inte skrivas (mappen finns inte).",
        ),
        (("-o", "ny.yaml"), "--output hör till --from PLAN."),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    planlint: Planlint, plan: Path, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    (folder / "finns.yaml").write_text("min egen", encoding="utf-8")
    before = sorted(path.name for path in folder.iterdir())
    assert planlint("init", *arguments) == (2, "", f"planlint: {told}\n")
    assert (folder / "finns.yaml").read_text(encoding="utf-8") == "min egen"
    assert sorted(path.name for path in folder.iterdir()) == before
    assert plan.is_file()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "protokoll.md",
            "Här finns varken mål, insatser eller kapitel som känns igen, så det finns inget att göra ett utkast av.",
        ),
        ("borta.docx", "Filen finns inte. Kontrollera namnet och mappen."),
        ("tom.docx", "Filen är tom (0 byte). Hämta eller spara dokumentet igen."),
    ],
)
def test_what_nothing_can_be_drafted_from_is_told_in_one_line(
    planlint: Planlint, folder: Path, name: str, told: str
) -> None:
    (folder / "tom.docx").write_bytes(b"")
    assert planlint("init", "--from", name) == (3, "", f"planlint: {name}: {told}\n")
    assert not list(folder.glob("*.yaml"))
