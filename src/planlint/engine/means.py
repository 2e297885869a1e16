"""What documents are held against: rules and a framework, made of each configuration once for a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planlint.config import Config, Configurations
from planlint.config.hold import hold_config, hold_framework_name
from planlint.engine.against import read_against
from planlint.engine.findings import running_on
from planlint.intake import Source
from planlint.model.framework import Framework
from planlint.model.outcome import Outcome
from planlint.model.plan import Plan
from planlint.model.rule import Rule
from planlint.rulebook import Rulebook, load_framework, load_own
from planlint.rulebook.book import ENDINGS
from planlint.rulebook.select import Selected, select, settle


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
            from planlint.rulebook.own import with_labels

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
