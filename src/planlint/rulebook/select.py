"""Which rules run, how grave they are, and which of them can fail a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, cast

from planlint.errors import UsageError
from planlint.model.finding import Severity
from planlint.model.rule import Level, Phase, PhaseLevels, Rule, RuleSetting
from planlint.rulebook.nearest import shorten, suggest

_LOW_TO_HIGH: Final[tuple[Level, ...]] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Selected:
    """A rule that runs: how grave its findings are here, and whether they count for the exit status."""

    rule: Rule
    severity: Severity
    counts: bool


def select(
    rules: tuple[Rule, ...], phase: Phase, chosen: tuple[str, ...] = (), ignored: tuple[str, ...] = ()
) -> tuple[Selected, ...]:
    """The rules that run in a phase, in the order given.

    `chosen` replaces the default (every rule that is on in the phase), `ignored` wins over it; both hold codes, the
    beginnings of codes and names, also several in one text with commas between. A rule chosen by its whole code or name
    runs where the phase has it off, at the lowest severity that it has anywhere, and counts also if it is judged; the
    beginning of a code does neither. Raises UsageError for a word that fits no rule.
    """
    named, begun = _meant(rules, chosen)
    unwanted = frozenset().union(*_meant(rules, ignored))
    wanted = named | begun if _words(chosen) else {rule.code for rule in rules}
    found = (_selected(rule, phase, named=rule.code in named) for rule in rules if rule.code in wanted - unwanted)
    return tuple(selected for selected in found if selected is not None)


def settle(rules: tuple[Rule, ...], settings: Mapping[str, RuleSetting]) -> tuple[Rule, ...]:
    """The rules with severities and options moved as the settings say, by code or name. Raises UsageError."""
    moved = {rule.code: rule for rule in rules}
    for word, setting in settings.items():
        code = find(rules, word).code
        moved[code] = _moved(moved[code], setting)
    return tuple(moved.values())


def _moved(rule: Rule, setting: RuleSetting) -> Rule:
    levels = setting.severity
    if isinstance(levels, str):
        levels = PhaseLevels(draft=levels, consultation=levels, publication=levels)
    severity = rule.severity.model_copy(update=levels.model_dump(exclude_none=True) if levels else {})
    return rule.model_copy(update={"severity": severity, "options": {**rule.options, **setting.options}})


def find(rules: Iterable[Rule], word: str) -> Rule:
    """The rule with that code or name, whatever the case. Raises UsageError with the nearest where there is none."""
    rules = tuple(rules)
    for rule in rules:
        if word.strip().casefold() in _names(rule):
            return rule
    raise _unknown(rules, word)


def _selected(rule: Rule, phase: Phase, *, named: bool) -> Selected | None:
    level: Level = getattr(rule.severity, phase)
    if level == "off" and not named:
        return None
    severity = _lowest(rule) if level == "off" else level
    return Selected(rule, severity, counts=rule.kind == "exact" or named)


def _lowest(rule: Rule) -> Severity:
    anywhere = (rule.severity.draft, rule.severity.consultation, rule.severity.publication)
    return cast("Severity", next((level for level in _LOW_TO_HIGH if level in anywhere), "info"))


def _meant(rules: tuple[Rule, ...], texts: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of the rules that the words name outright, and of those whose code begins with a word."""
    named: set[str] = set()
    begun: set[str] = set()
    for word in _words(texts):
        outright = {rule.code for rule in rules if word.casefold() in _names(rule)}
        beginning = {rule.code for rule in rules if rule.code.casefold().startswith(word.casefold())}
        if not outright | beginning:
            raise _unknown(rules, word)
        named |= outright
        begun |= beginning
    return frozenset(named), frozenset(begun)


def _words(texts: Iterable[str]) -> list[str]:
    return [word.strip() for text in texts for word in text.split(",") if word.strip()]


def _names(rule: Rule) -> tuple[str, str]:
    return rule.code.casefold(), rule.name


def _unknown(rules: tuple[Rule, ...], word: str) -> UsageError:
    sv, en = suggest(word, [name for rule in rules for name in (rule.code, rule.name)])
    shown = shorten(word)
    return UsageError(f"okänd regel ”{shown}”{sv}", f"unknown rule “{shown}”{en}")
