"""References to principles by number without the noun before it: "den femte principen", "(nr 5)", "P5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language.designations import counts_something, names_something_else
from planlint.language.numbers import ORDINAL, ordinal_value
from planlint.language.principle_numbers import Numbered, list_at, with_name_after, with_name_before
from planlint.model.framework import PrincipleSet

_AND = r"(?: *, *(?:(?:och|samt) +)?| +(?:och|samt|respektive|eller|som) +)(?:den +)?"
_ORDINALS = re.compile(
    rf"(?<![\w:])(?:den +)?(?P<list>{ORDINAL}(?:{_AND}{ORDINAL}){{0,12}})"
    r"(?P<tail> +princip(?P<ending>ens?|ernas?)?(?!\w|-)"
    r"| +av +(?:(?!princip)[\w-]{1,20} +){0,2}principer(?:na)?(?!\w|-))",
    re.IGNORECASE,
)
_ONE_ORDINAL = re.compile(ORDINAL, re.IGNORECASE)
_GENITIVE = re.compile(r"(?<!\w)[\w-]{2,40}s +$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:en|någon|ingen|varje|de) +$", re.IGNORECASE)
_MARKED = re.compile(
    r"(?<!\w)(?:punkt(?:en|erna)? +)?(?:nr|nummer|numren)\b[.:]* *|(?<!\w)punkt(?:en|erna)? +", re.IGNORECASE
)
_OF_MANY = re.compile(r" +(?:av|bland|i|ur) +(?:(?!princip)[\w-]{1,20} +){0,2}principer(?:na)?(?!\w|-)", re.IGNORECASE)
_ASIDE = re.compile(r"\( *(?P<mark>(?:nr|nummer|numren)\b[.:]* *|# *)?", re.IGNORECASE)
_NOUN = re.compile(r"(?<![^\W_])princip(?:en|er|erna)?(?!\w)", re.IGNORECASE)
_ABOUT = re.compile(r"(?<![^\W_])principe(?:n|r|rna) +(?:om|att) +[^()\d.;:]{1,60}$", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w.-])P(\d{1,2})(?!\w|[.,:]\d|-[^\W\d])(?: *[-–—] *P?(\d{1,2})(?!\w))?")
_NOT_SHORT = re.compile(
    r"parker|radio|p-hus|p-plats|p-däck|prio\b|priorit|lyssn|kanal|sänd|garage|podd|\bproj|process|fas\b|\bspår|"
    r"\bp[1-4] (?:väst|göteborg|sjuhärad|skaraborg|nyheter)",
    re.IGNORECASE,
)


def numbers_elsewhere(sentence: str, principles: PrincipleSet) -> Iterator[Numbered]:
    """References by number of every other form than noun and number."""
    lower = sentence.lower()
    if "princip" in lower:
        yield from _ordinals(sentence, principles)
        yield from _out_of_many(sentence, principles)
    if "(" in sentence:
        yield from _asides(sentence, principles)
    if "P" in sentence:
        yield from _shorts(sentence, principles, noun="princip" in lower)


def _ordinals(sentence: str, principles: PrincipleSet) -> Iterator[Numbered]:
    """Ordinals: "den femte principen", "den 5:e av principerna", "ramverkets första princip"."""
    for found in _ORDINALS.finditer(sentence):
        numbers = tuple(ordinal_value(one.group()) for one in _ONE_ORDINAL.finditer(found.group("list")))
        window = max(0, found.start() - 45)
        indefinite = "av " not in found.group("tail") and not found.group("ending")
        if _ARTICLE.search(sentence, window, found.start()):
            continue
        if indefinite and not _GENITIVE.search(sentence, window, found.start()):
            continue
        if (found.group("ending") or "").startswith("er") and len(numbers) == 1:  # "de första principerna"
            continue
        numbered = Numbered(numbers, found.start(), found.end())
        yield with_name_after(sentence, numbered, principles) if len(numbers) == 1 else numbered


def _out_of_many(sentence: str, principles: PrincipleSet) -> Iterator[Numbered]:
    """Numbers before the noun: "nr 5 och 7 av principerna", "punkt 5 i principerna"."""
    for mark in _MARKED.finditer(sentence):
        items = list_at(sentence, mark.end(), principles)
        tail = _OF_MANY.match(sentence, items[-1].end) if items else None
        if tail:
            yield Numbered(tuple(n for item in items for n in item.numbers), mark.start(), tail.end())


def _asides(sentence: str, principles: PrincipleSet) -> Iterator[Numbered]:
    """Numbers in parentheses: "principen om återanvändning (nr 5)", "Återanvänd från andra (5)"."""
    noun = _NOUN.search(sentence)
    for opening in _ASIDE.finditer(sentence):
        items = list_at(sentence, opening.end(), principles)
        if not items or not sentence.startswith(")", items[-1].end):
            continue
        numbers = tuple(number for item in items for number in item.numbers)
        inner = Numbered(numbers, opening.start() + 1, items[-1].end)
        named = with_name_before(sentence, inner, principles)
        about = _ABOUT.search(sentence, max(0, opening.start() - 90), opening.start())
        marked = opening.group("mark") is not None and noun is not None and noun.start() < opening.start()
        if named.names:
            yield named
        elif about:
            yield Numbered(numbers, about.start(), inner.end + 1)
        elif marked:
            yield Numbered(numbers, opening.start(), inner.end + 1)


def _shorts(sentence: str, principles: PrincipleSet, *, noun: bool) -> Iterator[Numbered]:
    """Short forms, "P5" and "P1–P3": where principles are spoken of, or nothing else goes by that name."""
    known = {principle.number for principle in principles.principles}
    doubtful = not noun and _NOT_SHORT.search(sentence) is not None
    for found in _SHORT.finditer(sentence):
        first, last = int(found.group(1)), int(found.group(2) or found.group(1))
        numbers = tuple(range(first, last + 1)) if first <= last <= first + 30 else (first, last)
        if doubtful or not (noun or known.issuperset(numbers)):
            continue
        if names_something_else(sentence, found.start()) or counts_something(sentence, found.end()):
            continue
        yield with_name_after(sentence, Numbered(numbers, found.start(), found.end()), principles)
