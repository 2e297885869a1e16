"""Plans that no framework describes: read with what all have in common, saying so, without accusing anybody."""

from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config
from planlint.intake import find_sources
from planlint.model.outcome import Outcome
from planlint.report.page import Page
from planlint.report.summary import document_summary
from planlint.rulebook import load

PLANS = Path(__file__).parent / "plans"


def examine(name: str) -> tuple[Outcome, str]:
    run = engine.run(find_sources([PLANS / f"{name}.md"], PLANS), Config(phase="consultation"), load())
    (outcome,) = run.outcomes
    page = Page(width=400)
    return outcome, page.render(document_summary(outcome, run, page))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("stad", "3 fokusområden, 0 effektmål, 3 insatser, 0 principer"),
        ("gruvstad", "3 fokusområden, 0 effektmål, 0 insatser, 0 principer"),
        ("region", "3 fokusområden, 0 effektmål, 0 insatser, 0 principer"),
    ],
)
def test_nothing_is_asked_that_the_plan_never_promised(name: str, read: str) -> None:
    outcome, summary = examine(name)
    assert (outcome.kind, outcome.framework, outcome.fallback) == ("plan", "base-sv", True)
    assert outcome.findings == ()
    assert summary == (
        f"Läst: {read}.\n"
        "Inget ramverk beskriver en plan som den här: den är läst med det som svenska planer har gemensamt (base-sv). "
        f"Era egna krav prövas när de står i ett ramverk. Ett utkast till ett ger: planlint init --from {name}.md\n"
    )


def test_a_faulty_plan_of_that_sort_is_still_helped(tmp_path: Path) -> None:
    text = (PLANS / "gruvstad.md").read_text(encoding="utf-8")
    text = text.replace("Rådet träffas varje månad.", "Rådet träffas den 31 juni 2026. Se avsnitt 9.4. XX")
    text = text.replace("## 7. Uppföljning", "## 8. Uppföljning")
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    run = engine.run(find_sources([tmp_path / "plan.md"], tmp_path), Config(phase="consultation"), load())
    assert sorted(finding.rule for finding in run.outcomes[0].findings) == ["PL105", "PL106", "PL506", "PL601"]


@pytest.mark.parametrize("name", ["ehalsa", "tabell", "lista"])
def test_numbered_goals_are_known_and_not_blamed(name: str) -> None:
    outcome, _ = examine(name)
    assert (outcome.framework, outcome.fallback) == ("numrerade-mal", False)
    grave = [finding.message for finding in outcome.findings if finding.severity != "info"]
    assert grave == (["Under mål 3 står ingen åtgärd: ”Mötesplatserna har bra nät”."] if name == "lista" else [])


def test_a_plan_in_words_of_its_own_is_told_how_to_go_on() -> None:
    outcome, _ = examine("koder")
    (finding,) = outcome.findings
    assert finding.rule == "PL002"
    assert "planlint init --from PLAN gör ett utkast" in finding.help
