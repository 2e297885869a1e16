"""Findings that the configuration accepts, and exemptions that are out of date or not needed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planlint import engine
from planlint.config import Config, Configurations, Exemption, configurations
from planlint.intake import find_sources
from planlint.model.finding import Finding
from planlint.model.outcome import Run
from planlint.rulebook import load
from planlint.rulebook.source import Source as File

NEEDLESS = "behövs inte: inget av det som granskades har den anmärkningen."
TODAY = date(2026, 6, 30)
PLAN = """# Handlingsplan för digitalisering i Norrådalen 2026–2028

## 3 Fokusområden

### 3.1 Digital kompetens

**Effektmål**

1A: Alla invånare kan delta senast 2027

1B: Alla medarbetare kan verktygen senast 2027

## 4 Insatser

### 4.1 E-arkiv

**Effektmål**

9C: Arkiven är digitala
"""
SERVED = PLAN.replace("9C: Arkiven är digitala", "1A: Alla invånare kan delta senast 2027\n\n1B")


def config(*exemptions: Exemption, select: tuple[str, ...] = ("PL204", "PL302"), **rest: object) -> Config:
    file = File("planlint.toml", {}, {})
    return Config(exemptions=exemptions, select=(*select, "PL003"), today=TODAY, source=file, **rest)  # type: ignore[arg-type]


def lint(folder: Path, settings: Config | Configurations, **texts: str) -> Run:
    """The run over documents with these texts, by name."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return engine.run(find_sources([folder / f"{name}.md" for name in texts], folder), settings, load())


def seen(run: Run) -> list[tuple[str, str, str, str | None]]:
    return [(o.path, f.rule, f.subject.id, f.suppressed) for o in run.outcomes for f in o.findings if f.rule != "PL003"]


def told(run: Run) -> list[tuple[str, Finding]]:
    return [(o.path, f) for o in run.outcomes for f in o.findings if f.rule == "PL003"]


def messages(run: Run) -> list[tuple[str, str]]:
    return [(path, finding.message) for path, finding in told(run)]


@pytest.mark.parametrize("rule", ["PL204", "pl204", "unserved-goal"])
def test_an_exemption_of_a_rule_accepts_all_that_it_finds(tmp_path: Path, rule: str) -> None:
    run = lint(tmp_path, config(Exemption(rule, "beslutas i juni")), plan=PLAN)
    assert seen(run) == [
        ("plan.md", "PL204", "1A", "beslutas i juni"),
        ("plan.md", "PL204", "1B", "beslutas i juni"),
        ("plan.md", "PL302", "4.1", None),
    ]
    assert run.summary() == {"error": 1, "warning": 0, "info": 0, "suppressed": 2}
    assert messages(run) == []


def test_an_exemption_of_a_subject_accepts_what_is_about_that(tmp_path: Path) -> None:
    run = lint(tmp_path, config(Exemption("PL204", "alla", None), Exemption("PL204", "en", "1b")), plan=PLAN)
    assert [row[2:] for row in seen(run)][:2] == [("1A", "alla"), ("1B", "en")]


def test_accepted_findings_do_not_fail_the_run(tmp_path: Path) -> None:
    assert lint(tmp_path, config(), plan=PLAN).counted != ()
    assert lint(tmp_path, config(Exemption("PL302", "målet kommer")), plan=PLAN).counted == ()


@pytest.mark.parametrize(("until", "counts"), [(None, True), (TODAY, True), (date(2026, 6, 29), False)])
def test_an_exemption_counts_up_to_its_last_day(tmp_path: Path, until: date | None, counts: bool) -> None:  # noqa: FBT001
    run = lint(tmp_path, config(Exemption("PL302", "målet kommer", None, until, 12)), plan=PLAN)
    assert [row[3] for row in seen(run)] == [None, None, "målet kommer" if counts else None]
    expired = "Undantaget för PL302 på rad 12 i planlint.toml gällde till och med 2026-06-29 och gäller inte längre."
    assert messages(run) == ([] if counts else [("plan.md", expired)])


def test_an_exemption_that_nothing_needs_is_told_at_the_beginning_of_the_document(tmp_path: Path) -> None:
    run = lint(tmp_path, config(Exemption("PL302", "målet kommer", "4.9", None, 7)), plan=PLAN)
    ((path, finding),) = told(run)
    assert (path, finding.message) == ("plan.md", f"Undantaget för PL302 (4.9) på rad 7 i planlint.toml {NEEDLESS}")
    place = finding.location.place
    assert (place.part, place.paragraph, place.start, place.text) == ("document", 0, 0, "")
    assert (finding.severity, finding.subject.type, finding.subject.id) == ("warning", "document", "")
    assert run.outcomes[0].findings[0] == finding


def test_the_same_exemption_has_the_same_fingerprint_wherever_it_stands_in_the_file(tmp_path: Path) -> None:
    other = Exemption("PL204", "gammal", "9Z", None, 3)
    (_, alone), *_ = told(lint(tmp_path, config(Exemption("PL302", "målet kommer", "4.9", None, 7)), plan=PLAN))
    moved = told(lint(tmp_path, config(other, Exemption("PL302", "målet kommer", "4.9", None, 9)), plan=PLAN))
    assert [finding.fingerprint == alone.fingerprint for _, finding in moved] == [False, True]


def test_an_exemption_that_one_document_needs_is_needed(tmp_path: Path) -> None:
    exemption = Exemption("PL302", "målet kommer", None, None, 7)
    assert messages(lint(tmp_path, config(exemption), a=SERVED, b=PLAN)) == []
    assert [path for path, _ in messages(lint(tmp_path, config(exemption), a=SERVED, b=SERVED))] == ["a.md"]


def test_an_exemption_of_a_rule_that_did_not_run_may_be_needed(tmp_path: Path) -> None:
    exemption = Exemption("PL302", "målet kommer")
    assert messages(lint(tmp_path, config(exemption, select=("PL204",)), plan=SERVED)) == []
    minutes = "# Protokoll\n\n## Närvarande\n\nAda\n"
    assert messages(lint(tmp_path, config(exemption), protokoll=minutes)) == []
    resting = config(Exemption("PL315", "målet kommer"), select=("PL3",))
    assert messages(lint(tmp_path, resting, plan=SERVED)) == []


def test_an_exemption_may_be_needed_by_a_document_that_was_not_read(tmp_path: Path) -> None:
    exemption = config(Exemption("PL302", "målet kommer"))
    (tmp_path / "plan.md").write_text(SERVED, encoding="utf-8")
    sources = find_sources([tmp_path / "plan.md", tmp_path / "borta.md"], tmp_path)
    assert messages(engine.run(sources, exemption, load())) == []


def test_what_is_told_of_exemptions_can_be_exempted_and_that_is_never_told(tmp_path: Path) -> None:
    run = lint(tmp_path, config(Exemption("PL003", "städas i höst"), Exemption("PL302", "kommer", "4.9")), plan=PLAN)
    assert [finding.suppressed for _, finding in told(run)] == ["städas i höst"]
    assert messages(lint(tmp_path, config(Exemption("PL003", "städas i höst")), plan=PLAN)) == []


def test_a_comment_in_the_document_is_the_nearer_reason(tmp_path: Path) -> None:
    text = PLAN.replace("9C:", "<!-- planlint: ok – sagt här -->\n9C:")
    run = lint(tmp_path, config(Exemption("PL302", "sagt där"), Exemption("PL204", "sagt där")), plan=text)
    assert [row[3] for row in seen(run)] == ["sagt där", "sagt där", "sagt här"]
    assert messages(run) == []


def test_each_configuration_answers_for_its_own_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", SERVED), ("b", PLAN)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.md").write_text(text, encoding="utf-8")
        (tmp_path / name / "planlint.toml").write_text(
            '[[ignore]]\nrule = "PL302"\nreason = "målet kommer"\n', encoding="utf-8"
        )
    paths = [tmp_path / "a", tmp_path / "b"]
    settings = configurations(paths, tmp_path, {"select": ("PL302", "PL003")})
    run = engine.run(find_sources(paths, tmp_path), settings, load())
    assert [row[0] for row in seen(run)] == ["b/plan.md"]
    assert messages(run) == [("a/plan.md", f"Undantaget för PL302 på rad 1 i planlint.toml {NEEDLESS}")]
