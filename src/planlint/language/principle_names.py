"""The principles' names in running text: as official, inflected, or in a wording that may mean one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from planlint.language.normalise import normalise
from planlint.model.framework import Principle, PrincipleSet

NEARLY = 90.0
"""Per cent of likeness from which a written name is taken for the official one: nr 13 is often misquoted."""

LONGEST_NAME = 120
"""Characters beside a number in which a name is looked for: twice the longest name."""

_WORD = re.compile(r"[^\W_][\w-]*")
_GAP = "(?: +[^\\W_][\\w-]*+){0,4}? +"  # " … " in the facts: up to four words
_TRIM = " .,:;–—-\"'”“’»«()[]*_"
_QUOTES = "\"'”“’»«"
_CLAUSE_END = re.compile(
    r" *(?:$|[.,;:!?)\]–—/]|-princip|(?:och|samt|är|ska|skall|bör|måste|kan|gäller|innebär|handlar|eller|som)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a text that names a principle."""

    number: int
    start: int
    end: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Forms:
    """The wordings of a principle. Most documents name some principles only, so they are compiled when looked for."""

    number: int
    anchors: tuple[str, ...]
    exact: tuple[str, ...]
    loose: tuple[str, ...]
    ordinary: tuple[str, ...]
    """The bare title, where it is ordinary Swedish and needs more beside it."""


@lru_cache(maxsize=512)
def compile_wordings(wordings: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for wordings as the facts write them; None for none."""
    if not wordings:
        return None
    spaced = (wording.replace(" … ", "\0").replace(" ", " +").replace("\0", _GAP) for wording in wordings)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'(?:{one})' for one in spaced)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _forms(principles: PrincipleSet) -> tuple[_Forms, ...]:
    return tuple(_principle_forms(principle) for principle in principles.principles)


def _principle_forms(principle: Principle) -> _Forms:
    title = " ".join(re.escape(word) for word in principle.title.split())
    return _Forms(
        number=principle.number,
        anchors=principle.anchors,
        exact=principle.patterns if principle.quoted_only else (title, *principle.patterns),
        loose=principle.loose,
        ordinary=(title,) if principle.quoted_only else (),
    )


@lru_cache(maxsize=512)
def _titles(principles: PrincipleSet) -> tuple[tuple[str, Principle], ...]:
    return tuple((normalise(principle.title), principle) for principle in principles.principles)


def match_title(words: str, principles: PrincipleSet) -> Principle | None:
    """The principle whose official name the words are, or nearly are (likeness 0.9 after normalisation).

    A name in one of the inflected forms that the facts know counts too ("Samverkan som förstahandsval").
    """
    written = normalise(words).strip(_TRIM)
    if not written or len(written) > 2 * max(len(title) for title, _ in _titles(principles)):
        return None
    score, number = max((ratio(written, title), -principle.number) for title, principle in _titles(principles))
    by_number = {principle.number: principle for principle in principles.principles}
    if score >= NEARLY:
        return by_number[-number]
    compiled = ((forms.number, compile_wordings(forms.exact)) for forms in _forms(principles))
    inflected = (number for number, exact in compiled if exact and exact.fullmatch(written))
    return by_number.get(next(inflected, 0))


def find_names(sentence: str, principles: PrincipleSet, *, cued: bool = False) -> Iterator[Named]:
    """Where a folded sentence names principles, loose wordings included; in no order, overlaps possible.

    `cued` says that the text stands under a label for principles: then an ordinary name needs nothing beside it.
    """
    lower = sentence.lower()
    for forms in _forms(principles):
        if forms.anchors and not any(anchor in lower for anchor in forms.anchors):
            continue
        wordings = compile_wordings(forms.exact)
        exact = [Named(forms.number, *found.span()) for found in wordings.finditer(sentence)] if wordings else []
        exact += _ordinary_names(sentence, forms, principles, cued=cued)
        yield from exact
        if not exact and (loose := compile_wordings(forms.loose)):
            found = loose.search(sentence)
            if found:
                yield Named(forms.number, *found.span(), loose=True)


def _ordinary_names(sentence: str, forms: _Forms, principles: PrincipleSet, *, cued: bool) -> list[Named]:
    """Names that are ordinary Swedish, where something says that they are names."""
    ordinary = compile_wordings(forms.ordinary)
    found = []
    for name in ordinary.finditer(sentence) if ordinary else ():
        start, end = name.span()
        whole = cued and _CLAUSE_END.match(sentence, end)
        if whole or _quoted(sentence, start, end) or _beside_noun(sentence, start, end, principles):
            found.append(Named(forms.number, start, end))
    return found


def _quoted(sentence: str, start: int, end: int) -> bool:
    return sentence[start - 1 : start] in set(_QUOTES) and sentence[end : end + 1] in set(_QUOTES)


@lru_cache(maxsize=8)
def _run_of_names(principles: PrincipleSet) -> re.Pattern[str]:
    """The word "princip" and then nothing but names of principles, up to the end of what is searched."""
    titles = "|".join(re.escape(principle.title).replace(r"\ ", " +") for principle in principles.principles)
    between = r"[ ,:;–—\"'”“()-]|om +att +|om +|och +|samt +|eller +|respektive +|\d{1,2}\b|nr\b|heter +|kallad +"
    return re.compile(rf"(?<![^\W_])princip(?:en|er|erna)?(?: +(?:{titles})|{between}|{titles})*+$", re.IGNORECASE)


def _beside_noun(sentence: str, start: int, end: int, principles: PrincipleSet) -> bool:
    """Whether an ordinary name stands beside "princip": "principen Öppna upp", "Öppna upp-principen"."""
    if sentence[end : end + 8].lower() == "-princip":
        return True
    window = max(0, start - 400)
    noun = sentence.lower().rfind("princip", window, start)
    if noun < 0 or not _run_of_names(principles).fullmatch(sentence[noun:start]):
        return False
    return sentence[start].isupper() or _CLAUSE_END.match(sentence, end) is not None


def name_after(text: str, start: int, principles: PrincipleSet, *, bare: bool) -> tuple[int, int] | None:
    """Where a name at `start` stands: the longest run of words that nearly is an official one; None for none.

    `bare` says that nothing but white space or a comma parts it from the number: then it needs a capital.
    """
    window = text[start : start + LONGEST_NAME]
    if not window[:1].isalpha() or (bare and not window[0].isupper()):
        return None
    ends = [word.end() for word in _WORD.finditer(window)]
    runs = (
        (ratio(normalise(window[:end]), title), end, principle)
        for title, principle in _titles(principles)
        if title[0] == window[0].lower()
        for end in ends[max(0, title.count(" ") - 1) : title.count(" ") + 2]
    )
    best = max((run for run in runs if run[0] >= NEARLY), key=lambda run: run[:2], default=None)
    if best is None:
        return None
    _, end, principle = best
    certain = window[0].isupper() or not principle.quoted_only or _CLAUSE_END.match(window, end)
    return (start, start + end) if certain or _quoted(text, start, start + end) else None


def name_before(text: str, end: int, principles: PrincipleSet) -> tuple[int, int] | None:
    """Where a name that ends at `end` stands, as `name_after`; an ordinary name needs a capital."""
    low = max(0, end - LONGEST_NAME)
    window = text[low:end].rstrip(" " + _QUOTES)
    starts = [word.start() for word in _WORD.finditer(window)]
    runs = (
        (ratio(normalise(window[start:]), title), start, principle)
        for title, principle in _titles(principles)
        if title[-1] == window[-1:].lower()
        for start in starts[-title.count(" ") - 2 : -title.count(" ") or None]
    )
    best = max((run for run in runs if run[0] >= NEARLY), key=lambda run: run[0], default=None)
    if best is None or (best[2].quoted_only and not window[best[1]].isupper()):
        return None
    return low + best[1], low + len(window)
