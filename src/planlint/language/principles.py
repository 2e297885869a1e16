"""References to principles in prose, by number and by name; and which principles a text comes near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from planlint.language.folding import fold
from planlint.language.principle_names import Named, compile_wordings, find_names, match_title
from planlint.language.principle_numbers import Numbered, list_at, numbers_after_noun
from planlint.language.principle_ordinals import numbers_elsewhere
from planlint.language.sentences import sentences
from planlint.language.suggestions import suggest
from planlint.model.framework import PrincipleSet
from planlint.model.plan import PrincipleMention
from planlint.model.text import Text

__all__ = ["find_mentions", "match_title", "suggest"]

LONGEST_SENTENCE = 5_000
"""Characters; what is longer is no sentence, and is looked at in pieces of this length."""

_SHORT = re.compile(r"P\d")
_NUMBERED_TITLE = re.compile(r"(?:princip(?:en)?\s+(?:nr\.?\s*)?)?\w{1,7}\.", re.IGNORECASE)


def find_mentions(text: Text, principles: PrincipleSet, *, cued: bool = False) -> tuple[PrincipleMention, ...]:
    """The references to principles of the set in one paragraph or list item, in order.

    A reference by number keeps numbers that the set does not have ("princip 14"), and covers the name beside it, if
    there is one. A sentence that names another set of principles gives none. `cued` says that the text stands under a
    label for principles, where "5" or "Öppna upp" alone is a reference.
    """
    found: list[PrincipleMention] = []
    if not cued and not _may_refer(fold(text.text).text, principles):
        return ()
    for sentence in _pieces(text):
        folded = fold(sentence.text)
        if cued or _may_refer(folded.text, principles):
            references = _references(folded.text, principles, cued=cued)
            if references and not _names_other_set(folded.text, principles):
                found += [_mention(sentence.cut(*folded.stretch(one.start, one.end)), one) for one in references]
    return tuple(found)


def _pieces(text: Text) -> Iterator[Text]:
    """The sentences, "Princip 5. Öppna upp" and "5. Öppna upp" as one, and none too long to look at."""
    split = list(sentences(text))
    if len(split) > 1 and _NUMBERED_TITLE.fullmatch(split[0].text):
        split[:2] = [text.cut(split[0].start - text.start, split[1].end - text.start)]
    for sentence in split:
        for start in range(0, len(sentence.text), LONGEST_SENTENCE):
            yield sentence.cut(start, start + LONGEST_SENTENCE)


@lru_cache(maxsize=8)
def _signs(principles: PrincipleSet) -> tuple[str, ...]:
    return "princip", *(anchor for principle in principles.principles for anchor in principle.anchors or ("",))


def _may_refer(text: str, principles: PrincipleSet) -> bool:
    """Whether a folded text holds what every reference needs; most paragraphs do not, and are passed by."""
    lower = text.lower()
    return any(map(lower.__contains__, _signs(principles))) or ("P" in text and _SHORT.search(text) is not None)


@lru_cache(maxsize=8)
def _other_sets(principles: PrincipleSet) -> re.Pattern[str] | None:
    return compile_wordings(principles.other_sets)


def _names_other_set(sentence: str, principles: PrincipleSet) -> bool:
    other = _other_sets(principles)
    return other is not None and other.search(sentence) is not None


def _references(sentence: str, principles: PrincipleSet, *, cued: bool) -> list[Numbered | Named]:
    """Those that stand, in order: numbers before names, longer before shorter, none inside another."""
    numbered = [*numbers_after_noun(sentence, principles), *numbers_elsewhere(sentence, principles)]
    if cued and not numbered:
        numbered = _bare_list(sentence, principles)
    named = list(find_names(sentence, principles, cued=cued))
    exact, loose = ([one for one in named if one.loose is wanted] for wanted in (False, True))
    candidates = [one for group in (numbered, exact, loose) for one in sorted(group, key=_by_length)]
    kept: list[Numbered | Named] = []
    taken: set[int] = set()
    for one in candidates:
        span = range(one.start, one.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _by_length(one: Numbered | Named) -> tuple[int, int]:
    return one.start - one.end, one.start


def _bare_list(sentence: str, principles: PrincipleSet) -> list[Numbered]:
    """Under a label for principles: the numbers that the text consists of or begins with."""
    items = list_at(sentence, 0, principles)
    if not items or not (items[-1].names or not sentence[items[-1].end :].strip(" .")):
        return []
    if any(item.names for item in items):
        return items
    return [Numbered(tuple(number for item in items for number in item.numbers), 0, items[-1].end)]


def _mention(place: Text, one: Numbered | Named) -> PrincipleMention:
    if isinstance(one, Numbered):
        return PrincipleMention(one.numbers, place, "number", one.names)
    return PrincipleMention((one.number,), place, "name", (), one.loose)
