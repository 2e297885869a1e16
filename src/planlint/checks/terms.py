"""The plan's glossary against the plan: terms that nobody uses, and what is used that no term explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from planlint.checks.passages import wording
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.stems import stem
from planlint.language.terms import is_used, lowered
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*-?")
_NEAR: Final = 60
"""Characters before a word in which what explains it is looked for."""
_EXPLAINED: Final = re.compile(r"(?:kallas|kallad|kallat|benämns|nedan kallat) (?:[\w-]+ ){0,2}$")
_EXPLAINS: Final = re.compile(
    r"\w* (?:är (?:en|ett|det|den|de)|avser|betyder|innebär|består av|utgörs av|startades?|bildades|inrättades|"
    r"tillsattes)\b|\w* \("
)


MOST_WORDS: Final = 4
"""Words of who decides; where more stand before the verb, it says something else too."""


class DependenceOptions(Strict):
    """`documents`, `bodies`: how words for documents and for bodies end ("direktiv", "ledning")."""

    documents: tuple[str, ...]
    bodies: tuple[str, ...]


def unused_term(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """A term of the glossary that stands nowhere else, in no inflection and no compound."""
    if not node.glossary:
        return
    said = scope.table(outside_glossary)
    for entry in node.glossary:
        term = entry.term.text.strip()
        if term and not is_used(term, said):
            yield Hit(entry.term, "default", {"term": term}, subject=Subject("term", term, term))


def outside_glossary(scope: Scope) -> str:
    """All that the plan says outside its glossary, made comparable, a line for each paragraph."""
    inside = {(text.part, text.paragraph) for entry in scope.plan.glossary for text in (entry.term, entry.definition)}
    said = scope.table(wording)
    lines = zip(said.passages, said.lines, strict=True)
    return "\n".join(line for one, line in lines if (one.text.part, one.text.paragraph) not in inside)


def undefined_term(node: Plan, scope: Scope, options: DependenceOptions) -> Iterator[Hit]:
    """A document or a body that the process depends on and that neither the glossary nor a sentence explains.

    Silent where the plan has no glossary. Everyday documents and bodies are the framework's `ordinary` ones.
    """
    if not node.glossary:
        return
    explained = tuple(root for entry in node.glossary for word in _words(entry.term.text) if (root := stem(word)))
    known = {stem(lowered(word)) for word in scope.framework.terms.ordinary}
    for case, endings, text, term in _dependences(node, options):
        key = stem(term)
        if key in known or key.startswith(explained) or not _is_one(key, endings):
            continue
        if not _is_explained(key, scope.table(outside_glossary)):
            known.add(key)
            yield Hit(_place(text, term), case, {"term": term}, subject=Subject("term", term, term))


def _dependences(
    plan: Plan, options: DependenceOptions
) -> Iterator[tuple[Literal["body", "document"], tuple[str, ...], Text, str]]:
    """The words for who decides and for what is delivered, in the order written, each with its text."""
    for stage in plan.process:
        deciders = [(one.text, one.decider) for one in stage.decisions]
        lines = sorted([*deciders, *((text, None) for text in stage.deliverables)], key=lambda one: one[0].paragraph)
        for text, decider in lines:
            if decider is None:
                yield from (("document", options.documents, text, term) for term in _words(text.text))
            elif len(decider.split()) <= MOST_WORDS:
                yield from (("body", options.bodies, text, term) for term in _words(decider))


def _words(text: str) -> list[str]:
    """The words in small letters with plain hyphens; the first part of a divided compound ("förstudie-") is none."""
    return [word for word in _WORD.findall(lowered(text)) if not word.endswith("-")]


def _is_one(key: str, endings: tuple[str, ...]) -> bool:
    """Whether a stem is a compound that ends in one of the words."""
    return any(key.endswith(stem(ending)) and key != stem(ending) for ending in endings)


def _is_explained(key: str, said: str) -> bool:
    """Whether the plan says somewhere what it is: 'en arbetsgrupp som kallas e-rådet', 'e-rådet är en …'."""
    start = said.find(key)
    while start >= 0:
        if _EXPLAINED.search(said, max(0, start - _NEAR), start) or _EXPLAINS.match(said, start + len(key)):
            return True
        start = said.find(key, start + 1)
    return False


def _place(text: Text, term: str) -> Text:
    start = lowered(text.text).find(term)
    return text.cut(start, start + len(term)) if start >= 0 else text


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "unused_term": CheckSpec(unused_term, Plan, {"default": holes("term")}),
        "undefined_term": CheckSpec(
            undefined_term, Plan, dict.fromkeys(("document", "body"), holes("term")), DependenceOptions
        ),
    }
)
"""By the names that rule files use."""
