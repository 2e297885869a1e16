"""Documents read, recognised and held against the rules: an outcome for each."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from planlint.checks import Scope
from planlint.config import Config, Configurations, FailOn
from planlint.config.hold import hold_config, hold_framework_name
from planlint.engine.against import read_against
from planlint.engine.baseline import compare_all, read_baselines
from planlint.engine.examined import Examined
from planlint.engine.exempt import exempt_all
from planlint.engine.findings import hold, running_on
from planlint.errors import InputError
from planlint.intake import Source, no_plan, read_bytes, read_document
from planlint.model.document import Document
from planlint.model.finding import Finding
from planlint.model.framework import Framework
from planlint.model.outcome import Outcome, Run, Trouble
from planlint.model.plan import Plan
from planlint.model.rule import Language, Rule
from planlint.model.suppression import is_suppression
from planlint.recognise import choose_framework, recognise
from planlint.rulebook import Rulebook, load_framework, load_own
from planlint.rulebook.book import ENDINGS
from planlint.rulebook.own import with_labels
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
    moved: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    """By framework: all rules as it and the user move them."""
    chosen: dict[str, tuple[Selected, ...]] = field(default_factory=dict)
    """By framework: the rules that run on a document of its kind, as far as one has been met."""
    spoken: dict[str, Framework] = field(default_factory=dict)
    """By name: frameworks with the words of the configuration, as far as one has been met."""

    def settled(self, framework: Framework) -> tuple[Rule, ...]:
        """All rules, moved by the framework, then by the user. Raises UsageError."""
        if framework.name not in self.moved:
            self.moved[framework.name] = settle(settle(self.rulebook.rules, framework.rules), self.config.rules)
        return self.moved[framework.name]

    def selected(self, framework: Framework) -> tuple[Selected, ...]:
        """Those that run. Raises UsageError."""
        if framework.name not in self.chosen:
            config = self.config
            self.chosen[framework.name] = select(self.settled(framework), config.phase, config.select, config.ignore)
        return self.chosen[framework.name]

    def running(self, outcome: Outcome) -> tuple[Selected, ...]:
        """Those that ran on a document."""
        return tuple(running_on(outcome.kind, self.chosen.get(outcome.framework or "", ())))

    def speaking(self, framework: Framework) -> Framework:
        """The framework with what the configuration adds: words, abbreviations, labels that own rules look for."""
        config, terms = self.config, framework.terms
        if not config.words and not config.abbreviations and not config.rule_folder:
            return framework
        if framework.name not in self.spoken:
            framework = with_labels(framework, self.rulebook.rules)
            added = {"words": terms.words + config.words, "abbreviations": terms.abbreviations + config.abbreviations}
            self.spoken[framework.name] = framework.model_copy(update={"terms": terms.model_copy(update=added)})
        return self.spoken[framework.name]


def prepare(config: Config, rulebook: Rulebook) -> Means:
    """A configuration resolved against the rulebook, and the plan that it names read.

    Raises UsageError for what it names and what is not there, InputError for a plan that cannot be read.
    """
    hold_framework_name(config, rulebook)
    asked = _framework(config.framework, rulebook)
    if config.rule_folder:
        rulebook = rulebook.with_rules(load_own(config.rule_folder, asked))
    hold_config(config, rulebook)
    against = read_against(config.plan, config.reading, asked, rulebook) if config.plan else None
    means = Means(config, rulebook, asked, against)
    for framework in (means.framework,) if means.framework else rulebook.frameworks.values():
        means.selected(framework)
    return means


def _framework(name: str | None, rulebook: Rulebook) -> Framework | None:
    """The framework asked for: a shipped one by name, or a file of the user's own. Raises UsageError."""
    if name is None:
        return None
    if name.endswith(ENDINGS) and name not in rulebook.frameworks:
        return load_framework(Path(name), rulebook.rules)
    return rulebook.framework(name)


def run(
    sources: Sequence[Source],
    config: Config | Configurations,
    rulebook: Rulebook,
    *,
    on_done: Callable[[Source], None] | None = None,
    check: bool = True,
) -> Run:
    """Every source read and, with `check`, held against the rules and the baselines of the configurations.

    `config` is one for all of them, or each document's own. Raises UsageError for a wrong configuration or baseline
    only, before anything is read.
    """
    prepared = prepare_all(sources, config, rulebook)
    baselines = read_baselines(means.config.baseline for _, means in prepared) if check else {}
    examined = examine_all(prepared, on_done=on_done, check=check)
    return sum_up(compare_all(examined, baselines), config.run if isinstance(config, Configurations) else config)


def examine_all(
    prepared: Iterable[tuple[Source, Means]],
    *,
    on_done: Callable[[Source], None] | None = None,
    check: bool = True,
) -> list[Examined]:
    """What came of every source; with `check`, of holding it against the rules, less what is exempted from them."""
    examined: list[Examined] = []
    for source, means in prepared:
        outcome = examine(source, means, check=check)
        examined.append(Examined(source, means.config, means.rulebook.rules, means.running(outcome), outcome))
        if on_done is not None:
            on_done(source)
    return exempt_all(examined) if check else examined


def sum_up(examined: Sequence[Examined], config: Config) -> Run:
    """The run that these documents make; `config` says what belongs to the run as a whole."""
    shown = [each for each in examined if each.shown]
    rules = {rule.code: rule for each in examined for rule in each.rules}
    return Run(
        phase=config.phase,
        reading=config.reading,
        language=config.language,
        outcomes=(*(each.outcome for each in shown), *_planless(examined, config.language)),
        counted=tuple(finding for each in shown for finding in _counted(each, config.fail_on)),
        passed_over=len(examined) - len(shown),
        rules=tuple(rules.values()),
    )


def prepare_all(
    sources: Sequence[Source], config: Config | Configurations, rulebook: Rulebook
) -> list[tuple[Source, Means]]:
    """Each source with what it is held against, made once for each configuration; the run's own is always looked at."""
    shared = config.run if isinstance(config, Configurations) else config
    made = {shared.file: prepare(shared, rulebook)}
    prepared: list[tuple[Source, Means]] = []
    for source in sources:
        own = config.of(source.path) if isinstance(config, Configurations) else config
        if own.file not in made:
            made[own.file] = prepare(own, rulebook)
        prepared.append((source, made[own.file]))
    return prepared


def _planless(examined: Iterable[Examined], language: Language) -> Iterator[Outcome]:
    """An outcome for each folder in which nothing is a plan and nothing failed to be read."""
    folders: dict[str, bool] = {}
    for each in examined:
        if each.source.folder is not None:
            folders[each.source.folder] = each.shown or folders.get(each.source.folder, False)
    for folder, holds in folders.items():
        if not holds:
            yield _unreadable(folder, "", no_plan(), language)


def _counted(each: Examined, fail_on: FailOn) -> Iterator[Finding]:
    """The findings that fail the run: grave enough, of a rule that counts, and not suppressed."""
    counts = {one.rule.code for one in each.running if one.counts}
    for finding in each.outcome.findings:
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
    framework = means.speaking(means.framework or choose_framework(document, means.rulebook.frameworks))
    scope = _scope(document, framework, means)
    plan = scope.plan
    outcome = Outcome(
        path=source.shown,
        sha256=sha256,
        kind=plan.kind,
        framework=framework.name,
        plan=plan,
        principles=scope.principles,
        compared=means.against is not None,
        fallback=framework.fallback and means.framework is None,
        questions=framework.checklist.asked(),
        revisions=len(document.revisions),
        comments=sum(not is_suppression(comment) for comment in document.comments),
    )
    if not check:
        return outcome
    if means.config.reading == "original" and document.revisions:
        scope = replace(scope, final=_scope(read_document(source, data, "final"), framework, means))
    if plan.kind == "unknown" and means.framework is not None:
        scope = replace(scope, better=_fitting(document, means))
    findings, faults = hold(scope, means.selected(framework), means.config, means.settled(framework))
    return replace(outcome, findings=findings, faults=faults)


def _scope(document: Document, framework: Framework, means: Means) -> Scope:
    principles = means.rulebook.principles(framework)
    return Scope(recognise(document, framework, principles), framework, principles, document, means.against)


def _fitting(document: Document, means: Means) -> Framework | None:
    """The framework that the document is written after, whatever was asked for; None where it is of no known kind."""
    framework = choose_framework(document, means.rulebook.frameworks)
    plan = recognise(document, framework, means.rulebook.principles(framework))
    return framework if plan.kind != "unknown" else None


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
