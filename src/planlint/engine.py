"""The only place where a plan meets rules: hits become findings with code, severity, words, path and fingerprint."""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from planlint.checks import CHECKS, Node, Scope
from planlint.config import Config, FailOn
from planlint.errors import InputError, UsageError
from planlint.intake import Source, no_plan, read_bytes, read_document
from planlint.language.normalise import normalise
from planlint.model.finding import Finding, Hit, HitWords, Location, Severity, Subject, SubjectType
from planlint.model.framework import Framework
from planlint.model.outcome import Fault, Outcome, Run, Trouble
from planlint.model.places import path_of
from planlint.model.plan import FocusArea, Goal, Intervention, Plan
from planlint.model.rule import Language, Words
from planlint.model.text import Text
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook, load_framework
from planlint.rulebook.nearest import shorten, suggest
from planlint.rulebook.select import Selected, select

_GRAVITY: Final[Mapping[FailOn, int]] = {"info": 1, "warning": 2, "error": 3, "never": 4}

_NODES: Final[Mapping[SubjectType, Callable[[Plan], Sequence[Node]]]] = {
    "document": lambda plan: (plan,),
    "principle": lambda plan: (plan,),
    "focus_area": lambda plan: plan.focus_areas,
    "goal": lambda plan: plan.goals,
    "intervention": lambda plan: plan.interventions,
}


@dataclass(frozen=True, slots=True)
class Means:
    """What documents are held against, made once for a run."""

    config: Config
    selected: tuple[Selected, ...]
    framework: Framework | None
    """The framework asked for; None where each document's own is recognised."""
    rulebook: Rulebook


def prepare(config: Config, rulebook: Rulebook) -> Means:
    """Options resolved against the rulebook. Raises UsageError for an unknown rule or framework."""
    selected = select(rulebook.rules, config.phase, config.select, config.ignore)
    return Means(config, selected, _framework(config.framework, rulebook), rulebook)


def _framework(name: str | None, rulebook: Rulebook) -> Framework | None:
    if name is None:
        return None
    if name in rulebook.frameworks:
        return rulebook.frameworks[name]
    if Path(name).suffix in {".yaml", ".yml"}:
        return load_framework(Path(name))
    sv, en = suggest(name, rulebook.frameworks)
    raise UsageError(
        f"okänt ramverk ”{shorten(name)}”{sv} (en egen ramverksfil anges med sin sökväg, .yaml)",
        f"unknown framework “{shorten(name)}”{en} (a framework file of your own is given by its path, .yaml)",
    )


def run(
    sources: Sequence[Source],
    config: Config,
    rulebook: Rulebook,
    *,
    on_done: Callable[[Source], None] | None = None,
    check: bool = True,
) -> Run:
    """Every source read and, with `check`, held against the rules. Raises UsageError for wrong options only."""
    means = prepare(config, rulebook)
    outcomes: list[tuple[Source, Outcome]] = []
    for source in sources:
        outcomes.append((source, examine(source, means, check=check)))
        if on_done is not None:
            on_done(source)
    kept = [outcome for source, outcome in outcomes if source.named or outcome.error or outcome.kind != "unknown"]
    counts = {selected.rule.code for selected in means.selected if selected.counts}
    return Run(
        phase=config.phase,
        reading=config.reading,
        language=config.language,
        outcomes=(*kept, *_planless(outcomes, config.language)),
        counted=tuple(_counted(kept, config.fail_on, counts)),
        passed_over=len(outcomes) - len(kept),
    )


def _planless(outcomes: list[tuple[Source, Outcome]], language: Language) -> Iterator[Outcome]:
    """An outcome for each folder in which nothing is a plan and nothing failed to be read."""
    folders = {source.folder: False for source, _ in outcomes if source.folder is not None}
    for source, outcome in outcomes:
        if source.folder is not None and (outcome.error or outcome.kind != "unknown"):
            folders[source.folder] = True
    for folder, holds in folders.items():
        if not holds:
            yield _unreadable(folder, "", no_plan(), language)


def _counted(outcomes: Iterable[Outcome], fail_on: FailOn, counts: set[str]) -> Iterator[Finding]:
    """The findings that fail the run: grave enough, of a rule that counts, and not suppressed."""
    for outcome in outcomes:
        for finding in outcome.findings:
            grave = _GRAVITY[finding.severity] >= _GRAVITY[fail_on]
            if grave and finding.rule in counts and finding.suppressed is None:
                yield finding


def examine(source: Source, means: Means, *, check: bool = True) -> Outcome:
    """One document read, recognised and, with `check`, held against the rules. Never raises for what is in the file."""
    sha256 = ""
    try:
        data = read_bytes(source)
        sha256 = hashlib.sha256(data).hexdigest()
        return _examine(source, data, sha256, means, check=check)
    except InputError as error:
        return _unreadable(source.shown, sha256, error, means.config.language)
    except Exception as error:  # one file's fault must not stop the others
        if means.config.debug:
            raise
        return _unreadable(source.shown, sha256, _internal(error), means.config.language)


def _examine(source: Source, data: bytes, sha256: str, means: Means, *, check: bool) -> Outcome:
    document = read_document(source, data, means.config.reading)
    framework = means.framework or choose_framework(document, means.rulebook.frameworks)
    principles = means.rulebook.principle_sets.get(framework.principle_set or "")
    plan = recognise(document, framework, principles)
    outcome = Outcome(
        path=source.shown,
        sha256=sha256,
        kind=plan.kind,
        framework=framework.name,
        plan=plan,
        principles=principles,
        revisions=len(document.revisions),
        comments=len(document.comments),
    )
    if not check:
        return outcome
    findings, faults = hold(Scope(plan, framework, principles), means.selected, means.config)
    return replace(outcome, findings=findings, faults=faults)


def _unreadable(shown: str, sha256: str, error: InputError, language: Language) -> Outcome:
    trouble = Trouble(error.code, error.sv if language == "sv" else error.en)
    return Outcome(path=shown, sha256=sha256, kind="unknown", framework=None, plan=None, error=trouble)


def _internal(error: BaseException) -> InputError:
    """A bug of ours met in a file; where it happened helps whoever mends it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    spot = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    return InputError(
        "fault",
        f"Ett internt fel i planlint hindrade läsningen ({spot}). Rapportera det gärna, med --debug för detaljer.",
        f"An internal fault in planlint stopped the reading ({spot}). Please report it, with --debug for details.",
    )


def hold(scope: Scope, selected: Sequence[Selected], config: Config) -> tuple[tuple[Finding, ...], tuple[Fault, ...]]:
    """A plan held against rules: findings in the order of the document, and the rules that broke."""
    found: list[Finding] = []
    faults: list[Fault] = []
    for one in selected:
        if scope.plan.kind == "unknown" and one.rule.about != "file":
            continue
        try:
            found += _found_by(one, scope, config.language)
        except Exception as error:  # one rule's fault must not stop the others
            if config.debug:
                raise
            faults.append(Fault(one.rule.code, f"{type(error).__name__}: {error}"))
    found.sort(key=lambda finding: (*_order(finding.location.place), finding.rule))
    return tuple(_fingerprinted(found)), tuple(faults)


def _found_by(one: Selected, scope: Scope, language: Language) -> list[Finding]:
    """What one rule finds, in words: all that can break because of the rule happens here."""
    check = CHECKS[one.rule.check]
    options = check.options.model_validate(one.rule.options)
    return [
        _finding(one, hit.subject or subject_of(node), hit, scope.plan, language)
        for node in _NODES[one.rule.subject](scope.plan)
        for hit in check.function(node, scope, options)
    ]


def subject_of(node: Node) -> Subject:
    """What a finding about a node is about, as INTERFACE.md names it."""
    if isinstance(node, Goal):
        return Subject("goal", node.code, node.text.text)
    if isinstance(node, Intervention):
        return Subject("intervention", node.id, node.heading.title)
    if isinstance(node, FocusArea):
        return Subject("focus_area", node.heading.number or node.heading.title, node.heading.title)
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
    filling = {name: _in_language(value, language) for name, value in hit.words.items()}
    severity: Severity = "info" if hit.undecided else one.severity
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=severity,
        kind=rule.kind,
        subject=subject,
        message=rule.messages[hit.case].in_language(language).format_map(filling),
        why=rule.why.in_language(language),
        help=rule.help.in_language(language),
        location=_location(hit.place, plan),
        related=tuple(_location(place, plan) for place in hit.related),
        suggestion=hit.suggestion,
        fingerprint="",
    )


def _in_language(value: HitWords, language: Language) -> str | int:
    if isinstance(value, tuple):
        return ", ".join(words.in_language(language) for words in value)
    return value.in_language(language) if isinstance(value, Words) else value


def _location(place: Text, plan: Plan) -> Location:
    return Location(path_of(plan.landmarks, place), place)
