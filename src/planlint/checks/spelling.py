"""Words that are misspelt, as far as a dictionary or the words that plans use can tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from planlint.checks.passages import Passage, passages
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.language.normalise import words
from planlint.language.spelling import WORD, Dictionary, Near, Slips, dictionary, known_misspelling
from planlint.language.stems import LONGEST_WORD
from planlint.model.finding import Hit, Subject
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

_BEFORE: Final = re.compile(r"(?:[\w-]{1,60} ){1,2}$")
_AFTER: Final = re.compile(r"(?: [\w-]{1,60}){1,2}")
_PIECE: Final = re.compile(r"\S+")
_LONGEST_SHORT: Final = 6
"""Letters of the longest word that a full stop cuts short ('forts.', 'resp.')."""
_GOES_ON: Final = re.compile(r"\.[ \u00a0](?=[a-zåäö\d§])")
"""A full stop that ends no sentence: 'prop. 2024/25:1'."""
_AROUND: Final = frozenset({"()", "””", '""', "’’", "“”"})


class SpellingOptions(Strict):
    """`least`: letters of the words looked up; `often`: times from which a word is the author's own, not a slip.

    `suggestions`: how many words the dictionary is asked to suggest another for, which takes time.
    """

    least: int
    often: int
    suggestions: int


def misspelt(node: Plan, scope: Scope, options: SpellingOptions) -> Iterator[Hit]:
    """A word that is misspelt, one hit for each, at its first place.

    Known misspellings always; with a dictionary what it lacks, else what is one slip from a word that plans use. Not
    names, abbreviations, words of another language, what the framework or the user knows, and what PL804 speaks of.
    """
    lookup = dictionary()
    near = Near(_known(node, scope))
    left = options.suggestions
    found = _candidates(scope, options)
    slips = Slips(found)
    for word, spots in found.items():
        meant = known_misspelling(word, scope.framework.terms.misspellings)
        if meant is None and not near.knows(word) and len(spots) < options.often:
            meant = _guess(word, spots, near, slips, lookup)
        if meant is None:
            continue
        if not meant and lookup is not None and left > 0:
            left -= 1
            meant = lookup.suggest(word)
        yield _hit(word, [spot.place for spot in spots], meant or None)


def _guess(word: str, spots: list[_Spot], near: Near, slips: Slips, lookup: Dictionary | None) -> str | None:
    """What is meant by a word that nobody knows as a misspelling: '' for what only a dictionary could guess.

    None where the word is right, or may be.
    """
    meant = near.find(word)
    if lookup is None:
        return meant
    if _is_right(spots, lookup, near):
        return None
    return meant or slips.find(word, lookup) or (None if _may_be_name(spots) else "")


def _hit(word: str, places: list[Text], meant: str | None) -> Hit:
    subject, related = Subject("term", word, word), tuple(places[1:])
    if meant is None:
        return Hit(places[0], "unknown", {"word": places[0].text}, related, subject=subject)
    right = meant.capitalize() if places[0].text[0].isupper() else meant
    return Hit(places[0], "default", {"word": places[0].text, "meant": right}, related, right, subject=subject)


class _Spot(NamedTuple):
    """Where a word stands: from `start` to `end` in a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def place(self) -> Text:
        return self.passage.text.cut(self.start, self.end)


def _candidates(scope: Scope, options: SpellingOptions) -> dict[str, list[_Spot]]:
    """Words to look at, in small letters, and where they stand; not names, nor the slips that PL804 speaks of.

    A word has at most its first letter large, and that where a sentence begins: "eSam", "RPA" and "Granå" are names.
    """
    slips = tuple(form.rstrip("*").casefold() for one in scope.framework.terms.variants.values() for form in one.slips)
    found: dict[str, list[_Spot]] = defaultdict(list)
    inside: dict[str, tuple[_Word, ...]] = {}
    for passage in scope.table(passages):
        text = passage.text.text
        for piece in _PIECE.finditer(text):
            written, at = piece[0], piece.start()
            if written not in inside:
                inside[written] = tuple(_words_in(written, options.least))
            for word, start, end, small, cut in inside[written]:
                goes_on = cut and _GOES_ON.match(text, at + end)
                if not goes_on and (small or _begins(text, at + start)):
                    found[word].append(_Spot(passage, at + start, at + end))
    return {word: places for word, places in found.items() if not word.startswith(slips)} if slips else found


class _Word(NamedTuple):
    """A word in a piece of text without blanks: its letters, small ones, and where it stands.

    `small` where its first letter is written small, `cut` where a full stop after it may cut it short.
    """

    word: str
    start: int
    end: int
    small: bool
    cut: bool


def _words_in(piece: str, least: int) -> Iterator[_Word]:
    """The words of a piece that may be looked up. What stands around the piece tells nothing of what a word is."""
    for match in WORD.finditer(piece):
        written, (start, end) = match[0], match.span()
        if least <= len(written) <= LONGEST_WORD and written[1:].islower():
            cut = len(written) <= _LONGEST_SHORT and piece[end:] == "."
            yield _Word(written.lower(), start, end, written[0].islower(), cut)


def _begins(text: str, start: int) -> bool:
    """Whether a capital stands where a sentence begins, so that it makes no name."""
    return not text[:start].strip() or text[:start].rstrip()[-1] in ".!?:"


def _known(plan: Plan, scope: Scope) -> frozenset[str]:
    """The words that the framework, the user, the glossary and the principles know, in small letters."""
    framework = scope.framework
    texts = [
        *framework.terms.words,
        *(word for group in framework.terms.vocabulary.values() for word in group),
        *framework.terms.ordinary,
        *(form for actor in framework.actors.values() for form in actor.forms),
        *(form for part in framework.parts.values() for form in part.forms),
        *(entry.term.text for entry in plan.glossary),
        *(one.title for one in (scope.principles.principles if scope.principles else ())),
    ]
    names = (form.rstrip("*") for one in framework.terms.variants.values() for name in one.names for form in name)
    return frozenset(word for text in (*texts, *names) for word in words(text))


def _is_right(spots: list[_Spot], lookup: Dictionary, near: Near) -> bool:
    """Whether the dictionary has a word, or it may be a word quoted or in a title in another language."""
    first = spots[0]
    if lookup.has(first.place.text, near.knows) or _set_apart(first):
        return True
    return any(not lookup.has(word, near.knows) for word in _beside(first))


def _may_be_name(spots: list[_Spot]) -> bool:
    """Whether a word stands with a capital only, where a sentence begins."""
    return not any(spot.place.text[0].islower() for spot in spots)


def _set_apart(spot: _Spot) -> bool:
    """Whether a word stands alone in brackets or quotation marks: what something is called, often in English."""
    text = spot.passage.text.text
    return text[max(0, spot.start - 1) : spot.start] + text[spot.end : spot.end + 1] in _AROUND


def _beside(spot: _Spot) -> Iterator[str]:
    """The two words on either side, as far as nothing but blanks stands between."""
    text = spot.passage.text.text
    before = _BEFORE.search(text, max(0, spot.start - 2 * LONGEST_WORD), spot.start)
    after = _AFTER.match(text, spot.end)
    for found in (before, after):
        yield from WORD.findall(found.group()) if found else ()


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "misspelt": CheckSpec(
            misspelt, Plan, {"default": holes("word", "meant"), "unknown": holes("word")}, SpellingOptions
        )
    }
)
"""By the names that rule files use."""
