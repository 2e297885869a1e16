"""What a writer left to be filled in: placeholder words, marked text, unfilled content controls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planlint.checks.quoting import MOST, quotations
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.tallies import by_place
from planlint.checks.traces import every_paragraph
from planlint.language.folding import fold
from planlint.language.normalise import normalise, words
from planlint.model.document import MarkKind, Paragraph
from planlint.model.finding import Hit, HitWords
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

MARKED: Final[frozenset[MarkKind]] = frozenset({"highlight", "placeholder"})

_LONGEST_BRACKET = 120
_YEARS = r"(?:19|20)(?:\d[xX]|[xX]{2}|\?{2,}|\d\d-\d\d-[xX]{2}|\d\d-[xX]{2})(?:-(?:[xX]{2}|\?{2})){0,2}"
_LETTERS = r"(?:[xX],[xX]{2,}|[xX]{2,}(?:[-/.:,][xX]{2,})*)(?!-tal)"
_OTHERS = r"\?{3,}|(?<!\w)N\.\s?N\.(?!\w)"
_CUES = ("xx", "??", "[", "<", "{", *(f"{digit}x" for digit in range(10)))
"""What every placeholder but 'N.N.' and the phrases has, in lower case: a paragraph without needs no expression."""
_SOMEBODY = r"(?<![\w(/&@.-])NN(?![\w)/&@-])"
_KNOWN_AS_NN = re.compile(r"\(NN\)|(?<!\w)NN \(")
"""A text that says what NN is short for."""
_DECIMALS = re.compile(r"[xX]+,[xX]+")
_DATE = re.compile(r"(?<![\w-])(?:å{4}|y{4})-?mm-?dd(?![\w-])", re.IGNORECASE)


class PlaceholderOptions(Strict):
    """`phrases`: words that are a placeholder wherever they stand; `openers`: how a placeholder in brackets begins.

    `numbered`: words before a Roman number ('kapitel XX'). `explained`: words by which a paragraph explains how dates
    and figures are written, so that 'åååå-mm-dd' and 'x,xx' are none to fill in there. `shown`: words before brackets
    that are quoted ('hjälptexten [Namn]').
    """

    phrases: tuple[str, ...]
    openers: tuple[str, ...]
    numbered: tuple[str, ...]
    explained: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for: pieces one of which every placeholder has, the expression, the words that explain a date."""

    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    explained: frozenset[str]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where placeholders stand in a folded text."""
        lower = text.lower()
        if "N." in text or "NN" in text or any(map(lower.__contains__, self.cues)):
            for found in self.pattern.finditer(text):
                if not (_DECIMALS.fullmatch(found[0]) and self._is_explained(text)):
                    yield found.span()
        if ("åååå" in lower or "yyyy" in lower) and not self._is_explained(text):
            yield from (found.span() for found in _DATE.finditer(text))

    def _is_explained(self, text: str) -> bool:
        """Whether a text says how dates and figures are written."""
        return not self.explained.isdisjoint(words(text))


def placeholders(node: Plan, scope: Scope, options: PlaceholderOptions) -> Iterator[Hit]:
    """Placeholders that nobody filled in: one hit that names the first ones; every other place is related."""
    sought = _Sought(
        (*_CUES, *map(normalise, options.phrases)),
        re.compile(_expression(options, *([] if _is_somebody(node) else [_SOMEBODY]))),
        frozenset(map(normalise, options.explained)),
    )
    found = [text for paragraph in every_paragraph(scope.document) for text in _in(paragraph, sought)]
    if found:
        different = list(dict.fromkeys(text.text for text in found))
        told: dict[str, HitWords] = {
            "count": len(found),
            "quotes": quotations(different),
            "places": by_place(found, node),
        }
        told["rest"] = len(different) - MOST
        case = "one" if len(found) == 1 else "many" if len(different) > MOST else "default"
        yield Hit(found[0], case, told, related=tuple(found[1:]))


def _is_somebody(plan: Plan) -> bool:
    """Whether NN is known: an abbreviation that the document explains, or who has issued a version of it."""
    issuers = (row.issuer for row in plan.control.versions)
    return any(one.text.strip() == "NN" for one in issuers) or any(_KNOWN_AS_NN.search(one.text) for one in plan.texts)


def _expression(options: PlaceholderOptions, *more: str) -> str:
    """An expression for every placeholder, blind to case where it holds words; `more` are others beside."""
    phrases, openers = (_either(words) for words in (options.phrases, options.openers))
    before, quoted = (_not_after(words) for words in (options.numbered, options.shown))
    bracketed = "|".join(
        rf"{left}\s*(?:{openers})(?!\w)[^{left}{right}]{{0,{_LONGEST_BRACKET}}}{right}"
        for left, right in ((r"\[", r"\]"), ("<", ">"), (r"\{", r"\}"))
    )
    letters = rf"{before}(?<![\w/.@-])(?<![xX][,:])(?:{_YEARS}|{_LETTERS})(?![\w/@])"
    others = "|".join((letters, _OTHERS, *more))
    return rf"{others}|(?i:(?<!\w)(?:{phrases})(?!\w)|{quoted}(?:{bracketed}))"


def _not_after(words: Iterable[str]) -> str:
    """Not right after one of the words and a space."""
    return "".join(rf"(?<!\b(?i:{re.escape(word)}) )" for word in words)


def _either(words: Iterable[str]) -> str:
    longest = sorted(map(normalise, words), key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest) or "(?!)"


def _in(paragraph: Paragraph, sought: _Sought) -> Iterator[Text]:
    """The placeholders of a paragraph in order; marked words count once, with the placeholder that they are."""
    folded = fold(paragraph.text)
    spans = [folded.stretch(*span) for span in sought.spans(folded.text)]
    spans += [(mark.start, mark.end) for mark in paragraph.marks if mark.kind in MARKED]
    begin, end = -1, -1
    for start, stop in sorted(spans):
        if start > end:
            yield from _worded(paragraph.content, begin, end)
            begin, end = start, stop
        else:
            end = max(end, stop)
    yield from _worded(paragraph.content, begin, end)


def _worded(content: Text, begin: int, end: int) -> Iterator[Text]:
    said = content.cut(begin, end).strip() if 0 <= begin < end else None
    if said:
        yield said


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "placeholders": CheckSpec(
            placeholders,
            Plan,
            dict.fromkeys(("one", "default", "many"), holes("count", "quotes", "places", "rest")),
            PlaceholderOptions,
        ),
    }
)
"""By the names that rule files use."""
