"""What in one version is the same thing as what in the other: first by name, then by how alike they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import product
from math import log, sqrt
from typing import Final

from planlint.consult.assign import assign
from planlint.language.normalise import normalise, words
from planlint.model.text import Text

TITLE: Final = 0.2
CONTENT: Final = 0.7
NUMBER: Final = 0.1
"""What the likeness of two elements is made of, 1 together. The content weighs most: it tells one intervention from
another when both its name and its number are new. A number alone says little, for one insertion moves all that follow.
"""
LIKE_ELEMENTS: Final = 0.4
"""From here on two elements are one: what says four sevenths of the same, by weight, under any name and number. Of 203
pairs of unlike goals and interventions that share words in 14 plans one comes above it, with 0.46: goals of one pattern
('Invånare och företag känner …'), which are told apart as long as both are in both versions. The next has 0.35.
"""
LIKE_ITEMS: Final = 0.55
"""From here on two items of a list are one sentence reworded: more than half of what they say is the same. At a half
there are duties that only end alike ('Tillsätta utredare för förstudien', 'Agera styrgrupp för förstudien').
"""
MOST_HOLDERS: Final = 32
"""How many elements may have a word that still tells them apart; bounds the time for plans that repeat themselves."""
MOST_PAIRS: Final = 1_000_000
"""Words in common that are counted, the most telling first: a second or two."""
MOST_CANDIDATES: Final = 8
"""With how many others an element is compared closely."""
LONGEST_TITLE: Final = 500
"""Characters of a title that are compared."""

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Profile:
    """What something is known by: its number, or what it stands under, and its title, normalised, and all its words."""

    number: str
    title: str
    said: frozenset[str]
    content: tuple[str, ...] = ()
    """The content in full, normalised, to tell what is wholly the same."""


class Lexicon:
    """How much each word tells: one that few paragraphs have tells much (inverse document frequency)."""

    def __init__(self, texts: Iterable[Text]) -> None:
        """Count the paragraphs that have each word, those of both versions."""
        counts: Counter[str] = Counter()
        total = 0
        for text in texts:
            counts.update(set(words(text.text)))
            total += 1
        self._weights = {word: log(1 + total / number) for word, number in counts.items()}
        self._rarest = log(1 + max(total, 1))

    def weight(self, word: str) -> float:
        """The word's weight; one that was not counted is as rare as can be."""
        return self._weights.get(word, self._rarest)


def profile(number: str | None, title: str, items: Iterable[Text]) -> Profile:
    """A profile of an element with that content; its title's words count as said too."""
    content = tuple(normalise(item.text) for item in items)
    said = frozenset(word for text in (title, *content) for word in words(text))
    return Profile(normalise(number or ""), " ".join(words(title)), said, content)


def match_elements(old: Sequence[Profile], new: Sequence[Profile], lexicon: Lexicon) -> Pairs:
    """The pairs of elements that are the same: by number and name, wholly the same content, likeness, or name alone."""
    found = _Found(old, new)
    found.pair(lambda one: (one.number, one.title) if one.title else None, once=True)
    found.pair(lambda one: (one.title, one.content) if one.content else None, once=True)
    found.pair(lambda one: (one.number, one.title, one.content))
    found.pair(lambda one: (one.title, one.content))
    _by_likeness(found, lexicon, LIKE_ELEMENTS, _element_likeness)
    found.pair(lambda one: one.title or None, once=True)
    return sorted(found.pairs)


def match_items(old: Sequence[Text], new: Sequence[Text], lexicon: Lexicon, least: float = LIKE_ITEMS) -> Pairs:
    """The pairs of items that are the same sentence: the same words, else words that are much alike."""
    found = _Found([profile(None, text.text, ()) for text in old], [profile(None, text.text, ()) for text in new])
    found.pair(lambda one: one.title)
    _by_likeness(found, lexicon, least, _item_likeness)
    return sorted(found.pairs)


class _Found:
    """Pairs found so far, and what is left on both sides."""

    def __init__(self, old: Sequence[Profile], new: Sequence[Profile]) -> None:
        self.sides = old, new
        self.left = list(range(len(old))), list(range(len(new)))
        self.pairs: Pairs = []

    def pair(self, name: Callable[[Profile], Hashable | None], *, once: bool = False) -> None:
        """Pair what has the same name, in order; with `once`, only a name that each side has once. None is no name."""
        named = [defaultdict[Hashable, list[int]](list) for _ in self.sides]
        for side, indices in enumerate(self.left):
            for index in indices:
                key = name(self.sides[side][index])
                if key is not None:
                    named[side][key].append(index)
        both = [(olds, named[1][key]) for key, olds in named[0].items() if key in named[1]]
        self.take(
            pair
            for olds, news in both
            if not once or len(olds) == len(news) == 1
            for pair in zip(olds, news, strict=False)
        )

    def take(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep these pairs."""
        fresh = list(pairs)
        self.pairs += fresh
        gone = {old for old, _ in fresh}, {new for _, new in fresh}
        self.left = (
            [index for index in self.left[0] if index not in gone[0]],
            [index for index in self.left[1] if index not in gone[1]],
        )


_Likeness = Callable[[Profile, Profile, float], float]
"""Of two profiles, and how much of what they say is the same, by weight."""


def _by_likeness(found: _Found, lexicon: Lexicon, least: float, likeness: _Likeness) -> None:
    """Pair what is left and alike at least so much, so that all pairs together are as alike as can be."""
    old, new = ({index: found.sides[side][index] for index in found.left[side]} for side in (0, 1))
    scores: dict[tuple[int, int], float] = {}
    for (one, other), shared in _candidates(old, new, lexicon).items():
        score = likeness(old[one], new[other], shared)
        if score >= least:
            # Of equals, those that stand as near one another win; from either side the same.
            scores[one, other] = score - 1e-6 * abs(one / len(found.sides[0]) - other / len(found.sides[1]))
    found.take(assign(scores))


def _candidates(
    old: Mapping[int, Profile], new: Mapping[int, Profile], lexicon: Lexicon
) -> Mapping[tuple[int, int], float]:
    """The pairs that share telling words, each with its nearest ones only, and the share that is the same (cosine)."""
    holders: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, members in enumerate((old, new)):
        for index, one in members.items():
            for word in one.said:
                holders[word][side].append(index)
    dots: dict[tuple[int, int], float] = defaultdict(float)
    sizes: tuple[dict[int, float], dict[int, float]] = defaultdict(float), defaultdict(float)
    spent = 0
    for word, (olds, news) in sorted(holders.items(), key=lambda held: (len(held[1][0]) * len(held[1][1]), held[0])):
        spent += len(olds) * len(news)
        if max(len(olds), len(news)) > MOST_HOLDERS or spent > MOST_PAIRS:
            continue
        weight = lexicon.weight(word) ** 2
        for side, indices in enumerate((olds, news)):
            for index in indices:
                sizes[side][index] += weight
        for pair in product(olds, news):
            dots[pair] += weight
    return _nearest({pair: dot / sqrt(sizes[0][pair[0]] * sizes[1][pair[1]]) for pair, dot in dots.items()})


def _nearest(shares: Mapping[tuple[int, int], float]) -> Mapping[tuple[int, int], float]:
    """The pairs that are among the nearest of either of their members."""
    by_member: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for pair in shares:
        by_member[0, pair[0]].append(pair)
        by_member[1, pair[1]].append(pair)
    near: set[tuple[int, int]] = set()
    for pairs in by_member.values():
        near.update(nlargest(MOST_CANDIDATES, pairs, key=lambda pair: (shares[pair], -abs(pair[0] - pair[1]))))
    return {pair: shares[pair] for pair in sorted(near)}


def _element_likeness(old: Profile, new: Profile, shared: float) -> float:
    number = bool(old.number) and old.number == new.number
    return TITLE * _title_likeness(old.title, new.title) + CONTENT * shared + NUMBER * number


def _title_likeness(old: str, new: str) -> float:
    """How alike two names are: 0 up to half of their letters in order, which unlike names have by chance; 1 at all."""
    from rapidfuzz import fuzz

    ratio = fuzz.token_sort_ratio(old[:LONGEST_TITLE], new[:LONGEST_TITLE]) / 100
    return max(0.0, 2 * ratio - 1)


def _item_likeness(old: Profile, new: Profile, shared: float) -> float:
    """The greater of the share of telling words and the share of all words in order."""
    from rapidfuzz.distance import Indel

    one, other = old.title.split(), new.title.split()
    return max(shared, Indel.normalized_similarity(one[:LONGEST_TITLE], other[:LONGEST_TITLE]))
