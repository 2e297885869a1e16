"""The baseline: what it accepts, what is new, what is gone, and how its file reads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import engine
from planlint.config import Config
from planlint.engine.baseline import Baseline, Change, Entry, read_baseline, record, write_out
from planlint.engine.examined import Examined
from planlint.errors import UsageError
from planlint.intake import find_sources
from planlint.model.finding import BASELINE
from planlint.model.outcome import Run, Standing
from planlint.rulebook import load

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
CONFIG = Config(select=("PL204", "PL302"))


def examine(folder: Path, config: Config = CONFIG, **texts: str) -> list[Examined]:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    sources = find_sources([folder / f"{name}.md" for name in texts], folder)
    return engine.examine_all(engine.prepare_all(sources, config, load()))


def save(folder: Path, baseline: Baseline) -> Path:
    path = folder / "planlint-baseline.json"
    path.write_text(write_out(baseline), encoding="utf-8")
    return path


def kept(folder: Path, config: Config = CONFIG, **texts: str) -> Path:
    """The baseline of these documents, in its file."""
    return save(folder, record(examine(folder, config, **texts), Baseline(folder, {}))[0])


def check(folder: Path, path: Path, config: Config = CONFIG, **texts: str) -> Run:
    examine(folder, config, **texts)
    sources = find_sources([folder / f"{name}.md" for name in texts], folder)
    return engine.run(sources, replace(config, baseline=path), load())


def states(run: Run) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.suppressed) for outcome in run.outcomes for finding in outcome.findings]


def test_the_file_is_sorted_and_has_a_finding_on_each_line(tmp_path: Path) -> None:
    path = kept(tmp_path, plan=PLAN)
    assert path.read_text(encoding="utf-8") == (
        '{\n  "kind": "planlint-baseline",\n  "schema_version": "1",\n  "documents": {\n    "plan.md": {\n'
        '      "counts": {"PL204": 2, "PL302": 1},\n      "findings": [\n'
        '        {"rule": "PL204", "subject": "1A", "quote": "Alla invånare kan delta senast 2027", '
        f'"fingerprint": "{engine.fingerprint("PL204", *["alla invånare kan delta senast 2027"] * 2, "1")}"}},\n'
        '        {"rule": "PL204", "subject": "1B", "quote": "Alla medarbetare kan verktygen senast 2027", '
        f'"fingerprint": "{engine.fingerprint("PL204", *["alla medarbetare kan verktygen senast 2027"] * 2, "1")}"}},\n'
        '        {"rule": "PL302", "subject": "4.1", "quote": "9C", '
        f'"fingerprint": "{engine.fingerprint("PL302", "e-arkiv", "9c", "1")}"}}\n'
        "      ]\n    }\n  }\n}\n"
    )


def test_text_that_moves_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    before = kept(tmp_path, plan=PLAN).read_bytes()
    goals = "1A: Alla invånare kan delta senast 2027\n\n1B: Alla medarbetare kan verktygen senast 2027"
    moved = "\n\n".join(reversed(goals.split("\n\n")))
    assert kept(tmp_path, plan=PLAN.replace(goals, moved).replace("\n## 3", "\nNytt.\n\n## 5")).read_bytes() == before


def test_a_file_without_documents_or_findings_is_read_as_it_was_written(tmp_path: Path) -> None:
    for documents in ({}, {"plan.md": ()}):
        assert read_baseline(save(tmp_path, Baseline(tmp_path, documents))).documents == documents


TEXT = st.text(alphabet=st.characters(codec="utf-8"))
ENTRIES = st.builds(
    Entry,
    rule=st.just("PL204"),
    subject=TEXT,
    quote=TEXT,
    fingerprint=st.from_regex("[0-9a-f]{16}", fullmatch=True),
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(TEXT, st.lists(ENTRIES, max_size=3).map(tuple), max_size=3))
def test_whatever_is_written_is_read_again(documents: dict[str, tuple[Entry, ...]]) -> None:
    data = json.loads(write_out(Baseline(Path(), documents)))
    again = {
        name: tuple(Entry.model_validate(entry) for entry in document["findings"])
        for name, document in data["documents"].items()
    }
    assert again == documents


def test_what_stands_in_it_does_not_count(tmp_path: Path) -> None:
    run = check(tmp_path, kept(tmp_path, plan=PLAN), plan=PLAN)
    assert states(run) == [("PL204", BASELINE), ("PL204", BASELINE), ("PL302", BASELINE)]
    assert run.outcomes[0].baseline == Standing(listed=True, gone=0)
    assert (run.counted, run.summary()["suppressed"]) == ((), 3)


def test_what_is_new_counts(tmp_path: Path) -> None:
    run = check(tmp_path, kept(tmp_path, plan=PLAN), plan=f"{PLAN}\n9C\n")
    assert states(run) == [("PL204", BASELINE), ("PL204", BASELINE), ("PL302", BASELINE), ("PL302", None)]
    assert [finding.rule for finding in run.counted] == ["PL302"]


def test_what_is_gone_is_told(tmp_path: Path) -> None:
    run = check(tmp_path, kept(tmp_path, plan=PLAN), plan=PLAN.replace("9C", "1A"))
    assert [state for state in states(run) if state[1] != BASELINE] == []
    assert run.outcomes[0].baseline == Standing(listed=True, gone=2)


def test_what_a_rule_that_did_not_run_found_is_not_gone(tmp_path: Path) -> None:
    run = check(tmp_path, kept(tmp_path, plan=PLAN), Config(select=("PL204",)), plan=PLAN)
    assert run.outcomes[0].baseline == Standing(listed=True, gone=0)


def test_a_document_that_it_does_not_know_has_nothing_accepted(tmp_path: Path) -> None:
    run = check(tmp_path, kept(tmp_path, plan=PLAN), annan=PLAN)
    assert {state for _, state in states(run)} == {None}
    assert run.outcomes[0].baseline == Standing(listed=False, gone=0)


def test_documents_are_named_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "planer").mkdir()
    path = kept(tmp_path, CONFIG, **{"planer/plan": PLAN})
    assert list(read_baseline(path).documents) == ["planer/plan.md"]
    monkeypatch.chdir(tmp_path / "planer")
    run = engine.run(
        find_sources([Path("plan.md")], Path.cwd()), replace(CONFIG, baseline=Path("../planlint-baseline.json")), load()
    )
    assert {state for _, state in states(run)} == {BASELINE}


def test_what_is_suppressed_is_not_recorded_and_not_gone_either(tmp_path: Path) -> None:
    path = kept(tmp_path, plan=PLAN)
    text = PLAN.replace("9C:", "<!-- planlint: ok – målet kommer -->\n9C:")
    run = check(tmp_path, path, plan=text)
    assert states(run)[-1] == ("PL302", "målet kommer")
    assert run.outcomes[0].baseline == Standing(listed=True, gone=0)
    again, _ = record(examine(tmp_path, plan=text), read_baseline(path))
    assert [entry.rule for entry in again.documents["plan.md"]] == ["PL204", "PL204"]


def test_recording_again_leaves_what_was_not_looked_at(tmp_path: Path) -> None:
    old = read_baseline(kept(tmp_path, plan=PLAN, annan=PLAN))
    mended = examine(tmp_path, Config(select=("PL302",)), plan=PLAN.replace("9C: Arkiven är digitala", "9D\n\n9E"))
    new, changes = record(mended, old)
    assert changes == [Change("plan.md", 4, 2, 1)]
    assert new.documents["annan.md"] == old.documents["annan.md"]
    assert [(entry.rule, entry.quote) for entry in new.documents["plan.md"]] == [
        ("PL204", "Alla invånare kan delta senast 2027"),
        ("PL204", "Alla medarbetare kan verktygen senast 2027"),
        ("PL302", "9D"),
        ("PL302", "9E"),
    ]


def test_a_document_that_cannot_be_read_keeps_its_place(tmp_path: Path) -> None:
    old = read_baseline(kept(tmp_path, plan=PLAN))
    (tmp_path / "plan.md").write_bytes(b"\xff\xfe\x00")
    sources = find_sources([tmp_path / "plan.md"], tmp_path)
    new, changes = record(engine.examine_all(engine.prepare_all(sources, CONFIG, load())), old)
    assert (new.documents, changes) == (old.documents, [])


WHOLE = '{"kind": "planlint-baseline", "schema_version": "1", "documents": {}}'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", ":1: ingen baslinje, eller en som är skadad"),
        ('{\n"a":', ":2: ingen baslinje, eller en som är skadad"),
        ("[" * 100_000, ": ingen baslinje, eller en som är skadad"),
        ("1" * 10_000, ": ingen baslinje, eller en som är skadad"),
        ("[]", ": ingen hel baslinje ()"),
        ("{}", ": ingen hel baslinje (kind)"),
        (WHOLE.replace('"1"', '"2"'), ": baslinjen har version ”2”, men denna planlint läser version 1"),
        (WHOLE.replace("{}", "[]"), ": ingen hel baslinje (documents)"),
        (WHOLE.replace("{}", '{"a": {"counts": {}}}'), ": ingen hel baslinje (documents.a.findings)"),
        (
            WHOLE.replace("{}", '{"a": {"counts": {}, "findings": [{"rule": "PL204"}]}}'),
            ": ingen hel baslinje (documents.a.findings.0.subject)",
        ),
    ],
)
def test_a_file_that_is_no_whole_baseline_is_an_error(tmp_path: Path, data: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_baseline(path)
    assert caught.value.sv == f"{path}{said}"


@settings(max_examples=200, deadline=None)
@given(st.binary() | st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.dictionaries(
    st.sampled_from(["kind", "schema_version", "documents", "findings", "counts"]), inner | st.lists(inner))
).map(lambda data: json.dumps(data).encode()))  # fmt: skip
def test_nothing_in_a_file_is_worse_than_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "hostile.json"
    path.write_bytes(data)
    with pytest.raises(UsageError):
        read_baseline(path)


def test_a_run_with_a_faulty_baseline_reads_nothing(tmp_path: Path) -> None:
    examine(tmp_path, plan=PLAN)
    sources = find_sources([tmp_path / "plan.md"], tmp_path)
    with pytest.raises(UsageError) as caught:
        engine.run(sources, replace(CONFIG, baseline=tmp_path / "b.json"), load())
    assert caught.value.sv == f"{tmp_path / 'b.json'}: baslinjen finns inte; gör den med ”planlint baseline”"
    assert engine.run(sources, replace(CONFIG, baseline=tmp_path / "b.json"), load(), check=False).outcomes[0].plan
