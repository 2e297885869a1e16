"""A document that was held against rules, with all that is needed to tell which of its findings count."""

from __future__ import annotations

from dataclasses import dataclass

from planlint.config import Config
from planlint.intake import Source
from planlint.model.outcome import Outcome
from planlint.model.rule import Rule
from planlint.rulebook.select import Selected


@dataclass(frozen=True, slots=True)
class Examined:
    """`rules` are all that there are, `running` those that ran on the document."""

    source: Source
    config: Config
    rules: tuple[Rule, ...]
    running: tuple[Selected, ...]
    outcome: Outcome

    @property
    def ran(self) -> frozenset[str]:
        """The codes of the rules that ran and did not break."""
        return frozenset(one.rule.code for one in self.running) - {fault.rule for fault in self.outcome.faults}

    @property
    def shown(self) -> bool:
        """Whether a report shows it: what a folder holds and is no plan, or planlint's own work, is passed over."""
        read = self.outcome.kind != "unknown" and not self.outcome.own
        return self.source.named or self.outcome.error is not None or read
