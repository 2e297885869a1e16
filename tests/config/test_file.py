"""What a configuration file says, and what is wrong with one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.config import Config, Exemption
from planlint.config.file import phase_of
from planlint.errors import UsageError
from planlint.model.configuration import PhaseWord, PhaseWordLevels
from planlint.model.rule import Phase, PhaseLevels, RuleSetting
from planlint.texts import PHASES

Read = Callable[[str | bytes], Config]
Mistake = Callable[[str | bytes], tuple[str, str]]

WHOLE = """\
phase = "remiss"
framework = "fyrbodal-2020"
reading = "original"
lang = "en"
fail_on = "never"
select = ["PL2", "unknown-goal, pl4"]
ignore = ["PL203", {rule = "PL204", reason = "Nästa år.", subject = "1C", until = 2027-06-30}]
rules = "egna-regler"
baseline = "godtaget.json"
plan = "../plan.docx"

[severity]
PL204 = "off"
unknown-goal = {utkast = "info", publication = "warning"}

[options.PL204]
[options.goal-text-drift]
linked = 70

[words]
allowed = ["Norrådalen"]
abbreviations = ["NSF", "KSO"]
"""


def test_every_key_becomes_a_setting(read: Read, file: Path) -> None:
    config = read(WHOLE)
    assert config.file == file
    assert config == Config(
        phase="consultation",
        framework="fyrbodal-2020",
        reading="original",
        language="en",
        select=("PL2", "unknown-goal, pl4"),
        ignore=("PL203",),
        fail_on="never",
        baseline=file.parent / "godtaget.json",
        plan=file.parent / "../plan.docx",
        rules={
            "PL204": RuleSetting(severity="off"),
            "unknown-goal": RuleSetting(severity=PhaseLevels(draft="info", publication="warning")),
            "goal-text-drift": RuleSetting(options={"linked": 70}),
        },
        exemptions=(Exemption("PL204", "Nästa år.", "1C", date(2027, 6, 30), 7),),
        words=("Norrådalen",),
        abbreviations=("NSF", "KSO"),
        rule_folder=file.parent / "egna-regler",
        source=config.source,
    )


def test_an_empty_file_changes_nothing(read: Read) -> None:
    config = read("")
    assert config == Config(source=config.source)


def test_exemptions_know_their_lines(read: Read) -> None:
    config = read(
        '[[ignore]]\nrule = "PL204"\nreason = "a"\n\n[[ignore]]\nrule = "unknown-goal"\nreason = "b"\n'
        'until = "2027-06-30"\n'
    )
    assert config.exemptions == (
        Exemption("PL204", "a", None, None, 1),
        Exemption("unknown-goal", "b", None, date(2027, 6, 30), 5),
    )


def test_phases_go_by_both_names(read: Read) -> None:
    names: dict[str, Phase] = {name: phase for phase, name in PHASES.items()}
    names.update({phase: phase for phase in PHASES})
    words = {word for part in get_args(PhaseWord) for word in (get_args(part) or (part,))}
    assert words == set(names) == set(PhaseWordLevels.model_fields)
    for name, phase in names.items():
        assert phase_of(name) == phase
        assert read(f'phase = "{name}"').phase == phase
        assert read(f'[severity]\nPL204 = {{{name} = "off"}}').rules == {
            "PL204": RuleSetting(severity=PhaseLevels(**{phase: "off"}))
        }


@pytest.mark.parametrize("name", ["eget.yaml", "eget.yml"])
def test_a_framework_file_is_found_from_the_configuration(read: Read, file: Path, name: str) -> None:
    (file.parent / name).touch()
    assert read(f'framework = "{name}"').framework == str(file.parent / name)


RULE_WORDS = "okänd regel ”{}”, menade du ”{}”?"
MISTAKES = {
    "unknown key": ('fase = "remiss"', "1: okänd nyckel ”fase”, menade du ”phase”?"),
    "unknown table": ('\n[severty]\nPL204 = "off"', "2: okänd nyckel ”severty”, menade du ”severity”?"),
    "phase": ('phase = "remis"', "1: ”phase” kan inte vara ”remis”, menade du ”remiss”?"),
    "phase like none": (
        "phase = 3",
        "1: ”phase” kan inte vara ”3”; välj bland: consultation, draft, publication, publicering, remiss, utkast",
    ),
    "reading": ('reading = "orginal"', "1: ”reading” kan inte vara ”orginal”, menade du ”original”?"),
    "lang": ('lang = "no"', "1: ”lang” kan inte vara ”no”; välj bland: en, sv"),
    "fail_on": ('fail_on = "nevr"', "1: ”fail_on” kan inte vara ”nevr”, menade du ”never”?"),
    "framework": (
        'framework = "fyrbodal-2021"',
        (
            "1: okänt ramverk ”fyrbodal-2021”, menade du ”fyrbodal-2020”? "
            "(en egen ramverksfil anges med sin sökväg, .yaml)"
        ),
    ),
    "framework file": ('framework = "eget.yaml"', "1: ramverksfilen ”eget.yaml” finns inte"),
    "text for a list": ('select = "PL3"', "1: ”select” ska vara en lista"),
    "number in a list": ('select = ["PL3",\n4]', "2: ”select” ska vara text (sätt den inom citattecken)"),
    "selected rule": ('select = ["PL3",\n"unknown-gaol"]', f"2: {RULE_WORDS.format('unknown-gaol', 'unknown-goal')}"),
    "selected beginning": ('select = ["PL3, XY1"]', "1: okänd regel ”XY1”"),
    "ignored rule": ('ignore = ["unknown-gaol"]', f"1: {RULE_WORDS.format('unknown-gaol', 'unknown-goal')}"),
    "empty text": ('select = ["PL3", " "]', "1: ”select” är tom"),
    "unseen character": ('rules = "a\\u0000b"', "1: texten har ett tecken som inte går att visa"),
    "rule of a severity": (
        '[severity]\nunserved-gaol = "off"',
        f"2: {RULE_WORDS.format('unserved-gaol', 'unserved-goal')}",
    ),
    "severity": ('[severity]\nPL204 = "of"', "2: ”severity.PL204” kan inte vara ”of”, menade du ”off”?"),
    "number for a severity": (
        "[severity]\nPL204 = 3",
        "2: ”severity.PL204” kan inte vara ”3”; välj bland: error, info, off, warning",
    ),
    "phase of a severity": (
        '[severity]\nPL204 = {utkats = "off"}',
        "2: okänd nyckel ”utkats”, menade du ”utkast”?",
    ),
    "severity in a phase": (
        '[severity.PL204]\nutkast = "off"\nremiss = "varning"',
        "3: ”severity.PL204.remiss” kan inte vara ”varning”, menade du ”warning”?",
    ),
    "a phase under both names": (
        '[severity]\nPL204 = {utkast = "off", draft = "info"}',
        "2: ”utkast” och ”draft” är samma fas; stryk en av dem",
    ),
    "a rule under both names": (
        '[severity]\nPL204 = "off"\nunserved-goal = "info"',
        "3: ”unserved-goal” är samma regel som ”PL204”",
    ),
    "rule of an option": ("[options.unserved-gaol]", f"1: {RULE_WORDS.format('unserved-gaol', 'unserved-goal')}"),
    "option": ("[options.PL205]\nlinkd = 3", "2: okänd nyckel ”linkd”, menade du ”linked”?"),
    "text for an option": (
        '[options]\ngoal-text-drift = {linked = 70, other = "x"}',
        "2: ”other” ska vara ett heltal",
    ),
    "truth for a number": ("[options.PL205]\nlinked = true", "2: ”linked” ska vara ett heltal"),
    "option of a rule without any": ("[options.PL204]\n\nlinked = 3", "3: PL204 har inga gränser att ändra"),
    "number for options": ("[options]\nPL204 = 3", "2: ”options.PL204” ska vara en grupp av nycklar"),
    "list for words": ('words = ["a"]', "1: ”words” ska vara en grupp av nycklar: allowed, abbreviations"),
    "words": ('[words]\nalowed = ["a"]', "2: okänd nyckel ”alowed”, menade du ”allowed”?"),
    "table for ignored": ('[ignore]\nrule = "PL204"', "1: ”ignore” ska vara en lista"),
    "reason left out": ('\n[[ignore]]\nrule = "PL204"', "2: nyckeln ”reason” saknas i ”ignore”"),
    "reason without words": ('[[ignore]]\nrule = "PL204"\nreason = " "', "3: ”ignore.reason” är tom"),
    "reason misspelt": (
        '[[ignore]]\nrule = "PL204"\nresaon = "x"',
        "3: okänd nyckel ”resaon”, menade du ”reason”?",
    ),
    "rule of an exemption": (
        '[[ignore]]\nreason = "x"\nrule = "unserved-gaol"',
        f"3: {RULE_WORDS.format('unserved-gaol', 'unserved-goal')}",
    ),
    "date": (
        '[[ignore]]\nrule = "PL204"\nreason = "x"\nuntil = "imorgon"',
        "4: ”ignore.until” är ”imorgon” men ska vara ett datum, till exempel 2027-06-30",
    ),
    "date with a time": (
        'ignore = [{rule = "PL204", reason = "x", until = 2026-01-01T00:00:00}]',
        "1: ”ignore.until” är ”2026-01-01T00:00:00” men ska vara ett datum, till exempel 2027-06-30",
    ),
    "number for a date": (
        '[[ignore]]\nrule = "PL204"\nreason = "x"\nuntil = 2027',
        "4: ”ignore.until” ska vara text (sätt den inom citattecken)",
    ),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_what_is_wrong_is_told_with_its_line(mistake: Mistake, kind: str) -> None:
    text, line = MISTAKES[kind]
    sv, en = mistake(text)
    assert sv == f"planlint.toml:{line}"
    assert en.startswith(f"planlint.toml:{line.partition(':')[0]}: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('fase = "remiss"', "1: unknown key “fase”, did you mean “phase”?"),
        ('[severity]\nunserved-gaol = "off"', "2: unknown rule “unserved-gaol”, did you mean “unserved-goal”?"),
        ('[severity]\nPL204 = "off"\nunserved-goal = "info"', "3: “unserved-goal” is “PL204” again"),
        ("[options.PL204]\nlinked = 3", "2: PL204 has no limits to change"),
        ('[[ignore]]\nrule = "PL204"\nreason = " "', "3: “ignore.reason” is empty"),
        ('framework = "eget.yaml"', "1: there is no framework file “eget.yaml”"),
        (
            '[[ignore]]\nrule = "PL204"\nreason = "x"\nuntil = "imorgon"',
            "4: “ignore.until” is “imorgon” but should be a date, such as 2027-06-30",
        ),
        (
            '[severity]\nPL204 = {utkast = "off", draft = "info"}',
            "2: “utkast” and “draft” are the same phase; strike one of them",
        ),
    ],
)
def test_the_same_in_english(mistake: Mistake, text: str, line: str) -> None:
    assert mistake(text)[1] == f"planlint.toml:{line}"


def test_the_beginning_of_a_code_moves_nothing(mistake: Mistake) -> None:
    assert mistake('[severity]\nPL2 = "off"')[0].startswith("planlint.toml:2: okänd regel ”PL2”, menade du ”")


def test_a_file_in_another_encoding_is_told(mistake: Mistake) -> None:
    assert mistake('a = 1\nlang = "svå"'.encode("latin-1"))[0] == (
        "planlint.toml:2: texten är inte UTF-8; spara filen som UTF-8"
    )


def test_a_long_word_stays_on_one_short_line(mistake: Mistake) -> None:
    sv, _ = mistake('framework = """' + "a\n" * 500 + '"""')
    assert len(sv.splitlines()) == 1
    assert len(sv) < 250


KEYS = st.sampled_from(
    ["phase", "framework", "select", "ignore", "rules", "severity", "options", "words", "PL204", "PL205", "linked",
     "rule", "reason", "until", "subject", "allowed", "utkast", "draft", "x"]
)  # fmt: skip
SCALARS = st.sampled_from(
    ['"remiss"', '"PL204"', '"off"', '"fyrbodal-2020"', '"eget.yaml"', "1", "-1.5", "true", "2026-01-31", '""', '"\\n"',
     '"\\u0000"', "9223372036854775807", "[]", "{}"]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=5,
)
PLACES = st.sampled_from(["", "[severity]\n", "[options.PL205]\n", "[words]\n", "[[ignore]]\n"])


@settings(max_examples=300, deadline=2_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.tuples(PLACES, KEYS, VALUES), max_size=4))
def test_whatever_is_set_to_whatever_gives_a_configuration_or_one_line(
    read: Read, lines: list[tuple[str, str, str]]
) -> None:
    told = ["planlint.toml"]
    try:
        read("".join(f"{place}{key} = {value}\n" for place, key, value in lines))
    except UsageError as error:
        told = error.sv.splitlines()
    assert len(told) == 1
    assert "planlint.toml" in told[0]
