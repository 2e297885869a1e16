"""Abbreviations that a reader meets before anybody says what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import passages, wording
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.abbreviations import LIKELY, LONGEST, find_abbreviations, is_explained, spells
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text


def undefined_abbreviation(node: Plan, scope: Scope, _options: Strict) -> Iterator[Hit]:
    """An abbreviation that is explained nowhere, or only after its first use; one hit for each, at that use.

    Not those that the framework knows or the glossary explains, nor a word that the plan also writes in small letters:
    that one is stressed, not short for anything. A heading counts as a use where nothing else is one.
    """
    known = _known(node, scope)
    used, explained = _uses(scope)
    unknown = {short: places for short, places in used.items() if short.casefold() not in known}
    for short, places in unknown.items():
        first, said = places[0], explained.get(short)
        subject = Subject("term", short, short)
        if _stressed(short, scope):
            continue
        if said is None:
            yield Hit(first, "default", {"term": short}, tuple(places[1:]), subject=subject)
        elif _spot(first) < _spot(said):
            yield Hit(first, "later", {"term": short}, (said,), subject=subject)


def _known(plan: Plan, scope: Scope) -> frozenset[str]:
    """What needs no explanation: the framework's own and well-known ones, and what stands as a term in the glossary."""
    terms = scope.framework.terms
    known = {*terms.abbreviations, *(short for group in terms.well_known.values() for short in group)}
    for glossary in (plan.glossary, scope.against.glossary if scope.against else ()):
        known.update(found.short for entry in glossary for found in find_abbreviations(entry.term.text))
    return frozenset(short.casefold() for short in known)


def _uses(scope: Scope) -> tuple[dict[str, list[Text]], dict[str, Text]]:
    """Where each abbreviation is used, and where it is first explained, both in reading order.

    The version history is no use: it is about the document.
    """
    used: dict[str, list[Text]] = {}
    titled: dict[str, list[Text]] = {}
    explained: dict[str, Text] = {}
    listed = _explaining_cells(scope)
    history = {text.paragraph for row in scope.plan.control.versions for text in (row.issuer, row.reason)}
    likely = dict.fromkeys(passage for passage, _ in scope.table(wording).find(LIKELY))
    for passage in likely:
        said = passage.text
        if said in listed:
            explained.setdefault(said.text.strip(), said)
        if said.text.isupper() or (said.part == "document" and said.paragraph in history):
            continue
        for found in find_abbreviations(said.text):
            place = said.cut(found.start, found.end)
            (titled if passage.sort == "heading" else used).setdefault(found.short, []).append(place)
            if is_explained(said.text, found):
                explained.setdefault(found.short, place)
    return {**{short: places for short, places in titled.items() if short not in used}, **used}, explained


def _explaining_cells(scope: Scope) -> frozenset[Text]:
    """The cells that hold an abbreviation alone, where the next cell holds words that it could be short for."""
    cells = [passage.text for passage in scope.table(passages) if passage.sort == "cell"]
    return frozenset(
        cell
        for cell, following in pairwise(cells)
        if len(cell.text) <= LONGEST and spells(cell.text, following.text) and any(find_abbreviations(cell.text))
    )


def _spot(place: Text) -> tuple[bool, int, int]:
    """Where a place comes in reading order: the body before the notes."""
    return place.part != "document", place.paragraph, place.start


def _stressed(short: str, scope: Scope) -> bool:
    """Whether the document also writes it in small letters, or with one capital: stressed, not short for anything."""
    return any(
        place.text in {short.lower(), short.capitalize()} for _, place in scope.table(wording).find_names([short])
    )


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "undefined_abbreviation": CheckSpec(
            undefined_abbreviation, Plan, dict.fromkeys(("default", "later"), holes("term"))
        )
    }
)
"""By the names that rule files use."""
