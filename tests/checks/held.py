"""A document, in Markdown or Word, held against one shipped rule: what its check says, before it becomes words."""

from __future__ import annotations

from textwrap import dedent

from planlint import markdown, word
from planlint.checks import CHECKS, Scope
from planlint.model.document import Document, Reading
from planlint.model.finding import Hit
from planlint.recognise import recognise
from planlint.rulebook import load

BOOK = load()


def hits(code: str, source: str | bytes, reading: Reading = "final") -> list[Hit]:
    """The hits of the rule in a plan of Fyrbodal's kind."""
    document = word.read(source, reading) if isinstance(source, bytes) else markdown.read(dedent(source), reading)
    return hits_in(code, document)


def hits_in(code: str, document: Document) -> list[Hit]:
    """The hits of the rule in a document."""
    rule = next(rule for rule in BOOK.rules if rule.code == code)
    framework = BOOK.frameworks["fyrbodal-2020"]
    principles = BOOK.principle_sets["digg-1.3"]
    plan = recognise(document, framework, principles)
    check = CHECKS[rule.check]
    scope = Scope(plan, framework, principles, document)
    return list(check.function(plan, scope, check.options.model_validate(rule.options)))


def told(found: list[Hit]) -> list[tuple[str, str]]:
    """Each hit's case and quoted words."""
    return [(hit.case, hit.place.text) for hit in found]
