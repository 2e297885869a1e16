from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.report.github import render_annotations
from planlint.report.printable import encodable

Golden = Callable[[str, str], None]
Make = Callable[[Language], Run]
Hostile = Callable[[str], Run]
Command = tuple[str, dict[str, str], str]

PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
DATA = {"%0D": "\r", "%0A": "\n"}


def _taken(line: str) -> Command | None:
    """What the runner makes of a line on standard output, as its `ActionCommand.TryParseV2` does."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    pairs = [each.split("=", 1) for each in rest.strip().split(",") if each]
    properties = {pair[0]: _read(pair[1], PROPERTY) for pair in pairs if len(pair) == 2 and pair[1]}
    return name, properties, _read(line[end + 2 :], DATA)


def _read(text: str, escapes: dict[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_annotations(make: Make, golden: Golden, language: Language) -> None:
    golden(f"annotations.{language}.txt", render_annotations(make(language)))


def test_a_run_without_findings_says_nothing(make: Make) -> None:
    run = make("sv")
    assert render_annotations(replace(run, outcomes=run.outcomes[-2:])) == ""


def test_what_failed_comes_first_and_then_the_gravest(make: Make) -> None:
    taken = [_taken(line) for line in render_annotations(make("sv")).splitlines()]
    levels = [command[0] for command in taken if command]
    assert levels == ["error"] * 8 + ["warning"] * 7 + ["notice"] * 2
    titles = [command[1]["title"] for command in taken if command]
    assert titles[:3] == ["planlint"] * 3
    assert titles[3] == "Fel PL305 a-rule"


def test_only_markdown_has_lines(make: Make, lines: tuple[int, ...]) -> None:
    run = make("sv")
    taken = [command for line in render_annotations(run).splitlines() if (command := _taken(line))]
    (unknown_goal,) = [found for found in taken if found[1]["title"] == "Fel PL302 a-rule"]
    place = next(each.location.place for each in run.outcomes[0].findings if each.rule == "PL302")
    message = (
        "Planen har inget effektmål 7C. Förslag: 1A, 1B eller 2A\n"
        "Plats: 4 Insatser › 4.2 E-arkiv › EFFEKTMÅL\n"
        "Gör så här: Gör något åt PL302."
    )
    assert unknown_goal == (
        "error",
        {"file": "planer/björkbygden.md", "line": str(lines[place.paragraph]), "title": "Fel PL302 a-rule"},
        message,
    )
    (header,) = [found for found in taken if found[1]["title"].startswith("Fel PL505")]
    assert header[1] == {"file": "planer/plan, 100 % klar.docx", "title": "Fel PL505 a-rule"}
    assert header[2].splitlines()[1] == "Plats: Sidhuvud"


def test_what_is_suppressed_is_left_out(make: Make) -> None:
    run = make("sv")
    assert sum(finding.suppressed is not None for finding in run.outcomes[0].findings) == 3
    assert "Undantagen" not in render_annotations(run)


def _held(run: Run) -> None:
    """Every line is a command of ours, about a file of the run, and as many as there are things to tell."""
    output = render_annotations(run)
    output.encode("utf-8")
    shown = sum(finding.suppressed is None for outcome in run.outcomes for finding in outcome.findings)
    failed = sum(bool(outcome.error) + len(outcome.faults) for outcome in run.outcomes)
    lines = output.split("\n")
    assert lines.pop() == ""
    assert len(lines) == shown + failed
    files = {encodable(outcome.path) for outcome in run.outcomes}
    for line in lines:
        assert "\r" not in line
        command = _taken(line)
        assert command is not None
        level, properties, _ = command
        assert level in {"error", "warning", "notice"}
        assert properties["file"] in files
        assert set(properties) <= {"file", "line", "title"}


def test_no_words_make_a_command(hostile: Hostile, hostile_words: str) -> None:
    _held(hostile(hostile_words))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.sampled_from("::%0AD3C,=\r\n#[]error \x0b\x85\u2028\ud800å"), min_size=1, max_size=40))
def test_no_text_makes_a_command(hostile: Hostile, words: str) -> None:
    _held(hostile(words))


def test_a_long_message_is_cut_below_what_the_runner_takes(hostile: Hostile) -> None:
    commands = [_taken(line) for line in render_annotations(hostile("ord " * 2_500)).splitlines()]
    assert all(command and len(command[2]) < 4_096 for command in commands)
