"""Every view that a returned file's text holds: its tracked changes, and its differences that nothing marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planlint.consult.answers.markup.actors import name_actors
from planlint.consult.answers.markup.additions import Additions
from planlint.consult.answers.markup.blocks import Blocks
from planlint.consult.answers.markup.drafts import Draft
from planlint.consult.answers.markup.gathering import gather_looks, is_layout
from planlint.consult.answers.markup.ground import Ground
from planlint.consult.answers.markup.nested import Nested, strikes_new, without_struck
from planlint.consult.answers.markup.rows import gone_rows
from planlint.consult.answers.markup.standing import Standing
from planlint.consult.answers.markup.streams import read_wishes
from planlint.consult.answers.markup.stretches import Stretches
from planlint.consult.answers.markup.untracked import Untracked, only_author
from planlint.consult.answers.markup.wishes import ARRIVING, Actor, Wishes
from planlint.model.consultation import Said, Sent, Way
from planlint.model.returned import Returned, TrackedChange

Placed = tuple[tuple[int, int], Said]
"""A view, and where on the ground it stands."""


@dataclass(slots=True)
class _Sorted:
    """A file's changes by how they are read."""

    text: list[TrackedChange] = field(default_factory=list)
    gone_rows: list[TrackedChange] = field(default_factory=list)
    looks: list[TrackedChange] = field(default_factory=list)
    nested: list[TrackedChange] = field(default_factory=list)


class Views:
    """Makes the views of one file."""

    def __init__(self, returned: Returned, sent: Sent, ground: Ground, standing: Standing) -> None:
        self._returned, self._ground, self._standing = returned, ground, standing
        self._blocks = Blocks(returned.final)
        self._additions = Additions(ground, standing, self._blocks)
        self._whole = {(goal.text.part, goal.text.paragraph) for goal in sent.plan.goals}

    def tracked(self) -> Iterator[Placed]:
        """The tracked changes: each mark of the file in one view."""
        found = self._sort()
        wishes, asides = read_wishes(name_actors(found.text, self._ground), self._ground)
        drafts: dict[str, list[Draft]] = defaultdict(list)
        for each in self._with_rows(wishes, found.gone_rows):
            drafts[each.actor.author] += self._drafts(each)
        nested = Nested(self._ground, self._standing, self._blocks)
        rest = _attach(found.nested, drafts)
        for author, draft in (*nested.of_asides(asides), *nested.of_rest(rest)):
            drafts[author].append(draft)
        for author in dict.fromkeys((*drafts, *(change.author for change in found.looks))):
            looks = [change for change in found.looks if change.author == author]
            yield from self._of_author(author, drafts[author], looks)

    def untracked(self) -> Iterator[Placed]:
        """The differences that nothing marks."""
        others = (comment.author for comment in self._returned.document.comments)
        author = only_author(self._returned.changes, others)
        for wishes in Untracked(self._ground, self._returned.changes).wishes(author):
            for draft in self._drafts(wishes):
                if draft.kind != "formatting":
                    yield _said(draft, author, "untracked")

    def _sort(self) -> _Sorted:
        found = _Sorted()
        for change in without_struck(self._returned.changes):
            known = self._ground.find(change.place) is not None
            if change.kind == "formatting" or change.scope == "layout":
                found.looks.append(change)
            elif change.nested or strikes_new(change):
                found.nested.append(change)
            elif change.scope == "row" and change.kind == "deletion" and known:
                found.gone_rows.append(change)
            elif change.scope in {"row", "cell"} and (change.kind in ARRIVING) is known:
                found.looks.append(change)
            else:
                found.text.append(change)
        return found

    def _with_rows(self, wishes: Sequence[Wishes], gone: Iterable[TrackedChange]) -> Iterable[Wishes]:
        """The wishes, and in them the rows that each author wants out, with all that the author does in them."""
        by_actor = {each.actor: each for each in wishes}
        for author, rows in gone_rows(gone, self._ground).items():
            own = [each for each in by_actor.values() if each.actor.author == author]
            for row in rows:
                holder = next((each for each in own if each.touches(row.lines)), None)
                holder = holder or by_actor.setdefault(Actor(author), Wishes(Actor(author)))
                holder.rows.append(row)
                for each in own:
                    if each is not holder:
                        holder.take(each, row.lines)
        return by_actor.values()

    def _drafts(self, wishes: Wishes) -> list[Draft]:
        gone = list(Stretches(wishes, self._ground, self._standing, self._whole).drafts())
        came = list(self._additions.drafts(wishes.fresh))
        if wishes.actor.move:
            return _as_move([*gone, *came])
        return list(self._with_replaced(gone, came))

    def _with_replaced(self, gone: Iterable[Draft], came: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts; a paragraph that goes and a new one that stands right there are one view: other words for it."""
        new = list(came)
        places = {draft.line: at for at, draft in reversed(list(enumerate(new))) if _is_one(draft)}
        used: set[int] = set()
        for draft in gone:
            whole = draft.kind == "deletion" and draft.quote == self._ground.lines[draft.line].text.text.strip()
            beside = (draft.line, self._standing.known(draft.line - 1)) if whole else ()
            at = next((places[line] for line in beside if line in places), None)
            if at is None or at in used:
                yield draft
            else:
                used.add(at)
                yield _replaced(draft, new[at])
        yield from (draft for at, draft in enumerate(new) if at not in used)

    def _of_author(self, author: str, drafts: Iterable[Draft], looks: Sequence[TrackedChange]) -> Iterator[Placed]:
        """An author's views; what is only about looks is gathered."""
        blanks: list[Draft] = []
        for draft in drafts:
            if draft.kind == "formatting":
                blanks.append(draft)
            else:
                yield _said(draft, author, "tracked")
        layout = [change for change in looks if is_layout(change, self._ground)]
        others = [change for change in looks if change not in layout]
        for draft in gather_looks(others, blanks, self._ground, self._standing):
            yield _said(draft, author, "tracked")
        if layout:
            at = len(self._ground.lines), 0
            yield at, replace(_of_layout(layout), author=author)


def _attach(nested: Sequence[TrackedChange], drafts: dict[str, list[Draft]]) -> list[TrackedChange]:
    """Count what an author put in and struck again with the view of what is left of it; give what has none."""
    holders: dict[tuple[str, str, int], tuple[str, int]] = {}
    for author, members in drafts.items():
        for number, draft in enumerate(members):
            for change in draft.changes:
                holders.setdefault((change.author, change.place.part, change.paragraph), (author, number))
    rest: list[TrackedChange] = []
    for change in nested:
        holder = holders.get((change.author, change.place.part, change.paragraph))
        if holder is None:
            rest.append(change)
            continue
        author, number = holder
        draft = drafts[author][number]
        drafts[author][number] = replace(draft, changes=(*draft.changes, change))
    return rest


def _is_one(draft: Draft) -> bool:
    """Whether it is one new paragraph."""
    return draft.kind == "insertion" and "\n" not in draft.proposal


def _replaced(gone: Draft, came: Draft) -> Draft:
    return replace(
        gone,
        kind="rewording",
        proposal=came.proposal,
        edits=(*gone.edits, *came.edits),
        changes=(*gone.changes, *came.changes),
    )


def _as_move(drafts: Collection[Draft]) -> list[Draft]:
    """Both ends of a move as one view; one end alone is what it looks like."""
    came = [draft for draft in drafts if draft.kind == "insertion"]
    gone = [draft for draft in drafts if draft.kind in {"deletion", "rewording"}]
    if not came or not gone:
        return list(drafts)
    quote, wanted = ("\n".join(draft.moved for draft in row) for row in (gone, came))
    move = replace(
        gone[0],
        kind="move",
        quote=quote,
        proposal="" if quote.split() == wanted.split() else wanted,
        edits=tuple(edit for draft in drafts for edit in draft.edits),
        changes=tuple(change for draft in drafts for change in draft.changes),
        after=came[0].after,
        to=came[0].spot,
    )
    return [move]


def _said(draft: Draft, author: str, way: Way) -> Placed:
    said = Said(
        kind=draft.kind,
        way=way,
        spot=draft.spot,
        quote=draft.quote,
        proposal=draft.proposal,
        author=author,
        date=max((change.date for change in draft.changes), default=""),
        place=draft.place,
        marks=sum(change.marks for change in draft.changes),
        edits=draft.edits,
        to=draft.to,
        after=draft.after if draft.to else "",
    )
    return (draft.line, draft.start), said


def _of_layout(changes: Sequence[TrackedChange]) -> Said:
    """What somebody changed of the pages' looks, which is about no words."""
    return Said(
        kind="formatting",
        way="tracked",
        spot=None,
        date=max(change.date for change in changes),
        place=changes[0].place,
        marks=sum(change.marks for change in changes),
        why="layout",
    )
