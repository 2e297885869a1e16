"""The examples of rules, run: what a rule finds in each, for those who write rules and for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planlint.checks import Scope
from planlint.config import Config
from planlint.engine.findings import hold
from planlint.intake import Source, read_bytes, read_document
from planlint.model.document import Document
from planlint.model.finding import Finding
from planlint.model.framework import Framework
from planlint.model.outcome import Fault
from planlint.model.plan import Plan
from planlint.model.rule import Example, Expected, Rule
from planlint.recognise import recognise
from planlint.rulebook import Rulebook
from planlint.rulebook.own import with_labels
from planlint.rulebook.select import Selected


@dataclass(frozen=True, slots=True)
class Trial:
    """An example that was run: what the rule found in it, or the fault that broke it."""

    rule: Rule
    example: Example
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def found(self) -> tuple[Expected, ...]:
        """The findings as examples state them."""
        return tuple(
            Expected(message=one.message, quote=one.location.place.text, subject=one.subject.id)
            for one in self.findings
        )

    @property
    def holds(self) -> bool:
        """Whether the rule finds exactly what the example says."""
        return not self.faults and self.found == self.example.findings


def try_examples(rule: Rule, book: Rulebook, folder: Path) -> Iterator[Trial]:
    """Every example of a rule, run with that rule alone. `folder` is where the Word files stand that examples name.

    Raises UsageError for a framework that is not known and InputError for a sample that cannot be read.
    """
    for example in (*rule.good, *rule.bad):
        framework = with_labels(book.framework(example.framework), (rule,))
        document = _document(example, folder)
        against = _plan(example.against, book) if example.against else None
        scope = Scope(_recognised(document, framework, book), framework, book.principles(framework), document, against)
        findings, faults = hold(scope, (Selected(rule, "error", counts=True),), Config(), book.rules)
        yield Trial(rule, example, findings, faults)


def _document(example: Example, folder: Path) -> Document:
    if example.sample is None:
        from planlint import markdown

        return markdown.read(example.plan or "")
    source = Source(folder / example.sample, example.sample)
    return read_document(source, read_bytes(source), "final")


def _plan(text: str, book: Rulebook) -> Plan:
    """The plan that a card is held against, of the kind that examples are of where they do not say."""
    from planlint import markdown

    return _recognised(markdown.read(text), book.framework(Example.model_fields["framework"].default), book)


def _recognised(document: Document, framework: Framework, book: Rulebook) -> Plan:
    return recognise(document, framework, book.principles(framework))
