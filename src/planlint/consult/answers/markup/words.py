"""Two versions of a paragraph held together word by word: where the words of one stand in the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planlint.consult.diff import LONGEST
from planlint.language.normalise import normalise

_TOKEN: Final = re.compile("(?:\\w|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])+|\\S")
"""A word, with what no one sees in it, or a mark."""
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "»": '"', "’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, and where it stands."""

    key: str
    shown: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What one text has instead of a stretch of the other: `start` to `end` there, `begin` to `until` here."""

    start: int
    end: int
    begin: int
    until: int
    words: str


def split_words(text: str) -> list[Token]:
    """The words and marks of a text, in order. How a quote looks, and what no one sees, does not count."""
    return [
        Token(normalise(shown).translate(_QUOTES), shown, found.start(), found.end())
        for found in _TOKEN.finditer(text)
        if (shown := found.group())
    ]


class WordMap:
    """Tells where places of a new text stand in the old one."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self._texts = old, new
        self._tokens = ([], []) if old == new else (split_words(old), split_words(new))
        self._pairs = _pairs(*self._tokens)
        self._starts = [self._tokens[1][j].start for _, j in self._pairs]

    @property
    def common(self) -> int:
        """How many words both texts have in order; marks count as words."""
        return len(split_words(self._texts[0])) if self._texts[0] == self._texts[1] else len(self._pairs)

    def to_old(self, offset: int, *, end: bool) -> int:
        """The place in the old text; where the new one has words that the old has not, `end` takes what is before."""
        if self._texts[0] == self._texts[1]:
            return offset
        at = bisect_right(self._starts, offset - 1 if end else offset) - 1
        before = 0
        if at >= 0:
            old, new = self._pair(at)
            if offset < new.end:
                return min(old.start + offset - new.start, old.end)
            before, left = self._walk(old.end, new.end, offset)
            if not left:
                return before
        if end or at + 1 >= len(self._pairs) or self._gone_between(at, offset):
            return before
        return self._pair(at + 1)[0].start

    def _walk(self, old: int, new: int, offset: int) -> tuple[int, int]:
        """How far both texts go on with spaces from the end of a word, and how far the offset is then."""
        while new < offset and self._texts[1][new].isspace() and self._texts[0][old : old + 1].isspace():
            old, new = old + 1, new + 1
        return old, offset - new

    def differences(self) -> Iterator[Difference]:
        """Where the new text has other words, in order; letters that are capitals on one side only are no others."""
        old, new = self._tokens
        before = -1, -1
        for pair in [*self._pairs, (len(old), len(new))]:
            if pair[0] > before[0] + 1 or pair[1] > before[1] + 1:
                yield self._difference(before, pair)
            before = pair

    def _pair(self, at: int) -> tuple[Token, Token]:
        i, j = self._pairs[at]
        return self._tokens[0][i], self._tokens[1][j]

    def _gone_between(self, at: int, offset: int) -> bool:
        """Whether, after a pair, words of the new text that the old has not stand before the offset."""
        following = self._tokens[1][self._pairs[at][1] + 1 if at >= 0 else 0]
        return following.start < offset

    def _difference(self, before: tuple[int, int], after: tuple[int, int]) -> Difference:
        """With the space before the words, unless both have it; at the very beginning, with that after them."""
        old, new = self._texts
        spans = [_span(self._tokens[side], before[side], after[side], self._texts[side]) for side in (0, 1)]
        (start, end), (begin, until) = spans
        if start < end and begin < until:
            while start < end and begin < until and old[start] == new[begin] and old[start].isspace():
                start, begin = start + 1, begin + 1
            while start < end and begin < until and old[end - 1] == new[until - 1] and old[end - 1].isspace():
                end, until = end - 1, until - 1
        return Difference(start, end, begin, until, new[begin:until])


def _span(tokens: Sequence[Token], before: int, after: int, text: str) -> tuple[int, int]:
    """From the end of one token to the end of the last before another."""
    if before < 0:
        return 0, tokens[after].start if after < len(tokens) else len(text)
    return tokens[before].end, tokens[after - 1].end


def _pairs(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[int, int]]:
    """The words that both have, in order. Texts that are too long are compared at both ends only."""
    same = min(len(old), len(new))
    head = next((at for at in range(same) if not _alike(old[at], new[at])), same)
    rest = same - head
    tail = next((at for at in range(rest) if not _alike(old[-1 - at], new[-1 - at])), rest)
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    pairs = [(at, at) for at in range(head)]
    if all(middle) and max(map(len, middle)) <= LONGEST:
        pairs += [(head + i, head + j) for i, j in _common(*middle)]
    return pairs + [(len(old) - at, len(new) - at) for at in range(tail, 0, -1)]


def _common(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import Indel

    for code in Indel.opcodes([token.key for token in old], [token.key for token in new]):
        if code.tag == "equal":
            both = zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
            yield from ((i, j) for i, j in both if _alike(old[i], new[j]))


def _alike(one: Token, other: Token) -> bool:
    """Whether a reader takes them for the same; one may be written in capitals, as a format can make it."""
    if one.key != other.key:
        return False
    return one.shown == other.shown or one.shown.isupper() or other.shown.isupper() or _letters(one) == _letters(other)


def _letters(token: Token) -> list[bool]:
    """Which of its letters are capitals."""
    return [character.isupper() for character in token.shown if character.isalpha()]
