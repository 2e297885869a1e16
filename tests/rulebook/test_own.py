"""Rules of the user's own: what is wrong with a file is told with its line; a right one is a rule like any other."""

from pathlib import Path

import pytest

from planlint.errors import UsageError
from planlint.model.rule import Rule, Severities
from planlint.rulebook import load, load_own
from planlint.rulebook.own import with_labels

SAMPLES = Path(__file__).parents[2] / "samples" / "egna-regler"
RULE = """\
code: KOM001
name: no-jargon
title: Ord som få förstår
severity: info
subject: intervention
check: wording
options:
  words: [synergi]
messages:
  default: Här står ”{quote}”.
why: Få vet vad ordet betyder.
help: Skriv vad ni menar.
"""


def written(folder: Path, text: str = RULE, name: str = "regel.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def wrong(folder: Path, text: str) -> str:
    with pytest.raises(UsageError) as caught:
        load_own(written(folder, text))
    return caught.value.sv


def test_a_rule_in_one_language_is_a_whole_rule(tmp_path: Path) -> None:
    (rule,) = load_own(written(tmp_path))
    assert rule.severity == Severities(draft="info", consultation="info", publication="info")
    assert (rule.kind, rule.title.sv, rule.title.en) == ("exact", "Ord som få förstår", "Ord som få förstår")
    assert rule.messages["default"].en == "Här står ”{quote}”."


def test_the_samples_are_read_in_the_order_of_their_codes() -> None:
    assert [rule.code for rule in load_own(SAMPLES)] == [f"NOR{number:03}" for number in range(1, 9)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("code: KOM001", "code: PL001", "regel.yaml:1: koder som börjar på PL är planlints egna; välj andra bokstäver"),
        ("name: no-jargon", "name: unserved-goal", "regel.yaml:2: ”unserved-goal” är redan en annan regels"),
        ("check: wording", "check: wordings", "regel.yaml:6: okänd kontroll ”wordings”, menade du ”wording”?"),
        ("  words:", "  word:", "regel.yaml:8: okänd nyckel ”word”, menade du ”words”?"),
        (
            "  words: [synergi]",
            "  words: [synergi]\n  part: aktiviteter",
            "regel.yaml:9: okänd del ”aktiviteter”, menade du ”activities”?",
        ),
        ("severity: info", "severity: wrning", "regel.yaml:4: ”severity” kan inte vara ”wrning”, menade du ”warning”?"),
        ("{quote}", "{qoute}", "regel.yaml:10: inget fyller luckan ”qoute”, menade du ”quote”?"),
        ("subject: intervention", "subject: card", "regel.yaml:5: kontrollen ”wording” kan inte handla om ”card”"),
        ("why: Få vet vad ordet betyder.\n", "", "regel.yaml:1: nyckeln ”why” saknas"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert wrong(tmp_path, RULE.replace(old, new)) == told


def test_a_pattern_that_is_none(tmp_path: Path) -> None:
    text = RULE.replace("check: wording", "check: pattern").replace("  words: [synergi]", "  pattern: '('")
    told = wrong(tmp_path, text.replace("  default: Här", "  found: Här") + "")
    assert told.startswith("regel.yaml:8: ”pattern” stämmer inte: ( (missing ), unterminated subpattern at position 0)")


def test_two_rules_with_one_code(tmp_path: Path) -> None:
    written(tmp_path, RULE.replace("no-jargon", "other"), "annan.yaml")
    assert wrong(tmp_path, RULE) == "regel.yaml:1: ”KOM001” är redan en annan regels"


def test_a_folder_that_is_none_or_empty(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^“borta” is no folder with rules$"):
        load_own(tmp_path / "borta")
    with pytest.raises(UsageError, match=r"holds no rule files \(\.yaml\)$"):
        load_own(tmp_path)


def test_labels_become_fields_that_the_framework_does_not_have_yet() -> None:
    framework = load().frameworks["fyrbodal-2020"]
    (rule, *_) = load_own(SAMPLES)
    wider = with_labels(framework, (rule,))
    assert wider.fields["miljonytta"].forms == ("Miljönytta", "Nytta för miljön", "Klimatnytta")
    assert not wider.fields["miljonytta"].required
    assert with_labels(wider, (rule,)) is wider


def test_the_samples_say_what_they_are_for() -> None:
    rules: tuple[Rule, ...] = load_own(SAMPLES)
    assert {rule.check for rule in rules} == {
        "required_part", "wording", "pattern", "vocabulary", "count", "part_order", "date", "length",
    }  # fmt: skip
