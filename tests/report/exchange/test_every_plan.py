"""Every plan and sample in the first and the last phase, in each form at once: valid, and as much told in each."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree

from planlint import engine
from planlint.config import Config
from planlint.intake import Source
from planlint.model.outcome import Run
from planlint.model.rule import Phase
from planlint.report.github import render_annotations
from planlint.report.junit import render_junit
from planlint.report.markdown import MAX_COMMENT, render_markdown
from planlint.report.sarif import render_sarif
from planlint.rulebook import Rulebook


@pytest.fixture(scope="module", params=["draft", "publication"])
def run(request: pytest.FixtureRequest, root: Path, plans: Path, rulebook: Rulebook) -> Run:
    phase: Phase = request.param
    samples = [path for path in sorted((root / "samples").iterdir()) if path.suffix in {".docx", ".md"}]
    files = [*sorted(plans.glob("*.docx")), *(path for path in samples if path.name != "README.md")]
    sources = [Source(path, f"planer/{path.name}") for path in [*files, root / "LICENSE", root / "borta.docx"]]
    return engine.run(sources, Config(phase=phase, language="en" if phase == "draft" else "sv"), rulebook)


def test_sarif_is_valid_and_whole(run: Run, shared: Path) -> None:
    schema = json.loads((shared / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(render_sarif(run))
    Draft4Validator(schema).validate(log)
    (view,) = log["runs"]
    assert len(view["results"]) == sum(len(outcome.findings) for outcome in run.outcomes)
    rules = view["tool"]["driver"]["rules"]
    for result in view["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["locations"]) == 1
    keys = [(each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], each["ruleId"],
             each["partialFingerprints"]["primaryLocationLineHash"]) for each in view["results"]]  # fmt: skip
    assert len(set(keys)) == len(keys)
    codes = [each["descriptor"]["id"] for each in view["invocations"][0]["toolExecutionNotifications"]]
    assert codes == [outcome.error.code for outcome in run.outcomes if outcome.error]
    assert "missing" in codes


def test_a_line_in_markdown_is_the_one_where_the_words_are(run: Run, root: Path) -> None:
    outcome = next(each for each in run.outcomes if each.path.endswith("norradalen-plan.md"))
    lines = (root / "samples" / "norradalen-plan.md").read_text(encoding="utf-8").splitlines()
    view = json.loads(render_sarif(run))["runs"][0]
    places = [
        result["locations"][0]["physicalLocation"]
        for result in view["results"]
        if result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == outcome.path
    ]
    assert len(places) == len(outcome.findings) > 0
    for place in places:
        words = place["region"].get("snippet", {}).get("text", "").split()
        assert not words or words[0] in lines[place["region"]["startLine"] - 1]


def test_junit_counts_every_finding(run: Run) -> None:
    suites = etree.fromstring(render_junit(run).encode("utf-8"))
    assert int(suites.get("failures", "")) == len(run.counted)
    for suite, outcome in zip(suites, run.outcomes, strict=True):
        assert suite.get("name") == outcome.path
        assert len(suite) == max(1, len(outcome.findings) + len(outcome.faults))


def test_every_finding_is_annotated(run: Run) -> None:
    lines = render_annotations(run).splitlines()
    found = sum(each.suppressed is None for outcome in run.outcomes for each in outcome.findings)
    assert len(lines) == found + sum(bool(outcome.error) for outcome in run.outcomes)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)


def test_markdown_fits_in_a_comment(run: Run) -> None:
    assert len(render_markdown(run).encode("utf-8")) <= MAX_COMMENT
    whole = render_markdown(run, None)
    assert [line[4:] for line in whole.split("\n") if line.startswith("### ")] == [each.path for each in run.outcomes]
