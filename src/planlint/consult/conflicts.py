"""Views that want the same words of the plan to be something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from planlint.consult.claims import END, Claim, Stroke, claims_of, make, strokes_of
from planlint.consult.diff import seen
from planlint.consult.wording import Paragraph, Wording
from planlint.model.consultation import Holder, Said
from planlint.model.edit import Add, AddRow

_STOPS: Final = (".", "!", "?")
"""What a sentence ends with."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A claim on a paragraph: whose, by the view's index, and all that the view changes in the paragraph."""

    claim: Claim
    view: int
    holders: frozenset[str]
    strokes: Sequence[Stroke] = field(default=())


def find_conflicts(views: Sequence[Sequence[Holder]], wording: Wording) -> list[tuple[int, ...]]:
    """For each view, given by those who hold it, the indices of the others that contradict it, in order.

    What one respondent says in two ways contradicts no one. Nor do two new paragraphs at one place, two sentences added
    at one place, or looks and comments.
    """
    claims: dict[Paragraph, list[_Held]] = defaultdict(list)
    for view, group in enumerate(views):
        for paragraph, held in _held(view, group, wording):
            claims[paragraph].append(held)
    against: list[set[int]] = [set() for _ in views]
    for paragraph, row in claims.items():
        text = wording.text(paragraph)
        for one, other in _meeting(row):
            if _differ(one, other, text):
                against[one.view].add(other.view)
                against[other.view].add(one.view)
    for one_view, other_view in _stranded(views, claims, wording):
        against[one_view].add(other_view)
        against[other_view].add(one_view)
    return [tuple(sorted(each)) for each in against]


def changing(group: Sequence[Holder]) -> Said:
    """Of equal views, one that tells how the plan is to be edited, where any does."""
    return next((holder.said for holder in group if holder.said.edits), group[0].said)


def _held(view: int, group: Sequence[Holder], wording: Wording) -> Iterator[tuple[Paragraph, _Held]]:
    said = changing(group)
    strokes = strokes_of(said.edits)
    holders = frozenset(holder.respondent for holder in group)
    for paragraph, claim in claims_of(said, wording):
        yield paragraph, _Held(claim, view, holders, strokes.get(paragraph, ()))


def _stranded(
    views: Sequence[Sequence[Holder]], claims: Mapping[Paragraph, Sequence[_Held]], wording: Wording
) -> Iterator[tuple[int, int]]:
    """What is added to an element, with each view of others that takes the element away, or moves it."""
    for view, group in enumerate(views):
        said = changing(group)
        for edit in said.edits:
            if isinstance(edit, Add | AddRow):
                beside, around = (_takers(claims, place) for place in _surroundings(edit, said, wording))
                for taker in beside.keys() & around.keys() - {view}:
                    if len(beside[taker].union(holder.respondent for holder in group)) > 1:
                        yield view, taker


def _surroundings(edit: Add | AddRow, said: Said, wording: Wording) -> tuple[Paragraph, Paragraph | None]:
    """The paragraph that something new comes after, and the one that its element begins with.

    Where the former is all that is known of the element, as a goal is or a row of a table, the next one in its place.
    """
    before: Paragraph = "document", edit.after
    home = said.to or said.spot
    begin = (home.place.part, home.place.paragraph) if home and isinstance(edit, Add) else before
    return before, wording.following(before) if begin == before else begin


def _takers(claims: Mapping[Paragraph, Sequence[_Held]], place: Paragraph | None) -> dict[int, frozenset[str]]:
    """The views that take a paragraph away, with who holds them."""
    held = claims.get(place, ()) if place else ()
    return {each.view: each.holders for each in held if each.claim.kind == "gone"}


def _meeting(row: Sequence[_Held]) -> Iterator[tuple[_Held, _Held]]:
    """The claims of different views and holders on one paragraph that overlap or touch."""
    begun: list[_Held] = []
    for held in sorted(row, key=lambda each: (each.claim.start, each.claim.end)):
        begun = [each for each in begun if each.claim.end >= held.claim.start]
        for each in begun:
            if each.view != held.view and len(each.holders | held.holders) > 1:
                yield each, held
        begun.append(held)


def _differ(one: _Held, other: _Held, text: str) -> bool:
    """Whether two claims that meet cannot both be met."""
    kinds = {one.claim.kind, other.claim.kind}
    if "gone" in kinds:
        return len(kinds) > 1 or one.claim.words != other.claim.words
    if "joined" in kinds:
        return False
    if "wanted" in kinds:
        return _unlike_wanted(*((one, other) if one.claim.kind == "wanted" else (other, one)), text)
    return _unlike(one.claim, other.claim, text)


def _unlike_wanted(wanted: _Held, other: _Held, text: str) -> bool:
    """Whether a wording that is proposed for some words is another than what becomes of them."""
    claim, there = wanted.claim, other.claim
    added = there.start == there.end and claim.start <= there.start <= claim.end
    if not added and not _overlap(claim, there):
        return False
    if there.kind == "wanted":
        return _unlike(claim, there, text)
    return seen(make(text, other.strokes, claim.start, claim.end)) != claim.words


def _unlike(one: Claim, other: Claim, text: str) -> bool:
    """Whether two claims on words overlap, or are for one spot, and want different things."""
    if one.start == one.end and other.start == other.end:
        return one.words != other.words and one.start == other.start and not _both_apart(one, other, text)
    if one.start == one.end or other.start == other.end:
        spot, wide = (one, other) if one.start == one.end else (other, one)
        return wide.start < spot.start < wide.end
    return _overlap(one, other) and (one.start, one.end, one.words) != (other.start, other.end, other.words)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _both_apart(one: Claim, other: Claim, text: str) -> bool:
    """Whether two insertions at a spot are sentences or paragraphs of their own, which can stand beside each other."""
    return all(_stands_apart(each, text) for each in (one, other))


def _stands_apart(claim: Claim, text: str) -> bool:
    before, after, said = text[: claim.start].rstrip(), text[claim.start :].strip(), claim.words
    if END in said:
        opens, closes = said.startswith(END) or not before, said.endswith(END) or not after
        return opens and closes and bool(said.strip(f"{END} "))
    return before.endswith(_STOPS) and said.endswith(_STOPS)
