"""Where a plan meets rules: order, fingerprints, faults, what counts, what is passed over."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from planlint import engine
from planlint.checks import CHECKS, CheckSpec, Node, Scope
from planlint.config import Config
from planlint.errors import UsageError
from planlint.intake import Source, find_sources, read_document
from planlint.model.document import Document, Reading
from planlint.model.finding import Finding, Hit
from planlint.model.outcome import Run
from planlint.model.text import Text
from planlint.model.words import Strict
from planlint.rulebook import load

PLAN = """# Handlingsplan för digitalisering i Norrådalen 2026–2028

## 3 Fokusområden

### 3.1 Digital kompetens

**Effektmål**

1A: Alla invånare kan delta senast 2027

1B: Alla medarbetare kan verktygen senast 2027

## 4 Insatser

### 4.1 Gemensam e-tjänst

Vi gör samma sak på fem ställen.

**Effektmål**

1A: Alla invånare kan delta senast 2027

### 4.2 E-arkiv

Papperen tar slut.

**Effektmål**

9C
"""


def lint(folder: Path, *files: str, config: Config | None = None) -> Run:
    sources = find_sources([folder / name for name in files] or [folder], folder)
    return engine.run(sources, config or Config(), load())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    return tmp_path


def findings(run: Run, *codes: str) -> list[Finding]:
    return [f for outcome in run.outcomes for f in outcome.findings if not codes or f.rule in codes]


def test_a_finding_carries_its_rule_subject_path_and_place(folder: Path) -> None:
    (unserved,) = findings(lint(folder, "plan.md"), "PL204")
    assert (unserved.name, unserved.severity, unserved.kind) == ("unserved-goal", "warning", "exact")
    assert (unserved.subject.type, unserved.subject.id) == ("goal", "1B")
    assert unserved.location.path == ("3 Fokusområden", "3.1 Digital kompetens")
    place = unserved.location.place
    assert (place.part, place.start, place.text) == ("document", 4, "Alla medarbetare kan verktygen senast 2027")


def test_findings_come_in_the_order_of_the_document_then_by_code(folder: Path) -> None:
    order = [(f.location.place.paragraph, f.location.place.start, f.rule) for f in findings(lint(folder, "plan.md"))]
    assert order == sorted(order)
    assert len(order) > 5


def test_fingerprints_are_unique_and_survive_renumbering_and_edits_elsewhere(folder: Path) -> None:
    config = Config(ignore=("PL1",))  # the rules about numbers have something to say of new ones
    before = {f.fingerprint: f.rule for f in findings(lint(folder, "plan.md", config=config))}
    edited = PLAN.replace("## 3 ", "Nytt stycke.\n\n## 5 ").replace("### 4.2", "### 4.9").replace("### 3.1", "### 5.1")
    (folder / "plan.md").write_text(edited, encoding="utf-8")
    after = {f.fingerprint: f.rule for f in findings(lint(folder, "plan.md", config=config))}
    assert before == after
    assert len(before) == len(findings(lint(folder, "plan.md", config=config)))


def broken(_node: Node, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    raise ZeroDivisionError("oj")


def test_a_rule_that_breaks_is_named_and_the_others_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(rule for rule in load().rules if rule.code == "PL204")
    spec = CheckSpec(broken, CHECKS[rule.check].node, {}, CHECKS[rule.check].options)
    monkeypatch.setattr("planlint.engine.findings.CHECKS", MappingProxyType({**CHECKS, rule.check: spec}))
    run = lint(folder, "plan.md")
    assert [(fault.rule, fault.message) for fault in run.outcomes[0].faults] == [("PL204", "ZeroDivisionError: oj")]
    assert findings(run, "PL302")
    with pytest.raises(ZeroDivisionError):
        lint(folder, "plan.md", config=Config(debug=True))


def wordless(_node: Node, _scope: Scope, _options: Strict) -> Iterator[Hit]:
    yield Hit(Text("document", 0, 0, ""))


@pytest.mark.parametrize("error", [KeyError, MemoryError, RecursionError])
def test_a_message_that_cannot_be_filled_is_that_rules_fault_and_not_the_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    rule = next(rule for rule in load().rules if rule.code == "PL204")
    broken_check = wordless if error is KeyError else raising(error)
    spec = CheckSpec(broken_check, CHECKS[rule.check].node, {}, CHECKS[rule.check].options)
    monkeypatch.setattr("planlint.engine.findings.CHECKS", MappingProxyType({**CHECKS, rule.check: spec}))
    (outcome,) = lint(folder, "plan.md").outcomes
    assert outcome.error is None
    assert [(fault.rule, fault.message.partition(":")[0]) for fault in outcome.faults] == [("PL204", error.__name__)]
    assert {"PL302"} <= {finding.rule for finding in outcome.findings}


def raising(error: type[Exception]) -> Callable[[Node, Scope, Strict], Iterator[Hit]]:
    def check(_node: Node, _scope: Scope, _options: Strict) -> Iterator[Hit]:
        raise error("oj")

    return check


@pytest.mark.parametrize("error", [ValueError, MemoryError, RecursionError, AssertionError])
def test_a_reader_that_breaks_stops_that_file_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def read(source: Source, data: bytes, reading: Reading) -> Document:
        if source.path.name == "trasig.md":
            raise error("plan text")
        return read_document(source, data, reading)

    monkeypatch.setattr("planlint.engine.documents.read_document", read)
    (folder / "trasig.md").write_text(PLAN, encoding="utf-8")
    broken, whole = lint(folder, "trasig.md", "plan.md").outcomes
    assert broken.error is not None
    assert (broken.error.code, broken.findings, broken.plan) == ("fault", (), None)
    assert f"({error.__name__}, test_engine.py:" in broken.error.message
    assert "plan text" not in broken.error.message
    assert whole.error is None
    assert whole.findings
    with pytest.raises(error):
        lint(folder, "trasig.md", config=Config(debug=True))


def test_fingerprints_number_equals_in_the_order_of_the_document(folder: Path) -> None:
    (folder / "plan.md").write_text(PLAN.replace("9C", "9C\n\n9C"), encoding="utf-8")
    first, second = findings(lint(folder, "plan.md"), "PL302")
    assert first.location.place.paragraph < second.location.place.paragraph
    assert first.fingerprint == engine.fingerprint("PL302", "e-arkiv", "9c", "1")
    assert second.fingerprint == engine.fingerprint("PL302", "e-arkiv", "9c", "2")


def test_a_file_named_in_many_ways_is_one_document(folder: Path) -> None:
    (folder / "under").mkdir()
    names = [folder / "plan.md", folder / "under" / ".." / "plan.md", folder]
    assert [(source.shown, source.named) for source in find_sources(names, folder)] == [("plan.md", True)]


def test_a_file_without_bytes_is_told_whatever_its_ending(folder: Path) -> None:
    for name in ("tom.md", "tom.docx"):
        (folder / name).touch()
    codes = [outcome.error and outcome.error.code for outcome in lint(folder, "tom.md", "tom.docx").outcomes]
    assert codes == ["empty", "empty"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_what_is_no_ordinary_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "rör.docx")
    (outcome,) = lint(folder, "rör.docx").outcomes
    assert outcome.error is not None
    assert (outcome.error.code, outcome.error.message) == (
        "unreadable",
        "Detta är ingen vanlig fil. Ange planen som en fil (.docx eller .md).",
    )


@pytest.mark.parametrize(("name", "code"), [("å" * 300 + ".docx", "unreadable"), ("plan.md/x.docx", "missing")])
def test_a_path_that_cannot_be_looked_at_does_not_stop_the_rest(folder: Path, name: str, code: str) -> None:
    odd, plan = lint(folder, name, "plan.md").outcomes
    assert odd.error is not None
    assert odd.error.code == code
    assert plan.findings


def test_a_file_that_may_not_be_read_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    (outcome,) = lint(folder, "plan.md").outcomes
    assert outcome.error is not None
    assert outcome.error.code == "unreadable"
    assert outcome.error.message.startswith("Filen går inte att läsa (behörighet saknas).")


def test_only_what_is_grave_enough_and_exact_or_named_counts(folder: Path) -> None:
    assert {f.severity for f in lint(folder, "plan.md").counted} == {"error"}
    assert lint(folder, "plan.md", config=Config(fail_on="never")).counted == ()
    every = lint(folder, "plan.md", config=Config(fail_on="info")).counted
    assert {f.kind for f in every} == {"exact"}


def test_a_folder_passes_over_what_is_no_plan_and_counts_it(folder: Path) -> None:
    (folder / "protokoll.md").write_text("# Protokoll\n\n## Närvarande\n\nAda\n", encoding="utf-8")
    (folder / ".dold").mkdir()
    (folder / ".dold" / "plan.md").write_text(PLAN, encoding="utf-8")
    (folder / "~$plan.docx").write_bytes(b"x")
    (folder / "bild.png").write_bytes(b"x")
    run = lint(folder)
    assert ([outcome.path for outcome in run.outcomes], run.passed_over) == (["plan.md"], 1)


def test_a_folder_without_a_plan_says_so(tmp_path: Path) -> None:
    (tmp_path / "protokoll.md").write_text("# Protokoll\n", encoding="utf-8")
    run = lint(tmp_path)
    assert [(outcome.path, outcome.error and outcome.error.code) for outcome in run.outcomes] == [(".", "no-plan")]


def test_a_missing_file_and_one_in_another_encoding_do_not_stop_the_rest(folder: Path) -> None:
    (folder / "latin.md").write_bytes("# Mål\n".encode("latin-1"))
    run = lint(folder, "borta.docx", "latin.md", "plan.md")
    assert [(o.path, o.error.code if o.error else None) for o in run.outcomes] == [
        ("borta.docx", "missing"),
        ("latin.md", "damaged"),
        ("plan.md", None),
    ]
    assert run.outcomes[0].error is not None
    assert run.outcomes[0].error.message == "Filen finns inte. Kontrollera namnet och mappen."


def test_a_document_that_is_no_plan_gets_only_the_rules_about_the_file(folder: Path) -> None:
    (folder / "protokoll.md").write_text("# Protokoll\n\n## Närvarande\n\nAda, princip 14\n", encoding="utf-8")
    run = lint(folder, "protokoll.md")
    assert [(f.rule, f.severity) for f in findings(run)] == [("PL002", "error")]
    assert [o.kind for o in run.outcomes] == ["unknown"]


def test_a_file_outside_the_current_folder_is_shown_by_its_base_name(folder: Path, tmp_path: Path) -> None:
    (source,) = find_sources([folder / "plan.md"], tmp_path / "annan")
    assert source.shown == "plan.md"


def test_an_unknown_framework_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError) as caught:
        lint(folder, "plan.md", config=Config(framework="finns-inte"))
    assert caught.value.sv == (
        f"okänt ramverk ”finns-inte”; välj bland: {', '.join(load().frameworks)} "
        "(en egen ramverksfil anges med sin sökväg, .yaml)"
    )
