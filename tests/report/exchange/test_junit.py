from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from planlint.model.outcome import Run
from planlint.model.rule import Language
from planlint.report.junit import render_junit
from planlint.report.printable import printable

Golden = Callable[[str, str], None]
Make = Callable[[Language], Run]
Hostile = Callable[[str], Run]

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "skipped"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name", "file", "line"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "skipped": {"message"},
    "system-out": set[str](),
}
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "skipped", "system-out"},
}
RESULTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def _held(output: str) -> etree._Element:
    """The root of a report that is as readers expect it: known elements, one result a case, true counts, own names."""
    root = etree.fromstring(output.encode("utf-8"))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= INSIDE.get(element.tag, set())
    for suite in (root, *root):
        cases = list(suite.iter("testcase"))
        assert int(suite.get("tests", "")) == len(cases)
        for attribute, tag in RESULTS.items():
            assert int(suite.get(attribute, "")) == len(list(suite.iter(tag)))
        assert all(len(case) <= 1 for case in cases)
    for suite in root:
        names = [case.get("name") for case in suite]
        assert len(set(names)) == len(names) > 0
    return root


def _cases(run: Run, path: str) -> dict[str, etree._Element]:
    (suite,) = (each for each in _held(render_junit(run)) if each.get("name") == path)
    return {case.get("name", ""): case for case in suite}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report(make: Make, golden: Golden, language: Language) -> None:
    output = render_junit(make(language))
    _held(output)
    golden(f"junit.{language}.xml", output)


def test_what_counts_fails_and_what_does_not_passes(make: Make) -> None:
    run = make("sv")
    cases = _cases(run, "planer/björkbygden.md")
    results = {name: [child.tag for child in case] for name, case in cases.items()}
    assert results == {
        "PL404 a-rule": ["system-out"],
        "PL207 a-rule: 1A": ["system-out"],
        "PL204 a-rule: 1B": ["system-out"],
        "PL401 a-rule: Lärportal för medarbetare": ["system-out"],
        "PL314 a-rule: Lärportal för medarbetare": ["system-out"],
        "PL401 a-rule: E-arkiv": ["system-out"],
        "PL305 a-rule: E-arkiv": ["failure"],
        "PL302 a-rule: E-arkiv": ["failure"],
        "PL401 a-rule: Trygg inloggning": ["system-out"],
        "PL305 a-rule: Trygg inloggning": ["failure"],
        "PL205 a-rule: 2A": ["system-out"],
        "PL402 a-rule: 14": ["failure"],
        "PL402 a-rule: 14 (2)": ["skipped"],
        "PL402 a-rule: 14 (3)": ["skipped"],
        "PL402 a-rule: 14 (4)": ["skipped"],
    }
    uncounted = _cases(replace(run, counted=()), "planer/björkbygden.md")
    assert [child.tag for child in uncounted["PL302 a-rule: E-arkiv"]] == ["system-out"]


def test_a_failure_tells_everything(make: Make, lines: tuple[int, ...]) -> None:
    run = make("sv")
    place = next(each.location.place for each in run.outcomes[0].findings if each.rule == "PL302")
    line = lines[place.paragraph]
    case = _cases(run, "planer/björkbygden.md")["PL302 a-rule: E-arkiv"]
    assert dict(case.items()) == {
        "classname": "planer/björkbygden.md",
        "name": "PL302 a-rule: E-arkiv",
        "file": "planer/björkbygden.md",
        "line": str(line),
    }
    (failure,) = case
    assert dict(failure.items()) == {
        "message": "Planen har inget effektmål 7C. Förslag: 1A, 1B eller 2A",
        "type": "error",
    }
    assert failure.text == (
        "Fel PL302: Planen har inget effektmål 7C. Förslag: 1A, 1B eller 2A\n"
        f"Plats: 4 Insatser › 4.2 E-arkiv › EFFEKTMÅL, rad {line}\n"
        "Citat: ”7C”\n"
        "Varför: En kod som inte finns leder ingenstans.\n"
        "Gör så här: Gör något åt PL302."
    )


def test_a_suppressed_finding_is_skipped_with_its_reason(make: Make) -> None:
    cases = _cases(make("sv"), "planer/björkbygden.md")
    reasons = [cases[f"PL402 a-rule: 14 ({number})"][0] for number in (2, 3, 4)]
    words = ["beslutat", "avvikelsen är beslutad", "Kvar från baslinjen."]
    assert [(each.get("message"), each.text) for each in reasons] == list(zip(words, words, strict=True))


def test_what_could_not_be_checked_is_an_error(make: Make) -> None:
    run = make("sv")
    (case,) = _cases(run, "hemlig.docx").items()
    assert case[0] == "Läsning"
    assert dict(case[1][0].items()) == {
        "message": "Kunde inte läsas: Filen är krypterad. Ta bort lösenordet.",
        "type": "encrypted",
    }
    (broken,) = _cases(run, "trasig.docx").items()
    assert broken[0] == "Internt fel i PL204"
    assert broken[1][0].tag == "error"
    assert broken[1][0].get("type") == "fault"


def test_a_document_without_findings_has_a_case_that_passes(make: Make) -> None:
    ((name, case),) = _cases(make("sv"), "felfri.docx").items()
    assert name == "inga anmärkningar"
    assert len(case) == 0


def test_an_equal_finding_of_another_document_counts_for_itself(make: Make) -> None:
    run = make("sv")
    first = run.outcomes[0]
    twin = replace(first, path="b.md", findings=tuple(replace(finding) for finding in first.findings))
    both = _held(render_junit(replace(run, outcomes=(first, twin))))
    assert [suite.get("failures") for suite in both] == ["4", "0"]


def test_nothing_that_a_plan_says_breaks_the_report(hostile: Hostile, hostile_words: str) -> None:
    root = _held(render_junit(hostile(hostile_words)))
    messages = {failure.get("message") for failure in root.iter("failure")}
    assert messages == {f"{printable(hostile_words)}"}


def test_the_same_run_gives_the_same_bytes(make: Make) -> None:
    assert render_junit(make("sv")) == render_junit(make("sv"))
