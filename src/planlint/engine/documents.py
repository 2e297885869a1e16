"""Documents read, recognised and held against the rules: an outcome for each."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from planlint.checks import Scope
from planlint.config import Config, FailOn
from planlint.engine.findings import hold
from planlint.errors import InputError, UsageError
from planlint.intake import Source, no_plan, read_bytes, read_document
from planlint.model.finding import Finding
from planlint.model.framework import Framework
from planlint.model.outcome import Outcome, Run, Trouble
from planlint.model.plan import Plan
from planlint.model.rule import Language
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook, load_framework
from planlint.rulebook.nearest import shorten, suggest
from planlint.rulebook.select import Selected, select, settle

_GRAVITY: Final[Mapping[FailOn, int]] = {"info": 1, "warning": 2, "error": 3, "never": 4}


@dataclass(frozen=True, slots=True)
class Means:
    """What documents are held against, made once for a run."""

    config: Config
    rulebook: Rulebook
    framework: Framework | None
    """The framework asked for; None where each document's own is recognised."""
    against: Plan | None = None
    """The plan that project cards are held against."""
    chosen: dict[str, tuple[Selected, ...]] = field(default_factory=dict)
    """By framework: the rules that run on a document of its kind, as far as one has been met."""

    def selected(self, framework: Framework) -> tuple[Selected, ...]:
        """The rules that run: those that ship, moved by the framework, then by the user. Raises UsageError."""
        if framework.name not in self.chosen:
            config = self.config
            rules = settle(settle(self.rulebook.rules, framework.rules), config.rules)
            self.chosen[framework.name] = select(rules, config.phase, config.select, config.ignore)
        return self.chosen[framework.name]


def prepare(config: Config, rulebook: Rulebook) -> Means:
    """Options resolved against the rulebook. Raises UsageError for an unknown rule or framework."""
    means = Means(config, rulebook, _framework(config.framework, rulebook))
    for framework in (means.framework,) if means.framework else rulebook.frameworks.values():
        means.selected(framework)
    return means


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
    counts = {one.rule.code for chosen in means.chosen.values() for one in chosen if one.counts}
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
    scope = Scope(plan, framework, principles, document, means.against)
    findings, faults = hold(scope, means.selected(framework), means.config)
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
