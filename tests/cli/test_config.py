"""`planlint.toml` on the command line: where it is found, what it moves, what wins over it, what is wrong with it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planlint import engine
from planlint.config import configurations
from planlint.intake import find_sources
from planlint.rulebook import load

Planlint = Callable[..., tuple[int, str, str]]

ONE = ("--select", "PL204")


def write(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "planlint.toml").write_text(text, encoding="utf-8")


def report(planlint: Planlint, *arguments: str) -> tuple[int, Any]:
    status, out, _ = planlint("check", *arguments, "--format", "json")
    return status, json.loads(out)


def rules(view: Any, document: int = 0) -> set[tuple[str, str]]:  # noqa: ANN401 - JSON
    return {(finding["rule"], finding["severity"]) for finding in view["documents"][document]["findings"]}


def test_what_belongs_to_the_run_is_in_the_report(planlint: Planlint, folder: Path) -> None:
    write(folder, 'phase = "remiss"\nreading = "original"\nlang = "en"\nselect = ["PL204"]\nfail_on = "warning"\n')
    status, view = report(planlint, "plan.md")
    assert (status, view["run"]) == (1, {"phase": "remiss", "reading": "original", "lang": "en"})
    (finding,) = view["documents"][0]["findings"]
    assert finding["why"] == next(rule for rule in load().rules if rule.code == "PL204").why.en
    assert report(planlint, "plan.md", "--fail-on", "error")[0] == 0


def test_options_win_over_the_file(planlint: Planlint, folder: Path) -> None:
    write(folder, 'phase = "remiss"\nlang = "en"\nselect = ["PL302"]\nfail_on = "never"\n')
    options = ("--phase", "publicering", "--lang", "sv", "--fail-on", "warning", *ONE)
    status, view = report(planlint, "plan.md", *options)
    assert (status, view["run"]["phase"], view["run"]["lang"]) == (1, "publicering", "sv")
    assert rules(view) == {("PL204", "warning")}


@pytest.mark.parametrize(
    ("setting", "options", "expected"),
    [
        ("", ONE, ("warning", 0)),
        ('PL204 = "error"', ONE, ("error", 1)),
        ('unserved-goal = "info"', ONE, ("info", 0)),
        ('PL204 = "off"', (), ("off", 1)),
        ('PL204 = "off"', ONE, ("info", 0)),
        ('PL204 = {utkast = "error"}', ONE, ("error", 1)),
        ('PL204 = {remiss = "error"}', ONE, ("warning", 0)),
        ('PL204 = {remiss = "error"}', (*ONE, "--phase", "remiss"), ("error", 1)),
        ('PL204 = {consultation = "off"}', ("--phase", "remiss"), ("off", 1)),
    ],
)
def test_severities_move_findings_and_the_exit_status(
    planlint: Planlint, folder: Path, setting: str, options: tuple[str, ...], expected: tuple[str, int]
) -> None:
    write(folder, f"[severity]\n{setting}\n")
    status, view = report(planlint, "plan.md", *options)
    severities = [finding["severity"] for finding in view["documents"][0]["findings"]]
    assert (dict(rules(view)).get("PL204", "off"), status) == expected
    assert view["summary"]["error"] == severities.count("error")


def test_a_rule_that_is_off_in_the_phase_can_be_switched_on(planlint: Planlint, folder: Path) -> None:
    off = next(rule for rule in load().rules if rule.code == "PL310").severity.draft
    assert off == "off"
    assert not {pair for pair in rules(report(planlint, "plan.md")[1]) if pair[0] == "PL310"}
    write(folder, '[severity]\nPL310 = "warning"\n')
    assert ("PL310", "warning") in rules(report(planlint, "plan.md")[1])


def test_a_rule_that_is_a_judgement_does_not_fail_the_run_by_being_made_grave(planlint: Planlint, folder: Path) -> None:
    write(folder, '[severity]\nPL311 = "error"\n[options.PL302]\nlikeness = 80\n')
    status, view = report(planlint, "plan.md", "--select", "PL31", "--ignore", "PL310,PL314")
    assert (status, rules(view)) == (0, {("PL311", "error")})
    write(folder, '[severity]\nPL311 = "error"\n')
    assert report(planlint, "plan.md", "--select", "PL311")[0] == 1
    write(folder, 'select = ["PL311"]\n[severity]\nPL311 = "error"\n')
    assert report(planlint, "plan.md")[0] == 1


def test_options_of_a_rule_reach_its_check(planlint: Planlint, folder: Path) -> None:
    plan = "# Plan\n\n## Närvaro\n\n## Beslut\n\n## Övrigt\n\n## Avslut\n"
    (folder / "okänd.md").write_text(plan, encoding="utf-8")
    write(folder, "[options.PL002]\nheadings = 1\n")
    _, view = report(planlint, "okänd.md", "--select", "PL002")
    assert view["documents"][0]["findings"][0]["message"].endswith("Det har rubrikerna ”Närvaro”.")


def test_each_document_goes_by_the_nearest_file(planlint: Planlint, folder: Path) -> None:
    write(folder, '[severity]\nPL204 = "error"\n')
    write(folder / "under", 'phase = "publicering"\nignore = ["PL302"]\n[severity]\nPL204 = "info"\n')
    shutil.copy(folder / "plan.md", folder / "under" / "plan.md")
    status, view = report(planlint, "plan.md", "under/plan.md")
    assert (status, view["run"]["phase"]) == (1, "utkast")
    assert {("PL204", "error"), ("PL302", "error")} <= rules(view, 0)
    assert ("PL204", "info") in rules(view, 1)
    assert not {rule for rule, _ in rules(view, 1)} & {"PL302"}
    _, view = report(planlint, "under/plan.md", "plan.md")
    assert view["run"]["phase"] == "publicering"


def test_what_counts_is_each_documents_own(planlint: Planlint, folder: Path) -> None:
    write(folder, 'select = ["PL31"]\nignore = ["PL310", "PL314"]\nfail_on = "info"\n')
    write(folder / "under", 'select = ["PL311"]\n')
    shutil.copy(folder / "plan.md", folder / "under" / "plan.md")
    assert report(planlint, "plan.md")[0] == 0
    assert report(planlint, "plan.md", "under/plan.md")[0] == 1


def test_a_named_file_is_used_instead(planlint: Planlint, folder: Path) -> None:
    write(folder, "trasig")
    (folder / "annan.toml").write_text('phase = "remiss"\nselect = ["PL204"]\n', encoding="utf-8")
    _, view = report(planlint, "plan.md", "--config", "annan.toml")
    assert (view["run"]["phase"], rules(view)) == ("remiss", {("PL204", "warning")})


def test_a_file_that_is_not_above_the_document_is_not_used(
    planlint: Planlint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "under", "trasig")
    monkeypatch.chdir(folder / "under")
    assert planlint("check", "../plan.md", *ONE)[::2] == (0, "")


@pytest.mark.parametrize("command", ["check", "outline", "coverage"])
def test_a_mistake_is_one_line_before_anything_is_read(planlint: Planlint, folder: Path, command: str) -> None:
    write(folder, '\n[severity]\nunserved-gaol = "off"\n')
    line = "planlint: planlint.toml:3: okänd regel ”unserved-gaol”, menade du ”unserved-goal”?\n"
    assert planlint(command, "plan.md") == (2, "", line)
    assert planlint(command, "borta.md") == (2, "", line)
    english = "planlint: planlint.toml:3: unknown rule “unserved-gaol”, did you mean “unserved-goal”?\n"
    assert planlint(command, "plan.md", "--lang", "en") == (2, "", english)
    assert planlint(command, "plan.md", "--config", "borta.toml") == (2, "", "planlint: borta.toml: filen finns inte\n")


def test_a_mistake_in_any_documents_file_is_told(planlint: Planlint, folder: Path) -> None:
    write(folder / "under", 'fase = "remiss"')
    (folder / "under" / "plan.md").touch()
    line = "planlint: under/planlint.toml:1: okänd nyckel ”fase”, menade du ”phase”?\n"
    assert planlint("check", ".") == (2, "", line)


FRAMEWORK = """name: eget
title: {sv: Eget, en: Own}
extends: fyrbodal-2020
rules:
  PL204: {severity: error}
"""


def test_a_framework_of_ones_own_is_found_from_the_file(planlint: Planlint, folder: Path) -> None:
    (folder / "under").mkdir()
    (folder / "under" / "eget.yaml").write_text(FRAMEWORK, encoding="utf-8")
    write(folder, 'framework = "under/eget.yaml"\n')
    _, view = report(planlint, "plan.md", *ONE)
    assert (view["documents"][0]["framework"], rules(view)) == ("eget", {("PL204", "error")})
    assert json.loads(planlint("outline", "plan.md", "--format", "json")[1])["framework"] == "eget"
    write(folder, 'framework = "under/eget.yaml"\n[severity]\nPL204 = "info"\n')
    assert rules(report(planlint, "plan.md", *ONE)[1]) == {("PL204", "info")}
    _, view = report(planlint, "plan.md", "--framework", "fyrbodal-2020")
    assert view["documents"][0]["framework"] == "fyrbodal-2020"


def test_what_a_framework_moves_must_be_there(planlint: Planlint, folder: Path) -> None:
    (folder / "eget.yaml").write_text(FRAMEWORK.replace("PL204", "unserved-gaol"), encoding="utf-8")
    line = "planlint: eget.yaml:5: okänd regel ”unserved-gaol”, menade du ”unserved-goal”?\n"
    assert planlint("check", "plan.md", "--framework", "eget.yaml") == (2, "", line)
    (folder / "eget.yaml").write_text(FRAMEWORK.replace("severity: error", "options: {a: 1}"), encoding="utf-8")
    line = "planlint: eget.yaml:5: PL204 har inga gränser att ändra\n"
    assert planlint("check", "plan.md", "--framework", "eget.yaml") == (2, "", line)


def test_outline_and_coverage_go_by_the_file(planlint: Planlint, folder: Path) -> None:
    write(folder, 'lang = "en"\nframework = "fyrbodal-2020"\n')
    assert "Focus areas" in planlint("outline", "plan.md")[1]
    assert "Effect goals × interventions" in planlint("coverage", "plan.md")[1]
    assert "Fokusområden" in planlint("outline", "plan.md", "--lang", "sv")[1]
    (folder / "sv.toml").touch()
    assert "Effektmål × insatser" in planlint("coverage", "plan.md", "--config", "sv.toml")[1]


def test_words_reach_the_framework_that_checks_see(folder: Path) -> None:
    write(folder, '[words]\nallowed = ["Norrådalen"]\nabbreviations = ["NSF"]\n')
    means = engine.prepare(configurations([folder / "plan.md"], folder, {}).run, load())
    shipped = load().frameworks["fyrbodal-2020"]
    spoken = means.speaking(shipped)
    assert spoken.terms.words == (*shipped.terms.words, "Norrådalen")
    assert spoken.terms.abbreviations == (*shipped.terms.abbreviations, "NSF")
    assert spoken.model_copy(update={"terms": shipped.terms}) == shipped
    assert means.speaking(shipped) is spoken


def test_a_configuration_without_words_leaves_the_framework_alone(folder: Path) -> None:
    sources = find_sources((folder / "plan.md",), folder)
    means = engine.prepare(configurations([sources[0].path], folder, {}).run, load())
    shipped = load().frameworks["fyrbodal-2020"]
    assert means.speaking(shipped) is shipped
