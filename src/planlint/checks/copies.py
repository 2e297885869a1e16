"""Passages that are nearly the same: a copy that has been mended in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final

from planlint.checks.passages import Passage, sentences_of
from planlint.checks.quoting import excerpt
from planlint.checks.scope import CheckSpec, Scope, holes
from planlint.checks.text import changes, goal_copies
from planlint.language.normalise import words
from planlint.model.finding import Hit
from planlint.model.plan import Plan
from planlint.model.rule import Strict
from planlint.model.text import Text

SHINGLE = 4
"""Words in a row by which sentences that may be copies are found."""

MOST_ALIKE = 8
"""Sentences that may share a shingle: a phrase that more have is a turn of phrase, and tells nothing."""

LONGEST = 200
"""Words of a sentence that are compared: the time grows with their square."""


class CopyOptions(Strict):
    """`least`: words in a passage; `sentence`: words in a sentence that is looked at.

    `likeness`: from what share of equal words, 0–100, two sentences are copies; `changed`: how many words may differ.
    """

    least: int
    sentence: int
    likeness: int
    changed: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words; `passage` and `order` tell where it stands."""

    place: Text
    said: tuple[str, ...]
    passage: int
    order: int


@dataclass(frozen=True, slots=True)
class _Copy:
    """Sentences in a row that are like as many in another passage, in the same order."""

    first: tuple[_Sentence, ...]
    second: tuple[_Sentence, ...]


def drifted_copies(_node: Plan, scope: Scope, options: CopyOptions) -> Iterator[Hit]:
    """A long passage that repeats an earlier one with a few words changed.

    Not goals' texts, and not passages that differ in names and figures only: those are alike on purpose.
    """
    parted = scope.table(sentences_of)
    found = [passage for passage, _ in parted]
    every = _sentences(parted, _goals(scope), options)
    for copy in _copies(_pairs(every, options)):
        if sum(len(one.said) for one in copy.second) >= options.least and _mended(copy, options):
            yield _hit(copy, found)


def _goals(scope: Scope) -> frozenset[tuple[str, int]]:
    """The paragraphs that hold goals' texts, where they are defined and where they are repeated."""
    copies = (copy.text for own in scope.table(goal_copies).values() for copy in own)
    return frozenset((text.part, text.paragraph) for text in (*(goal.text for goal in scope.plan.goals), *copies))


def _sentences(
    parted: Sequence[tuple[Passage, tuple[Text, ...]]], goals: frozenset[tuple[str, int]], options: CopyOptions
) -> list[_Sentence]:
    every: list[_Sentence] = []
    for index, (passage, parts) in enumerate(parted):
        text = passage.text
        if (text.part, text.paragraph) in goals or text.text.count(" ") < options.sentence - 1:
            continue
        for order, place in enumerate(parts):
            said = words(place.text)
            if len(said) >= options.sentence:
                every.append(_Sentence(place, said[:LONGEST], index, order))
    return every


def _pairs(every: list[_Sentence], options: CopyOptions) -> list[tuple[_Sentence, _Sentence]]:
    """The sentences that are alike, the earlier one first."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    pairs: list[tuple[_Sentence, _Sentence]] = []
    for index, sentence in enumerate(every):
        shared: dict[int, int] = defaultdict(int)
        for shingle in zip(*(sentence.said[start:] for start in range(SHINGLE)), strict=False):
            same = holders[shingle]
            if len(same) < MOST_ALIKE:
                for other in same:
                    if every[other].passage != sentence.passage:
                        shared[other] += 1
                same.append(index)
        best = max(shared, key=lambda other: (shared[other], -other), default=None)
        if best is not None and _likeness(every[best], sentence) >= options.likeness:
            pairs.append((every[best], sentence))
    return pairs


def _likeness(one: _Sentence, other: _Sentence) -> float:
    from rapidfuzz.distance import Indel

    return 100 * Indel.normalized_similarity(one.said, other.said)


def _copies(pairs: list[tuple[_Sentence, _Sentence]]) -> Iterator[_Copy]:
    """Pairs that follow one another in both passages, together."""
    run: list[tuple[_Sentence, _Sentence]] = []
    for pair in pairs:
        if run and not all(
            now.passage == before.passage and 0 < now.order - before.order <= 2  # noqa: PLR2004 - a short one between
            for now, before in zip(pair, run[-1], strict=True)
        ):
            yield _copy(run)
            run = []
        run.append(pair)
    if run:
        yield _copy(run)


def _copy(run: list[tuple[_Sentence, _Sentence]]) -> _Copy:
    return _Copy(tuple(first for first, _ in run), tuple(second for _, second in run))


def _mended(copy: _Copy, options: CopyOptions) -> bool:
    """Whether a few words differ, and not names and figures only."""
    changed = [one for first, second in zip(copy.first, copy.second, strict=True) for one in _changed(first, second)]
    telling = [word for word in changed if not word[:1].isdigit()]
    return bool(telling) and len(changed) <= options.changed


def _changed(first: _Sentence, second: _Sentence) -> Iterator[str]:
    """The words that one of two sentences has and the other has not, names left out."""
    names = _names(first) | _names(second)
    matcher = SequenceMatcher(None, first.said, second.said, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield from (word for word in (*first.said[a:b], *second.said[c:d]) if word not in names)


def _names(sentence: _Sentence) -> frozenset[str]:
    """Words with a capital inside a sentence."""
    inner = sentence.place.text.split()[1:]
    return frozenset(word for one in inner if one[:1].isupper() for word in words(one))


def _hit(copy: _Copy, found: Sequence[Passage]) -> Hit:
    first, second = _span(copy.first, found), _span(copy.second, found)
    earlier, later = found[copy.first[0].passage], found[copy.second[0].passage]
    named = {"where": _heading(earlier), "diff": changes(first.text, second.text)}
    return Hit(second, "default" if earlier.sections else "front", named, (first,), subject=later.subject)


def _heading(passage: Passage) -> str:
    """The nearest heading above a passage, with its number; '' on the front page."""
    nearest = passage.sections[-1] if passage.sections else None
    return excerpt(" ".join(filter(None, (nearest.number, nearest.title)))) if nearest else ""


def _span(run: tuple[_Sentence, ...], found: Sequence[Passage]) -> Text:
    text = found[run[0].passage].text
    return text.cut(run[0].place.start - text.start, run[-1].place.end - text.start)


SPECS: Final[Mapping[str, CheckSpec]] = MappingProxyType(
    {
        "drifted_copies": CheckSpec(
            drifted_copies, Plan, dict.fromkeys(("default", "front"), holes("where", "diff")), CopyOptions
        ),
    }
)
"""By the names that rule files use."""
