"""Each kind of mistake gives one line with file, line and what was probably meant, in Swedish and English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rulebook.conftest import Own

RULE = "goals/unserved-goal.yaml"
FRAMEWORK = "frameworks/sund.yaml"
FACTS = "facts/sunda.yaml"


MISTAKES = {
    "unknown key": (
        RULE,
        "severity:",
        "seveirty:",
        "7: okänd nyckel ”seveirty”, menade du ”severity”?",
        "7: unknown key “seveirty”, did you mean “severity”?",
    ),
    "unknown key inside": (
        RULE,
        "  draft: warning",
        "  drfat: warning",
        "8: okänd nyckel ”drfat”, menade du ”draft”?",
        "8: unknown key “drfat”, did you mean “draft”?",
    ),
    "unknown key like none, in a list": (
        RULE,
        "        quote: 1A",
        "        zzz: 1A",
        "39: okänd nyckel ”zzz”; välj bland: message, quote, subject",
        "39: unknown key “zzz”; choose from: message, quote, subject",
    ),
    "missing key": (
        RULE,
        "kind: exact\n",
        "",
        "1: nyckeln ”kind” saknas",
        "1: the key “kind” is missing",
    ),
    "missing key inside": (
        RULE,
        "  en: Goal without an intervention\n",
        "",
        "3: nyckeln ”en” saknas i ”title”",
        "3: the key “en” is missing in “title”",
    ),
    "value not allowed": (
        RULE,
        "  draft: warning",
        "  draft: waring",
        "8: ”severity.draft” kan inte vara ”waring”, menade du ”warning”?",
        "8: “severity.draft” cannot be “waring”, did you mean “warning”?",
    ),
    "value like none": (
        RULE,
        "kind: exact",
        "kind: guess",
        "6: ”kind” kan inte vara ”guess”; välj bland: exact, judged",
        "6: “kind” cannot be “guess”; choose from: exact, judged",
    ),
    "number for text": (
        RULE,
        "  sv: Effektmål utan insats",
        "  sv: 17",
        "4: ”title.sv” ska vara text (sätt den inom citattecken)",
        "4: “title.sv” should be text (put it in quotation marks)",
    ),
    "text for a list": (
        RULE,
        'source:\n  - title: Vägledning i nyttorealisering\n    url: https://example.org/nytta\n    date: "2019"',
        "source: Vägledning",
        "25: ”source” ska vara en lista",
        "25: “source” should be a list",
    ),
    "text for keys": (
        RULE,
        "why:\n  sv: Ett mål som ingen arbetar för nås inte.\n  en: A goal that nobody works for is not reached.",
        "why: För att",
        "19: ”why” ska vara en grupp av nycklar: sv, en",
        "19: “why” should be a group of keys: sv, en",
    ),
    "wrong form": (
        RULE,
        "code: PL204",
        "code: P204",
        "1: ”code” är ”P204” men ska ha formen ^[A-Z]{2,4}\\d{3}$",
        "1: “code” is “P204” but should have the form ^[A-Z]{2,4}\\d{3}$",
    ),
    "unknown check": (
        RULE,
        "check: counted",
        "check: conted",
        "12: okänd kontroll ”conted”, menade du ”counted”?",
        "12: unknown check “conted”, did you mean “counted”?",
    ),
    "unknown option": (
        RULE,
        "  at_least: 1",
        "  at_lest: 1",
        "14: okänd nyckel ”at_lest”, menade du ”at_least”?",
        "14: unknown key “at_lest”, did you mean “at_least”?",
    ),
    "option of another sort": (
        RULE,
        "  at_least: 1",
        "  at_least: many",
        "14: ”at_least” ska vara ett heltal",
        "14: “at_least” should be a whole number",
    ),
    "option too large": (
        RULE,
        "  at_least: 1",
        "  at_least: 10",
        "14: ”at_least” ska vara högst 9",
        "14: “at_least” should be at most 9",
    ),
    "option outside another bound": (
        RULE,
        "  at_least: 1",
        "  at_least: 0",
        "14: ”at_least” stämmer inte: exclusiveMinimum 0",
        "14: “at_least” does not fit: exclusiveMinimum 0",
    ),
    "option with one value only": (
        RULE,
        "  at_least: 1",
        "  by: name",
        "14: ”by” kan inte vara ”name”; välj bland: code",
        "14: “by” cannot be “name”; choose from: code",
    ),
    "what only the model sees": (
        RULE,
        "code: PL204",
        'code: "PL204\\n"',
        "1: ”code” stämmer inte: String should match pattern '^[A-Z]{2,4}\\d{3}$'",
        "1: “code” does not fit: String should match pattern '^[A-Z]{2,4}\\d{3}$'",
    ),
    "key without a value": (
        RULE,
        "name: unserved-goal",
        "name:",
        "2: ”name” ska vara text (sätt den inom citattecken)",
        "2: “name” should be text (put it in quotation marks)",
    ),
    "unknown case": (
        RULE,
        "  missing:",
        "  misssing:",
        "16: okänt fall ”misssing”, menade du ”missing”?",
        "16: unknown case “misssing”, did you mean “missing”?",
    ),
    "missing case": (
        RULE,
        "messages:\n  missing:\n    sv: Ingen insats bidrar till {code}.\n    en: No intervention serves {code}.\n",
        "messages: {}\n",
        "15: nyckeln ”missing” saknas i ”messages”",
        "15: the key “missing” is missing in “messages”",
    ),
    "unfilled hole": (
        RULE,
        "till {code}",
        "till {kod}",
        "17: inget fyller luckan ”kod”; välj bland: code, count",
        "17: nothing fills the hole “kod”; choose from: code, count",
    ),
    "hole that reaches inside": (
        RULE,
        "serves {code}",
        "serves {code.real}",
        "18: inget fyller luckan ”code.real”, menade du ”code”?",
        "18: nothing fills the hole “code.real”, did you mean “code”?",
    ),
    "open brace": (
        RULE,
        "serves {code}.",
        "serves {code.",
        "18: klamrar som inte går ihop (expected '}' before end of string)",
        "18: braces that do not match (expected '}' before end of string)",
    ),
    "named otherwise than its file": (
        RULE,
        "name: unserved-goal",
        "name: unserved",
        "2: namnet är ”unserved” men filen heter unserved-goal.yaml",
        "2: the name is “unserved” but the file is unserved-goal.yaml",
    ),
    "another theme's code": (
        RULE,
        "code: PL204",
        "code: PL304",
        "1: PL304 hör till mappen interventions, inte goals",
        "1: PL304 belongs in the folder interventions, not goals",
    ),
    "unknown principle set": (
        FRAMEWORK,
        "principle_set: sunda",
        "principle_set: sund",
        "15: okänd uppsättning principer ”sund”, menade du ”sunda”?",
        "15: unknown principle set “sund”, did you mean “sunda”?",
    ),
    "chapter that the defaults name": (
        FRAMEWORK,
        "  interventions:\n",
        "  intervention:\n",
        "3: okänt kapitel ”interventions”, menade du ”intervention”?",
        "3: unknown chapter “interventions”, did you mean “intervention”?",
    ),
    "broken pattern": (
        FRAMEWORK,
        "principle_set: sunda",
        "goals: {code: '[1'}",
        "15: inget giltigt mönster: ”[1” (unterminated character set at position 0)",
        "15: not a pattern: “[1” (unterminated character set at position 0)",
    ),
    "neither true nor false": (
        FRAMEWORK,
        "    required: true",
        "    required: kanske",
        "14: ”parts.goal_links.required” ska vara true eller false",
        "14: “parts.goal_links.required” should be true or false",
    ),
    "the word true for true": (
        FRAMEWORK,
        "    required: true",
        '    required: "true"',
        "14: ”parts.goal_links.required” ska vara true eller false",
        "14: “parts.goal_links.required” should be true or false",
    ),
    "number for what may be left out": (
        FRAMEWORK,
        "principle_set: sunda",
        "principle_set: 13",
        "15: ”principle_set” ska vara text (sätt den inom citattecken)",
        "15: “principle_set” should be text (put it in quotation marks)",
    ),
    "too few": (
        FRAMEWORK,
        "principle_set: sunda",
        "glossary_columns: [[Ord]]",
        "15: ”glossary_columns” ska ha minst 2 värden",
        "15: “glossary_columns” should have at least 2 values",
    ),
    "too many": (
        FRAMEWORK,
        "principle_set: sunda",
        "glossary_columns: [[Ord], [Förklaring], [Källa]]",
        "15: ”glossary_columns” ska ha högst 2 värden",
        "15: “glossary_columns” should have at most 2 values",
    ),
    "unknown rule moved": (
        FRAMEWORK,
        "principle_set: sunda",
        "rules:\n  unserved-gaol: {severity: off}",
        "16: okänd regel ”unserved-gaol”, menade du ”unserved-goal”?",
        "16: unknown rule “unserved-gaol”, did you mean “unserved-goal”?",
    ),
    "unknown option moved": (
        FRAMEWORK,
        "principle_set: sunda",
        "rules:\n  PL204:\n    options:\n      at_lest: 2",
        "18: okänd nyckel ”at_lest”, menade du ”at_least”?",
        "18: unknown key “at_lest”, did you mean “at_least”?",
    ),
    "option moved too far": (
        FRAMEWORK,
        "principle_set: sunda",
        "rules:\n  unserved-goal:\n    options: {at_least: 10}",
        "17: ”at_least” ska vara högst 9",
        "17: “at_least” should be at most 9",
    ),
    "severity moved to none": (
        FRAMEWORK,
        "principle_set: sunda",
        "rules:\n  PL204: {severity: of}",
        "16: ”rules.PL204.severity” kan inte vara ”of”, menade du ”off”?",
        "16: “rules.PL204.severity” cannot be “of”, did you mean “off”?",
    ),
    "severity moved in no phase": (
        FRAMEWORK,
        "principle_set: sunda",
        "rules:\n  PL204: {severity: {drfat: off}}",
        "16: okänd nyckel ”drfat”, menade du ”draft”?",
        "16: unknown key “drfat”, did you mean “draft”?",
    ),
    "part within none": (
        FRAMEWORK,
        "    required: true",
        "    within: mål",
        "14: okänd del ”mål”; välj bland: goal_links",
        "14: unknown part “mål”; choose from: goal_links",
    ),
    "broken pattern in facts": (
        FACTS,
        "patterns: ['samverka\\w*']",
        "patterns: ['samverka(']",
        "18: inget giltigt mönster: ”samverka(” (missing ), unterminated subpattern at position 8)",
        "18: not a pattern: “samverka(” (missing ), unterminated subpattern at position 8)",
    ),
    "number too small": (
        FACTS,
        "number: 1",
        "number: 0",
        "16: ”principles.number” ska vara minst 1",
        "16: “principles.number” should be at least 1",
    ),
    "number used twice": (
        FACTS,
        "source:\n",
        "  - number: 1\n    title: Öppna\nsource:\n",
        "19: två principer har nummer 1",
        "19: two principles have number 1",
    ),
}


def test_a_rulebook_in_order_is_read(own: Own) -> None:
    rulebook = own.read()
    assert [rule.code for rule in rulebook.rules] == ["PL204"]
    assert rulebook.rules[0].severity.publication == "off"
    assert rulebook.frameworks["sund"].parts["goal_links"].forms == ("Mål", "Effektmål")
    assert rulebook.principle_sets["sunda"].owners[0].until == "2020-01-31"


@pytest.mark.parametrize("kind", MISTAKES)
def test_what_is_wrong_is_told_with_its_line(own: Own, kind: str) -> None:
    path, old, new, sv, en = MISTAKES[kind]
    own.change(path, old, new)
    assert own.mistake() == (f"rules/{path}:{sv}", f"rules/{path}:{en}")


def test_of_equal_mistakes_the_first_in_the_file_is_told(own: Own) -> None:
    actors = "".join(f"  a{n}:\n    titel: A\n" for n in range(40))
    own.change(FRAMEWORK, "principle_set: sunda\n", f"actors:\n{actors}")
    assert own.mistake()[0] == f"rules/{FRAMEWORK}:17: okänd nyckel ”titel”, menade du ”title”?"


def test_one_code_belongs_to_one_rule(own: Own) -> None:
    text = (own.folder / RULE).read_text(encoding="utf-8")
    own.write("goals/unserved.yaml", text.replace("name: unserved-goal", "name: unserved"))
    assert own.mistake() == (
        "rules/goals/unserved.yaml:1: ”PL204” har redan rules/goals/unserved-goal.yaml",
        "rules/goals/unserved.yaml:1: “PL204” is that of rules/goals/unserved-goal.yaml",
    )


def test_one_name_belongs_to_one_rule(own: Own) -> None:
    text = (own.folder / RULE).read_text(encoding="utf-8")
    own.write("interventions/unserved-goal.yaml", text.replace("PL204", "PL304"))
    assert own.mistake()[0] == (
        "rules/interventions/unserved-goal.yaml:2: ”unserved-goal” har redan rules/goals/unserved-goal.yaml"
    )


def test_a_folder_that_is_no_theme_is_told(own: Own) -> None:
    own.write("gaols/x.yaml", "a: 1")
    assert own.mistake() == (
        "rules/gaols/x.yaml: ”gaols” är inget tema, menade du ”goals”?",
        "rules/gaols/x.yaml: “gaols” is no theme, did you mean “goals”?",
    )


def test_long_and_broken_words_from_the_file_stay_on_one_short_line(own: Own) -> None:
    own.change(RULE, "kind: exact", 'kind: "' + "a\\n\\e" * 100 + '"')
    sv, _ = own.mistake()
    assert len(sv.splitlines()) == 1
    assert len(sv) < 160
    assert sv.isprintable()


def test_the_folder_that_is_read_is_only_looked_into_one_level_down(own: Own, tmp_path: Path) -> None:
    own.write("goals/.hidden/x.yaml", "a: 1")
    own.write(".hidden/x.yaml", "a: 1")
    own.write("README.md", "# Reglerna")
    assert [rule.name for rule in own.read().rules] == ["unserved-goal"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rules"]
