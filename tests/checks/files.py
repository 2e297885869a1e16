"""Files made for a case, and what a check finds in them with the options of its rule."""

from __future__ import annotations

from planlint import word
from planlint.checks import CHECKS, Scope
from planlint.model.document import Document
from planlint.model.finding import Hit
from planlint.recognise import recognise
from planlint.rulebook import load
from tests.word.build import STYLES, docx

BOOK = load()
FRAMEWORK = BOOK.frameworks["base-sv"]


def found(check: str, document: Document) -> list[Hit]:
    """What a check finds with the options of its rule."""
    spec = CHECKS[check]
    rule = next(rule for rule in BOOK.rules if rule.check == check)
    scope = Scope(recognise(document, FRAMEWORK, None), FRAMEWORK, None, document)
    return list(spec.function(scope.plan, scope, spec.options.model_validate(rule.options)))


def check_word(check: str, body: str, styles: str = "") -> list[Hit]:
    """What it finds in a Word file with this body."""
    return found(check, word.read(docx(body, styles=styles + STYLES)))


def place(hit: Hit) -> tuple[int, int, str]:
    """The paragraph of a hit, its start there, and its words."""
    return hit.place.paragraph, hit.place.start, hit.place.text
