"""What people did to words that somebody had just put in: written into them, or struck again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planlint.consult.answers.markup.blocks import At, Blocks
from planlint.consult.answers.markup.drafts import Draft
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.streams import LAST, Aside
from planlint.consult.answers.markup.wishes import ARRIVING, LEAVING, Changes
from planlint.model.consultation import ViewKind
from planlint.model.returned import TrackedChange
from planlint.model.text import Struck, Text


def strikes_new(change: TrackedChange) -> bool:
    """Whether it strikes words that came with another change: those of a move."""
    return change.scope == "words" and change.kind in LEAVING and isinstance(change.place, Struck)


def without_struck(changes: Sequence[TrackedChange]) -> Iterator[TrackedChange]:
    """The changes; words that came, and that the same author struck then, are taken out of those that brought them."""
    struck: dict[tuple[str, Text], list[str]] = defaultdict(list)
    for change in changes:
        if strikes_new(change) and not change.nested:
            struck[change.author, _spot(change)].append(change.place.text)
    for change in changes:
        gone = struck.get((change.author, _spot(change)), ()) if change.move and change.kind in ARRIVING else ()
        words = change.place.text
        for each in gone:
            words = words.replace(each, "", 1)
        place = change.place
        yield change if not gone else replace(change, place=Struck(place.part, place.paragraph, place.start, words))


def _spot(change: TrackedChange) -> Text:
    """Where a change stands, without its words."""
    return Text(change.place.part, change.paragraph, change.place.start, "")


class Nested:
    """Makes views of it, which no edit of the plan can make."""

    def __init__(self, ground: Ground, standing: Standing, blocks: Blocks) -> None:
        self._ground, self._standing, self._blocks = ground, standing, blocks

    def of_asides(self, asides: Iterable[Aside]) -> Iterator[tuple[str, Draft]]:
        """What was changed in a new paragraph of somebody else's, with who did it."""
        for aside in asides:
            at = aside.changes[0].place.part, aside.changes[0].paragraph
            written = words_of(aside.changes, ARRIVING)
            if written:
                kind: ViewKind = "rewording" if words_of(aside.changes, LEAVING) else "insertion"
                quote, proposal = aside.within.strip(), self._left(at) or written
            else:
                kind, quote, proposal = "deletion", words_of(aside.changes, LEAVING), self._left(at)
            yield aside.author, self._draft(kind, aside.changes, quote, proposal)

    def of_rest(self, changes: Sequence[TrackedChange]) -> Iterator[tuple[str, Draft]]:
        """What was put in and struck again, by paragraph, with who did which of it."""
        found: dict[tuple[str, At], list[TrackedChange]] = defaultdict(list)
        for change in changes:
            found[change.author, (change.place.part, change.paragraph)].append(change)
        for (author, at), members in found.items():
            every = tuple(members)
            struck, written = words_of(every, LEAVING), words_of(every, ARRIVING)
            if struck:
                left = "" if self._ground.find(every[0].place) is not None else self._left(at)
                yield author, self._draft("deletion", every, struck, left)
            else:
                yield author, self._draft("insertion" if written else "formatting", every, "", written)

    def _left(self, at: At) -> str:
        """What is left of a new paragraph."""
        paragraph = self._blocks.paragraph(at)
        return paragraph.text.strip() if paragraph else ""

    def _draft(self, kind: ViewKind, changes: Changes, quote: str, proposal: str) -> Draft:
        place = changes[0].place
        line = self._ground.find(place)
        at, start = (self._ground.before(place), LAST + 1) if line is None else self._ground.locate(line, place.start)
        return Draft(kind, at, start, self._standing.at(at, start), place, quote, proposal, changes=changes)


def words_of(changes: Iterable[TrackedChange], kinds: frozenset[str]) -> str:
    """The words of changes of some kinds."""
    return "".join(change.place.text for change in changes if change.kind in kinds and change.scope == "words").strip()
