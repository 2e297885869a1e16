import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from planlint.model.document import Reading
from planlint.model.finding import Location
from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.model.text import Text
from planlint.report import sarif
from planlint.report.sarif import render_sarif
from planlint.rulebook.explain import age, explain

Golden = Callable[[str, str], None]
Make = Callable[[Language], Run]
Hostile = Callable[[str], Run]


@pytest.fixture(scope="session")
def validator(shared: Path) -> Draft4Validator:
    schema = json.loads((shared / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def _view(run: Run) -> Any:  # noqa: ANN401 - JSON
    (view,) = json.loads(render_sarif(run))["runs"]
    return view


def _result(view: Any, rule: str, of: int = 0) -> Any:  # noqa: ANN401 - JSON
    return [result for result in view["results"] if result["ruleId"] == rule][of]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_log(make: Make, golden: Golden, language: Language) -> None:
    golden(f"report.{language}.sarif", render_sarif(make(language)))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_log_is_valid(make: Make, validator: Draft4Validator, language: Language) -> None:
    validator.validate(json.loads(render_sarif(make(language))))


def test_an_empty_run_is_valid(make: Make, validator: Draft4Validator) -> None:
    log = json.loads(render_sarif(replace(make("sv"), outcomes=(), counted=())))
    validator.validate(log)
    assert log["runs"][0]["results"] == []


def test_nothing_that_a_plan_says_makes_it_invalid(
    hostile: Hostile, hostile_words: str, validator: Draft4Validator
) -> None:
    output = render_sarif(hostile(hostile_words))
    output.encode("utf-8")
    log = json.loads(output)
    validator.validate(log)
    message = log["runs"][0]["results"][0]["message"]["text"]
    assert "](1)" not in message
    assert "] (1)" in message
    assert "{ 0} { 1}" in message
    assert "\x1b" not in message
    assert "\u202e" not in message


def test_a_rule_has_its_whole_explanation(make: Make) -> None:
    run = make("sv")
    rules = _view(run)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PL204", "PL207", "PL402"]
    whole = explain(run.rules[0], "sv", run.outcomes[0].principles)
    assert rules[0] == {
        "id": "PL204",
        "name": "a-rule",
        "shortDescription": {"text": "Vad PL204 finner"},
        "fullDescription": {"text": "Därför."},
        "help": {"text": whole, "markdown": whole},
        "defaultConfiguration": {"enabled": True, "level": "warning"},
        "properties": {"tags": ["goals", "exact"], "precision": "very-high", "problem.severity": "warning"},
    }
    assert (rules[1]["properties"]["precision"], rules[1]["defaultConfiguration"]["level"]) == ("medium", "note")


def test_a_rule_on_principles_tells_how_old_its_facts_are(make: Make) -> None:
    run = make("sv")
    facts = age(run.outcomes[0].principles, "sv") if run.outcomes[0].principles else "-"
    assert facts in _view(run)["tool"]["driver"]["rules"][2]["help"]["markdown"]


def test_a_rule_that_is_off_is_described_where_it_has_found_something(make: Make) -> None:
    run = make("sv")
    first = run.outcomes[0]
    found = replace(first, findings=(replace(first.findings[0], rule="PL999"),))
    view = _view(replace(run, outcomes=(found,)))
    described = view["tool"]["driver"]["rules"][view["results"][0]["ruleIndex"]]
    assert described["id"] == "PL999"
    assert described["defaultConfiguration"] == {"enabled": False, "level": "error"}


def test_a_result_in_markdown_stands_on_its_line(make: Make, lines: tuple[int, ...]) -> None:
    run = make("sv")
    finding = next(each for each in run.outcomes[0].findings if each.rule == "PL302")
    place = finding.location.place
    assert _result(_view(run), "PL302") == {
        "ruleId": "PL302",
        "level": "error",
        "message": {"text": "Planen har inget effektmål 7C. Förslag: 1A, 1B eller 2A"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "planer/bj%C3%B6rkbygden.md",
                        "uriBaseId": "%SRCROOT%",
                        "index": 0,
                    },
                    "region": {"startLine": lines[place.paragraph], "snippet": {"text": "7C"}},
                },
                "logicalLocations": [
                    {
                        "name": "EFFEKTMÅL",
                        "fullyQualifiedName": "4 Insatser › 4.2 E-arkiv › EFFEKTMÅL",
                        "kind": "section",
                    }
                ],
                "properties": {"part": "document", "paragraph": place.paragraph, "start": 0, "end": 2},
            }
        ],
        "partialFingerprints": {
            "planlint/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "suppressions": [],
        "properties": {"kind": "exact", "subject": {"type": "intervention", "id": "4.2"}},
    }


def test_a_result_in_word_has_the_paragraph_as_its_line(make: Make) -> None:
    run = make("sv")
    view = _view(run)
    place = run.outcomes[1].findings[0].location.place
    (location,) = _result(view, "PL401", of=3)["locations"]
    physical = location["physicalLocation"]
    assert unquote(physical["artifactLocation"]["uri"]) == "planer/plan, 100 % klar.docx"
    assert physical["region"] == {
        "startLine": place.paragraph + 1,
        "startColumn": place.start + 1,
        "endLine": place.paragraph + 1,
        "endColumn": place.end + 1,
        "snippet": {"text": "Trygg inloggning"},
    }
    assert view["properties"]["lineNumbers"].startswith("Word-filer har inga rader.")


def test_a_result_beside_the_text_stands_on_the_first_line(make: Make) -> None:
    (location,) = _result(_view(make("sv")), "PL505")["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 1, "snippet": {"text": "Version 0.4"}}
    assert location["logicalLocations"] == [{"name": "Sidhuvud", "fullyQualifiedName": "Sidhuvud", "kind": "part"}]
    assert location["properties"] == {"part": "header2", "paragraph": 3, "start": 5, "end": 16}


def test_a_result_about_the_document_says_so(make: Make) -> None:
    run = make("en")
    place = Location((), Text("document", 0, 0, ""))
    first = run.outcomes[1]
    outcome = replace(first, findings=(replace(first.findings[0], location=place),))
    (location,) = _view(replace(run, outcomes=(outcome,)))["results"][0]["locations"]
    name = "The document as a whole"
    assert location["logicalLocations"] == [{"name": name, "fullyQualifiedName": name, "kind": "document"}]
    assert location["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 1,
        "endColumn": 1,
    }


def test_what_a_finding_is_compared_with(make: Make) -> None:
    (related,) = _result(_view(make("sv")), "PL205")["relatedLocations"]
    assert related["id"] == 1
    assert related["message"] == {
        "text": "Jämför: ”Invånarna litar på att kommunerna hanterar deras uppgifter säkert.”"
    }
    assert related["logicalLocations"][0]["fullyQualifiedName"] == "3 Fokusområden › 3.2 Digital trygghet"


def test_who_accepted_a_finding(make: Make) -> None:
    view = _view(make("sv"))
    accepted = [_result(view, "PL402", of=number)["suppressions"] for number in range(4)]
    assert accepted == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "beslutat"}],
        [{"kind": "external", "status": "accepted", "justification": "avvikelsen är beslutad"}],
        [{"kind": "external", "status": "accepted", "justification": "Kvar från baslinjen."}],
    ]


def test_what_could_not_be_checked(make: Make) -> None:
    run = make("sv")
    view = _view(run)
    (invocation,) = view["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [(each["level"], each["descriptor"]["id"]) for each in told] == [
        ("error", "encrypted"),
        ("error", "missing"),
        ("error", "fault"),
    ]
    assert told[2]["associatedRule"] == {"id": "PL204", "index": 0}
    place = told[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "hemlig.docx", "uriBaseId": "%SRCROOT%", "index": 2}
    assert view["artifacts"][2] == {
        "location": {"uri": "hemlig.docx", "uriBaseId": "%SRCROOT%"},
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": "1" * 64},
    }
    assert "hashes" not in view["artifacts"][3]
    fine = _view(replace(run, outcomes=run.outcomes[:1]))["invocations"]
    assert fine == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_two_files_with_the_same_name_and_words_are_one_artifact(make: Make, validator: Draft4Validator) -> None:
    run = make("sv")
    twice = replace(run, outcomes=(run.outcomes[0], replace(run.outcomes[0])))
    log = json.loads(render_sarif(twice))
    validator.validate(log)
    assert len(log["runs"][0]["artifacts"]) == 1


def test_the_gravest_are_kept_where_there_are_too_many(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    run = make("sv")
    everything = _view(run)["results"]
    monkeypatch.setattr(sarif, "MAX_RESULTS", 9)
    view = _view(run)
    errors = [result for result in everything if result["level"] == "error"]
    warnings = [result for result in everything if result["level"] == "warning"]
    kept = [*errors, *warnings[: 9 - len(errors)]]
    assert len(errors) == 8
    assert view["results"] == [result for result in everything if result in kept]
    (note,) = view["invocations"][0]["toolExecutionNotifications"][3:]
    words = f"{len(everything) - 9} anmärkningar ryms inte och är utelämnade; de allvarligaste är med."
    assert note == {"level": "warning", "descriptor": {"id": "too-many"}, "message": {"text": words}}


@pytest.mark.parametrize("reading", ["final", "original"])
def test_the_run_tells_how_it_was_read(make: Make, reading: Reading) -> None:
    properties = _view(replace(make("en"), reading=reading))["properties"]
    assert (properties["phase"], properties["reading"]) == ("remiss", reading)


def test_the_same_run_gives_the_same_bytes(make: Make) -> None:
    assert render_sarif(make("sv")) == render_sarif(make("sv"))
