"""Who wants each tracked change: its author; but the two ends of a move, and a paragraph and its mark, are of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.wishes import ARRIVING, LEAVING, Actor
from planlint.model.returned import TrackedChange

_At = tuple[str, int]
Acts = Sequence[tuple[TrackedChange, Actor]]


def name_actors(changes: Iterable[TrackedChange], ground: Ground) -> Acts:
    """The changes of words and of paragraph marks with their actors, in the order of the file.

    A mark that came, or went, with all the words of its paragraph is theirs whose words they are: some programs split a
    change between two authors, and an empty paragraph alone is no one's wish.
    """
    every = tuple(changes)
    movers = _movers(every)
    moved = _moved_words(every)
    acts = [(each, _actor(each, movers, moved)) for each in every]
    words: dict[_At, list[tuple[TrackedChange, Actor]]] = defaultdict(list)
    for change, actor in acts:
        if change.scope == "words":
            words[change.place.part, change.paragraph].append((change, actor))
    starts = _mark_starts(every)
    return tuple(
        (change, _owner(change, actor, words, starts, ground) if change.scope == "paragraph" else actor)
        for change, actor in acts
    )


def _actor(change: TrackedChange, movers: Mapping[str, str], moved: Mapping[_At, Sequence[TrackedChange]]) -> Actor:
    """The author and the move; words that are struck and moved away at once are only moved."""
    place = change.place
    if not change.move and change.kind == "deletion" and change.scope == "words":
        for each in moved.get((place.part, place.paragraph), ()):
            around = each.place.start <= place.start and place.end <= each.place.end
            if around and place.text and movers[each.move] == change.author:
                return Actor(change.author, each.move)
    return Actor(movers.get(change.move, change.author), change.move)


def _moved_words(changes: Iterable[TrackedChange]) -> Mapping[_At, Sequence[TrackedChange]]:
    """By paragraph of the original, the words that are moved away from it."""
    moved: dict[_At, list[TrackedChange]] = defaultdict(list)
    for change in changes:
        if change.move and change.kind == "move-from" and change.scope == "words":
            moved[change.place.part, change.place.paragraph].append(change)
    return moved


def _movers(changes: Iterable[TrackedChange]) -> Mapping[str, str]:
    """By move, who made it: the one who took the words away, else the one who put them there."""
    movers: dict[str, str] = {}
    for change in sorted(changes, key=lambda change: (change.kind != "move-from", change.scope != "words")):
        if change.move:
            movers.setdefault(change.move, change.author)
    return movers


def _mark_starts(changes: Iterable[TrackedChange]) -> Mapping[_At, list[int]]:
    """By paragraph of the original, where the new marks in it stand, in order."""
    starts: dict[_At, list[int]] = defaultdict(list)
    for change in changes:
        if change.scope == "paragraph" and change.kind in ARRIVING:
            starts[change.place.part, change.place.paragraph].append(change.place.start)
    return starts


def _owner(
    mark: TrackedChange, actor: Actor, words: Mapping[_At, Acts], starts: Mapping[_At, list[int]], ground: Ground
) -> Actor:
    """Whose a paragraph's mark is."""
    arriving = mark.kind in ARRIVING
    kinds = ARRIVING if arriving else LEAVING
    part = mark.place.part
    beside = [act for act in words.get((part, mark.paragraph), ()) if act[0].kind in kinds]
    own = _own_words(mark, starts, ground)
    if arriving and own.strip():  # it ends a paragraph of the plan: what it brings is the next one
        beside = [act for act in words.get((part, mark.paragraph + 1), ()) if _follows(act[0], mark)]
    elif not arriving and _squeeze(own) != _squeeze("".join(change.place.text for change, _ in beside)):
        return actor
    owners = [owner for _, owner in beside]
    return actor if actor in owners or not owners else owners[0]


def _own_words(mark: TrackedChange, starts: Mapping[_At, list[int]], ground: Ground) -> str:
    """The words that the mark's w:p had from the beginning."""
    line = ground.find(mark.place)
    if line is None:
        return ""
    end = mark.place.end
    at = mark.place.part, mark.place.paragraph
    before = max((start for start in starts.get(at, ()) if start < end), default=0)
    return ground.answer[line].text.text[before:end]


def _follows(change: TrackedChange, mark: TrackedChange) -> bool:
    """Whether new words stand right after a new mark."""
    there = change.place.part, change.place.paragraph, change.place.start
    return change.kind in ARRIVING and there == (mark.place.part, mark.place.paragraph, mark.place.start)


def _squeeze(text: str) -> str:
    return "".join(text.split())
