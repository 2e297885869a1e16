"""A document held against rules: hits become findings with code, severity, words, path and fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from planlint.checks import CHECKS, Node, Scope
from planlint.config import Config
from planlint.engine.suppress import Ran, excuse, find_unused, read_suppressions
from planlint.language.normalise import normalise
from planlint.model.card import ProjectCard
from planlint.model.finding import Finding, Hit, HitWords, Location, Severity, Subject, SubjectType, Wording
from planlint.model.kind import DocumentKind
from planlint.model.outcome import Fault
from planlint.model.places import path_of
from planlint.model.plan import FocusArea, Goal, Intervention, Plan, Stage
from planlint.model.rule import Language, Rule, Words
from planlint.model.text import Text
from planlint.model.timeline import TimelineStep
from planlint.rulebook.select import Selected, select
from planlint.texts import PHASES

_NODES: Final[Mapping[SubjectType, Callable[[Plan], Sequence[Node]]]] = {
    "focus_area": lambda plan: plan.focus_areas,
    "goal": lambda plan: plan.goals,
    "intervention": lambda plan: plan.interventions,
    "stage": lambda plan: plan.process,
    "step": lambda plan: plan.timeline,
    "card": lambda plan: (plan.card,) if plan.card else (),
}
"""What a rule's check is called with, one by one; for any other subject, the plan itself."""


def hold(
    scope: Scope, selected: Sequence[Selected], config: Config, rules: tuple[Rule, ...] = ()
) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    """A plan held against rules: findings in the order of the document, and the rules that broke.

    Findings that a comment in the document accepts carry its reason. `rules` are all that there are, settled, of which
    `selected` run: without them, nobody can tell whether a comment that names no rule accepts anything.
    """
    running = running_on(scope.plan.kind, selected)
    early = [one for one in running if not CHECKS[one.rule.check].last]
    found, faults = _find(early, scope, config)
    suppressions = read_suppressions(scope.document.comments, codes_of(rules or [one.rule for one in selected]))
    excused = excuse(found, suppressions)
    if late := [one for one in running if CHECKS[one.rule.check].last]:
        codes = frozenset(one.rule.code for one in early) - {fault.rule for fault in faults}
        rest = partial(_rest, scope, selected, config, () if faults else rules)
        unused = tuple(find_unused(suppressions, Ran(codes, found, rest)))
        later, broken = _find(late, replace(scope, unused=unused), config)
        return in_order((*excused, *later)), (*faults, *broken)
    return in_order(excused), tuple(faults)


def running_on(kind: DocumentKind, selected: Iterable[Selected]) -> list[Selected]:
    """The rules that run on a document of a kind."""
    return [one for one in selected if one.rule.about != "plan" or kind in one.rule.documents]


def codes_of(rules: Iterable[Rule]) -> dict[str, str]:
    """Every rule's code by its code and by its name, casefolded."""
    return {word.casefold(): rule.code for rule in rules for word in (rule.code, rule.name)}


def word(one: Selected, hits: Iterable[Hit], plan: Plan, language: Language) -> list[Finding]:
    """Hits of a rule about the document as findings, without fingerprints."""
    return [_finding(one, hit.subject or subject_of(plan), hit, plan, language) for hit in hits]


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a document as they stand in it, then by code, with their fingerprints."""
    ordered = sorted(found, key=lambda finding: (*_order(finding.location.place), finding.rule))
    return tuple(_fingerprinted(ordered))


def _find(running: Iterable[Selected], scope: Scope, config: Config) -> tuple[list[Finding], list[Fault]]:
    """What the rules find, in the order of the rules, and those that broke."""
    found: list[Finding] = []
    faults: list[Fault] = []
    for one in running:
        try:
            found += _found_by(one, scope, config.language)
        except Exception as error:  # one rule's fault must not stop the others
            if config.debug:
                raise
            faults.append(Fault(one.rule.code, f"{type(error).__name__}: {error}"))
    return found, faults


def _rest(
    scope: Scope, selected: Sequence[Selected], config: Config, rules: tuple[Rule, ...]
) -> Sequence[Finding] | None:
    """What the rules find that are on in some phase and do not run; None where the user asked for some rules only."""
    if config.select or not rules:
        return None
    awake = {one.rule.code for one in selected}
    every = {one.rule.code: one for phase in PHASES for one in select(rules, phase) if one.rule.code not in awake}
    asleep = [one for one in running_on(scope.plan.kind, every.values()) if not CHECKS[one.rule.check].last]
    found, faults = _find(asleep, scope, config)
    return None if faults else found


def _found_by(one: Selected, scope: Scope, language: Language) -> list[Finding]:
    """What one rule finds, in words: all that can break because of the rule happens here."""
    check = CHECKS[one.rule.check]
    options = check.options.model_validate(one.rule.options)
    if one.rule.about == "file" and scope.final is not None:
        scope = scope.final
    return [
        _finding(one, hit.subject or subject_of(node), hit, scope.plan, language)
        for node in _nodes(None if check.speaks_of else one.rule.subject, scope.plan)
        for hit in check.function(node, scope, options)
    ]


def _nodes(subject: SubjectType | None, plan: Plan) -> Sequence[Node]:
    return _NODES[subject](plan) if subject is not None and subject in _NODES else (plan,)


def subject_of(node: Node) -> Subject:
    """What a finding about a node is about, as INTERFACE.md names it."""
    if isinstance(node, Goal):
        return Subject("goal", node.code, node.text.text)
    if isinstance(node, Intervention):
        return Subject("intervention", node.id, node.heading.title)
    if isinstance(node, FocusArea | Stage):
        heading = node.heading
        sort: SubjectType = "stage" if isinstance(node, Stage) else "focus_area"
        return Subject(sort, heading.number or heading.title, heading.title)
    if isinstance(node, TimelineStep):
        return Subject("step", node.text.text, node.text.text)
    if isinstance(node, ProjectCard):
        return Subject("card", node.id, node.title.text if node.title else "")
    return Subject("document", "")


def _order(place: Text) -> tuple[bool, str, int, int]:
    """Where a place comes in a report: the body first, then the other parts by name."""
    return (place.part != "document", place.part, place.paragraph, place.start)


def _fingerprinted(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, which stand in the order of the document, with their fingerprints."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in found:
        identity = (finding.rule, normalise(finding.subject.words), normalise(finding.location.place.text))
        seen[identity] += 1
        yield replace(finding, fingerprint=fingerprint(*identity, str(seen[identity])))


def fingerprint(*identity: str) -> str:
    """The finding's name across versions, 16 hex digits: rule, subject's words, quoted words, ordinal among equals."""
    return hashlib.sha256("\x1f".join(identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _finding(one: Selected, subject: Subject, hit: Hit, plan: Plan, language: Language) -> Finding:
    rule = one.rule
    severity: Severity = "info" if hit.undecided else one.severity
    worded, translated = _worded(rule, hit, language), _worded(rule, hit, "en" if language == "sv" else "sv")
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=severity,
        kind=rule.kind,
        subject=subject,
        message=worded.message,
        why=worded.why,
        help=worded.help,
        location=_location(hit.place, plan),
        related=tuple(_location(place, plan) for place in hit.related),
        suggestion=hit.suggestion,
        fingerprint="",
        translation=translated,
    )


def _worded(rule: Rule, hit: Hit, language: Language) -> Wording:
    filling = {name: _in_language(value, language) for name, value in hit.words.items()}
    return Wording(
        message=rule.messages[hit.case].in_language(language).format_map(filling),
        why=rule.why.in_language(language),
        help=rule.help.in_language(language),
    )


def _in_language(value: HitWords, language: Language) -> str | int:
    if isinstance(value, tuple):
        return ", ".join(words.in_language(language) for words in value)
    return value.in_language(language) if isinstance(value, Words) else value


def _location(place: Text, plan: Plan) -> Location:
    return Location(path_of(plan.landmarks, place), place)
