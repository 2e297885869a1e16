"""What a model alone cannot see: names that must be names of something, and patterns that must be patterns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from planlint.model.framework import Framework, PrincipleSet
from planlint.model.plan import Plan
from planlint.model.rule import Rule
from planlint.rulebook.mistakes import Mistake, missing, tell, unknown, validate
from planlint.rulebook.nearest import shorten
from planlint.rulebook.source import Source, Where

if TYPE_CHECKING:
    from planlint.checks import CheckSpec


def hold_rule(rule: Rule, source: Source, checks: Mapping[str, CheckSpec]) -> None:
    """Holds a rule against the check that it names: the options, the cases, the words that fill its messages."""
    spec = checks.get(rule.check)
    if spec is None:
        raise tell(unknown(("check",), rule.check, checks, "okänd kontroll", "unknown check"), (source,))
    _refuse(_subject(rule, spec), (source,))
    validate(spec.options, spec.options.model_json_schema(), rule.options, (source,), below=("options",))
    _refuse(_cases(rule, spec), (source,))
    _refuse(_holes(rule, spec), (source,))


def hold_framework(framework: Framework, chain: tuple[Source, ...], principle_sets: Collection[str]) -> None:
    """Holds a framework's references against its own chapters and parts, and the known principle sets."""
    _refuse(_references(framework, principle_sets), chain)
    _refuse(_pattern(("goals", "code"), framework.goals.code), chain)


def hold_principles(facts: PrincipleSet, source: Source) -> None:
    """Holds a principle set's patterns and numbers."""
    _refuse(_patterns(facts), (source,))
    _refuse(_repeated_numbers(facts), (source,))


def _refuse(mistakes: Iterable[Mistake], chain: tuple[Source, ...]) -> None:
    for told in mistakes:
        raise tell(told, chain)


def _subject(rule: Rule, spec: CheckSpec) -> Iterator[Mistake]:
    from planlint.checks.scope import NODES

    if rule.subject != spec.speaks_of and not issubclass(NODES.get(rule.subject, Plan), spec.node):
        sv = f"kontrollen ”{rule.check}” kan inte handla om ”{rule.subject}”"
        yield Mistake(("subject",), sv, f"the check “{rule.check}” cannot be about “{rule.subject}”")


def _cases(rule: Rule, spec: CheckSpec) -> Iterator[Mistake]:
    for case in rule.messages:
        if case not in spec.cases:
            yield unknown(("messages", case), case, spec.cases, "okänt fall", "unknown case")
    for case in spec.cases:
        if case not in rule.messages:
            yield missing(("messages",), case)


def _holes(rule: Rule, spec: CheckSpec) -> Iterator[Mistake]:
    for case, message in rule.messages.items():
        for language in ("sv", "en"):
            where = ("messages", case, language)
            try:
                holes = list(Formatter().parse(message.in_language(language)))
            except ValueError as error:
                yield Mistake(where, f"klamrar som inte går ihop ({error})", f"braces that do not match ({error})")
                return
            for _, hole, form, conversion in holes:
                if hole is not None and (hole not in spec.cases[case] or form or conversion):
                    yield unknown(where, hole, spec.cases[case], "inget fyller luckan", "nothing fills the hole")


def _references(framework: Framework, principle_sets: Collection[str]) -> Iterator[Mistake]:
    for where, name in _chapters_named(framework):
        if name not in framework.chapters:
            yield unknown(where, name, framework.chapters, "okänt kapitel", "unknown chapter")
    for where, name in _parts_named(framework):
        if name not in framework.parts:
            yield unknown(where, name, framework.parts, "okänd del", "unknown part")
    facts = framework.principle_set
    if facts is not None and facts not in principle_sets:
        yield unknown(("principle_set",), facts, principle_sets, "okänd uppsättning principer", "unknown principle set")


def _chapters_named(framework: Framework) -> Iterator[tuple[Where, str]]:
    """The chapters that the framework names, each where it does; one that only the defaults name, at its chapters."""
    for key, forms in (("goals", framework.goals), ("interventions", framework.interventions)):
        stated = "chapter" in forms.model_fields_set
        if stated or not framework.interventions.under_goals:
            yield (key, "chapter") if stated else ("chapters",), forms.chapter
    if "chapter" in framework.process.model_fields_set:  # a plan need not have a decision process
        yield ("process", "chapter"), framework.process.chapter


def _parts_named(framework: Framework) -> Iterator[tuple[Where, str]]:
    for key in framework.duties:
        yield ("duties", key), key
    for sort, labels in (("parts", framework.parts), ("fields", framework.fields)):
        for key, label in labels.items():
            if label.within is not None:
                yield (sort, key, "within"), label.within


def _patterns(facts: PrincipleSet) -> Iterator[Mistake]:
    for n, principle in enumerate(facts.principles):
        for key, patterns in (("patterns", principle.patterns), ("loose", principle.loose)):
            for m, pattern in enumerate(patterns):
                yield from _pattern(("principles", n, key, m), pattern)


def _pattern(where: Where, pattern: str) -> Iterator[Mistake]:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        shown, reason = shorten(pattern), shorten(error)
        yield Mistake(where, f"inget giltigt mönster: ”{shown}” ({reason})", f"not a pattern: “{shown}” ({reason})")


def _repeated_numbers(facts: PrincipleSet) -> Iterator[Mistake]:
    numbers = [principle.number for principle in facts.principles]
    for n, number in enumerate(numbers):
        if number in numbers[:n]:
            where: Where = ("principles", n, "number")
            yield Mistake(where, f"två principer har nummer {number}", f"two principles have number {number}")
