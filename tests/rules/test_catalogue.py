"""The rule files, the checks that they name and the catalogue of RULES.md agree."""

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from planlint import checks
from planlint.checks import CHECKS, own
from planlint.checks.scope import NODES
from planlint.model.plan import Plan
from planlint.model.rule import Rule, Words
from planlint.rulebook import load

RULES = load().rules
BY_CODE = {rule.code: rule for rule in RULES}
LEVELS = {"E": "error", "W": "warning", "I": "info", "-": "off"}
ROW = re.compile(r"^\| (PL\d{3}) \| ([a-z-]+) \| ([EWI-]) ([EWI-]) ([EWI-]) \| (exact|judged) \|", re.MULTILINE)
SUBJECT = re.compile(r"^\| ([a-z_ ·]+) \| (PL.*) \|$", re.MULTILINE)
CODE = re.compile(r"PL(\d{3})(?:–PL(\d{3}))?(?: \(([^)]*)\))?")


@pytest.fixture(scope="module")
def catalogue(shared: Path) -> str:
    return (shared / "RULES.md").read_text(encoding="utf-8")


def subjects(catalogue: str) -> dict[str, str]:
    """The subject of every rule that the catalogue's table names for sure: a note in parentheses, and it is a case."""
    found: dict[str, str] = {}
    for names, codes in SUBJECT.findall(catalogue):
        for name, group in zip(names.split(" · "), codes.split(" · "), strict=True):
            for first, last, note in CODE.findall(group):
                for number in range(int(first), int(last or first) + 1):
                    if note != "some":
                        found[f"PL{number:03}"] = name.strip()
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_what_the_catalogue_says(rule: Rule, catalogue: str) -> None:
    rows = {
        code: (name, *(LEVELS[level] for level in levels), kind) for code, name, *levels, kind in ROW.findall(catalogue)
    }
    severity = rule.severity
    assert (rule.name, severity.draft, severity.consultation, severity.publication, rule.kind) == rows[rule.code]
    assert rule.subject == subjects(catalogue)[rule.code]


@pytest.mark.parametrize("theme", ["PL2", "PL3", "PL4"])
def test_every_rule_of_a_theme_is_there(theme: str, catalogue: str) -> None:
    codes = {code for code, *_ in ROW.findall(catalogue) if code.startswith(theme)}
    assert {code for code in BY_CODE if code.startswith(theme)} == codes


@pytest.mark.parametrize("path", sorted(Path(checks.__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_the_checks_of_a_module_are_those_that_it_is_listed_with(path: Path) -> None:
    specs = {} if path.stem == "__init__" else getattr(import_module(f"planlint.checks.{path.stem}"), "SPECS", {})
    assert set(specs) == set(checks.MODULES.get(path.stem, ()))
    assert [CHECKS[name] for name in specs] == list(specs.values())


def test_every_check_is_named_by_a_rule() -> None:
    """Or is one of the general ones, for rules of the user's own."""
    assert {rule.check for rule in RULES} == set(CHECKS) - set(own.SPECS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_message_for_every_case_and_a_word_for_every_hole(rule: Rule) -> None:
    spec = CHECKS[rule.check]
    assert set(rule.messages) == set(spec.cases)
    for case, message in rule.messages.items():
        swedish, english = (holes(message.sv), holes(message.en))
        assert swedish == english, case
        assert swedish <= spec.cases[case], case
    spec.options.model_validate(rule.options)  # raises for an option that the check does not have


def holes(message: str) -> set[str]:
    return {hole for _, hole, _, _ in Formatter().parse(message) if hole is not None}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_check_takes_what_the_rule_is_about(rule: Rule) -> None:
    check = CHECKS[rule.check]
    assert check.node is (Plan if check.speaks_of == rule.subject else NODES.get(rule.subject, Plan))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_its_texts_are_set_as_each_language_sets_them(rule: Rule) -> None:
    texts: list[Words] = [rule.title, rule.why, rule.help, *rule.messages.values()]
    assert not [text.sv for text in texts if re.search("[\"“]|(?<!\\w)'", text.sv)]
    assert not [message.en for message in rule.messages.values() if re.search('"|”(?=[{\\w])', message.en)]
    assert all(text.sv.strip() and text.en.strip() and text.sv != text.en for text in texts)
    assert all(message.sv.rstrip().endswith((".", "?")) for message in rule.messages.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_where_it_comes_from(rule: Rule) -> None:
    assert rule.source
    assert all(source.url is None or source.url.startswith("https://") for source in rule.source)
